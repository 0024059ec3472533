"""What a row earns for the words of a question.

Rows in which the same words stand in the same places earn the same: it is worked out once for all
of them, and most of the rows of a question are of a few such sorts.
"""

from __future__ import annotations

from functools import cached_property
from operator import mul
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from catalog.geo import distance_km
from catalog.search.line import REWRITTEN, Line, badly_spelt, is_foreign
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
    UNCLASSED,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence, Set

    from catalog.search.lookup import Standing
    from catalog.search.picking import Found
    from catalog.search.question import Question
    from catalog.search.rows import Doc, Sight

_SAID: Final = LITERAL | {How.JOINED, How.SPLIT}


class Earned(Struct, eq=False, gc=False):
    """The parts of a score that the words decide, and their `points` together. `found`: how well
    the words were found, corrections deducted; `by`: how each was. `is_it`: the row is or has what
    the whole question asks for; `is_a`: it is that. `told`: only its text has them; `unclassed`: it
    only lacks words that say what it is; once they were asked for, `line`: the question as it was
    understood, `translated`: those of its words that were read as concepts."""

    parts: Mapping[str, float]
    points: float
    found: float
    by: Sequence[Reading | None]
    is_it: bool = False
    is_a: bool = False
    told: bool = False
    unclassed: bool = False
    line: Line | None = None
    translated: frozenset[str] | None = None


