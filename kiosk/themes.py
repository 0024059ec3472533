"""The colours of the house: day, night, strong contrast, and a console with sixteen colours.

None of Textual's own themes keeps 4.5:1 everywhere; these do, and a test measures it on every
rendered cell (7:1 for `contrast`). Stylesheets use the names below only, never a colour. State
is always said in words too: colour only helps to find it.

    paper ink quiet      the page, its text, its lesser text
    bar bar-ink          the title bar
    key key-ink          things to press; `lit` and `lit-ink` when focused
    card                 panels on the page
    accent               titles and marks on the page
    open closed unknown  the state of a place, on page and card
    warn warn-ink        banners
    slip slip-ink        the slip of paper
    far middle near river   the hills of the first page
"""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

NAMES: Final = ("day", "night", "contrast")
"""In the order in which a visitor turns through them."""

_PALETTES: Final[dict[str, dict[str, str]]] = {
    "day": {
        "paper": "#faf5ea",
        "ink": "#2a241c",
        "quiet": "#65594a",
        "bar": "#1d4b4f",
        "bar-ink": "#fdf8ec",
        "key": "#e9dfc9",
        "key-ink": "#2a241c",
        "lit": "#8f3b1b",
        "lit-ink": "#fff8ec",
        "card": "#f2ead8",
        "accent": "#8f3b1b",
        "open": "#1f6136",
        "closed": "#96271f",
        "unknown": "#65594a",
        "warn": "#7d1f18",
        "warn-ink": "#fff4e6",
        "slip": "#fffefa",
        "slip-ink": "#2a241c",
        "far": "#cfe0dc",
        "middle": "#9dbfb4",
        "near": "#5f8f7f",
        "river": "#2f6d73",
    },
    "night": {
        "paper": "#15191b",
        "ink": "#f1e9da",
        "quiet": "#b3a995",
        "bar": "#0e3b40",
        "bar-ink": "#f6efe0",
        "key": "#2a3134",
        "key-ink": "#f1e9da",
        "lit": "#f0b878",
        "lit-ink": "#1a1206",
        "card": "#1e2427",
        "accent": "#f0b878",
        "open": "#8fd6a0",
        "closed": "#ff9d8c",
        "unknown": "#b3a995",
        "warn": "#ffb3a3",
        "warn-ink": "#2b0904",
        "slip": "#f4ecdc",
        "slip-ink": "#1e1a14",
        "far": "#1d3237",
        "middle": "#1a3f40",
        "near": "#1c5049",
        "river": "#23666a",
    },
    "contrast": {
        "paper": "#000000",
        "ink": "#ffffff",
        "quiet": "#e6e6e6",
        "bar": "#000000",
        "bar-ink": "#ffe14d",
        "key": "#1f1f1f",
        "key-ink": "#ffffff",
        "lit": "#ffe14d",
        "lit-ink": "#000000",
        "card": "#000000",
        "accent": "#ffe14d",
        "open": "#7dff9a",
        "closed": "#ffb0a6",
        "unknown": "#e6e6e6",
        "warn": "#ffe14d",
        "warn-ink": "#000000",
        "slip": "#ffffff",
        "slip-ink": "#000000",
        "far": "#000000",
        "middle": "#000000",
        "near": "#1f1f1f",
        "river": "#1f1f1f",
    },
}
_CONSOLE: Final = dict.fromkeys(_PALETTES["day"], "ansi_default")
"""Everything in the console's own two colours: bold and reverse tell things apart, so that
no palette, and no missing one, can make it unreadable."""

_ANSI: Final = {
    "ansi-background": "ansi_black",
    "ansi-foreground": "ansi_white",
    "border-blurred": "ansi_default",
    "input-selection-background": "ansi_default",
    "input-selection-foreground": "ansi_default",
    "screen-selection-background": "ansi_default",
    "screen-selection-foreground": "ansi_default",
}
"""Names that Textual's own stylesheets want of an ansi theme."""

CONSOLE: Final = "console"


def themes() -> list[Theme]:
    """All four, to be registered by the app."""
    return [
        *(_theme(name, palette, ansi=False) for name, palette in _PALETTES.items()),
        _theme(CONSOLE, _CONSOLE, ansi=True),
    ]


def defaults() -> dict[str, str]:
    """The variables, for stylesheets that are read before a theme is chosen."""
    return dict(_PALETTES["day"])


def _theme(name: str, palette: dict[str, str], *, ansi: bool) -> Theme:
    return Theme(
        name=name,
        ansi=ansi,
        dark=name != "day",
        primary=palette["accent"],
        secondary=palette["accent"],
        warning=palette["warn"],
        error=palette["closed"],
        success=palette["open"],
        accent=palette["accent"],
        foreground=palette["ink"],
        background=palette["paper"],
        surface=palette["paper"],
        panel=palette["card"],
        boost=palette["card"],
        text_alpha=1.0,
        variables={
            **palette,
            **(_ANSI if ansi else {}),
            "block-cursor-foreground": palette["lit-ink"],
            "block-cursor-background": palette["lit"],
            "block-cursor-text-style": "reverse" if ansi else "none",
            "input-cursor-background": palette["ink"],
            "input-cursor-foreground": palette["paper"],
            "input-cursor-text-style": "reverse" if ansi else "none",
        },
    )
