"""`kiosk check`: is this post fit to open? A table for the staff, one line a point.

Looks and never mends: nothing is made or changed. Whether a folder takes files is tried with an
empty one that is gone at once, in the folder or, while it is not there, in the one above it.
"""

from __future__ import annotations

import errno
import os
import socket
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from catalog.errors import CatalogueError, CatalogueMissing, Unreadable
from catalog.hours import school
from catalog.journal.reading import attached
from catalog.store.folder import desk_path
from catalog.store.meta import STALE_DAYS
from catalog.store.reader import Catalogue
from kiosk.i18n import N_, languages, translator
from kiosk.terminal import MIN_COLUMNS, MIN_ROWS, Colours

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.config import Config
    from kiosk.i18n import Translator
from kiosk.terminal import Terminal

OLD_DAYS: Final = 31
EARLIEST: Final = date(2026, 1, 1)
"""A machine whose clock is before this has lost it: hours and dates would be wrong."""

CONNECT_S: Final = 3.0


class Verdict(StrEnum):
    """How a point stands. Only `BAD` keeps a post from opening."""

    GOOD = "good"
    POOR = "poor"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Point:
    """One line of the table. `id` is stable, for scripts; `remedy` "" when none is needed."""

    id: str
    name: str
    verdict: Verdict
    found: str
    remedy: str = ""


_NAMES: Final = {
    # Translators: the points of the staff's table "kiosk check"
    "terminal": N_("Terminal"),
    "size": N_("Screen size"),
    "colours": N_("Colours"),
    "catalogue": N_("Catalogue"),
    "age": N_("Age of the catalogue"),
    "languages": N_("Languages"),
    "printer": N_("Printer"),
    "outbox": N_("Outbox"),
    "desk": N_("Counts and notices"),
    "clock": N_("Clock"),
    "school": N_("School holidays"),
}


def check(
    config: Config, catalogue: Path, terminal: Terminal, *, now: datetime, t: Translator
) -> tuple[Point, ...]:
    """Every point, in the order in which a person would look."""
    return tuple(
        Point(id, t._(_NAMES[id]), verdict, found, remedy)
        for id, verdict, found, remedy in (
            *_terminal(terminal, t),
            *_catalogue(catalogue, now, t),
            _languages(t),
            _printer(config, t),
            _outbox(config, t),
            _desk(config, t),
            _clock(now, t),
            _school(now, t),
        )
    )


def fit(points: tuple[Point, ...]) -> bool:
    """Whether the post can open."""
    return all(point.verdict is not Verdict.BAD for point in points)


def table(points: tuple[Point, ...], t: Translator) -> str:
    """The points as text, the way out below each that needs one."""
    words = {
        # Translators: the verdicts of the staff's table
        Verdict.GOOD: t._("good"),
        Verdict.POOR: t._("poor"),
        Verdict.BAD: t._("BAD"),
    }
    first = max(len(word) for word in words.values())
    second = max(len(point.name) for point in points)
    rows = []
    for point in points:
        rows.append(
            f"{words[point.verdict]:<{first}}  {point.name:<{second}}  {point.found}".rstrip()
        )
        if point.remedy:
            rows.append(f"{'':<{first}}  {'':<{second}}  → {point.remedy}")
    verdict = t._("This post is fit to open.") if fit(points) else t._("This post is not fit.")
    return "\n".join([*rows, "", verdict])


def as_json(points: tuple[Point, ...]) -> dict[str, object]:
    """The same for scripts."""
    return {"fit": fit(points), "points": [asdict(point) for point in points]}


_Line = tuple[str, Verdict, str, str]


def _terminal(terminal: Terminal, t: Translator) -> Iterator[_Line]:
    name = terminal.term or "-"
    if not terminal.interactive:
        yield "terminal", Verdict.POOR, name, t._("Not a terminal: the screen cannot open here.")
    elif not terminal.utf8:
        yield "terminal", Verdict.BAD, name, t._("Set a UTF-8 locale, such as C.UTF-8.")
    else:
        yield "terminal", Verdict.GOOD, name, ""
    size = f"{terminal.columns} × {terminal.rows}"
    if terminal.large_enough:
        yield "size", Verdict.GOOD, size, ""
    else:
        remedy = t._("At least %(columns)s × %(rows)s are needed: choose smaller letters.")
        yield "size", Verdict.BAD, size, remedy % {"columns": MIN_COLUMNS, "rows": MIN_ROWS}
    if terminal.colours in {Colours.TRUE, Colours.MANY}:
        yield "colours", Verdict.GOOD, str(terminal.colours), ""
    else:
        remedy = t._("The plain two-colour theme is used.")
        yield "colours", Verdict.POOR, str(terminal.colours), remedy


