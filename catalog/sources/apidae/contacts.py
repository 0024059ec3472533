"""How to reach the business: `informations.moyensCommunication`, and who takes bookings.

No name is read. Whoever takes bookings may be the owner: numbers and addresses that stand only
among the private `contacts` of the object are a person's, and are left out with a caution.
`contacts` itself is looked at for nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.sources.apidae.fields import Node, node, nodes, scalar
from catalog.sources.values.addresses import business
from catalog.text import fold

if TYPE_CHECKING:
    from typing import Literal

    from catalog.model import Contact
    from catalog.sources.apidae.notes import Notes

_IDS: Final = {
    201: "phones",
    206: "phones",
    204: "emails",
    205: "websites",
    207: "websites",
    3755: "websites",
    3769: "websites",
}
_WORDS: Final = {
    "telephone": "phones",
    "telephone fax": "phones",
    "mel": "emails",
    "e mail": "emails",
    "email": "emails",
    "site web url": "websites",
    "site web": "websites",
    "site internet mobile": "websites",
    "page facebook": "websites",
    "facebook": "websites",
    "instagram": "websites",
    "twitter": "websites",
}
_FAX: Final = 202
_PERSON: Final = frozenset(("prenom", "civilite"))

_Means = dict[str, list[str]]


def read_contacts(obj: Node, department: str | None, notes: Notes) -> tuple[Contact, ...]:
    """One contact for information, one for booking."""
    info = _means(nodes(obj, "informations", "moyensCommunication"), notes)
    known = {value for values in info.values() for value in values}
    private = {
        value
        for person in nodes(obj, "contacts")
        for value in _values(nodes(person, "moyensCommunication"))
    } - known
    booking: _Means = {}
    for agent in nodes(obj, "reservation", "organismes"):
        stated = nodes(agent, "moyensCommunication")
        if _PERSON & agent.keys() or private.intersection(_values(stated)):
            notes.warn("contact_is_a_person", "reservation.organismes")
            continue
        for kind, values in _means(stated, notes).items():
            booking.setdefault(kind, []).extend(values)
    made = (
        _contact("info", info, "informations.moyensCommunication", department, notes),
        _contact("booking", booking, "reservation.organismes", department, notes),
    )
    return tuple(contact for contact in made if contact is not None)


def _contact(
    role: Literal["info", "booking"],
    means: _Means,
    field: str,
    department: str | None,
    notes: Notes,
) -> Contact | None:
    return business(
        role,
        notes,
        field,
        phones=means.get("phones", ()),
        emails=means.get("emails", ()),
        websites=means.get("websites", ()),
        department=department,
    )


def _means(entries: list[Node], notes: Notes) -> _Means:
    """Values by what they are. Fax numbers are not kept; other networks with a caution."""
    found: _Means = {}
    for entry in entries:
        type_ = node(entry, "type")
        label = scalar(type_.get("libelleFr")) or ""
        id_ = type_.get("id")
        kind = _IDS.get(id_) if isinstance(id_, int) else None
        kind = kind or _WORDS.get(fold(label[:60]))
        if kind is not None:
            found.setdefault(kind, []).extend(_values([entry]))
        elif id_ != _FAX and fold(label[:60]) != "fax":
            notes.warn("contact_means_left_out", "moyensCommunication.type", label or scalar(id_))
    return found


def _values(entries: list[Node]) -> list[str]:
    """The numbers and addresses in every language they are given for."""
    return [
        words
        for entry in entries
        for value in node(entry, "coordonnees").values()
        if (words := scalar(value)) is not None
    ]
