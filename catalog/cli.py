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

_OVERVIEW: Final = """\
The catalogue of the kiosk: fill it, look into it, go back to an earlier one.

  catalog refresh flux.zip            read an export and put it in use
  catalog refresh                     the same with the sources named in kiosk.toml
  catalog refresh --dry-run flux.zip  only say what that would change
  catalog search "chateau de pene"    what a visitor would find
  catalog show ID                     one listing, every field
  catalog diff                        what the last refresh changed, field by field
  catalog rollback                    the catalogue before this one
  catalog mapping toilets.csv         which column of a table is read as what

Data goes to stdout, narration to stderr. Exit codes: 0 done, 1 nothing found or the catalogue
cannot serve, 2 wrong use, 3 refused by a guard, 4 input unreadable. After 2, 3 and 4 nothing
was changed."""

_REFRESH: Final = """\
Read every SOURCE, build a new catalogue from all of them together, check it, and put it in the
place of the one in use. Listings that no source has any more are gone: name all your sources
each time. If anything goes wrong, the catalogue in use stays as it is.

A SOURCE is a file, a folder with several of them, or a web address (http, https): an export of
APIDAE, DATAtourisme, Tourinsoft, LEI, OpenAgenda, Opendatasoft, Geotrek or OpenStreetMap, a
calendar (.ics), a track (.gpx, .kml, .kmz), a table (.csv, .xlsx; `catalog mapping` names its
columns), a catalogue in the house format (.toml). The format is found out. Records of one place
become one listing. Files of the folder overlay/ in the data folder (the office's own additions,
corrections and hidings) are part of every refresh. Without SOURCE, the [[source]] tables of
kiosk.toml are read (kiosk.example.toml says how), and what lies in the inbox, if one is named;
scripts/refresh names the folder inbox/ beside scripts/.

Web addresses are downloaded only when the server has something newer, and a copy is kept. When
the network fails nothing is changed; --offline then reads the copies and says their dates.

Guards keep the catalogue in use when the new one has lost a fifth of its listings, or of the
records of one source (largest_drop), when a file of the inbox is of no known format, and when a
canary question (canaries.toml in the data folder) is not answered as it should be:

  [[canary]]
  ask = "toilettes"
  expect = "Toilettes du marché"   # a name or an id; among the first 5, or within = …

examples:
  catalog refresh flux-tarn.zip
  catalog refresh flux-tarn.zip our-toilets.toml     two sources, one catalogue
  catalog refresh inbox/                             everything that lies in the folder
  catalog refresh https://example.org/flux.zip       downloaded when newer
  catalog refresh                                    the sources of kiosk.toml
  catalog refresh --offline                          their copies, without a network
  catalog refresh --dry-run --report what.json flux-tarn.zip
  catalog refresh --force flux-tarn.zip              even if it has far fewer listings"""

_REPORT: Final = """\
The report of the last refresh, again: what was read, new, changed, gone or rejected, what is
doubtful, what the catalogue covers and lacks, and how good its listings are.

examples:
  catalog report --lang de
  catalog report --json
  catalog report --page report.html                  open it in a browser and print it"""

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

_VERSIONS: Final = """\
The versions kept, newest first; * is in use. --check compares each with the checksum that was
written when it was published, and exits with 1 if one is damaged.

examples:
  catalog versions
  catalog versions --check
  catalog versions --json"""

_DIFF: Final = """\
What changed between two versions: listings that are new or gone, and for each one changed every
field before and after. Without VERSION, the version before the one in use is compared with it;
with one, that version.

examples:
  catalog diff                                       what the last refresh changed
  catalog diff 2026-11-16T083000Z                    since that version
  catalog diff 2026-11-09T083000Z 2026-11-16T083000Z
  catalog diff --json"""

_WORKLIST: Final = """\
What to call about first: listings whose hours are over, unknown or long unconfirmed, without a
price, a telephone or a text in a visitor's language, doubtful pairs, and what the last refresh
rejected; those that visitors ask for most and that are oldest come first:

  priority = asked (1 + answers given in 12 months) × age (months, 1 to 60) × urgency (reasons)

Answers come from desk.sqlite, of this post or of others (--desk, several times; a desk given
twice counts once). Tables are for Excel and LibreOffice: UTF-8 with a mark, `;` between cells,
formulas made harmless.

examples:
  catalog worklist                                   the call sheet, with boxes to tick
  catalog worklist --explain --limit 5               how the order comes about
  catalog worklist --office "Ségala" --text calls.txt
  catalog worklist --csv calls.csv --desk stand.sqlite --desk kiosk.sqlite
  catalog worklist --split questionnaires/           one questionnaire an office, text and table"""
