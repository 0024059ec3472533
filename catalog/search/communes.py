"""The communes of one open catalogue by their names: where they are, and which share a name."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from catalog.geo import Point
from catalog.search import codes
from catalog.search.known import Town

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from catalog.search.known import OtherName

_TOWNS_REMEMBERED: Final = 512
_NAMES_REMEMBERED: Final = 2_000
_LAST: Final = "\U0010ffff"
"""Sorts after every letter that a name can hold."""


class Communes:
    """`other_names` tells what else a phrase stands for, `is_held` whether a listing holds a word,
    or one that begins so."""

    def __init__(
        self,
        rows: Callable[..., list[tuple[Any, ...]]],
        other_names: Callable[[Collection[str]], list[OtherName]],
        is_held: Callable[[str, bool], bool],
    ) -> None:
        self._rows = rows
        self._is_held = is_held
        self._other_names = other_names
        self._shared: dict[str, bool] = {}
        self.towns = lru_cache(maxsize=_TOWNS_REMEMBERED)(self._towns)

    def _towns(self, name: str, *, unfinished: bool = False) -> tuple[Town, ...]:
        """The communes of a name, or of which it is another name (or, while it is typed, that
        begin so), largest first. "verfeil 82" is the one in that department."""
        place, _, number = name.rpartition(" ")
        if not (place and number[:1].isdigit()):
            place, number = name, ""
        aliases = [" ".join(n.terms) for n in self._other_names((place,)) if n.how == "alias"]
        words = place.split(" ")
        last = len(words) - 1
        if not aliases and not all(
            self._is_held(word, unfinished and at == last) for at, word in enumerate(words)
        ):
            return ()  # the words of every commune stand in its listings
        others = " OR name = ?" * len(aliases)
        rows = self._rows(
            "SELECT name, title, latitude, longitude, listings, insee FROM search_commune "  # noqa: S608 - marks only
            f"WHERE name >= ? AND name <= ?{others} ORDER BY listings DESC, insee LIMIT 8",
            (place, place + _LAST if unfinished else place, *aliases),
        )
        return tuple(
            Town(found, title, Point(latitude, longitude), listings, department)
            for found, title, latitude, longitude, listings, insee in rows
            if (department := codes.department_of(insee).casefold()).startswith(number)
        )

    def namesakes(self, communes: Collection[str]) -> frozenset[str]:
        """Which of these normalised names several communes of the catalogue bear."""
        unknown = [name for name in communes if name not in self._shared]
        if unknown:
            if len(self._shared) + len(unknown) > _NAMES_REMEMBERED:
                self._shared.clear()
                unknown = list(communes)
            rows = self._rows(
                "SELECT name FROM search_commune WHERE name IN (SELECT value FROM json_each(?)) "
                "GROUP BY name HAVING count(DISTINCT insee) > 1",
                (json.dumps(unknown),),
            )
            self._shared.update(dict.fromkeys(unknown, False), **{name: True for (name,) in rows})
        return frozenset(name for name in communes if self._shared[name])
