"""The colours in which tracks are graded, and what is graded so (`data/tracks.ini`)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from catalog.vocabulary.asking import Meaning, spoken
from catalog.vocabulary.files import DATA

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def tracks() -> Mapping[str, tuple[Meaning, ...]]:
    """The folded words with their meanings of the groups `colour` (easy, hard) and `track`
    (track, ridden). Raises Unreadable when the data file is broken."""
    return spoken(DATA / "tracks.ini")
