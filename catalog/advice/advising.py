"""From a request to proposals: candidates by search, compared field by field, ranked by one sum."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.advice import weights
from catalog.advice.fitting import Fit, fit, terms
from catalog.advice.model import MAX_PROPOSALS, Advice, Proposal, Reason
from catalog.advice.timing import asked_time
from catalog.geo import Point, distance_km
from catalog.model import Kind, ListingId, TermId
from catalog.request import PlaceNames, Request, read
from catalog.request.model import HERE
from catalog.search.engine import Filters, SearchEngine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from catalog.model import Listing
    from catalog.store.reader import Catalogue

_CANDIDATES: Final = 60
_ENOUGH: Final = 2 * MAX_PROPOSALS
_OUTINGS: Final = frozenset({Kind.ATTRACTION, Kind.ACTIVITY, Kind.ITINERARY})
"""What is looked at when somebody says who comes, when or where, but not what for."""
_AROUND_KM: Final = 40.0
"""How far a proposal may lie when nothing was said: under an hour by car."""


class Adviser:
    """Advice from one open catalogue."""

    def __init__(self, catalogue: Catalogue, engine: SearchEngine | None = None) -> None:
        self.catalogue = catalogue
        self._engine = engine or SearchEngine(catalogue)
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
        rows = self.catalogue.rows(
            "SELECT latitude, longitude FROM listing WHERE name = ? LIMIT 1", (found,)
        )
        return Point(*rows[0]) if rows else None

    def ask(self, text: str, *, here: Point, now: datetime, lang: str | None = None) -> Advice:
        """Read a question and answer it."""
        return self.advise(read(text, self.place_names(), lang=lang), here=here, now=now, text=text)

    def advise(self, request: Request, *, here: Point, now: datetime, text: str = "") -> Advice:
        """At most three proposals for a request, what nearly fitted, and whom to ask."""
        origin = self._origin(request, here)
        found = self._candidates(request, origin, text)
        asked = asked_time(request.when, now)
        fitting: list[Proposal] = []
        missing: list[Proposal] = []
        for listing in self.catalogue.get_many(found):
            answer = fit(listing, request, asked, now)
            proposal = _proposal(listing, request, answer, origin, found[listing.id], now)
            (missing if answer.against else fitting).append(proposal)
        fitting.sort(key=_rank)
        missing.sort(key=_rank)
        return Advice(
            request=request,
            proposals=tuple(fitting[:MAX_PROPOSALS]),
            near_misses=tuple(missing[:MAX_PROPOSALS]),
            office=self._office(here),
        )

    def _origin(self, request: Request, here: Point) -> Point:
        """Where distances are measured from: the last place named, else the post."""
        named = request.where if isinstance(request.where, tuple) else (request.where,)
        for name in reversed(named):
            if name is not None and name != HERE:
                return self.where(name) or here
        return here

    def _candidates(self, request: Request, origin: Point, text: str) -> dict[ListingId, float]:
        """Listings to compare, each with how well its words were found (best 1)."""
        found: dict[ListingId, float] = {}
        for words, filters in _questions(request, text):
            hits = self._engine.search(
                words,
                lang=request.lang,
                prefix=False,
                limit=_CANDIDATES,
                filters=filters,
                origin=origin,
            )
            best = max((hit.score for hit in hits), default=1.0) or 1.0
            for hit in hits:
                found.setdefault(hit.id, hit.score / best if words else 0.0)
            if len(found) >= _ENOUGH:
                break
        return found

    def _office(self, here: Point) -> Listing | None:
        nearest = self.catalogue.nearest(here, kinds=(Kind.OFFICE,), limit=1)
        return self.catalogue.get(nearest[0][0]) if nearest else None


def _questions(request: Request, text: str) -> Iterator[tuple[str, Filters]]:
    """What search is asked, the strictest first: the next is asked when too little was found."""
    wanted, kinds = _wanted(request), frozenset(request.types)
    within = request.radius_km or (_AROUND_KM if request.where is None else None)
    if wanted or kinds:
        if request.rest:
            yield request.rest, Filters(kinds, wanted, within)
        yield "", Filters(kinds, wanted, within)
        if wanted and kinds:
            # A beach may be kept as an activity: what it is tells more than its kind.
            yield "", Filters(frozenset(), wanted, within)
        if request.radius_km is None:
            yield "", Filters(kinds, wanted, None)
            yield text, Filters()
        return
    # Nothing but words, a place, or company: search reads the words as they stand.
    yield text or request.rest, Filters()
    if request.spans:
        yield "", Filters(_OUTINGS, within_km=request.radius_km or _AROUND_KM)


def _wanted(request: Request) -> frozenset[TermId]:
    """The concepts that a candidate must hold one of."""
    return frozenset(TermId(theme) for theme in request.themes if not theme.startswith("-")).union(
        request.labels
    )


def _proposal(
    listing: Listing,
    request: Request,
    answer: Fit,
    origin: Point,
    found: float,
    now: datetime,
) -> Proposal:
    away = distance_km(origin, Point(listing.place.latitude, listing.place.longitude))
    wanted = _wanted(request)
    held = len(wanted & terms(listing)) / len(wanted) if wanted else 0.0
    suited = sum(
        reason.field in {"audience", "prices", "access", "pets"} for reason in answer.reasons
    )
    fresh = (
        listing.confirmed is not None
        and (now.date() - listing.confirmed).days <= weights.FRESH_DAYS
    )
    openness = {True: 1.0, None: 0.5, False: 0.0 if request.when else 0.5}[answer.open]
    reasons = (*answer.reasons, Reason("place", f"{away:.1f} km", listing.confirmed))
    return Proposal(
        listing=listing,
        reasons=reasons,
        cautions=(*answer.against, *answer.cautions),
        distance_km=round(away, 2),
        open=answer.open,
        parts=(
            ("themes", weights.THEMES * held),
            ("words", weights.WORDS * found),
            ("open", weights.OPEN * openness),
            ("near", weights.NEAR * 0.5 ** (away / weights.HALVING_KM)),
            ("party", weights.PARTY * min(1.0, suited / 2)),
            ("fresh", weights.FRESH * fresh),
        ),
    )


def _rank(proposal: Proposal) -> tuple[float, float, str]:
    return (-proposal.score, proposal.distance_km, proposal.listing.id)
