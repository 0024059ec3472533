"""Every reason and caution is in the catalogue, and no card holds a name or a figure that is not.

Answers on the demonstration catalogue, for the questions of the transcripts and for generated
ones, in eight languages. A figure may come from the listing, the clock or a distance.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.advice.model import MAX_PROPOSALS
from catalog.model import LANGUAGES, Kind
from catalog.request import Request
from kiosk.i18n import translator
from kiosk.present.advice import advice_view
from tests.catalog.advice.test_properties import everyone, stated
from tests.kiosk.test_advice_transcripts import BAN, CARMAUX, NOW, QUESTIONS, adviser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.advice import Advice, Adviser, Caution, Proposal, Reason
    from kiosk.present.advice import CardView

__all__ = ["adviser"]  # the transcripts' catalogue is read once for both

ASKED = [question.request for question in QUESTIONS]
DIGITS = re.compile(r"\d+")
requests = st.builds(
    Request,
    types=st.sampled_from(
        [
            *((), (Kind.ATTRACTION,), (Kind.ACTIVITY,), (Kind.ITINERARY,), (Kind.FOOD,)),
            (Kind.FOOD, Kind.ATTRACTION),
            *((Kind.MARKET,), (Kind.SERVICE,), (Kind.EVENT,), (Kind.LODGING,)),
        ]
    ),
    themes=st.lists(
        st.sampled_from(["museum", "lake", "walking", "restaurant", "toilets", "market", "castle"]),
        unique=True,
        max_size=2,
    ).map(tuple),
    when=st.sampled_from([None, "now", "tomorrow:morning", "sat:evening", "this_weekend"]),
    party=st.sampled_from([(), ("kids",), ("dog",), ("couple",), ("age:2",), ("seniors",)]),
    weather=st.sampled_from([None, "rain", "hot"]),
    mobility=st.sampled_from([(), ("wheelchair",), ("public_transport",), ("bike",)]),
    max_price=st.sampled_from([None, 0.0, 12.0, "low"]),
    max_km=st.sampled_from([None, 8.0]),
    duration=st.sampled_from([None, "45min", "day", "weekend"]),
    renown=st.sampled_from(["", "best", "little"]),
)


def said(card: CardView) -> Iterator[str]:
    yield from (card.status, *card.why, *card.but, card.way)


def figures(proposal: Proposal) -> set[str]:
    """The figures that may stand in a sentence about a proposal: those of the catalogue, of the
    reasons and cautions drawn from it, of the way, and of today."""
    whole = repr(proposal.listing)
    drawn = repr((proposal.reasons, proposal.cautions, proposal.standing, proposal.notices))
    hours, minutes = divmod(proposal.way.minutes, 60)
    way = [*way_figures(proposal.way.straight_km), str(proposal.way.minutes), str(hours)]
    way += [str(minutes), f"{minutes:02d}"]
    found = set(DIGITS.findall(f"{whole} {drawn} {NOW.isoformat()}")) | set(way)
    # 7.50 is written 7,50; 09:30 also 9:30; 2250 m is 2,3 km; 135 min is 2 h 15.
    for number in tuple(found):
        found |= {number.lstrip("0") or "0", number.zfill(2)}
    route = proposal.listing.itinerary
    if route is not None:
        if route.distance_m is not None:
            found |= set(way_figures(route.distance_m / 1000))
        if route.duration_min is not None:
            hours, minutes = divmod(route.duration_min, 60)
            found |= {str(hours), str(minutes), f"{minutes:02d}"}
    for caution in proposal.cautions:
        if caution.field in {"place", "transport"}:
            found |= set(way_figures(float(caution.value.removesuffix(" km"))))
    for price in proposal.listing.prices:
        for amount in (price.minimum, price.maximum):
            if amount is not None:
                found |= set(DIGITS.findall(f"{amount:.2f}"))
    return found


def way_figures(kilometres: float) -> list[str]:
    """A distance as it may be written: in metres by tens, in kilometres with or without a tenth."""
    texts = [f"{kilometres:.1f}", f"{kilometres:.0f}", f"{round(kilometres * 1000, -1):.0f}"]
    texts.append(f"{round(kilometres + 1e-9, 1):.1f}")
    return [number for text in texts for number in DIGITS.findall(text)]


def check(advice: Advice, adviser: Adviser) -> None:
    for proposal in everyone(advice):
        for reason in proposal.reasons:
            assert reason.field in {"notice", "place"} or _stated(proposal, reason)
        for caution in proposal.cautions:
            assert _true(proposal, caution), caution
        assert adviser.catalogue.get(proposal.listing.id) == proposal.listing
    for practical in advice.practical:
        assert practical.listing is None or practical.distance_km <= 2
    assert len(advice.near_misses) <= MAX_PROPOSALS
    assert advice.about is None or advice.about is advice.near_misses[0]


def _stated(proposal: Proposal, reason: Reason) -> bool:
    if reason.field == "access.marks":
        return reason.value in [mark.value for mark in proposal.listing.access.marks]
    if reason.field == "spoken":
        return reason.value in proposal.listing.spoken
    return stated(proposal.listing, reason)


def _true(proposal: Proposal, caution: Caution) -> bool:
    """Whether the listing does say, or not say, what a caution tells of it."""
    listing = proposal.listing
    match caution.field, caution.value:
        case "pets", value:
            return {"unknown": listing.pets is None, "no": listing.pets is False}[value]
        case "prices", "unknown":
            return not any(price.minimum or price.free for price in listing.prices)
        case "prices", value:
            return value in [str(price.minimum) for price in listing.prices]
        case "cancelled", _:
            return listing.cancelled
        case "kinds", value:
            return value == listing.kind.value
        case "lacks", value:
            return value not in {*listing.concepts, *listing.amenities, *listing.themes}
        case "itinerary.distance_m", value:
            stated_m = listing.itinerary and listing.itinerary.distance_m
            return value == ("unknown" if stated_m is None else str(stated_m))
        case "notice", _:
            return listing.id == BAN.listing
    return True


def spoken(advice: Advice, adviser: Adviser, lang: str) -> None:
    """No sentence of any card holds a figure from nowhere."""
    view = advice_view(advice, t=translator(lang), now=NOW, thesaurus=adviser.catalogue.thesaurus)
    pairs = [*zip(advice.proposals, view.cards, strict=True)]
    pairs += [*zip(advice.near_misses, view.near_misses, strict=True)]
    if advice.fallback is not None and view.fallback is not None:
        pairs.append((advice.fallback.proposal, view.fallback))
    if advice.on_the_way is not None and view.on_the_way is not None:
        pairs.append((advice.on_the_way.proposal, view.on_the_way))
    for proposal, card in pairs:
        allowed = figures(proposal)
        assert card.listing.title in {text.text for text in proposal.listing.name.texts}
        for sentence in said(card):
            unknown = [each for each in DIGITS.findall(sentence) if each not in allowed]
            assert not unknown, (lang, sentence, unknown)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_transcripts_say_nothing_from_nowhere(adviser: Adviser, lang: str) -> None:
    for request in ASKED:
        advice = adviser.advise(replace(request, lang=lang), here=CARMAUX, now=NOW)
        check(advice, adviser)
        spoken(advice, adviser, lang)


@given(requests, st.sampled_from(LANGUAGES))
@settings(max_examples=40)
def test_no_answer_says_anything_from_nowhere(
    adviser: Adviser, request: Request, lang: str
) -> None:
    advice = adviser.advise(replace(request, lang=lang), here=CARMAUX, now=NOW)
    check(advice, adviser)
    spoken(advice, adviser, lang)
