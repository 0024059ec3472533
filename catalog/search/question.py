"""A typed line as words, and for each word what it may stand for in the catalogue."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from enum import StrEnum
from math import log
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from catalog.geo import Point
from catalog.search.function_words import FUNCTION_WORDS, HERE, NEAR_PHRASES
from catalog.search.normalise import MAX_CHARACTERS, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.search.lexicon import Lexicon, Meaning, Neighbour

MAX_WORDS: Final = 12
_WRITTEN: Final = re.compile(r"\w+")
MAX_PHRASE: Final = 5
LOOSE_LETTERS: Final = 2


class How(StrEnum):
    """By which way a word was understood."""

    WORD = "word"
    PREFIX = "prefix"
    CONCEPT = "concept"
    JOINED = "joined"
    SPLIT = "split"
    SPELLING = "spelling"
    SOUND = "sound"


WEIGHT: Final = {
    How.WORD: 1.0,
    How.PREFIX: 0.93,
    How.JOINED: 0.96,
    How.SPLIT: 0.96,
    How.CONCEPT: 0.85,
    How.SPELLING: 0.80,
    How.SOUND: 0.74,
}
"""What a listing earns for a word, by how it was understood; the table of the ranking."""

SECOND_ERROR: Final = 0.10
FIRST_LETTER: Final = 0.06
OTHER_LANGUAGE: Final = 0.97
INFLECTED: Final = 0.97


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing a word may stand for: words (all of them) or a code that a listing has."""

    how: How
    terms: tuple[str, ...]
    weight: float
    beginning: bool = False
    corrected: bool = False

    @property
    def expression(self) -> str:
        """The FTS5 condition. Terms hold letters and digits only, so quoting is enough."""
        if self.beginning:
            return f'"{self.terms[0]}"*'
        if len(self.terms) == 1:
            return f'"{self.terms[0]}"'
        return "(" + " AND ".join(f'"{term}"' for term in self.terms) + ")"


@dataclass(slots=True)
class Word:
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
        """Keep a reading, or the better of two with the same condition."""
        key = reading.expression
        known = self.readings.get(key)
        if known is None or known.weight < reading.weight:
            self.readings[key] = reading

    @property
    def expression(self) -> str:
        """The FTS5 condition that any reading satisfies."""
        if self.loose:
            return "(" + " OR ".join([*self.readings, f'"{self.text[:LOOSE_LETTERS]}"*']) + ")"
        return "(" + " OR ".join(self.readings) + ")"


@dataclass(slots=True)
class Question:
    """What was typed. `words` decide; `ending` is a function word that may be the beginning of
    another; `near` is the place asked to be near of; `generic`: letter for letter the word for
    a concept, without an article ("lac", "office de tourisme")."""

    typed: str
    lang: str
    words: list[Word]
    ending: Word | None = None
    near: Point | None = None
    generic: bool = False

    @property
    def asked(self) -> str:
        """The words that decide."""
        return " ".join(word.text for word in self.words)

    @property
    def unfinished(self) -> bool:
        """Whether more letters may come."""
        return self.ending is not None or any(word.unfinished for word in self.words)

    @property
    def concept_only(self) -> bool:
        """Whether the whole question is one concept ("toilets", "aire de pique-nique"): then
        the nearest is the best."""
        return bool(self.shared_codes)

    @property
    def shared_codes(self) -> set[str]:
        """The concepts that every word names."""
        return set.intersection(*(word.codes for word in self.words)) if self.words else set()


def read(lexicon: Lexicon, text: str, *, lang: str, prefix: bool) -> Question:
    """Understand a line as it is spelt; corrections come later, if they are needed."""
    typed = tokens(text)
    kept, near = _place_asked(lexicon, typed, prefix=prefix)
    kept = kept[:MAX_WORDS]
    content = [word for word in kept if word not in FUNCTION_WORDS]
    ending = None
    if not content:
        content = kept
    elif prefix and kept[-1] in FUNCTION_WORDS and near is None:
        ending = Word(kept[-1], unfinished=True, listings=None)
        ending.add(Reading(How.PREFIX, (kept[-1],), WEIGHT[How.PREFIX], beginning=True))
    last = len(content) - 1 if prefix and ending is None and near is None else -1
    words = [
        Word(word, unfinished=position == last, listings=lexicon.listings(word))
        for position, word in enumerate(content)
    ]
    question = Question(" ".join(typed), lang, words, ending, near)
    for word in words:
        if word.listings:
            word.add(Reading(How.WORD, (word.text,), WEIGHT[How.WORD]))
        if word.unfinished:
            word.add(Reading(How.PREFIX, (word.text,), WEIGHT[How.PREFIX], beginning=True))
    _add_meanings(lexicon, question, _accented(text))
    for word in words:
        word.rarity = _rarity(lexicon, word)
    return question


