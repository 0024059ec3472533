"""What ages say of who comes: a child of nine, a boy of sixteen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from catalog.request.facts import Facts
    from catalog.request.marks import Scan

_FIRST_TEEN, _LAST_TEEN = 13, 17
_SAID: Final = {
    "kids": frozenset({"kids", "toddler", "baby", "school"}),
    "teens": frozenset({"teens", "school"}),
}
"""What says it already."""


def told_by_age(scan: Scan, facts: Facts) -> None:
    """Fill the party with the children and the young that only ages tell: "she's six",
    "boys of 15 and 17". A son of sixteen is no child: his age says enough."""
    ages = [int(value[4:]) for value in facts.party if value.startswith("age:")]
    said = [mark for mark in scan.marks if "kids" in mark.all("party")]
    if ages and min(ages) >= _FIRST_TEEN and all(mark.says("offspring") for mark in said):
        facts.party.pop("kids", None)
        if len(ages) == 1 and any(mark.says("offspring") for mark in scan.marks):
            return
    for span in [span for span in facts.spans if span.value.startswith("age:")]:
        who = _called(int(span.value[4:]))
        if who is not None and not _SAID[who] & facts.party.keys():
            facts.party[who] = None
            facts.spans.append(replace(span, value=who))


def _called(age: int) -> str | None:
    """Who is of an age, where a word of the party is for them."""
    if age < _FIRST_TEEN:
        return "kids"
    return "teens" if age <= _LAST_TEEN else None
