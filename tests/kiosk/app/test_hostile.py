"""Catalogue text that would like to be markup or terminal commands, on every screen."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from pathlib import Path

import pytest

from catalog.model import Contact, Kind, Listing, Localized, Text
from kiosk.commands import Mode
from kiosk.widgets.plain import marked, plain
from tests.kiosk.app import stock
from tests.kiosk.app.harness import opened

ROOT = Path(__file__).resolve().parents[3]
MARKUP = "[/] [@click=app.quit]Fermé[/] [du jour] [bold red]$paper\\["
ESCAPES = "\x1b]52;c;c2VjcmV0\x07\x1b[2J\x9b31mrouge\u202etxet\u202c\u200b"


def hostile() -> list[Listing]:
    """The small catalogue, every text of it made hostile."""
    found = []
    for number, listing in enumerate(stock.LISTINGS):
        nasty = Localized((Text("fr", f"Aaa {MARKUP}{ESCAPES}{number}"),))
        place = replace(listing.place, commune=f"Ville {MARKUP}", street=(MARKUP + ESCAPES,))
        contact = Contact(websites=(f"https://x/{MARKUP}",), emails=(MARKUP,))
        source = replace(listing.sources[0], publisher=MARKUP, licence=ESCAPES + MARKUP)
        found.append(
            replace(
                listing,
                name=nasty,
                summary=nasty,
                description=nasty,
                practical=nasty,
                place=place,
                contacts=(contact,),
                sources=(source,),
            )
        )
    return found


@pytest.mark.parametrize("mode", list(Mode), ids=str)
async def test_hostile_texts_are_letters_everywhere(tmp_path: Path, mode: Mode) -> None:
    path = stock.build(tmp_path / "catalogue.sqlite", hostile())
    keys = (
        (("2",), ("«aaa»",), ("enter",), ("+",), ("f3",), ("p",), ("m",), ("f1",))
        if mode is Mode.VISITOR
        else (("«aaa»",), ("enter", "1"), ("enter",), ("escape", "f8"))
    )
    async with opened(path, size=(120, 40), mode=mode) as kiosk:
        seen = kiosk.text
        for step in keys:
            await kiosk.press(*step)
            seen += kiosk.text
            for strip in kiosk.app.screen._compositor.render_strips():
                assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e]", strip.text)
                for segment in strip:
                    assert not (segment.style and (segment.style.link or segment.style.meta.get(
                        "@click")))  # fmt: skip
        assert "[/] [@click=app.quit]Fermé" in seen
        assert "[du jour]" in seen
        assert kiosk.app.is_running


async def test_a_hostile_question_is_letters(catalogue: Path) -> None:
    async with opened(catalogue) as kiosk:
        await kiosk.press("2", "«[/] [@click=app.quit]x»")
        assert "[/] [@click=app.quit]x" in kiosk.text
        assert kiosk.app.is_running


def test_plain_is_letter_for_letter() -> None:
    assert plain(MARKUP).plain == MARKUP
    assert plain(ESCAPES).plain == "rougetxet"


def test_marks_are_of_the_text_as_it_is_shown() -> None:
    content = marked("[b]Œuvre[/b]", [(3, 8)])
    assert content.plain == "[b]Œuvre[/b]"
    assert [(span.start, span.end) for span in content.spans] == [(3, 8)]
    assert marked(ESCAPES, [(0, 4)]).spans == []


WIDGETS = {"Static", "Label", "Button", "Option", "Checkbox", "Collapsible"}


@pytest.mark.parametrize(
    "path",
    sorted((ROOT / "kiosk").glob("screens/*.py")) + sorted((ROOT / "kiosk").glob("widgets/*.py")),
    ids=lambda path: path.stem,
)
def test_no_widget_is_made_of_a_bare_string(path: Path) -> None:
    """Static and its like parse a str as markup: only with markup=False, and no text at birth;
    `update` takes Content."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name in WIDGETS - {"Option"}:
            flags = {keyword.arg: keyword.value for keyword in node.keywords}
            assert not node.args, f"{path.name}:{node.lineno}"
            assert isinstance(flags.get("markup"), ast.Constant), f"{path.name}:{node.lineno}"
        if name in {"update", "Option"} and node.args:
            first = node.args[0]
            bare = isinstance(first, ast.JoinedStr) or (
                isinstance(first, ast.Constant) and bool(first.value)
            )
            assert not bare, f"{path.name}:{node.lineno}"


def test_kinds_are_all_hostile() -> None:
    assert {listing.kind for listing in hostile()} >= {Kind.ATTRACTION, Kind.EVENT, Kind.SERVICE}
