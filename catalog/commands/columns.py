"""Tables of a report on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.refresh import figures

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def columns(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Columns as wide as their widest cell, figures to the right."""
    wide = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    words = [not any(row[at][:1].isdecimal() for row in rows) for at in range(len(heads))]
    for row in (heads, *rows):
        cells = (
            cell.ljust(width) if word else cell.rjust(width)
            for cell, width, word in zip(row, wide, words, strict=True)
        )
        yield "  ".join(cells).rstrip()


def percent(share: float, lang: str) -> str:
    """A share between 0 and 1, as "12,5 %"."""
    return f"{figures.localised(f'{100 * share:.1f}', lang)}\u00a0%"
