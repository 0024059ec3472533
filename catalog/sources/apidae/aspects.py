"""Variants of an object for a season or a public (`aspects`): each overrides some main fields.

The main facts are kept. Taken besides: the periods of HIVER and ETE that touch none of the main
ones, the tariffs for GROUPES, what HANDICAP says of access. All else is left out with one caution
a variant: a winter text beside summer hours would mix what the office keeps apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from catalog.model import NOTHING, Localized, MonthDay, Period, Price
from catalog.sources.apidae.fields import Node, merged, node, nodes, scalar, text
from catalog.sources.apidae.openings import read_periods
from catalog.sources.apidae.reference import Found
from catalog.sources.apidae.tariffs import read_prices
from catalog.sources.values.wordings import SUMMARY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.sources.apidae.notes import Notes
    from catalog.sources.apidae.reference import Reference

FIELD: Final = "aspects"
_SEASONS: Final = ("HIVER", "ETE")
_PAIRS: Final = 100_000
"""Pairs of periods compared at most; an object with more has no seasons."""


@dataclass(frozen=True, slots=True)
class Extras:
    """What the variants of an object add to its main facts."""

    openings: tuple[Period, ...] = ()
    prices: tuple[Price, ...] = ()
    access: tuple[Found, ...] = ()
    access_text: Localized = NOTHING


def read_aspects(
    obj: Node, main: tuple[Period, ...], reference: Reference, retrieved: date, notes: Notes
) -> Extras:
    """What can be said truthfully beside the main facts; `main`: the main periods."""
    openings: dict[Period, None] = {}
    prices: dict[Price, None] = {}
    access: list[Found] = []
    texts: list[object] = []
    for aspect in nodes(obj, FIELD):
        name = text(aspect, "aspect") or ""
        taken: tuple[str, ...] = ()
        if name in _SEASONS:
            periods = read_periods(node(aspect, "ouverture"), reference, retrieved, notes)
            few = len(periods) * len(main) < _PAIRS
            apart = [one for one in periods if few and not _touches(one, main, retrieved.year)]
            openings.update(dict.fromkeys(apart))
            taken = ("ouverture.periode",) if len(apart) == len(periods) else ()
        elif name == "GROUPES":
            prices.update(dict.fromkeys(read_prices(aspect, reference, notes, group=True)))
            taken = ("descriptionTarif",)
        elif name == "HANDICAP":
            access += reference.each(
                aspect, "prestations", "tourismesAdaptes", section="TourismeAdapte"
            )
            presentation = node(aspect, "presentation")
            texts += [presentation.get("descriptifCourt"), presentation.get("descriptifDetaille")]
            taken = ("prestations.tourismesAdaptes", "presentation.descriptif")
        _caution(aspect, name, taken, notes)
    return Extras(
        openings=tuple(openings),
        prices=tuple(prices),
        access=tuple(access),
        access_text=merged(texts, notes, limit=SUMMARY, field="aspects.presentation"),
    )


def _caution(aspect: Node, name: str, taken: tuple[str, ...], notes: Notes) -> None:
    stated: Iterable[object] = aspect.get("champsAspect") or [
        key for key in aspect if key not in ("aspect", "champsAspect")
    ]
    fields = [scalar(field) or "" for field in stated] if isinstance(stated, list) else []
    left = [field for field in fields if field and not field.startswith(taken or ("\0",))]
    if left:
        notes.warn("aspect_left_out", FIELD, f"{name}: {', '.join(left[:20])}")


def _touches(period: Period, others: tuple[Period, ...], year: int) -> bool:
    """Whether a period has days in common with others, or might have: open ends touch all."""
    for other in others:
        years = {year}
        for bound in (period.start, period.end, other.start, other.end):
            if isinstance(bound, date):
                years.add(bound.year)
        here, there = _days(period, years), _days(other, years)
        if here is None or there is None:
            return True
        if any(a <= d and c <= b for a, b in here for c, d in there):
            return True
    return False


def _days(period: Period, years: set[int]) -> list[tuple[date, date]] | None:
    """First and last days of a period, of a yearly one in each of the years; None if open-ended."""
    start, end = period.start, period.end
    if start is None or end is None:
        return None
    if isinstance(start, date) and isinstance(end, date):
        return [(start, end)]
    spans: list[tuple[date, date]] = []
    for year in years:
        first, last = _in_year(start, year), _in_year(end, year)
        if first <= last:
            spans.append((first, last))
        else:
            spans += [(date(year, 1, 1), last), (first, date(year, 12, 31))]
    return spans


def _in_year(bound: date | MonthDay, year: int) -> date:
    if isinstance(bound, date):
        return bound
    return date(year, bound.month, 1) + timedelta(days=bound.day - 1)
