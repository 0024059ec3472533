"""From readers to a finished catalogue file, one record at a time."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from catalog.refresh.merge.merging import Merge
from catalog.refresh.merge.priority import Ranks
from catalog.refresh.report import SourceRead, Tally, languages_of
from catalog.search.index import write_index
from catalog.sources.draft import Caution, Draft, Rejection, Withdrawal
from catalog.store.faults import writing
from catalog.store.writer import CatalogueWriter
from catalog.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from catalog.model import Listing
    from catalog.refresh.progress import Progress
    from catalog.sources.formats import SourceReader

DUPLICATE: Final = "duplicate_id"
"""The caution for a listing that came twice."""


class Build:
    """One catalogue file in the making, with the counts that its report will need."""

    def __init__(self, path: Path, progress: Progress, *, order: Sequence[str] = ()) -> None:
        """`order`: which sources are believed first (`merge.priority.Ranks`)."""
        self.path = path
        self.tally = Tally()
        self._ranks = Ranks(order)
        self.facts: dict[str, object] = {}
        self.languages: Counter[str] = Counter()
        self._progress = progress

    def run(
        self, sources: Iterable[tuple[Path, SourceReader]], *, version: str, now: datetime
    ) -> int:
        """Read every source into `path` and return how many listings it holds.

        Memory stays flat: a record is written and forgotten. Raises Unreadable when a source
        breaks midway, Refused when the disk is full.
        """
        with CatalogueWriter(self.path) as writer:
            merge = Merge(writer)
            for path, reader in sources:
                self._read(writer, merge, path, reader, now.date())
            with writing(self.path):
                self._progress.stage("merge")
                merge.run()
                self.facts = {
                    "merged": merge.merged,
                    "doubtful_pairs": tuple(merge.doubtful),
                    "discrepancies": tuple(merge.discrepancies),
                }
                listings = self._index(writer)
            self._progress.stage("write")
            writer.finish(version=version, built=now)
        return listings

    def _read(
        self,
        writer: CatalogueWriter,
        merge: Merge,
        path: Path,
        reader: SourceReader,
        retrieved: date,
    ) -> None:
        name = clean_line(path.name)
        self._progress.reading(name, reader.label, reader.total)
        before = self.tally.read
        for item in reader.read(retrieved):
            self.tally.read += 1
            match item:
                case Rejection():
                    self.tally.reject(item)
                case Withdrawal():
                    rowid = writer.withdraw(item.id)
                    if rowid is not None:
                        merge.forget(rowid)
                case Draft(to_verify=True):
                    self.tally.hold(item)
                case Draft():
                    self._store(writer, merge, reader, item)
            self._progress.step(self.tally.read - before)
        self.tally.sources.append(
            SourceRead(clean_line(str(path)), reader.name, reader.label, self.tally.read - before)
        )

    def _store(
        self, writer: CatalogueWriter, merge: Merge, reader: SourceReader, draft: Draft
    ) -> None:
        for caution in draft.warnings:
            self.tally.caution(caution)
        try:
            if self._is_wanted(writer, draft.listing):
                rowid = writer.add(draft.listing)
                source = draft.listing.id.partition(":")[0]
                merge.note(rowid, draft.listing, self._ranks.of(source, reader.name))
                writer.add_terms(dict(draft.terms))
        except ValueError as error:
            reason = f"cannot be stored: {error}"
            self.tally.reject(Rejection(reader.name, draft.listing.id, reason))

    def _is_wanted(self, writer: CatalogueWriter, listing: Listing) -> bool:
        """Of a listing that comes twice, the version confirmed last is kept; the first where
        the dates do not say."""
        earlier = writer.get(listing.id)
        if earlier is None:
            return True
        self.tally.caution(Caution(DUPLICATE, listing.id, "id", _dates(earlier, listing)))
        return _newer(listing, earlier)

    def _index(self, writer: CatalogueWriter) -> int:
        """Write the search tables from the listings as they are stored, and count them."""
        (total,) = writer.connection.execute("SELECT count(*) FROM listing").fetchone()
        self._progress.stage("index", total)
        write_index(writer.connection, self._counted(writer.listings()))
        return int(total)

    def _counted(self, listings: Iterator[tuple[int, Listing]]) -> Iterator[tuple[int, Listing]]:
        for count, (rowid, listing) in enumerate(listings, start=1):
            self.languages.update(languages_of(listing))
            self._progress.step(count)
            yield rowid, listing


def _newer(listing: Listing, than: Listing) -> bool:
    if listing.confirmed is None:
        return False
    return than.confirmed is None or listing.confirmed > than.confirmed


def _dates(*listings: Listing) -> str:
    """The dates of the versions of one listing, in the order in which they came."""
    return ", ".join(str(listing.confirmed or "?") for listing in listings)
