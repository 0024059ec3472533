"""The `catalog` command: what each word means, and how every ending is told."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace, RawDescriptionHelpFormatter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from catalog.clock import FIRST_YEAR, LAST_YEAR
from catalog.commands import teaching
from catalog.model import ACCESS, LANGUAGES, Kind
from catalog.shell import Version, ended

if TYPE_CHECKING:
    from argparse import _SubParsersAction
    from collections.abc import Sequence

    from catalog.errors import HouseError

    Commands = _SubParsersAction[ArgumentParser]

_MOST_HITS: Final = 1000
_FARTHEST_KM: Final = 20_000


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    options = Namespace()

    def command() -> int:
        _parser().parse_args(argv, options)
        return _run(options)

    return ended(command, lambda error: _told(error, options))


def _told(error: HouseError, options: Namespace) -> str:
    """The error as its command speaks: the staff's commands in the language of their report."""
    if not options.narrated:
        return str(error)
    from catalog.refresh.wording import Wording

    return Wording(options.lang).failure(error)


def _run(options: Namespace) -> int:
    """Call the command's function. Each module is imported when it is asked for: `catalog
    search` in a script must not wait for what only a refresh needs."""
    from importlib import import_module

    if "data" in options and options.data is None and _needs_data(options):
        options.data = _configured_data(options.config)
    module, function = options.run
    code: int = getattr(import_module(f"catalog.commands.{module}"), function)(options)
    return code


def _needs_data(options: Namespace) -> bool:
    """Whether a command looks into the data folder: for its catalogue, or for counts."""
    return getattr(options, "catalog", None) is None or "desk" in options


def _configured_data(config: Path | None) -> Path | None:
    """The data folder that `kiosk.toml` gives the post, if there is one and it says so."""
    from catalog.store.folder import default_config_path

    if config is None and not default_config_path().is_file():
        return None
    from catalog.refresh.settings import load

    return load(config).data


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="catalog", description=teaching.OVERVIEW, formatter_class=RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action=Version)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_refresh(commands)
    _add_report(commands)
    _add_search(commands)
    _add_show(commands)
    _add_versions(commands)
    _add_diff(commands)
    _add_rollback(commands)
    _add_worklist(commands)
    _add_exposure(commands)
    _add_counts(commands)
    _add_mapping(commands)
    return parser


def _add_refresh(commands: Commands) -> None:
    command = _command(
        commands, "refresh", teaching.REFRESH, "read sources and publish a new catalogue"
    )
    command.set_defaults(run=("refresh", "refresh"))
    command.add_argument(
        "sources", metavar="SOURCE", nargs="*", help="a file, folder, zip or web address"
    )
    _add_data(command, "--to")
    command.add_argument(
        "--dry-run", action="store_true", help="do everything but put the new catalogue in use"
    )
    command.add_argument(
        "--report", type=Path, metavar="FILE.json", help="write the whole report as JSON too"
    )
    command.add_argument(
        "--force",
        action="store_true",
        help="publish even if many listings are gone or a canary fails; leave out files of an "
        "inbox that nothing here reads",
    )
    command.add_argument(
        "--offline", action="store_true", help="read the copies kept of web addresses"
    )
    command.add_argument(
        "--wait", action="store_true", help="if another refresh is at work, wait for its end"
    )
    command.add_argument(
        "--inbox", type=Path, metavar="DIR", help="a folder to read too when no SOURCE is named"
    )
    _add_narration(command)


def _add_report(commands: Commands) -> None:
    command = _command(commands, "report", teaching.REPORT, "the report of the last refresh, again")
    command.set_defaults(run=("refresh", "report"))
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="the whole report as JSON")
    form.add_argument(
        "--page", type=Path, metavar="FILE.html", help="write it as a page to print or save as PDF"
    )
    _add_data(command)
    _add_narration(command)


