"""The command `kiosk`: opens a post, answers a sentence, checks a machine.

    kiosk [visitor]     the visitors' kiosk
    kiosk counter       the same app for an adviser
    kiosk ask TEXT      the answer as text or JSON, without a screen
    kiosk check         whether this post is fit to open

Data on stdout, narration on stderr. How a command ends: `catalog.shell`.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import sys
from dataclasses import replace
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING, Final

from catalog.clock import machine_now
from catalog.errors import HouseError, WrongUse
from catalog.geo import Point, coordinates
from catalog.model import LANGUAGES
from catalog.shell import Version, ended
from catalog.store.folder import catalogue_path, desk_path
from catalog.store.outdated import is_outdated_demonstration
from catalog.text import clean_line
from kiosk import config as configuration
from kiosk import teaching, terminal
from kiosk.faults import WordlessFormatter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from catalog.journal import Desk, Notice
    from kiosk.config import Config
    from kiosk.post import Post

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

LOG: Final = logging.getLogger("kiosk")
LOG_FILE: Final = "kiosk.log"
STDERR: Final = 2
MAX_POST_NAME: Final = 80


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit status."""
    terminal.scrub(os.environ)
    encoding = getattr(sys.stdout, "encoding", None) or ""  # the terminal's: `ended` sets its own
    return ended(lambda: _run(_parser().parse_args(arguments), encoding))


def _parser() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument("--catalog", type=Path, metavar="FILE", help="another catalogue file")
    shared.add_argument("--data", type=Path, metavar="DIR", help="another data folder")
    shared.add_argument("--config", type=Path, metavar="FILE", help="another kiosk.toml")
    shared.add_argument(
        "--demonstration",
        action="store_true",
        help="build the demonstration catalogue where there is neither one nor a kiosk.toml",
    )
    parser = argparse.ArgumentParser(
        prog="kiosk",
        description=teaching.OVERVIEW,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
    )
    parser.add_argument("--version", action=Version)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _command(commands, "visitor", teaching.VISITOR, "the visitors' kiosk (default)", shared)
    counter = _command(commands, "counter", teaching.COUNTER, "the adviser's screen", shared)
    counter.add_argument("--post", metavar="NAME", help="the post's name, on slips and in counts")
    counter.add_argument("--lang", metavar="xx", help="language of the screen (fr)")
    check = _command(commands, "check", teaching.CHECK, "is this post fit to open?", shared)
    check.add_argument("--json", action="store_true", help="one JSON document")
    check.add_argument("--lang", metavar="xx", help="language of the table (fr)")
    ask = _command(commands, "ask", teaching.ASK, "answer one sentence, without a screen", shared)
    ask.add_argument("text", nargs="*", metavar="TEXT", help="the question, as somebody says it")
    ask.add_argument("--lang", metavar="xx", help=f"auto, or one of {' '.join(LANGUAGES)} (auto)")
    ask.add_argument("--now", metavar="ISO", help="another moment than now: 2026-07-23T10:40")
    ask.add_argument("--explain", action="store_true", help="show how each score is made")
    form = ask.add_mutually_exclusive_group()
    form.add_argument("--plain", action="store_true", help="plain text (default)")
    form.add_argument("--json", action="store_true", help="one JSON document")
    form.add_argument("--batch", action="store_true", help="JSON lines in, JSON lines out")
    for command in (counter, ask):
        command.add_argument(
            "--here", metavar="PLACE", help="where distances start: a name, or LAT,LON"
        )
    return parser


