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

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from catalog.geo import Point, distance_km
from catalog.search import codes
from catalog.search.candidates import Doc
from catalog.search.question import How, Reading

if TYPE_CHECKING:
    from catalog.search.candidates import Found
    from catalog.search.question import Question, Word

NAME: Final = 50.0
OTHER_NAME: Final = 45.0
ONE_OF_THAT_NAME_KM: Final = 25.0
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
LEAST: Final = 35.0
"""Points for its words under which a listing is not an answer."""
GOOD: Final = 60.0
"""Points under which, if a word is unknown, it is worth looking further."""
THERE: Final = 3.0
ELSEWHERE: Final = -30.0
LOOSE: Final = 0.75
LOOSE_LIKENESS: Final = 0.55
"""What a badly misspelt word is worth times its likeness, and the least likeness."""
OTHER_LANGUAGE_NAME: Final = 0.97
OTHER_ORDER: Final = 0.95
"""Likeness that a name keeps in another language, and with its words in another order."""
FAR_BEHIND: Final = 0.57
"""Share of the best such points under which a listing is only noise below the answer."""

FIELD: Final = (
    ("facets", 0.75),
    ("commune", 0.96),
    ("alternative", 0.98),
    ("concepts", 1.0),
    ("name", 1.0),
)
"""What a word is worth where it stands; a later field outdoes an earlier one."""
NAME_ALONE: Final = 0.8
FACET_ALONE: Final = 0.7
"""For a question that is only a concept: what a listing is outweighs what it is called."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A row with the parts of its score and the reasons that they give."""

    doc: Doc
    parts: dict[str, float]
    reasons: tuple[str, ...]

    @property
    def found(self) -> float:
        """How well the words were found, corrections deducted."""
        return self.parts["words"] + self.parts.get("corrected", 0.0)

    @property
    def total(self) -> float:
        """The sum of the parts."""
        return sum(self.parts.values())


def rank(question: Question, found: Found, origin: Point | None) -> list[Scored]:
    """Every row that is an answer, best first; equal scores in the order of the catalogue."""
    scorer = _Scorer(question, found, origin)
    scored = [scorer.score(doc) for doc in found.docs.values()]
    if question.words:
        best = max((one.found for one in scored), default=0.0)
        least = max(LEAST, FAR_BEHIND * best)
        scored = [one for one in scored if one.found >= least or one.doc.id in found.named]
    return sorted(scored, key=lambda one: (-round(one.total, 6), one.doc.id))


