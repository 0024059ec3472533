"""The rows of `search_doc`, kept while a question is typed: every letter asks again for most of
the rows of the letter before."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from catalog.geo import Point
from catalog.search import codes
from catalog.search.function_words import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from catalog.store.reader import Catalogue

REMEMBERED: Final = 3_000
"""Rows kept of late, and as many of before: a few questions' worth, some ten megabytes."""
_CONDITIONS: Final = 256
"""Conditions whose rows are kept: the words before the last are the same letter by letter."""
_SHARED: Final = 1_024
"""Communes, and what listings are or have, of which the words are kept for the next rows."""

FACET: Final = 0.75
COMMUNE: Final = 0.96
ALTERNATIVE: Final = 0.94
WHAT_IT_IS: Final = 1.0
ITS_NAME: Final = 1.0
"""What a word is worth where it stands."""


class Sight(Struct, eq=False, gc=False):
    """`terms`: every word and code of a row with what it is worth there; `words`: the words alone,
    some twice. `is_a`, `has`: codes; `settlement`: it is a town or a village. `called`, `town`: the
    words of name and commune without function words. `others`: its names in other languages;
    `lengths`: theirs, the shortest first. `ordered`: the words of the name in the order of the
    alphabet, once they were asked for."""

    terms: dict[str, float]
    words: tuple[str, ...]
    is_a: tuple[str, ...]
    has: tuple[str, ...]
    settlement: bool
    called: frozenset[str]
    town: frozenset[str]
    others: tuple[str, ...]
    lengths: tuple[int, ...]
    ordered: str = ""


class Doc(Struct, eq=False, gc=False):
    """One row of `search_doc`, as the ranking reads it. `sight`: what is worked out of the row
    once, however many questions look at it."""

    id: int
    listing: str
    title: str
    kind: str
    town: str | None
    latitude: float
    longitude: float
    season: int
    name: str
    alternative: str
    commune: str
    concepts: str
    facets: str
    sight: Sight
    _point: Point | None = None

    @property
    def point(self) -> Point:
        """Where it is."""
        if self._point is None:
            self._point = Point(self.latitude, self.longitude)
        return self._point

    @property
    def ordered(self) -> str:
        """The words of the name in the order of the alphabet."""
        if not self.sight.ordered:
            self.sight.ordered = " ".join(sorted(self.name.split()))
        return self.sight.ordered

    @property
    def department(self) -> str | None:
        """The number of its department, where its source tells the commune."""
        return codes.department_number(self.facets[:4].split(" ")[0]) or None


def _sight(name: str, alternative: str, commune: str, concepts: str, facets: str) -> Sight:
    is_a, being, settlement = _being(concepts)
    has, having = _having(facets)
    there, worth, town = _town(commune)
    spelt = tuple(name.split())
    words = spelt + there
    others: tuple[str, ...] = ()
    lengths: tuple[int, ...] = ()
    terms = {**having, **worth}
    if alternative:
        others = tuple(alternative.split(" | "))
        lengths = (len(others[0]),) if len(others) == 1 else tuple(sorted(map(len, others)))
        other_words = " ".join(others).split()
        terms.update(dict.fromkeys(other_words, ALTERNATIVE))
        words += tuple(other_words)
    terms.update(being)
    for word in spelt:
        terms[word] = ITS_NAME
    called = frozenset(spelt)
    called = called - FUNCTION_WORDS or called
    return Sight(terms, words, is_a, has, settlement, called, town, others, lengths)


@lru_cache(maxsize=_SHARED)
def _being(concepts: str) -> tuple[tuple[str, ...], dict[str, float], bool]:
    """The codes of what a row is, with what they are worth, and whether one is a settlement's: many
    rows have the same."""
    codes_of = tuple(concepts.split())
    settlement = not codes.SETTLEMENTS.isdisjoint(codes_of)
    return codes_of, dict.fromkeys(codes_of, WHAT_IT_IS), settlement


@lru_cache(maxsize=_SHARED)
def _having(facets: str) -> tuple[tuple[str, ...], dict[str, float]]:
    """The codes of what a row has, with what they are worth."""
    codes_of = tuple(facets.split())
    worth = dict.fromkeys(codes_of, FACET)
    if codes_of and codes.department_number(codes_of[0]):
        worth[codes_of[0]] = COMMUNE
    return codes_of, worth


@lru_cache(maxsize=_SHARED)
def _town(commune: str) -> tuple[tuple[str, ...], dict[str, float], frozenset[str]]:
    """The words of a commune, with what they are worth; and without function words."""
    worth = dict.fromkeys(commune.split(), COMMUNE)
    words = frozenset(worth)
    return tuple(worth), worth, words - FUNCTION_WORDS or words


_BY_ID: Final = (
    "SELECT d.id, listing, title, kind, town, latitude, longitude, season, name, alternative,"
    " commune, concepts, facets FROM search_doc AS d"
    " JOIN search_class AS c ON c.id = d.class JOIN search_place AS p ON p.id = d.place"
    " WHERE d.id IN (SELECT value FROM json_each(?))"
)


class Rows:
    """Rows of one open catalogue by their id."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._ask = catalogue.rows
        self._known: dict[int, Doc] = {}
        self._earlier: dict[int, Doc] = {}
        self.numbers = lru_cache(maxsize=_CONDITIONS)(self._numbers)

    def _numbers(self, query: str, condition: str, most: int) -> tuple[int, ...]:
        """The ids of the first rows of the full text that satisfy a condition."""
        return tuple([row[0] for row in self._ask(query, (condition, most))])

    def of(self, ids: Iterable[int]) -> list[Doc]:
        """The rows of these ids, in their order, without those that there are not."""
        wanted, known = list(ids), self._known
        try:
            return [known[id] for id in wanted]
        except KeyError:
            known = self._know(wanted)
        return [known[id] for id in wanted if id in known]

    def _know(self, wanted: Sequence[int]) -> dict[int, Doc]:
        """The rows kept, with all that are wanted; what was not for long goes."""
        missing = [id for id in wanted if id not in self._known]
        if len(self._known) + len(missing) > REMEMBERED:
            self._earlier = self._known
            self._known = {id: self._known[id] for id in wanted if id in self._known}
        known, earlier = self._known, self._earlier
        known.update([(id, earlier[id]) for id in missing if id in earlier])
        new = [id for id in missing if id not in earlier]
        if new:
            for row in self._ask(_BY_ID, (str(new),)):  # as JSON writes numbers
                known[row[0]] = Doc(*row, _sight(*row[8:]))  # type: ignore[call-arg]
        return known
