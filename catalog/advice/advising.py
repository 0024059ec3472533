"""From a request to proposals: candidates compared field by field, ranked by one sum."""

from __future__ import annotations

import zlib
from dataclasses import replace
from statistics import fmean
from typing import TYPE_CHECKING, Final

from catalog.advice import weights
from catalog.advice.around import Around
from catalog.advice.beside import beside
from catalog.advice.candidates import Candidates
from catalog.advice.fitting import Fit, event_days_ahead, fit, wanted
from catalog.advice.holding import reason
from catalog.advice.limits import FAR_KM
from catalog.advice.model import MAX_PROPOSALS, Advice, Proposal, Unanswered
from catalog.advice.timing import asked_time
from catalog.advice.travel import (
    REACH_KM,
    STATION_KM,
    Mode,
    minutes,
    point_of,
    stated_mode,
    way,
)
from catalog.geo import Point, distance_km
from catalog.journal import by_listing
from catalog.journal.scrub import scrubbed
from catalog.model import Kind, ListingId, TermId
from catalog.request import PlaceNames, Request, read
from catalog.request.model import HERE
from catalog.search.engine import SearchEngine

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import datetime

    from catalog.advice.timing import Asked
    from catalog.journal import Notice
    from catalog.model import Listing
    from catalog.store.reader import Catalogue

_STATION: Final = (TermId("train_station"),)
_OTHER: Final = frozenset({"types", "themes"})
_SEASON_DAYS: Final = 120
PRACTICAL: Final = frozenset({Kind.SERVICE, Kind.HEALTH, Kind.TRANSPORT, Kind.OFFICE})
"""Kinds of which the nearest is the best: no turns are taken."""


