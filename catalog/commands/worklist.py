"""`catalog worklist`: what to call about first, as a sheet, a table, or questionnaires."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Final

from catalog.clock import machine_now
from catalog.commands.desks import desks
from catalog.errors import WrongUse
from catalog.model import LANGUAGES
from catalog.refresh.report import Report
from catalog.refresh.wording import Wording
from catalog.store.faults import writing
from catalog.store.folder import catalogue_path
from catalog.store.reader import Catalogue
from catalog.store.versions import DataFolder
from catalog.worklist.demand import demand, year_before
from catalog.worklist.questionnaire import as_table, as_text, file_names
from catalog.worklist.sheet import call_sheet, call_table, document
from catalog.worklist.tasks import Doubts, Setting, by_owner, task_of, worklist

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from catalog.worklist.demand import Demand
    from catalog.worklist.tasks import Worklist

_FIRST: Final = 20
"""Calls that a morning has room for."""


def run(options: Namespace) -> int:
    """Write the list as asked; exit 1 where there is nothing to call about."""
    wording = Wording(options.lang)
    setting = _setting(options, wording)
    with Catalogue.open(catalogue_path(options.data, options.catalog)) as catalogue:
        if options.split is not None:
            return _split(catalogue, setting, wording, options)
        found = worklist(
            catalogue.all(), setting, limit=options.limit or _FIRST, office=options.office
        )
        empty = catalogue.meta.listings == 0
    if not found.tasks:
        print(_nothing(found, options.office, wording, empty=empty), file=sys.stderr)
        if options.json:
            _print_document(found, setting, wording)
        return 1
    if options.json:
        _print_document(found, setting, wording)
    elif options.csv is not None:
        _write(options.csv, call_table(found, wording), wording)
    else:
        sheet = call_sheet(found, setting, wording, explain=options.explain)
        if options.text is not None:
            _write(options.text, sheet, wording)
        else:
            print(sheet, end="")
    return 0


def _setting(options: Namespace, wording: Wording) -> Setting:
    today = machine_now().date()
    counted = demand(desks(options, wording), year_before(today), today)
    return Setting(
        today=today,
        demand=counted,
        languages=_wanted(counted),
        report=_last_report(catalogue_path(options.data, options.catalog).parent, wording),
    )


def _wanted(counted: Demand) -> tuple[str, ...]:
    """The languages that visitors speak at the posts, most first; all but French where nobody
    counted. French is not asked for: it is what providers write."""
    return tuple(lang for lang in counted.languages or LANGUAGES if lang != "fr")


def _last_report(folder: Path, wording: Wording) -> Report | None:
    """The doubts of the refresh beside its catalogue; a list without them is better than none."""
    try:
        return Report.from_json(DataFolder(folder).report.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        print(wording.say("worklist.no_report"), file=sys.stderr)
        return None


def _split(catalogue: Catalogue, setting: Setting, wording: Wording, options: Namespace) -> int:
    """Two files for each owner: the questionnaire as text and as table."""
    target: Path = options.split
    owners = by_owner(catalogue.all(), setting, options.office)
    if not owners:
        everything = worklist(catalogue.all(), setting, limit=1)
        empty = catalogue.meta.listings == 0
        print(_nothing(everything, options.office, wording, empty=empty), file=sys.stderr)
        return 1
    if target.exists() and not target.is_dir():
        raise WrongUse(
            "this is not a folder", where=str(target), remedy="Name a folder with --split."
        )
    with writing(target):
        target.mkdir(parents=True, exist_ok=True)
    doubts = Doubts(setting.report)
    for owner, name in file_names(owners).items():
        listings = catalogue.get_many(owners[owner][: options.limit])
        tasks = [
            task
            for one in listings
            if (task := task_of(one, setting, doubts.about(one.id))) is not None
        ]
        _save(target / f"{name}.csv", as_table(tasks, wording))
        _save(target / f"{name}.txt", as_text(owner, tasks, setting.today, wording))
    files = wording.number(2 * len(owners))
    print(wording.say("worklist.split", files=files, folder=target), file=sys.stderr)
    return 0


def _nothing(found: Worklist, office: str | None, wording: Wording, *, empty: bool) -> str:
    """Why there is nothing, and the way out."""
    if empty:
        return wording.say("worklist.nothing_empty")
    if office is not None and found.owners:
        most = sorted(found.owners, key=lambda owner: (-found.owners[owner], owner))[:10]
        return wording.say("worklist.nothing_office", office=office, owners="\n  ".join(most))
    return wording.say("worklist.nothing")


def _print_document(found: Worklist, setting: Setting, wording: Wording) -> None:
    print(json.dumps(document(found, setting, wording), indent=2, ensure_ascii=False))


def _write(path: Path, content: str, wording: Wording) -> None:
    _save(path, content)
    print(wording.say("worklist.written", file=path), file=sys.stderr)


def _save(path: Path, content: str) -> None:
    """Bytes as they are: a table has its own line ends."""
    with writing(path):
        path.write_bytes(content.encode("utf-8"))
