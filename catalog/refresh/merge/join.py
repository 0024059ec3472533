"""Several listings of one place → one, field by field, the surest source first.

- Facts that only make sense together (hours, dates, prices, contacts, pictures) come whole from
  the first source that states them.
- Texts: each language from the first source that has it, one written by a person before one
  that a machine translated.
- What adds up (concepts, labels, amenities) adds up; what has parts (address, access, itinerary)
  is completed part by part. The position is that of the first source.
- A cancellation by any source counts.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

from catalog import hours
from catalog.model import Access, Itinerary, Listing, Localized, Place, Text
from catalog.text import clean_line, fold

if TYPE_CHECKING:
    from collections.abc import Sequence

_WHOLE: Final = ("openings", "dates", "prices", "payment", "pets", "spoken", "contacts", "media")
_TEXTS: Final = ("name", "summary", "description", "practical")
_SETS: Final = ("concepts", "themes", "labels", "audience", "amenities", "same_as")
_COMPARED: Final = ("openings", "dates", "prices", "pets", "phones", "wheelchair", "commune")
SHOWN: Final = 120


Part = TypeVar("Part", Place, Access, Itinerary)


class Mark(Protocol):
    """Notes that a field, or what stands inside it, comes from the second listing."""

    def __call__(self, field: str, inner: str = "") -> None: ...


@dataclass(frozen=True, slots=True)
class Difference:
    """Two sources state different things of one field; `kept` and `other` are short texts."""

    field: str
    kept_source: str
    kept: str
    other_source: str
    other: str


def join(listings: Sequence[Listing]) -> tuple[Listing, tuple[Difference, ...]]:
    """One listing, under the id and with the kinds of the first, and what the others contradict.

    `listings`: the surest first.
    """
    joined = listings[0]
    differences: list[Difference] = []
    for other in listings[1:]:
        differences += _differences(joined, other)
        joined = _with(joined, other)
    return joined, tuple(differences)


def _with(first: Listing, second: Listing) -> Listing:
    offset = len(first.sources)
    origins = dict(second.provenance)
    provenance = dict(first.provenance)

    def mark(field: str, inner: str = "") -> None:
        provenance[inner or field] = offset + origins.get(inner, origins.get(field, 0))

    found: dict[str, Any] = {}
    for name in _WHOLE:
        mine, theirs = getattr(first, name), getattr(second, name)
        if _unknown(mine) and not _unknown(theirs):
            found[name] = theirs
            mark(name)
    for name in _TEXTS:
        found[name] = _texts(getattr(first, name), getattr(second, name), name, mark)
    for name in _SETS:
        found[name] = _set(getattr(first, name), getattr(second, name), name, mark)
    found["place"] = _parts(first.place, second.place, "place", mark)
    found["access"] = _parts(first.access, second.access, "access", mark)
    if first.itinerary is not None and second.itinerary is not None:
        found["itinerary"] = _parts(first.itinerary, second.itinerary, "itinerary", mark)
    elif second.itinerary is not None:
        found["itinerary"] = second.itinerary
        mark("itinerary")
    if second.cancelled and not first.cancelled:
        found["cancelled"] = True
        mark("cancelled")
    return replace(
        first,
        **found,
        sources=(*first.sources, *second.sources),
        provenance=tuple(sorted(provenance.items())),
    )


def _unknown(value: object) -> bool:
    return value is None or value == () or (isinstance(value, Localized) and not value)


def _texts(mine: Localized, theirs: Localized, name: str, mark: Mark) -> Localized:
    if not mine and theirs:
        mark(name)
        return theirs
    texts: dict[str, Text] = {text.lang: text for text in mine.texts}
    for text in theirs.texts:
        known = texts.get(text.lang)
        if known is None or (known.machine and not text.machine):
            texts[text.lang] = text
            mark(name, f"{name}.{text.lang}")
    return Localized(tuple(texts.values()))


def _set(mine: tuple[Any, ...], theirs: tuple[Any, ...], name: str, mark: Mark) -> tuple[Any, ...]:
    if not mine and theirs:
        mark(name)
        return theirs
    known = {_identity(item) for item in mine}
    added = [item for item in theirs if _identity(item) not in known]
    for place in range(len(mine), len(mine) + len(added)):
        mark(name, f"{name}[{place}]")
    return (*mine, *added)


def _identity(item: object) -> object:
    return getattr(item, "id", item)


def _parts(mine: Part, theirs: Part, name: str, mark: Mark) -> Part:
    """The parts that only the second states, added to those of the first."""
    added: dict[str, Any] = {}
    for part in fields(mine):
        if _unknown(getattr(mine, part.name)) and not _unknown(getattr(theirs, part.name)):
            added[part.name] = getattr(theirs, part.name)
            mark(name, f"{name}.{part.name}")
    return replace(mine, **added) if added else mine


def _differences(first: Listing, second: Listing) -> list[Difference]:
    found = []
    for field in _COMPARED:
        kept, other = _told(first, field), _told(second, field)
        if kept and other and fold(kept) != fold(other):
            origin = first.origin(_FIELD_OF.get(field, field)).name
            found.append(Difference(field, origin, kept, second.sources[0].name, other))
    return found


_FIELD_OF: Final = {
    "phones": "contacts",
    "wheelchair": "access.wheelchair",
    "commune": "place.commune",
}


def _told(listing: Listing, field: str) -> str:
    match field:
        case "openings" | "dates":
            told = hours.expression(getattr(listing, field))
        case "prices":
            told = ", ".join(
                "free"
                if price.free
                else "-".join(
                    str(amount)
                    for amount in dict.fromkeys((price.minimum, price.maximum))
                    if amount is not None
                )
                for price in listing.prices
            )
        case "phones":
            told = ", ".join(
                sorted({phone for contact in listing.contacts for phone in contact.phones})
            )
        case "wheelchair":
            told = _yes_or_no(listing.access.wheelchair)
        case "pets":
            told = _yes_or_no(listing.pets)
        case _:
            told = listing.place.commune or ""
    return clean_line(told, limit=SHOWN)


def _yes_or_no(value: bool | None) -> str:
    return "" if value is None else "yes" if value else "no"
