"""One turn on its way through the rules: what was said, what is left of it, what it points at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from catalog.request.model import Request
from catalog.request.places import PlaceNames
from catalog.request.reading import read
from catalog.request.tokens import phrase, tokenise
from catalog.request.turns_merging import limits, merged, spans_of
from catalog.request.turns_model import Act, Past, Turn
from catalog.request.turns_words import MAX_WORDS, Saying, is_filler, means
from catalog.text import words as folded_words
from catalog.vocabulary.asking import phrases
from catalog.vocabulary.turns import turn_phrases

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.model import ListingId

CHATTER: Final = 3
"""Unknown words that may stand beside a pick: "the last one looks nice"."""
_MOST: Final = {
    "nearest": ("distance_km", 1),
    "shortest": ("length_km", 1),
    "longest": ("length_km", -1),
    "cheapest": ("price", 1),
    "easiest": ("difficulty", 1),
    "hardest": ("difficulty", -1),
}
"""What is compared, and which way."""
UNSTATED: Final = {
    "shortest": "length",
    "longest": "length",
    "cheapest": "price",
    "easiest": "difficulty",
    "hardest": "difficulty",
}
"""What is told to be unstated, where none of those shown states it."""
_LEVELS: Final = ("very_easy", "easy", "medium", "hard", "very_hard")
_MAX_ASKED: Final = 5
"""Words of the longest phrase of asking that a turn is searched for."""


@dataclass(frozen=True)
class Heard:
    """One turn on its way through the rules. `said`: what is left beside the phrases, read."""

    past: Past
    text: str
    places: PlaceNames
    saying: Saying
    said: Request
    today: date | None

    def read(self, text: str) -> Request:
        """What `text` asks for in the language of this turn; what is left is read already."""
        if text == self.saying.left and self.saying.whole is not None:
            return self.saying.whole
        return read(text, self.places, lang=self.saying.spoken, today=self.today)

    @property
    def bare(self) -> bool:
        """Whether nothing was said beside phrases of a conversation."""
        return (
            not limits(self.said)
            and not self.said.themes
            and not self.said.types
            and not (self.said.rest)
        )

    @property
    def target(self) -> ListingId | None:
        """The first listing meant."""
        return next(iter(self.targets), None)

    @cached_property
    def targets(self) -> tuple[ListingId, ...]:
        """The listings meant: picked by number, or as those spoken of last."""
        shown = self.past.shown
        picks = [value for value in self.saying.found.get("pick", ()) if value != "this"]
        if not limits(self.said):  # "in 2 hours" points at nothing
            picks += [str(number) for number in self.saying.numbers]
        several = {"1-2": range(2), "last-2": range(len(shown) - 2, len(shown))}
        ends = {"last": len(shown) - 1, "middle": len(shown) // 2}
        indices: list[int] = []
        for pick in picks:
            one = ends[pick] if pick in ends else int(pick) - 1 if pick.isdecimal() else 0
            indices += several.get(pick, (one,))
        found = dict.fromkeys(shown[index].id for index in indices if 0 <= index < len(shown))
        if self.saying.has("pick") and not picks and (self.past.chosen or len(shown) == 1):
            return (self.past.chosen or shown[0].id,)
        return tuple(found)

    @property
    def outermost(self) -> ListingId | None:
        """The one of those shown that is most so: "the nearest one", "la plus courte"; None where
        that is not stated."""
        said = self.saying.first("most")
        if said is None:
            return None
        field, sign = _MOST[said]
        told = [(each, getattr(each, field)) for each in self.past.shown]
        stated = [
            (sign * (_LEVELS.index(value) if isinstance(value, str) else value), each.id)
            for each, value in told
            if value is not None and (not isinstance(value, str) or value in _LEVELS)
        ]
        return min(stated)[1] if stated else None

    def chatters(self, group: str) -> bool:
        """Whether a few unknown words all stand before the phrase of a group: "dime otro", where
        "otro acordeón" names something."""
        at = self.saying.begins.get(group)
        unknown = self.said.rest.split()
        return (
            at is not None
            and len(unknown) <= CHATTER
            and all(token.end <= at for token in self.saying.tokens if token.word in unknown)
        )

    @cached_property
    def small_talk(self) -> bool:
        """Whether the unknown words, a few at most, name nothing: none begins what is said, and
        none stands behind an article, as "accordéon" does in "un accordéon demain"."""
        unknown = self.said.rest.split()
        if not unknown:
            return True
        tokens = self.saying.tokens
        first = tokens[0] if tokens else None
        hailed = first is not None and self.text[first.end :].lstrip()[:1] in {",", "!"}
        named = set() if first is None or hailed else {first.word}  # "smashing, thank you"
        named |= {
            after.word
            for before, after in pairwise(tokens)
            if means(turn_phrases(), before.word, "article", self.saying.spoken)
        }
        few = len(unknown) <= CHATTER and len(unknown) < len(tokens) <= MAX_WORDS
        return few and named.isdisjoint(unknown)

    def asks(self, group: str) -> bool:
        """Whether a phrase of a group of asking is said, in the language spoken."""
        tokens = self.saying.tokens
        return len(tokens) <= MAX_WORDS and any(
            meaning.group == group and self.saying.spoken in meaning.langs
            for first in range(len(tokens))
            for length in range(1, min(_MAX_ASKED, len(tokens) - first) + 1)
            for meaning in phrases().get(phrase(tokens, first, length), ())
        )

    def named(self, *, whole: str) -> ListingId | None:
        """The one listing shown of whose name these words are a part."""
        wanted = {word for word in folded_words(whole) if not is_filler(word, self.saying.spoken)}
        if not wanted:
            return None
        found = [
            each.id
            for each in self.past.shown
            if any(wanted <= set(folded_words(name)) for name in each.names)
        ]
        return found[0] if len(found) == 1 else None

    def described(self, themes: Iterable[str]) -> tuple[ListingId, ...]:
        """Those shown that are all of this: "the one with the castle"."""
        wanted = frozenset(themes)
        if not wanted:
            return ()
        return tuple(each.id for each in self.past.shown if wanted <= each.terms)


def read_left(saying: Saying, places: PlaceNames, today: date | None) -> Request:
    said = saying.whole = read(saying.left, places, lang=saying.spoken, today=today)
    rest = [
        word for word in said.rest.split() if len(word) > 1 and not is_filler(word, saying.spoken)
    ]
    return _corrected(replace(said, rest=" ".join(rest)), saying, places, today)


def _corrected(said: Request, saying: Saying, places: PlaceNames, today: date | None) -> Request:
    """`said` with the time and the place that stand behind "rather": "on Sunday we leave, rather
    on Saturday"."""
    at = saying.begins.get("join", 0)
    if not at or saying.found["join"] != ["rather"] or (said.when, said.where) == (None, None):
        return said
    behind = read(saying.left[at:], places, lang=saying.spoken, today=today)
    return replace(said, when=behind.when or said.when, where=behind.where or said.where)


