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


@cache
def narrower(term: TermId) -> frozenset[TermId]:
    """A concept with all those of which it is the more general one."""
    return frozenset({term, *(own for own in concepts() if term in wider(own))})


class Around:
    """Questions of place to one open catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._offices: list[tuple[float, float, ListingId]] | None = None

    def near(
        self, point: Point, terms: Collection[TermId], *, within_km: float, enough: int
    ) -> dict[ListingId, float]:
        """Ids with kilometres, nearest first, of listings that are one of the concepts: those of
        a smaller circle alone when they are enough."""
        found = dict[ListingId, float]()
        for radius in (min(_FIRST_KM, within_km), within_km):
            found = self._box(point, terms, radius)
            if len(found) >= enough:
                break
        return dict(sorted(found.items(), key=lambda pair: (pair[1], pair[0]))[:enough])

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

    def _box(
        self, point: Point, terms: Collection[TermId], radius: float
    ) -> dict[ListingId, float]:
        wanted = sorted({own for term in terms for own in narrower(term)})
        height = radius / _KM_PER_DEGREE
        width = height / max(0.01, cos(radians(point.latitude)))
        marks = ",".join("?" * len(wanted))
        rows = self._catalogue.rows(
            "SELECT listing.id, latitude, longitude FROM place JOIN listing"  # noqa: S608 - marks only
            " ON listing.rowid = place.listing WHERE north >= ? AND south <= ? AND east >= ?"
            " AND west <= ? AND EXISTS (SELECT 1 FROM listing_concept AS held WHERE held.listing"
            f" = listing.rowid AND held.concept IN ({marks}))",
            (
                *(point.latitude - height, point.latitude + height),
                *(point.longitude - width, point.longitude + width),
                *wanted,
            ),
        )
        away = {
            ListingId(id): distance_km(point, Point(latitude, longitude))
            for id, latitude, longitude in rows
        }
        return {id: km for id, km in away.items() if km <= radius}
