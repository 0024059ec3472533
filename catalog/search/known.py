"""What the lexicon tells of a word or a phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.geo import Point
    from catalog.model import TermId

MAX_SPELLINGS: Final = 14


class Neighbour(Struct, frozen=True, eq=False, gc=False):
    """A known word (or, with `beginning`, the first letters of some) close to a typed one."""

    word: str
    listings: int
    errors: int
    first_letter: bool
    beginning: bool = False
    by_sound: bool = False


class Meaning(Struct, frozen=True, eq=False, gc=False):
    """A concept that a phrase names. `spelt`: the phrase with its accents; `complete`: how much
    of it is typed, 0 to 1."""

    phrase: str
    lang: str
    code: str
    term: TermId
    weight: float
    spelt: str
    complete: float = 1.0


class Town(Struct, frozen=True, eq=False, gc=False):
    """A commune that has listings."""

    name: str
    title: str
    point: Point
    listings: int
    department: str


class OtherName(Struct, frozen=True, eq=False, gc=False):
    """What a phrase also stands for: the words of a place, or the code of a department.
    `how`: `alias`, `abbreviation` or `department`."""

    phrase: str
    how: str
    terms: tuple[str, ...]


def closest(found: Iterable[Neighbour]) -> tuple[Neighbour, ...]:
    """The nearest to what was typed, then those of most listings."""
    ordered = sorted(found, key=lambda n: (n.errors, not n.first_letter, -n.listings, n.word))
    return tuple(ordered[:MAX_SPELLINGS])
