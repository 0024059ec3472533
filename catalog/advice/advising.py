"""From a request to advice: which wish is weighed, what is said where nothing answers it, and what
goes beside the proposals."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from catalog.advice.about import spelt_out, unlabelled
from catalog.advice.afoot import afoot
from catalog.advice.anchor import anchored, is_beside
from catalog.advice.arriving import with_arrival
from catalog.advice.beside import beside
from catalog.advice.by_train import carried
from catalog.advice.choosing import proposed
from catalog.advice.departing import going_out
from catalog.advice.elsewhere import elsewhere
from catalog.advice.figures import with_prices
from catalog.advice.meant import as_meant
from catalog.advice.meanwhile import seen_meanwhile
from catalog.advice.missing import in_order, near_misses, relaxed, subject
from catalog.advice.model import MAX_PROPOSALS, Advice, Proposal, Unanswered
from catalog.advice.office import office_at_hand, office_to_ask
from catalog.advice.otherwise import at_the_desk, bed_instead, otherwise
from catalog.advice.plain_names import plainly_named
from catalog.advice.search_questions import NAMED_KM
from catalog.advice.sought import wanted
from catalog.advice.timing import asked_by, wall
from catalog.advice.unmet import unmet_themes
from catalog.advice.weighing import Weighing
from catalog.advice.with_meal import before_a_meal, meal_near
from catalog.journal.scrub import scrubbed
from catalog.request import Request, read

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from catalog.advice.anchor import Anchored
    from catalog.geo import Point
    from catalog.model import ListingId, TermId


class Adviser(Weighing):
    """Advice from one open catalogue: see `Weighing` for what may be set anew at any time."""

    def ask(self, text: str, *, here: Point, now: datetime, lang: str | None = None) -> Advice:
        """Read a question and answer it."""
        request = read(text, self.place_names(), lang=lang, today=wall(now).date())
        return self.advise(request, here=here, now=now, text=text)

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
        answer = self._answer(request, here=here, now=now, text=text, without=without)
        return with_prices(answer, text) if text else answer

    def _answer(
        self,
        request: Request,
        *,
        here: Point,
        now: datetime,
        text: str,
        without: Collection[ListingId],
    ) -> Advice:
        """An answer to each sort of request: for a person, of a season, beside something."""
        desk = at_the_desk(request)
        if desk is not request:
            answer = self._advise(desk, here=here, now=now, without=without)
            bed = bed_instead(request)
            if bed is not None and answer.proposals:
                beds = self._advise(bed, here=here, now=now, without=without).proposals
                told = (*answer.proposals[:1], *beds)[:MAX_PROPOSALS]
                answer = replace(answer, proposals=told)
            return replace(answer, request=request)
        if request.moment != request.when:
            in_season = replace(request, when=request.moment)
            answer = self._answer(in_season, here=here, now=now, text=text, without=without)
            return replace(answer, request=request)
        out = going_out(self, request, text, here)
        if out is not request:
            answer = self._answer(out, here=here, now=now, text=text, without=without)
            return replace(answer, request=request)
        plain = plainly_named(self, request, text, here) if text else request
        if plain is not request:
            answer = self._answer(plain, here=here, now=now, text="", without=without)
            return replace(answer, request=request)
        near = anchored(self, request, text, self.origin(request, here))
        if near is None:
            wish = afoot(elsewhere(carried(as_meant(request)), text, self.candidates), text)
            answer = self._with_meal(wish, here=here, now=now, text=text, without=without)
            return replace(answer, request=request)
        start = near.origin if near.leaving else here
        answer = self._advise(near.request, here=start, now=now, without=without, near=near)
        return replace(
            answer,
            request=request,
            proposals=tuple(map(near.told, answer.proposals)),
            near_misses=tuple(map(near.told, answer.near_misses)),
        )

    def _with_meal(
        self,
        request: Request,
        *,
        here: Point,
        now: datetime,
        text: str,
        without: Collection[ListingId],
    ) -> Advice:
        """A visit and the table near it, where both were asked for; else what was asked for, and
        why no visit was found."""
        split = before_a_meal(request)
        if split is None:
            seen = self._advise(request, here=here, now=now, text=text, without=without)
            both = seen_meanwhile(
                self, seen.proposals, request, here=here, now=now, without=without
            )
            return replace(seen, proposals=both)
        visit, terms = split
        seen = self._advise(visit, here=here, now=now, without=without)
        told = meal_near(self, seen.proposals, request, terms, here=here, now=now, without=without)
        if told:
            return replace(seen, proposals=told)
        answer = self._advise(request, here=here, now=now, text=text, without=without)
        if seen.proposals or not answer.proposals or answer.about is not None:
            return answer
        return replace(answer, near_misses=seen.near_misses or answer.near_misses)

    def _advise(
        self,
        request: Request,
        *,
        here: Point,
        now: datetime,
        text: str = "",
        without: Collection[ListingId] = (),
        near: Anchored | None = None,
    ) -> Advice:
        asked, origin = asked_by(request, now), self.origin(request, here)
        ranked, missing = self.compared(
            request, here=here, now=now, text=text, without=without, near=near
        )
        office = office_to_ask(self.catalogue, self.around, here, now)
        told = office[0] if office else None
        taken = proposed(ranked, request, now)
        proposals = with_arrival(taken, self, request, here=here, now=now)
        sites = self.candidates.sites(request, origin)
        about = subject(proposals, missing, request, sites)
        if not proposals and about is None:
            proposals, about = spelt_out(self, request, text, here=here, now=now)
        elif about is not None and sites and wanted(request):
            # What was named is shut: the same sort of thing elsewhere.
            others = replace(request, where=None)
            ranked, more = self.compared(others, here=here, now=now, without=sites)
            proposals, missing = proposed(ranked, others, now), [*missing, *more]
        if about is None and text and not is_beside(request, text):
            about = unlabelled(self, request, proposals, here=here, now=now)
        if not proposals and about is None:
            compare = partial(self.compared, here=here, now=now, without=without)
            proposals, more = otherwise(compare, request, missing, now)
            known = {each.listing.id: each for each in (*more, *missing, *proposals)}
            missing = in_order([e for e in known.values() if e.against], request, now)
        unplaced = self.placing.unplaced(request, here, (*proposals, *missing))
        outside = self.placing.outside(request, here)
        silent = not proposals and about is None
        near_by = near_misses(proposals, missing, request, about)
        # What is left of a name that nobody knows is no wish.
        placed = bool(proposals) and not (unplaced or outside)
        lacking = self._lacking((*proposals, *near_by), request, origin) if placed else ()
        open_wish = silent or unplaced or outside or lacking
        advice = Advice(
            request=request,
            proposals=proposals,
            about=about,
            near_misses=near_by,
            office=told,
            office_km=office[1] if office else None,
            at_hand=office_at_hand(self.catalogue, self.around, here, told),
            relaxed=relaxed(missing) if silent and near_by else (),
            unanswered=unanswered(request, text) if open_wish else None,
            unplaced=unplaced,
            outside=outside,
            unmet=lacking,
            far_away=silent and not near_by and self.candidates.has_any(request),
        )
        if not proposals:
            return advice
        return beside(self, advice, ranked, asked=asked, here=here, now=now)

    def _lacking(
        self, told: Sequence[Proposal], request: Request, origin: Point
    ) -> tuple[TermId, ...]:
        """What was asked for too, is none of those told, and is not to be found around."""
        return tuple(
            term
            for term in unmet_themes(told, request)
            if not self.around.near(origin, (term,), within_km=NAMED_KM, enough=1)
        )

    def setting_out(self, request: Request, text: str, here: Point) -> tuple[Request, Point]:
        """The request without the thing that one starts from ("half a day from the station"),
        and where that is; the request itself, from here, where none is named."""
        request = going_out(self, request, text, here)
        near = anchored(self, request, text, self.origin(request, here))
        if near is None or not near.leaving:
            return afoot(carried(request), text), here
        return near.request, near.origin


def unanswered(request: Request, text: str) -> Unanswered:
    """What to keep of a request that found nothing."""
    kinds = tuple(kind.value for kind in request.types)
    return Unanswered(scrubbed(text), request.lang, kinds, request.themes)
