"""What this terminal can show, found out before the app exists.

`NO_COLOR` and the console are read once by Textual, in `App.__init__`: choosing a theme later
leaves black on black (textual 8.2.8). The environment is an argument.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping

MIN_COLUMNS: Final = 56
MIN_ROWS: Final = 16
"""Letters of 7 mm at 60 cm on a 15-inch panel (EN 301 549 5.1.4): about 56 x 16 cells."""

_UNSAFE: Final = "TEXTUAL"


class Colours(StrEnum):
    """How many colours are safe to use."""

    NONE = "none"
    SIXTEEN = "16"
    MANY = "256"
    TRUE = "16 million"


@dataclass(frozen=True, slots=True)
class Terminal:
    """The terminal as far as it tells."""

    term: str
    colours: Colours
    columns: int
    rows: int
    interactive: bool
    utf8: bool

    @property
    def console(self) -> bool:
        """Whether only the console theme is safe: sixteen colours or none, a small font."""
        return self.term in {"linux", "vt100", "vt220", "dumb"} or self.colours is Colours.NONE

    @property
    def large_enough(self) -> bool:
        """Whether every screen fits."""
        return self.columns >= MIN_COLUMNS and self.rows >= MIN_ROWS


def look(environ: Mapping[str, str], *, interactive: bool, encoding: str) -> Terminal:
    """Describe the terminal that `environ` and the standard output speak of."""
    size = shutil.get_terminal_size()
    term = environ.get("TERM", "")
    return Terminal(
        term=term,
        colours=_colours(term, environ),
        columns=size.columns,
        rows=size.lines,
        interactive=interactive,
        utf8=encoding.lower().replace("-", "") == "utf8",
    )


def _colours(term: str, environ: Mapping[str, str]) -> Colours:
    if "NO_COLOR" in environ or term in {"dumb", ""}:
        return Colours.NONE
    if environ.get("COLORTERM", "") in {"truecolor", "24bit"}:
        return Colours.TRUE
    return Colours.MANY if "256" in term or "kitty" in term else Colours.SIXTEEN


def scrub(environ: MutableMapping[str, str] = os.environ) -> None:
    """Remove what would change the app from outside: Textual's debugging and replay variables.

    Must run before textual is imported, which reads them at import.
    """
    for name in [name for name in environ if name.startswith(_UNSAFE)]:
        del environ[name]
