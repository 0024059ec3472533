"""The slip as plain text, for the preview, the outbox and a terminal without pictures.

Columns are terminal cells. 32, 42 and 48 are those of receipt printers; any width from 24 on
works. Rules are ASCII, so that the text survives any terminal and any printer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kiosk.slip.cells import width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.slip.document import SlipDocument, Suggestion

MIN_COLUMNS: Final = 24

HOURS_APART: Final = 40
"""Columns from which a planned day has a column for its hours."""

CENTIMETRES_A_LINE: Final = 0.36
"""Of the receipt that `paper` draws, averaged over slips of one to six places."""

_INDENT: Final = "  "


def render(document: SlipDocument, columns: int) -> str:
    """The whole slip, each line at most `columns` cells, ending with a line feed.

    Raises ValueError below `MIN_COLUMNS`.
    """
    if columns < MIN_COLUMNS:
        raise ValueError(f"a slip needs {MIN_COLUMNS} columns, not {columns}")
    blocks = [list(block) for block in _blocks(document, columns)]
    rule = "-" * columns
    lines: list[str] = []
    for block in blocks:
        if block:
            lines += [rule, *block] if lines else block
    return "\n".join(line.rstrip() for line in lines) + "\n"


def centimetres(document: SlipDocument, columns: int) -> float:
    """About how long the receipt will be, for a preview before it is drawn.

    `paper.receipt` measures the drawn one, which is also the one that is shortened to fit.
    """
    return render(document, columns).count("\n") * CENTIMETRES_A_LINE


def _blocks(document: SlipDocument, columns: int) -> Iterator[Iterator[str]]:
    headings = document.headings
    yield _letterhead(document, columns)
    if document.question:
        yield _labelled(headings.question, ", ".join(document.question), columns)
    if document.plan:
        yield _plan(document, columns)
    for number, item in enumerate(document.suggestions, start=1):
        yield _suggestion(item, f"{number} ", columns)
    for heading, extra in (
        (headings.fallback, document.fallback),
        (headings.on_the_way, document.on_the_way),
    ):
        if extra is not None:
            yield _extra(heading, extra, columns)
    yield (
        line
        for warning in document.warnings
        for line in _labelled(headings.warning, warning, columns)
    )
    if document.gesture:
        yield _labelled(headings.gesture, document.gesture, columns)
    yield _foot(document, columns)


def _letterhead(document: SlipDocument, columns: int) -> Iterator[str]:
    for line in wrap(document.office, columns):
        yield " " * ((columns - width(line)) // 2) + line
    yield from _ends(document.post, document.printed, columns)


def _plan(document: SlipDocument, columns: int) -> Iterator[str]:
    """The day, its hours in a column of their own where the paper is wide enough."""
    hours = max(width(line.time) for line in document.plan) + len(_INDENT) + 1
    for line in document.plan:
        if line.indent and columns >= HOURS_APART:
            start = f"{_INDENT}{line.time}".ljust(hours)
            for text in wrap(line.text, columns - hours):
                yield start + text
                start = " " * hours
        else:
            text = f"{line.time} {line.text}".strip()
            yield from (" " * line.indent + part for part in wrap(text, columns - line.indent))


def _suggestion(item: Suggestion, mark: str, columns: int) -> Iterator[str]:
    indent = " " * len(mark)
    title = wrap(item.title, columns - len(mark))
    yield mark + title[0]
    yield from (indent + line for line in title[1:])
    yield from _ends(item.kind_line, item.way, columns, indent)
    for text in (item.status.sentence, *item.told()):
        yield from (indent + line for line in wrap(text, columns - len(indent)) if line)
    if item.verified:
        yield from _right(item.verified, columns)


def _extra(heading: str, item: Suggestion, columns: int) -> Iterator[str]:
    yield from wrap(heading, columns)
    yield from _suggestion(item, _INDENT, columns)


def _labelled(label: str, text: str, columns: int) -> Iterator[str]:
    yield from wrap(f"{label} {text}", columns)


def _foot(document: SlipDocument, columns: int) -> Iterator[str]:
    if document.detail:
        yield from wrap(document.headings.shortened, columns)
    for text in document.contact:
        yield from wrap(text, columns)
    yield from wrap(document.emergency, columns)
    yield from wrap(document.headings.wrong, columns)
    for text in document.credits:
        yield from wrap(text, columns)


def _ends(left: str, right: str, columns: int, indent: str = "") -> Iterator[str]:
    """Both on one line, one at each end; on lines of their own where they do not fit."""
    room = columns - len(indent)
    gap = room - width(left) - width(right)
    if left and right and gap >= 2:
        yield indent + left + " " * gap + right
        return
    if left:
        yield from (indent + line for line in wrap(left, room))
    if right:
        yield from _right(right, columns)


def _right(text: str, columns: int) -> Iterator[str]:
    for line in wrap(text, columns - len(_INDENT)):
        yield " " * (columns - width(line)) + line
