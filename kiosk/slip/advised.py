"""What a slip says of the advice that its places come from: the reasons and cautions of each,
what is shut near them, the way out in rain, the stop on the way, the planned day.

Every word is made from the `Advice` of a reply, in the language of the slip; a place that was
chosen elsewhere (a search, a theme) has none.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.clock import PARIS
from kiosk.present import listing_view
from kiosk.present.advice import advice_view, card_view, practical_line, situation_line, way_line
from kiosk.present.advice_cautions import caution_lines
from kiosk.present.advice_plan import plan_lines
from kiosk.present.replies import status_at
from kiosk.present.understood import chips
from kiosk.slip.document import Answer, Beside

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from catalog.advice import Advice, Proposal
    from catalog.model import ListingId
    from catalog.request import Request
    from catalog.request.understood import Part
    from kiosk.conversation import Reply
    from kiosk.present.words import Words
    from kiosk.views import ListingView

SHUT: Final = frozenset({"", "when"})
"""Limits of a near miss that nobody chose: it is shut, cancelled, or not on at that time."""
_MISSES: Final = 2


def answer_of(
    replies: Sequence[Reply],
    last_reply: Reply,
    chosen: Collection[ListingId],
    *,
    words: Words,
    now: datetime,
) -> Answer:
    """What the adviser's `replies`, oldest first, say of the `chosen` places and beside them.
    `last_reply`: where the conversation stands, whose question is the slip's."""
    beside: dict[ListingId, Beside] = {}
    for reply in replies:
        if reply.advice is None:
            continue
        for proposal in _told(reply):
            if proposal.listing.id in chosen:
                beside[proposal.listing.id] = _beside(proposal, reply.advice, words, now)
    last = next((each for each in reversed(replies) if _chosen(each, chosen)), None)
    request = last_reply.dialogue.request
    answer = Answer(
        question=_question(request, words) if request is not None else (),
        beside=beside,
    )
    return answer if last is None else _with_extras(answer, last, chosen, words, now)


def _question(request: Request, words: Words) -> tuple[str, ...]:
    """What was understood, without the words that only search took: a copy of the slip is kept,
    and they may be somebody's name."""
    shown = chips(request, words)
    return tuple(chip.words for chip in shown if not _typed(chip.part))


def _typed(part: Part) -> bool:
    return part.key == "rest" or part.value.removeprefix("-").startswith("name:")


def _told(reply: Reply) -> list[Proposal]:
    """All that a reply has shown."""
    advice = reply.advice
    if advice is None:
        return []
    extras = [each.proposal for each in (advice.fallback, advice.on_the_way) if each is not None]
    days = reply.plan.days if reply.plan is not None else ()
    stops = [stop.proposal for day in days for stop in day.stops]
    return [*advice.near_misses, *extras, *stops, *advice.proposals]


def _chosen(reply: Reply, chosen: Collection[ListingId]) -> bool:
    return any(each.listing.id in chosen for each in _told(reply))


def _beside(proposal: Proposal, advice: Advice, words: Words, now: datetime) -> Beside:
    """Without the time in its reasons: the status tells of it."""
    when = advice.request.moment
    card = card_view(
        proposal,
        words=words,
        now=now,
        weather=advice.request.weather,
        thesaurus=words.thesaurus,
    )
    first = bool(advice.proposals) and advice.proposals[0].listing.id == proposal.listing.id
    return Beside(
        why=card.why,
        but=card.but,
        practical=practical_line(advice.practical, words) if first else "",
        way=card.way,
        status=status_at(proposal, card.listing.status, words, when, now),
    )


def _with_extras(
    answer: Answer, reply: Reply, chosen: Collection[ListingId], words: Words, now: datetime
) -> Answer:
    advice = reply.advice
    if advice is None:
        return answer
    t = words.t
    view = advice_view(advice, t=t, now=now, thesaurus=words.thesaurus)
    first = bool(advice.proposals) and advice.proposals[0].listing.id in chosen
    rain, way = advice.fallback, advice.on_the_way
    # "If it is full" and "on the way" are said of the first proposal alone.
    if rain is not None and (
        rain.proposal.listing.id in chosen or (rain.situation == "full" and not first)
    ):
        rain = None
    if way is not None and (way.proposal.listing.id in chosen or not first):
        way = None
    plan = reply.plan
    planned = plan is not None and any(
        stop.proposal.listing.id in chosen for day in plan.days for stop in day.stops
    )
    if planned:  # the day has its own way and its own rain
        rain = way = None
    return replace(
        answer,
        fallback=_short(rain.proposal, words, now) if rain is not None else None,
        fallback_heading=situation_line(rain.situation, t) if rain is not None else "",
        on_the_way=_short(way.proposal, words, now) if way is not None else None,
        detour=view.detour if way is not None and way.detour_minutes else "",
        misses=_misses(advice, chosen, words, now),
        plan=plan_lines(plan, t) if plan is not None and planned else (),
        gesture=advice.gesture,
    )


def _short(proposal: Proposal, words: Words, now: datetime) -> ListingView:
    """What it is, where, whether it is open, whom to call: the rest is for what was chosen."""
    view = listing_view(proposal.listing, t=words.t, now=now, thesaurus=words.thesaurus)
    return replace(
        view,
        way=way_line(proposal.way, words.t),
        summary=None,
        description=None,
        practical=None,
        address=(),
        hours=(),
        dates=view.dates[:1],
        prices=view.prices[:1],
        access=(),
        labels=(),
        facts=(),
        contacts=view.contacts[:1],
    )


def _misses(
    advice: Advice, chosen: Collection[ListingId], words: Words, now: datetime
) -> tuple[str, ...]:
    """As "La Roucarié: closed since 22 July": what one would have gone to, and why not."""
    t, today = words.t, now.astimezone(PARIS).date()
    said = []
    for miss in advice.near_misses:
        shut = tuple(each for each in miss.against if each.limit in SHUT)
        if not shut or miss.listing.id in chosen:
            continue
        why = caution_lines(replace(miss, cautions=shut), words=words, today=today)
        name = miss.listing.name.best(t.lang)
        if why and name is not None:
            said.append(t._("%(name)s: %(fact)s") % {"name": name.text, "fact": " · ".join(why)})
    return tuple(said[:_MISSES])
