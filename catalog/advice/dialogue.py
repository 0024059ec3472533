"""A conversation as one frozen value, and the pure steps from one to the next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from catalog.advice.dayhours import minute_of
from catalog.advice.doubts import unsuited
from catalog.advice.profiles import profiles, verdict
from catalog.advice.tariffs import lowest_price
from catalog.model import ListingId
from catalog.request import Request
from catalog.request.interview import answered
from catalog.request.turns import turn
from catalog.request.turns_merging import errand
from catalog.request.turns_model import Act, Past, Shown, Turn
from catalog.request.understood import without
from catalog.vocabulary import wider

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from catalog.advice.advising import Adviser
    from catalog.advice.dayplan import DayPlan
    from catalog.advice.model import Advice, Proposal
    from catalog.geo import Point
    from catalog.model import Listing
    from catalog.request import PlaceNames
    from catalog.request.interview import Option, Step
    from catalog.request.understood import Part

ANSWERED_ANEW: Final = frozenset({Act.NEW, Act.REFINE, Act.MORE})
"""The turns after which the request is to be answered again."""
_FIGURES: Final = frozenset({"max_km", "max_price"})
"""What "shorter" and "cheaper" limit."""
_REMEMBERED: Final = 8
"""How many steps "back" can go."""
_TRIES: Final = 6
"""How often what is not longer is left out before the rest is told as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogue:
    """Where a conversation stands. `request` and `text` as in `Past`; `shown`: the proposals
    last shown; `left_out`: those that the answer on the screen leaves out; `passed`: all that were
    passed over since the question was asked, which "something else" never brings back; `refused`:
    those of them refused one by one ("not the second") or known to the visitor, which come back for
    want of others only; `kept`: the stops of each day, where only one of them or its hours are
    changed, and `fewer` where nothing comes beside them; `asked_back`: the steps the kiosk has
    asked since the visitor's last question of their own; `question`: the one that still stands;
    `planned`: whether a day was planned; `before`: where "back" goes.
    """

    lang: str | None = None
    request: Request | None = None
    text: str = ""
    shown: tuple[Shown, ...] = ()
    left_out: frozenset[ListingId] = frozenset()
    passed: frozenset[ListingId] = frozenset()
    refused: frozenset[ListingId] = frozenset()
    kept: frozenset[tuple[date, ListingId]] = frozenset()
    fewer: bool = False
    chosen: ListingId | None = None
    asked: str | None = None
    asked_back: tuple[str, ...] = ()
    question: str | None = None
    planned: bool = False
    turn: Turn | None = None
    before: Dialogue | None = None

    @property
    def waits(self) -> bool:
        """Whether the request is to be answered anew."""
        return self.turn is not None and self.turn.act in ANSWERED_ANEW

    @property
    def past(self) -> Past:
        """What the next turn refers back to."""
        return Past(
            request=self.request,
            text=self.text,
            shown=self.shown,
            chosen=self.chosen,
            asked=self.asked,
            asked_when=self.turn.when if self.turn is not None else None,
            question=self.question,
            planned=self.planned,
            outing=self._outing,
        )

    @property
    def _outing(self) -> Past | None:
        """The last question that was no errand, where the one that stands is one."""
        asked: Dialogue | None = self
        while asked is not None and asked.request is not None and errand(asked.request):
            asked = asked.before
        if asked is None or asked is self or asked.request is None:
            return None
        return Past(request=asked.request, text=asked.text, shown=asked.shown)


def step(
    dialogue: Dialogue, text: str, places: PlaceNames, *, today: date | None = None
) -> Dialogue:
    """The conversation after the visitor says `text`. Pure; never raises."""
    said = turn(dialogue.past, text, places, lang=dialogue.lang, today=today)
    if said.act is Act.RESTART:
        return Dialogue(lang=dialogue.lang, turn=said)
    if said.act is Act.BACK:
        return back(dialogue, said)
    if said.act is Act.NEW:
        fresh = Dialogue(lang=dialogue.lang, before=_remembered(dialogue))
        return replace(fresh, request=said.request, text=said.text, turn=said)
    if said.act in ANSWERED_ANEW:
        changed = _passing_over(_changed(dialogue, said.request, said.text), said)
        return replace(changed, turn=said, lang=said.language or dialogue.lang)
    return replace(
        dialogue,
        turn=said,
        lang=said.language or dialogue.lang,
        request=said.request,
        chosen=said.target or dialogue.chosen,
        asked=said.field,
        question=None,
    )


