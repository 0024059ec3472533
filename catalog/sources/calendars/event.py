"""One event of a calendar, in all its parts → drafts, or the reason why there is none.

- The main part is the newest by SEQUENCE, then by its dates; older copies are left out.
- STATUS:CANCELLED and METHOD:CANCEL cancel the event, or the one date that the part is about.
- A part that takes one date elsewhere (another LOCATION or GEO) is a listing of its own.
- STATUS:TENTATIVE: not decided yet, waits for a person. CLASS:PRIVATE or CONFIDENTIAL: rejected.
"""

from __future__ import annotations

import re
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from catalog.geo import Point
from catalog.model import NOTHING, Listing, ListingId, Localized, Place, Source
from catalog.sources.calendars.dates import (
    Change,
    Span,
    Timing,
    begins_at,
    changed,
    said,
    spans_of,
    timing_of,
)
from catalog.sources.calendars.facts import (
    contacts_of,
    description_of,
    language_of,
    media_of,
    place_of,
    terms_of,
    where_of,
)
from catalog.sources.calendars.times import Stamp, stamp_of
from catalog.sources.draft import Draft, Rejection, Withdrawal
from catalog.sources.values.addresses import web_address
from catalog.sources.values.event_words import read_event as read_words
from catalog.sources.values.moments import Impossible
from catalog.sources.values.notes import Notes
from catalog.sources.values.periods import gather
from catalog.sources.values.placing import NoPlace
from catalog.sources.values.wordings import name_of, says_cancelled
from catalog.text import clean_line, fold

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence
    from datetime import date

    from catalog.sources.calendars.components import Component

SOURCE: Final = "ical"
MOST_PARTS: Final = 1_000
_SAFE: Final = re.compile(r"[A-Za-z0-9._:-]{1,80}")
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9._-]+")
_NOWHERE: Final = Place(0, 0)
_OF_THE_WHOLE: Final = frozenset(("RRULE", "EXRULE", "RDATE", "EXDATE", "DTEND", "DURATION"))
_DIGITS: Final = re.compile(r"\d{1,9}", re.ASCII)

Result = Draft | Rejection | Withdrawal


def read_event(
    parts: Sequence[Component], retrieved: date, *, where: str = ""
) -> list[tuple[Hashable, Result]]:
    """What becomes of an event, first itself, then its dates elsewhere; each with what stands for
    its place (see `values.series`). `where` names it if it has no UID.

    Pure: the same parts and day give the same result. Never raises, whatever the parts.
    """
    uid = clean_line(_uid(parts[0]), limit=255)
    if not uid:
        return [(None, Rejection(SOURCE, where, "field UID: the event has no identifier"))]
    mains = [part for part in parts if part.first("RECURRENCE-ID") is None]
    dated = [part for part in parts if part.first("RECURRENCE-ID") is not None][:MOST_PARTS]
    reading = _Reading(uid, retrieved)
    main = reading.newest(mains) if mains else dated[0]
    results = [reading.main(main, dated if mains else [], [] if mains else dated)]
    results += [reading.elsewhere(part, main) for part in reading.moved]
    return results


def _uid(part: Component) -> str:
    line = part.first("UID")
    return line.text if line is not None else ""


