"""`catalog refresh` and `catalog report`."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from catalog.clock import machine_now
from catalog.errors import HouseError, Unreadable, WrongUse
from catalog.refresh.letter import letter
from catalog.refresh.page import page
from catalog.refresh.progress import Progress
from catalog.refresh.report import Report
from catalog.refresh.run import Refresh
from catalog.refresh.settings import SourceSetting, load
from catalog.refresh.wording import Wording
from catalog.shell import INTERRUPTED
from catalog.store.faults import writing
from catalog.store.folder import default_data_dir, desk_path
from catalog.store.versions import DataFolder
from catalog.worklist.demand import demand, year_before

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from types import FrameType

    from catalog.refresh.settings import Settings


def refresh(options: Namespace) -> int:
    """Refresh the catalogue, print the letter, and write the JSON report where asked."""
    wording = Wording(options.lang)
    settings = _settings(options)
    folder = DataFolder(options.data or default_data_dir(), keep=settings.keep)
    target: Path | None = options.report
    if target is not None and not target.parent.is_dir():
        raise WrongUse(
            "there is no such folder for the report",
            where=str(target.parent),
            remedy="Make the folder, or choose another one with --report.",
        )
    before = folder.current_meta()
    progress = Progress(sys.stderr, wording)
    run = Refresh(
        folder,
        progress,
        settings=settings,
        dry_run=options.dry_run,
        force=options.force,
        offline=options.offline,
        wait=machine_now if options.wait else None,
        asked=_asked(folder),
    )
    try:
        with _termination_as_interrupt():
            result = run.run(options.sources, machine_now())
    except KeyboardInterrupt:
        progress.done()
        moment = "before" if folder.current_meta() == before else "after"
        print(wording.say(f"interrupted.{moment}"), file=sys.stderr)
        return INTERRUPTED
    print(letter(result.report, wording), end="")
    if target is not None:
        try:
            with writing(target):
                target.write_bytes(result.report.to_json())
        except HouseError as problem:
            if not result.report.published:
                raise
            raise HouseError(  # not Refused, which says that nothing was changed
                "the new catalogue is in use, but the report could not be written here",
                where=str(target),
                remedy="`catalog report --json` gives it again.",
            ) from problem
    return result.error.exit_code if result.error else 0


def _asked(folder: DataFolder) -> Mapping[str, int]:
    """How often visitors were shown each listing; nothing where that cannot be read, since it
    only orders the report (`catalog worklist` says what is wrong with it)."""
    desk = desk_path(folder.path)
    today = machine_now().date()
    try:
        return demand([desk], year_before(today), today).asked if desk.is_file() else {}
    except Unreadable:
        return {}


def _settings(options: Namespace) -> Settings:
    """The settings, with the inbox among their sources if there is anything in it."""
    settings = load(options.config)
    if options.sources:
        return settings
    inbox: Path | None = options.inbox
    if inbox is not None and inbox.is_dir() and any(inbox.iterdir()):
        settings = replace(settings, sources=(*settings.sources, SourceSetting(origin=str(inbox))))
    if not settings.sources:
        raise WrongUse(
            "no source is named",
            remedy="Name a file: catalog refresh flux.zip; or put it into the folder inbox/ and "
            "run scripts/refresh; or write [[source]] tables in kiosk.toml "
            "(see kiosk.example.toml).",
        )
    return settings


def report(options: Namespace) -> int:
    """Print the report of the last refresh again, or write it as a page to print."""
    wording = Wording(options.lang)
    path = DataFolder(options.data or default_data_dir()).report
    try:
        document = path.read_bytes()
        last = Report.from_json(document)
    except FileNotFoundError:
        print(wording.say("report.none", folder=path.parent), file=sys.stderr)
        return 1
    except (OSError, ValueError) as error:
        raise Unreadable(
            f"the report of the last refresh cannot be read ({error})",
            where=str(path),
            remedy="The next refresh writes a new one.",
        ) from error
    if options.page is not None:
        with writing(options.page):
            options.page.write_text(page(last, wording), encoding="utf-8")
        print(wording.say("page.written", file=options.page), file=sys.stderr)
    else:
        print(document.decode() if options.json else letter(last, wording), end="")
    return 0


@contextmanager
def _termination_as_interrupt() -> Iterator[None]:
    """Let SIGTERM (a service being stopped) end a refresh as tidily as Ctrl-C does."""

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    previous = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, previous)
