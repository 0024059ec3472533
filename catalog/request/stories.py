"""Amounts that tell what was and limit nothing: how far somebody has come, how long they waited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.vocabulary.beside import beside

if TYPE_CHECKING:
    from catalog.request.marks import Scan

_LEAST_KM: Final = 0.03
"""Shorter than this is how high a van is, no way to go."""
_TOLD_NEAR: Final = 4
"""How many words before a distance may tell that it is a story: "on a roulé hier 600 km"."""
_LENGTH_NEAR: Final = 5
"""The same of a length of time, on both sides: "we waited in the rain for two hours"."""


def is_story(scan: Scan, at: int, last: int, km: float) -> bool:
    """Whether a distance says what was, what is or how high, and limits nothing: "we drove 600
    km", "nous dormons à 3 km de Najac", "300 m de dénivelé", "Cordes est à 25 km"."""
    metres = "m" in scan.at(last).all("unit")
    if metres and (km < _LEAST_KM or scan.at(last + 1).says("climb")):
        return True
    before = [
        mark
        for back in range(1, _TOLD_NEAR + 1)
        if "," not in scan.text[(mark := scan.at(at - back)).end : scan.at(at).start]
    ]
    if metres and any(mark.says("climb") for mark in before[:2]):
        return True
    if any(mark.says("around") or mark.says("within") for mark in before[:1]):
        return False
    if scan.at(last + 1).says("behind_us") or any(mark.says("after") for mark in before[:1]):
        return True
    for further, mark in enumerate(before, 1):
        noun = mark.all("asks") and not scan.at(at - further - 1).says("have")
        if (mark.says("told") and not noun) or mark.says("day") == "yesterday":
            return True  # it "abbiamo percorso", not "un percorso di 30 km"
        if mark.place is not None:
            return False
        if mark.says("lies") and not mark.says("which"):
            return further < len(before) and not before[further].says("which")
    return False


def was_long(scan: Scan, at: int, last: int) -> bool:
    """Whether the length of time from `at` to `last` is over: "on a attendu deux heures", "seit
    zwei Stunden", "20 minutes late", "we rode 5 hours yesterday"."""
    if {"d", "week", "n"}.intersection(scan.at(last).all("unit")) and scan.at(at - 1).says("after"):
        return True  # "after three days of rain"
    said = beside().get(f"{scan.at(at - 2).word} {scan.at(at - 1).word}", ())
    since = any(meaning.group == "since_length" for meaning in said)  # "ça fait"
    if since or any(scan.beside(index, "since_length") for index in (at - 1, at - 2)):
        return True
    too = last + 1 if scan.at(last + 1).says("place_prep") else last + 2  # "zu spät"
    if any("behind" in scan.beside(index, "was_long") for index in (last + 1, too)):
        return True
    near = (
        *scan.clause(range(at, at - 1 - _LENGTH_NEAR, -1)),
        *scan.clause(range(last, last + 1 + _LENGTH_NEAR)),
    )
    days = [scan.at(index).says("day") for index in near]
    if "yesterday" in days and not {"today", "tomorrow", "now"} & {*days}:
        return True
    return any("told" in scan.beside(index, "was_long") for index in near)
