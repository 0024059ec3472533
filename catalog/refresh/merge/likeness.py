"""Are two listings of different sources one place? Names, communes, distance and dates say so.

Sure is what shares the producer's own id, or a name and a spot of 200 m in one commune. What is
only probable is never joined: a person decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from rapidfuzz.fuzz import token_sort_ratio

from catalog.geo import Point, distance_km
from catalog.model import Kind, MonthDay
from catalog.search.function_words import FUNCTION_WORDS
from catalog.text import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.model import Listing, Period

SAME_SPOT_M: Final = 200
"""Two databases place one museum at its door and on its roof: seldom farther apart."""
NEAR_M: Final = 500
ASTRAY_M: Final = 5_000
"""Records of one id farther apart than this: one of them has a wrong position, or a wrong id."""
SAME_NAME: Final = 92.0
LIKE_NAME: Final = 78.0
SOMEHOW_ALIKE: Final = 60.0
"""Names less alike than this are not looked at; with one phone, more alike is worth a look."""
_NUMBER: Final = re.compile(r"\b(?:\d+|[a-z]|[ivx]{2,})\b")


class Likeness(StrEnum):
    """What a pair is."""

    SAME = "same"
    DOUBTFUL = "doubtful"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`score` from 0 to 100; `why` a key for the report."""

    likeness: Likeness
    score: float = 0.0
    why: str = ""


OTHER: Final = Verdict(Likeness.OTHER)


def core(name: str, commune: str | None) -> str:
    """What tells a name from others: folded, without small words and without the commune, where
    anything is left. "Office de Tourisme de Carmaux" → "office tourisme"."""
    town = frozenset(words(commune or ""))
    every = words(name)
    telling = [word for word in every if word not in FUNCTION_WORDS and word not in town]
    return " ".join(telling or every)


def resemblance(a: str, b: str) -> float:
    """How alike two cores are, 0 to 100; "Gîte 1" and "Gîte 2" are not, nor are "Chambre A" and
    "Chambre B"."""
    if set(_NUMBER.findall(a)) != set(_NUMBER.findall(b)):
        return 0.0
    return float(token_sort_ratio(a, b))


def metres(a: Listing, b: Listing) -> int:
    """How far apart."""
    points = (Point(each.place.latitude, each.place.longitude) for each in (a, b))
    return round(1000 * distance_km(*points))


def judge(a: Listing, b: Listing, *, shared_id: bool = False) -> Verdict:
    """Whether two listings are one. `shared_id`: both name the same producer's record or the
    same Wikidata item."""
    if not _may_be_one(a, b):
        return OTHER
    apart = metres(a, b)
    alike = resemblance(_core(a), _core(b))
    if shared_id:
        if apart <= ASTRAY_M or alike >= SAME_NAME:
            return Verdict(Likeness.SAME, 100.0, "same_id")
        return Verdict(Likeness.DOUBTFUL, max(alike, 50.0), "same_id_far_apart")
    communes = (a.place.insee, b.place.insee)
    one_commune = None in communes or communes[0] == communes[1]
    if alike >= SAME_NAME and apart <= SAME_SPOT_M and one_commune:
        return Verdict(Likeness.SAME, alike, "name_and_place")
    if alike >= SAME_NAME and one_commune and (apart <= NEAR_M or None not in communes):
        return Verdict(Likeness.DOUBTFUL, alike, "same_name_farther_apart")
    if alike >= LIKE_NAME and apart <= NEAR_M:
        return Verdict(Likeness.DOUBTFUL, alike, "like_name_near")
    if apart <= SAME_SPOT_M and alike >= SOMEHOW_ALIKE and _phones(a) & _phones(b):
        return Verdict(Likeness.DOUBTFUL, max(alike, LIKE_NAME), "same_phone")
    return OTHER


def _core(listing: Listing) -> str:
    name = listing.name.best("fr")
    return core(name.text, listing.place.commune) if name else ""


def _may_be_one(a: Listing, b: Listing) -> bool:
    """Kinds that can be one thing; events that can be one occasion."""
    if not set(a.kinds) & set(b.kinds):
        return False
    if Kind.EVENT in (a.kind, b.kind):
        return _days_meet(a.dates, b.dates)
    return True


def _days_meet(a: Sequence[Period], b: Sequence[Period]) -> bool:
    """Whether two events have a day in common, as far as it is known."""
    if not a or not b:
        return True
    return any(_overlap(one, other) for one in a for other in b)


def _overlap(a: Period, b: Period) -> bool:
    """Seasons of every year overlap with anything: their years are not stated."""
    if any(isinstance(bound, MonthDay) for p in (a, b) for bound in (p.start, p.end)):
        return True
    (start, end), (other_start, other_end) = (
        (p.start or date.min, p.end or date.max) for p in (a, b)
    )
    return start <= other_end and other_start <= end  # type: ignore[operator]  # dates, as seen


def _phones(listing: Listing) -> set[str]:
    return {phone for contact in listing.contacts for phone in contact.phones}
