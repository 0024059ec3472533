"""The words of a turn: which phrases of a conversation it holds, and what is left to be read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from catalog.model import LANGUAGES
from catalog.request.model import Request
from catalog.request.tokens import Token, phrase, tokenise
from catalog.search.function_words import FUNCTION_WORDS
from catalog.vocabulary import words
from catalog.vocabulary.asking import phrases
from catalog.vocabulary.turns import turn_phrases, turn_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalog.request.places import PlaceNames
    from catalog.vocabulary.asking import Meaning

MAX_WORDS: Final = 14
"""A longer text is a question of its own: nobody refers back in fifteen words."""
_MAX_PHRASE: Final = 6
_EMPTY: Final = frozenset(
    {
        "filler",
        "number",
        "figure",
        "it",
        "be",
        "there",
        "opening",
        "how",
        "go",
        "known",
        "join",
        "urgent",
        "what",
        "doing",
        "table",
    }
)
"""Groups whose words seek nothing, in a question of its own too."""
_TALK: Final = frozenset(
    {
        "filler",
        "chatter",
        "number",
        "article",
        "those",
        "earlier",
        "already",
        "vague",
        "then",
        "afterwards",
        "animals",
    }
)
"""Groups of words between the words that count."""
_IDLE: Final = (_TALK - {"number"}) | {"it", "be", "there", "cost", "able", "vague"}
_AWAY: Final = frozenset({"farther", "nearer"})
_LIGHT: Final = (_EMPTY - {"join"}) | _IDLE | {"onsite", "nearby", "water"}
"""Groups whose words stay in the text: the reader of questions may need them."""
_BESIDE: Final = frozenset(
    {"lies", "not_these", "one_of", "speech", "seen", "is", "asks_alone", "another"}
)
"""Groups of the reader of questions that say nothing alone: nl "is het", "la dernière"."""
_TOO: Final = frozenset({"opening", "nearby", "onsite", "vague", "there"})
"""Groups that a phrase of several words keeps beside what it is for the reader of questions."""
_INTERNATIONAL: Final = "en"
"""Its commands are typed by speakers of any language: "print", "help"."""
IS: Final = "è"
"""it "è" is no "e", though they are folded alike."""
_COUNTED_DAYS: Final = frozenset(
    {"mon", "tue", "wed", "thu", "fri", "sat", "sun", "weekend", "week"}
)
_LONE_PRIOR: Final = 0.45
"""How much of the best language's evidence lets the conversation stay in its own."""


@dataclass(slots=True)
class Saying:
    """A turn taken apart. `found`: group → values; `starts`: the groups of its first phrase;
    `left`: the text with what was understood blanked out, as long as the text; `begins`: where
    in the text the last phrase of a group begins; `ends_in`: "no", "rather" or "doing" where the
    last phrase says so, courtesies behind a "rather" left out; `tokens`: the words as typed;
    `whole`: what is left, read, once it was."""

    left: str
    spoken: str
    tokens: tuple[Token, ...] = ()
    whole: Request | None = None
    found: dict[str, list[str]] = field(default_factory=dict)
    starts: frozenset[str] = frozenset()
    numbers: list[int] = field(default_factory=list)
    begins: dict[str, int] = field(default_factory=dict)
    ends_in: str = ""

    def has(self, *groups: str) -> bool:
        """Whether a phrase of one of these groups was said."""
        return any(group in self.found for group in groups)

    def first(self, group: str) -> str | None:
        """The first value said of a group."""
        values = self.found.get(group)
        return values[0] if values else None


def take_apart(text: str, places: PlaceNames, *, prior: str | None) -> Saying:
    """The phrases of a turn; `prior` is the language of the conversation so far."""
    typed = tokenise(text)
    tokens = _corrected(typed, places, prior)
    spoken = _language(tokens, prior)
    saying = Saying(left=text, spoken=spoken, tokens=typed)
    if len(tokens) > MAX_WORDS:
        return saying
    blanked = list(text)
    at, begun = 0, False
    while at < len(tokens):
        length, meanings = _longest(tokens, at, spoken)
        if not meanings:
            saying.ends_in = ""
            _numbered(text, tokens, at, saying)
            at, begun = at + max(1, length), True
            continue
        groups = frozenset(group for group, _ in meanings)
        if groups <= _TALK:
            _numbered(text, tokens, at, saying)  # nl "nummer een"
        if ("act", "no") in meanings and length == 1 and _goes_on(text, tokens, at, spoken):
            at, begun = at + 1, True  # "no museums" refuses them, "no, museums" does not
            continue
        if text[tokens[at].start : tokens[at].end].casefold() == IS:
            meanings = tuple(meaning for meaning in meanings if meaning[0] != "join")
            groups -= {"join"}
        if not begun and not groups <= _TALK:
            saying.starts, begun = groups, True
        for group, value in meanings:
            saying.begins[group] = tokens[at].start
            values = saying.found.setdefault(group, [])
            if value not in values:
                values.append(value)
        if not _stays(groups, phrase(tokens, at, length), spoken):
            start, end = tokens[at].start, tokens[at + length - 1].end
            blanked[start:end] = " " * (end - start)
        at += length
        if ("act", "no") in meanings:
            saying.ends_in = "no" if at == len(tokens) and at > 1 else ""
        elif not groups <= _TALK:
            saying.ends_in = "rather" if at > length and ("instead", "rather") in meanings else ""
            saying.ends_in = "doing" if ("doing", "doing") in meanings else saying.ends_in
    saying.left = "".join(blanked)
    _compose(saying)
    return saying


