"""From readings to at most a few hundred rows, in tiers that widen only while little is found."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import cos, radians
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from catalog.geo import Point, distance_km
from catalog.model import Kind, TermId
from catalog.search import codes
from catalog.search import question as understanding

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from catalog.search.lexicon import Lexicon, Town
    from catalog.search.question import Question, Word
    from catalog.store.reader import Catalogue

MOST: Final = 200
"""Rows taken from one condition: the ranking sees a few hundred, whatever was typed."""
FEW: Final = 10
SOME: Final = 40
NEAR_ENOUGH: Final = 60
_TOWN_KM: Final = 40.0

_COLUMNS: Final = (
    "d.id, d.listing, d.title, d.kind, d.town, d.latitude, d.longitude, "
    "d.name, d.alternative, d.commune, d.concepts, d.facets"
)
_BY_TEXT: Final = (
    f"SELECT {_COLUMNS} FROM search_text JOIN search_doc AS d ON d.id = search_text.rowid "  # noqa: S608
    "WHERE search_text MATCH ? LIMIT ?"
)
_BY_BODY: Final = (
    f"SELECT {_COLUMNS} FROM search_body JOIN search_doc AS d ON d.id = search_body.rowid "  # noqa: S608
    "WHERE search_body MATCH ? LIMIT ?"
)
_BY_NAME: Final = (
    f"SELECT {_COLUMNS} FROM search_name AS n JOIN search_doc AS d ON d.id = n.doc "  # noqa: S608
    "WHERE n.name = ? "
    "ORDER BY (d.latitude - ?) * (d.latitude - ?) + (d.longitude - ?) * (d.longitude - ?) * ? "
    "LIMIT ?"
)
_BY_NAME_BEGUN: Final = (
    f"SELECT {_COLUMNS} FROM search_name AS n JOIN search_doc AS d ON d.id = n.doc "  # noqa: S608
    "WHERE n.name > ? AND n.name < ? LIMIT ?"
)
_EVERYTHING: Final = f"SELECT {_COLUMNS} FROM search_doc AS d LIMIT ?"  # noqa: S608


class Doc(NamedTuple):
    """One row of `search_doc`, as the ranking reads it."""

    id: int
    listing: str
    title: str
    kind: str
    town: str | None
    latitude: float
    longitude: float
    name: str
    alternative: str
    commune: str
    concepts: str
    facets: str


@dataclass(frozen=True, slots=True)
class Limits:
    """What every row must satisfy, whatever is typed."""

    kinds: frozenset[Kind] = frozenset()
    concepts: frozenset[TermId] = frozenset()
    within_km: float | None = None

    @property
    def expression(self) -> str:
        """The FTS5 condition for kinds and concepts, or ""."""
        groups = (
            sorted(map(codes.kind, self.kinds)),
            sorted(map(codes.concept, self.concepts)),
        )
        return " AND ".join(_any(group) for group in groups if group)

    def hold(self, doc: Doc, origin: Point | None) -> bool:
        """Whether a row may be shown."""
        if self.kinds or self.concepts:
            carried = {*doc.concepts.split(), *doc.facets.split()}
            for wanted in (map(codes.kind, self.kinds), map(codes.concept, self.concepts)):
                group = set(wanted)
                if group and not group & carried:
                    return False
        if self.within_km is None or origin is None:
            return True
        return distance_km(origin, Point(doc.latitude, doc.longitude)) <= self.within_km


@dataclass(slots=True)
class Found:
    """The rows so far. `named`: those of exactly the typed name; `told`: those whose text alone
    holds the words. `towns`: communes that words of the question name, when listings near
    them are an answer because there are none in them."""

    docs: dict[int, Doc] = field(default_factory=dict)
    named: set[int] = field(default_factory=set)
    told: set[int] = field(default_factory=set)
    towns: dict[int, tuple[Point, ...]] = field(default_factory=dict)

    def add(self, rows: Iterable[Doc]) -> None:
        for doc in rows:
            self.docs[doc.id] = doc


class Gatherer:
    """Collects the candidates of one question after another from one catalogue."""

    def __init__(self, catalogue: Catalogue, lexicon: Lexicon) -> None:
        self._rows = catalogue.rows
        self._lexicon = lexicon

    def gather(self, question: Question, limits: Limits, origin: Point | None) -> Found:
        """The rows worth ranking, from the most literal tier to the most forgiving."""
        around = question.near or origin
        found = Found()
        self._by_name(question, found, limits, around)
        if not question.words:
            found.add(self._nearest("", limits, around))
            return found
        self._literal(question, found, limits, around)
        if found.named and len(found.docs) > len(found.named):
            return found
        if len(found.docs) < SOME and not question.concept_only:
            understanding.add_unfinished(question)
            self._all_words(question.words, found, limits, around)
        if len(found.docs) < FEW and not found.named:
            understanding.add_corrections(self._lexicon, question)
            self._all_words(question.words, found, limits, around)
        if len(found.docs) < FEW and not found.named:
            understanding.add_joined_and_split(self._lexicon, question)
            self._all_words(question.words, found, limits, around)
        if len(found.docs) < FEW and len(question.words) > 1:
            self._around_towns(question, found, limits)
        if len(found.docs) < 3:
            self._fewer_words(question, found, limits, around)
        if not found.docs:
            self._body(question, found, limits, around)
        return found

    def browse(self, limits: Limits, origin: Point | None) -> Found:
        """Everything that the limits allow, nearest first as far as rows are taken."""
        found = Found()
        found.add(self._nearest("", limits, origin))
        return found

    def _by_name(
        self, question: Question, found: Found, limits: Limits, around: Point | None
    ) -> None:
        if not question.typed:
            return
        here = around or Point(0.0, 0.0)
        parameters = (here.latitude, here.latitude, here.longitude, here.longitude)
        stretch = cos(radians(here.latitude)) ** 2
        same = self._fetch(_BY_NAME, (question.typed, *parameters, stretch, MOST), limits, around)
        found.add(same)
        found.named = {doc.id for doc in same}
        if any(word.unfinished for word in question.words) or question.ending:
            begun = (question.typed, question.typed + "\U0010ffff", SOME)
            found.add(self._fetch(_BY_NAME_BEGUN, begun, limits, around))

    def _literal(
        self, question: Question, found: Found, limits: Limits, around: Point | None
    ) -> None:
        if question.ending is not None and question.answerable:
            words = [*question.words, question.ending]
            self._all_words(words, found, limits, around, most=MOST // 2)
        self._all_words(question.words, found, limits, around)

    def _all_words(
        self,
        words: Sequence[Word],
        found: Found,
        limits: Limits,
        around: Point | None,
        most: int = MOST,
    ) -> None:
        if not all(word.readings for word in words):
            return
        expression = " AND ".join(word.expression for word in words)
        if around is not None and limits.within_km is not None:
            found.add(self._nearest(expression, limits, around))
            return
        rows = self._matching(expression, limits, around, most)
        if len(rows) >= most and around is not None:
            rows = self._nearest(expression, limits, around)
        found.add(rows)

    def _around_towns(self, question: Question, found: Found, limits: Limits) -> None:
        """ "Markt Carmaux" without a market in Carmaux: those nearest to Carmaux."""
        for run, towns in self._towns(question.words):
            rest = [word for position, word in enumerate(question.words) if position not in run]
            if not rest or not all(word.readings for word in rest):
                continue
            expression = " AND ".join(word.expression for word in rest)
            for town in towns[:2]:
                near = Limits(limits.kinds, limits.concepts)
                for doc in self._nearest(expression, near, town.point, enough=FEW):
                    place = Point(doc.latitude, doc.longitude)
                    if distance_km(town.point, place) <= _TOWN_KM:
                        found.docs.setdefault(doc.id, doc)
            found.towns = {position: tuple(town.point for town in towns) for position in run}
            return

    def _towns(self, words: list[Word]) -> list[tuple[range, list[Town]]]:
        runs = []
        for size in range(min(4, len(words) - 1), 0, -1):
            for first in (len(words) - size, 0):
                run = range(first, first + size)
                last = words[run[-1]]
                towns = self._lexicon.towns(
                    " ".join(words[position].text for position in run),
                    unfinished=last.unfinished and len(last.text) >= 4,
                )
                if not towns and size == 1:
                    for other in self._lexicon.neighbours(last.text, unfinished=False)[:4]:
                        towns += self._lexicon.towns(other.word)
                if towns:
                    runs.append((run, towns))
        return runs

    def _fewer_words(
        self, question: Question, found: Found, limits: Limits, around: Point | None
    ) -> None:
        """All words but the one that says least, or that nobody knows."""
        known = [word for word in question.words if word.readings]
        while len(known) > 1 or len(known) < len(question.words):
            if len(known) == len(question.words):
                known.remove(min(known, key=lambda word: word.rarity))
            if not known:
                return
            self._all_words(known, found, limits, around, most=SOME)
            if found.docs or len(known) == 1:
                return
            known.remove(min(known, key=lambda word: word.rarity))

    def _body(self, question: Question, found: Found, limits: Limits, around: Point | None) -> None:
        words = [word.text for word in question.words if len(word.text) >= 4]
        if not words:
            return
        parts = [f'"{word}"' for word in words]
        if question.words[-1].unfinished and question.words[-1].text == words[-1]:
            parts[-1] += "*"
        found.add(self._fetch(_BY_BODY, (" AND ".join(parts), SOME), limits, around))
        found.told = set(found.docs)

    def _matching(
        self, expression: str, limits: Limits, around: Point | None, most: int
    ) -> list[Doc]:
        both = " AND ".join(part for part in (expression, limits.expression) if part)
        if not both:
            return self._fetch(_EVERYTHING, (most,), limits, around)
        return self._fetch(_BY_TEXT, (both, most), limits, around)

    def _nearest(
        self, expression: str, limits: Limits, around: Point | None, enough: int = NEAR_ENOUGH
    ) -> list[Doc]:
        """Rows of growing squares around a point until there are enough, then anywhere."""
        rows: list[Doc] = []
        if around is None:
            return self._matching(expression, limits, around, MOST)
        for level in range(len(codes.CELLS)):
            squares = _any(codes.around(around, level))
            parts = [part for part in (expression, squares) if part]
            rows = self._matching(" AND ".join(parts), limits, around, MOST)
            if len(rows) >= enough:
                return rows
        return rows + self._matching(expression, limits, around, MOST)

    def _fetch(
        self, query: str, parameters: Sequence[Any], limits: Limits, around: Point | None
    ) -> list[Doc]:
        rows = map(Doc._make, self._rows(query, parameters))
        return [doc for doc in rows if limits.hold(doc, around)]


def _any(terms: Iterable[str]) -> str:
    return "(" + " OR ".join(f'"{term}"' for term in terms) + ")"