def _add_search(commands: Commands) -> None:
    command = _command(commands, "search", teaching.SEARCH, "what a text finds, best first")
    command.set_defaults(run=("search", "search"))
    command.add_argument("text", metavar="TEXT", nargs="?", help="words, names, places")
    command.add_argument(
        "--lang", choices=LANGUAGES, default="fr", help="the language of names shown (fr)"
    )
    command.add_argument("--limit", type=_count, default=20, help="at most so many hits (20)")
    command.add_argument("--prefix", action="store_true", help="the last word may be unfinished")
    command.add_argument(
        "--explain", action="store_true", help="the parts of each score, and where each word was"
    )
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON document")
    form.add_argument("--batch", action="store_true", help="JSON lines on stdin, one answer each")
    _add_filters(command)
    _add_catalogue(command)


def _add_filters(command: ArgumentParser) -> None:
    only = command.add_argument_group(
        "only what", "Each narrows the answer; what a source does not state stays out."
    )
    only.add_argument("--near", metavar="PLACE", help="where distances start: a name, or LAT,LON")
    only.add_argument("--within", type=_kilometres, metavar="KM", help="so near to it")
    only.add_argument(
        "--kind", action="append", default=[], choices=[*map(str, Kind)], metavar="KIND",
        help=f"one of: {' '.join(Kind)} (repeatable: any of them)",
    )  # fmt: skip
    only.add_argument(
        "--concept", action="append", default=[], metavar="WORD",
        help="castle, or a word for it in any language (repeatable: any)",
    )  # fmt: skip
    only.add_argument(
        "--label", action="append", default=[], metavar="WORD",
        help='accueil_velo, or "Accueil Vélo" (repeatable: any)',
    )  # fmt: skip
    only.add_argument(
        "--access", action="append", default=[], choices=ACCESS,
        help="stated access; motor, mental, hearing, visual are the marks of Tourisme & Handicap "
        "(repeatable: all)",
    )  # fmt: skip
    only.add_argument("--dogs", action="store_true", help="dogs welcome")
    only.add_argument("--free", action="store_true", help="free of charge")
    only.add_argument(
        "--spoken", action="append", default=[], metavar="xx",
        help="language spoken there: en, de… (repeatable: any)",
    )  # fmt: skip
    only.add_argument(
        "--open-at", metavar="WHEN", help="surely open: 2026-07-23T10:40, or sometime on 2026-07-23"
    )


def _add_show(commands: Commands) -> None:
    command = _command(commands, "show", teaching.SHOW, "one listing, every field")
    command.set_defaults(run=("show", "show"))
    command.add_argument("id", metavar="ID", help="a listing's id, its producer's id or address")
    command.add_argument("--json", action="store_true", help="one JSON document")
    _add_catalogue(command)


def _add_versions(commands: Commands) -> None:
    command = _command(commands, "versions", teaching.VERSIONS, "the versions kept, newest first")
    command.set_defaults(run=("versions", "versions"))
    command.add_argument(
        "--check", action="store_true", help="read each whole and compare it with its checksum"
    )
    command.add_argument("--json", action="store_true", help="one JSON document")
    _add_data(command)
    _add_narration(command)


def _add_diff(commands: Commands) -> None:
    command = _command(commands, "diff", teaching.DIFF, "what changed between two versions")
    command.set_defaults(run=("diff", "diff"))
    command.add_argument("before", metavar="VERSION", nargs="?", help="the earlier one")
    command.add_argument("after", metavar="VERSION", nargs="?", help="the later one (in use)")
    command.add_argument("--json", action="store_true", help="one JSON document")
    _add_data(command)
    _add_narration(command)


def _add_rollback(commands: Commands) -> None:
    command = _command(
        commands, "rollback", teaching.ROLLBACK, "put an earlier version in use again"
    )
    command.set_defaults(run=("versions", "rollback"))
    command.add_argument("version", metavar="VERSION", nargs="?", help="from `catalog versions`")
    _add_data(command)
    _add_narration(command)


def _add_worklist(commands: Commands) -> None:
    command = _command(commands, "worklist", teaching.WORKLIST, "what to call about first")
    command.set_defaults(run=("worklist", "run"))
    command.add_argument(
        "--limit", type=_count, help="at most so many (20; with --split: all, of each office)"
    )
    command.add_argument("--office", metavar="NAME", help="only records that this office keeps")
    _add_desks(command)
    command.add_argument("--explain", action="store_true", help="show how each priority is made")
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON document")
    form.add_argument("--csv", type=Path, metavar="FILE", help="a table for a spreadsheet")
    form.add_argument("--text", type=Path, metavar="FILE", help="the call sheet as a text file")
    form.add_argument("--split", type=Path, metavar="DIR", help="a questionnaire for each office")
    _add_catalogue(command)
    _add_narration(command)


