"""Who is open at the moment that a search asks for: worked out once for all the letters of a
question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.model import ListingId
from catalog.search.rows import REMEMBERED

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from catalog.search.filters import Filters
    from catalog.search.score import Scored
    from catalog.store.reader import Catalogue


class OpenThen:
    """What is known of the moment asked last; another moment is asked anew."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._moment: datetime | date | None = None
        self._seasons: frozenset[int] = frozenset()
        self._open: dict[str, bool] = {}

    def seasons(self, filters: Filters) -> frozenset[int] | None:
        """The seasons (`search_season`) of which a row may be open then; None where that is not
        asked."""
        if filters.open_at is None:
            return None
        self._ask(filters)
        return self._seasons

    def first(self, ranked: Sequence[Scored], filters: Filters, limit: int) -> list[Scored]:
        """The first `limit` that are surely open then: hours are only worked out until these are
        found."""
        self._ask(filters)
        opened: list[Scored] = []
        at_once = max(1, limit)
        for first in range(0, len(ranked), at_once):
            some = ranked[first : first + at_once]
            self._work_out(filters, some)
            opened += [one for one in some if self._open[one.doc.listing]]
            if len(opened) >= limit:
                break
        return opened

    def _ask(self, filters: Filters) -> None:
        if self._moment == filters.open_at:
            return
        self._moment, self._open = filters.open_at, {}
        groups = [set(group) for group in filters.seasons()]
        self._seasons = frozenset(
            id
            for id, codes in self._catalogue.rows("SELECT id, codes FROM search_season")
            if not any(group.isdisjoint(codes.split(" ")) for group in groups)
        )

    def _work_out(self, filters: Filters, some: Sequence[Scored]) -> None:
        if len(self._open) > REMEMBERED:
            self._open = {}
        unknown = [ListingId(one.doc.listing) for one in some if one.doc.listing not in self._open]
        for listing in self._catalogue.get_many(unknown):
            self._open[listing.id] = filters.opened(listing)
        for id in unknown:
            self._open.setdefault(id, False)