def _catalogue(path: Path, now: datetime, t: Translator) -> Iterator[_Line]:
    try:
        with Catalogue.open(path) as catalogue:
            catalogue.check()
            meta = catalogue.meta
    except CatalogueError as error:
        found = error.where if isinstance(error, CatalogueMissing) else str(error).splitlines()[0]
        yield "catalogue", Verdict.BAD, found, t._("Refresh it: scripts/refresh SOURCE")
        return
    if not meta.listings:
        yield "catalogue", Verdict.BAD, str(path), t._("It is empty: refresh it from a source.")
        return
    number = t.n_("%(count)s place", "%(count)s places", meta.listings)
    found = f"{meta.version} · {number}"
    if meta.demonstration:
        remedy = t._("Demonstration catalogue: refresh it from a real source.")
        yield "catalogue", Verdict.POOR, found, remedy
    else:
        yield "catalogue", Verdict.GOOD, found, ""
    days = meta.days_old(now.date())
    age = t.n_("%(count)s day", "%(count)s days", days)
    if days > OLD_DAYS or (days > STALE_DAYS and not meta.demonstration):
        yield "age", Verdict.POOR, age, t._("Refresh it: scripts/refresh SOURCE")
    else:
        yield "age", Verdict.GOOD, age, ""


def _languages(t: Translator) -> _Line:
    missing = [language.name for language in languages() if not _speaks(language.code)]
    if missing:
        return "languages", Verdict.POOR, t._("Missing: %(names)s") % {"names": t.join(missing)}, ""
    return "languages", Verdict.GOOD, " ".join(language.code for language in languages()), ""


def _speaks(code: str) -> bool:
    """Whether a language has its own word for a sentence that every screen shows."""
    return code == "en" or translator(code)._(PROBE) != PROBE


PROBE: Final = N_("What are you looking for?")


def _printer(config: Config, t: Translator) -> _Line:
    printer = config.printer
    if printer is None:
        return "printer", Verdict.POOR, t._("none"), t._("Slips are saved in the outbox only.")
    address = f"{printer.host}:{printer.port}"
    try:
        limit = min(printer.timeout_s, CONNECT_S)
        with socket.create_connection((printer.host, printer.port), limit):
            return "printer", Verdict.GOOD, address, ""
    except OSError as error:
        reason = error.strerror or str(error)
        return (
            "printer",
            Verdict.POOR,
            f"{address}: {reason}",
            t._("Switch it on; check the cable."),
        )


def _outbox(config: Config, t: Translator) -> _Line:
    folder = config.outbox
    fault = _unwritable(folder)
    if fault:
        return "outbox", Verdict.BAD, f"{folder}: {fault}", _make_writable(t)
    return "outbox", Verdict.GOOD, str(folder), ""


def _desk(config: Config, t: Translator) -> _Line:
    """Without it the post would open, count nothing, and not know what the staff has closed."""
    path = desk_path(config.data)
    fault = _unwritable(path.parent)
    if not fault and path.exists() and not os.access(path, os.W_OK):
        fault = os.strerror(errno.EACCES)
    if fault:
        return "desk", Verdict.BAD, f"{path}: {fault}", _make_writable(t)
    if path.exists() and path.stat().st_size:  # the post fills an empty one
        try:
            with closing(sqlite3.connect("", uri=True)) as beside, attached(beside, path):
                (said,) = beside.execute("PRAGMA desk.quick_check(1)").fetchone()
        except Unreadable as error:
            said = error.message
        if said != "ok":
            remedy = t._(
                "Move this file away: the post makes a new one. If a newer kiosk wrote it, "
                "update this one."
            )
            return "desk", Verdict.BAD, f"{path}: {said}", remedy
    return "desk", Verdict.GOOD, str(path), ""


def _unwritable(folder: Path) -> str:
    """Why a folder takes no file, "" if it does; of one that is not there yet, why it cannot be
    made."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    try:
        with tempfile.TemporaryFile(dir=folder):
            return ""
    except OSError as error:
        return error.strerror or str(error)


def _make_writable(t: Translator) -> str:
    return t._("Make the folder writable, or name another one.")


def _clock(now: datetime, t: Translator) -> _Line:
    found = f"{t.date(now.date(), 'full')}, {t.time(now)} ({now.astimezone(UTC):%H:%M} UTC)"
    if now.date() < EARLIEST:
        return "clock", Verdict.BAD, found, t._("Set the clock: opening hours depend on it.")
    return "clock", Verdict.GOOD, found, ""


def _school(now: datetime, t: Translator) -> _Line:
    # Translators: the staff's table: the last day of the calendar of school holidays
    found = t._("known until %(date)s") % {"date": t.date(school.known_until(), "long")}
    if school.ends_soon(now.date()):
        remedy = t._("Install the next version: after this day, hours in holidays are unknown.")
        return "school", Verdict.POOR, found, remedy
    return "school", Verdict.GOOD, found, ""
