"""What can be done where nothing fits: each wish by itself, or something else in such weather."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from catalog.advice.choosing import proposed
from catalog.advice.fitting import ALIKE, wanted
from catalog.advice.model import MAX_PROPOSALS, Caution
from catalog.model import Kind
from catalog.request.model import Concern, Request
from catalog.vocabulary import concepts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from catalog.advice.model import Proposal

_HELPED: Final = frozenset({Kind.SERVICE, Kind.SHOP, Kind.TRANSPORT, Kind.HEALTH})
"""Kinds that may mend what somebody complains of: "our car does not work"."""


def at_the_desk(request: Request) -> Request:
    """What only the people of the office can answer, as a request for an office: who complains
    of a restaurant, or wants an event of theirs announced, looks for neither. Any other request
    as it is."""
    complains = request.concern is Concern.COMPLAINT and not _HELPED & set(request.types)
    if not complains and request.concern is not Concern.DESK:
        return request
    where = request.where if isinstance(request.where, str) else None
    return Request(types=(Kind.OFFICE,), where=where, lang=request.lang, concern=request.concern)


def otherwise(
    compare: Callable[[Request], tuple[list[Proposal], list[Proposal]]],
    request: Request,
    missing: Sequence[Proposal],
    now: datetime,
) -> tuple[tuple[Proposal, ...], list[Proposal]]:
    """The best of each wish where one place cannot be both; something sheltered where only the
    weather is against what was asked for; and what is nearly one of them."""
    parts = _apart(request)
    if any(all(c.limit == "weather" for c in each.against) for each in missing):
        parts = (_any_outing(request),)
    asks_office = Kind.OFFICE in request.types
    if asks_office and wanted(request):
        # Whatever they give out or know there: nobody states it of an office.
        parts = (replace(request, types=(Kind.OFFICE,), themes=(), labels=()),)
    chosen: list[tuple[Proposal, ...]] = []
    nearly: list[Proposal] = []
    for part in parts:
        ranked, more = compare(part)
        chosen.append(proposed(ranked, part, now))
        nearly += more
    if asks_office:
        lacks = tuple(Caution("lacks", label, limit="labels") for label in request.labels)
        chosen = [
            tuple(replace(one, cautions=(*one.cautions, *lacks)) for one in some) for some in chosen
        ]
    turns = (one for turn in zip_longest(*chosen) for one in turn if one is not None)
    return tuple({one.listing.id: one for one in turns}.values())[:MAX_PROPOSALS], nearly


def _apart(request: Request) -> tuple[Request, ...]:
    """A request as two, where a kind was asked for that none of its themes is of: a guided tour,
    and something to eat; () where it is one wish."""
    known = concepts()
    themed = {kind for term in wanted(request) for kind in known[term].kinds}
    themed |= {kind for group in ALIKE if group & themed for kind in group}
    others = tuple(kind for kind in request.types if kind not in themed)
    if not themed or not others:
        return ()
    of_themes = tuple(kind for kind in request.types if kind in themed)
    return (
        replace(request, types=of_themes),
        replace(request, types=others, themes=(), labels=()),
    )


def _any_outing(request: Request) -> Request:
    """The request of somebody who would do anything else than what was named."""
    refused = tuple(theme for theme in request.themes if theme.startswith("-"))
    return replace(
        request, types=(), themes=refused, labels=(), difficulty=None, max_km=None, rest=""
    )
