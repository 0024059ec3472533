"""The rows of `search_doc`, kept while a question is typed: every letter asks again for most of
the rows of the letter before."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.store.reader import Catalogue

REMEMBERED: Final = 2_000
"""Rows kept: a few questions' worth, about five megabytes."""


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


_BY_ID: Final = (
    f"SELECT {', '.join(Doc._fields)} FROM search_doc "  # noqa: S608
    "WHERE id IN (SELECT value FROM json_each(?))"
)


class Rows:
    """Rows of one open catalogue by their id."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._ask = catalogue.rows
        self._known: dict[int, Doc] = {}

    def of(self, ids: Iterable[int]) -> list[Doc]:
        """The rows of these ids, in their order, without those that there are not."""
        wanted = list(ids)
        missing = [id for id in wanted if id not in self._known]
        if missing:
            if len(self._known) + len(missing) > REMEMBERED:
                self._known = {id: self._known[id] for id in wanted if id in self._known}
            for row in self._ask(_BY_ID, (json.dumps(missing),)):
                self._known[row[0]] = Doc._make(row)
        return [self._known[id] for id in wanted if id in self._known]