_MAPPING: Final = """\
Propose the mapping of a table (CSV or XLSX): which column holds the name, the position, the
hours … found out from the titles of the columns and what stands below them. Save it beside the
table, correct it by hand, and the next refresh reads the table by it.

examples:
  catalog mapping toilets.csv
  catalog mapping toilets.csv > toilets.mapping.toml"""

_ROLLBACK: Final = """\
Put an earlier version in use again, by default the one before the one in use. Nothing is lost:
the version left is kept too, and the next refresh publishes a new one. A version whose file is
not to the byte what was published is refused.

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

    if "data" in options and options.data is None and getattr(options, "catalog", None) is None:
        options.data = _configured_data(options.config)
    module, function = options.run
    code: int = getattr(import_module(f"catalog.commands.{module}"), function)(options)
    return code


def _configured_data(config: Path | None) -> Path | None:
    """The data folder that `kiosk.toml` gives the post, if there is one and it says so."""
    from catalog.store.folder import default_config_path

    if config is None and not default_config_path().is_file():
        return None
    from catalog.refresh.settings import load

    return load(config).data


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
    _add_diff(commands)
    _add_rollback(commands)
    _add_worklist(commands)
    _add_mapping(commands)
    return parser


def _add_refresh(commands: Commands) -> None:
    command = _command(commands, "refresh", _REFRESH, "read sources and publish a new catalogue")
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
    command = _command(commands, "report", _REPORT, "the report of the last refresh, again")
    command.set_defaults(run=("refresh", "report"))
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="the whole report as JSON")
    form.add_argument(
        "--page", type=Path, metavar="FILE.html", help="write it as a page to print or save as PDF"
    )
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
    command = _command(commands, "versions", _VERSIONS, "the versions kept, newest first")
    command.set_defaults(run=("versions", "versions"))
    command.add_argument(
        "--check", action="store_true", help="read each whole and compare it with its checksum"
    )
    command.add_argument("--json", action="store_true", help="one JSON document")
    _add_data(command)
    _add_narration(command)


def _add_diff(commands: Commands) -> None:
    command = _command(commands, "diff", _DIFF, "what changed between two versions")
    command.set_defaults(run=("diff", "diff"))
    command.add_argument("before", metavar="VERSION", nargs="?", help="the earlier one")
    command.add_argument("after", metavar="VERSION", nargs="?", help="the later one (in use)")
    command.add_argument("--json", action="store_true", help="one JSON document")
    _add_data(command)
    _add_narration(command)


def _add_rollback(commands: Commands) -> None:
    command = _command(commands, "rollback", _ROLLBACK, "put an earlier version in use again")
    command.set_defaults(run=("versions", "rollback"))
    command.add_argument("version", metavar="VERSION", nargs="?", help="from `catalog versions`")
    _add_data(command)
    _add_narration(command)


def _add_worklist(commands: Commands) -> None:
    command = _command(commands, "worklist", _WORKLIST, "what to call about first")
    command.set_defaults(run=("worklist", "run"))
    command.add_argument(
        "--limit", type=_count, help="at most so many (20; with --split: all, of each office)"
    )
    command.add_argument("--office", metavar="NAME", help="only records that this office keeps")
    command.add_argument(
        "--desk", type=Path, action="append", metavar="FILE", help="counts of a post (repeatable)"
    )
    command.add_argument("--explain", action="store_true", help="show how each priority is made")
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON document")
    form.add_argument("--csv", type=Path, metavar="FILE", help="a table for a spreadsheet")
    form.add_argument("--text", type=Path, metavar="FILE", help="the call sheet as a text file")
    form.add_argument("--split", type=Path, metavar="DIR", help="a questionnaire for each office")
    _add_catalogue(command)
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


def _count(text: str) -> int:
    try:
        count = int(text)
    except ValueError:
        count = 0
    if not 1 <= count <= _MOST_HITS:
        raise ArgumentTypeError(f"a whole number from 1 to {_MOST_HITS} is expected, not {text!r}")
    return count
