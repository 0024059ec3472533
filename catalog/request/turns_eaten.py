"""The table of a planned day: where it is, another one, what sort of one, a picnic instead."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.model import Kind, TermId
from catalog.request.turns_heard import Heard, changed, standing
from catalog.request.turns_merging import limits, part_of
from catalog.request.turns_model import Act, Turn
from catalog.request.turns_reread import meals_named
from catalog.vocabulary import concepts

if TYPE_CHECKING:
    from catalog.request.model import Request

_EATEN: Final = frozenset({Kind.FOOD, Kind.SERVICE})
_AT_TABLE: Final = frozenset({"amenities", "food"})
"""Groups of concepts that say what a table has: vegetarian dishes, a terrace."""
_PICNIC: Final = frozenset({"picnic_area", "picnic_tables"})


def eaten_where(heard: Heard, before: Request) -> Turn | None:
    """ "Where do we have lunch?": at the table of the day, where it has one."""
    saying, said = heard.saying, heard.said
    tables = [each.id for each in heard.past.shown if Kind.FOOD in each.kinds]
    asks = "?" in heard.text and "join" not in saying.starts and not saying.has("act")
    if not (tables and asks) or said.types != (Kind.FOOD,) or said.themes or said.rest:
        return None
    noon = said.when is None or part_of(said.when) == "midday"
    noon &= "evening" not in meals_named(heard)
    if limits(said) - {"when"} or not noon or Kind.FOOD in before.types:
        return None
    return standing(heard, Act.ASK, target=tables[0], field="address")


def lunched(heard: Heard, before: Request) -> Turn | None:
    """ "We'd like to have lunch in a cheap restaurant": the table of the day, told in a whole
    sentence; what is said of dinner is not about it."""
    said, saying = heard.said, heard.saying
    asks = "?" in heard.text or saying.has("asked", "relative")
    asks |= not {Act.YES}.issuperset(saying.found.get("act", ()))  # nl "graag"
    if asks or not _is_meal(said) or said.types != (Kind.FOOD,) or not heard.small_talk:
        return None
    noon = part_of(said.when or "any:midday") == "midday" and "evening" not in meals_named(heard)
    if limits(said) - {"when", "max_price"} or not noon:
        return None
    # What a meal may cost is not what the day may: a cheap table is no picnic.
    meal = replace(said, when=None, max_price=None, rest="")
    return replace(changed(heard, _without_meals(before), meal, add=True), keeps=True)


def eaten(heard: Heard, before: Request) -> Turn | None:
    """Another table than the one of the day, or a picnic or a sort of table instead."""
    said, saying = heard.said, heard.saying
    if limits(said) or not _is_meal(said) or (said.rest and not heard.small_talk):
        return None
    if Act.MORE in saying.found.get("act", ()):
        tables = frozenset(e.id for e in heard.past.shown if Kind.FOOD in e.kinds)
        return standing(heard, Act.MORE, without=tables) if tables else None
    if "join" not in saying.starts and saying.ends_in != "rather":
        return None
    kinds = () if _PICNIC & {*said.themes} else (Kind.FOOD,)
    meal = replace(said, types=kinds, rest="")
    return changed(heard, _without_meals(before), meal, add=True)


def _is_meal(said: Request) -> bool:
    known = concepts()
    eaten = all(
        theme in known
        and (
            _EATEN.issuperset(known[TermId(theme)].kinds or ("",))
            or (known[TermId(theme)].group in _AT_TABLE and Kind.FOOD in said.types)
        )
        for theme in {*said.themes} - _PICNIC
    )
    meal = Kind.FOOD in said.types or bool(_PICNIC & {*said.themes})
    return meal and eaten and _EATEN.issuperset(said.types)


def _without_meals(before: Request) -> Request:
    """The day without where it was to be eaten at until now."""
    known = concepts()
    themes = tuple(
        theme
        for theme in before.themes
        if theme not in _PICNIC
        and (theme not in known or known[TermId(theme)].kinds != (Kind.FOOD,))
    )
    return replace(before, themes=themes)
