"""One action of the registry: its key, label, help, and where it stands; what keys are called."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kiosk.i18n import N_


class Mode(StrEnum):
    """Who the app is made for."""

    VISITOR = "visitor"
    COUNTER = "counter"


class Where(StrEnum):
    """The screens, as commands and navigation name them."""

    ANYWHERE = "anywhere"
    ATTRACT = "attract"
    FIND = "find"
    CHAT = "chat"
    LISTING = "listing"
    BASKET = "basket"
    SLIP = "slip"
    CONFIRM = "confirm"
    OUTCOME = "outcome"
    LANGUAGE = "language"
    HELP = "help"
    COUNTER = "counter"
    NOTICE = "notice"
    NOTICES = "notices"


BOTH: Final = frozenset(Mode)
VISITOR: Final = frozenset({Mode.VISITOR})
COUNTER: Final = frozenset({Mode.COUNTER})


@dataclass(frozen=True, slots=True)
class Command:
    """One action. `keys[0]` is the key shown; `action` is Textual's action string.

    `bar`: its rank on the bar of keys, None when only the help page names it. Lower ranks keep
    their label longest when the screen is narrow.
    """

    action: str
    keys: tuple[str, ...]
    label: str
    help: str
    where: tuple[Where, ...] = (Where.ANYWHERE,)
    modes: frozenset[Mode] = BOTH
    bar: int | None = None
    bound: bool = True

    def stands(self, where: Where, mode: Mode) -> bool:
        """Whether the command exists on this screen in this mode."""
        return mode in self.modes and (where in self.where or Where.ANYWHERE in self.where)


KEY_CAPS: Final = {
    "escape": "Esc",
    "backspace": "←",
    # Translators: the Enter key, as it is written on keyboards
    "enter": N_("Enter"),
    # Translators: the space bar
    "space": N_("Space"),
    # Translators: the Delete key, as it is written on keyboards
    "delete": N_("Del"),
    "exclamation_mark": "!",
    "plus": "+",
    "minus": "-",
    "up": "↑",
    "down": "↓",
    "right": "→",
    # Translators: the Page Up key, as it is written on keyboards
    "pageup": N_("PgUp"),
    # Translators: the Page Down key, as it is written on keyboards
    "pagedown": N_("PgDn"),
}


def cap(key: str) -> str:
    """What is written on the key: "Esc", "F1", "P". A msgid where languages differ."""
    return KEY_CAPS.get(key) or key.replace("ctrl+", "Ctrl+").upper().replace("CTRL", "Ctrl")


_DIGITS: Final = {str(number): number for number in range(1, 10)}


def digit(character: str | None) -> int:
    """The digit 1 to 9 that a key types; 0 for any other key, such as the "²" of French
    keyboards, which Python calls a digit too."""
    return _DIGITS.get(character or "", 0)
