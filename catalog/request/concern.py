"""Questions that a person must answer: an emergency, somebody or something lost, an insult.

Found by phrases (`data/concerns.ini`) and, for what is lost, by kinds of words that meet
(`catalog.request.lost`). A title between quotation marks and a harmless phrase are of something
else. A word that nobody knows counts as the one of these that it is a slip of the finger from.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from catalog.request.gaps import Gapped
from catalog.request.inside import groups_of
from catalog.request.lexicon import lexicon
from catalog.request.lost import lost, lost_words
from catalog.request.model import Concern
from catalog.request.tokens import tokenise
from catalog.request.vanished import somebody_vanished
from catalog.vocabulary import real_words
from catalog.vocabulary.asking import HARMLESS, concerns
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from catalog.request.gaps import Forms
    from catalog.request.places import PlaceNames
    from catalog.request.tokens import Token

_BESIDE_CRY: Final = 2
"""How many words may stand beside a bare cry: "help me please"."""
_LEAST, _TWO_SLIPS, _MOST = 5, 11, 40
"""Letters a word must have before one slip, before two are forgiven; and may have at most."""
_SHORT: Final = 6
"""Letters up to which a word is short."""
_VOWELS: Final = frozenset("aeiouy")
_QUOTED: Final = {"«": "»", "“": "”", "„": "“", '"': '"'}
_GRAVEST: Final = (
    Concern.LOST_PERSON, Concern.DESPAIR, Concern.VIOLENCE, Concern.EMERGENCY,
    Concern.LOST_THING, Concern.COMPLAINT, Concern.DESK, Concern.INSULT,
)  # fmt: skip
"""Who lost a child asks for that child, whatever else the words say."""
_MENDED: Final = frozenset({*Concern} - {Concern.COMPLAINT, Concern.DESK, Concern.INSULT})


_SOMEBODY: Final = particles("somebody")
_ON_SOMEBODY: Final = particles("on_somebody")
_HIDDEN: Final = ()
"""What stands for a word that is of something else: it meets none of ours."""


class _Told(NamedTuple):
    """What a phrase tells. `cry`: only where it is nearly all that is said."""

    concern: str
    cry: bool


def concern_of(tokens: tuple[Token, ...], text: str, places: PlaceNames) -> Concern | None:
    """The concern that the words of a question tell, the gravest first; None for most. `text`:
    the question as it was typed, for its quotation marks."""
    said = [token for token in _said(tokens, text) if token.word]
    words: list[Forms] = [
        (token.word if places.holds(token.word) else _meant(token.word),) for token in said
    ]
    found: set[str] = set()
    broken = [
        (start, end - 1)
        for told, start, end in _standing(words)
        if told.concern == Concern.COMPLAINT and end - start > 1
    ]
    for told, start, end in _standing(words):
        if told.concern == HARMLESS and start not in {last for _, last in broken}:
            words[start:end] = [_HIDDEN] * (end - start)
    left = list(words)
    for told, start, end in _standing(words):
        fallen = any(start <= edge < end for edges in broken for edge in edges)
        if told.concern == Concern.EMERGENCY and fallen and not _strikes(words, end):
            continue  # "le panneau est tombé", but not on a child
        found.add(told.concern)
        if told.concern == Concern.EMERGENCY and not told.cry:
            # "has lost consciousness" has not lost the way
            left[start:end] = [_HIDDEN] * (end - start)
    missed = lost(left)
    if missed is not Concern.LOST_PERSON and somebody_vanished(
        words, lambda: [text[token.start : token.end] for token in said], places
    ):
        missed = Concern.LOST_PERSON
    if missed is not None:
        found.add(missed)
    return next((concern for concern in _GRAVEST if concern in found), None)


def without_insult(text: str) -> str:
    """The text with its insults blanked out: what else is said may be a question."""
    tokens = [token for token in tokenise(text) if token.word]
    words: list[Forms] = [(token.word,) for token in tokens]
    for told, start, end in _standing(words):
        if told.concern == Concern.INSULT:
            at, to = tokens[start].start, tokens[end - 1].end
            text = f"{text[:at]}{' ' * (to - at)}{text[to:]}"
    return text


def _strikes(words: Sequence[Forms], end: int) -> bool:
    """Whether somebody is told of where a thing has fallen: "est tombé sur mon fils", "on me"."""
    said = [form for forms in words for form in forms]
    behind = {form for forms in words[end:] for form in forms}
    someone = any("party" in groups_of(form) or form in _SOMEBODY for form in said)
    return someone or not _ON_SOMEBODY.isdisjoint(behind)


def _said(tokens: tuple[Token, ...], text: str) -> tuple[Token, ...]:
    """The words outside quotation marks; all when there are none outside."""
    titles = [span for opened, closed in _QUOTED.items() for span in _between(text, opened, closed)]
    outside = tuple(
        token for token in tokens if not any(start < token.start < end for start, end in titles)
    )
    return outside or tokens


def _between(text: str, opened: str, closed: str) -> Iterator[tuple[int, int]]:
    at = 0
    while (start := text.find(opened, at)) >= 0 and (end := text.find(closed, start + 1)) >= 0:
        yield start, end
        at = end + 1


def _standing(words: list[Forms]) -> Iterator[tuple[_Told, int, int]]:
    """What stands in the words, from where to where; the longest harmless phrase first."""
    for at in range(len(words)):
        for told, stood in _phrases().starting(words, at):
            if not told.cry or len(words) <= len(stood) + _BESIDE_CRY:
                yield told, at, stood[-1] + 1


@lru_cache(maxsize=2_000)
def _meant(word: str) -> str:
    """An unknown word as the one of ours that it was meant to be."""
    if not _LEAST <= len(word) <= _MOST or not word.isalpha() or word in _known():
        return word
    slips = 1 if len(word) < _TWO_SLIPS else 2
    near = [
        (distance, len(meant), meant)
        for form in {word, _single(word)}
        for size in range(len(form) - slips, len(form) + slips + 1)
        for written, distance, meant in process.extract(
            form,
            _ours().get((size, form[0]), {}),
            scorer=OSA.distance,
            score_cutoff=slips,
            limit=None,
        )
        if _slipped(form, written)
    ]
    return min(near)[-1] if near else word


def _slipped(word: str, meant: str) -> bool:
    """A short word keeps its letters, but for two that are swapped or one that is doubled; a
    longer one may have a letter too many or too few, or another vowel."""
    if sorted(word) == sorted(meant):
        return True
    if max(len(word), len(meant)) <= _SHORT:
        return False
    if len(word) != len(meant) or len(word) >= _TWO_SLIPS:
        return True
    return all(a in _VOWELS and b in _VOWELS for a, b in zip(word, meant, strict=True) if a != b)


def _single(word: str) -> str:
    """A word with its doubled letters once."""
    return "".join(char for at, char in enumerate(word) if at == 0 or char != word[at - 1])


@cache
def _ours() -> Mapping[tuple[int, str], Mapping[str, str]]:
    """The words of danger and loss that are long enough for a slip, by their length and first
    letter: each → itself, and → itself with doubled letters once. Who insults is not mended."""
    found: dict[tuple[int, str], dict[str, str]] = {}
    every = (_Told(concern, cry) for concern in _MENDED for cry in (False, True))
    for word in sorted({*_phrases().words(*every), *lost_words()}):
        for form in (word, _single(word)) if len(word) >= _LEAST else ():
            found.setdefault((len(form), word[0]), {})[word] = form
    return found


@cache
def _known() -> frozenset[str]:
    """Words that nobody mistyped."""
    ours = _phrases().words(), lost_words(), lexicon().words
    return frozenset().union(*ours, *real_words().values())


@cache
def _phrases() -> Gapped[_Told]:
    return Gapped(
        (phrase.rstrip("! "), _Told(concern, phrase.endswith("!")))
        for concern, phrases in concerns().items()
        for phrase in phrases
    )
