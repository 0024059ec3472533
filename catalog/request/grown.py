"""What ages say of who comes: a child of nine, a boy of sixteen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from catalog.request.facts import Facts
    from catalog.request.marks import Scan

_FIRST_TEEN, _LAST_TEEN = 13, 17
_SMALL: Final = frozenset({"kids", "toddler", "baby", "school"})
_BIG: Final = frozenset({"teens", "school"})


def told_by_age(scan: Scan, facts: Facts) -> None:
    """Fill the party with the children and the young that only ages tell: "she's six", "boys of
    15 and 17". A son of sixteen is no child: his age says enough."""
    ages = [int(value[4:]) for value in facts.party if value.startswith("age:")]
    said = [mark for mark in scan.marks if "kids" in mark.all("party")]
    if ages and min(ages) >= _FIRST_TEEN and all(mark.says("offspring") for mark in said):
        facts.party.pop("kids", None)
        if len(ages) == 1 and any(mark.says("offspring") for mark in scan.marks):
            return
    for span in [span for span in facts.spans if span.key == "party"]:
        age = int(span.value[4:]) if span.value.startswith("age:") else _LAST_TEEN + 1
        who = "kids" if age < _FIRST_TEEN else "teens"
        if age <= _LAST_TEEN and not (_SMALL if who == "kids" else _BIG) & facts.party.keys():
            facts.party[who] = None
            facts.spans.append(replace(span, value=who))