def _add_exposure(commands: Commands) -> None:
    command = _command(commands, "exposure", teaching.EXPOSURE, "who is shown how often")
    command.set_defaults(run=("exposure", "run"))
    command.add_argument("--days", type=_count, metavar="N", help="the last N days (365)")
    command.add_argument("--limit", type=_count, metavar="N", help="rows of each table (20)")
    _add_desks(command)
    command.add_argument("--json", action="store_true", help="one JSON document, with every row")
    _add_catalogue(command)
    _add_narration(command)


def _add_counts(commands: Commands) -> None:
    command = _command(commands, "counts", teaching.COUNTS, "who came when, and asked for what")
    command.set_defaults(run=("counts", "run"))
    span = command.add_mutually_exclusive_group()
    span.add_argument("--year", type=_year, metavar="YYYY", help="a calendar year")
    span.add_argument("--days", type=_count, metavar="N", help="the last N days (365)")
    command.add_argument("--limit", type=_count, metavar="N", help="things asked for (20)")
    _add_desks(command)
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON document, with every row")
    form.add_argument("--csv", type=Path, metavar="FILE", help="every row, for a spreadsheet")
    _add_data(command)
    _add_narration(command)


def _add_mapping(commands: Commands) -> None:
    command = _command(
        commands, "mapping", teaching.MAPPING, "which column of a table is read as what"
    )
    command.set_defaults(run=("mapping", "mapping"))
    command.add_argument("file", metavar="FILE", type=Path, help="a table: CSV or XLSX")
    _add_narration(command)


def _command(
    commands: Commands, name: str, description: str, summary: str | None = None
) -> ArgumentParser:
    return commands.add_parser(
        name,
        help=summary or description,
        description=description,
        formatter_class=RawDescriptionHelpFormatter,
    )


def _add_data(command: ArgumentParser, *names: str) -> None:
    command.add_argument(
        *names,
        "--data",
        dest="data",
        type=Path,
        metavar="DIR",
        help="the data folder (default: that of kiosk.toml, else this user's)",
    )
    command.add_argument(
        "--config", type=Path, metavar="FILE", help="another kiosk.toml than this user's"
    )


def _add_catalogue(command: ArgumentParser) -> None:
    command.add_argument("--catalog", type=Path, metavar="FILE", help="another catalogue file")
    _add_data(command)
    command.set_defaults(narrated=False)


def _add_narration(command: ArgumentParser) -> None:
    command.add_argument(
        "--lang", choices=LANGUAGES, default="fr", help="the language of the report (fr)"
    )
    command.set_defaults(narrated=True)


def _add_desks(command: ArgumentParser) -> None:
    command.add_argument(
        "--desk",
        type=Path,
        action="append",
        metavar="FILE",
        help="the desk.sqlite of a post, or a copy (repeatable; default: that of the data folder)",
    )


def _kilometres(text: str) -> float:
    try:
        distance = float(text)
    except ValueError:
        distance = -1.0
    if not 0 <= distance <= _FARTHEST_KM:
        raise ArgumentTypeError(f"kilometres from 0 to {_FARTHEST_KM} are expected, not {text!r}")
    return distance


def _year(text: str) -> int:
    if not (text.isdecimal() and FIRST_YEAR <= int(text) <= LAST_YEAR):
        raise ArgumentTypeError(
            f"a year from {FIRST_YEAR} to {LAST_YEAR} is expected, not {text!r}"
        )
    return int(text)


def _count(text: str) -> int:
    try:
        count = int(text)
    except ValueError:
        count = 0
    if not 1 <= count <= _MOST_HITS:
        raise ArgumentTypeError(f"a whole number from 1 to {_MOST_HITS} is expected, not {text!r}")
    return count