class Earnings:
    """What rows earn for the words of one question. `asked`: these words."""

    def __init__(
        self,
        question: Question,
        found: Found,
        in_french: Callable[[str], str | None],
        *,
        around: bool,
    ) -> None:
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
        self._in_french = in_french
        self._lines: dict[tuple[Reading | None, ...], Line] = {}
        self._as_typed = Line(question, (), in_french)
        self._alike: dict[Standing, Earned] = {}
        self._saids: dict[Standing, float] = {}
        self._what: dict[tuple[Sequence[str], Sequence[str]], tuple[str, bool] | None] = {}
        self._as_what: dict[tuple[str, bool, bool, bool, float], Earned] = {}
        self._nothing_asked = Earned({"words": 100.0}, 100.0, 100.0, ())

    @cached_property
    def spelt(self) -> set[str]:
        """Every word of the rows."""
        return set().union(*[doc.sight.words for doc in self._found.docs.values()])

    def of(self, doc: Doc) -> Earned:
        """What a row earns."""
        sight = doc.sight
        if self.concepts:
            what = sight.is_a, sight.has
            is_what = self._what.get(what)
            if is_what is None and what not in self._what:
                is_what = self._what[what] = self._asked_for(sight)
            if is_what is not None:
                return self._as_concept(doc, *is_what)
        elif not self._question.words:
            return self._nothing_asked
        only_called: Collection[int] = ()
        if self._phrase and self._is_called_so(doc):
            return self._for_words(doc, (), phrase=False)
        if self._codes and sight.town and sight.town < self.asked:
            only_called = self._only_called(sight)
        if only_called or self._each_by_itself or doc.id in self._found.told:
            earned = self._for_words(doc, only_called)
        else:
            standing = self._lookups.standing(sight.terms)
            known = self._alike.get(standing)
            if known is None:
                known = self._alike[standing] = self._for_words(doc, ())
            earned = known
        return self._whatever_it_is(doc, earned) if earned.unclassed else earned

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
            earned = Earned(parts, sum(parts.values()), found, by, is_it=True, is_a=is_a)
            self._as_what[key] = earned
        return earned

    def _is_called_so(self, doc: Doc) -> bool:
        """Whether a row without the concept bears its words as a name, wherever it lies, small
        words left out or not: a Musée des Beaux Arts that its source calls a museum only."""
        if not self._anywhere or len(self._rarities) < 2:
            return False
        return doc.id in self._found.named or doc.sight.called == self.asked

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

    def _for_words(self, doc: Doc, only_called: Collection[int], *, phrase: bool = True) -> Earned:
        worths, by = self._lookups.best(doc.sight.terms)
        missing, corrected, elsewhere = not all(worths), False, False
        if only_called or self._each_by_itself:
            missing, corrected, elsewhere = self._weigh(doc, worths, only_called)
        for reading in by:
            if reading is not None and reading.corrected:
                corrected = True
        share = sum(map(mul, self._rarities, worths)) / self._rarity
        if self._phrase and phrase:
            share *= NAME_ALONE
        told = share < TOLD and doc.id in self._found.told
        if told:
            share, missing = TOLD, False
        points = found = 100.0 * share
        parts = {"words": found}
        if corrected:
            parts["corrected"] = CORRECTED
            points = found = found + CORRECTED
        elif missing:
            parts["missing"] = MISSING
            points += MISSING
        if elsewhere:
            parts["elsewhere"] = ELSEWHERE
            points += ELSEWHERE
        unclassed = self._codes and None in by and not told
        if unclassed:
            words = zip(self._question.words, by, strict=True)
            unclassed = all(word.codes for word, reading in words if reading is None)
        return Earned(parts, points, found, by, told=told, unclassed=unclassed)

    def _weigh(
        self, doc: Doc, worths: list[float], only_called: Collection[int]
    ) -> tuple[bool, bool, bool]:
        """Change what words are worth that stand next door, are badly spelt, or only name what
        the row is not; whether one is missing, one badly spelt, one elsewhere."""
        missing = corrected = elsewhere = False
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
            worths[at] = worth
        return missing, corrected, elsewhere

    def _only_called(self, sight: Sight) -> Collection[int]:
        """The words that name a concept which the row is not, though they stand there, when
        nothing else but its commune is asked: "camping Angé" is no Aire de camping-cars there."""
        words = self._question.words
        rest = [at for at, word in enumerate(words) if word.text not in sight.town]
        wanted = set.intersection(*(words[at].codes for at in rest))
        if not wanted or not wanted.isdisjoint(sight.is_a) or not wanted.isdisjoint(sight.has):
            return ()
        return rest

    def _whatever_it_is(self, doc: Doc, earned: Earned) -> Earned:
        """For a row of which only the word is missing that says what it is, while the rest is its
        whole name: a village of which its source does not say that it is one."""
        words, sight = self._question.words, doc.sight
        missing = [at for at, reading in enumerate(earned.by) if reading is None]
        named = self.line(earned).words - {words[at].text for at in missing}
        if not self._is_name(named, sight) or not self._question.may_mean(sight):
            return earned
        share = UNCLASSED * sum(self._rarities[at] for at in missing) / self._rarity
        parts = {**earned.parts, "words": earned.parts["words"] + 100.0 * share}
        parts.pop("missing", None)
        points = sum(parts.values())
        return replace(earned, parts=parts, points=points, found=earned.found + 100.0 * share)

    def _is_name(self, named: Set[str], sight: Sight) -> bool:
        """Whether words are a whole name, with or without its commune; the last may be begun."""
        rest, others = sight.called - named, named - sight.called - sight.town
        if rest and len(rest) == len(others) == 1 and self._question.unfinished:
            return next(iter(rest)).startswith(next(iter(others)))
        return not rest and not others

    def _next_town(self, doc: Doc, position: int) -> float:
        here = doc.point
        away = min(distance_km(town, here) for town in self._found.towns[position])
        return NEXT_TOWN * max(0.0, 1 - away / NEXT_TOWN_KM)

    def line(self, earned: Earned) -> Line:
        """The question as it was understood by the readings of a row."""
        if earned.line is None:
            earned.line = self._line(earned)
        return earned.line

    def _line(self, earned: Earned) -> Line:
        by = earned.by
        if earned.is_it and not earned.is_a:
            return self._as_typed
        lang = self._question.lang
        for reading in by:
            if reading is not None and (reading.how in REWRITTEN or is_foreign(reading, lang)):
                break
        else:
            return self._as_typed
        key = tuple(by)
        if key not in self._lines:
            self._lines[key] = Line(self._question, key, self._in_french)
        return self._lines[key]
