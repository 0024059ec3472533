"""The report as the letter that a clerk reads: what happened, what is odd, what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.refresh.blocks import Counted, Items, Lines, Table
from catalog.refresh.news import Shown, news, next_steps
from catalog.refresh.state import state

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.refresh.blocks import Block, Section
    from catalog.refresh.report import Report
    from catalog.refresh.wording import Wording

SHOWN: Final = 20
"""Rejected records named in the letter; the JSON report has them all."""

_LETTER: Final = Shown(rejected=SHOWN, others=10, communes=10, tables=False)
_LABEL: Final = 26
_FIGURE: Final = 9


def letter(report: Report, wording: Wording) -> str:
    """The whole report as plain text, without control characters whatever the records held."""
    sections = [*news(report, wording, _LETTER)]
    if report.survey is not None:
        sections += state(report.survey, wording, _LETTER)
    sections.append(next_steps(report, wording))
    return "\n\n".join("\n".join(_section(section)) for section in sections) + "\n"


def _section(section: Section) -> Iterator[str]:
    if section.title is not None:
        yield section.title
    for block in section.blocks:
        yield from _lines(block)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Lines(lines):
            yield from (f"  {line}" for line in lines)
        case Items(items, rest):
            for item in items:
                yield f"  - {item.text}"
                yield from (f"      {line}" for line in item.under)
            if rest:
                yield f"  {rest}"
        case Counted(rows):
            for count, item in rows:
                yield f"  {count:>7}  {item.text}".rstrip()
                yield from (f"           {line}" for line in item.under)
        case Table():
            yield from _table(block)


def _table(table: Table) -> Iterator[str]:
    rows = [table.head, *table.rows] if table.head else list(table.rows)
    first = max((len(row[0]) for row in rows), default=0)
    label = max(_LABEL, min(first, 2 * _LABEL))
    widths = [
        max(_FIGURE, *(len(row[column]) + 2 for row in rows))
        for column in range(1, max(map(len, rows), default=0))
    ]
    for row in rows:
        cells = (f"{cell:>{width}}" for cell, width in zip(row[1:], widths, strict=True))
        yield f"  {row[0]:<{label}}{''.join(cells)}".rstrip()
    if table.rest:
        yield f"  {table.rest}"
