"""Pictures and tracks: `url|title|credit`, an `<img>`, or objects with `Url`, `Titre`, `Credit`.

A bare file name, as SIRTAQUI gives it, is no address: the folder is not in the feed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalog.model import Localized, Media, Text
from catalog.sources.tourinsoft.entries import Entry, key, scalar
from catalog.sources.values.addresses import web_address
from catalog.sources.values.mime import GPX, mime_of
from catalog.sources.values.moments import Impossible, parse_day
from catalog.sources.values.texts import tidy_line
from catalog.sources.values.wordings import NOTE

if TYPE_CHECKING:
    from datetime import date

    from catalog.sources.tourinsoft.fields import Fields
    from catalog.sources.values.notes import Notes

CREDIT: Final = 300
_SOURCE: Final = re.compile(r"""(?:src|href)\s*=\s*['"]([^'"<>]{4,900})['"]""", re.IGNORECASE)
_SIZE: Final = re.compile(r"\?(?:width|height)=\d+(?:&(?:amp;)?(?:width|height)=\d+)*$")


def read_media(fields: Fields, notes: Notes) -> tuple[Media, ...]:
    """Every picture and document once; the first picture is the main one."""
    found: dict[str, Media] = {}
    for meaning in ("photo", "track", "document", "video"):
        for entry in fields.entries(meaning):
            for url, title, credit, until in _links(entry):
                address = _address(url)
                if address is None:
                    notes.warn("media_address_unreadable", meaning, url)
                elif address not in found:
                    found[address] = Media(
                        url=address,
                        mime=mime_of(address),
                        title=_french(title),
                        credit=tidy_line(credit, CREDIT) or None,
                        rights_end=_day(until, notes),
                        main=meaning == "photo" and not found,
                    )
    return tuple(found.values())


def track(fields: Fields, media: tuple[Media, ...]) -> str | None:
    """The address of the GPX track."""
    stated = _address(fields.first("track").partition("|")[0])
    return stated or next((item.url for item in media if item.mime == GPX), None)


def _links(entry: Entry) -> list[tuple[str, str, str, str]]:
    """(address, title, credit, end of rights) of an item; several files may be in one object."""
    if not entry.named:
        links = _SOURCE.findall(entry.part(0))
        if links:
            return [(_SIZE.sub("", link), "", "", "") for link in links[:10]]
        return [(entry.part(0), entry.part(1), entry.part(2), "")]
    until = entry.text("Datedefindutilisation", "Datefindroits")
    inner = [
        Entry(named={key(str(name)): part for name, part in value.items()})
        for value in entry.named.values()
        if isinstance(value, dict)
    ]
    files = [file for file in (entry, *inner) if file.text("Url")]
    return [
        (file.text("Url"), file.text("Titre"), file.text("Credit", "Copyright"), until)
        for file in files
    ] or [(scalar(value), "", "", until) for value in _urls(entry)]


def _urls(entry: Entry) -> list[str]:
    names = ("URLvideo", "Lien", "Fichier")
    return [text for name in names if (text := entry.text(name))]


def _address(raw: str) -> str | None:
    text = raw.strip()
    return web_address(text) if text.startswith(("http:", "https:", "//", "www.")) else None


def _day(raw: str, notes: Notes) -> date | None:
    try:
        return parse_day(raw) if raw else None
    except Impossible:
        notes.warn("impossible_date", "Datedefindutilisation", raw)
        return None


def _french(raw: str) -> Localized:
    wording = tidy_line(raw, NOTE)
    return Localized((Text("fr", wording),)) if wording else Localized()