def _place_asked(
    lexicon: Lexicon, typed: list[str], *, prefix: bool
) -> tuple[list[str], Point | None]:
    """The words without "near X", and where X is; all words if X is nowhere."""
    for start in range(len(typed)):
        announced = next(
            (found for found in NEAR_PHRASES if tuple(typed[start : start + len(found)]) == found),
            None,
        )
        if announced is None:
            continue
        place = typed[start + len(announced) :]
        while len(place) > 1 and place[0] in FUNCTION_WORDS - {"la", "le", "les", "los", "las"}:
            place = place[1:]
        if not place:
            continue
        if tuple(place) in HERE:
            return typed[:start] or typed, None
        point = _locate(lexicon, place, prefix=prefix)
        if point is not None:
            return typed[:start], point
    return typed, None


def _locate(lexicon: Lexicon, place: list[str], *, prefix: bool) -> Point | None:
    name = " ".join(place)
    towns = lexicon.towns(name)
    if towns:
        return towns[0].point
    point = lexicon.place_called(name)
    if point is None and prefix and len(name) >= 3:
        towns = lexicon.towns(name, unfinished=True)
        point = towns[0].point if towns else None
    if point is None:
        for position, word in enumerate(place):
            for other in lexicon.neighbours(word, unfinished=False)[:6]:
                towns = lexicon.towns(
                    " ".join([*place[:position], other.word, *place[position + 1 :]])
                )
                if towns:
                    return towns[0].point
    return point


def _runs(words: list[Word]) -> Iterator[tuple[int, int]]:
    """Every run of neighbouring words that may be one phrase, as (first, after last)."""
    for first in range(len(words)):
        for after in range(first + 1, min(len(words), first + MAX_PHRASE) + 1):
            yield first, after


def _accented(text: str) -> frozenset[str]:
    """The words typed with accents: whoever types "marché" does not mean "marche"."""
    written = _WRITTEN.findall(normalize("NFC", text[:MAX_CHARACTERS]).casefold())
    return frozenset(word for word in written if not word.isascii())


def _as_written(meanings: tuple[Meaning, ...], accented: frozenset[str]) -> list[Meaning]:
    """The meanings spelt with the accents typed; all of them where none is."""
    exact = [meaning for meaning in meanings if accented & {*_WRITTEN.findall(meaning.spelt)}]
    phrases = {meaning.phrase for meaning in exact}
    return exact + [meaning for meaning in meanings if meaning.phrase not in phrases]


def _in_language(meanings: list[Meaning], lang: str) -> Iterator[tuple[Meaning, bool]]:
    """The meanings of each phrase in the reader's language, which lead, and in French, the
    language of the place; those of other languages where neither knows the phrase ("gare" is a
    station to all but Italians)."""
    known = {(meaning.phrase, meaning.lang) for meaning in meanings}
    for meaning in meanings:
        first = lang if (meaning.phrase, lang) in known else "fr"
        if (meaning.phrase, first) not in known or meaning.lang == first:
            yield meaning, True
        elif meaning.lang == "fr":
            yield meaning, False


def _add_meanings(lexicon: Lexicon, question: Question, accented: frozenset[str]) -> None:
    """Read runs of words as phrases of the vocabulary, in every language at once."""
    words = question.words
    runs = {
        " ".join(word.text for word in words[first:after]): (first, after)
        for first, after in _runs(words)
    }
    if not runs:
        return
    exact = _as_written(lexicon.meanings(tuple(runs)), accented)
    for meaning, leads in _in_language(exact, question.lang):
        question.generic = question.generic or tokens(meaning.spelt) == question.typed.split()
        _mean(question, *runs[meaning.phrase], meaning, 1.0, leads=leads)
    phrases = {meaning.phrase for meaning in exact}
    for phrase, (first, after) in runs.items():
        named = phrase in phrases
        if len(phrase) >= 4 and phrase.isascii() and not named:
            for meaning in lexicon.meanings_stemmed(phrase):
                _mean(question, first, after, meaning, INFLECTED)
                named = True
        if after == len(words) and words[-1].unfinished and len(phrase) >= 3:
            for meaning in lexicon.meanings_begun(phrase):
                if named and accented and not accented & {*_WRITTEN.findall(meaning.spelt)}:
                    continue
                weight = 0.8 + 0.2 * meaning.complete
                _mean(question, first, after, meaning, weight, leads=not named)


