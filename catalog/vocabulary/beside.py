"""Words that tell a time only beside another word of one (`data/beside.ini`): short weekdays and
months, ordinals."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from catalog.vocabulary.asking import Meaning, spoken
from catalog.vocabulary.files import DATA

if TYPE_CHECKING:
    from collections.abc import Mapping

WEEKDAYS: Final = frozenset({"mon", "tue", "wed", "thu", "fri", "sat", "sun"})


@cache
def beside() -> Mapping[str, tuple[Meaning, ...]]:
    """The folded words with their meanings of the groups `weekday` and `weekday_dated`
    (mon…sun), `month` (01…12), `nth` (1…31) and `nth_year` (of a birthday). Raises Unreadable
    when the data file is broken."""
    return spoken(DATA / "beside.ini")


@cache
def opening() -> frozenset[str]:
    """The first words of them: most questions hold none."""
    return frozenset(said.partition(" ")[0] for said in beside())
