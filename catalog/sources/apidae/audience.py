"""For whom it is and what there is on the spot: `prestations`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import TermId
from catalog.sources.apidae.fields import Node, node, text
from catalog.sources.apidae.routes import is_level
from catalog.sources.values.languages import language_code

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.sources.apidae.notes import Notes
    from catalog.sources.apidae.reference import Reference

_EQUIPMENT: Final = (
    ("equipements", "PrestationEquipement"),
    ("services", "PrestationService"),
    ("conforts", "PrestationConfort"),
    ("activites", "PrestationActivite"),
)
_PETS: Final = {"ACCEPTES": True, "NON_ACCEPTES": False}
_OLDEST: Final = 130 * 12


def read_audience(
    obj: Node, reference: Reference, notes: Notes, *, route: bool
) -> tuple[TermId, ...]:
    """Whom it is for. Of a `route`, the levels of difficulty in the same list are not."""
    elements = [
        element
        for element in reference.each(obj, "prestations", "typesClientele", section="TypeClientele")
        if not (route and is_level(element))
    ]
    return tuple(dict.fromkeys((*notes.terms(elements), *_ages(node(obj, "prestations"), notes))))


def _ages(about: Node, notes: Notes) -> Iterable[TermId]:
    """`ageMin` and `ageMax`, always in months, as the public that they leave. A range that is none
    of the house's publics has no field: it is left out with a caution."""
    ages = about.get("ageMin"), about.get("ageMax")
    if not any(isinstance(age, int) and not isinstance(age, bool) and age > 0 for age in ages):
        return []
    low, high = (
        age if isinstance(age, int) and not isinstance(age, bool) and 0 < age <= _OLDEST else None
        for age in ages
    )
    if high is not None and high <= 3 * 12:
        return [TermId("toddlers")]
    if high is not None and high <= 12 * 12:
        return [TermId("kids")]
    if low is not None and high is not None and low >= 12 * 12 and high <= 18 * 12:
        return [TermId("teens")]
    if low is not None and low >= 18 * 12:
        return [TermId("adults")]
    notes.warn("age_left_out", "prestations.ageMin", f"{low or ''}-{high or ''}")
    return []


def read_amenities(obj: Node, reference: Reference, notes: Notes) -> tuple[TermId, ...]:
    """Equipment, services, comfort and activities on the spot."""
    return notes.terms(
        element
        for field, section in _EQUIPMENT
        for element in reference.each(obj, "prestations", field, section=section)
    )


def read_pets(obj: Node) -> bool | None:
    """Whether pets may come; None where it is not said."""
    return _PETS.get(text(obj, "prestations", "animauxAcceptes") or "")


def read_spoken(obj: Node, reference: Reference, notes: Notes) -> tuple[str, ...]:
    """The languages spoken, as ISO 639 codes."""
    found: dict[str, None] = {}
    for element in reference.each(obj, "prestations", "languesParlees", section="Langue"):
        code = language_code(element.french)
        if code is None:
            notes.warn("language_unknown", "prestations.languesParlees", element.french)
        else:
            found[code] = None
    return tuple(found)
