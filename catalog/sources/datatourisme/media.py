"""Links to pictures, films and tracks, with the rights that the record states for each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalog.model import NOTHING, Localized, Media, Text
from catalog.sources.datatourisme.jsonld import Node, items, nodes, reference, text, texts
from catalog.sources.datatourisme.moments import day_or_caution
from catalog.sources.datatourisme.words import words
from catalog.sources.values.addresses import web_address
from catalog.sources.values.mime import GPX, mime_named
from catalog.sources.values.texts import tidy_line
from catalog.sources.values.wordings import NOTE

if TYPE_CHECKING:
    from catalog.sources.datatourisme.notes import Notes

_MIME_TYPE: Final = re.compile(r"[a-z]+/[a-z0-9.+-]{1,80}")
_NOT_A_LICENCE: Final = frozenset(("oui", "non", "yes", "no", "true", "false", "0", "1"))
CREDIT: Final = 300
_MAIN: Final = "hasMainRepresentation"


def read_media(obj: Node, notes: Notes) -> tuple[Media, ...]:
    """Every linked resource once; the main one, which most records repeat, first."""
    found: dict[str, Media] = {}
    for field in (_MAIN, "hasRepresentation"):
        for representation in nodes(obj, field):
            links = [
                (link, resource)
                for resource in nodes(representation, "hasRelatedResource")
                for link in texts(resource, "locator")
            ]
            if not links:
                notes.warn("media_without_address", field, reference(representation) or "")
            rights: Media | None = None
            for link, resource in links:
                url = web_address(link)
                if url is None:
                    notes.warn("media_address_unreadable", field, link)
                elif url not in found:
                    rights = rights or _rights(representation, notes)
                    found[url] = _media(url, resource, rights, main=field == _MAIN)
    return tuple(found.values())


def _media(url: str, resource: Node, rights: Media, *, main: bool) -> Media:
    return Media(
        url=url,
        mime=_mime(resource, url),
        title=rights.title,
        credit=rights.credit,
        licence=rights.licence,
        rights_start=rights.rights_start,
        rights_end=rights.rights_end,
        main=main,
    )


def _rights(representation: Node, notes: Notes) -> Media:
    """What the annotations say: title, credit, licence, and from when to when."""
    annotations = nodes(representation, "hasAnnotation")
    if not annotations:
        return Media(url="")
    titles = [words(a, "title", notes, limit=NOTE, line=True) for a in annotations]
    credits = dict.fromkeys(
        credit
        for a in annotations
        for raw in texts(a, "credits")
        if (credit := tidy_line(raw, CREDIT))
    )
    covers = (raw for a in annotations for raw in texts(a, "isCoveredBy"))
    licences = dict.fromkeys(
        tidy_line(raw, CREDIT) for raw in covers if raw.strip().lower() not in _NOT_A_LICENCE
    )
    starts = [day_or_caution(a, "rightsStartDate", notes) for a in annotations]
    ends = [day_or_caution(a, "rightsEndDate", notes) for a in annotations]
    return Media(
        url="",
        title=_merged(titles),
        credit=", ".join(credits) or None,
        licence=", ".join(licences) or None,
        rights_start=max((day for day in starts if day is not None), default=None),
        rights_end=min((day for day in ends if day is not None), default=None),
    )


def _merged(titles: list[Localized]) -> Localized:
    if len(titles) == 1:
        return titles[0]
    by_lang: dict[str, Text] = {}
    for title in titles:
        for wording in title.texts:
            by_lang.setdefault(wording.lang, wording)
    return Localized(tuple(by_lang.values())) if by_lang else NOTHING


def _mime(resource: Node, url: str) -> str | None:
    for value in items(resource, "hasMimeType"):
        name = reference(value) or ""
        known = mime_named(name)
        if known is not None:
            return known
        label = (
            value
            if isinstance(value, str)
            else text(value, "label")
            if isinstance(value, dict)
            else None
        )
        if label is not None and _MIME_TYPE.fullmatch(label):
            return label
    return GPX if url.lower().endswith(".gpx") else None


def track(media: tuple[Media, ...]) -> str | None:
    """The address of the first GPX track among the media."""
    return next((item.url for item in media if item.mime == GPX), None)
