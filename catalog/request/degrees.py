"""Degrees that tell the weather: "36 degrees", and where nobody names them "il fait 39", "38 in
the shade"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.request.ages import noun_behind
from catalog.vocabulary.particles import particles_of

if TYPE_CHECKING:
    from catalog.request.facts import Facts
    from catalog.request.marks import Scan

_HOT, _COLD = 28, 5
"""Degrees from which somebody speaks of heat, and of cold."""
_HOTTEST: Final = 48
_FAHRENHEIT: Final = (90, 118)
_BARE: Final = 33
"""Degrees that are told without their name: fewer may as well be hours, people, euros."""
_IT_IS: Final = {
    lang: tuple(" " + said.replace("'", " ") for said in words)
    for lang, words in particles_of("it_is_degrees").items()
}
_OUTDOORS: Final = particles_of("outdoors")
_WHENEVER: Final = particles_of("whenever")
_WORDS: Final = 3


def degrees(scan: Scan, at: int, last: int, value: float, facts: Facts) -> None:
    """Read the weather of so many degrees and use up the words from one mark to another."""
    if value >= _HOT or value <= _COLD:
        facts.one("weather", "hot" if value >= _HOT else "cold", scan.at(at), scan.at(last))
    scan.used |= set(range(at, last + 1))


def bare_degrees(scan: Scan, facts: Facts, value: float, at: int, last: int) -> bool:
    """Read a number without a unit that tells how hot it is; whether it does."""
    if not _is_heat(scan, at, last, value):
        return False
    degrees(scan, at, last, value, facts)
    return True


def _is_heat(scan: Scan, at: int, last: int, value: float) -> bool:
    """Whether a number without a unit tells how hot it is: "38 annoncés demain", "40 a la sombra",
    "it's 100 out"; not "il fait 39 de fièvre"."""
    foreign = scan.lang == "en" and _FAHRENHEIT[0] <= value <= _FAHRENHEIT[1]
    if not (foreign or _HOT <= value <= _HOTTEST):
        return False
    behind = scan.at(last + 1)
    gap = scan.text[scan.at(last).end : behind.start]
    counts = gap.isspace() and noun_behind(scan, last + 1) and "shade" not in behind.terms
    shaded = any("shade" in scan.at(last + step).terms for step in (1, 2, 3))
    if (shaded and not counts) or scan.beside(last + 1, "forecast"):
        return True
    priced = behind.says("each") or (behind.says("for_count") and gap.isspace())
    if value < _BARE or behind.says("of_age") or priced:
        return False
    if behind.word in _OUTDOORS[scan.lang]:
        return True
    words = " ".join(scan.at(at - back).word for back in range(_WORDS, 0, -1))
    if not _WHENEVER[scan.lang].isdisjoint(words.split()):
        return False
    return f" {words}".endswith(_IT_IS[scan.lang]) and not counts