def _compose(saying: Saying) -> None:
    """What several phrases say together, in any words between: "those you had before" goes back,
    "those we saw last year" wants others, "the price is not important" and "even if it is further"
    free of a limit."""
    these = saying.has("those") or saying.first("pick") == "this"
    asked = saying.has("asked", "open", "relative", "opening") or saying.numbers
    if "what" in saying.starts and saying.ends_in == "doing":
        saying.found["opening"] = ["new"]
    if saying.has("cost") and saying.has("indifferent"):
        saying.found["relative"] = ["dearer"]
        saying.found.pop("asked", None)
        saying.found.pop("act", None)
    elif saying.has("indifferent", "though") and saying.first("relative") in _AWAY:
        saying.found["relative"] = ["anywhere"]
    elif these and not asked and saying.has("earlier", "already"):
        saying.found["act"] = ["back" if saying.has("earlier") else "more"]
        saying.found.pop("pick", None)


def _stays(groups: frozenset[str], said: str, spoken: str) -> bool:
    """Whether a phrase is left for the reader of questions. A filler is not, where it means
    something only in another language: nl "er" is no emergency room."""
    if groups == {"join"}:
        return means(phrases(), said, "we_are", spoken)  # "on sera six"
    if not groups <= _LIGHT:
        return False
    if groups == {"known"}:
        return said in phrases()  # what is known already may be refused: "we have seen the castle"
    known = {meaning.group for meaning in phrases().get(said, ()) if spoken in meaning.langs}
    if groups <= _IDLE and known == {"speech"} and said not in FUNCTION_WORDS:
        return False  # "montre-moi" is no watch
    return (
        not groups <= _IDLE
        or said in FUNCTION_WORDS
        or bool(known)
        or any(lang == spoken for _, lang in words().get(said, ()))
    )


def _goes_on(text: str, tokens: tuple[Token, ...], at: int, spoken: str) -> bool:
    """Whether a "no" says of what sort the next word is: neither a pause nor another phrase of a
    conversation stands behind it."""
    if at + 1 == len(tokens) or not means(phrases(), tokens[at].word, "no", spoken):
        return False
    if not text[tokens[at].end : tokens[at + 1].start].isspace():
        return False
    _, meanings = _longest(tokens, at + 1, spoken)
    return all(group in _LIGHT for group, _ in meanings)


def _numbered(text: str, tokens: tuple[Token, ...], at: int, saying: Saying) -> None:
    """Keep the number that a word is: "2", "3e", "number two"."""
    word = tokens[at].word
    if word.isdecimal() and len(word) == 1 and word != "0":
        if _of_days(tokens, at + 1):
            return
        if text[tokens[at].start : tokens[at].end] == word and not _counts(tokens, at, saying):
            saying.numbers.append(int(word))
        else:  # "3e", "2nd", "number 2"
            saying.found.setdefault("pick", []).append(word)
    elif at and means(turn_phrases(), tokens[at - 1].word, "figure", saying.spoken):
        for meaning in phrases().get(word, ()):
            if meaning.group == "number" and meaning.value.isdecimal():
                saying.numbers.append(int(meaning.value))
                return


def _counts(tokens: tuple[Token, ...], at: int, saying: Saying) -> bool:
    """Whether a figure can be nothing but one of those shown: "number 2", "the 2, is it free"."""
    if not at or not means(turn_phrases(), tokens[at - 1].word, "number", saying.spoken):
        return False
    if means(turn_phrases(), tokens[at - 1].word, "figure", saying.spoken):
        return True
    _, behind = _longest(tokens, at + 1, saying.spoken) if at + 1 < len(tokens) else (0, ())
    return any(group in {"it", "asked"} for group, _ in behind)


def means(known: Mapping[str, tuple[Meaning, ...]], said: str, group: str, spoken: str) -> bool:
    """Whether a phrase has a meaning of a group in the language spoken."""
    return any(
        meaning.group == group and spoken in meaning.langs for meaning in known.get(said, ())
    )


