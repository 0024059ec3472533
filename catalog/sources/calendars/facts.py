"""What an event of a calendar says besides its dates: place, texts, categories, links, pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalog.model import Contact, Localized, Media, Place, TermId
from catalog.sources.values.addresses import business, web_address
from catalog.sources.values.event_words import says
from catalog.sources.values.placing import NoPlace, point_of
from catalog.sources.values.texts import tidy_line
from catalog.sources.values.wordings import DESCRIPTION, assemble
from catalog.text import fold

if TYPE_CHECKING:
    from collections.abc import Hashable

    from catalog.sources.calendars.components import Component, Property
    from catalog.sources.values.notes import Notes

MOST_TERMS: Final = 60
_PAIR: Final = re.compile(r"\s*([+-]?[\d.]{1,20})\s*[;,]\s*([+-]?[\d.]{1,20})\s*")
_APPLE: Final = "X-APPLE-STRUCTURED-LOCATION"
_TOWN: Final = re.compile(r"(?P<postcode>\d{5})\s+(?P<town>[^\d,;]{2,60})")
_COUNTRY: Final = frozenset(("france", "fr"))
_LANGUAGE: Final = re.compile(r"([a-zA-Z]{2})(?:[-_].*)?")
_PICTURES: Final = ("image/jpeg", "image/png", "image/gif", "image/webp")


def place_of(event: Component, notes: Notes) -> Place:
    """Where it is: the coordinates of GEO, of Apple's place, or those at the head of the
    calendar. An address alone is not looked up. Raises NoPlace."""
    field, pair = _coordinates(event)
    if pair is None:
        raise NoPlace(
            "field GEO: the event has no coordinates; write GEO:latitude;longitude in the event, "
            "or once at the head of the calendar"
        )
    if field == "X-WR-GEO":
        notes.warn("place_of_calendar", "GEO", ";".join(pair))
    point = point_of(*pair, notes, "GEO")
    street, postcode, town = _address(event)
    return Place(
        latitude=point.latitude,
        longitude=point.longitude,
        street=street,
        postcode=postcode,
        commune=town,
    )


def where_of(event: Component, otherwise: Component | None = None) -> Hashable:
    """What tells places apart; what `event` does not say, `otherwise` does."""
    said: list[str] = []
    for name in ("LOCATION", "GEO", _APPLE):
        line = event.first(name) or (otherwise.first(name) if otherwise is not None else None)
        said.append(fold(line.raw) if line is not None else "")
    return tuple(said)


def _coordinates(event: Component) -> tuple[str, tuple[str, str] | None]:
    """The field that states them, and latitude and longitude as written."""
    candidates = [("GEO", line.raw) for line in event.all("GEO")]
    candidates += [(_APPLE, line.raw.removeprefix("geo:")) for line in event.all(_APPLE)]
    if event.calendar.geo is not None:
        candidates.append(("X-WR-GEO", event.calendar.geo))
    for field, raw in candidates:
        match = _PAIR.fullmatch(raw.partition("?")[0])
        if match:
            return field, (match[1], match[2])
    return "GEO", None


def _address(event: Component) -> tuple[tuple[str, ...], str | None, str | None]:
    """LOCATION, or the address that Apple gives: its lines, and postcode and town where a line
    is just that."""
    line = event.first("LOCATION")
    apple = event.first(_APPLE)
    text = line.text if line is not None else ""
    if not text.strip() and apple is not None:
        params = apple.params
        text = "\n".join(
            part.replace("\\n", "\n")
            for part in (params.get("X-TITLE", ""), params.get("X-ADDRESS", ""))
        )
    street: dict[str, None] = {}
    postcode = town = None
    for part in re.split(r"[\n,;]", text[:1_000]):
        said = tidy_line(part)
        match = _TOWN.fullmatch(said)
        if match and postcode is None:
            postcode, town = match["postcode"], match["town"].strip(" -")
        elif said and fold(said) not in _COUNTRY:
            street[said] = None
    return tuple(street), postcode, town


def language_of(line: Property) -> str:
    """The language of a text; French unless it says another."""
    match = _LANGUAGE.fullmatch(line.params.get("LANGUAGE", ""))
    return match[1].lower() if match else "fr"


def description_of(event: Component, notes: Notes) -> Localized:
    """DESCRIPTION, or the HTML that Outlook writes beside it where there is no other."""
    lines = [line for line in event.all("DESCRIPTION") if line.raw.strip()]
    field = "DESCRIPTION" if lines else "X-ALT-DESC"
    return assemble(
        ((language_of(line), line.text, False) for line in lines or event.all("X-ALT-DESC")),
        notes,
        limit=DESCRIPTION,
        line=False,
        field=field,
    )


def terms_of(
    event: Component, notes: Notes, source: str
) -> tuple[tuple[str, ...], tuple[TermId, ...]]:
    """The categories, and those of them that the house has no word for as terms."""
    said: dict[str, str] = {}
    for line in event.all("CATEGORIES"):
        for raw in line.values:
            word = tidy_line(raw.replace("\\,", ",").replace("\\;", ";"), 80)
            if fold(word):
                said.setdefault(word, language_of(line))
    if len(said) > MOST_TERMS:
        notes.warn("list_shortened", "CATEGORIES", len(said))
    kept = dict(list(said.items())[:MOST_TERMS])
    themes = (
        notes.term(source, fold(word), [(lang, word)])
        for word, lang in kept.items()
        if says(word) is None
    )
    return tuple(kept), tuple(dict.fromkeys(themes))


def contacts_of(event: Component, notes: Notes) -> tuple[Contact, ...]:
    """The event's own page. Organisers and contacts are people: not read."""
    pages = [line.raw for line in event.all("URL") if line.raw.strip()]
    contact = business("info", notes, "URL", websites=pages)
    return () if contact is None else (contact,)


def media_of(event: Component, notes: Notes) -> tuple[Media, ...]:
    """Pictures by address: IMAGE (RFC 7986), and attachments that say they are pictures."""
    found: dict[str, Media] = {}
    for line in (*event.all("IMAGE"), *event.all("ATTACH")):
        mime = line.params.get("FMTTYPE", "").lower() or None
        if line.params.get("VALUE", "URI").upper() != "URI":
            continue
        if line.name == "ATTACH" and mime not in _PICTURES:
            continue
        url = web_address(line.raw.strip())
        if url is None:
            notes.warn("media_address_unreadable", line.name, line.raw[:200])
        else:
            found.setdefault(url, Media(url=url, mime=mime, main=not found))
    return tuple(found.values())