class _Reading:
    """One event while it is read."""

    def __init__(self, uid: str, retrieved: date) -> None:
        self.uid = uid
        self.retrieved = retrieved
        self.notes = Notes(uid)
        self.moved: list[Component] = []
        self._cancelled = False

    def newest(self, mains: Sequence[Component]) -> Component:
        """The main part that counts. A cancellation may say nothing but that it is one: what the
        event is, an older part still tells."""
        ordered = sorted(enumerate(mains), key=lambda one: (*_revision(one[1]), one[0]))
        newest = ordered[-1][1]
        self._cancelled = _is_cancelled(newest)
        if len(mains) > 1:
            self.notes.warn("duplicate_id", "UID", self.uid)
        whole = (
            part
            for _, part in reversed(ordered)
            if part.first("SUMMARY") is not None and part.first("DTSTART") is not None
        )
        return next(whole, newest) if self._cancelled else newest

    def main(
        self, event: Component, dated: Sequence[Component], loose: Sequence[Component]
    ) -> tuple[Hashable, Result]:
        """The event itself. `dated`: the parts about one of its dates; `loose`: the same where
        the main part is not in the file, so that they are all there is."""
        notes, key = self.notes, where_of(event)
        if self._cancelled and event.first("SUMMARY") is None:
            return key, Withdrawal(SOURCE, listing_id(self.uid))
        refused = self._refused(event)
        if refused:
            return key, Rejection(SOURCE, self.uid, refused)
        name = _name(event, notes)
        if not name:
            return key, Rejection(SOURCE, self.uid, "field SUMMARY: the event has no title")
        try:
            place = place_of(event, notes)
            timing = timing_of(event, notes)
        except NoPlace as problem:
            return key, Rejection(SOURCE, self.uid, str(problem))
        except Impossible:
            reason = "field DTSTART: the event has no date that can be read"
            return key, Rejection(SOURCE, self.uid, reason)
        whole = spans_of(event, timing, self.retrieved, notes) if not loose else []
        changes = [
            change
            for part in dated or loose
            if (change := self._change(part, event, timing, name)) is not None
        ]
        point = Point(place.latitude, place.longitude)
        dates = gather(said(changed(whole, changes, notes), timing, point, notes))
        cancelled = self._cancelled or says_cancelled(name)
        if not dates and whole:  # every date is cancelled, or elsewhere
            cancelled = cancelled or not self.moved
            dates = gather(said(whole, timing, point, notes))
        listing = self._listing(event, listing_id(self.uid), name)
        listing = replace(listing, place=place, dates=dates, cancelled=cancelled)
        return key, self._draft(listing, event)

    def elsewhere(self, part: Component, main: Component) -> tuple[Hashable, Result]:
        """One date that takes place elsewhere, as a listing of its own; what its part does not
        say, the main part does."""
        self.notes = Notes(self.uid)
        self._cancelled = _is_cancelled(part)
        inherited = {
            name: lines for name, lines in main.properties.items() if name not in _OF_THE_WHOLE
        }
        event = replace(part, properties={**inherited, **part.properties})
        line = part.first("RECURRENCE-ID")
        date_id = _UNSAFE.sub("-", line.raw)[:20] if line is not None else ""
        name = _name(event, self.notes)
        try:
            place = place_of(event, self.notes)
            timing = timing_of(event, self.notes)
        except NoPlace as problem:
            return where_of(event), Rejection(SOURCE, self.uid, str(problem))
        except Impossible:
            reason = "field DTSTART: the event has no date that can be read"
            return where_of(event), Rejection(SOURCE, self.uid, reason)
        point = Point(place.latitude, place.longitude)
        listing = replace(
            self._listing(event, ListingId(f"{listing_id(self.uid)}-{date_id}"), name),
            place=place,
            dates=gather(said([timing.first], timing, point, self.notes)),
            cancelled=self._cancelled or says_cancelled(name),
        )
        return where_of(event), self._draft(listing, event)

    def _refused(self, event: Component) -> str:
        if event.word("CLASS") in ("PRIVATE", "CONFIDENTIAL"):
            return "field CLASS: the event is private"
        if event.calendar.method in ("REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH"):
            return "field METHOD: an answer to an invitation is no event"
        return ""

    def _change(
        self, part: Component, main: Component, timing: Timing, name: Localized
    ) -> Change | None:
        """What a part says of its date; None if that cannot be read."""
        line = part.first("RECURRENCE-ID")
        if line is None:
            return None
        try:
            of = begins_at(stamp_of(line.raw, line, part.calendar, self.notes), timing)
            own = None if _is_cancelled(part) else timing_of(part, self.notes)
        except Impossible as problem:
            self.notes.warn("impossible_date", "RECURRENCE-ID", str(problem))
            return None
        later = line.params.get("RANGE", "").upper() == "THISANDFUTURE"
        if own is None:
            return Change(of, None, later)
        if part is not main and where_of(part, main) != where_of(main):
            self.moved.append(part)
            return Change(of, None)
        start = begins_at(Stamp(own.first.start, own.zone, own.all_day), timing)
        titled = _name(part, Notes(self.uid))
        differs = titled and [fold(one.text) for one in titled.texts] != [
            fold(one.text) for one in name.texts
        ]
        return Change(of, Span(start, own.first.length, titled if differs else NOTHING), later)

    def _listing(self, event: Component, id: ListingId, name: Localized) -> Listing:
        """All but place and dates."""
        notes = self.notes
        words, themes = terms_of(event, notes, SOURCE)
        reading = read_words((wording.text for wording in name.texts), words)
        return Listing(
            id=id,
            kinds=reading.kinds,
            name=name,
            place=_NOWHERE,
            sources=(self._source(event),),
            concepts=reading.concepts,
            themes=themes,
            description=description_of(event, notes),
            contacts=contacts_of(event, notes),
            media=media_of(event, notes),
        )

    def _source(self, event: Component) -> Source:
        address = event.first("URL")
        updated = _updated(event)
        if updated is not None and updated > self.retrieved:
            self.notes.warn("updated_in_the_future", "LAST-MODIFIED", str(updated))
            updated = None
        return Source(
            name=SOURCE,
            record=self.uid,
            retrieved=self.retrieved,
            updated=updated,
            url=web_address(address.raw) if address is not None else None,
            publisher=event.calendar.name,
        )

    def _draft(self, listing: Listing, event: Component) -> Draft:
        return Draft(
            listing,
            tuple(self.notes.labels.items()),
            tuple(self.notes.cautions),
            to_verify=event.word("STATUS") == "TENTATIVE",
        )


def listing_id(uid: str) -> ListingId:
    """The listing's id: the UID where it is made of what ids are made of, else the readable part
    of it with a fingerprint."""
    if _SAFE.fullmatch(uid):
        return ListingId(f"{SOURCE}:{uid}")
    readable = _UNSAFE.sub("-", uid).strip("-")[:50]
    return ListingId(f"{SOURCE}:{readable}-{sha256(uid.encode('utf-8')).hexdigest()[:10]}")


def _is_cancelled(part: Component) -> bool:
    return part.word("STATUS") == "CANCELLED" or part.calendar.method == "CANCEL"


def _revision(part: Component) -> tuple[int, str, str]:
    sequence = part.word("SEQUENCE")
    return (
        int(sequence) if _DIGITS.fullmatch(sequence) else 0,
        part.word("LAST-MODIFIED"),
        part.word("DTSTAMP"),
    )


def _name(event: Component, notes: Notes) -> Localized:
    return name_of(
        ((language_of(line), line.text) for line in event.all("SUMMARY")), notes, "SUMMARY"
    )


def _updated(event: Component) -> date | None:
    line = event.first("LAST-MODIFIED")
    if line is None:
        return None
    try:
        return stamp_of(line.raw, line, event.calendar, Notes("")).wall.date()
    except Impossible:
        return None
