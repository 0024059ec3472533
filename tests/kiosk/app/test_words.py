"""No English where a visitor reads, in any language; the registry names what exists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from catalog.vocabulary import gestures
from kiosk import commands, messages
from kiosk.app import KioskApp
from kiosk.commands import COMMANDS, Mode, Where, bindings, on_bar
from kiosk.screens import page as page_module
from kiosk.shelves import SHELVES, terms
from tests.kiosk.app.harness import opened

if TYPE_CHECKING:
    from pathlib import Path

WALK = (
    *((), ("f7",), ("f7", "«penne»"), ("enter",), ("+",), ("f3",), ("delete",), ("u", "p")),
    *(("p",), ("escape", "m"), ("f1",), ("f2",), ("f4",), ("escape", "1"), ("«qqqzzz»",)),
)

PLACEHOLDER = re.compile(r"(%\(\w+\)s|%%)")
LETTERS = str.maketrans({chr(97 + n): chr(0x430 + n) for n in range(26)})
"""Each message in other letters: what is still Latin on the screen was never translated."""


def pseudo(message: str) -> str:
    parts = PLACEHOLDER.split(message)
    return "".join(
        part if n % 2 else part.lower().translate(LETTERS) for n, part in enumerate(parts)
    )


@pytest.mark.parametrize("mode", list(Mode), ids=str)
async def test_every_sentence_is_translated(
    catalogue: Path, mode: Mode, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "pseudo", pseudo)
    async with opened(catalogue, size=(120, 40), mode=mode, screen_lang="xx") as kiosk:
        guide = kiosk.app.post.guide
        assert guide is not None
        facts = " ".join(str(listing) for listing in guide.catalogue.all())
        facts += f"{kiosk.app.post.config} {KNOWN} {[each.text for each in gestures()]}"
        walk: tuple[tuple[str, ...], ...] = WALK
        if mode is Mode.COUNTER:
            walk = ((), ("«penne»", "enter", "1"), ("enter",), ("escape", "f8"), ("f1",))
        else:
            kiosk.app.post.session.lang = "xx"
            kiosk.app.go(Where.FIND)
            await kiosk.pilot.pause()
        for keys in walk:
            await kiosk.press(*keys)
            found = [word for word in re.findall(r"[A-Za-z]{3,}", kiosk.text) if word not in facts]
            assert found == [], kiosk.page


# Names of languages are in themselves; Babel writes the dates of "xx" in English.
KNOWN = (
    "Ctrl Français English Deutsch Español Italiano Nederlands Occitan Català qqqzzz "
    "May September July Thursday Friday Saturday Tuesday Monday Wednesday Sunday French "
)


@pytest.mark.parametrize("where", list(Where), ids=str)
def test_each_key_means_one_thing_on_a_screen(where: Where) -> None:
    for mode in Mode:
        keys = [
            key
            for command in COMMANDS
            if command.bound and command.stands(where, mode)
            for key in command.keys
        ]
        assert len(keys) == len(set(keys))


def test_every_command_has_its_action() -> None:
    for command in COMMANDS:
        target, _, call = command.action.rpartition(".")
        name = f"action_{call.partition('(')[0]}"
        if target == "app":
            assert hasattr(KioskApp, name), name
        else:
            for where in command.where:
                screen = _screen(where)
                assert hasattr(screen, name), (where, name)


def _screen(where: Where) -> type[page_module.Page]:
    from importlib import import_module

    module = import_module(f"kiosk.screens.{where}")
    return next(
        kind
        for kind in vars(module).values()
        if isinstance(kind, type)
        and issubclass(kind, page_module.Page)
        and kind.__dict__.get("WHERE") is where
    )


def test_the_bar_keeps_the_order_of_ranks() -> None:
    bar = on_bar(Where.LISTING, Mode.VISITOR)
    assert [command.bar for command in bar] == sorted(command.bar or 0 for command in bar)
    assert bar[0].action == "screen.take"


def test_the_app_binds_nothing_that_the_registry_does_not_know() -> None:
    known = {key for command in COMMANDS for key in command.keys}
    bound = {key for where in Where for binding in bindings(where) for key in [binding.key]}
    assert bound <= known
    assert {commands.cap(key) for key in known} >= {"Esc", "F1", "Ctrl+Q", "+"}


def test_shelves_hold_their_narrower_concepts() -> None:
    assert {"museum", "interpretation_centre"} <= terms("rain")
    assert terms("walks") == frozenset()
    assert len(SHELVES) == 9