class _Scorer:
    """The readings of a question, arranged for looking them up in rows."""

    def __init__(self, question: Question, found: Found, origin: Point | None) -> None:
        self._question = question
        self._found = found
        self._around = question.near or origin
        self._concepts = _concept_weights(question)
        self._place_first = bool(self._concepts or question.near or not question.words)
        self._rarity = sum(word.rarity for word in question.words) or 1.0
        self._asked = {word.text for word in question.words}
        self._words = [_Lookup(word) for word in question.words]
        self._ending = _Lookup(question.ending) if question.ending else None

    def score(self, doc: Doc) -> Scored:
        """The parts of one row; a part that is nothing is left out."""
        parts = {"words": 100.0}
        reasons: list[str] = []
        code = next((code for code in self._concepts if code in doc.concepts.split()), None)
        terms = _terms(doc)
        is_it = self._score_concept(doc, code, parts, reasons)
        if self._question.words and not is_it:
            self._score_words(doc, terms, parts, reasons)
        away = None
        if self._around is not None:
            away = distance_km(self._around, Point(doc.latitude, doc.longitude))
        if doc.id in self._found.named and self._is_its_name(away):
            parts["name"] = NAME if doc.name == self._question.typed else OTHER_NAME
            reasons.insert(0, "name")
        if code is None or away is None:
            parts["resemblance"] = self._resemblance(doc, terms)
        if away is not None:
            first = self._place_first and (not self._concepts or is_it)
            most, reach = (NEAR_FIRST, NEAR_FIRST_KM) if first else (NEAR, NEAR_KM)
            parts["near"] = most / (1 + away / reach)
        return Scored(doc, parts, tuple(dict.fromkeys(reasons)))

    def _score_concept(
        self, doc: Doc, code: str | None, parts: dict[str, float], reasons: list[str]
    ) -> bool:
        """The words of a question that is only a concept, if the row is or has it."""
        worth = 1.0
        if code is None and self._concepts:
            code = next((code for code in self._concepts if code in doc.facets.split()), None)
            worth = FACET_ALONE
        if code is None:
            return False
        parts["words"] = 100.0 * worth * self._concepts[code]
        reasons.append(f"{How.CONCEPT}:{self._question.asked}>{codes.term(code)}")
        return True

    def _score_words(
        self, doc: Doc, terms: dict[str, float], parts: dict[str, float], reasons: list[str]
    ) -> None:
        total = 0.0
        corrected = elsewhere = False
        for position, lookup in enumerate(self._words):
            worth, reading = lookup.best(terms)
            if worth < NEXT_TOWN and position in self._found.towns:
                worth = max(worth, self._next_town(doc, position))
                elsewhere = True
            if lookup.word.loose and not worth:
                worth = LOOSE * _likeness(lookup.word.text, doc)
                corrected = corrected or worth > 0
            if reading is not None:
                corrected = corrected or reading.corrected
                reasons.extend(_reason(lookup.word, reading))
            total += lookup.word.rarity * worth
        share = total / self._rarity
        if self._concepts:
            share *= NAME_ALONE
        if doc.id in self._found.told and share < TOLD:
            share = TOLD
            reasons.append("text")
        parts["words"] = 100.0 * share
        if corrected:
            parts["corrected"] = CORRECTED
        if not {*doc.name.split()}.isdisjoint({*doc.commune.split()} & self._asked):
            parts["there"] = THERE
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

    def _resemblance(self, doc: Doc, terms: dict[str, float]) -> float:
        typed = self._question.typed
        likeness = max(
            fuzz.ratio(typed, doc.name), OTHER_ORDER * fuzz.token_sort_ratio(typed, doc.name)
        )
        if doc.alternative:
            likeness = max(
                likeness,
                *(
                    OTHER_LANGUAGE_NAME * fuzz.ratio(typed, name)
                    for name in doc.alternative.split(" | ")
                ),
            )
        points = RESEMBLANCE * likeness / 100
        if doc.name.startswith(typed):
            points += BEGINNING
        elif self._ending is not None and self._ending.best(terms)[0]:
            points += BEGINNING / 2
        return points


def _likeness(word: str, doc: Doc) -> float:
    """How much a badly misspelt word is like one of the row, 0 or from LOOSE_LIKENESS to 1."""
    found = process.extractOne(
        word,
        f"{doc.name} {doc.alternative} {doc.commune}".split(),
        scorer=OSA.normalized_similarity,
        score_cutoff=LOOSE_LIKENESS,
    )
    return float(found[1]) if found else 0.0


def _terms(doc: Doc) -> dict[str, float]:
    """The words and codes of a row, each with what it is worth there."""
    return {term: worth for field, worth in FIELD for term in getattr(doc, field).split()}


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


def _reason(word: Word, reading: Reading) -> list[str]:
    """Why, for whoever explains: `how:typed>understood`; nothing for a word found as typed."""
    if reading.how in (How.WORD, How.PREFIX):
        return []
    understood = "+".join(map(codes.term, reading.terms))
    return [f"{reading.how}:{word.text}>{understood}"]


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

    def best(self, terms: dict[str, float]) -> tuple[float, Reading | None]:
        """The best that the word finds among the terms of a row, and by which reading."""
        worth, best = 0.0, None
        for term in self._terms.keys() & terms.keys():
            reading = self._terms[term]
            if (reading.weight * terms[term], reading.how) > (worth, best.how if best else ""):
                worth, best = reading.weight * terms[term], reading
        for reading in self._several:
            if reading.weight > worth and terms.keys() >= set(reading.terms):
                worth, best = reading.weight, reading
        for reading in self._beginnings:
            if reading.weight <= worth:
                continue
            start = reading.terms[0]
            for term, factor in terms.items():
                if term.startswith(start):
                    begun = factor * reading.weight * (0.95 + 0.05 * len(start) / len(term))
                    if begun > worth:
                        worth, best = begun, reading
        return worth, best
