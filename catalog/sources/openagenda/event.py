"""One OpenAgenda event → one draft, or the reason why there is none.

- `attendanceMode` 2 and `status` 3 (online only): rejected, for there is no place to send a
  visitor to; a mixed event is kept at its place.
- `state`: 2 is the agenda's own team publishing the event, however it was entered (`addMethod`
  says "contribution" of those of the team as well). Any other state waits for a person. The API
  gives states only where others than published ones can be among them.
- `private`: rejected, the agenda keeps it from the public.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalog.geo import Point
from catalog.model import (
    Contact,
    Listing,
    ListingId,
    Localized,
    Media,
    Place,
    Price,
    Source,
    TermId,
)
from catalog.sources.draft import Draft, Rejection, Withdrawal
from catalog.sources.openagenda import meanings
from catalog.sources.openagenda.fields import Node, code, items, node, text, wordings
from catalog.sources.openagenda.markdown import plain
from catalog.sources.openagenda.timings import read_timings
from catalog.sources.values.addresses import business, web_address
from catalog.sources.values.charges import plainly_free
from catalog.sources.values.departments import department_of
from catalog.sources.values.event_words import EventReading, says
from catalog.sources.values.event_words import read_event as read_words
from catalog.sources.values.mime import mime_named
from catalog.sources.values.moments import Impossible, parse_day
from catalog.sources.values.notes import Notes
from catalog.sources.values.periods import gather
from catalog.sources.values.placing import NoPlace, insee_of, point_of, postcode_of
from catalog.sources.values.texts import tidy_line
from catalog.sources.values.wordings import (
    DESCRIPTION,
    NOTE,
    SUMMARY,
    assemble,
    name_of,
    says_cancelled,
)
from catalog.text import clean_line, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

SOURCE: Final = "openagenda"
MOST_TERMS: Final = 60
_UID: Final = re.compile(r"[A-Za-z0-9._:-]{1,100}")
_STANDARD: Final = frozenset(
    (
        *("accessibility", "age", "attendanceMode", "country", "image", "location", "status"),
        *("state", "registration", "keywords", "originAgenda", "sourceAgendas", "links"),
    )
)


def read_event(obj: object, retrieved: date, *, where: str = "") -> Draft | Rejection | Withdrawal:
    """The draft of one event; `where` names it if it has no identifier.

    Pure: the same event and day give the same draft. Never raises, whatever the JSON.
    """
    if not isinstance(obj, dict):
        return Rejection(SOURCE, where, "the event is not a JSON object")
    uid = clean_line(text(obj.get("uid")) or "", limit=120)
    if not _UID.fullmatch(uid):
        return Rejection(SOURCE, where, "field uid: the event has no identifier")
    if code(obj.get("removed")) == 1:
        return Withdrawal(SOURCE, ListingId(f"{SOURCE}:{uid}"))
    if code(obj.get("private")) == 1:
        return Rejection(SOURCE, uid, "field private: the agenda keeps the event from the public")
    if code(obj.get("attendanceMode")) == meanings.ONLINE:
        return Rejection(SOURCE, uid, "field attendanceMode: online only, there is nowhere to go")
    if code(obj.get("status")) == meanings.MOVED_ONLINE:
        return Rejection(SOURCE, uid, "field status: moved online, there is nowhere to go")
    notes = Notes(uid)
    name = name_of(wordings(obj.get("title")), notes, "title")
    if not name:
        return Rejection(SOURCE, uid, "field title: the event has no title")
    try:
        listing = _listing(obj, uid, name, retrieved, notes)
    except NoPlace as problem:
        return Rejection(SOURCE, uid, str(problem))
    state = code(obj.get("state"))
    return Draft(
        listing,
        tuple(notes.labels.items()),
        tuple(notes.cautions),
        to_verify=state not in (None, meanings.PUBLISHED) or code(obj.get("draft")) == 1,
    )


def _listing(obj: Node, uid: str, name: Localized, retrieved: date, notes: Notes) -> Listing:
    place = _place(obj, notes)
    point = Point(place.latitude, place.longitude)
    reading, themes = _meaning(obj, name, notes)
    return Listing(
        id=ListingId(f"{SOURCE}:{uid}"),
        kinds=reading.kinds,
        name=name,
        place=place,
        sources=(_source(obj, uid, retrieved, notes),),
        concepts=reading.concepts,
        themes=themes,
        summary=_wording(obj, "description", SUMMARY, notes),
        description=_wording(obj, "longDescription", DESCRIPTION, notes),
        practical=_wording(node(obj.get("location")), "access", NOTE, notes),
        dates=gather(read_timings(obj, point, notes)),
        cancelled=code(obj.get("status")) == meanings.CANCELLED or says_cancelled(name),
        prices=_prices(obj, notes),
        access=meanings.read_access(obj),
        audience=meanings.read_ages(obj, notes),
        contacts=_contacts(obj, place.department, notes),
        media=_media(obj, notes),
    )


def _place(obj: Node, notes: Notes) -> Place:
    location = node(obj.get("location"))
    if not location:
        raise NoPlace("field location: the event states no place")
    insee = insee_of(text(location.get("insee")), notes, "location.insee")
    department = department_of(insee)
    point = point_of(
        text(location.get("latitude")),
        text(location.get("longitude")),
        notes,
        "location",
        department=department,
    )
    postcode = postcode_of(text(location.get("postalCode")), notes, "location.postalCode")
    commune = tidy_line(text(location.get("city")) or "") or None
    return Place(
        latitude=point.latitude,
        longitude=point.longitude,
        street=_street(location, postcode, commune),
        postcode=postcode,
        commune=commune,
        insee=insee,
        department=department,
    )


def _street(location: Node, postcode: str | None, commune: str | None) -> tuple[str, ...]:
    """The name of the place and its address, without the town that the place has of its own."""
    name = tidy_line(text(location.get("name")) or "")
    address = tidy_line(text(location.get("address")) or "")
    if postcode and commune:
        address = re.sub(
            rf"[\s,]*\b{re.escape(postcode)}[\s,]+{re.escape(commune)}(?:[\s,]+France)?$",
            "",
            address,
            flags=re.IGNORECASE,
        )
    town = fold(commune or "")
    lines = (line for line in (name, address) if line and fold(line) != town)
    return tuple(dict.fromkeys(lines))


def _meaning(obj: Node, name: Localized, notes: Notes) -> tuple[EventReading, tuple[TermId, ...]]:
    """What it is, and the keywords and labels that the house has no word for."""
    said = [*wordings(obj.get("keywords")), *_labels(obj)]
    if len(said) > MOST_TERMS:
        notes.warn("list_shortened", "keywords", len(said))
    said = said[:MOST_TERMS]
    reading = read_words((wording.text for wording in name.texts), (word for _, word in said))
    themes = (
        notes.term(SOURCE, fold(word), [(lang, word)])
        for lang, word in said
        if says(word) is None and fold(word)
    )
    return reading, tuple(dict.fromkeys(themes))


def _labels(obj: Node) -> Iterator[tuple[str, str]]:
    """The French (else first) label of every choice of the agenda's own fields, where the export
    gives labels (`includeLabels`); a number alone says nothing."""
    for key, value in obj.items():
        if key in _STANDARD:
            continue
        for choice in items(value):
            if isinstance(choice, dict) and "id" in choice:
                labels = list(wordings(choice.get("label")))
                labels.sort(key=lambda label: label[0] != "fr")
                yield from labels[:1]


def _wording(obj: Node, field: str, limit: int, notes: Notes) -> Localized:
    parts = (
        (lang, plain(wording[: 8 * limit]), False) for lang, wording in wordings(obj.get(field))
    )
    return assemble(parts, notes, limit=limit, line=False, field=field)


def _prices(obj: Node, notes: Notes) -> tuple[Price, ...]:
    """What the conditions say, in words; free only where a language says that and no more."""
    said = list(wordings(obj.get("conditions")))
    if not said:
        return ()
    note = assemble(
        ((lang, wording, False) for lang, wording in said),
        notes,
        limit=NOTE,
        line=False,
        field="conditions",
    )
    return (Price(free=all(plainly_free(wording) for _, wording in said), note=note),)


def _contacts(obj: Node, department: str | None, notes: Notes) -> tuple[Contact, ...]:
    """The place's own telephone and site, and how to book."""
    location = node(obj.get("location"))
    online = obj.get("onlineAccessLink")
    info = business(
        "info",
        notes,
        "location",
        phones=_some(location.get("phone")),
        emails=_some(location.get("email")),
        websites=(*_some(location.get("website")), *_some(online)),
        department=department,
    )
    means = [_means(entry) for entry in items(obj.get("registration"))[:MOST_TERMS]]
    booking = business(
        "booking",
        notes,
        "registration",
        phones=(value for kind, value in means if kind == "phone"),
        emails=(value for kind, value in means if kind == "email"),
        websites=(value for kind, value in means if kind == "link"),
        department=department,
    )
    return tuple(contact for contact in (info, booking) if contact is not None)


