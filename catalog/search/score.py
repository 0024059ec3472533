"""One score of named parts, in points; the weights stand here and nowhere else.

words         up to 100: the words found, weighed by rarity, field and how they were read
name          the whole name is what was typed
resemblance   up to 10: likeness of the whole lines; a name that begins so gets more
near          closer is better: a nudge, or the leading part when only a concept or a place
              was asked
corrected     a word had to be corrected: always less than any listing that has it as typed
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from catalog.geo import Point, distance_km
from catalog.search.candidates import Doc
from catalog.search.question import How, Reading

if TYPE_CHECKING:
    from catalog.search.candidates import Found
    from catalog.search.question import Question, Word

NAME: Final = 50.0
BEGINNING: Final = 4.0
RESEMBLANCE: Final = 10.0
CORRECTED: Final = -25.0
NEAR: Final = 8.0
NEAR_KM: Final = 15.0
NEAR_FIRST: Final = 40.0
NEAR_FIRST_KM: Final = 10.0
TOLD: Final = 0.45
NEXT_TOWN: Final = 0.6
NEXT_TOWN_KM: Final = 30.0
LEAST: Final = 40.0
"""Points under which a listing is not an answer."""

FIELD: Final = {"name": 1.0, "alternative": 0.98, "commune": 0.96, "concepts": 1.0, "facets": 0.75}
CONCEPT_ALONE: Final = {"concepts": 1.0, "facets": 0.7, "name": 0.8}
"""For a question that is only a concept: what a listing is outweighs what it is called."""


@dataclass(frozen=True, slots=True)
class Match:
    """How well one word was found in one listing."""

    worth: float = 0.0
    reading: Reading | None = None
    term: str = ""


@dataclass(frozen=True, slots=True)
class Scored:
    """A row with the parts of its score and the reasons that they give."""

    doc: Doc
    parts: dict[str, float]
    reasons: tuple[str, ...]

    @property
    def total(self) -> float:
        """The sum of the parts."""
        return sum(self.parts.values())


def rank(question: Question, found: Found, origin: Point | None) -> list[Scored]:
    """Every row that is an answer, best first; equal scores in the order of the catalogue."""
    scorer = _Scorer(question, found, origin)
    scored = [scorer.score(doc) for doc in found.docs.values()]
    kept = [one for one in scored if one.parts["words"] >= LEAST or one.doc.id in found.named]
    if question.words:
        best = max((one.parts["words"] for one in kept), default=0.0)
        kept = [one for one in kept if one.parts["words"] >= best / 2 or "name" in one.parts]
    else:
        kept = scored
    return sorted(kept, key=lambda one: (-round(one.total, 6), one.doc.id))


class _Scorer:
    """The readings of a question, arranged for looking them up in rows."""

    def __init__(self, question: Question, found: Found, origin: Point | None) -> None:
        self._question = question
        self._found = found
        self._around = question.near or origin
        self._codes = question.shared_codes
        self._place_first = bool(self._codes) or question.near is not None or not question.words
        self._rarity = sum(word.rarity for word in question.words) or 1.0
        self._words = [_Lookup(word) for word in question.words]
        self._ending = _Lookup(question.ending) if question.ending else None

    def score(self, doc: Doc) -> Scored:
        """The parts of one row; a part that is nothing is left out."""
        fields = {
            "name": doc.name.split(),
            "alternative": doc.alternative.split(),
            "commune": doc.commune.split(),
            "concepts": doc.concepts.split(),
            "facets": doc.facets.split(),
        }
        parts = {"words": 100.0}
        reasons: list[str] = []
        is_concept = not self._codes.isdisjoint(fields["concepts"])
        if self._question.words:
            self._score_words(doc, fields, parts, reasons)
        if doc.id in self._found.named and (not is_concept or self._around is None):
            parts["name"] = NAME
            reasons.insert(0, "name")
        if not (is_concept and self._around is not None):
            parts["resemblance"] = self._resemblance(doc, fields)
        if self._around is not None:
            away = distance_km(self._around, Point(doc.latitude, doc.longitude))
            most, reach = (NEAR_FIRST, NEAR_FIRST_KM) if self._place_first else (NEAR, NEAR_KM)
            parts["near"] = most / (1 + away / reach)
        return Scored(doc, parts, tuple(dict.fromkeys(reasons)))

    def _score_words(
        self, doc: Doc, fields: dict[str, list[str]], parts: dict[str, float], reasons: list[str]
    ) -> None:
        if self._codes:
            worth = max(
                (
                    value
                    for field, value in CONCEPT_ALONE.items()
                    if not self._codes.isdisjoint(fields[field])
                ),
                default=0.0,
            )
            if worth:
                # Concepts that the word names less directly, or begins, count for less.
                direct = max(
                    reading.weight
                    for word in self._question.words
                    for reading in word.readings.values()
                    if reading.how is How.CONCEPT and _carried(reading, fields)
                )
                best = max(
                    reading.weight
                    for word in self._question.words
                    for reading in word.readings.values()
                    if reading.how is How.CONCEPT
                )
                parts["words"] = 100.0 * worth * direct / best
                reasons.append(f"concept:{self._question.typed}")
                return
        total = 0.0
        corrected = False
        for position, lookup in enumerate(self._words):
            match = lookup.best(fields)
            if match.worth < NEXT_TOWN and position in self._found.towns:
                match = Match(max(match.worth, self._next_town(doc, position)))
            if match.reading is not None:
                corrected = corrected or match.reading.corrected
                reasons.extend(_reason(lookup.word, match))
            total += lookup.word.rarity * match.worth
        share = total / self._rarity
        if self._codes:
            share *= CONCEPT_ALONE["name"]
        if doc.id in self._found.told and share < TOLD:
            share = TOLD
            reasons.append("text")
        parts["words"] = 100.0 * share
        if corrected:
            parts["corrected"] = CORRECTED

    def _next_town(self, doc: Doc, position: int) -> float:
        here = Point(doc.latitude, doc.longitude)
        away = min(distance_km(town, here) for town in self._found.towns[position])
        return NEXT_TOWN * max(0.0, 1 - away / NEXT_TOWN_KM)

    def _resemblance(self, doc: Doc, fields: dict[str, list[str]]) -> float:
        typed = self._question.typed
        likeness = fuzz.ratio(typed, doc.name)
        if doc.alternative:
            likeness = max(
                likeness, *(fuzz.ratio(typed, name) for name in doc.alternative.split(" | "))
            )
        points = RESEMBLANCE * likeness / 100
        if doc.name.startswith(typed):
            points += BEGINNING
        elif self._ending is not None and self._ending.best(fields).worth:
            points += BEGINNING / 2
        return points


def _carried(reading: Reading, fields: dict[str, list[str]]) -> bool:
    return reading.terms[0] in fields["concepts"] or reading.terms[0] in fields["facets"]


def _reason(word: Word, match: Match) -> list[str]:
    """Why, for whoever explains: `how:typed>understood`; nothing for a word found as typed."""
    assert match.reading is not None  # noqa: S101
    if match.reading.how in (How.WORD, How.PREFIX):
        return []
    understood = "+".join(match.reading.terms).lstrip("§")
    return [f"{match.reading.how}:{word.text}>{understood}"]


class _Lookup:
    """The readings of one word: single terms by hash, the few beginnings and splits in turn."""

    def __init__(self, word: Word) -> None:
        self.word = word
        self._terms: dict[str, Reading] = {}
        self._beginnings: list[Reading] = []
        self._several: list[Reading] = []
        for reading in word.readings.values():
            if reading.beginning:
                self._beginnings.append(reading)
            elif len(reading.terms) > 1:
                self._several.append(reading)
            else:
                self._terms[reading.terms[0]] = reading

    def best(self, fields: dict[str, list[str]]) -> Match:
        """The best that the word finds in a row, over all fields and readings."""
        best = Match()
        for field, factor in FIELD.items():
            for term in fields[field]:
                reading = self._terms.get(term)
                if reading is not None and reading.weight * factor > best.worth:
                    best = Match(reading.weight * factor, reading, term)
        if best.worth < 0.95 and self._beginnings:
            best = self._begun(fields, best)
        for reading in self._several:
            if reading.weight > best.worth:
                carried = {*fields["name"], *fields["alternative"], *fields["commune"]}
                if carried.issuperset(reading.terms):
                    best = Match(reading.weight, reading)
        return best

    def _begun(self, fields: dict[str, list[str]], best: Match) -> Match:
        for field in ("name", "alternative", "commune"):
            factor = FIELD[field]
            for reading in self._beginnings:
                start = reading.terms[0]
                for term in fields[field]:
                    if term.startswith(start):
                        share = len(start) / len(term)
                        worth = factor * reading.weight * (0.95 + 0.05 * share)
                        if worth > best.worth:
                            best = Match(worth, reading, term)
        return best
