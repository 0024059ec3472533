"""The rows of a condition that may be shown: the first ones, or the nearest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from catalog.search import codes
from catalog.search.filters import any_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from catalog.geo import Point
    from catalog.search.filters import Limits
    from catalog.search.rows import Doc, Rows
    from catalog.store.reader import Catalogue

NEAR_ENOUGH: Final = 60
BY_TEXT: Final = "SELECT rowid FROM search_text WHERE search_text MATCH ? LIMIT ?"
_EVERYTHING: Final = "SELECT id FROM search_doc LIMIT ?"


class Found(Struct, eq=False, gc=False):
    """The rows so far. `named`: those of exactly the typed name; `meant`: of that name without
    its slips; `told`: those whose text alone holds the words. `towns`: communes that words of
    the question name, when listings near them are an answer because there are none in them;
    `settled`: and all other words are concepts, so that no other listing can be one; `cut`: not
    all rows of a condition were taken; `kept_out`: rows that the limits do not let
    through."""

    docs: dict[int, Doc] = field(default_factory=dict)
    named: set[int] = field(default_factory=set)
    meant: set[int] = field(default_factory=set)
    told: set[int] = field(default_factory=set)
    towns: dict[int, tuple[Point, ...]] = field(default_factory=dict)
    settled: bool = False
    cut: bool = False
    kept_out: set[int] = field(default_factory=set)

    def add(self, rows: Iterable[Doc]) -> None:
        for doc in rows:
            self.docs[doc.id] = doc


class Picking:
    """The rows that the limits of one question let through. What was cut off and what was kept out
    is noted in what is found."""

    def __init__(
        self,
        catalogue: Catalogue,
        rows: Rows,
        limits: Limits,
        around: Point | None,
        found: Found,
    ) -> None:
        self._ask = catalogue.rows
        self._rows = rows
        self._limits = limits
        self._limited = limits.any
        self._condition = limits.expression
        self._around = around
        self._found = found

    def near(self, expression: str) -> list[Doc]:
        """Rows around the place of the question, the first ones where it has none."""
        if self._around is None:
            return self.held(self.ids(expression, self._limits.most))
        return self.nearest(expression, self._around)

    def nearest(self, expression: str, point: Point, enough: int = NEAR_ENOUGH) -> list[Doc]:
        """Rows of growing squares around a point until there are enough, then anywhere."""
        inner: list[Doc] = []
        most = self._limits.most
        level = codes.covering(self._limits.radius)
        if level is not None:  # nothing farther may be shown: often one look is enough
            ids = self.ids(_both(expression, codes.around(point, level)), most)
            if len(ids) < most:
                return self.held(ids)
        many = False
        for level in range(len(codes.CELLS)):
            there = _both(expression, codes.around(point, level))
            many = many or len(self._rows.numbers(BY_TEXT, there, most)) >= most
            ids = self.ids(there, most, many=many)
            rows = self.held(ids)
            if len(ids) >= most:  # cut off anywhere: what lay in the smaller squares is nearer
                return inner + rows
            if len(rows) >= enough:
                return rows
            inner = rows
        return inner + self.held(self.ids(expression, most))

    def ids(self, expression: str, most: int, *, many: bool = False) -> Sequence[int]:
        """The first rows that satisfy an expression: where there are few, those of them that may be
        shown, otherwise those that the index picks. `many`: they are known not to be few."""
        ids: Sequence[int]
        if expression and not many:
            ids = self._rows.numbers(BY_TEXT, expression, most)
            if len(ids) < most:
                return [doc.id for doc in self.held(ids)] if self._condition else ids
        both = " AND ".join([part for part in (expression, self._condition) if part])
        if not both:
            ids = [row[0] for row in self._ask(_EVERYTHING, (most,))]
        else:
            ids = self._rows.numbers(BY_TEXT, both, most)
        self._found.cut = self._found.cut or len(ids) >= most
        return ids

    def held(self, ids: Iterable[int]) -> list[Doc]:
        """The rows of these ids that may be shown, in their order."""
        docs = self._rows.of(ids)
        if not self._limited:
            return docs
        held = self._limits.held(docs)
        if len(held) < len(docs):
            self._found.kept_out.update({doc.id for doc in docs} - {doc.id for doc in held})
        return held


def _both(expression: str, squares: Iterable[str]) -> str:
    return f"{expression} AND {any_of(squares)}" if expression else any_of(squares)
