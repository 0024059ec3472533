"""One score of named parts, in points; the weights stand here (and what a word is worth in each
field in `rows`, by each way of reading it in `question`) and nowhere else.

words         up to 100: the words found, weighed by rarity, field and how they were read
name          the whole name is what was typed
whole         the words, as they were understood, are all of the name
resemblance   up to 10: likeness of the whole lines; a name that begins so gets more
near          closer is better: a nudge, or the leading part when only a concept or a place
              was asked
town          all of its commune's name was asked for
corrected     a word had to be corrected: always less than any listing that has it as typed
missing       a word is not there at all
elsewhere     it lies not in the town named, but next to it
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from heapq import nlargest
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from catalog.geo import Point, distance_km
from catalog.search import codes
from catalog.search.function_words import FUNCTION_WORDS
from catalog.search.lookup import Lookup, Lookups
from catalog.search.question import How, Reading, Word
from catalog.search.rows import Doc

if TYPE_CHECKING:
    from catalog.search.candidates import Found
    from catalog.search.question import Question

NAME: Final = 50.0
OTHER_NAME: Final = 45.0
ONE_OF_THAT_NAME_KM: Final = 40.0
WHOLE: Final = 8.0
WHOLE_BUT_SMALL_WORDS: Final = 4.0
BEGINNING: Final = 4.0
RESEMBLANCE: Final = 10.0
CORRECTED: Final = -25.0
MISSING: Final = -25.0
NEAR: Final = 8.0
NEAR_KM: Final = 15.0
NEAR_FIRST: Final = 40.0
NEAR_FIRST_KM: Final = 10.0
TOLD: Final = 0.45
NEXT_TOWN: Final = 0.6
NEXT_TOWN_KM: Final = 30.0
LEAST: Final = 35.0
"""Points for its words under which a listing is not an answer."""
GOOD: Final = 60.0
"""Points under which, if a word is unknown, it is worth looking further."""
TOWN: Final = 3.0
ELSEWHERE: Final = -30.0
LOOSE: Final = 0.75
LOOSE_LIKENESS: Final = 0.55
"""What a badly misspelt word is worth times its likeness, and the least likeness."""
OTHER_LANGUAGE_NAME: Final = 0.97
OTHER_ORDER: Final = 0.95
"""Likeness that a name keeps in another language, and with its words in another order."""
FAR_BEHIND: Final = 0.57
"""Share of the best such points under which a listing is only noise below the answer."""
NAME_ALONE: Final = 0.8
FACET_ALONE: Final = 0.59
"""For a question that is only a concept: what a listing is outweighs what it is called, and what it
has beside it even from next door (with NEAR_FIRST less than 100): "toilets" are public toilets."""
_MOST_TO_COME: Final = RESEMBLANCE + BEGINNING + WHOLE + TOWN + NEAR_FIRST
"""What the parts of `complete` can add, but for the name."""

OBVIOUS: Final = frozenset({How.WORD, How.PREFIX})
"""Ways of understanding a word as it was typed."""
_REWRITTEN: Final = frozenset(How) - {How.WORD, How.PREFIX, How.CONCEPT, How.DEPARTMENT}
"""Ways of understanding that put other words in the place of those typed."""


@dataclass(slots=True)
class Scored:
    """A row with the parts of its score. `code`: the concept asked for that it is; `is_it`: it
    is or has what the whole question asks for. `by`: how each word of the question was found."""

    doc: Doc
    code: str | None = None
    is_it: bool = False
    told: bool = False
    parts: dict[str, float] = field(default_factory=lambda: {"words": 100.0})
    by: Sequence[Reading | None] = ()

    @property
    def found(self) -> float:
        """How well the words were found, corrections deducted."""
        return self.parts["words"] + self.parts.get("corrected", 0.0)

    @property
    def total(self) -> float:
        """The sum of the parts."""
        return sum(self.parts.values())


def rank(question: Question, found: Found, origin: Point | None, most: int) -> list[Scored]:
    """The rows that are an answer, best first, `most` of them at least where there are so many;
    equal scores in the order of the catalogue."""
    scorer = _Scorer(question, found, origin)
    rows = [scorer.match(doc) for doc in found.docs.values()]
    if question.words:
        best = max([row.found for row in rows], default=0.0)
        least = max(LEAST, FAR_BEHIND * best)
        rows = [row for row in rows if row.found >= least or row.doc.id in found.named]
        rows = _within_reach(rows, found, most)
    for row in rows:
        scorer.complete(row)
    return sorted(rows, key=lambda row: (-round(row.total, 6), row.doc.id))


def _within_reach(rows: list[Scored], found: Found, most: int) -> list[Scored]:
    """Without the rows that cannot come among the first, whatever is added."""
    if len(rows) <= most:
        return rows
    sums = [row.total for row in rows]
    least = nlargest(most, sums)[-1] - _MOST_TO_COME
    return [
        row
        for row, points in zip(rows, sums, strict=True)
        if points >= least or row.doc.id in found.named
    ]


class _Scorer:
    """The readings of a question, arranged for looking them up in rows."""

    def __init__(self, question: Question, found: Found, origin: Point | None) -> None:
        self._question = question
        self._found = found
        self._around = question.near or origin
        self._concepts = _concept_weights(question)
        self._place_first = bool(self._concepts or question.near or not question.words)
        self._rarities = [word.rarity for word in question.words]
        self._rarity = sum(self._rarities) or 1.0
        self._lookups = Lookups(question.words, self._every)
        self._ending = Lookup(question.ending, self._every) if question.ending else None
        self._lines: dict[tuple[Reading | None, ...], _Line] = {}
        self._as_typed = _Line(question, ())

    @cached_property
    def _every(self) -> set[str]:
        return set().union(*[doc.sight.terms for doc in self._found.docs.values()])

    def match(self, doc: Doc) -> Scored:
        """A row with what it earns for the words of the question."""
        row = Scored(doc)
        if self._concepts:
            self._score_concept(row)
        if self._question.words and not row.is_it:
            self._score_words(row)
        return row

    def complete(self, row: Scored) -> None:
        """The other parts of a row; a part that is nothing is left out."""
        doc, parts = row.doc, row.parts
        away = None
        if self._around is not None:
            away = distance_km(self._around, Point(doc.latitude, doc.longitude))
        if doc.id in self._found.named and self._is_its_name(away):
            parts["name"] = NAME if doc.name == self._question.typed else OTHER_NAME
        line = self._line(row)
        if row.code is None or away is None:
            self._compare(row, line)
        if away is not None:
            first = self._place_first and (not self._concepts or row.is_it)
            most, reach = (NEAR_FIRST, NEAR_FIRST_KM) if first else (NEAR, NEAR_KM)
            parts["near"] = most / (1 + away / reach)
        town = doc.sight.town
        if town and not row.is_it and town <= line.words:
            parts["town"] = TOWN

    def _line(self, row: Scored) -> _Line:
        """The question as it was understood in this row."""
        for reading in row.by:
            if reading is not None and reading.how in _REWRITTEN:
                break
        else:
            return self._as_typed
        key = tuple(row.by)
        if key not in self._lines:
            self._lines[key] = _Line(self._question, key)
        return self._lines[key]

    def _score_concept(self, row: Scored) -> None:
        """The words of a question that is only a concept, if the row is or has it."""
        sight, worth = row.doc.sight, 1.0
        code = row.code = next((code for code in self._concepts if code in sight.is_a), None)
        if code is None:
            worth = FACET_ALONE
            code = next((code for code in self._concepts if code in sight.has), None)
        if code is not None:
            row.is_it = True
            row.parts["words"] = 100.0 * worth * self._concepts[code]
            row.by = [
                next((each for each in word.readings.values() if each.terms == (code,)), None)
                for word in self._question.words
            ]

    def _score_words(self, row: Scored) -> None:
        doc, parts = row.doc, row.parts
        total = 0.0
        corrected = elsewhere = missing = False
        worths, row.by = self._lookups.best(doc.sight.terms)
        for at, literal in enumerate(worths):
            worth = literal
            if worth < NEXT_TOWN and at in self._found.towns:
                worth = max(worth, self._next_town(doc, at))
                elsewhere = True
            elif not worth:
                if self._lookups.words[at].loose:
                    worth = LOOSE * _likeness(self._lookups.words[at].text, doc)
                    corrected = corrected or worth > 0
                missing = missing or not worth
            reading = row.by[at]
            if reading is not None and reading.corrected:
                corrected = True
            total += self._rarities[at] * worth
        share = total / self._rarity
        if self._concepts:
            share *= NAME_ALONE
        if doc.id in self._found.told and share < TOLD:
            share, row.told, missing = TOLD, True, False
        parts["words"] = 100.0 * share
        if corrected:
            parts["corrected"] = CORRECTED
        elif missing:
            parts["missing"] = MISSING
        if elsewhere:
            parts["elsewhere"] = ELSEWHERE

    def _is_its_name(self, away: float | None) -> bool:
        """Whether the listings of exactly this name are asked for. "Le Moulin" is a name;
        "moulin" is any mill, unless we do not know where we are, or the only one of that name
        is not far."""
        if away is None or not self._question.generic:
            return True
        return len(self._found.named) == 1 and away <= ONE_OF_THAT_NAME_KM

    def _next_town(self, doc: Doc, position: int) -> float:
        here = Point(doc.latitude, doc.longitude)
        away = min(distance_km(town, here) for town in self._found.towns[position])
        return NEXT_TOWN * max(0.0, 1 - away / NEXT_TOWN_KM)

    def _compare(self, row: Scored, line: _Line) -> None:
        """The whole lines: `resemblance` and `whole`."""
        doc, parts, asked = row.doc, row.parts, line.text
        sight, name = doc.sight, doc.name
        likeness = max(fuzz.ratio(asked, name), OTHER_ORDER * fuzz.token_sort_ratio(asked, name))
        if not sight.town.isdisjoint(line.words) and not sight.town <= sight.called:
            there = f"{name} {doc.commune}"
            likeness = max(
                likeness,
                fuzz.ratio(asked, there),
                OTHER_ORDER * fuzz.token_sort_ratio(asked, there),
            )
        if doc.alternative:
            for other in doc.alternative.split(" | "):
                likeness = max(likeness, OTHER_LANGUAGE_NAME * fuzz.ratio(asked, other))
        points = RESEMBLANCE * likeness / 100
        if name.startswith(asked):
            points += BEGINNING
        elif self._ending is not None and self._ending.of.keys() & sight.terms.keys():
            points += BEGINNING / 2
        parts["resemblance"] = points
        if asked == name:
            parts["whole"] = WHOLE
        elif line.words == sight.called or line.words == sight.called | sight.town:
            parts["whole"] = WHOLE_BUT_SMALL_WORDS


class _Line:
    """A question with the words that a row was found by in place of those that were typed."""

    def __init__(self, question: Question, by: Sequence[Reading | None]) -> None:
        written = question.typed.split()
        if by:
            replaced: dict[str, str] = {}
            before: Reading | None = None
            for word, reading in zip(question.words, by, strict=True):
                if reading is not None and reading.how in _REWRITTEN:
                    replaced[word.text] = "" if reading is before else " ".join(reading.terms)
                before = reading
            written = " ".join([replaced.get(each, each) for each in written]).split()
        self.text = " ".join(written)
        self.words = frozenset(written) - FUNCTION_WORDS or frozenset(written)


def _likeness(word: str, doc: Doc) -> float:
    """How much a badly misspelt word is like one of the row, 0 or from LOOSE_LIKENESS to 1."""
    found = process.extractOne(
        word,
        f"{doc.name} {doc.alternative} {doc.commune}".split(),
        scorer=OSA.normalized_similarity,
        score_cutoff=LOOSE_LIKENESS,
    )
    return float(found[1]) if found else 0.0


def _concept_weights(question: Question) -> dict[str, float]:
    """The concepts that the whole question may be, best first; 1.0 for the best."""
    weights = {
        code: min(
            reading.weight
            for word in question.words
            for reading in word.readings.values()
            if reading.terms == (code,)
        )
        for code in question.shared_codes
    }
    best = max(weights.values(), default=1.0)
    ordered = sorted(weights, key=lambda code: (-weights[code], code))
    return {code: weights[code] / best for code in ordered}


def understood(word: Word, reading: Reading) -> str:
    """`how:typed>understood`."""
    return f"{reading.how}:{word.text}>{'+'.join(map(codes.term, reading.terms))}"