def standing(heard: Heard, act: Act, **more: object) -> Turn:
    """A turn that leaves the question as it stands."""
    past = heard.past
    return replace(Turn(act=act, request=past.request, text=past.text), **more)  # type: ignore[arg-type]  # fields of Turn, by name


def changed(heard: Heard, before: Request, said: Request, *, add: bool = False) -> Turn:
    """`before` with `said`, its spans those of both texts put one after the other."""
    text = f"{heard.past.text}\n{heard.text}" if heard.past.text else heard.text
    offset = len(text) - len(heard.text)
    moved = tuple(
        replace(span, start=span.start + offset, end=span.end + offset) for span in said.spans
    )
    request = merged(before, said, add=add)
    language = heard.saying.first("language")
    request = replace(request, lang=language or before.lang)
    timed = said.when is not None and all(span.key != "when" for span in moved)
    kept = (span for span in before.spans if not (timed and span.key == "when"))
    request = replace(request, spans=spans_of(request, kept, moved))
    return Turn(act=Act.REFINE, request=request, text=text, language=language)


def denies(heard: Heard) -> bool:
    """Whether what is left begins with a "no" of the vocabulary of asking."""
    return heard.saying.left.strip() != undenied(heard).strip()


def undenied(heard: Heard) -> str:
    """What is left, without the "no" it begins with."""
    tokens = tokenise(heard.saying.left)
    for length in (3, 2, 1):
        said = " ".join(token.word for token in tokens[:length])
        if len(tokens) >= length and any(
            meaning.group == "no" and heard.saying.spoken in meaning.langs
            for meaning in phrases().get(said, ())
        ):
            return heard.saying.left[tokens[length - 1].end :]
    return heard.saying.left
