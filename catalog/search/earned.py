"""What a row earns for the words of a question.

Rows in which the same words stand in the same places earn the same: it is worked out once for all
of them, and most of the rows of a question are of a few such sorts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from catalog.geo import distance_km
from catalog.search.line import REWRITTEN, Line, badly_spelt
from catalog.search.lookup import Lookups
from catalog.search.question import LITERAL, How, Reading
from catalog.search.weights import (
    CALLED_SO,
    CORRECTED,
    ELSEWHERE,
    FACET_ALONE,
    LOOSE,
    MISSING,
    NAME_ALONE,
    NEAR_FIRST,
    NEXT_TOWN,
    NEXT_TOWN_KM,
    SAID,
    TOLD,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from catalog.search.candidates import Found
    from catalog.search.lookup import Standing
    from catalog.search.question import Question
    from catalog.search.rows import Doc, Sight

_SAID: Final = LITERAL | {How.JOINED, How.SPLIT}


@dataclass(slots=True, eq=False)
class Earned:
    """The parts of a score that the words decide. `found`: how well the words were found,
    corrections deducted; `by`: how each was. `is_it`: the row is or has what the whole question
    asks for; `is_a`: it is that. `told`: only its text has them."""

    parts: Mapping[str, float]
    found: float
    by: Sequence[Reading | None]
    is_it: bool = False
    is_a: bool = False
    told: bool = False


class Earnings:
    """What rows earn for the words of one question. `asked`: these words."""

    def __init__(self, question: Question, found: Found, *, around: bool) -> None:
        """`around`: near is better, from the place asked for or from where we are."""
        self._question = question
        self._found = found
        self._anywhere = not around
        self.concepts = question.concept_weights
        self.compound = question.named & self.concepts.keys()
        self._phrase = not question.spanned.isdisjoint(self.concepts)
        self._rarities = [word.rarity for word in question.words]
        self._rarity = sum(self._rarities) or 1.0
        self.asked = frozenset(word.text for word in question.words)
        self._codes = any(word.codes for word in question.words)
        self._each_by_itself = bool(found.towns) or any(word.loose for word in question.words)
        self._lookups = Lookups(question.words, lambda: self.spelt)
        readings = (reading for word in question.words for reading in word.readings.values())
        self._rewritten = any(reading.how in REWRITTEN for reading in readings)
        self._lines: dict[tuple[Reading | None, ...], Line] = {}
        self._as_typed = Line(question, ())
        self._alike: dict[Standing, Earned] = {}
        self._saids: dict[Standing, float] = {}
        self._what: dict[tuple[Sequence[str], Sequence[str]], tuple[str, bool] | None] = {}
        self._as_what: dict[tuple[str, bool, bool, bool, float], Earned] = {}
        self._nothing_asked = Earned({"words": 100.0}, 100.0, ())

    @cached_property
    def spelt(self) -> set[str]:
        """Every word of the rows."""
        return set().union(*[doc.sight.words for doc in self._found.docs.values()])

    def of(self, doc: Doc) -> Earned:
        """What a row earns."""
        sight = doc.sight
        if self.concepts:
            what = sight.is_a, sight.has
            if what not in self._what:
                self._what[what] = self._asked_for(sight)
            is_what = self._what[what]
            if is_what is not None:
                return self._as_concept(doc, *is_what)
        elif not self._question.words:
            return self._nothing_asked
        if self._codes and sight.town and sight.town < self.asked:
            only_called = self._only_called(sight)
            if only_called:
                return self._for_words(doc, only_called)
        if self._each_by_itself or doc.id in self._found.told:
            return self._for_words(doc, ())
        standing = self._lookups.standing(sight.terms)
        earned = self._alike.get(standing)
        if earned is None:
            earned = self._alike[standing] = self._for_words(doc, ())
        return earned

    def _asked_for(self, sight: Sight) -> tuple[str, bool] | None:
        """The concept asked for that such a row is or has, and whether it is that."""
        for codes_of, is_a in ((sight.is_a, True), (sight.has, False)):
            for code in self.concepts:
                if code in codes_of:
                    return code, is_a
        return None

    def _as_concept(self, doc: Doc, code: str, is_a: bool) -> Earned:
        """For the words of a question that is only a concept."""
        whole = is_a or self._is_called_so(doc)
        both = is_a and not self.compound.isdisjoint(doc.sight.has)
        said = self._said(doc) if len(self._rarities) > 1 else 0.0
        key = code, is_a, whole, both, said
        earned = self._as_what.get(key)
        if earned is None:
            share = 1.0 if whole else FACET_ALONE
            found = 100.0 * share * self.concepts[code]
            parts = {"words": found}
            if said:
                parts["said"] = SAID * said / self._rarity
            if both:
                parts["both"] = NEAR_FIRST
            by = [
                next((each for each in word.readings.values() if each.terms == (code,)), None)
                for word in self._question.words
            ]
            earned = Earned(parts, found, by, is_it=True, is_a=is_a)
            self._as_what[key] = earned
        return earned

    def _is_called_so(self, doc: Doc) -> bool:
        """Whether a row without the concept bears its words as a name, wherever it lies: a Musée
        des Beaux Arts that its source calls a museum only."""
        return self._anywhere and len(self._rarities) > 1 and doc.id in self._found.named

    def _said(self, doc: Doc) -> float:
        """Of all museums the one whose name has the words of "musée de la mine"."""
        standing = self._lookups.standing(doc.sight.terms)
        said = self._saids.get(standing)
        if said is None:
            _, by = self._lookups.best(doc.sight.terms)
            said = self._saids[standing] = sum(
                rarity
                for rarity, reading in zip(self._rarities, by, strict=True)
                if reading is not None and reading.how in _SAID
            )
        return said

    def _for_words(self, doc: Doc, only_called: Collection[int]) -> Earned:
        total = 0.0
        corrected = elsewhere = missing = False
        worths, by = self._lookups.best(doc.sight.terms)
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
            reading = by[at]
            if reading is not None and reading.corrected:
                corrected = True
            total += self._rarities[at] * worth
        share = total / self._rarity
        if self._phrase:
            share *= NAME_ALONE
        told = share < TOLD and doc.id in self._found.told
        if told:
            share, missing = TOLD, False
        found = 100.0 * share
        parts = {"words": found}
        if corrected:
            parts["corrected"] = CORRECTED
            found += CORRECTED
        elif missing:
            parts["missing"] = MISSING
        if elsewhere:
            parts["elsewhere"] = ELSEWHERE
        return Earned(parts, found, by, told=told)

    def _only_called(self, sight: Sight) -> Collection[int]:
        """The words that name a concept which the row is not, though they stand there, when
        nothing else but its commune is asked: "camping Angé" is no Aire de camping-cars there."""
        words = self._question.words
        rest = [at for at, word in enumerate(words) if word.text not in sight.town]
        wanted = set.intersection(*(words[at].codes for at in rest))
        if not wanted or not wanted.isdisjoint(sight.is_a) or not wanted.isdisjoint(sight.has):
            return ()
        return rest

    def _next_town(self, doc: Doc, position: int) -> float:
        here = doc.point
        away = min(distance_km(town, here) for town in self._found.towns[position])
        return NEXT_TOWN * max(0.0, 1 - away / NEXT_TOWN_KM)

    def line(self, by: Sequence[Reading | None]) -> Line:
        """The question as it was understood by these readings."""
        if not self._rewritten:
            return self._as_typed
        for reading in by:
            if reading is not None and reading.how in REWRITTEN:
                break
        else:
            return self._as_typed
        key = tuple(by)
        if key not in self._lines:
            self._lines[key] = Line(self._question, key)
        return self._lines[key]
