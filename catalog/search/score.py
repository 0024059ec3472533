"""One score of named parts, in points; the weights stand here and nowhere else.

words         up to 100: the words found, weighed by rarity, field and how they were read
name          the whole name is what was typed
resemblance   up to 10: likeness of the whole lines; a name that begins so gets more
near          closer is better: a nudge, or the leading part when only a concept or a place
              was asked
corrected     a word had to be corrected: always less than any listing that has it as typed
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from catalog.geo import Point, distance_km
from catalog.search import codes
from catalog.search.lookup import Lookup
from catalog.search.question import How, Reading, Word
from catalog.search.rows import REMEMBERED, Doc

if TYPE_CHECKING:
    from catalog.search.candidates import Found
    from catalog.search.question import Question

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

FACET: Final = 0.75
COMMUNE: Final = 0.96
ALTERNATIVE: Final = 0.98
WHAT_IT_IS: Final = 1.0
ITS_NAME: Final = 1.0
"""What a word is worth where it stands."""
NAME_ALONE: Final = 0.8
FACET_ALONE: Final = 0.59
"""For a question that is only a concept: what a listing is outweighs what it is called, and what it
has beside it even from next door (with NEAR_FIRST less than 100): "toilets" are public toilets."""


_OBVIOUS: Final = frozenset({How.WORD, How.PREFIX})
"""Ways of understanding a word as it was typed."""


@dataclass(slots=True)
class Scored:
    """A row with the parts of its score. `code`: the concept asked for that it is; `is_it`: it
    is or has what the whole question asks for. `why`: what is not obvious, or how a word was
    understood."""

    doc: Doc
    terms: dict[str, float]
    code: str | None = None
    is_it: bool = False
    parts: dict[str, float] = field(default_factory=lambda: {"words": 100.0})
    why: list[str | tuple[Word, Reading]] = field(default_factory=list)

    @property
    def found(self) -> float:
        """How well the words were found, corrections deducted."""
        return self.parts["words"] + self.parts.get("corrected", 0.0)

    @property
    def total(self) -> float:
        """The sum of the parts."""
        return sum(self.parts.values())

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why, for whoever explains: `name`, `text`, `how:typed>understood`."""
        told = (why if isinstance(why, str) else _understood(*why) for why in self.why)
        return tuple(dict.fromkeys(told))


def rank(question: Question, found: Found, origin: Point | None) -> list[Scored]:
    """Every row that is an answer, best first; equal scores in the order of the catalogue."""
    scorer = _Scorer(question, found, origin)
    rows = [scorer.match(doc) for doc in found.docs.values()]
    if question.words:
        best = max((row.found for row in rows), default=0.0)
        least = max(LEAST, FAR_BEHIND * best)
        rows = [row for row in rows if row.found >= least or row.doc.id in found.named]
    for row in rows:
        scorer.complete(row)
    return sorted(rows, key=lambda row: (-round(row.total, 6), row.doc.id))


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
        self._terms = {id: _terms(doc) for id, doc in found.docs.items()}
        every = set().union(*self._terms.values())
        self._words = [Lookup(word, every) for word in question.words]
        self._ending = Lookup(question.ending, every) if question.ending else None

    def match(self, doc: Doc) -> Scored:
        """A row with what it earns for the words of the question."""
        row = Scored(doc, self._terms[doc.id])
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
            row.why.insert(0, "name")
        if row.code is None or away is None:
            parts["resemblance"] = self._resemblance(doc, row.terms)
        if away is not None:
            first = self._place_first and (not self._concepts or row.is_it)
            most, reach = (NEAR_FIRST, NEAR_FIRST_KM) if first else (NEAR, NEAR_KM)
            parts["near"] = most / (1 + away / reach)
        if not row.is_it and self._is_named_after_its_town(doc):
            parts["there"] = THERE

    def _score_concept(self, row: Scored) -> None:
        """The words of a question that is only a concept, if the row is or has it."""
        is_a, worth = row.doc.concepts.split(), 1.0
        code = row.code = next((code for code in self._concepts if code in is_a), None)
        if code is None:
            has, worth = row.doc.facets.split(), FACET_ALONE
            code = next((code for code in self._concepts if code in has), None)
        if code is not None:
            row.is_it = True
            row.parts["words"] = 100.0 * worth * self._concepts[code]
            row.why.append(f"{How.CONCEPT}:{self._question.asked}>{codes.term(code)}")

    def _score_words(self, row: Scored) -> None:
        doc, parts = row.doc, row.parts
        total = 0.0
        corrected = elsewhere = False
        for position, lookup in enumerate(self._words):
            worth, reading = lookup.best(row.terms)
            if worth < NEXT_TOWN and position in self._found.towns:
                worth = max(worth, self._next_town(doc, position))
                elsewhere = True
            if lookup.word.loose and not worth:
                worth = LOOSE * _likeness(lookup.word.text, doc)
                corrected = corrected or worth > 0
            if reading is not None:
                corrected = corrected or reading.corrected
                if reading.how not in _OBVIOUS:
                    row.why.append((lookup.word, reading))
            total += lookup.word.rarity * worth
        share = total / self._rarity
        if self._concepts:
            share *= NAME_ALONE
        if doc.id in self._found.told and share < TOLD:
            share = TOLD
            row.why.append("text")
        parts["words"] = 100.0 * share
        if corrected:
            parts["corrected"] = CORRECTED
        if elsewhere:
            parts["elsewhere"] = ELSEWHERE

    def _is_named_after_its_town(self, doc: Doc) -> bool:
        """Whether a word of the question stands both in the name and in the commune."""
        asked = self._asked.intersection(doc.commune.split())
        return bool(asked) and not asked.isdisjoint(doc.name.split())

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


@lru_cache(maxsize=REMEMBERED)
def _terms(doc: Doc) -> dict[str, float]:
    """The words and codes of a row, each with what it is worth there."""
    terms = dict.fromkeys(doc.facets.split(), FACET)
    terms.update(dict.fromkeys(doc.commune.split(), COMMUNE))
    terms.update(dict.fromkeys(doc.alternative.split(), ALTERNATIVE))
    terms.update(dict.fromkeys(doc.concepts.split(), WHAT_IT_IS))
    terms.update(dict.fromkeys(doc.name.split(), ITS_NAME))
    return terms


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


def _understood(word: Word, reading: Reading) -> str:
    return f"{reading.how}:{word.text}>{'+'.join(map(codes.term, reading.terms))}"
