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
from typing import TYPE_CHECKING, Final, TypeVar

from catalog.model import Kind, TermId
from catalog.request.model import LABELS, Request
from catalog.vocabulary import concepts, wider

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.request.model import Span

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
_PARTS: Final = frozenset({"morning", "midday", "afternoon", "evening", "night"})
_CHILDREN: Final = frozenset({"kids", "family", "toddler", "baby", "teens"})
"""Company that is, or brings, children."""
_GROWN: Final = 18
"""Years from which an age said is no child's."""
_GONE_BY: Final = {"walking": "public_transport", "cycling": "bike", "driving": "car"}
"""How one goes, by the theme that says so; on foot is without a car."""
_RIDING: Final = frozenset({"bike", "bike_trailer"})
_WALKING: Final = frozenset({"walking", "walking_route", "hiking", "hiking_trail"})
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
_ERRANDS: Final = frozenset({Kind.SHOP, Kind.SERVICE, Kind.TRANSPORT, Kind.HEALTH, Kind.OFFICE})
"""Kinds that are sought alike whoever comes along."""
_ANYTHING: Final = frozenset({Kind.EVENT, Kind.ACTIVITY, Kind.ATTRACTION})
ANYTHING: Final = (Kind.ACTIVITY, Kind.ATTRACTION)
"""What is sought where anything will do."""


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
    outing = set(ANYTHING) if set(ANYTHING) & set(before.types) else set()
    return (
        set(said.types) <= outing | set(before.types)  # "with a lifeguard", of lakes
        and not limits(said) - {"party"}
        and only_had(said)
    )


def only_had(said: Request) -> bool:
    """Whether nothing is named but what a thing has or costs, and no thing."""
    known = concepts()
    how = {(span.start, span.end) for span in said.spans if span.key == "themes"}
    told = {(span.start, span.end) for span in said.spans if span.key == "types"}
    return (
        bool(said.themes)
        and told <= how
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
        before = _of_another_sort(_unmeasured(before), said)
    if only_way(said) and "walking" in said.themes and not way_named(said):
        rode = (each for each in before.mobility if each not in _RIDING)
        before = replace(before, mobility=tuple(rode))  # "on foot, then"
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
        back=said.back or ("" if "@" in (said.when or "") else before.back),
    )
    if subject(said) and not add:
        kept = tuple(theme for theme in before.themes if theme.startswith("-"))
        themes = joined(kept, said.themes)
        return replace(
            changed,
            types=said.types,
            themes=_without_excluded(themes, said.themes),
            labels=said.labels,
            rest=said.rest,
        )
    themes = _without_excluded(joined(before.themes, said.themes), said.themes)
    return replace(
        changed,
        types=_kinds_left(joined(before.types, said.types), before.themes, themes),
        themes=themes,
        labels=joined(before.labels, said.labels),
    )


def accompanied(said: Request, before: Request) -> Request:
    """A question of their own with the company and the way of moving of the one before, where it
    says none: the same people ask it. What anybody needs at once is asked for nobody."""
    if errand(said):
        return said
    moving = tuple(each for each in before.mobility if each != "car")  # two steps are walked
    party = said.party or before.party
    return replace(said, party=party, mobility=said.mobility or moving)


def errand(request: Request) -> bool:
    """Whether nothing is sought but what anybody needs at once: toilets, a bus stop, a chemist."""
    return bool(request.types) and _ERRANDS.issuperset(request.types)


def ridden_instead(before: Request, said: Request) -> Request:
    """`before` ridden that was walked, where the bicycle is named instead: "by bike, then"."""
    if not _RIDING.intersection(said.mobility) or Kind.ITINERARY not in before.types:
        return before
    themes = ("cycling" if theme in _WALKING else theme for theme in before.themes)
    return replace(before, themes=tuple(dict.fromkeys(themes)))


def spans_of(request: Request, before: Iterable[Span], said: Iterable[Span]) -> tuple[Span, ...]:
    """The spans whose key still stands in the request, the newest of a single value only; of the
    time, all that were told last: two parts of a day are two."""
    keys = request.keys()
    said = tuple(said)
    timed = any(span.key == "when" for span in said)
    kept: dict[tuple[str, str], Span] = {}
    for span in (*before, *said):
        value = keys.get(span.key)
        if value in (None, []):
            continue
        if span.key == "when":
            if not timed or span in said:
                kept[span.key, span.value] = span
        elif not isinstance(value, list):
            kept[span.key, ""] = span
        elif span.value in value or f"-{span.value}" not in value:
            kept[span.key, span.value] = span
    return tuple(kept.values())


