"""One refresh from start to end: whatever goes wrong, the catalogue in use stays."""

from __future__ import annotations

from dataclasses import dataclass, replace
from time import monotonic
from typing import TYPE_CHECKING, Final

from catalog.errors import HouseError, Refused, Unreadable
from catalog.refresh import guards
from catalog.refresh.build import Build
from catalog.refresh.compare import compare
from catalog.refresh.fetch import fetch
from catalog.refresh.report import Outcome, Report
from catalog.refresh.verify import verify
from catalog.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from catalog.refresh.progress import Progress
    from catalog.sources.formats import SourceReader
    from catalog.store.versions import DataFolder


OVERLAY: Final = "overlay"
"""The folder of the data folder whose files are part of every refresh."""


@dataclass(frozen=True, slots=True)
class Result:
    """The report, and what stopped the refresh (None when it did what was asked)."""

    report: Report
    error: HouseError | None = None


class Refresh:
    """One run. `force` passes over the guards that compare with the catalogue in use, and no
    other; `dry_run` stops before publishing."""

    def __init__(
        self,
        folder: DataFolder,
        progress: Progress,
        *,
        dry_run: bool = False,
        force: bool = False,
    ) -> None:
        self._folder = folder
        self._progress = progress
        self._dry_run = dry_run
        self._force = force
        self._report = Report()
        self._build = Build(folder.building, progress)

    def run(self, sources: Sequence[str], now: datetime) -> Result:
        """Refresh the folder from `sources` (`fetch` says what they may be), as of `now`.

        Never raises a HouseError: it is in the result, beside the counts so far. The report
        is kept in the folder, unless this is a dry run or the folder cannot take it.
        """
        began = monotonic()
        self._report = Report(started=now.isoformat())
        error: HouseError | None = None
        try:
            with self._folder.locked():
                error = self._attempt(sources, now)
                self._note(seconds=round(monotonic() - began, 2))
                if not self._dry_run:
                    self._folder.keep_report(self._report.to_json())
        except HouseError as failure:  # the folder itself: locked, or not to be written
            error = failure
            self._note_failure(failure)
        self._progress.done()
        return Result(self._report, error)

    def _attempt(self, sources: Sequence[str], now: datetime) -> HouseError | None:
        try:
            self._work(sources, now)
        except HouseError as failure:
            self._note(**self._build.tally.facts())
            self._note_failure(failure)
            return failure
        return None

    def _work(self, sources: Sequence[str], now: datetime) -> None:
        self._progress.stage("fetch")
        opened = [*fetch(sources), *self._overlay()]
        current = self._folder.current_meta()
        version = self._folder.new_version(now)
        listings = self._build.run(opened, version=version, now=now)
        self._note(
            **self._build.tally.facts(),
            **self._build.facts,
            listings=listings,
            by_language=dict(self._build.languages.most_common()),
        )
        self._refuse_nothing()
        self._progress.stage("verify")
        built = verify(self._folder.building, listings)
        changes = compare(self._folder.building, self._folder.current if current else None)
        self._note(
            new=changes.new,
            changed=changes.changed,
            unchanged=changes.unchanged,
            gone=changes.gone,
            gone_listings=changes.gone_listings,
            by_kind={kind.value: count for kind, count in built.by_kind.items()},
            previous=current.listings if current else None,
        )
        if not self._force:
            guards.check(built, current)
        if self._dry_run:
            self._note(outcome=Outcome.DRY_RUN)
            return
        self._progress.stage("publish")
        self._folder.publish(self._folder.building)
        same = current is not None and changes.none
        self._note(
            outcome=Outcome.SAME if same else Outcome.PUBLISHED, published=True, version=version
        )
        if current is not None and same:
            self._folder.forget(current.version)  # five equal versions would be none to go back to

    def _overlay(self) -> list[tuple[Path, SourceReader]]:
        """The office's own word: every file of the folder `overlay` beside the catalogue."""
        folder = self._folder.path / OVERLAY
        files = sorted(folder.iterdir()) if folder.is_dir() else []
        return fetch(str(file) for file in files if not file.name.startswith("."))

    def _refuse_nothing(self) -> None:
        """Stop a refresh that would publish an empty catalogue."""
        if self._report.listings:
            return
        where = ", ".join(source.path for source in self._report.sources)
        if not self._report.read:
            raise Unreadable(
                "there is no record in it; nothing was changed",
                where=where,
                remedy="Ask for the export again: this one is empty.",
            )
        first = self._report.rejected[0]
        raise Refused(
            f"every record was rejected, the first ({first.id}) because: {first.reason}; "
            "nothing was changed",
            where=where,
            remedy="The report lists them all. Ask for the export again, or another format.",
        )

    def _note_failure(self, failure: HouseError) -> None:
        unreadable = isinstance(failure, Unreadable)
        where, message = clean_line(failure.where), clean_line(failure.message)
        self._note(
            outcome=Outcome.UNREADABLE if unreadable else Outcome.REFUSED,
            reason=f"{where}: {message}" if where else message,
            where=where or None,
            remedy=clean_line(failure.remedy) or None,
        )

    def _note(self, **facts: object) -> None:
        self._report = replace(self._report, **facts)  # type: ignore[arg-type]
