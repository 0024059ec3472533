"""Where a place lies that a request names, and from where distances are measured."""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING, Final

from catalog.advice.by_train import STOPS
from catalog.advice.limits import TOO_FAR_KM
from catalog.advice.model import Outside
from catalog.advice.sought import wanted
from catalog.advice.travel import point_of
from catalog.geo import Point, distance_km
from catalog.model import Kind
from catalog.request import PlaceNames, read
from catalog.request.model import HERE
from catalog.text import words
from catalog.vocabulary.points import points

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.advice.candidates import Candidates
    from catalog.advice.model import Proposal
    from catalog.request import Request
    from catalog.store.reader import Catalogue

_OUTSIDE_KM: Final = 15.0
"""How far from the nearest commune of the catalogue a town is told to be outside it."""

_INSIDE_KM: Final = 5.0
_NOBODY_ASKS: Final = "xxwq quxwx"
"""Known to no language, so that every way of understanding it is tried."""


class Placing:
    """The places of one open catalogue, and the towns around it."""

    def __init__(self, catalogue: Catalogue, candidates: Candidates) -> None:
        self._catalogue = catalogue
        self._candidates = candidates
        self._names: PlaceNames | None = None

    def names(self) -> PlaceNames:
        """The places a question may name; read from the catalogue at the first question."""
        if self._names is None:
            self._names = PlaceNames.of(self._catalogue)
        return self._names

    def warm(self) -> None:
        """Read now what the first question would wait for: words and places."""
        read(_NOBODY_ASKS, self.names())

    def where(self, name: str, near: Point | None = None) -> Point | None:
        """The point of a named commune or site, of a town around when the catalogue has none so
        named; None for any other. Of several sites, and of a site only, the nearest to `near`
        that can be gone to from there."""
        names = self.names()
        found = names.named(name) or (name if names.is_plain(name) else names.resembling(name))
        if found is None:
            return None
        return self._own(found, near) or points().get(found)

    def _own(self, found: str, near: Point | None) -> Point | None:
        """Where the catalogue has it."""
        commune = self._candidates.commune(found)
        if commune is not None:
            return commune
        around = map(self._candidates.commune, self.names().communes(found))
        between = [point for point in around if point is not None]
        if between:
            return middle(between)
        sites = [
            point_of(listing) for listing in self._catalogue.get_many(self._candidates.named(found))
        ]
        if near is None or not sites:
            return sites[0] if sites else None
        nearest = min(sites, key=lambda point: distance_km(near, point))
        return nearest if distance_km(near, nearest) <= TOO_FAR_KM else None

    def origin(self, request: Request, here: Point) -> Point:
        """Where distances are measured from: the last place named, else where the visitor is."""
        named = request.where if isinstance(request.where, tuple) else (request.where,)
        # Who asks for a bus from here to there stands here.
        leaving = Kind.TRANSPORT in request.types
        if len(named) > 1 and not leaving:  # between the two, or around both
            found = [self.where(name, here) for name in named if name not in {None, HERE}]
            between = [point for point in found if point is not None]
            if len(between) > 1:
                return middle(between)
        for name in named if leaving else reversed(named):
            if name is not None and name != HERE:
                if self._left_for(request, here) or self._within(name, here):
                    return here
                return self.where(name, here) or here
            if leaving and name == HERE:
                return here
        return here

    def measured_from(self, request: Request, here: Point) -> str:
        """The one place named that `origin` is, "" where it is here or between several."""
        named = request.where
        if not isinstance(named, str) or named == HERE or self.where(named, here) is None:
            return ""
        within = self._left_for(request, here) or self._within(named, here)
        return "" if within else named

    def unplaced(
        self, request: Request, here: Point, told: Sequence[Proposal] = ()
    ) -> tuple[str, ...]:
        """The places that a request names and of which nobody here knows where they lie; none
        that stands in the name of something `told`: a greenway has no point."""
        own = [words(text.text) for each in told for text in each.listing.name.texts]
        missing = [name for name in places_named(request) if self.where(name, here) is None]
        return tuple(
            name
            for name in (*missing, request.unplaced)
            if name and not any({*words(name)} <= {*each} for each in own)
        )

    def _within(self, name: str, here: Point) -> bool:
        """Whether it is a whole country, and the visitor stands in it: its middle is nowhere."""
        if self._candidates.commune(name) is not None:
            return False
        around = map(self._candidates.commune, self.names().communes(name))
        between = [point for point in around if point is not None]
        return len(between) > 1 and any(distance_km(here, e) <= _INSIDE_KM for e in between)

    def _left_for(self, request: Request, here: Point) -> bool:
        """Whether the one place named is where a bus or train is to go: one gets in here."""
        return bool(self.goal(request, here)) or (
            isinstance(request.where, str)
            and Kind.TRANSPORT in request.types
            and self._beyond(request, here) is not None
        )

    def goal(self, request: Request, here: Point) -> Point | None:
        """Where a bus or a train is to go from here; None for any other wish."""
        if request.types != (Kind.TRANSPORT,) or not isinstance(request.where, str):
            return None
        there = self.where(request.where, here) if request.where != HERE else None
        if there is None or not {*wanted(request)} <= {*STOPS}:
            return None
        return there if distance_km(here, there) > _INSIDE_KM else None

    def arrival(self, request: Request, here: Point) -> tuple[str, Point] | None:
        """The town where a bus or a train is to arrive, and its point; None for any other wish."""
        if not isinstance(request.where, tuple):
            there = self.goal(request, here)
            return (str(request.where), there) if there is not None else None
        name = request.where[-1]
        known = request.types == (Kind.TRANSPORT,) and {*wanted(request)} <= {*STOPS}
        point = self.where(name, here) if known and name != HERE else None
        return (name, point) if point is not None else None

    def outside(self, request: Request, here: Point) -> Outside | None:
        """The first town that a request names and that lies beyond what the catalogue has; none
        where that is where one wants to go by train."""
        return None if self._left_for(request, here) else self._beyond(request, here)

    def _beyond(self, request: Request, here: Point) -> Outside | None:
        for name in places_named(request):
            point = self.where(name, here)
            communes = self._candidates.communes()
            if point is None or not communes:
                continue
            away, nearest = min(
                (distance_km(point, other), commune) for commune, other in communes.items()
            )
            if away > _OUTSIDE_KM:
                return Outside(name, nearest, round(away, 1))
        return None


def middle(between: Sequence[Point]) -> Point:
    """The middle of a few points, none far from the others."""
    return Point(
        fmean(point.latitude for point in between), fmean(point.longitude for point in between)
    )


def places_named(request: Request) -> tuple[str, ...]:
    """The places by their names, "here" left out."""
    named = request.where if isinstance(request.where, tuple) else (request.where,)
    return tuple(name for name in named if name is not None and name != HERE)
