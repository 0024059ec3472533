"""What the tables of a catalogue hold of one listing: plain values, worked out without a database,
so that another process can do it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from catalog.model import LabelStatus, Listing, MonthDay, Period, TermId
from catalog.store import record

if TYPE_CHECKING:
    from datetime import date

_FIRST_DAY: Final = "0001-01-01"
_LAST_DAY: Final = "9999-12-31"
_NEW_YEAR: Final = "--01-01"
_YEAR_END: Final = "--12-31"


class Rows(NamedTuple):
    """`listing`: the columns of the table after rowid. `sources`: name, licence and update of
    each source, for the sums."""

    listing: tuple[object, ...]
    kinds: tuple[str, ...]
    concepts: tuple[str, ...]
    references: tuple[str, ...]
    occurrences: tuple[tuple[str, str], ...]
    sources: tuple[tuple[str, str | None, date | None], ...]

    @property
    def id(self) -> str:
        """The listing's id."""
        return str(self.listing[0])

    @property
    def updated(self) -> str | None:
        """The day (ISO) on which a source last confirmed it."""
        day = self.listing[7]
        return None if day is None else str(day)

    @property
    def point(self) -> tuple[object, object]:
        """Degrees north and east."""
        return self.listing[5], self.listing[6]


def rows_of(listing: Listing) -> Rows:
    """The rows of one listing. Raises ValueError when a text cannot be stored as UTF-8."""
    place = listing.place
    name = listing.name.best("fr")
    updated = listing.confirmed
    body = record.encode(listing)
    return Rows(
        listing=(
            listing.id,
            listing.kind.value,
            name.text if name else "",
            place.commune,
            place.insee,
            place.latitude,
            place.longitude,
            updated.isoformat() if updated else None,
            record.digest(body),
            body,
        ),
        kinds=tuple(kind.value for kind in dict.fromkeys(listing.kinds)),
        concepts=tuple(sorted(stated_concepts(listing))),
        references=tuple(sorted(references(listing))),
        occurrences=tuple(
            dict.fromkeys(
                days for period in listing.dates if not period.closed for days in spans(period)
            )
        ),
        sources=tuple((each.name, each.licence, each.updated) for each in listing.sources),
    )


def stated_concepts(listing: Listing) -> set[TermId]:
    """Every term that the listing states of itself, whatever field it stands in. A label counts
    once obtained; broader concepts are the caller's business."""
    labels = (label.id for label in listing.labels if label.status is LabelStatus.OBTAINED)
    modes = listing.itinerary.modes if listing.itinerary else ()
    return {
        *listing.concepts,
        *listing.themes,
        *listing.amenities,
        *listing.audience,
        *modes,
        *labels,
    }


def references(listing: Listing) -> set[str]:
    """Every name under which somebody may know the listing: its id without the source's name,
    the producer's id and address of each source, and the same thing elsewhere (Wikidata)."""
    names = {*listing.same_as, listing.id.partition(":")[2] or listing.id}
    for source in listing.sources:
        names.update((source.record, source.url or source.record))
    return names


def spans(period: Period) -> list[tuple[str, str]]:
    """First and last days as the `occurrence` table keeps them (see `schema`); a season that
    crosses New Year is two spans."""
    start, end = period.start, period.end
    if not isinstance(start, MonthDay) and not isinstance(end, MonthDay):
        return [(start.isoformat() if start else _FIRST_DAY, end.isoformat() if end else _LAST_DAY)]
    first = f"--{start.month:02}-{start.day:02}" if start else _NEW_YEAR
    last = f"--{end.month:02}-{end.day:02}" if end else _YEAR_END
    return [(first, last)] if first <= last else [(first, _YEAR_END), (_NEW_YEAR, last)]
