"""Notes of an APIDAE object, whose terms are elements of the reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.sources.apidae.reference import PREFIX
from catalog.sources.values.notes import Notes as AnyNotes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.model import TermId
    from catalog.sources.apidae.reference import Found


class Notes(AnyNotes):
    """Collects for one object."""

    def own_term(self, element: Found) -> TermId:
        """The element as the source's own term, `apidae:<id>`, its labels kept."""
        return self.term(PREFIX, element.key, element.labels)

    def terms(self, elements: Iterable[Found]) -> tuple[TermId, ...]:
        """Elements as house concepts where the house has words, as own terms where not. One of
        which nothing but a number is known says nothing to anybody: left out with a caution."""
        found: dict[TermId, None] = {}
        for element in elements:
            meaning = element.meaning
            if meaning is not None and meaning.concepts is not None:
                found.update(dict.fromkeys(meaning.concepts))
            elif element.labels:
                found[self.own_term(element)] = None
            else:
                self.warn("element_unknown", "elements_reference.json", element.key)
        return tuple(found)
