"""What the pages promise: commands that exist, links that lead somewhere, two languages alike."""

from __future__ import annotations

import re
import shlex
from itertools import pairwise
from pathlib import Path

import pytest

from catalog import cli as catalog_cli
from catalog.commands import teaching as catalog_teaching
from kiosk import cli as kiosk_cli
from kiosk import teaching as kiosk_teaching

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
WIDE = 110
_FENCED = re.compile(r"`([^`]+)`")
_FILE = re.compile(r"(?:catalog|kiosk|tests|scripts|docs|locales)/[\w./*-]+")
_LINK = re.compile(r"\]\(([^)#]+)(#[^)]*)?\)")


def commands(text: str) -> list[str]:
    """The indented lines and the spans of code that call one of our commands."""
    indented = [line.strip() for line in text.splitlines() if line.startswith(("    ", "  "))]
    found = [*indented, *(" ".join(span.split()) for span in _FENCED.findall(text))]
    starts = (".venv/bin/", "scripts/", "kiosk ", "catalog ", "/opt/kiosk/.venv/bin/")
    return [
        line for line in (each.removeprefix("ExecStart=") for each in found)
        if line.startswith(starts) and "/ " not in line and not line.endswith("/")
    ]  # fmt: skip


def words(line: str) -> list[str]:
    """The command's words, without its comment, redirections and what stands for something."""
    line = re.sub(r"\s{2,}.*$|\s#.*$|[<>|].*$", "", line)
    return [word for word in shlex.split(line) if word not in {"…", "[visitor]"}]


def parses(line: str) -> bool:
    program, *arguments = words(line)
    name = program.rpartition("/")[2]
    if program.startswith("scripts/") and name not in {"kiosk", "refresh"}:
        return (ROOT / program).is_file()
    if name == "refresh":
        name, arguments = "catalog", ["refresh", "--inbox", "inbox", *arguments]
    parser = {"kiosk": kiosk_cli._parser, "catalog": catalog_cli._parser}[name]()
    if len(arguments) == 1 and not arguments[0].startswith("-"):  # "`catalog diff` says …"
        arguments = [*arguments, "--help"]
    try:
        parser.parse_args(arguments)
    except SystemExit as stop:
        return stop.code == 0
    return True


TAUGHT = {
    f"{each.__name__} {name}": value
    for each in (kiosk_teaching, catalog_teaching)
    for name, value in vars(each).items()
    if name.isupper()
}
CALLED = [
    (name, line)
    for name, text in (
        *((page.name, page.read_text("utf-8")) for page in PAGES),
        *TAUGHT.items(),
    )
    for line in commands(text)
]


@pytest.mark.parametrize(("page", "line"), CALLED, ids=str)
def test_every_command_of_a_page_or_a_help_is_taken(
    page: str, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert parses(line), capsys.readouterr().err


def test_the_commands_are_found() -> None:
    assert len(CALLED) > 100
    assert {"kiosk", "catalog", "refresh"} <= {
        words(line)[0].rpartition("/")[2] for _, line in CALLED
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file(page: Path) -> None:
    for target, _ in _LINK.findall(page.read_text("utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_is_named_is_there(page: Path) -> None:
    named = [span for span in _FENCED.findall(page.read_text("utf-8")) if _FILE.fullmatch(span)]
    in_a_wheel = {"kiosk/locales"}
    named = [each.rstrip("/") for each in named if each not in in_a_wheel]
    assert not [each for each in named if not [*ROOT.glob(each)]]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_line_is_wider_than_a_screen(page: Path) -> None:
    """Tables have one line a row and stand apart from the text around them."""
    lines = page.read_text("utf-8").splitlines()
    assert not [line for line in lines if len(line) > WIDE and not line.startswith("|")]
    for before, line in pairwise(lines):
        if before.startswith("|"):
            assert not line or line.startswith("|"), line
            assert line == line.strip()


@pytest.mark.parametrize("name", ["guide", "sources"])
def test_both_languages_say_the_same(name: str) -> None:
    """Headings, rows of tables, points of lists, commands: as many, in the same order."""
    french, english = (
        (ROOT / "docs" / f"{name}.{lang}.md").read_text("utf-8") for lang in ("fr", "en")
    )
    for mark in (r"^#+ ", r"^\|", r"^- ", r"^    \S"):
        assert len(re.findall(mark, french, re.M)) == len(re.findall(mark, english, re.M)), mark
    assert verbs(french) == verbs(english)


def verbs(text: str) -> set[tuple[str, ...]]:
    """The commands without their arguments."""
    return {
        tuple(word for word in words(line) if re.fullmatch(r"[.a-z/-]+", word))[:2]
        for line in commands(text)
    }