def is_filler(word: str, spoken: str) -> bool:
    """Whether a folded word changes nothing in this language."""
    return word in FUNCTION_WORDS or any(
        spoken in meaning.langs and meaning.group in _EMPTY
        for meaning in turn_phrases().get(word, ())
    )


def _longest(
    tokens: tuple[Token, ...], at: int, spoken: str
) -> tuple[int, tuple[tuple[str, str], ...]]:
    """The longest phrase of a conversation that begins here, unless the reader of questions
    knows a longer one ("pas loin" is no "loin"); (its length, ()) in that case."""
    for length in range(min(_MAX_PHRASE, len(tokens) - at), 0, -1):
        said = phrase(tokens, at, length)
        meanings = tuple(
            (meaning.group, meaning.value)
            for meaning in turn_phrases().get(said, ())
            if spoken in meaning.langs
            or (meaning.group == "act" and _INTERNATIONAL in meaning.langs and len(said) > 2)
            or (meaning.group == "language" and length > 1)  # asked for in that language
        )
        asks = phrases().get(said, ())
        known = any(meaning.group not in _BESIDE for meaning in asks) or said in words()
        if meanings and length > 1 and _measures(tokens, at + length - 1, spoken):
            continue
        if any(group == "pick" for group, _ in meanings) and _of_days(tokens, at + length):
            return length, ()  # "le premier dimanche du mois"
        if meanings and not (known and all(group in _LIGHT for group, _ in meanings)):
            return length, meanings
        if known and length > 1:
            return length, tuple(said for said in meanings if said[0] in _TOO)
        if meanings:
            return length, meanings
    return 1, ()


def _of_days(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether days are counted and not what is shown: "the last weekend", "le 2e samedi"; but
    "the second, Sunday?" and "the second tomorrow?" are not."""
    if at == len(tokens) or (at and tokens[at].start - tokens[at - 1].end > 1):
        return False
    said = phrases().get(tokens[at].word, ())
    return any(m.value in _COUNTED_DAYS for m in said)


def _measures(tokens: tuple[Token, ...], at: int, spoken: str) -> bool:
    """Whether "more" begins a comparison: ca "alguna cosa més curta"."""
    return any(
        means(turn_phrases(), phrase(tokens, at, length), "relative", spoken)
        for length in (2, 3)
        if at + length <= len(tokens)
    )


def _language(tokens: tuple[Token, ...], prior: str | None) -> str:
    """The language in which most of the words are at home; the conversation's own where it is
    nearly as likely."""
    score: Counter[str] = Counter()
    for length in (4, 3, 2, 1):
        for start in range(min(len(tokens), MAX_WORDS * 2) - length + 1):
            said = phrase(tokens, start, length)
            for known in (turn_phrases(), phrases()):
                spoken = {lang for meaning in known.get(said, ()) for lang in meaning.langs}
                for lang in spoken:
                    score[lang] += length * 12 // len(spoken)
            hits = {lang for _, lang in words().get(said, ())}
            for lang in hits:
                score[lang] += length * 8 // len(hits)
    best = max(LANGUAGES, key=lambda lang: (score[lang], -LANGUAGES.index(lang)))
    if prior is not None and score[prior] >= score[best] * _LONE_PRIOR:
        return prior
    return best if score[best] else prior or "fr"


@cache
def _known_words() -> frozenset[str]:
    """Every single word that somebody's phrase holds: never taken for a slip."""
    known = (*phrases(), *words(), *turn_phrases())
    return frozenset(word for said in known for word in said.split()) | FUNCTION_WORDS


@cache
def _slippable(lang: str | None) -> tuple[str, ...]:
    """Words long enough to be recognised with a slip of the finger; of one language, or of all."""
    return tuple(sorted(word for word in turn_words(lang) if len(word) >= 4))


def _corrected(
    tokens: tuple[Token, ...], places: PlaceNames, lang: str | None
) -> tuple[Token, ...]:
    """The tokens with one slip mended (two in long words), where a word is known to nobody."""
    if len(tokens) > MAX_WORDS:
        return tokens
    return tuple(
        token
        if len(token.word) < 4
        or token.word in _known_words()
        or not token.word.isalpha()
        or places.named(token.word) is not None
        or places.resembling(token.word) is not None
        else Token(_nearest(token.word, lang), token.start, token.end)
        for token in tokens
    )


def _nearest(word: str, lang: str | None) -> str:
    slips = 1 if len(word) < 8 else 2
    near = process.extractOne(word, _slippable(lang), scorer=OSA.distance, score_cutoff=slips)
    return near[0] if near is not None else word
