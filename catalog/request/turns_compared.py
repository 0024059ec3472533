"""What is measured by what was shown: shorter, nearer, cheaper, easier; or limited no more."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING, Final

from catalog.model import Kind
from catalog.request.model import HERE
from catalog.request.turns_heard import Heard, changed
from catalog.request.turns_merging import ANYTHING, anywise, joined, limits, subject
from catalog.request.turns_model import Act

if TYPE_CHECKING:
    from catalog.model import ListingId
    from catalog.request.model import Request
    from catalog.request.turns_model import Shown, Turn

_FREE: Final = frozenset({"dearer", "anywhere", "indoors", "outdoors", "cooler"})
"""What is measured by nothing shown, and therefore said in new questions too."""
_STATED: Final = {
    "shorter": frozenset({"duration", "max_km"}),
    "cheaper": frozenset({"max_price"}),
    "nearer": frozenset({"radius_km"}),
    "easier": frozenset({"difficulty"}),
}
"""The keys whose figure, said beside a comparison, is the limit itself."""
_RUNS: Final = frozenset({"loop"})
"""How a way runs: "a shorter loop" is still one of the ways shown."""
_LESS: Final = 0.8
"""How much less "shorter" and "nearer" mean, of the least shown; a fifth is what an adviser
tolerates beyond a limit."""
_AT_HAND: Final = 1.0
"""Kilometres below which nothing is too far: who is shown something at 120 m means the others."""
_DIFFICULTIES: Final = ("easy", "medium", "hard")


def compare(heard: Heard) -> Turn | None:
    """ "Shorter", "nearer", "cheaper": below what was shown, unless the figure is said as well."""
    past, said = heard.past, heard.said
    directions = heard.saying.found.get("relative", ())
    # "Too full, something quieter": what is wanted counts, not what is wrong.
    direction = "quieter" if "quieter" in directions else next(iter(directions), None)
    if direction is None or past.request is None:
        return None
    if said.rest and not heard.chatters("relative") and not heard.small_talk:
        return None
    base = past.request
    if not heard.saying.has("opening"):
        said = anywise(said, base)  # "let's see the cheapest"
    if len(limits(said)) > int(not subject(said)) or (direction in _FREE and subject(said)):
        return None  # "nothing pricey for the family tomorrow" is a question of its own
    if subject(said):  # "a shorter walk", of walks
        runs = _RUNS.intersection(said.themes).difference(base.themes)
        if not set(said.types) <= set(base.types) or not {*said.themes} - runs <= {*base.themes}:
            return None
        base = replace(base, themes=(*base.themes, *runs))
        said = replace(said, types=(), themes=())
    if direction == "shorter" and said.where is not None:
        said = replace(said, where=None)
    if _STATED.get(direction, frozenset()).intersection(limits(said)):
        return changed(heard, base, said)  # "cheaper, ten euros at most"
    target = heard.target
    compared = tuple(each for each in past.shown if target is None or each.id == target)
    limited, without = _relative(base, direction, compared)
    measured = changed(heard, limited, said)
    others = Act.MORE in heard.saying.found.get("act", ())  # "not that, something more sporty"
    without |= frozenset(each.id for each in compared if others)
    beyond = max((each.length_km or 0 for each in compared), default=0) or None
    return replace(
        measured,
        without=without,
        unstated="" if others else _unstated(direction, compared),
        beyond=beyond if direction == "longer" else None,
        figureless=frozenset() if others else _figureless(direction, compared),
    )


def _relative(
    before: Request, direction: str, shown: tuple[Shown, ...]
) -> tuple[Request, frozenset[ListingId]]:
    """`before` limited below (or freed above) what was shown, and the ids to leave out.

    `direction`: shorter, longer, nearer, farther, cheaper, easier, harder, quieter, or one of
    `_freed`. Where nothing shown states the figure, nothing is limited: those shown are left
    out. One shown that keeps the new limit stays.
    """
    if direction == "quieter" and Kind.ITINERARY in before.types:
        direction = "easier"
    freed = _freed(before, direction, shown)
    if freed is not None:
        return freed, frozenset()
    left_out = frozenset(each.id for each in shown)
    if direction == "shorter":
        lengths = [each.length_km for each in shown if each.length_km]
        minutes = [each.minutes for each in shown if each.minutes]
        if lengths:
            return replace(before, max_km=round(min(lengths) * _LESS, 1)), left_out
        if minutes:
            return replace(before, duration=f"{max(10, int(min(minutes) * _LESS))}min"), left_out
    elif direction == "nearer":
        away = [each.distance_km for each in shown if each.distance_km]
        if away:
            limit = round(max(_AT_HAND, min(away) * _LESS), 1)
            near = {each.id for each in shown if each.distance_km and each.distance_km <= limit}
            return replace(before, radius_km=limit), left_out - near
    elif direction == "cheaper":
        prices = [each.price for each in shown if each.price is not None]
        most = float(max(0, ceil(min(prices)) - 1)) if prices else before.max_price or "low"
        free = {each.id for each in shown if each.price == 0}
        return replace(before, max_price=most), left_out - free
    elif direction in {"easier", "harder"}:
        level = _difficulty(direction, before, shown)
        such = {each.id for each in shown if each.difficulty == level != before.difficulty}
        return replace(before, difficulty=level), left_out - such
    elif direction == "longer":
        return replace(before, max_km=None, duration=None), left_out
    elif direction == "farther":
        return replace(before, radius_km=None), left_out
    return before, left_out


def _freed(before: Request, direction: str, shown: tuple[Shown, ...]) -> Request | None:
    """`before` without a limit, which those shown meet as well: anywhere (never mind how far),
    dearer (never mind the price), outdoors (it rains no more). Indoors is for rain and cooler for
    heat: there is no other key of them."""
    if direction == "anywhere":
        near = before.where == HERE
        return replace(before, radius_km=None, where=None if near else before.where)
    if direction == "dearer":
        return replace(before, max_price=None)
    if direction == "quieter":
        return replace(before, themes=joined(before.themes, ("quiet_place",)))
    if direction == "outdoors":
        before = _under_the_sky(before, shown)
        return replace(before, weather=None if before.weather == "rain" else before.weather)
    if direction == "cooler":
        return replace(before, weather="hot")
    return replace(_under_a_roof(before), weather="rain") if direction == "indoors" else None


def _under_the_sky(before: Request, shown: tuple[Shown, ...]) -> Request:
    """`before` without what is under a roof of those shown: no museum then, but the castles that
    were sought with them; where nothing else was sought, anything out of doors."""
    outing = {Kind.ACTIVITY, Kind.ATTRACTION}.issuperset(before.types)
    roofed = [each for each in shown if each.roof and Kind.FOOD not in each.kinds]
    roofs = dict.fromkeys(each.roof for each in roofed)
    if not (outing and roofs):
        return before
    within = {term for each in roofed for term in each.terms}
    open_air = {term for each in shown if not each.roof for term in each.terms}
    kept = tuple(each for each in before.themes if each not in within - open_air)
    wanted = any(not each.startswith("-") for each in kept)
    themes = joined(kept, tuple(f"-{roof}" for roof in roofs))
    return replace(before, types=before.types if wanted else ANYTHING, themes=themes)


def _under_a_roof(before: Request) -> Request:
    """`before` without the roofs that "out of doors" refused: what nobody named has no span."""
    named = {span.value for span in before.spans if span.key == "themes"}
    kept = (each for each in before.themes if not each.startswith("-") or each in named)
    return replace(before, themes=tuple(kept))


def _unstated(direction: str, shown: tuple[Shown, ...]) -> str:
    """What was to be compared and none of those shown states: "price", "length", "difficulty";
    "" where it can be compared, or nothing was shown."""
    stated = {
        "longer": ("length", any(each.length_km for each in shown)),
        "harder": ("difficulty", any(each.difficulty for each in shown)),
        "shorter": ("length", any(each.length_km or each.minutes for each in shown)),
        "cheaper": ("price", any(each.price is not None for each in shown)),
        "easier": ("difficulty", any(each.difficulty for each in shown)),
    }
    what, known = stated.get(direction, ("", True))
    return what if shown and not known else ""


def _figureless(direction: str, shown: tuple[Shown, ...]) -> frozenset[ListingId]:
    """Those shown that do not state what was to be compared: they may be shorter or cheaper as
    well as others that do not either."""
    if direction == "shorter":
        return frozenset(each.id for each in shown if not (each.length_km or each.minutes))
    if direction == "cheaper":
        return frozenset(each.id for each in shown if each.price is None)
    return frozenset()


def _difficulty(direction: str, before: Request, shown: tuple[Shown, ...]) -> str:
    stated = [each.difficulty.removeprefix("very_") for each in shown if each.difficulty]
    ranks = [_DIFFICULTIES.index(level) for level in stated if level in _DIFFICULTIES]
    if before.difficulty in _DIFFICULTIES:
        ranks = [_DIFFICULTIES.index(before.difficulty)]
    if direction == "easier":
        return _DIFFICULTIES[max(0, min(ranks, default=1) - 1)]
    return _DIFFICULTIES[min(2, max(ranks, default=1) + 1)]
