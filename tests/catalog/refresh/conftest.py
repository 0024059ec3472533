from __future__ import annotations

import io
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from catalog.model import Listing
from catalog.refresh import build, fetch
from catalog.refresh.progress import Progress
from catalog.refresh.run import Refresh
from catalog.refresh.wording import Wording
from catalog.search.index import IndexWriter
from catalog.sources.draft import Draft
from catalog.store.versions import DataFolder
from tests.catalog.making import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime
    from pathlib import Path

    from catalog.refresh.run import Result
    from catalog.sources.draft import Rejection

    Record = Draft | Rejection | Listing | BaseException


@dataclass
class Stub:
    """A source that yields what a test wrote down; an exception in it is raised."""

    records: tuple[Record, ...]
    name: str = "stub"
    label: str = "Stub, some records"

    @property
    def total(self) -> int | None:
        return len(self.records)

    def read(self, retrieved: date) -> Iterator[Draft | Rejection]:
        for record in self.records:
            if isinstance(record, BaseException):
                raise record
            yield Draft(record) if isinstance(record, Listing) else record


class Desk:
    """A data folder, and refreshes of it from records in place of files."""

    def __init__(self, folder: Path) -> None:
        self.data = DataFolder(folder / "data")
        self.path = folder
        self.narration = io.StringIO()
        self.readers: dict[str, Stub] = {}

    def source(self, *records: Record, name: str = "a") -> str:
        """A source of these records; its path."""
        path = self.path / name
        path.write_bytes(b"x")
        self.readers[str(path)] = Stub(records)
        return str(path)

    def run(self, *sources: str, now: datetime = NOW, **options: Any) -> Result:
        """Refresh from sources; `options` are those of `Refresh`."""
        progress = Progress(self.narration, Wording("en"))
        return Refresh(self.data, progress, **options).run(sources, now)

    def refresh(self, *records: Record) -> Result:
        """Refresh from one source of these records."""
        return self.run(self.source(*records))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    desk = Desk(tmp_path)
    monkeypatch.setattr(fetch, "open_source", lambda path: desk.readers[str(path)])
    monkeypatch.setattr(build, "IndexWriter", partial(IndexWriter, concepts={}))
    return desk
