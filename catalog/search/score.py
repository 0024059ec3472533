"""One score of named parts, in points; the weights stand here (and what a word is worth in each
field in `rows`, by each way of reading it in `question`) and nowhere else.

words         up to 100: the words found, weighed by rarity, field and how they were read
name          the whole name is what was typed, or goes on from more than what it is
whole         the words, as they were understood, are all of the name
almost        the whole name is almost what was typed, or goes on from almost that
resemblance   up to 10: likeness of the whole lines; a name that begins so gets more
near          closer is better: a nudge, or the leading part when only a concept or a place
              was asked
town          all of its commune's name was asked for
both          it is one concept and has the other that a compound names: the "Glasmuseum"
said          the words themselves stand there too, where several together are a concept
corrected     a word had to be corrected: always less than any listing that has it as typed
missing       a word is not there at all
elsewhere     it lies not in the town named, but next to it
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import heappush, heappushpop
from typing import TYPE_CHECKING, Final

from catalog.geo import Point, distance_km
from catalog.search.line import REWRITTEN, Line, almost, badly_spelt
from catalog.search.lookup import Lookup, Lookups
from catalog.search.question import LITERAL, How, Reading
from catalog.search.rows import Doc

if TYPE_CHECKING:
    from catalog.search.candidates import Found
    from catalog.search.question import Question

NAME: Final = 50.0
OTHER_NAME: Final = 45.0
ONE_OF_THAT_NAME_KM: Final = 40.0
CALLED_WHAT_IT_IS: Final = 8.0
"""For one of several called just "Lavoir", when the nearest lavoir is asked for: two or three
kilometres."""
NAME_BEGUN: Final = 50.0
PHRASE_BEGUN: Final = 22.0
"""For a name that goes on from "moulin de la": more is typed than what it is; and from "table
d'ori" or "la bicyc", which may only be what it is."""
WHOLE: Final = 8.0
WHOLE_BUT_SMALL_WORDS: Final = 4.0
ALMOST: Final = 20.0
ALMOST_BEGUN: Final = 8.0
ALMOST_LETTERS: Final = 6
"""A slip in a small word, or in one that is a word too, makes no other line of a long one."""
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
LEAST: Final = 15.0
"""Points for its words under which a listing is not an answer."""
GOOD: Final = 60.0
"""Points under which, if a word is unknown, it is worth looking further."""
TOWN: Final = 3.0
ELSEWHERE: Final = -30.0
CALLED_SO: Final = 0.8
"""For a word that names what is asked for, in the name of what is something else; less than for
the concept."""
LOOSE: Final = 0.75
"""What a badly misspelt word is worth times its likeness."""
SAID: Final = 10.0
GOES_ON: Final = 90.0
"""Likeness of a name of which only the beginning is typed."""
FAR_BEHIND: Final = 0.54
"""Share of the best such points under which a listing is only noise below the answer."""
NAME_ALONE: Final = 0.8
FACET_ALONE: Final = 0.59
"""For a question that is only a concept: what a listing is outweighs what it is called, and what it
has beside it even from next door (with NEAR_FIRST less than 100): "toilets" are public toilets."""
_MOST_TO_COME: Final = RESEMBLANCE + BEGINNING + WHOLE + TOWN
"""What the parts of `complete` can add, without `almost`."""
_AS_GOOD_AS: Final = 1e-6
"""Points that make no difference: those who have the same come in the order of the catalogue."""

_SAID: Final = LITERAL | {How.JOINED, How.SPLIT}


@dataclass(slots=True, eq=False)
class Scored:
    """A row with the parts of its score. `found`: how well the words were found, corrections
    deducted. `code`: the concept asked for that it is; `is_it`: it is or has what the whole
    question asks for. `by`: how each word of the question was found. `away_km`: from
    the place asked for or the origin. `total`: the sum of the parts."""

    doc: Doc
    parts: dict[str, float]
    found: float = 100.0
    code: str | None = None
    is_it: bool = False
    told: bool = False
    by: Sequence[Reading | None] = ()
    away_km: float | None = None
    total: float = 0.0


def rank(question: Question, found: Found, origin: Point | None, most: int) -> list[Scored]:
    """The rows that are an answer, best first, `most` of them at least where there are so many;
    equal scores in the order of the catalogue."""
    scorer = _Scorer(question, found, origin)
    rows = [scorer.match(doc) for doc in found.docs.values()]
    if question.words:
        best = max([row.found for row in rows], default=0.0)
        rows = [
            row
            for row in rows
            if (row.parts["words"] >= LEAST and row.found >= FAR_BEHIND * best)
            or row.doc.id in found.named
        ]
    rows = scorer.complete_first(rows, most)
    ordered = sorted([(-round(row.total, 6), row.doc.id, row) for row in rows])
    return [row for _, _, row in ordered]


