"""A question changed by what follows it: key by key, nothing that was not said.

- A time replaces the time; a part of the day or an hour alone keeps the day.
- A place, a distance, a duration, a price, a difficulty, the weather replace what was said.
- Company is added to, but a number replaces a number, and adults alone the children; how one moves
  is replaced; needs of access are added to.
- An excluded theme leaves the wanted ones. An amenity or a label is added.
- A new subject replaces the subject (types, themes, free words), or joins it after "with".
"""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING, Final, TypeVar

from catalog.model import Kind, TermId
from catalog.request.model import HERE, LABELS, Request
from catalog.vocabulary import concepts, wider

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.model import ListingId
    from catalog.request.model import Span
    from catalog.request.turns_model import Shown

T = TypeVar("T")

_MOVING: Final = frozenset(
    {"car", "public_transport", "bike", "bike_trailer", "camper_van", "motorbike", "coach", "foot"}
)
_TALKED_OF: Final = frozenset(
    {"when", "duration", "max_price", "radius_km", "weather", "difficulty", "max_km", "mobility",
     "party"}
)  # fmt: skip
_BESIDE: Final = frozenset({"amenities", "audience", "labels", "prices", "payment"})
"""Groups of concepts that say how something must be, not what it is."""
_LIMITS: Final = frozenset(Request().keys()) - {"types", "themes"}
"""The keys beside the subject."""
_CHILDREN: Final = frozenset({"kids", "family", "toddler", "baby", "teens"})
"""Company that is, or brings, children."""
_GONE_BY: Final = {"walking": "public_transport", "cycling": "bike", "driving": "car"}
"""How one goes, by the theme that says so; on foot is without a car."""
_WAYS: Final = frozenset(_GONE_BY)
"""Themes that say how one goes."""
_RIDDEN: Final = frozenset({"bus", "train", "bus_stop", "train_station", "public_transport"})
"""Concepts of what one rides in."""
_WALKED: Final = frozenset({Kind.ITINERARY, Kind.MARKET})
"""What a verb of walking may be taken for: fr "marche" is a market too."""
_SERVED: Final = frozenset(
    {Kind.FOOD, Kind.LODGING, Kind.SHOP, Kind.SERVICE, Kind.TRANSPORT, Kind.HEALTH, Kind.OFFICE}
)
"""Kinds that are no outing: neither hours to spend nor a price to get in."""
_ANYTHING: Final = frozenset({Kind.EVENT, Kind.ACTIVITY, Kind.ATTRACTION})
ANYTHING: Final = (Kind.ACTIVITY, Kind.ATTRACTION)
"""What is sought where anything will do."""
_LESS: Final = 0.8
"""How much less "shorter" and "nearer" mean, of the least shown; a fifth is what an adviser
tolerates beyond a limit."""
_AT_HAND: Final = 1.0
"""Kilometres below which nothing is too far: who is shown something at 120 m means the others."""
_DIFFICULTIES: Final = ("easy", "medium", "hard")


def subject(request: Request) -> bool:
    """Whether the request says what is sought, not only how, when or where."""
    known = concepts()
    return bool(request.types) or any(
        not theme.startswith(("-", "lang:"))
        and (theme not in known or known[TermId(theme)].group not in _BESIDE)
        for theme in request.themes
    )


def qualities(said: Request, before: Request) -> bool:
    """Whether nothing is said but how that which was sought must be: "vegan", "my wife doesn't eat
    meat" of restaurants, where "vegan food" and "vegan in Albi" are questions of their own."""
    known = concepts()
    how = {(span.start, span.end) for span in said.spans if span.key == "themes"}
    told = {(span.start, span.end) for span in said.spans if span.key == "types"}
    outing = set(ANYTHING) if set(ANYTHING) & set(before.types) else set()
    return (
        bool(said.themes)
        and set(said.types) <= outing | set(before.types)  # "with a lifeguard", of lakes
        and told <= how
        and not limits(said) - {"party"}
        and all(theme in known and known[TermId(theme)].group in _BESIDE for theme in said.themes)
    )


def talked_of(said: Request) -> bool:
    """Whether a limit is said that may stand in a whole sentence without a thing to seek: "the
    little one still sits in a pushchair", "Friday suits us better"."""
    named = limits(said)
    carried = set(said.mobility) & _MOVING
    return bool(named - {"party"}) and named <= _TALKED_OF and not carried and not subject(said)


def manner(said: Request, before: Request, *, had: bool = False) -> Request:
    """What was said without the subject that only its manner implies: "by bike" of a museum
    seeks no ride, and "if it rains" nothing else than before. "On foot" is without a car, where
    no way was sought. `had`: it is told that they have it ("we've got the car")."""
    if not said.themes:
        if "reduced" in said.mobility and _WALKED.issuperset(said.types):
            return replace(said, types=())  # "my father walks with a stick"
        told = any(span.key == "types" for span in said.spans)
        return said if told else replace(said, types=())
    sought = way_named(said) or _way_sought(before)
    held = had and "walking" not in said.themes
    return carried_by(said) if only_way(said) and (held or not sought) else said


