"""Links to pictures, films and documents, with the credit and licence stated for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import NOTHING, Localized, Media, Text
from catalog.sources.values.addresses import web_address
from catalog.sources.values.mime import mime_named, mime_of
from catalog.sources.values.texts import tidy_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.sources.geotrek.answers import Raw
    from catalog.sources.geotrek.fields import Record
    from catalog.sources.values.notes import Notes

CREDIT: Final = 300
TITLE: Final = 300
_MAIN: Final = ("attachments", "pictures")
_PAPERS: Final = ("pdf", "printable")


def link(raw: object, notes: Notes, field: str) -> str | None:
    """A web address; None with a caution for one that cannot be read, or (once a field: then all
    are so) that lacks its site."""
    if not isinstance(raw, str) or not raw.strip():
        return None
    address = raw.strip()
    if address.startswith("/") and not address.startswith("//"):
        if not any(c.kind == "link_without_site" and c.field == field for c in notes.cautions):
            notes.warn("link_without_site", field, address)
        return None
    url = web_address(address)
    if url is None:
        notes.warn("media_address_unreadable", field, address)
    return url


def read_media(record: Record, name: Localized) -> tuple[Media, ...]:
    """Every linked thing once: pictures and films, the first picture as the main one; then the
    sheets to print, in the published languages, and the track."""
    found: dict[str, Media] = {}
    for media in (*_attached(record), *_papers(record, name), *_tracks(record)):
        found.setdefault(media.url, media)
    return tuple(found.values())


def track(record: Record) -> str | None:
    """The address of the GPX track; what is wrong with it was noted with the other links."""
    raw = record.raw.get("gpx")
    if not isinstance(raw, str) or raw.startswith("/"):
        return None
    return web_address(raw) if raw.strip() else None


def _attached(record: Record) -> Iterator[Media]:
    main = True
    for name in (*_MAIN, "attachments_accessibility"):
        for value in record.many(name):
            media = _attachment(value, record, name, main=main) if isinstance(value, dict) else None
            if media is not None:
                main = main and not media.main
                yield media
    photo = link(record.raw.get("photo_url"), record.notes, "photo_url")
    if photo:
        yield Media(photo, mime_of(photo), main=main)


def _attachment(raw: Raw, record: Record, field: str, *, main: bool) -> Media | None:
    url = link(raw.get("url"), record.notes, field)
    if url is None:
        return None
    title = _line(raw, "legend", TITLE) or _line(raw, "title", TITLE)
    is_picture = field == "pictures" or raw.get("type") == "image"
    return Media(
        url=url,
        mime=mime_of(url),
        title=Localized((Text(record.language, title),)) if title else NOTHING,
        credit=_line(raw, "author", CREDIT) or None,
        licence=_line(raw, "license", CREDIT) or None,
        main=main and is_picture,
    )


def _papers(record: Record, name: Localized) -> Iterator[Media]:
    """The printable sheets; each bears the listing's name in its language."""
    for field in _PAPERS:
        for lang, raw in record.spoken(record.raw.get(field)):
            url = link(raw, record.notes, field)
            if url:
                title = name.get(lang)
                yield Media(url, "application/pdf", title=Localized((title,)) if title else NOTHING)


def _tracks(record: Record) -> Iterator[Media]:
    for field in ("gpx", "kml"):
        url = link(record.raw.get(field), record.notes, field)
        if url:
            yield Media(url, mime_named(field))


def _line(raw: Raw, name: str, limit: int) -> str:
    value = raw.get(name)
    return tidy_line(value, limit) if isinstance(value, str) else ""
