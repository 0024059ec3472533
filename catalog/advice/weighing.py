"""Every candidate beside one request: compared field by field, ranked by one sum."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from catalog.advice import weights
from catalog.advice.around import Around
from catalog.advice.by_train import STATION, by_train, goes_by_train
from catalog.advice.candidates import Candidates
from catalog.advice.choosing import rank
from catalog.advice.corridor import Corridor, corridor
from catalog.advice.evenings import on_in_the_evening
from catalog.advice.figures import spelt_figures
from catalog.advice.fitting import fit
from catalog.advice.holding import reason
from catalog.advice.kinds import PRACTICAL
from catalog.advice.missing import in_order, nearly
from catalog.advice.model import Proposal
from catalog.advice.placing import Placing
from catalog.advice.renown import best_wanted, renown_reasons, renown_told
from catalog.advice.scoring import closeness, parts, sight
from catalog.advice.sought import refused_themes
from catalog.advice.timing import asked_by
from catalog.advice.travel import (
    REACH_KM,
    STATION_KM,
    Mode,
    point_of,
    stated_mode,
    way,
)
from catalog.geo import Point, distance_km
from catalog.journal import by_listing
from catalog.search.engine import SearchEngine

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime

    from catalog.advice.anchor import Anchored
    from catalog.advice.timing import Asked
    from catalog.journal import Notice
    from catalog.model import Listing, ListingId
    from catalog.request import PlaceNames, Request
    from catalog.store.reader import Catalogue


class Weighing:
    """One open catalogue, and what the staff and the day say beside it.

    `notices`: the staff's words, of any day. `shown`: how often each listing was shown today.
    `drought`: whether a drought order is in force here. The three may be set anew at any time.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        engine: SearchEngine | None = None,
        *,
        notices: Sequence[Notice] = (),
        shown: Mapping[ListingId, int] | None = None,
        drought: bool = False,
    ) -> None:
        self.catalogue = catalogue
        self.notices = tuple(notices)
        self.shown: Mapping[ListingId, int] = shown or {}
        self.drought = drought
        self.engine = engine or SearchEngine(catalogue)
        self.candidates = Candidates(catalogue, self.engine)
        self.around = Around(catalogue)
        self.placing = Placing(catalogue, self.candidates)
        self._last: tuple[object, list[Proposal], list[Proposal]] = (None, [], [])

    def place_names(self) -> PlaceNames:
        """The places a question may name; read from the catalogue at the first question."""
        return self.placing.names()

    def where(self, name: str, near: Point | None = None) -> Point | None:
        """The point of a named place: `Placing.where`."""
        return self.placing.where(name, near)

    def origin(self, request: Request, here: Point) -> Point:
        """Where distances are measured from: `Placing.origin`."""
        return self.placing.origin(request, here)

    def by_train(self, request: Request, origin: Point) -> frozenset[ListingId]:
        """What a day without a car has beyond what can be walked to: `by_train.by_train`."""
        return by_train(
            request,
            origin,
            around=self.around,
            candidates=self.candidates,
            catalogue=self.catalogue,
        )

    def compared(
        self,
        request: Request,
        *,
        here: Point,
        now: datetime,
        text: str = "",
        without: Collection[ListingId] = (),
        near: Anchored | None = None,
    ) -> tuple[list[Proposal], list[Proposal]]:
        """Every candidate beside the request: those that fit, and those that do not quite.
        `near`: what they are to lie beside. What was compared last is not compared again."""
        beside = (self.notices, dict(self.shown), self.drought)
        same = (request, here, now, text, frozenset(without), near, beside)
        if self._last[0] != same:
            found = self._compared(
                request, here=here, now=now, text=text, without=without, near=near
            )
            self._last = (same, *found)
        return [*self._last[1]], [*self._last[2]]

    def _compared(
        self,
        request: Request,
        *,
        here: Point,
        now: datetime,
        text: str,
        without: Collection[ListingId],
        near: Anchored | None,
    ) -> tuple[list[Proposal], list[Proposal]]:
        origin = near.origin if near is not None else self.origin(request, here)
        road = corridor(self.placing, request, here) if near is None else None
        place = self.placing.measured_from(request, here) if near is None else ""
        asked = asked_by(request, now)
        noticed = by_listing(self.notices)
        sites = self.candidates.sites(request, origin) if near is None else []
        if sites:
            found = dict.fromkeys(sites, 1.0)
        elif near is not None and near.among:
            found = dict.fromkeys(near.among, 0.0)
        else:
            around = road.middle if road is not None else origin
            found = self.candidates.found(request, around, text, asked, noticed)
            for id in self.by_train(request, origin):
                found.setdefault(id, 0.0)
            if place and not (request.types or request.themes or request.labels):
                # "Is it worth going to Cordes?" asks for the town before its garden.
                found.update(dict.fromkeys(self.candidates.named(place), 1.0))
        for seen in without:
            found.pop(seen, None)
        fitting: list[Proposal] = []
        missing: list[Proposal] = []
        listings = self.catalogue.get_many(found)
        for listing in road.along(listings) if road is not None else listings:
            proposal = self.proposal(
                listing,
                request,
                asked,
                origin=origin,
                here=here,
                now=now,
                found=found[listing.id],
                road=road,
            )
            proposal = replace(proposal, place=place) if place else proposal
            if sites:
                proposal = spelt_figures(proposal, request)
            if not proposal.against:
                fitting.append(proposal)
            elif listing.id in sites or nearly(proposal, request, asked, now):
                missing.append(proposal)
        fitting.sort(key=lambda each: rank(each, now))
        fitting = on_in_the_evening(fitting, request, now)
        return fitting, in_order(missing, request, now)

    def proposal(
        self,
        listing: Listing,
        request: Request,
        asked: Asked | None,
        *,
        origin: Point,
        here: Point,
        now: datetime,
        found: float = 0.0,
        road: Corridor | None = None,
    ) -> Proposal:
        """One listing beside one request. `found`: how well search found its words, at most 1;
        `road`: the way that it is to lie on."""
        point, mode = point_of(listing), stated_mode(request.mobility)
        away = distance_km(origin, point)
        train, there = self._station(request, point, away), way(here, point, mode)
        near = road.away_km(point) if road is not None else away
        own = tuple(notice for notice in self.notices if notice.listing == listing.id)
        best = best_wanted(request) or (train is not None and goes_by_train(request))
        far = road.detour_km(point) if road is not None and not road.towards else away
        answer = fit(
            listing, request, asked, now, distance_km=far, station_km=train, notices=own, by=there
        )
        practical = listing.kind in PRACTICAL
        told = Proposal(
            listing=listing,
            reasons=(
                *(renown_reasons(listing) if best or renown_told(listing, request) else ()),
                *answer.reasons,
                reason(listing, "place", f"{away:.1f} km", "where"),
            ),
            cautions=(*answer.against, *answer.cautions),
            distance_km=round(away, 2),
            open=answer.open,
            parts=parts(
                listing,
                answer,
                asked,
                now,
                # What toilets are called is no matter where toilets were asked for.
                found=0.0 if practical and request.themes else found,
                near=(
                    1 / (1 + near / weights.HALVING_KM)
                    if practical
                    else closeness(near, mode or Mode.CAR, train)
                ),
                sight=sight(listing, request, own, best=best, is_open=bool(answer.open)),
                shown=self.shown.get(listing.id, 0),
            ),
            against=answer.against,
            standing=answer.standing,
            way=there,
            notices=answer.notices,
        )
        return road.told(told) if road is not None else told

    def told(
        self,
        listing: Listing,
        request: Request,
        asked: Asked | None,
        *,
        here: Point,
        now: datetime,
        priced: bool = False,
    ) -> Proposal:
        """A listing beside those who come and the time asked for, whatever else was asked.
        `priced`: the price too, for what was asked for itself."""
        company = replace(
            request,
            types=(),
            themes=refused_themes(request),
            labels=(),
            weather=None,
            radius_km=None,
            max_price=request.max_price if priced else None,
            duration=None,
            difficulty=None,
            max_km=None,
        )
        found = self.proposal(listing, company, asked, origin=here, here=here, now=now)
        # How far it is stands beside it: it was chosen for where it lies.
        nearby = tuple(caution for caution in found.cautions if caution.field != "place")
        return replace(found, cautions=nearby)

    def _station(self, request: Request, point: Point, away: float) -> float | None:
        """How far a railway station is from a place too far to walk to, for who has no car."""
        if "public_transport" not in request.mobility or away <= REACH_KM[Mode.WALK]:
            return None
        near = self.around.near(point, STATION, within_km=STATION_KM, enough=1)
        return next(iter(near.values()), None)
