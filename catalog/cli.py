"""The `catalog` command: what each word means, and how every ending is told."""

from __future__ import annotations

import io
import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace, RawDescriptionHelpFormatter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from catalog.errors import HouseError
from catalog.model import LANGUAGES

if TYPE_CHECKING:
    from argparse import _SubParsersAction
    from collections.abc import Sequence

    Commands = _SubParsersAction[ArgumentParser]

INTERRUPTED: Final = 130
_MOST_HITS: Final = 1000
_NARRATIONS: Final = ("fr", "en")

_OVERVIEW: Final = """\
The catalogue of the kiosk: fill it, look into it, go back to an earlier one.

  catalog refresh flux.zip            read an export and put it in use
  catalog refresh --dry-run flux.zip  only say what that would change
  catalog search "chateau de pene"    what a visitor would find
  catalog show ID                     one listing, every field
  catalog rollback                    the catalogue before this one
  catalog mapping toilets.csv         which column of a table is read as what

Data goes to stdout, narration to stderr. Exit codes: 0 done, 1 nothing found or the catalogue
cannot serve, 2 wrong use, 3 refused by a guard, 4 input unreadable. After 2, 3 and 4 nothing
was changed."""

_REFRESH: Final = """\
Read every SOURCE, build a new catalogue from all of them together, check it, and put it in the
place of the one in use. Listings that no source has any more are gone: name all your sources
each time. If anything goes wrong, the catalogue in use stays as it is.

A SOURCE is a DATAtourisme flux (the zip as downloaded, or its unpacked folder), a catalogue in
the house format (*.toml), or a folder with several zip files in it. The format is found out.

examples:
  catalog refresh flux-tarn.zip
  catalog refresh flux-tarn.zip our-toilets.toml     two sources, one catalogue
  catalog refresh inbox/                             everything that lies in the folder
  catalog refresh --dry-run --report what.json flux-tarn.zip
  catalog refresh --force flux-tarn.zip              even if it has far fewer listings"""

_SEARCH: Final = """\
Search as the kiosk does: accents, spelling mistakes and word order do not matter.

examples:
  catalog search "cascade" --limit 5
  catalog search "waterfall" --lang en --json
  catalog search "chat" --prefix                     as if still typing
  catalog search --batch < questions.jsonl           {"id", "q", "lang"?, "prefix"?} a line"""

_SHOW: Final = """\
One listing, every field that is known, with its sources and their dates, and its hours as an
OpenStreetMap opening_hours expression. The fields of which nothing is known are named last.

ID is the listing's id, the producer's id of the record, or its web address.

examples:
  catalog show demonstration:office-carmaux
  catalog show PCUAQU047FS0004T --json"""

_MAPPING: Final = """\
Propose the mapping of a table (CSV or XLSX): which column holds the name, the position, the
hours … found out from the titles of the columns and what stands below them. Save it beside the
table, correct it by hand, and the next refresh reads the table by it.

examples:
  catalog mapping toilets.csv
  catalog mapping toilets.csv > toilets.mapping.toml"""

_ROLLBACK: Final = """\
Put an earlier version in use again, by default the one before the one in use. Nothing is lost:
the version left is kept too, and the next refresh publishes a new one.

examples:
  catalog versions
  catalog rollback
  catalog rollback 2026-11-16T083000Z"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = Namespace()
    try:
        _parser().parse_args(argv, options)
        code = _run(options)
        sys.stdout.flush()
    except SystemExit as stop:  # argparse has said what it had to say
        return stop.code if isinstance(stop.code, int) else 2
    except HouseError as error:
        print(_told(error, options), file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:  # the reader (`| head`) has seen enough
        _write_no_more()
        return 0
    except OSError as error:  # stdout on a full disk; files of the house raise HouseError
        _write_no_more()
        print(f"{error.filename or 'output'}: {error.strerror or error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _told(error: HouseError, options: Namespace) -> str:
    """The error as its command speaks: the staff's commands in the language of their report."""
    if not options.narrated:
        return str(error)
    from catalog.refresh.wording import Wording

    return Wording(options.lang).failure(error)


