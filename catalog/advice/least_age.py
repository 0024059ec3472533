"""From which age on something is done, where the catalogue says so in words: no field has it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from catalog.advice.holding import reason
from catalog.advice.model import Caution
from catalog.model import Kind, TermId
from catalog.vocabulary.stated import pattern_of

if TYPE_CHECKING:
    from catalog.advice.company import Findings
    from catalog.model import Listing, Localized
    from catalog.request import Request

_FROM: Final = re.compile(
    rf"{pattern_of('least_age')}\s+(\d{{1,2}})\s*{pattern_of('years')}\b", re.I
)
_HARD: Final = frozenset(
    map(
        TermId,
        (
            *("climbing", "canoeing", "rafting", "via_ferrata", "caving", "canyoning"),
            *("adventure_park", "surfing", "paragliding", "diving", "horse_riding"),
            *("karting", "segway", "paintball"),
        ),
    )
)
"""What is hardly ever for the smallest: that nobody says from which age on is worth a word."""
_CHILD: Final = 12
_FIELDS: Final = ("summary", "practical", "description")


def least_age_told(listing: Listing, request: Request, found: Findings) -> None:
    """Beside the age of the youngest that was told: the least age that the catalogue states, or
    that it states none."""
    ages = [int(who.removeprefix("age:")) for who in request.party if who.startswith("age:")]
    if listing.kind is not Kind.ACTIVITY or not ages or min(ages) > _CHILD:
        return
    limit = f"party:age:{min(ages)}"
    for field in _FIELDS:
        least = _least(getattr(listing, field))
        if least is not None and least > min(ages):
            found.against.append(Caution("age", str(least), limit=limit))
            return
        if least is not None:
            found.reasons.append(reason(listing, field, str(least), "age"))
            return
    if not _HARD.isdisjoint(listing.concepts):
        found.cautions.append(Caution("age", "unknown", limit=limit))


@lru_cache(maxsize=2_000)
def _least(text: Localized) -> int | None:
    """The least age in a text; of several things that are done there, that of the easiest."""
    ages = (int(each[1]) for one in text.texts for each in _FROM.finditer(one.text))
    return min(ages, default=None)