def _passing_over(dialogue: Dialogue, said: Turn) -> Dialogue:
    """The conversation that leaves out what a turn passes over: all that was passed over before
    for "something else", of another day or place only what was refused one by one or is known."""
    one_by_one = said.act is Act.MORE and len(said.without) < len(dialogue.shown)
    refused = dialogue.refused | (said.without if one_by_one or said.known else frozenset())
    left_out = said.without | refused
    if said.act is Act.MORE:
        left_out |= dialogue.passed
    elif said.without:
        left_out |= dialogue.left_out  # "still cheaper" shows nothing again either
    passed = dialogue.passed | left_out
    kept = frozenset(
        (each.day, each.id)
        for each in dialogue.shown
        if said.keeps and each.day is not None and each.id not in left_out
    )
    dialogue = replace(dialogue, left_out=left_out, passed=passed, refused=refused)
    return replace(dialogue, kept=kept, fewer=said.fewer)


def advised(
    adviser: Adviser, dialogue: Dialogue, request: Request, *, here: Point, now: datetime
) -> tuple[Dialogue, Advice]:
    """The advice for where a conversation stands, and the conversation that leaves out what it
    left out. "Longer" leaves out what is known to be shorter. Where nothing else is to be had,
    what was passed over before comes back. Those shown do where neither they nor others state what
    is to be compared, and where nothing at all is nearer, shorter or cheaper: they come closest."""
    said, text = dialogue.turn, dialogue.text
    ask = partial(adviser.advise, request, here=here, now=now, text=text)
    advice = ask(without=dialogue.left_out)
    for _ in range(_TRIES):
        short = _shorter(advice.proposals, said)
        if not short:
            break
        dialogue = replace(dialogue, left_out=dialogue.left_out | short)
        advice = ask(without=dialogue.left_out)
    unfit = bool(advice.proposals) and all(map(unsuited, advice.proposals))
    if (
        said is not None
        and said.unstated
        and (unfit or not _states(advice.proposals, said.unstated))
    ):
        left = dialogue.left_out - said.without
        return replace(dialogue, left_out=left), ask(without=left)
    if said is not None and said.figureless and advice.unsure & _FIGURES:
        left = dialogue.left_out - said.figureless
        again = ask(without=left)
        if again.unsure & _FIGURES:
            return replace(dialogue, left_out=left), again
    if said is not None and said.act is Act.REFINE and not advice.proposals:
        left = said.without
        if left != dialogue.left_out and said.beyond is None:
            dialogue = replace(dialogue, left_out=left)
            advice = ask(without=left)
        if said.without and not advice.proposals and said.beyond is None:
            dialogue = replace(dialogue, left_out=frozenset())
            advice = ask(without=frozenset())
            if request.radius_km is not None:
                nearest = sorted(advice.near_misses, key=_how_near)
                advice = replace(advice, near_misses=tuple(nearest))
    return dialogue, advice


def _states(proposals: Iterable[Proposal], what: str) -> bool:
    """Whether one of them states the figure ("length", "price", "difficulty")."""
    for each in map(shown, proposals):
        length = each.length_km or each.minutes
        stated = {"length": length, "price": each.price, "difficulty": each.difficulty}
        if stated[what] is not None:
            return True
    return False


def _how_near(miss: Proposal) -> tuple[int, float]:
    """What is only too far, the nearest first; then what does not fit otherwise either."""
    return len(miss.against), miss.distance_km or 0.0


def _shorter(proposals: Iterable[Proposal], said: Turn | None) -> frozenset[ListingId]:
    """The routes that are not longer than what was shown, where something longer was asked for."""
    if said is None or said.beyond is None:
        return frozenset()
    lengths = ((each.id, each.length_km) for each in map(shown, proposals))
    return frozenset(id for id, length in lengths if length and length <= said.beyond)


def back(dialogue: Dialogue, said: Turn | None = None) -> Dialogue:
    """The conversation one question ago, to be answered again in the language of today; itself,
    with the `BACK` that leads nowhere, at the beginning."""
    before = dialogue.before
    if said is not None and said.wanted is not None:
        before = _sought(before, said.wanted)
        if before is None:
            found = replace(said, act=Act.NEW, request=said.wanted)
            fresh = Dialogue(lang=dialogue.lang, before=_remembered(dialogue))
            return replace(fresh, request=said.wanted, text=said.text, turn=found)
    if before is None:
        said = said or Turn(act=Act.BACK, request=dialogue.request, text=dialogue.text)
        return replace(dialogue, turn=said)
    again = Turn(act=Act.REFINE, request=before.request, text=before.text)
    return replace(before, lang=dialogue.lang, turn=again, question=None)


