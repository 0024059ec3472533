"""One refresh from start to end: whatever goes wrong, the catalogue in use stays."""

from __future__ import annotations

from dataclasses import dataclass, replace
from time import monotonic
from typing import TYPE_CHECKING, Final

from catalog.errors import CatalogueError, HouseError, Refused, Unreadable
from catalog.hours import school
from catalog.refresh import canaries, guards
from catalog.refresh.build import Build
from catalog.refresh.compare import compare
from catalog.refresh.download import Downloads
from catalog.refresh.fetch import Fetched, fetch, is_junk
from catalog.refresh.report import Outcome, Report
from catalog.refresh.settings import Settings, SourceSetting
from catalog.refresh.verify import verify
from catalog.sources.draft import Caution
from catalog.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from catalog.refresh.compare import Changes
    from catalog.refresh.progress import Progress
    from catalog.store.meta import Meta
    from catalog.store.versions import DataFolder, Version


OVERLAY: Final = "overlay"
"""The folder of the data folder whose files are part of every refresh."""


@dataclass(frozen=True, slots=True)
class Result:
    """The report, and what stopped the refresh (None when it did what was asked)."""

    report: Report
    error: HouseError | None = None


class Refresh:
    """One run.

    `force` passes over the guards that compare with the catalogue in use and over the canaries,
    and leaves out what no reader knows; never over an unreadable source. `dry_run` stops before
    publishing. `offline` reads the copies of web addresses that are here. `wait` lets another
    refresh end first, and says what time it is then. `asked`: how often visitors were shown a
    listing, by its id.
    """

    def __init__(
        self,
        folder: DataFolder,
        progress: Progress,
        *,
        settings: Settings = Settings(),  # noqa: B008 (frozen)
        dry_run: bool = False,
        force: bool = False,
        offline: bool = False,
        wait: Callable[[], datetime] | None = None,
        asked: Mapping[str, int] | None = None,
    ) -> None:
        self._folder = folder
        self._progress = progress
        self._settings = settings
        self._dry_run = dry_run
        self._force = force
        self._offline = offline
        self._wait = wait
        self._report = Report()
        self._fetched = Fetched()
        self._build = Build(folder.building, progress, order=settings.priority, asked=asked)

    def run(self, sources: Sequence[str], now: datetime) -> Result:
        """Refresh the folder from `sources` (`fetch` says what they may be), without any from
        those of the settings, as of `now`.

        Never raises a HouseError: it is in the result, beside the counts so far. The report
        is kept in the folder, unless this is a dry run or the folder cannot take it.
        """
        began = monotonic()
        self._report = Report(started=now.isoformat())
        error: HouseError | None = None
        waiting = self._say_waiting if self._wait else None
        try:
            with self._folder.locked(waiting=waiting) as waited:
                if waited and self._wait:
                    now, began = self._wait(), monotonic()
                    self._note(started=now.isoformat())
                error = self._attempt(sources, now)
                self._note(seconds=round(monotonic() - began, 2))
                if not self._dry_run:
                    self._folder.keep_report(self._report.to_json())
        except HouseError as failure:  # the folder itself: locked, or not to be written
            error = failure
            self._note_failure(failure)
        self._progress.done()
        return Result(self._report, error)

    def _say_waiting(self, process: str, since: str) -> None:
        self._progress.stage("wait", process=process, since=since)

    def _attempt(self, sources: Sequence[str], now: datetime) -> HouseError | None:
        try:
            self._work(sources, now)
        except HouseError as failure:
            self._note_tally()
            self._note_failure(failure)
            return failure
        return None

    def _work(self, sources: Sequence[str], now: datetime) -> None:
        questions = canaries.load(
            self._settings.canaries or self._folder.path / canaries.FILE_NAME,
            required=self._settings.canaries is not None,
        )
        self._fetch(sources, now)
        before = self._folder.last_good()
        version = self._folder.new_version(now)
        listings = self._build.run(self._fetched.sources, version=version, now=now)
        if school.ends_soon(now.date()):
            last = school.known_until().isoformat()
            self._build.tally.caution(Caution("school_calendar_ends", "school.ini", "known", last))
        self._note_tally()
        self._note(listings=listings, by_language=dict(self._build.languages.most_common()))
        self._refuse_nothing()
        self._progress.stage("verify")
        built = verify(self._folder.building, listings)
        changes = self._compare(before, built)
        self._guard(built, before, questions)
        if self._dry_run:
            self._note(outcome=Outcome.DRY_RUN)
            return
        self._publish(changes, before, version)

    def _fetch(self, sources: Sequence[str], now: datetime) -> None:
        self._progress.stage("fetch")
        wanted = [SourceSetting(origin=source) for source in sources] or self._settings.sources
        downloads = Downloads(self._folder.downloads, self._progress, now, offline=self._offline)
        self._fetched = fetch([*wanted, *self._overlay()], downloads, now, force=self._force)
        for caution in self._fetched.cautions:
            self._build.tally.caution(caution)
        self._note(left_out=tuple(self._fetched.left_out))

    def _compare(self, before: Version | None, built: Meta) -> Changes:
        """Note what changed. A catalogue in use that is broken inside compares with nothing."""
        try:
            changes = compare(self._folder.building, before.path if before else None)
        except CatalogueError:
            changes = compare(self._folder.building, None)
        self._note(
            new=changes.new,
            changed=changes.changed,
            unchanged=changes.unchanged,
            gone=changes.gone,
            gone_listings=changes.gone_listings,
            changed_listings=changes.changed_listings,
            by_kind={kind.value: count for kind, count in built.by_kind.items()},
            previous=before.meta.listings if before and before.meta else None,
        )
        return changes

    def _guard(
        self, built: Meta, before: Version | None, questions: Sequence[canaries.Canary]
    ) -> None:
        """Raise Refused for a catalogue that is well built but probably wrong; by force, only
        note why."""
        failed = canaries.ask(self._folder.building, questions)
        self._note(failed_canaries=failed)
        if self._force:
            for one in failed:
                self._build.tally.caution(Caution(canaries.FAILED, one.ask, one.lang, one.expect))
            self._note_tally()
            return
        guards.check(
            built, before.meta if before else None, largest_drop=self._settings.largest_drop
        )
        if failed:
            raise canaries.refusal(failed)

    def _publish(self, changes: Changes, before: Version | None, version: str) -> None:
        self._progress.stage("publish")
        in_use = self._folder.current_meta()
        self._folder.publish(self._folder.building)
        same = in_use is not None and before is not None and before.current and changes.none
        self._note(
            outcome=Outcome.SAME if same else Outcome.PUBLISHED, published=True, version=version
        )
        if in_use is not None and same:
            self._folder.forget(in_use.version)  # five equal versions would be none to go back to

    def _overlay(self) -> list[SourceSetting]:
        """The office's own word: every file of the folder `overlay` beside the catalogue."""
        folder = self._folder.path / OVERLAY
        if folder.is_dir():
            files = [file for file in sorted(folder.iterdir()) if not is_junk(file)]
        else:  # a link to a stick that is not plugged in must not lose every correction
            files = [folder] if folder.exists() or folder.is_symlink() else []
        return [SourceSetting(origin=str(file)) for file in files]

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
        rejected, waiting = len(self._report.rejected), len(self._report.to_verify)
        if rejected < self._report.read:
            raise Refused(
                f"no record is left to publish: of {self._report.read:,}, {waiting:,} wait for a "
                f"person, {rejected:,} are rejected, the others are hidden or taken back; "
                "nothing was changed",
                where=where,
                remedy="The report lists those that wait. Name all your sources, and see what "
                "the overlay hides.",
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

    def _note_tally(self) -> None:
        """The counts so far; sources under the names that the office gave them."""
        facts = dict(self._build.tally.facts())
        facts["sources"] = tuple(map(self._fetched.named, facts["sources"]))
        self._note(**facts, **self._build.facts)

    def _note(self, **facts: object) -> None:
        # mypy cannot match a dictionary's values with the fields they go to; the tests do.
        self._report = replace(self._report, **facts)  # type: ignore[arg-type]  # see above
