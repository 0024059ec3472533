"""Pictures, films, documents and tracks, with the rights that the object states for each.

`illustrations` have one file a language for the same picture: the French one, else the first.
`multimedias` have a document of its own in each language: all of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalog.model import Media
from catalog.sources.apidae.fields import Node, day_or_caution, localized, nodes, text, wordings
from catalog.sources.values.addresses import web_address
from catalog.sources.values.mime import GPX, KML, KMZ, mime_named
from catalog.sources.values.texts import tidy_line
from catalog.sources.values.wordings import NOTE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Localized
    from catalog.sources.apidae.notes import Notes

_EXTENSION: Final = re.compile(r"\.([A-Za-z0-9]{2,5})(?:[?#].*)?\Z", re.DOTALL)
CREDIT: Final = 300


def read_media(obj: Node, notes: Notes) -> tuple[Media, ...]:
    """Every picture, then every other medium, each address once; the first picture is the main
    one."""
    found: dict[str, Media] = {}
    for field in ("illustrations", "multimedias"):
        for medium in nodes(obj, field):
            for media in _of(medium, field, notes, main=not found and field == "illustrations"):
                found.setdefault(media.url, media)
    return tuple(found.values())


def _of(medium: Node, field: str, notes: Notes, *, main: bool) -> Iterator[Media]:
    files = nodes(medium, "traductionFichiers")
    if field == "illustrations":
        files = sorted(files, key=lambda file: text(file, "locale") != "fr")[:1]
    if not files:
        notes.warn("media_without_address", field)
    for file in files:
        link = text(file, "url")
        url = web_address(link) if link else None
        if link is None:
            notes.warn("media_without_address", field)
        elif url is None:
            notes.warn("media_address_unreadable", field, link)
        else:
            yield Media(
                url=url,
                mime=_mime(file, url),
                title=_title(medium, notes, field),
                credit=_credit(medium),
                rights_end=day_or_caution(medium, "dateLimiteDePublication", notes),
                main=main,
            )


def _title(medium: Node, notes: Notes, field: str) -> Localized:
    """The caption; the name of the file in the base where there is none."""
    caption = medium.get("legende") if wordings(medium.get("legende")) else medium.get("nom")
    return localized(caption, notes, limit=NOTE, field=field, line=True)


def _credit(medium: Node) -> str | None:
    """Whom the picture must be credited to, in French where it can be."""
    stated = sorted(wordings(medium.get("copyright")), key=lambda wording: wording[0] != "fr")
    return next((credit for _, words in stated if (credit := tidy_line(words, CREDIT))), None)


def _mime(file: Node, url: str) -> str | None:
    """By the extension stated, or that of the address: plans often lack the first."""
    stated = text(file, "extension") or ""
    match = _EXTENSION.search(url[-20:])
    return mime_named(stated) or (mime_named(match[1]) if match else None)


def track_of(media: tuple[Media, ...]) -> str | None:
    """The address of the track: GPX where there is one, else KML or KMZ."""
    for mime in (GPX, KML, KMZ):
        for medium in media:
            if medium.mime == mime:
                return medium.url
    return None
