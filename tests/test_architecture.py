"""The house keeps its shape: sizes of files, what a start loads, what may never be imported."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("catalog", "kiosk", "tests")
SOURCES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
MAX_FILE = 400
MAX_FUNCTION = 60
MAX_TEST_FILE = 700


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("package", PACKAGES)
def test_a_file_is_one_idea_long(package: str) -> None:
    most = MAX_TEST_FILE if package == "tests" else MAX_FILE
    long = [
        f"{name_of(path)}: {lines} lines"
        for path in SOURCES
        if package == path.relative_to(ROOT).parts[0]
        and (lines := path.read_text("utf-8").count("\n")) > most
    ]
    assert not long, "\n".join(long)


@pytest.mark.parametrize("package", PACKAGES)
def test_a_function_fits_a_screen(package: str) -> None:
    long = [
        f"{name_of(path)}: {node.name}: {node.end_lineno - node.lineno + 1} lines"
        for path in SOURCES
        if package == path.relative_to(ROOT).parts[0]
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno + 1 > MAX_FUNCTION
    ]
    assert not long, "\n".join(long)


def test_every_module_says_what_it_is() -> None:
    silent = [
        name_of(path)
        for path in SOURCES
        if "tests" not in path.parts
        and ast.get_docstring(ast.parse(path.read_text("utf-8"))) is None
    ]
    assert not silent


def test_the_map_tells_what_each_file_of_the_reader_owns() -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    told = page.split("### How a question is read")[1].split("\n## ")[0].split("\n### ")[0]
    assert _mapped(told) == _files_of("request")


def test_the_map_tells_what_each_file_of_the_advice_owns() -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    told = page.split("### How an answer is made")[1].split("\n## ")[0].split("\n### ")[0]
    assert _mapped(told) == _files_of("advice")


def _mapped(lines: str) -> list[str]:
    names = (line[4:21] for line in lines.splitlines() if line.startswith("    "))
    return sorted(name for each in names for name in each.split())


def _files_of(package: str) -> list[str]:
    return sorted(path.stem for path in (ROOT / "catalog" / package).glob("[!_]*.py"))


HEAVY = ("sqlite_utils", "phonenumbers", "escpos", "PIL", "typst", "holidays", "hypothesis")
"""What a kiosk must not load before its first screen."""


def test_the_kiosk_starts_without_what_it_may_never_need() -> None:
    """In a process of its own: an import graph cannot prove that an import is deferred."""
    script = "import sys, kiosk.app; print([m for m in sys.argv[1:] if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", script, *HEAVY, "catalog.refresh", "catalog.sources"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert done.stdout.strip() == "[]"


def test_no_stock_header_or_footer() -> None:
    """They leak a few objects each time a screen is shown; a kiosk shows screens for weeks."""
    stock = [
        f"{name_of(path)}: {alias.name}"
        for path in SOURCES
        if "kiosk" in path.parts
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual")
        for alias in node.names
        if alias.name in {"Header", "Footer", "ListView"}
    ]
    assert not stock, "\n".join(stock)