class _Scorer:
    """The readings of a question, arranged for looking them up in rows."""

    def __init__(self, question: Question, found: Found, origin: Point | None) -> None:
        self._question = question
        self._found = found
        self._around = question.near or origin
        self._concepts = question.concept_weights
        self._compound = question.named & self._concepts.keys()
        self._phrase = not question.spanned.isdisjoint(self._concepts)
        self._place_first = bool(self._concepts or question.near or not question.words)
        self._rarities = [word.rarity for word in question.words]
        self._rarity = sum(self._rarities) or 1.0
        self._asked = frozenset(word.text for word in question.words)
        self._codes = any(word.codes for word in question.words)
        self._lookups = Lookups(question.words, lambda: self._every)
        self._ending = Lookup(question.ending, lambda: self._every) if question.ending else None
        self._unfinished = question.unfinished
        self._goes_on = 0.0
        if self._ending is not None:
            self._goes_on = NAME_BEGUN
        elif self._unfinished and " " in question.typed and not self._compound:
            self._goes_on = PHRASE_BEGUN
        readings = (reading for word in question.words for reading in word.readings.values())
        self._rewritten = any(reading.how in REWRITTEN for reading in readings)
        self._lines: dict[tuple[Reading | None, ...], Line] = {}
        self._as_typed = Line(question, ())
        self._concept_readings: dict[str, Sequence[Reading | None]] = {}

    @cached_property
    def _every(self) -> set[str]:
        return set().union(*[doc.sight.terms for doc in self._found.docs.values()])

    def match(self, doc: Doc) -> Scored:
        """A row with what it earns for the words of the question."""
        row = Scored(doc, {"words": 100.0})
        if self._concepts and self._is_concept(row):
            return row
        if self._question.words:
            self._score_words(row)
        return row

    def complete_first(self, rows: list[Scored], most: int) -> list[Scored]:
        """The rows with all their parts, without those that cannot come among the first `most`
        whatever is added: the likeliest are completed first, so that these are soon known."""
        waiting = sorted([(-self._before(row), at) for at, row in enumerate(rows)])
        done: list[Scored] = []
        totals: list[float] = []
        for owed, at in waiting:
            row = rows[at]
            if len(totals) == most and _MOST_TO_COME - owed < totals[0]:
                if _MOST_TO_COME + ALMOST - owed < totals[0]:
                    break
                if not self._may_be_almost(row.doc):
                    continue
            self.complete(row)
            done.append(row)
            if len(totals) < most:
                heappush(totals, row.total)
            else:
                heappushpop(totals, row.total)
        if len(done) <= most:
            return done
        least = totals[0] - _AS_GOOD_AS
        return [row for row in done if row.total >= least]

    def _before(self, row: Scored) -> float:
        """What a row has before its lines are compared."""
        doc, parts = row.doc, row.parts
        away = row.away_km = None
        if self._around is not None:
            away = row.away_km = distance_km(self._around, Point(doc.latitude, doc.longitude))
            first = self._place_first and (not self._concepts or row.is_it)
            most, reach = (NEAR_FIRST, NEAR_FIRST_KM) if first else (NEAR, NEAR_KM)
            parts["near"] = most / (1 + away / reach)
        if doc.id in self._found.named:
            if self._is_its_name(away):
                parts["name"] = NAME if doc.name == self._question.typed else OTHER_NAME
            else:
                parts["name"] = CALLED_WHAT_IT_IS
        elif doc.id in self._found.meant:
            parts["name"] = CALLED_WHAT_IT_IS
        elif self._concepts and self._goes_on and doc.name.startswith(self._question.typed):
            parts["name"] = self._goes_on
        return sum(parts.values())

    def complete(self, row: Scored) -> None:
        """The other parts of a row; a part that is nothing is left out."""
        doc, parts, away = row.doc, row.parts, row.away_km
        line = self._line(row) if self._rewritten else self._as_typed
        if row.code is None or away is None:
            self._compare(row, line)
        town = doc.sight.town
        if town and not row.is_it and town <= line.words:
            parts["town"] = TOWN
        row.total = sum(parts.values())

    def _line(self, row: Scored) -> Line:
        """The question as it was understood in this row."""
        for reading in row.by:
            if reading is not None and reading.how in REWRITTEN:
                break
        else:
            return self._as_typed
        key = tuple(row.by)
        if key not in self._lines:
            self._lines[key] = Line(self._question, key)
        return self._lines[key]

    def _is_concept(self, row: Scored) -> bool:
        """Score the words of a question that is only a concept, if the row is or has it."""
        sight = row.doc.sight
        for codes_of, worth in ((sight.is_a, 1.0), (sight.has, FACET_ALONE)):
            for code, weight in self._concepts.items():
                if code in codes_of:
                    row.code = code if worth == 1.0 else None
                    row.is_it = True
                    share = 1.0 if self._is_called_so(row) else worth
                    row.found = row.parts["words"] = 100.0 * share * weight
                    row.by = self._by_concept(code)
                    if len(self._rarities) > 1:
                        self._add_said(row)
                    if worth == 1.0 and not self._compound.isdisjoint(sight.has):
                        row.parts["both"] = NEAR_FIRST
                    return True
        return False

    def _is_called_so(self, row: Scored) -> bool:
        """Whether a row without the concept bears its words as a name, wherever it lies: a Musée
        des Beaux Arts that its source calls a museum only."""
        return self._around is None and len(self._rarities) > 1 and row.doc.id in self._found.named

    def _add_said(self, row: Scored) -> None:
        """Of all museums the one whose name has the words of "musée de la mine"."""
        _, by = self._lookups.best(row.doc.sight.terms)
        said = sum(
            rarity
            for rarity, reading in zip(self._rarities, by, strict=True)
            if reading is not None and reading.how in _SAID
        )
        if said:
            row.parts["said"] = SAID * said / self._rarity

    def _by_concept(self, code: str) -> Sequence[Reading | None]:
        """The readings of all words as one concept."""
        if code not in self._concept_readings:
            self._concept_readings[code] = [
                next((each for each in word.readings.values() if each.terms == (code,)), None)
                for word in self._question.words
            ]
        return self._concept_readings[code]

    def _score_words(self, row: Scored) -> None:
        doc, parts = row.doc, row.parts
        total = 0.0
        corrected = elsewhere = missing = False
        worths, row.by = self._lookups.best(doc.sight.terms)
        only_called = self._only_called(row)
        for at, literal in enumerate(worths):
            worth = min(literal, CALLED_SO) if at in only_called else literal
            if worth < NEXT_TOWN and at in self._found.towns:
                worth = max(worth, self._next_town(doc, at))
                elsewhere = True
            elif not worth:
                if self._lookups.words[at].loose:
                    worth = LOOSE * badly_spelt(self._lookups.words[at].text, doc)
                    corrected = corrected or worth > 0
                missing = missing or not worth
            reading = row.by[at]
            if reading is not None and reading.corrected:
                corrected = True
            total += self._rarities[at] * worth
        share = total / self._rarity
        if self._phrase:
            share *= NAME_ALONE
        if doc.id in self._found.told and share < TOLD:
            share, row.told, missing = TOLD, True, False
        row.found = parts["words"] = 100.0 * share
        if corrected:
            parts["corrected"] = CORRECTED
            row.found += CORRECTED
        elif missing:
            parts["missing"] = MISSING
        if elsewhere:
            parts["elsewhere"] = ELSEWHERE

    def _only_called(self, row: Scored) -> Collection[int]:
        """The words that name a concept which the row is not, though they stand there, when
        nothing else but its commune is asked: "camping Angé" is no Aire de camping-cars there."""
        sight, words = row.doc.sight, self._question.words
        if not self._codes or not sight.town or not sight.town < self._asked:
            return ()
        rest = [at for at, word in enumerate(words) if word.text not in sight.town]
        wanted = set.intersection(*(words[at].codes for at in rest))
        if not wanted or not wanted.isdisjoint(sight.is_a) or not wanted.isdisjoint(sight.has):
            return ()
        return rest

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

    def _compare(self, row: Scored, line: Line) -> None:
        """The whole lines: `resemblance` and `whole`."""
        doc, parts, asked = row.doc, row.parts, line.text
        begun = doc.name.startswith(asked)
        likeness = line.likeness(doc, GOES_ON if begun and self._unfinished else 0.0)
        if self._may_be_almost(doc):
            self._compare_as_typed(row)
        points = RESEMBLANCE * likeness / 100
        if begun:
            points += BEGINNING
        elif self._ending is not None and not self._ending.of.keys().isdisjoint(doc.sight.terms):
            points += BEGINNING / 2
        parts["resemblance"] = points
        if asked == doc.name:
            parts["whole"] = WHOLE
        elif self._is_whole(row, line.words):
            parts["whole"] = WHOLE_BUT_SMALL_WORDS

    def _may_be_almost(self, doc: Doc) -> bool:
        """Whether a look at the first letter and the length leaves it open that the name is, or
        goes on from, almost what is typed."""
        asked, name = self._question.typed, doc.name
        if len(asked) < ALMOST_LETTERS or doc.id in self._found.named:
            return False
        return name[0] == asked[0] or abs(len(name) - len(asked)) <= 1

    def _compare_as_typed(self, row: Scored) -> None:
        """The lines letter by letter, whatever each word was read as: `almost`."""
        asked, name = self._question.typed, row.doc.name
        goes_on = self._unfinished and len(asked) - len(name) > 1
        if not goes_on and almost(asked, name):
            row.parts["almost"] = ALMOST
        elif self._goes_on and len(name) > len(asked) and almost(asked, name[: len(asked)]):
            row.parts["almost"] = ALMOST_BEGUN

    def _is_whole(self, row: Scored, asked: frozenset[str]) -> bool:
        """Whether the words are all of the name, with or without the commune. A concept may stand
        for a word of the name: "church saint felix" is all of "Église Saint-Félix"."""
        sight = row.doc.sight
        words = self._question.words
        if len(sight.called) > len(asked) + len(words) or asked.isdisjoint(sight.called):
            return False
        translated = {
            word.text
            for word, reading in zip(words, row.by, strict=False)
            if reading is not None and reading.how is How.CONCEPT
        }
        translated -= sight.called
        named = asked - translated
        rest = sight.called - named
        return len(rest) <= len(translated) and named <= sight.called | sight.town
