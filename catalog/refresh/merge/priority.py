"""Which source is believed first where several speak of one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

ORDER: Final = (
    "overlay",
    "house",
    "apidae",
    "tourinsoft",
    "datatourisme",
    "geotrek",
    "randonnee",
    "lei",
    "openagenda",
    "ical",
    "opendatasoft",
    "sheet",
    "market",
    "osm",
    "track",
)
"""By reader: the office's own word, then the databases that the office fills itself, then what
is copied from them, then what others keep; a measured track last, for it states no intention."""


class Ranks:
    """A number for each source of a refresh, 0 believed first; each source has its own.

    `order`: names of sources or of readers, from `kiosk.toml`; those that it does not name
    follow in ORDER, then in the order in which they are met.
    """

    def __init__(self, order: Sequence[str] = ()) -> None:
        self._order = (*order, *(name for name in ORDER if name not in order))
        self._ranks: dict[str, int] = {}

    def of(self, source: str, reader: str) -> int:
        """The rank of a source, by its own name or that of its reader."""
        known = self._ranks.get(source)
        if known is None:
            places = [self._order.index(name) for name in (source, reader) if name in self._order]
            place = min(places, default=len(self._order))
            known = self._ranks[source] = place * 10_000 + len(self._ranks)
        return known
