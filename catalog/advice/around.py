"""What lies around a point, by concept or kind: small boxes of the R-tree, whatever the size of
the catalogue."""

from __future__ import annotations

from functools import cache
from math import cos, radians
from typing import TYPE_CHECKING, Final

from catalog.geo import Point, distance_km
from catalog.model import Kind, ListingId, TermId
from catalog.vocabulary import concepts, wider

if TYPE_CHECKING:
    from collections.abc import Collection

    from catalog.store.reader import Catalogue

_KM_PER_DEGREE: Final = 111.0
_OFFICES: Final = 6
_FIRST_KM: Final = 4.0
_ROUGH_KM: Final = 0.01
_KEPT: Final = 24
"""So many sets of concepts are remembered, a byte a listing each."""


@cache
def narrower(term: TermId) -> frozenset[TermId]:
    """A concept with all those of which it is the more general one."""
    return frozenset({term, *(own for own in concepts() if term in wider(own))})


class Around:
    """Questions of place to one open catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._offices: list[tuple[float, float, ListingId]] | None = None
        self._held: dict[tuple[TermId, ...], bytes] = {}

    def near(
        self, point: Point, terms: Collection[TermId], *, within_km: float, enough: int
    ) -> dict[ListingId, float]:
        """Ids with kilometres, nearest first, of listings that are one of the concepts: those of
        a smaller circle alone when they are enough."""
        found = dict[ListingId, float]()
        for radius in (min(_FIRST_KM, within_km), within_km):
            found = self._circle(point, terms, radius, enough)
            if len(found) >= enough:
                break
        return found

    def offices(self, here: Point) -> list[tuple[ListingId, float]]:
        """The nearest tourist offices."""
        if self._offices is None:
            self._offices = [
                (latitude, longitude, ListingId(id))
                for latitude, longitude, id in self._catalogue.rows(
                    "SELECT latitude, longitude, id FROM listing JOIN listing_kind"
                    " ON listing_kind.listing = listing.rowid WHERE listing_kind.kind = ?",
                    (Kind.OFFICE.value,),
                )
            ]
        stretch = cos(radians(here.latitude)) ** 2
        lat, lon = here.latitude, here.longitude
        near = sorted(
            ((y - lat) ** 2 + (x - lon) ** 2 * stretch, id, y, x) for y, x, id in self._offices
        )[:_OFFICES]
        return [(id, distance_km(here, Point(y, x))) for _, id, y, x in near]

    def _circle(
        self, point: Point, terms: Collection[TermId], radius: float, enough: int
    ) -> dict[ListingId, float]:
        """The nearest ones within a circle. The corners of the R-tree, which are good to a metre,
        choose those whose own points are read."""
        height = radius / _KM_PER_DEGREE
        width = height / max(0.01, cos(radians(point.latitude)))
        held = self._holding(terms)
        rough = sorted(
            (distance_km(point, Point(south, west)), row)
            for row, south, west in self._catalogue.rows(
                "SELECT listing, south, west FROM place WHERE north >= ? AND south <= ?"
                " AND east >= ? AND west <= ?",
                (
                    *(point.latitude - height, point.latitude + height),
                    *(point.longitude - width, point.longitude + width),
                ),
            )
            if row < len(held) and held[row]
        )
        most = radius if len(rough) < enough else rough[enough - 1][0]
        rows = [row for km, row in rough if km <= most + _ROUGH_KM]
        marks = ",".join("?" * len(rows))
        own = self._catalogue.rows(
            "SELECT id, latitude, longitude FROM listing"  # noqa: S608 - marks only
            f" WHERE rowid IN ({marks})",
            rows,
        )
        exact = sorted(
            (distance_km(point, Point(latitude, longitude)), ListingId(id))
            for id, latitude, longitude in own
        )
        return {id: km for km, id in exact[:enough] if km <= radius}

    def _holding(self, terms: Collection[TermId]) -> bytes:
        """For each row number, whether the listing is one of the concepts."""
        wanted = tuple(sorted({own for term in terms for own in narrower(term)}))
        held = self._held.pop(wanted, None)
        if held is None:
            marks = ",".join("?" * len(wanted))
            rows = self._catalogue.rows(
                "SELECT DISTINCT listing FROM listing_concept"  # noqa: S608 - marks only
                f" WHERE concept IN ({marks})",
                wanted,
            )
            flags = bytearray(max((row for (row,) in rows), default=0) + 1)
            for (row,) in rows:
                flags[row] = 1
            held = bytes(flags)
        self._held[wanted] = held  # the last asked for is kept longest
        if len(self._held) > _KEPT:
            self._held.pop(next(iter(self._held)))
        return held