def _command(
    commands: Commands, name: str, description: str, summary: str, shared: argparse.ArgumentParser
) -> argparse.ArgumentParser:
    return commands.add_parser(
        name,
        parents=[shared],
        help=summary,
        description=description,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _run(wanted: argparse.Namespace, encoding: str) -> int:
    options, seen = vars(wanted), _terminal(encoding)
    file = options.get("config")
    config = configuration.load(file)
    configured = file is not None or configuration.default_path().is_file()
    if "data" in options:
        config = replace(config, paths=replace(config.paths, data=options["data"]))
    if options.get("post"):
        name = clean_line(options["post"], limit=MAX_POST_NAME) or config.post.name
        config = replace(config, post=replace(config.post, name=name))
    catalogue: Path = catalogue_path(config.data, options.get("catalog"))
    command = wanted.command or ("counter" if config.post.mode == "counter" else "visitor")
    # A post that is somebody's shows what it lacks; and a check only looks.
    trying = not configured and command != "check" and "catalog" not in options
    if trying and options.get("demonstration") and _lacks_demonstration(catalogue):
        _build_demonstration(config.data)
    if command == "check":
        return _check(config, catalogue, seen, options)
    if command == "ask":
        return _ask(config, catalogue, options)
    return _open(command, config, catalogue, seen, options, configured=configured)


def _lacks_demonstration(catalogue: Path) -> bool:
    """Whether there is none, or one of a program before this."""
    return not catalogue.exists() or is_outdated_demonstration(catalogue)


def _build_demonstration(folder: Path) -> None:
    """Refresh a data folder from the demonstration sources.

    In a process of its own: the kiosk never imports what only a refresh needs.
    """
    import subprocess

    import catalog

    sources = Path(catalog.__file__).with_name("demonstration")
    command = [sys.executable, "-m", "catalog", "refresh", str(sources), "--to", str(folder)]
    done = subprocess.run(command, check=False, stdout=STDERR)  # noqa: S603 — our own command
    if done.returncode:
        raise WrongUse(
            "the demonstration catalogue could not be built",
            where=str(folder),
            remedy="see the lines above; check the disk's space and the folder's rights",
        )


def _ask(config: Config, catalogue: Path, options: dict[str, object]) -> int:
    """Deferred imports: the screens never need them."""
    from catalog.advice import Adviser
    from catalog.advice.origin import origin_of
    from catalog.store.reader import Catalogue
    from kiosk import ask

    now, here, lang = options.get("now"), options.get("here"), options.get("lang")
    with Catalogue.open(catalogue) as opened:
        adviser = Adviser(opened)
        setting = ask.Setting(
            here=origin_of(str(here), adviser, "--here") if here else config.post.point,
            now=ask.moment(str(now)) if now else machine_now(),
            lang=ask.language(str(lang)) if lang else None,
        )
        adviser.notices = _notices(desk_path(config.data), setting.now)
        if options.get("batch"):
            ask.batch(sys.stdin.buffer, sys.stdout, adviser, setting)
            return 0
        words = options.get("text")
        text = " ".join(words) if isinstance(words, list) else ""
        if not text.strip():
            raise WrongUse(
                "there is no question", remedy="kiosk ask où se baigner avec des enfants"
            )
        explain = bool(options.get("explain"))
        if options.get("json"):
            answer = ask.document(text, adviser, setting, explain=explain)
            print(json.dumps(answer, ensure_ascii=False, indent=2))
            return 0 if answer["proposals"] or answer["about"] else 1
        lines, found = ask.sentences(text, adviser, setting, explain=explain)
        print("\n".join(lines))
        return 0 if found else 1


def _check(
    config: Config, catalogue: Path, seen: terminal.Terminal, options: dict[str, object]
) -> int:
    from kiosk import check
    from kiosk.i18n import translator

    t = translator(_language(options.get("lang")))
    points = check.check(config, catalogue, seen, now=machine_now(), t=t)
    if options.get("json"):
        print(json.dumps(check.as_json(points), ensure_ascii=False, indent=2))
    else:
        print(check.table(points, t))
    return 0 if check.fit(points) else 1


def _open(
    command: str,
    config: Config,
    catalogue: Path,
    seen: terminal.Terminal,
    options: dict[str, object],
    *,
    configured: bool,
) -> int:
    """Open the screen and stay until it closes."""
    if not seen.interactive:
        raise WrongUse(
            "the screen needs a terminal",
            remedy="run it in one, or ask without a screen: kiosk ask TEXT",
        )
    _log_to(config.data / LOG_FILE)
    # Deferred: `check`, `ask` and every refusal above do without Textual.
    from kiosk.app import KioskApp
    from kiosk.commands import Mode
    from kiosk.post import Post, Setting

    mode = Mode(command)
    setting = Setting(
        config=config,
        mode=mode,
        catalogue=catalogue,
        origin=config.post.point,
        screen_lang=_language(options.get("lang")) if mode is Mode.COUNTER else _first(config),
        locked=mode is Mode.VISITOR and configured and config.locked,
        console=seen.console,
    )
    journal = _journal(desk_path(config.data))
    post = Post(setting, clock=machine_now, journal=journal)
    post.open()
    try:
        if options.get("here"):
            post.setting = replace(setting, origin=_origin(str(options["here"]), post))
        app = KioskApp(post)
        app.run()
    finally:
        post.close()
        if journal is not None:
            journal.close()
    if app.return_code:
        _last_words(post)
    return app.return_code or 0


def _terminal(encoding: str) -> terminal.Terminal:
    """What the streams lead to; Textual draws on the third of them."""
    return terminal.look(
        os.environ,
        interactive=all(each.isatty() for each in (sys.stdin, sys.stdout, sys.stderr)),
        encoding=encoding,
    )


def _language(wanted: object) -> str:
    """The language that an option names; French, the staff's, without one."""
    if wanted is None:
        return LANGUAGES[0]
    if wanted not in LANGUAGES:
        raise WrongUse(
            f"{wanted!r} is not one of the languages", remedy=f"choose from {' '.join(LANGUAGES)}"
        )
    return str(wanted)


def _first(config: Config) -> str:
    """The language of the kiosk before a visitor chooses: the post's first."""
    return config.post.languages[0]


def _origin(reference: str, post: Post) -> Point:
    """`--here`: degrees, or a place of the catalogue; the post's own place where the catalogue
    cannot serve, which the screen says."""
    from catalog.advice import Adviser
    from catalog.advice.origin import origin_of

    if post.guide is None:
        return coordinates(reference) or post.setting.origin
    return origin_of(reference, Adviser(post.guide.catalogue), "--here")


def _journal(path: Path) -> Desk | None:
    """desk.sqlite; a post that cannot write it goes on without counting."""
    from catalog.journal import Desk

    try:
        return Desk.open(path)
    except HouseError as error:
        LOG.warning("%s", error)
        return None


def _notices(path: Path, now: datetime) -> tuple[Notice, ...]:
    """What the staff says from this day on. Nothing is written: the disk may be protected."""
    from catalog.journal.reading import notices_at

    try:
        return notices_at(path, now.date())
    except HouseError as error:
        LOG.warning("the staff's notices are not read: %s", error)
        return ()


def _log_to(path: Path) -> None:
    """Log to the data folder: the screen is the visitors'. No folder, no log."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=500_000, backupCount=3, encoding="utf-8")
    except OSError as error:
        print(f"{path}: {error.strerror}", file=sys.stderr)
        return
    handler.setFormatter(WordlessFormatter())
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.INFO)


def _last_words(post: Post) -> None:
    """What is left on the screen after a crash, until the supervisor starts the kiosk again."""
    t, office = post.t, post.config.office
    lines = (
        office.name,
        "",
        # Translators: the kiosk crashed; it starts again by itself
        t._("This screen is not available just now. It will be back in a moment."),
        t._("Questions? Call us: %(phone)s") % {"phone": office.phone},
    )
    print("\x1b[2J\x1b[H\n", *(f"  {line}" for line in lines), sep="\n", flush=True)
