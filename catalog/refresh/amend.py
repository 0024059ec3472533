"""The office's own word, applied to the catalogue in the making after everything else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from catalog.model import Contact, Listing, Localized, Text
from catalog.sources.draft import Correction, Hiding, Rejection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.model import Source
    from catalog.refresh.stock import Stock

_BY_LANGUAGE: Final = ("name", "summary", "description", "practical")
_BY_PART: Final = ("access", "itinerary")


def amend(stock: Stock, amendments: Sequence[Correction | Hiding]) -> list[Rejection]:
    """Apply corrections and hidings, in their order; those that name no listing are returned."""
    lost: list[Rejection] = []
    for each in amendments:
        found = stock.find(each.reference)
        if len(found) != 1:
            lost.append(unknown(each.reference, each.source, [one.id for one in found]))
            continue
        (listing,) = found
        if isinstance(each, Hiding):
            stock.withdraw(listing.id)
        else:
            stock.put(corrected(listing, each))
    return lost


def unknown(reference: str, source: Source, found: Sequence[str] = ()) -> Rejection:
    """What is said of an entry that names no listing, or (`found`) several."""
    reason = f"no listing of this refresh has the id {reference}"
    if found:
        reason = f"several listings have the id {reference}: {found[0]}, {found[1]}"
    return Rejection(source.name, source.record, reason)


def corrected(listing: Listing, correction: Correction) -> Listing:
    """The listing with what the correction states, each field naming the overlay as its source.

    Of a text only the languages that are given change; of access, itinerary, place and contacts
    only the parts: a corrected telephone number leaves the web site as it was.
    """
    place = len(listing.sources)
    provenance = dict(listing.provenance)
    changed: dict[str, Any] = {}
    for field in correction.fields:
        name, _, part = field.partition(".")
        stated, present = getattr(correction.listing, name), getattr(listing, name)
        if part:
            present = changed.get(name, present)
            changed[name] = replace(present, **{part: getattr(stated, part)})
            provenance[field] = place
            continue
        if field == "contacts":
            stated = _reached(listing.contacts, stated)
        if field in _BY_LANGUAGE and stated:
            changed[field] = _worded(present, stated)
            provenance.update({f"{field}.{text.lang}": place for text in stated.texts})
            continue
        if field in _BY_PART and stated and present:
            parts = {
                part: value
                for part in type(present).__slots__
                if (value := getattr(stated, part)) not in (None, (), Localized())
            }
            changed[field] = replace(present, **parts)
            provenance.update({f"{field}.{part}": place for part in parts})
            continue
        changed[field] = stated
        inner = (f"{field}.", f"{field}[")
        provenance = {key: at for key, at in provenance.items() if not key.startswith(inner)}
        provenance[field] = place
    return replace(
        listing,
        **changed,
        sources=(*listing.sources, correction.source),
        provenance=tuple(sorted(provenance.items())),
    )


def _reached(present: tuple[Contact, ...], stated: tuple[Contact, ...]) -> tuple[Contact, ...]:
    """The contacts with what is stated of each role; () where nothing is (cleared)."""
    if not stated:
        return ()
    found = {contact.role: contact for contact in present}
    for contact in stated:
        known = found.get(contact.role, contact)
        found[contact.role] = Contact(
            contact.role,
            contact.phones or known.phones,
            contact.emails or known.emails,
            contact.websites or known.websites,
        )
    return tuple(found.values())


def _worded(present: Localized, stated: Localized) -> Localized:
    texts: dict[str, Text] = {text.lang: text for text in present.texts}
    texts.update({text.lang: text for text in stated.texts})
    return Localized(tuple(texts.values()))
