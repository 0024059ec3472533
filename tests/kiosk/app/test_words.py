"""No English where a visitor reads, in any language; the registry names what exists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from kiosk import commands
from kiosk.app import KioskApp
from kiosk.commands import COMMANDS, Mode, Where, bindings, on_bar
from kiosk.screens import page as page_module
from kiosk.shelves import SHELVES, terms
from tests.kiosk.app.harness import opened

if TYPE_CHECKING:
    from pathlib import Path

WALK = ((), ("f7",), ("f7", "«penne»"), ("enter",), ("+",), ("f3",), ("delete",), ("u", "p"),
        ("p",), ("escape", "m"), ("f1",), ("f2",), ("f4",), ("escape", "1"), ("«qqqzzz»",))  # fmt: skip

OURS = re.compile(r"[^\W\d_]{4,}")


def bare(text: str, known: str) -> list[str]:
    """Words of the screen that are neither marked as translated nor catalogue or configuration."""
    return [word for word in OURS.findall(text) if word.isascii() and word not in known]


@pytest.mark.parametrize("mode", list(Mode), ids=str)
async def test_every_sentence_is_translated(catalogue: Path, mode: Mode) -> None:
    """The pseudo-locale marks every message: an English word without its mark was never sent
    through the translator."""
    async with opened(catalogue, size=(120, 40), mode=mode, screen_lang="xx") as kiosk:
        library = kiosk.app.post.library
        assert library is not None
        facts = " ".join(str(listing) for listing in library.catalogue.all())
        facts += str(kiosk.app.post.config) + "Enter Space Ctrl Français English Deutsch Español"
        facts += "Italiano Nederlands Occitan Català penne qqqzzz"
        walk = WALK if mode is Mode.VISITOR else ((), ("«penne»", "enter", "1"), ("f1",))
        if mode is Mode.VISITOR:
            kiosk.app.post.session.lang = "xx"
            kiosk.app.go(Where.FIND)
            await kiosk.pilot.pause()
        for keys in walk:
            await kiosk.press(*keys)
            assert bare(kiosk.text, facts) == [], kiosk.page


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