def _write_no_more() -> None:
    """Let Python's own last flush of stdout go nowhere, or it would fail once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(options: Namespace) -> int:
    """Call the command's function. Each module is imported when it is asked for: `catalog
    search` in a script must not wait for what only a refresh needs."""
    from importlib import import_module

    module, function = options.run
    code: int = getattr(import_module(f"catalog.commands.{module}"), function)(options)
    return code


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="catalog", description=_OVERVIEW, formatter_class=RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_refresh(commands)
    _add_report(commands)
    _add_search(commands)
    _add_show(commands)
    _add_versions(commands)
    _add_rollback(commands)
    _add_mapping(commands)
    return parser


def _add_refresh(commands: Commands) -> None:
    command = _command(commands, "refresh", _REFRESH, "read sources and publish a new catalogue")
    command.set_defaults(run=("refresh", "refresh"))
    command.add_argument("sources", metavar="SOURCE", nargs="+", help="a file, folder or zip")
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
        help="publish even if many listings are gone (a fifth, compared with the one in use)",
    )
    _add_narration(command)


def _add_report(commands: Commands) -> None:
    command = _command(commands, "report", "The report of the last refresh, again.")
    command.set_defaults(run=("refresh", "report"))
    command.add_argument("--json", action="store_true", help="the whole report as JSON")
    _add_data(command)
    _add_narration(command)


def _add_search(commands: Commands) -> None:
    command = _command(commands, "search", _SEARCH, "what a text finds, best first")
    command.set_defaults(run=("search", "search"))
    command.add_argument("text", metavar="TEXT", nargs="?", help="words, names, places")
    command.add_argument(
        "--lang", choices=LANGUAGES, default="fr", help="the language of names shown (fr)"
    )
    command.add_argument("--limit", type=_count, default=20, help="at most so many hits (20)")
    command.add_argument("--prefix", action="store_true", help="the last word may be unfinished")
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON document")
    form.add_argument("--batch", action="store_true", help="JSON lines on stdin, one answer each")
    _add_catalogue(command)


def _add_show(commands: Commands) -> None:
    command = _command(commands, "show", _SHOW, "one listing, every field")
    command.set_defaults(run=("show", "show"))
    command.add_argument("id", metavar="ID", help="a listing's id, its producer's id or address")
    command.add_argument("--json", action="store_true", help="one JSON document")
    _add_catalogue(command)


def _add_versions(commands: Commands) -> None:
    command = _command(commands, "versions", "The versions kept, newest first; * is in use.")
    command.set_defaults(run=("versions", "versions"))
    command.add_argument("--json", action="store_true", help="one JSON document")
    _add_data(command)
    _add_narration(command)


def _add_rollback(commands: Commands) -> None:
    command = _command(commands, "rollback", _ROLLBACK, "put an earlier version in use again")
    command.set_defaults(run=("versions", "rollback"))
    command.add_argument("version", metavar="VERSION", nargs="?", help="from `catalog versions`")
    _add_data(command)
    _add_narration(command)


def _add_mapping(commands: Commands) -> None:
    command = _command(commands, "mapping", _MAPPING, "which column of a table is read as what")
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
        help="the data folder (default: this user's)",
    )


def _add_catalogue(command: ArgumentParser) -> None:
    command.add_argument("--catalog", type=Path, metavar="FILE", help="another catalogue file")
    _add_data(command)
    command.set_defaults(narrated=False)


def _add_narration(command: ArgumentParser) -> None:
    command.add_argument(
        "--lang", choices=_NARRATIONS, default="fr", help="the language of the report (fr)"
    )
    command.set_defaults(narrated=True)


def _count(text: str) -> int:
    try:
        count = int(text)
    except ValueError:
        count = 0
    if not 1 <= count <= _MOST_HITS:
        raise ArgumentTypeError(f"a whole number from 1 to {_MOST_HITS} is expected, not {text!r}")
    return count
