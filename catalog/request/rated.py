"""How many stars a bed is to have: "hôtel 3 étoiles", nl "driesterrenhotel", "a 4* hotel"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalog.model import Kind
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from collections.abc import Collection

    from catalog.request.marks import Scan

_RATINGS: Final = frozenset(range(1, 6))
_STARS: Final = particles("stars_behind_a_number")
_WRITTEN_TOGETHER: Final = tuple(
    (count, tuple(particles(f"starred_{count}"))) for count in sorted(_RATINGS)
)
_DRAWN: Final = re.compile(r"(?<!\d)([1-5]) ?\*(?!\w)|(?<![*\w])(\*{2,5})(?!\*)")


def stars_asked(scan: Scan, types: Collection[Kind]) -> int | None:
    """The stars that are asked for; None where none are, or no bed is sought."""
    if Kind.LODGING not in types:
        return None
    for index, mark in enumerate(scan.marks):
        if mark.amount in _RATINGS and scan.at(index + 1).word in _STARS:
            scan.used |= {index, index + 1}
            return int(mark.amount or 0)
    if "*" in scan.text and (drawn := _DRAWN.search(scan.text)) is not None:
        return int(drawn[1]) if drawn[1] else len(drawn[2])
    return next(
        (
            count
            for token in scan.tokens
            for count, heads in _WRITTEN_TOGETHER
            if token.word.startswith(heads)
        ),
        None,
    )