class Adviser:
    """Advice from one open catalogue.

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
        self.candidates = Candidates(catalogue, engine or SearchEngine(catalogue))
        self.around = Around(catalogue)
        self._places: PlaceNames | None = None

    def place_names(self) -> PlaceNames:
        """The places a question may name; read from the catalogue at the first question."""
        if self._places is None:
            self._places = PlaceNames.of(self.catalogue)
        return self._places

    def where(self, name: str) -> Point | None:
        """The point of a named commune or site, None when the catalogue has none so named."""
        found = self.place_names().named(name) or self.place_names().resembling(name)
        if found is None:
            return None
        for commune in self.catalogue.communes():
            if commune.name == found:
                return commune.point
        around = self.place_names().communes(found)
        points = [commune.point for commune in self.catalogue.communes() if commune.name in around]
        if points:
            return Point(
                fmean(point.latitude for point in points),
                fmean(point.longitude for point in points),
            )
        names = (found, *self.place_names().spoken(found))
        marks = ", ".join("?" * len(names))
        rows = self.catalogue.rows(
            "SELECT latitude, longitude FROM listing "  # noqa: S608 # question marks only
            f"WHERE name COLLATE NOCASE IN ({marks}) LIMIT 1",
            names,
        )
        return Point(*rows[0]) if rows else None

    def ask(self, text: str, *, here: Point, now: datetime, lang: str | None = None) -> Advice:
        """Read a question and answer it."""
        return self.advise(read(text, self.place_names(), lang=lang), here=here, now=now, text=text)

    def advise(
        self,
        request: Request,
        *,
        here: Point,
        now: datetime,
        text: str = "",
        without: Collection[ListingId] = (),
    ) -> Advice:
        """At most three proposals for a request, what nearly fitted, and whom to ask.

        `without`: listings the visitor has seen and passed over.
        """
        asked = asked_time(request.when, now)
        ranked, missing = self.compared(request, here=here, now=now, text=text, without=without)
        office = self._office(here, now)
        proposals = chosen(ranked, MAX_PROPOSALS)
        relaxed = () if proposals else _relaxed(missing)
        advice = Advice(
            request=request,
            proposals=proposals,
            near_misses=_near_misses(proposals, missing),
            office=office[0] if office else None,
            office_km=office[1] if office else None,
            relaxed=relaxed,
            unanswered=None if proposals else unanswered(request, text),
        )
        if not proposals:
            return advice
        return beside(self, advice, ranked, asked=asked, here=here, now=now)

    def compared(
        self,
        request: Request,
        *,
        here: Point,
        now: datetime,
        text: str = "",
        without: Collection[ListingId] = (),
    ) -> tuple[list[Proposal], list[Proposal]]:
        """Every candidate beside the request: those that fit, and those that do not quite."""
        origin = self.origin(request, here)
        asked = asked_time(request.when, now)
        noticed = by_listing(self.notices)
        found = self.candidates.found(request, origin, text, asked, noticed)
        for seen in without:
            found.pop(seen, None)
        fitting: list[Proposal] = []
        missing: list[Proposal] = []
        for listing in self.catalogue.get_many(found):
            proposal = self.proposal(
                listing, request, asked, origin=origin, here=here, now=now, found=found[listing.id]
            )
            if not proposal.against:
                fitting.append(proposal)
            elif _nearly(proposal, wanted(request)) and not _long_over(proposal, now):
                missing.append(proposal)
        fitting.sort(key=lambda each: rank(each, now))
        missing.sort(key=lambda each: (_misses(each), rank(each, now)))
        return fitting, missing

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
    ) -> Proposal:
        """One listing beside one request. `found`: how well search found its words, at most 1."""
        point, mode = point_of(listing), stated_mode(request.mobility)
        away = distance_km(origin, point)
        own = tuple(notice for notice in self.notices if notice.listing == listing.id)
        answer = fit(
            listing,
            request,
            asked,
            now,
            distance_km=away,
            station_km=self._station(request, point, away),
            notices=own,
        )
        by = mode or (Mode.WALK if listing.kind in PRACTICAL else Mode.CAR)
        return Proposal(
            listing=listing,
            reasons=(*answer.reasons, reason(listing, "place", f"{away:.1f} km", "where")),
            cautions=(*answer.against, *answer.cautions),
            distance_km=round(away, 2),
            open=answer.open,
            parts=_parts(
                listing,
                answer,
                asked,
                now,
                found=found,
                near=0.5 ** (minutes(away, by) / weights.HALVING_MINUTES),
                shown=self.shown.get(listing.id, 0),
            ),
            against=answer.against,
            standing=answer.standing,
            way=way(here, point, mode),
            notices=answer.notices,
        )

    def told(
        self, listing: Listing, request: Request, asked: Asked | None, *, here: Point, now: datetime
    ) -> Proposal:
        """A listing beside those who come and the time asked for, whatever else was asked."""
        company = replace(
            request,
            types=(),
            themes=tuple(theme for theme in request.themes if theme.startswith("-")),
            labels=(),
            weather=None,
            radius_km=None,
            max_price=None,
            duration=None,
            difficulty=None,
            max_km=None,
        )
        return self.proposal(listing, company, asked, origin=here, here=here, now=now)

    def origin(self, request: Request, here: Point) -> Point:
        """Where distances are measured from: the last place named, else where the visitor is."""
        named = request.where if isinstance(request.where, tuple) else (request.where,)
        for name in reversed(named):
            if name is not None and name != HERE:
                return self.where(name) or here
        return here

    def _station(self, request: Request, point: Point, away: float) -> float | None:
        """How far a railway station is from a place too far to walk to, for who has no car."""
        if "public_transport" not in request.mobility or away <= REACH_KM[Mode.WALK]:
            return None
        near = self.around.near(point, _STATION, within_km=STATION_KM, enough=1)
        return next(iter(near.values()), None)

    def _office(self, here: Point, now: datetime) -> tuple[Listing, float] | None:
        """The nearest office that is open, else the nearest."""
        near = dict(self.around.offices(here))
        listings = self.catalogue.get_many(near)
        if not listings:
            return None
        request, asked = Request(when="now"), asked_time("now", now)
        first = near[listings[0].id]
        for listing in listings:
            # An open door an hour away is no help where a phone is answered tomorrow.
            if near[listing.id] <= 2 * first + 15 and fit(listing, request, asked, now).open:
                return listing, near[listing.id]
        return listings[0], first


def chosen(ranked: Sequence[Proposal], most: int) -> tuple[Proposal, ...]:
    """The best ones, each next one weighed for its novelty beside those before it."""
    left, taken = list(ranked), list[Proposal]()
    while left and len(taken) < most:
        best = max(range(len(left)), key=lambda at: (_with_novelty(left[at], taken).score, -at))
        taken.append(_with_novelty(left.pop(best), taken))
    return tuple(taken)


def _with_novelty(proposal: Proposal, taken: Iterable[Proposal]) -> Proposal:
    communes = {each.listing.place.insee or each.listing.place.commune for each in taken}
    sorts = {each.listing.concepts[:1] for each in taken}
    place = proposal.listing.place
    share = 1.0
    if proposal.listing.kind not in PRACTICAL:
        share -= 0.5 * ((place.insee or place.commune) in communes)
        share -= 0.5 * (proposal.listing.concepts[:1] in sorts)
    parts = tuple(
        (name, weights.TABLE["novel"] * share if name == "novel" else value)
        for name, value in proposal.parts
    )
    return replace(proposal, parts=parts)


def rank(proposal: Proposal, now: datetime) -> tuple[float, float, int, str]:
    """Best score first; equals in turns that change with the day, the nearest first where only
    nearness matters."""
    listing = proposal.listing
    turn = zlib.crc32(f"{now.date()}{listing.id}".encode())
    steps = round(proposal.score / weights.TIE)
    away = proposal.distance_km if listing.kind in PRACTICAL else 0.0
    return (-steps, away, turn, listing.id)


def unanswered(request: Request, text: str) -> Unanswered:
    """What to keep of a request that found nothing."""
    kinds = tuple(kind.value for kind in request.types)
    return Unanswered(scrubbed(text, request.lang), request.lang, kinds, request.themes)


def _parts(
    listing: Listing,
    answer: Fit,
    asked: Asked | None,
    now: datetime,
    *,
    found: float,
    near: float,
    shown: int,
) -> tuple[tuple[str, float], ...]:
    fresh = (
        listing.confirmed is not None
        and (now.date() - listing.confirmed).days <= weights.FRESH_DAYS
    )
    favourite = any(notice.kind.value == "favourite" for notice in answer.notices)
    shares = {
        "themes": answer.held or 0.0,
        "words": found,
        "open": _openness(answer, asked, now),
        "near": near,
        "party": answer.suited,
        "weather": answer.weather,
        "limits": answer.kept,
        "spread": 1.0 if listing.kind in PRACTICAL else 1 / (1 + shown),
        "novel": 1.0,
        "fresh": float(fresh),
        "favourite": float(favourite),
    }
    return tuple((name, weight * shares[name]) for name, weight in weights.TABLE.items())


def _openness(answer: Fit, asked: Asked | None, now: datetime) -> float:
    if answer.open is None:
        return 0.75 if answer.standing.why == "hours" else 0.5
    if not answer.open:
        return 0.0 if asked is not None else 0.5
    if asked is None:
        return float(0.5 ** (event_days_ahead(answer.standing, now) / weights.EVENT_HALVING_DAYS))
    return 0.5 if answer.standing.soon else 1.0


def _long_over(proposal: Proposal, now: datetime) -> bool:
    """An event of another season is no news."""
    stood = proposal.standing
    if stood.why != "past" or stood.day is None:
        return False
    return (now.date() - stood.day).days > _SEASON_DAYS


def _nearly(proposal: Proposal, asked: Collection[TermId]) -> bool:
    """Whether it is worth telling why not: one that is not even what was asked is not."""
    strange = [c for c in proposal.against if c.limit in {"types", "themes", "labels"}]
    excluded = any(c.limit == "themes" and c.value.startswith("-") for c in strange)
    if excluded or (strange and len(proposal.against) > 1):
        return False
    # "When it rains" asks for no park: that there is one is no news.
    return bool(asked) or all(caution.limit != "weather" for caution in proposal.against)


def _near_misses(
    proposals: Sequence[Proposal], missing: Sequence[Proposal]
) -> tuple[Proposal, ...]:
    """Those worth telling: something far away only when there is nothing else."""
    near = [each for each in missing if each.distance_km <= FAR_KM or not _too_far(each)]
    if proposals:
        near = [each for each in near if not any(c.limit in _OTHER for c in each.against)]
    return tuple((near if proposals or near else missing)[:MAX_PROPOSALS])


def _too_far(proposal: Proposal) -> bool:
    return any(caution.field == "place" for caution in proposal.against)


def _misses(proposal: Proposal) -> tuple[int, int, int]:
    """The staff's word first, then the fewest limits broken, what was asked before what was
    not."""
    fields = {caution.field for caution in proposal.against}
    told = 0 if "notice" in fields else 1 if "cancelled" in fields else 2
    strange = sum(c.limit in {"types", "themes", "labels"} for c in proposal.against)
    return (told, strange, len(proposal.against))


def _relaxed(missing: Sequence[Proposal]) -> tuple[str, ...]:
    """The limits that the nearest true thing breaks, in the request's own keys."""
    if not missing:
        return ()
    return tuple(dict.fromkeys(c.limit.partition(":")[0] for c in missing[0].against if c.limit))
