"""A file of the LEI: first the names of the criteria, from its end; then product by product."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.sources.draft import Caution, Draft
from catalog.sources.lei.record import SOURCE, Criterion, Nomenclature, read_product, unread
from catalog.sources.markup import local, records, text
from catalog.sources.values.texts import tidy_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from catalog.sources.candidate import Candidate
    from catalog.sources.draft import Rejection

MOST_CRITERIA: Final = 20_000
NAME: Final = 120


def recognise(candidate: Candidate) -> Products | None:
    """An XML file whose root is `LEI`, with products or an empty answer in it."""
    head = candidate.text
    if candidate.is_folder or "<LEI" not in head or "<Resultat" not in head:
        return None
    return Products(candidate.path)


class Products:
    """The products of a LEI file. Raises Unreadable for XML that breaks off or is dangerous."""

    name = SOURCE

    def __init__(self, path: Path) -> None:
        self._path = path
        self._criteria: Nomenclature = {}
        count = 0
        for element in records(path, ("sit_liste", "CRIT")):
            if local(element) == "sit_liste":
                count += 1
            elif len(self._criteria) < MOST_CRITERIA:
                self._criteria[element.get("CLEF", "")] = Criterion(
                    tidy_line(text(element, "NOMCRIT"), NAME),
                    {
                        value.get("CLEF", ""): tidy_line(value.text or "", NAME)
                        for value in element
                        if local(value) == "MODAL"
                    },
                )
        self.total: int | None = count
        self.label = f"LEI file, {count:,} records"

    def read(self, retrieved: date) -> Iterator[Draft | Rejection]:
        """Every product, in the order of the file; a criterion that nobody reads is noted once."""
        noted: set[str] = set()
        for number, element in enumerate(records(self._path, ("sit_liste",)), start=1):
            result = read_product(element, self._criteria, retrieved, where=f"record {number}")
            if isinstance(result, Draft):
                names = dict.fromkeys(unread(element, self._criteria))
                new = [name for name in names if name not in noted]
                noted.update(new)
                record = result.listing.sources[0].record
                cautions = (Caution("criterion_not_read", record, name, "") for name in new)
                result = replace(result, warnings=(*result.warnings, *cautions))
            yield result
