"""How hard a ride or a climb is, by the colours beside it: "circuit VTT rouge ou noir"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from catalog.request.facts import Facts
    from catalog.request.marks import Scan

_IN_COLOURS: Final = frozenset({"mtb_route", "mountain_biking", "adventure_park"})
"""What is graded by colours."""
_COLOURS_NEAR: Final = 5
"""How many words beside it the last colour may stand."""


def read_grade(scan: Scan, index: int, facts: Facts) -> None:
    """Fill how hard a ride or a climb is from the colours beside it."""
    if not _IN_COLOURS & set(scan.at(index).terms) or index in scan.denied:
        return
    for side in (1, -1):
        near = scan.clause(range(index, index + _COLOURS_NEAR * side, side))[1:]
        for at in near:
            lone = " " not in scan.at(at).word  # no "via verda"
            levels = scan.beside(at, "level") if lone else set()
            for level in () if at in scan.denied else sorted(levels):
                facts.difficulty.setdefault(level)
                facts.say("difficulty", level, scan.at(at))
            if not (levels or scan.at(at).says("joins") or scan.at(at).says("speech")):
                break
