"""How to reach the business, whom the facts come from, and when they were last confirmed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalog.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from catalog.model import Contact, Source
    from kiosk.i18n import Translator

SOURCE_NAMES: Final = {
    "datatourisme": "DATAtourisme",
    "apidae": "APIDAE",
    "openagenda": "OpenAgenda",
    "osm": "OpenStreetMap",
    "tourinsoft": "Tourinsoft",
    "geotrek": "Geotrek",
    "lei": "LEI",
}
"""How the sources write their own names; a source of the house is named by its publisher."""

_FRENCH_NUMBER: Final = re.compile(r"^\+33([1-9])(\d\d)(\d\d)(\d\d)(\d\d)$")


def phone(number: str) -> str:
    """A French number as it is dialled in France, by pairs; any other as it is stored."""
    return _FRENCH_NUMBER.sub(r"0\1 \2 \3 \4 \5", clean_line(number))


def contact_lines(contacts: Sequence[Contact], t: Translator) -> tuple[str, ...]:
    """One line a phone, address or site; those for booking say so unless they serve for all."""
    general = [line for contact in contacts if contact.role == "info" for line in _lines(contact)]
    booking = [line for c in contacts if c.role == "booking" for line in _lines(c)]
    # Translators: a phone number, e-mail address or web site for booking
    text = t._("Booking: %(contact)s")
    only_booking = [text % {"contact": line} for line in booking if line not in general]
    return tuple(dict.fromkeys([*general, *only_booking]))


def _lines(contact: Contact) -> Iterator[str]:
    yield from (phone(number) for number in contact.phones)
    yield from (clean_line(address) for address in contact.emails)
    yield from (_site(url) for url in contact.websites)


def _site(url: str) -> str:
    """An address short enough to read and type: without scheme and closing slash."""
    return re.sub(r"^https?://", "", clean_line(url), flags=re.IGNORECASE).rstrip("/")


def credit_lines(sources: Sequence[Source], t: Translator) -> tuple[str, ...]:
    """One line a source: its name, who made and published the record, its licence."""
    return tuple(dict.fromkeys(_credit(source, t) for source in sources))


def _credit(source: Source, t: Translator) -> str:
    if source.name == "overlay" and source.updated is not None:
        # Translators: the office's staff has corrected or added facts; then initials and a day
        return t._("Completed by the office (%(initials)s, %(date)s)") % {
            "initials": clean_line(source.creator or "?"),
            "date": t.date(source.updated),
        }
    parts = (SOURCE_NAMES.get(source.name), source.creator, source.publisher)
    who = " · ".join(dict.fromkeys(clean_line(part) for part in parts if part)) or source.name
    if not source.licence:
        # Translators: where the facts come from: the names of data base and producer
        return t._("Source: %(source)s") % {"source": who}
    # Translators: where the facts come from, and the licence of the data
    return t._("Source: %(source)s, %(licence)s") % {
        "source": who,
        "licence": clean_line(source.licence),
    }


def verified_line(confirmed: date | None, t: Translator) -> str:
    """As "Verified on 21 July 2026"; "" when no source gives a date."""
    if confirmed is None:
        return ""
    # Translators: the day on which the source last confirmed its facts
    return t._("Verified on %(date)s") % {"date": t.date(confirmed)}


def is_stale(confirmed: date | None, today: date) -> bool:
    """Whether the last confirmation lies over twelve months back."""
    if confirmed is None:
        return False
    return (today.year, today.month, today.day) > (
        confirmed.year + 1,
        confirmed.month,
        confirmed.day,
    )