def _means(entry: object) -> tuple[str, str]:
    """A means of booking: typed since 2021, before that a bare text."""
    value = text(entry.get("value") if isinstance(entry, dict) else entry) or ""
    kind = entry.get("type") if isinstance(entry, dict) else None
    if kind not in ("phone", "email", "link"):
        bare = value.split("?", 1)[0]
        is_phone = re.fullmatch(r"[+\d][\d\s./()-]{1,30}", value) is not None
        kind = "phone" if is_phone else "email" if "@" in bare and "/" not in bare else "link"
    return (str(kind), value) if value else ("", "")


def _some(value: object) -> Iterable[str]:
    found = text(value)
    return () if found is None else (found,)


def _media(obj: Node, notes: Notes) -> tuple[Media, ...]:
    image = obj.get("image")
    if not image:
        return ()
    said = node(image)
    raw = f"{text(said.get('base')) or ''}{text(said.get('filename')) or ''}" if said else image
    url = web_address(raw) if isinstance(raw, str) and raw else None
    if url is None:
        notes.warn("media_address_unreadable", "image", raw)
        return ()
    ending = url.partition("?")[0].rpartition(".")[2].lower()
    credit = next((wording for _, wording in wordings(obj.get("imageCredits"))), "")
    return (
        Media(url=url, mime=mime_named(ending), credit=tidy_line(credit, 300) or None, main=True),
    )


def _source(obj: Node, uid: str, retrieved: date, notes: Notes) -> Source:
    origin = node(obj.get("originAgenda"))
    address = text(obj.get("canonicalUrl")) or text(obj.get("url"))
    return Source(
        name=SOURCE,
        record=uid,
        retrieved=retrieved,
        updated=_updated(obj, retrieved, notes),
        url=web_address(address) if address else None,
        # the agenda that first published it, which need not be the one that was exported
        publisher=tidy_line(text(origin.get("title")) or "") or None,
    )


def _updated(obj: Node, retrieved: date, notes: Notes) -> date | None:
    raw = text(obj.get("updatedAt"))
    if raw is None:
        return None
    try:
        updated = parse_day(raw)
    except Impossible:
        notes.warn("impossible_date", "updatedAt", raw)
        return None
    if updated > retrieved:
        notes.warn("updated_in_the_future", "updatedAt", str(updated))
        return None
    return updated
