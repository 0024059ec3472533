"""Codes: what a listing is and where it lies, as tokens of the same full-text index as words.

One MATCH then intersects words, concepts, kinds and neighbourhood at the speed of posting
lists. A code starts with a sign that folding removes from every text, so that no typed word
can ever collide with one.
"""

from __future__ import annotations

from functools import lru_cache
from math import floor
from typing import TYPE_CHECKING, Final

from catalog.model import TermId

if TYPE_CHECKING:
    from catalog.geo import Point
    from catalog.model import Kind

CELLS: Final = (0.02, 0.1, 0.5, 2.5)
"""Sides of the squares of the neighbourhood index, in degrees (2 km to 280 km)."""


_KM_PER_DEGREE: Final = 55.0
"""Of longitude at 60°, less than anywhere in Europe south of Oslo."""

_SHIFT: Final = 0x2800
_SIGNS: Final = {code: code + _SHIFT for code in range(0x80) if not chr(code).isalnum()}
"""The tokenizer ends a word at an ASCII sign; terms have some (`picnic_area`, `kb:Wifi`)."""
_SIGNS_BACK: Final = {shifted: code for code, shifted in _SIGNS.items()}


@lru_cache(maxsize=4_096)
def concept(term: TermId) -> str:
    """The code of a concept or of a source's own term."""
    return "§" + term.translate(_SIGNS)


@lru_cache(maxsize=4_096)
def term(code: str) -> str:
    """The concept or term of a code."""
    return code.removeprefix("‡").removeprefix("§").translate(_SIGNS_BACK)


SETTLEMENTS: Final = frozenset((concept(TermId("village")), concept(TermId("town"))))
"""The codes of what a commune itself may be."""


def kind(value: Kind) -> str:
    """The code of a kind of listing."""
    return f"¶{value}"


def cell(level: int, row: int, column: int) -> str:
    """The code of one square of `CELLS[level]`."""
    return f"¤{level}n{row}e{column}".replace("-", "m")


def square(point: Point, level: int) -> tuple[int, int]:
    """Row and column of the square of `CELLS[level]` that holds a point."""
    side = CELLS[level]
    return floor(point.latitude / side), floor(point.longitude / side)


def cells(point: Point) -> list[str]:
    """The squares that hold a point, one per level."""
    return [cell(level, *square(point, level)) for level in range(len(CELLS))]


def covering(radius_km: float | None) -> int | None:
    """The level of `CELLS` at which `around` surely holds a circle, up to 60° of latitude; None
    where there is none."""
    if radius_km is None:
        return None
    sides = (side * _KM_PER_DEGREE for side in CELLS)
    return next((level for level, km in enumerate(sides) if km >= radius_km), None)


def around(point: Point, level: int) -> list[str]:
    """The square of a point and its eight neighbours."""
    row, column = square(point, level)
    return [cell(level, row + down, column + right) for down in (-1, 0, 1) for right in (-1, 0, 1)]


def fact(name: str) -> str:
    """The code of something a source states: `dogs`, `free`, `wheelchair`, `spoken_en`."""
    return "†" + name.translate(_SIGNS)


def department(number: str) -> str:
    """The code of a department ("81", "2a", "974")."""
    return f"‡{number.casefold()}"


def department_number(code: str) -> str:
    """The number of the department of a code; "" for any other code."""
    return code[1:].upper() if code.startswith("‡") else ""


def department_of(insee: str) -> str:
    """The department of a commune's official code."""
    return insee[:3] if insee[:2] in {"97", "98"} else insee[:2]