def refused(said: Request, gone: Iterable[str]) -> Request:
    """What is said with these themes excluded, by the words that name them."""
    away = {theme.removeprefix("-") for theme in gone}
    turned = {theme: f"-{theme}" for theme in away}
    spans = (
        replace(span, value=turned.get(span.value, span.value)) if span.key == "themes" else span
        for span in said.spans
    )
    themes = (turned.get(theme, theme) for theme in said.themes)
    return replace(said, themes=tuple(dict.fromkeys(themes)), spans=tuple(spans))


def _of_route(before: Request, said: Request) -> Request:
    """Kilometres said alone after an itinerary are the itinerary's: "5 km at most"."""
    if Kind.ITINERARY in before.types and limits(said) == {"radius_km"} and not subject(said):
        return replace(said, radius_km=None, max_km=said.radius_km)
    return said


def _unmeasured(before: Request) -> Request:
    """`before` without the kilometres that only "nearer" measured: they are nobody's limit for
    something else."""
    told = any(span.key == "radius_km" for span in before.spans)
    return before if told else replace(before, radius_km=None)


def _of_another_sort(before: Request, said: Request) -> Request:
    """`before` without what measured only what was sought until now: the kilometres of a walk are
    none of a castle's, and what a visit may cost or take is not what a meal may."""
    if not said.types:
        return before
    served = _SERVED.issuperset(said.types)
    if Kind.ITINERARY not in said.types and (served or Kind.ITINERARY in before.types):
        before = replace(before, max_km=None, difficulty=None)
    beds = Kind.LODGING in said.types
    if not before.types or (
        served == _SERVED.issuperset(before.types) and beds == (Kind.LODGING in before.types)
    ):
        return before
    price = before.max_price if isinstance(before.max_price, str) else None
    return replace(before, duration=None, max_price=price)


def _when(before: str | None, said: str | None) -> str | None:
    """The new time; of the old one only the day, where the new one names none."""
    if said is None or before is None or not said.startswith("any"):
        return said or before
    day = day_of(before)
    return f"{'today' if day == 'now' else day}{said.removeprefix('any')}"


def day_of(when: str) -> str:
    """A time without its hour and its part of the day."""
    part = part_of(when)
    day = when.partition("@")[0]
    return day.removesuffix(f":{part}") if part else day


def part_of(when: str) -> str:
    """The part of the day of a time, "" where it names none."""
    part = when.partition("@")[0].rpartition(":")[2]
    return part if part in _PARTS else ""


def _mobility(before: tuple[str, ...], said: tuple[str, ...]) -> tuple[str, ...]:
    if _MOVING.intersection(said):
        before = tuple(each for each in before if each not in _MOVING)
    return joined(before, said)


def _company(before: tuple[str, ...], said: tuple[str, ...]) -> tuple[str, ...]:
    """Who comes: a new number replaces the old one, and adults or a couple alone the children."""
    gone: set[str] = set()
    if any(each.startswith("n:") for each in said):
        gone.update(each for each in before if each.startswith("n:"))
    if {"adults", "couple"}.intersection(said) and not any(map(is_child, said)):
        gone.update(filter(is_child, before))
    return joined(tuple(who for who in before if who not in gone), said)


def is_child(who: str) -> bool:
    """Whether this is a child's company or a child's age."""
    age = who.removeprefix("age:")
    return who in _CHILDREN or (age != who and not (age.isdecimal() and int(age) >= _GROWN))


def joined(before: tuple[T, ...], said: tuple[T, ...]) -> tuple[T, ...]:
    """Both, each once."""
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


def _kinds_left(
    types: tuple[Kind, ...], before: Iterable[str], themes: tuple[str, ...]
) -> tuple[Kind, ...]:
    """The kinds without those that only what is now excluded was of: "no cellars" after castles
    and cellars seeks no other producer."""
    known = concepts()
    left = {kind for theme in themes if theme in known for kind in known[TermId(theme)].kinds}
    out = {theme for theme in before if theme in known and f"-{theme}" in themes}
    gone = {kind for theme in out for kind in known[TermId(theme)].kinds} - left
    return tuple(kind for kind in types if kind not in gone) if gone and left else types


def _wider(theme: str) -> Iterable[str]:
    return wider(TermId(theme)) if theme in concepts() else ()