def _mean(
    question: Question,
    first: int,
    after: int,
    meaning: Meaning,
    factor: float,
    *,
    leads: bool = True,
) -> None:
    """Give the words of a run a concept as one more reading; `leads`: it may be all that the
    question is about ("concert" is a concert, though "concert hall" begins so too)."""
    weight = WEIGHT[How.CONCEPT] * meaning.weight * factor
    if meaning.lang not in (question.lang, "fr"):
        weight *= OTHER_LANGUAGE
    for word in question.words[first:after]:
        word.add(Reading(How.CONCEPT, (meaning.code,), weight))
        if leads and (meaning.complete >= 0.6 or len(meaning.phrase) * meaning.complete >= 5):
            word.codes.add(meaning.code)


def _rarity(lexicon: Lexicon, word: Word) -> float:
    counts = [word.listings or 0]
    counts += [lexicon.frequency(code) for code in word.codes]
    found = max(counts)
    return 0.5 + log(1 + lexicon.size / (1 + found))


def add_unfinished(question: Question) -> None:
    """Read words that nobody knows as beginnings, wherever they stand."""
    for word in question.words:
        if not word.listings and len(word.text) >= 3:
            word.add(Reading(How.PREFIX, (word.text,), WEIGHT[How.PREFIX] * 0.9, beginning=True))


def add_corrections(lexicon: Lexicon, question: Question) -> None:
    """Read words as misspelt, and the corrected words as phrases of the vocabulary."""
    for position, word in enumerate(question.words):
        neighbours = lexicon.neighbours(word.text, unfinished=word.unfinished)
        for other in neighbours:
            weight = _closeness(other)
            how = How.SOUND if other.by_sound else How.SPELLING
            if other.listings or other.beginning:
                word.add(
                    Reading(how, (other.word,), weight, beginning=other.beginning, corrected=True)
                )
        _add_corrected_meanings(lexicon, question, position, neighbours)
        if not word.listings and not word.codes:
            known = max((other.listings for other in neighbours[:3]), default=0)
            word.rarity = 0.5 + log(1 + lexicon.size / (1 + max(known, 5)))


def _add_corrected_meanings(
    lexicon: Lexicon, question: Question, position: int, neighbours: tuple[Neighbour, ...]
) -> None:
    words = question.words
    runs: dict[str, tuple[int, int, float]] = {}
    for first, after in _runs(words):
        if first <= position < after:
            for other in neighbours[:8]:
                if not other.beginning:
                    spelt = [word.text for word in words[first:after]]
                    spelt[position - first] = other.word
                    runs.setdefault(" ".join(spelt), (first, after, _closeness(other)))
    if not runs:
        return
    for meaning in lexicon.meanings(tuple(runs)):
        first, after, weight = runs[meaning.phrase]
        weight *= WEIGHT[How.CONCEPT] * meaning.weight
        for word in words[first:after]:
            word.add(Reading(How.CONCEPT, (meaning.code,), weight, corrected=True))


def _closeness(other: Neighbour) -> float:
    if other.by_sound:
        return WEIGHT[How.SOUND] - (0 if other.first_letter else FIRST_LETTER)
    weight = WEIGHT[How.SPELLING] - SECOND_ERROR * (other.errors - 1)
    return weight if other.first_letter else weight - FIRST_LETTER


def loosen(question: Question) -> list[Word]:
    """Let go of the words that nobody knows: they are too badly spelt to be looked up."""
    unknown = [
        word
        for word in question.words
        if not word.listings and not word.codes and len(word.text) >= 4
    ]
    for word in unknown:
        word.loose = True
    return unknown


def add_joined_and_split(lexicon: Lexicon, question: Question) -> None:
    """Read neighbouring words as one ("roc amadour") and one word as several ("capdecouverte")."""
    words = question.words
    for left, right in itertools.pairwise(words):
        joined = left.text + right.text
        if lexicon.listings(joined):
            reading = Reading(How.JOINED, (joined,), WEIGHT[How.JOINED])
        elif right.unfinished and len(joined) >= 5:
            reading = Reading(How.JOINED, (joined,), WEIGHT[How.JOINED] * 0.95, beginning=True)
        else:
            close = [n for n in lexicon.neighbours(joined, unfinished=False) if n.listings][:1]
            if not close:
                continue
            reading = Reading(How.JOINED, (close[0].word,), _closeness(close[0]), corrected=True)
        left.add(reading)
        right.add(reading)
    for word in words:
        parts = lexicon.split(word.text)
        if parts:
            word.add(Reading(How.SPLIT, parts, WEIGHT[How.SPLIT]))