def anywise(said: Request, before: Request) -> Request:
    """What was said without types that no thing named: "and if we go tomorrow", "anything but
    museums" seek what was sought before; and "by bus" alone seeks no bus."""
    types = set(said.types)
    anything = {Kind.ACTIVITY, Kind.ATTRACTION} <= types <= _ANYTHING
    carried = types == {Kind.TRANSPORT} and "public_transport" in said.mobility
    named = any(not theme.startswith("-") for theme in said.themes)
    elsewhere = said.where is not None and said.where != before.where
    if named or elsewhere or not (carried or (anything and subject(before))):
        return said
    return replace(said, types=())


def carried_by(said: Request) -> Request:
    """How one goes, and nothing sought: "by car", "the bus"."""
    ridden = set(said.types) == {Kind.TRANSPORT} and _RIDDEN.issuperset(said.themes)
    if not (only_way(said) or ridden):
        return said
    gone = tuple(dict.fromkeys(_GONE_BY[theme] for theme in said.themes if theme in _GONE_BY))
    carried = said.mobility or gone or ("public_transport",)
    return replace(said, types=(), themes=(), mobility=carried)


def only_way(said: Request) -> bool:
    """Whether nothing is sought but a way to go: "by bike", "on foot"."""
    ways = {(span.start, span.end) for span in said.spans if span.value in _WAYS}
    told = {(span.start, span.end) for span in said.spans if span.key == "types"}
    return bool(said.themes) and _WAYS.issuperset(said.themes) and told <= ways


def way_named(request: Request) -> bool:
    """Whether the way is named as a thing to seek: "a walk", where "on foot" only says how."""
    carried = {(span.start, span.end) for span in request.spans if span.key == "mobility"}
    told = {(span.start, span.end) for span in request.spans if span.key == "types"}
    return bool(told - carried)


def same_way(said: Request, before: Request) -> bool:
    """Whether nothing is said but how one goes, or which itinerary instead of that one, or no
    more than the kind that was sought: "circular if you can", of walks."""
    if not said.themes and bool(said.types) and set(said.types) <= set(before.types):
        return not limits(said)
    return only_way(said) and (not way_named(said) or _way_sought(before))


def _way_sought(request: Request) -> bool:
    known = concepts()
    return Kind.ITINERARY in request.types or any(
        Kind.ITINERARY in known[TermId(theme)].kinds for theme in request.themes if theme in known
    )


def limits(request: Request) -> frozenset[str]:
    """The keys that a request fills beside its subject."""
    named = {key for key in _LIMITS if getattr(request, key) not in (None, (), "")}
    if not LABELS.intersection(request.labels):
        named.discard("labels")  # any other is a theme
    return frozenset(named)


def merged(before: Request, said: Request, *, add: bool = False) -> Request:
    """`before` changed by `said`; `add`: a new subject joins the old one."""
    said = _of_route(before, said)
    if subject(said) and not add:
        before = _of_another_sort(before, said)
    moved = said.where is not None and said.where != before.where
    changed = replace(
        before,
        when=_when(before.when, said.when),
        where=said.where if said.where is not None else before.where,
        radius_km=said.radius_km
        if said.radius_km is not None
        else (None if moved else before.radius_km),
        duration=said.duration or before.duration,
        party=_company(before.party, said.party),
        weather=said.weather or before.weather,
        mobility=_mobility(before.mobility, said.mobility),
        max_price=said.max_price if said.max_price is not None else before.max_price,
        difficulty=said.difficulty or before.difficulty,
        max_km=said.max_km if said.max_km is not None else before.max_km,
        unplaced=said.unplaced if said.where or said.unplaced else before.unplaced,
        towards="" if said.where else said.towards or before.towards,
    )
    if subject(said) and not add:
        kept = tuple(theme for theme in before.themes if theme.startswith("-"))
        themes = _joined(kept, said.themes)
        return replace(
            changed,
            types=said.types,
            themes=_without_excluded(themes, said.themes),
            labels=said.labels,
            rest=said.rest,
        )
    return replace(
        changed,
        types=_joined(before.types, said.types),
        themes=_without_excluded(_joined(before.themes, said.themes), said.themes),
        labels=_joined(before.labels, said.labels),
    )


def spans_of(request: Request, before: Iterable[Span], said: Iterable[Span]) -> tuple[Span, ...]:
    """The spans whose key still stands in the request, the newest of a single value only."""
    keys = request.keys()
    kept: dict[tuple[str, str], Span] = {}
    for span in (*before, *said):
        value = keys.get(span.key)
        if value in (None, []):
            continue
        if not isinstance(value, list):
            kept[span.key, ""] = span
        elif span.value in value or f"-{span.value}" not in value:
            kept[span.key, span.value] = span
    return tuple(kept.values())


def parted(before: Request, gone: Request) -> Request:
    """`before` without the company, the ways of moving and the amenities that `gone` names:
    "without the children"."""
    childless = "kids" in gone.party
    return replace(
        before,
        party=tuple(
            each
            for each in before.party
            if each not in gone.party and not (childless and _is_child(each))
        ),
        mobility=tuple(each for each in before.mobility if each not in gone.mobility),
        weather=None if gone.weather == before.weather else before.weather,
    )