def _sought(before: Dialogue | None, wanted: Request) -> Dialogue | None:
    """The last question before in which this was sought."""
    while before is not None and before.request is not None:
        asked = before.request
        if set(wanted.themes) <= set(asked.themes) and set(wanted.types) & set(asked.types):
            return before
        before = before.before
    return None


def told(dialogue: Dialogue, proposals: Iterable[Proposal]) -> Dialogue:
    """The conversation once these proposals are shown."""
    return replace(dialogue, shown=tuple(shown(each) for each in proposals), planned=False)


def told_days(dialogue: Dialogue, days: Iterable[DayPlan]) -> Dialogue:
    """The conversation once these days are planned, of which the stops are shown."""
    stops = tuple(
        replace(shown(stop.proposal), day=each.day, begin=minute_of(stop.begin.time()))
        for each in days
        for stop in each.stops
    )
    return replace(dialogue, shown=stops, planned=True)


def uncounted(dialogue: Dialogue, often: Mapping[ListingId, int]) -> Mapping[ListingId, int]:
    """How often each was shown today, those shown now left out: else a question about them would
    put others in their place."""
    now = {each.id for each in dialogue.shown}
    return {id: count for id, count in often.items() if id not in now}


def taken_away(dialogue: Dialogue, part: Part) -> Dialogue:
    """The conversation without one part of what was understood."""
    if dialogue.request is None:
        return dialogue
    return _tapped(dialogue, without(dialogue.request, part))


def tapped(dialogue: Dialogue, question: Step, option: Option) -> Dialogue:
    """The conversation after one answer of a question back was tapped."""
    if dialogue.request is None:
        return dialogue
    return _tapped(dialogue, answered(dialogue.request, question, option))


def asked_back(dialogue: Dialogue, question: Step) -> Dialogue:
    """The conversation once the kiosk has asked this."""
    asked_before = (*dialogue.asked_back, question.id)
    return replace(dialogue, asked_back=asked_before, question=question.id)


def interviewed(dialogue: Dialogue, request: Request) -> Dialogue:
    """The conversation after the guided interview, whose request is a question of its own."""
    said = Turn(act=Act.NEW, request=request)
    fresh = Dialogue(lang=dialogue.lang, before=_remembered(dialogue))
    return replace(fresh, request=request, turn=said)


def shown(proposal: Proposal) -> Shown:
    """What a follow-up may refer to of one proposal."""
    listing, route = proposal.listing, proposal.listing.itinerary
    length = route.distance_m if route is not None else None
    price = lowest_price(listing)
    return Shown(
        id=listing.id,
        kinds=listing.kinds,
        names=tuple(name.text for name in listing.name.texts),
        commune=listing.place.commune or "",
        terms=frozenset(term for own in listing.concepts for term in (own, *wider(own))),
        distance_km=proposal.distance_km,
        length_km=length / 1000 if length else None,
        minutes=route.duration_min if route is not None else None,
        price=float(price) if price is not None else None,
        difficulty=route.difficulty if route is not None else None,
        roof=_roof(listing),
    )


def _roof(listing: Listing) -> str:
    """What it is first of all, where that is a shelter from the rain; "" where it is none."""
    judged = verdict(listing, profiles()["weather_rain"])
    return judged[1] if judged == ("suits", *listing.concepts[:1]) else ""


def _tapped(dialogue: Dialogue, request: Request) -> Dialogue:
    said = Turn(act=Act.REFINE, request=request, text=dialogue.text)
    changed = _changed(dialogue, request, dialogue.text)
    return replace(changed, turn=said, left_out=dialogue.refused, kept=frozenset(), fewer=False)


def _changed(dialogue: Dialogue, request: Request | None, text: str) -> Dialogue:
    return replace(
        dialogue,
        request=request,
        text=text,
        chosen=None,
        asked=None,
        question=None,
        before=_remembered(dialogue),
    )


def _remembered(dialogue: Dialogue) -> Dialogue | None:
    """The conversation as something to go back to, its own past cut to a few steps."""
    if dialogue.request is None:
        return dialogue.before
    return _cut(dialogue, _REMEMBERED)


def _cut(dialogue: Dialogue, most: int) -> Dialogue | None:
    if most == 0:
        return None
    before = _cut(dialogue.before, most - 1) if dialogue.before is not None else None
    return replace(dialogue, before=before)
