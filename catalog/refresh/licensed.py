"""The licence that the office states for a source whose records state none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from catalog.sources.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from catalog.sources.draft import Found
    from catalog.sources.formats import SourceReader


class Licensed:
    """A reader whose records get the office's licence where they state none."""

    def __init__(self, reader: SourceReader, licence: str) -> None:
        self.reader = reader
        self.licence = licence

    @property
    def name(self) -> str:
        """That of the reader inside."""
        return self.reader.name

    @property
    def label(self) -> str:
        """That of the reader inside."""
        return self.reader.label

    @property
    def total(self) -> int | None:
        """That of the reader inside."""
        return self.reader.total

    def read(self, retrieved: date) -> Iterator[Found]:
        """The records of the reader inside, licensed."""
        for item in self.reader.read(retrieved):
            yield self._licensed(item) if isinstance(item, Draft) else item

    def _licensed(self, draft: Draft) -> Draft:
        sources = tuple(
            source if source.licence else replace(source, licence=self.licence)
            for source in draft.listing.sources
        )
        return replace(draft, listing=replace(draft.listing, sources=sources))
