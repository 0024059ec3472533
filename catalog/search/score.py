"""The rows that answer a question, best first. A score is a sum of named parts (`weights`).

What the words earn is soon known of all rows (`earned`). To compare whole lines takes longer: only
rows are compared that can still come among those shown.
"""

from __future__ import annotations

from heapq import heappush, heappushpop
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from catalog.geo import Point, distance_km
from catalog.search.earned import Earned, Earnings
from catalog.search.line import AS_LONG, Line, almost
from catalog.search.lookup import Lookup
from catalog.search.question import How
from catalog.search.rows import Doc
from catalog.search.weights import (
    ALMOST,
    ALMOST_BEGUN,
    ALMOST_LETTERS,
    BEGINNING,
    CALLED_WHAT_IT_IS,
    FAR_BEHIND,
    GOES_ON,
    ITSELF,
    LEAST,
    NAME,
    NAME_BEGUN,
    NEAR,
    NEAR_FIRST,
    NEAR_FIRST_KM,
    NEAR_KM,
    ONE_OF_THAT_NAME_KM,
    OTHER_NAME,
    PHRASE_BEGUN,
    RESEMBLANCE,
    TOWN,
    TOWN_BEGUN,
    WHOLE,
    WHOLE_BUT_SMALL_WORDS,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence, Set

    from catalog.search.picking import Found
    from catalog.search.question import Question, Reading


class Scored(Struct, eq=False, gc=False):
    """A row with the parts of its score and their sum. `earned`: for the words of the question;
    `away_km`: from the place asked for or the origin."""

    doc: Doc
    earned: Earned
    away_km: float | None
    parts: dict[str, float]
    total: float


_GOES_ON: Final = GOES_ON / 100
_CONCEPT: Final = How.CONCEPT
_Waiting = tuple[float, int, Doc, Earned, Line, float | None, dict[str, float]]
"""A row whose lines are not compared yet: less the points that it cannot exceed, its number,
itself, what its words earned, the line to compare, how far away it is, and its other parts."""


def rank(
    question: Question,
    found: Found,
    origin: Point | None,
    most: int,
    in_french: Callable[[str], str | None],
) -> list[Scored]:
    """The rows that are an answer, best first, `most` of them at least where there are so many;
    equal scores in the order of the catalogue. `in_french`: the French phrase for a concept."""
    scorer = _Scorer(question, found, origin, in_french)
    docs = [*found.docs.values()]
    rows = [*zip(docs, map(scorer.earnings.of, docs), strict=True)]
    if question.words and rows:
        behind, named = FAR_BEHIND * max([earned.found for _, earned in rows]), found.named
        rows = [
            row
            for row in rows
            if (row[1].found >= behind and row[1].parts["words"] >= LEAST) or row[0].id in named
        ]
    scored = scorer.first(rows, most)
    ordered = sorted([(-round(row.total, 6), row.doc.id, row) for row in scored])
    return [row for _, _, row in ordered]


class _Scorer:
    """One question, compared with rows."""

    def __init__(
        self,
        question: Question,
        found: Found,
        origin: Point | None,
        in_french: Callable[[str], str | None],
    ) -> None:
        self._question = question
        self._found = found
        self._around = question.near or origin
        self.earnings = Earnings(question, found, in_french, around=self._around is not None)
        self._concepts = bool(self.earnings.concepts)
        self._place_first = bool(self._concepts or question.near or not question.words)
        self._ending: Lookup | None = None
        self._unfinished = question.unfinished
        self._goes_on = self._ends_begun = 0.0
        if question.ending is not None:
            self._ending = Lookup(question.ending, lambda: self.earnings.spelt)
            self._goes_on, self._ends_begun = NAME_BEGUN, BEGINNING / 2
        elif self._unfinished and " " in question.typed and not self.earnings.compound:
            self._goes_on = PHRASE_BEGUN
        several = self._concepts and (self._goes_on or len(self.earnings.asked) > 1)
        self._may_be_named = bool(found.named or found.meant or several)
        self._compares_slips = len(question.typed) >= ALMOST_LETTERS
        self._initial, self._typed = question.typed[:1], len(question.typed)

    def first(self, rows: Iterable[tuple[Doc, Earned]], most: int) -> list[Scored]:
        """The rows with all their parts, without those that cannot come among the first `most`
        whatever is added: the likeliest are completed first, so that these are soon known."""
        done: list[Scored] = []
        best: list[tuple[float, int]] = []
        for row in sorted([self._waiting(doc, earned) for doc, earned in rows]):
            if len(best) == most:
                at_most = -round(row[0], 6)
                if at_most < best[0][0]:
                    break
                if (at_most, -row[1]) < best[0]:
                    continue
            scored = self._complete(row)
            done.append(scored)
            place = round(scored.total, 6), -row[1]
            if len(best) < most:
                heappush(best, place)
            else:
                heappushpop(best, place)
        return done

    def _waiting(self, doc: Doc, earned: Earned) -> _Waiting:
        """A row with all its parts but `resemblance`, and what that may be at most."""
        points, away = earned.points, None
        sight, line = doc.sight, earned.line or self.earnings.line(earned)
        parts: dict[str, float] = {}
        if self._around is not None:
            away = distance_km(self._around, doc.point)
            first = self._place_first and (earned.is_it or not self._concepts)
            most, reach = (NEAR_FIRST, NEAR_FIRST_KM) if first else (NEAR, NEAR_KM)
            points += parts.setdefault("near", most / (1 + away / reach))
        if self._may_be_named and (name := self._name(doc, away)):
            points += parts.setdefault("name", name)
        if not earned.is_a or away is None:
            if self._compares_slips and (almost := self._almost(doc)):
                points += parts.setdefault("almost", almost)
            if whole := self._whole(doc, line, earned):
                points += parts.setdefault("whole", whole)
            points += self._resemblance_at_most(doc, line)
        if not earned.is_it and sight.town and sight.town <= line.words:
            points += parts.setdefault("town", TOWN)
        if sight.settlement and self._is_all_asked(sight.town, line.words):
            points += parts.setdefault("itself", ITSELF)
        return -points, doc.id, doc, earned, line, away, parts

    def _is_all_asked(self, town: Set[str], asked: Set[str]) -> bool:
        """Whether nothing but a commune is asked for; of its last word the beginning will do."""
        if town == asked:
            return bool(town)
        begun, rest = asked - town, town - asked
        if not self._unfinished or len(begun) != 1 or len(rest) != 1:
            return False
        (last,) = begun
        return len(last) >= TOWN_BEGUN and next(iter(rest)).startswith(last)

    def _resemblance_at_most(self, doc: Doc, line: Line) -> float:
        """No less than `resemblance`, told from the lengths of the lines: most of what cannot be
        shown any more goes by this look."""
        sight, typed, size = doc.sight, line.size, len(doc.name)
        begun = doc.name.startswith(line.text)
        points = BEGINNING if begun else self._ends_begun
        if sight.called == line.words:
            return points + RESEMBLANCE
        compared = size
        if typed > size:
            compared = min(typed, size + 1 + len(doc.commune))
        alike = 2 * (typed if typed < compared else compared) / (typed + compared)
        if begun and alike < _GOES_ON:
            alike = _GOES_ON
        if sight.others:
            spoken = len(line.spoken)
            compared = min(max(spoken, sight.lengths[0]), sight.lengths[-1])
            alike = max(alike, 2 * min(spoken, compared) / (spoken + compared))
        return points + RESEMBLANCE * alike

    def _name(self, doc: Doc, away: float | None) -> float:
        """For a name that is all that is typed, or all that is meant, or goes on from it."""
        if doc.id in self._found.named:
            if not self._is_its_name(away):
                return CALLED_WHAT_IT_IS
            return NAME if doc.name == self._question.typed else OTHER_NAME
        if doc.id in self._found.meant:
            return CALLED_WHAT_IT_IS
        if (
            self._concepts
            and len(self.earnings.asked) > 1
            and doc.sight.called == self.earnings.asked
        ):
            return OTHER_NAME if away is None else CALLED_WHAT_IT_IS
        if self._concepts and self._goes_on and doc.name.startswith(self._question.typed):
            return self._goes_on
        return 0.0

    def _is_its_name(self, away: float | None) -> bool:
        """Whether the listings of exactly this name are asked for. "Le Moulin" is a name;
        "moulin" is any mill, unless we do not know where we are, or the only one of that name
        is not far."""
        if away is None or not self._question.generic:
            return True
        return len(self._found.named) == 1 and away <= ONE_OF_THAT_NAME_KM

    def _complete(self, row: _Waiting) -> Scored:
        """A row with all its parts; a part that is nothing is left out."""
        _, _, doc, earned, line, away, others = row
        parts = {**earned.parts, **others}
        if not earned.is_a or away is None:
            parts["resemblance"] = self._resemblance(doc, line)
        return Scored(doc, earned, away, parts, sum(parts.values()))

    def _resemblance(self, doc: Doc, line: Line) -> float:
        """For the likeness of the whole lines."""
        begun = doc.name.startswith(line.text)
        least = GOES_ON if begun and self._unfinished else 0.0
        points = RESEMBLANCE * line.likeness(doc, least) / 100
        if begun:
            points += BEGINNING
        elif self._ending and not self._ending.of.keys().isdisjoint(doc.sight.terms):
            points += BEGINNING / 2
        return points

    def _almost(self, doc: Doc) -> float:
        """For lines that are the same, or begin the same, but for a slip, whatever each word was
        read as. First a look at the first letter and the lengths."""
        name, typed = doc.name, self._typed
        size = len(name)
        if name[:1] != self._initial and not -1 <= typed - size <= 1:
            return 0.0
        as_long = AS_LONG * size <= typed if typed < size else AS_LONG * typed <= size
        goes_on = self._goes_on and typed < size
        if not (as_long or goes_on) or doc.id in self._found.named:
            return 0.0
        asked = self._question.typed
        if as_long and (typed - size <= 1 or not self._unfinished) and almost(asked, name):
            return ALMOST
        if goes_on and almost(asked, name[:typed]):
            return ALMOST_BEGUN
        return 0.0

    def _whole(self, doc: Doc, line: Line, earned: Earned) -> float:
        """For words that are all of the name, with or without the commune. A concept may stand
        for a word of the name: "church saint felix" is all of "Église Saint-Félix"."""
        if line.text == doc.name:
            return WHOLE
        called, asked, translated = doc.sight.called, line.words, earned.translated
        if translated is None:
            translated = earned.translated = self._translated(earned.by)
        if not translated:
            whole = called and called <= asked <= called | doc.sight.town
            return WHOLE_BUT_SMALL_WORDS if whole else 0.0
        if len(called) > len(asked) + len(translated) or asked.isdisjoint(called):
            return 0.0
        translated -= called
        named = asked - translated
        rest = called - named
        if len(rest) <= len(translated) and named <= called | doc.sight.town:
            return WHOLE_BUT_SMALL_WORDS
        return 0.0

    def _translated(self, by: Sequence[Reading | None]) -> frozenset[str]:
        """The words that were read as concepts."""
        return frozenset(
            [
                word.text
                for word, reading in zip(self._question.words, by, strict=False)
                if reading is not None and reading.how is _CONCEPT
            ]
        )
