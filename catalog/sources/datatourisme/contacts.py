"""How to reach the business: what it publishes for information and for booking.

Owners (`isOwnedBy`), creators and contacts typed as a person are never read, nor any name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.sources.datatourisme.jsonld import Node, nodes, texts, types
from catalog.sources.values.addresses import business

if TYPE_CHECKING:
    from typing import Literal

    from catalog.model import Contact
    from catalog.sources.values.notes import Notes

_ROLES: Final[tuple[tuple[str, Literal["info", "booking"]], ...]] = (
    ("hasContact", "info"),
    ("hasBookingContact", "booking"),
)


def read_contacts(obj: Node, department: str | None, notes: Notes) -> tuple[Contact, ...]:
    """One contact for each role that the record states."""
    found: list[Contact] = []
    for field, role in _ROLES:
        agents: list[Node] = []
        for agent in nodes(obj, field):
            if "Person" in types(agent):
                notes.warn("contact_is_a_person", field)
            else:
                agents.append(agent)
        contact = business(
            role,
            notes,
            field,
            phones=(raw for agent in agents for raw in texts(agent, "telephone")),
            emails=(raw for agent in agents for raw in texts(agent, "email")),
            websites=(raw for agent in agents for raw in texts(agent, "homepage")),
            department=department,
        )
        if contact is not None:
            found.append(contact)
    return tuple(found)