def relative(
    before: Request, direction: str, shown: tuple[Shown, ...]
) -> tuple[Request, frozenset[ListingId]]:
    """`before` limited below (or freed above) what was shown, and the ids to leave out.

    `direction`: shorter, longer, nearer, farther, cheaper, easier, harder, quieter, or one of
    `_freed`. Where nothing shown states the figure, nothing is limited: those shown are left
    out. One shown that keeps the new limit stays.
    """
    if direction == "quieter" and Kind.ITINERARY in before.types:
        direction = "easier"
    freed = _freed(before, direction)
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


def _freed(before: Request, direction: str) -> Request | None:
    """`before` without a limit, which those shown meet as well: anywhere (never mind how far),
    dearer (never mind the price), outdoors (it rains no more). Indoors is for rain: there is no
    other key of it."""
    if direction == "anywhere":
        near = before.where == HERE
        return replace(before, radius_km=None, where=None if near else before.where)
    if direction == "dearer":
        return replace(before, max_price=None)
    if direction == "quieter":
        return replace(before, themes=_joined(before.themes, ("quiet_place",)))
    if direction == "outdoors":
        return replace(before, weather=None if before.weather == "rain" else before.weather)
    return replace(before, weather="rain") if direction == "indoors" else None


def unstated(direction: str, shown: tuple[Shown, ...]) -> str:
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


def _difficulty(direction: str, before: Request, shown: tuple[Shown, ...]) -> str:
    stated = [each.difficulty.removeprefix("very_") for each in shown if each.difficulty]
    ranks = [_DIFFICULTIES.index(level) for level in stated if level in _DIFFICULTIES]
    if before.difficulty in _DIFFICULTIES:
        ranks = [_DIFFICULTIES.index(before.difficulty)]
    if direction == "easier":
        return _DIFFICULTIES[max(0, min(ranks, default=1) - 1)]
    return _DIFFICULTIES[min(2, max(ranks, default=1) + 1)]


def _of_route(before: Request, said: Request) -> Request:
    """Kilometres said alone after an itinerary are the itinerary's: "5 km at most"."""
    if Kind.ITINERARY in before.types and limits(said) == {"radius_km"} and not subject(said):
        return replace(said, radius_km=None, max_km=said.radius_km)
    return said


def _of_another_sort(before: Request, said: Request) -> Request:
    """`before` without what measured only what was sought until now: the kilometres of a walk are
    none of a castle's, and what a visit may cost or take is not what a meal may."""
    if not said.types:
        return before
    served = _SERVED.issuperset(said.types)
    if Kind.ITINERARY not in said.types and (served or Kind.ITINERARY in before.types):
        before = replace(before, max_km=None, difficulty=None)
    if not before.types or served == _SERVED.issuperset(before.types):
        return before
    price = before.max_price if isinstance(before.max_price, str) else None
    return replace(before, duration=None, max_price=price)


def _when(before: str | None, said: str | None) -> str | None:
    """The new time; of the old one only the day, where the new one names none."""
    if said is None or before is None or not said.startswith("any"):
        return said or before
    day = before.partition("@")[0]
    head, _, tail = day.rpartition(":")
    if tail in {"morning", "midday", "afternoon", "evening", "night"}:
        day = head
    return f"{'today' if day == 'now' else day}{said.removeprefix('any')}"


def _mobility(before: tuple[str, ...], said: tuple[str, ...]) -> tuple[str, ...]:
    if _MOVING.intersection(said):
        before = tuple(each for each in before if each not in _MOVING)
    return _joined(before, said)


def _company(before: tuple[str, ...], said: tuple[str, ...]) -> tuple[str, ...]:
    """Who comes: a new number replaces the old one, and adults or a couple alone the children."""
    gone: set[str] = set()
    if any(each.startswith("n:") for each in said):
        gone.update(each for each in before if each.startswith("n:"))
    if {"adults", "couple"}.intersection(said) and not any(map(_is_child, said)):
        gone.update(filter(_is_child, before))
    return _joined(tuple(who for who in before if who not in gone), said)


def _is_child(who: str) -> bool:
    return who in _CHILDREN or who.startswith("age:")


def _joined(before: tuple[T, ...], said: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys((*before, *said)))


def _without_excluded(themes: tuple[str, ...], said: tuple[str, ...]) -> tuple[str, ...]:
    """The themes without those that were just excluded, with all that is narrower; and without
    the exclusions of what is now wanted."""
    gone = {theme[1:] for theme in said if theme.startswith("-")}
    back = {f"-{theme}" for theme in said}
    return tuple(
        theme
        for theme in themes
        if theme not in back
        and (theme.startswith("-") or not gone.intersection((theme, *_wider(theme))))
    )


def _wider(theme: str) -> Iterable[str]:
    return wider(TermId(theme)) if theme in concepts() else ()
