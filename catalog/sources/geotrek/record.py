"""One record of any family → one draft, or the reason why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.sources.draft import Draft, Rejection
from catalog.sources.geotrek.common import SOURCE, identifier
from catalog.sources.geotrek.contents import (
    NotForVisitors,
    read_content,
    read_desk,
    read_poi,
    read_service,
)
from catalog.sources.geotrek.events import read_event
from catalog.sources.geotrek.fields import NotPublished, Record
from catalog.sources.geotrek.lists import Family
from catalog.sources.geotrek.outdoor import read_course, read_site
from catalog.sources.geotrek.treks import read_trek
from catalog.sources.values.notes import Notes
from catalog.sources.values.placing import NoPlace

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from catalog.model import Listing
    from catalog.sources.geotrek.answers import Raw
    from catalog.sources.geotrek.lists import Lists

_READ: Final[dict[Family, Callable[[Record, date], Listing]]] = {
    Family.TREK: read_trek,
    Family.CONTENT: read_content,
    Family.EVENT: read_event,
    Family.SITE: read_site,
    Family.COURSE: read_course,
    Family.POI: read_poi,
    Family.SERVICE: read_service,
    Family.DESK: read_desk,
}


def read_record(
    raw: Raw, family: Family, lists: Lists, retrieved: date, *, language: str, member: str = ""
) -> Draft | Rejection:
    """The draft of one record; `member` names it where it has no id of its own.

    Pure: the same record, lists and day give the same draft. Never raises, whatever the JSON.
    """
    own = identifier(raw, family)
    if own is None:
        return Rejection(SOURCE, member, "field uuid: the record has no identifier")
    notes = Notes(own)
    try:
        listing = _READ[family](Record(raw, lists, language, notes), retrieved)
    except NotPublished:
        return Rejection(SOURCE, own, "field published: the record is published in no language")
    except (NoPlace, NotForVisitors) as problem:
        return Rejection(SOURCE, own, str(problem))
    if not listing.name:
        field = "type" if family is Family.SERVICE else "name"
        return Rejection(SOURCE, own, f"field {field}: there is no name in a published language")
    return Draft(listing, tuple(notes.labels.items()), tuple(notes.cautions))
