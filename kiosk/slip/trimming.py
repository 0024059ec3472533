"""The same slip saying less, when the paper would be too long."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from kiosk.slip.document import Detail, PlanLine, Role, SlipDocument, Suggestion

DEEP: Final = 4
"""Columns from which a line of the plan is a detail of the one above: the way there."""

_KEPT: Final[dict[Detail, dict[Role, int]]] = {
    Detail.KEY: {
        Role.WHY: 2,
        Role.CAUTION: 2,
        Role.PRACTICAL: 1,
        Role.DATES: 2,
        Role.HOURS: 2,
        Role.PRICE: 2,
        Role.ACCESS: 1,
        Role.FACT: 2,
        Role.CONTACT: 1,
    },
    Detail.BRIEF: {Role.CAUTION: 1, Role.DATES: 1, Role.PRICE: 1, Role.CONTACT: 1},
    Detail.TITLES: {},
    Detail.CODELESS: {},
    Detail.LIST: {},
    Detail.PLANLESS: {},
}


def trimmed(document: SlipDocument, detail: Detail) -> SlipDocument:
    """The same slip saying less of each suggestion; title, way, status and what the office warns
    of always stay."""
    if detail is Detail.FULL:
        return document

    def less(item: Suggestion) -> Suggestion:
        left = {Role.NOTICE: len(item.lines)} | _KEPT[detail]
        kept = []
        for line in item.lines:
            if left.get(line.role, 0) > 0:
                left[line.role] -= 1
                kept.append(line)
        item = replace(item, lines=tuple(kept), summary=None)
        if detail >= Detail.CODELESS:
            item = replace(item, geo="")
        if detail >= Detail.LIST:
            item = replace(item, kind_line="", verified="")
        return item

    return replace(
        document,
        detail=detail,
        plan=_less_plan(document, detail),
        suggestions=tuple(map(less, document.suggestions)),
        fallback=None if document.fallback is None else less(document.fallback),
        on_the_way=None if document.on_the_way is None else less(document.on_the_way),
    )


def _less_plan(document: SlipDocument, detail: Detail) -> tuple[PlanLine, ...]:
    """The day without its ways, which each place tells too; then without the day for rain; at
    last no day, the places alone."""
    if detail >= Detail.PLANLESS:
        return ()
    kept = []
    for_rain = False
    for line in document.plan:
        if not line.indent:
            for_rain = line.heading and line.text == document.headings.fallback
        if line.indent < DEEP and not (for_rain and detail >= Detail.CODELESS):
            kept.append(line)
    return tuple(kept)
