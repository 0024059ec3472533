"""From readers to a finished catalogue file, a batch of records at a time."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from catalog.model import ListingId
from catalog.refresh.amend import amend
from catalog.refresh.merge.merging import Merge
from catalog.refresh.merge.priority import Ranks
from catalog.refresh.prepare import Held, Item, Ready
from catalog.refresh.reading import reading
from catalog.refresh.report import SourceRead, Tally
from catalog.refresh.stock import Stock
from catalog.refresh.survey import Survey
from catalog.search.index import IndexWriter
from catalog.sources.draft import Caution, Correction, Decision, Hiding, Rejection, Withdrawal
from catalog.store.faults import writing
from catalog.store.writer import CatalogueWriter
from catalog.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from catalog.refresh.progress import Progress
    from catalog.sources.formats import SourceReader

DUPLICATE: Final = "duplicate_id"
"""The caution for a listing that came twice."""
_BATCH: Final = 500


class Build:
    """One catalogue file in the making, with the counts that its report will need."""

    def __init__(
        self,
        path: Path,
        progress: Progress,
        *,
        order: Sequence[str] = (),
        asked: Mapping[str, int] | None = None,
    ) -> None:
        """`order`: which sources are believed first (`merge.priority.Ranks`). `asked`: how often
        visitors were shown a listing, by its id."""
        self.path = path
        self.tally = Tally()
        self.facts: dict[str, object] = {}
        self.languages: Counter[str] = Counter()
        self._ranks = Ranks(order)
        self._asked = asked
        self._progress = progress
        self._office: list[Correction | Hiding | Decision] = []

    def run(
        self, sources: Iterable[tuple[Path, SourceReader]], *, version: str, now: datetime
    ) -> int:
        """Read every source into `path`, bring them together, and return how many listings the
        catalogue holds.

        Memory stays flat: a batch is written and forgotten. Raises Unreadable when a source
        breaks midway, Refused when the disk is full.
        """
        with CatalogueWriter(self.path) as writer:
            with writing(self.path):
                index = IndexWriter(writer.connection)
                stock = Stock(writer, index, now.date())
            for path, reader in sources:
                shelf = _Shelf(stock, self.tally, self._ranks, reader, self._office)
                self._read(shelf, path, index, now.date())
            with writing(self.path):
                self._merge(stock)
                amendments = [each for each in self._office if not isinstance(each, Decision)]
                for lost in amend(stock, amendments):
                    self.tally.reject(lost)
                listings = self._survey(stock)
                self._progress.stage("index")
                index.finish()
            self._progress.stage("write")
            writer.finish(version=version, built=now)
        return listings

    def _read(self, shelf: _Shelf, path: Path, index: IndexWriter, retrieved: date) -> None:
        reader = shelf.reader
        name = clean_line(path.name)
        self._progress.reading(name, reader.label, reader.total)
        before = self.tally.read
        with reading(path, reader, retrieved, index.preparer) as items:
            for item in items:
                self.tally.read += isinstance(item, Ready | Held | Rejection)
                shelf.take(item)
                self._progress.step(self.tally.read - before)
        shelf.flush()
        self.tally.sources.append(
            SourceRead(clean_line(str(path)), reader.name, reader.label, self.tally.read - before)
        )

    def _merge(self, stock: Stock) -> None:
        self._progress.stage("merge")
        merge = Merge(stock)
        for lost in merge.run([each for each in self._office if isinstance(each, Decision)]):
            self.tally.reject(lost)
        self.facts = {
            "merged": merge.merged,
            "doubtful_pairs": tuple(merge.doubtful),
            "discrepancies": tuple(merge.discrepancies),
        }

    def _survey(self, stock: Stock) -> int:
        """Look at every listing as it will be published, and count them."""
        (total,) = stock.connection.execute("SELECT count(*) FROM listing").fetchone()
        self._progress.stage("survey", total)
        survey = Survey(self._asked)
        for count, seen in enumerate(stock.glances(), start=1):
            survey.count(seen)
            self._progress.step(count)
        self.languages = survey.languages
        self.facts.update(survey.facts())
        return int(total)


class _Shelf:
    """Where the items of one source go: listings in batches, the rest into the tally."""

    def __init__(
        self,
        stock: Stock,
        tally: Tally,
        ranks: Ranks,
        reader: SourceReader,
        office: list[Correction | Hiding | Decision],
    ) -> None:
        self._office = office
        self.reader = reader
        self._stock = stock
        self._tally = tally
        self._ranks = ranks
        self._batch: dict[str, Ready] = {}

    def take(self, item: Item) -> None:
        match item:
            case Ready():
                for caution in item.warnings:
                    self._tally.caution(caution)
                if self._is_wanted(item):
                    self._batch[item.rows.id] = item
                    if len(self._batch) == _BATCH:
                        self.flush()
            case Held():
                self._tally.hold(item.id, item.name)
            case Rejection():
                self._tally.reject(item)
            case Correction():
                for caution in item.warnings:
                    self._tally.caution(caution)
                self._office.append(item)
            case Hiding() | Decision():
                self._office.append(item)
            case Withdrawal():
                self._batch.pop(item.id, None)
                self._stock.withdraw(item.id)

    def flush(self) -> None:
        """Write what waits."""
        self._stock.add(
            [
                (each, self._ranks.of(id.partition(":")[0], self.reader.name))
                for id, each in self._batch.items()
            ]
        )
        self._batch.clear()

    def _is_wanted(self, item: Ready) -> bool:
        """Of a listing that comes twice, the version confirmed last is kept; the first where
        the dates do not say."""
        id = item.rows.id
        waiting = self._batch.get(id)
        known = (waiting.rows.updated,) if waiting else self._stock.updated(id)
        if known is None:
            return True
        earlier, later = known[0], item.rows.updated
        dates = ", ".join(each or "?" for each in (earlier, later))
        self._tally.caution(Caution(DUPLICATE, id, "id", dates))
        if later is None or (earlier is not None and later <= earlier):
            return False
        if waiting is None:
            self._stock.withdraw(ListingId(id))
        return True
