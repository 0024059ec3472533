"""A question as words, and for each word what it may stand for in the catalogue."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from catalog.search.codes import SETTLEMENTS

if TYPE_CHECKING:
    from catalog.geo import Point
    from catalog.search.rows import Sight

LOOSE_LETTERS: Final = 2
"""What is believed of a badly misspelt word."""
SHORT: Final = 2
"""A word of no more letters may be a small word badly spelt."""


class How(StrEnum):
    """By which way a word was understood."""

    WORD = "word"
    PREFIX = "prefix"
    CONCEPT = "concept"
    JOINED = "joined"
    SPLIT = "split"
    SPELLING = "spelling"
    SOUND = "sound"
    ALIAS = "alias"
    ABBREVIATION = "abbreviation"
    DEPARTMENT = "department"

    __hash__ = str.__hash__  # an Enum's own, in Python, is called for every row


LITERAL: Final = frozenset({How.WORD, How.PREFIX})
"""Ways of understanding a word as it was typed."""
_WORDS: Final = frozenset(How) - {How.CONCEPT, How.DEPARTMENT}

WEIGHT: Final = {
    How.WORD: 1.0,
    How.PREFIX: 0.93,
    How.JOINED: 0.96,
    How.SPLIT: 0.96,
    How.CONCEPT: 0.85,
    How.SPELLING: 0.80,
    How.SOUND: 0.74,
    How.ALIAS: 0.97,
    How.ABBREVIATION: 0.92,
    How.DEPARTMENT: 0.90,
}
"""What a listing earns for a word, by how it was understood; the table of the ranking."""

SECOND_ERROR: Final = 0.10
FIRST_LETTER: Final = 0.06
OTHER_LANGUAGE: Final = 0.97
INFLECTED: Final = 0.97
FORM: Final = 0.92
IN_FRENCH: Final = 0.90
"""For another form of a word: its concept; the word itself in a name; and its French."""
CORRECTED_CONCEPT: Final = 0.92
OWN_CORRECTED: Final = 1.12
"""For a misspelt word of the vocabulary in general, and in the language of a reader from abroad:
who asks in German misspells German."""


class Reading(Struct, frozen=True, eq=False, gc=False):
    """One thing a word may stand for: words (all of them) or a code that a listing has.
    `beginning`: any word that begins so; `among`: these are all of them, where they are few;
    `code`: that of the concept of which it is the French word."""

    how: How
    terms: tuple[str, ...]
    weight: float
    beginning: bool = False
    corrected: bool = False
    among: tuple[str, ...] | None = None
    lang: str | None = None
    code: str | None = None

    @property
    def expression(self) -> str:
        """The FTS5 condition. Terms hold letters and digits only, so quoting is enough."""
        if self.among:
            return "(" + " OR ".join(f'"{term}"' for term in self.among) + ")"
        if self.beginning:
            return f'"{self.terms[0]}"*'
        if len(self.terms) == 1:
            return f'"{self.terms[0]}"'
        return "(" + " AND ".join(f'"{term}"' for term in self.terms) + ")"


class Word(Struct, eq=False, gc=False):
    """One typed word. `rarity`: how much it says, from how few listings have it. `loose`: only
    its first letters are believed, the rest is compared with what stands in the listing.
    `codes`: the concepts that it names, alone or with its neighbours, fully enough typed."""

    text: str
    unfinished: bool
    listings: int | None
    readings: dict[str, Reading] = field(default_factory=dict)
    rarity: float = 1.0
    codes: set[str] = field(default_factory=set)
    loose: bool = False

    def add(self, reading: Reading) -> None:
        """Keep a reading, or the better of two with the same condition: what is not corrected,
        then what weighs more."""
        key = reading.expression
        known = self.readings.get(key)
        if known is None or (not known.corrected, known.weight) < (
            not reading.corrected,
            reading.weight,
        ):
            self.readings[key] = reading

    @property
    def expression(self) -> str:
        """The FTS5 condition that any reading satisfies."""
        if self.loose:
            return "(" + " OR ".join([*self.readings, f'"{self.text[:LOOSE_LETTERS]}"*']) + ")"
        return "(" + " OR ".join(self.readings) + ")"

    @property
    def literal(self) -> str:
        """The condition that the word itself satisfies, if it stands in any listing; else the
        words that it may be, without the concepts."""
        kept = [
            key
            for key, reading in self.readings.items()
            if reading.how in (LITERAL if self.listings else _WORDS)
        ]
        return "(" + " OR ".join(kept) + ")" if kept and not self.loose else self.expression


class Question(Struct, eq=False, gc=False):
    """What was typed. `words` decide; `ending` is a function word that may be the beginning of
    another; `near` is the place asked to be near of, `within_km` how near; `generic`: letter for
    letter the word for a concept, without an article ("lac", "office de tourisme"); `spanned`:
    the concepts of which all words are one phrase, in any form; `named`: letter for letter."""

    typed: str
    lang: str
    words: list[Word]
    ending: Word | None = None
    near: Point | None = None
    within_km: float | None = None
    generic: bool = False
    spanned: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)

    @property
    def asked(self) -> str:
        """The words that decide."""
        return " ".join(word.text for word in self.words)

    @property
    def unfinished(self) -> bool:
        """Whether more letters may come."""
        return self.ending is not None or any(word.unfinished for word in self.words)

    def may_mean(self, sight: Sight) -> bool:
        """Whether a row may be what is asked for though nothing says so: what bears the name of its
        commune is that, so Bruniquel is no "marché bruniquel"."""
        if not sight.called <= sight.town:
            return True
        return not SETTLEMENTS.isdisjoint(set().union(*[word.codes for word in self.words]))

    @property
    def unheard(self) -> list[int]:
        """The places of the words that stand in no phrase of the vocabulary, for nobody knows
        them; not those that may be small words badly spelt."""
        return [
            at
            for at, word in enumerate(self.words)
            if word.listings is None and len(word.text) > SHORT
        ]

    @property
    def concept_only(self) -> bool:
        """Whether the whole question is one concept ("toilets", "aire de pique-nique"): then
        the nearest is the best."""
        return bool(self.shared_codes)

    @property
    def shared_codes(self) -> set[str]:
        """The concepts that every word names."""
        return set.intersection(*(word.codes for word in self.words)) if self.words else set()

    @property
    def concept_weights(self) -> dict[str, float]:
        """The concepts that the whole question may be, best first; 1.0 for the best."""
        weights: dict[str, float] = {}
        shared = self.shared_codes
        for reading in [each for word in self.words for each in word.readings.values()]:
            code = reading.terms[0]
            if code in shared and len(reading.terms) == 1:
                weights[code] = min(weights.get(code, reading.weight), reading.weight)
        best = max(weights.values(), default=1.0)
        ordered = sorted(weights, key=lambda code: (-weights[code], code))
        return {code: weights[code] / best for code in ordered}
