"""Days for which something is not to be had, and what is told of it: a picnic without a place, an
ice cream, a route, a dinner after an afternoon."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from catalog.advice.outing import PICNIC
from catalog.advice.route import (
    LONGEST_STROLL,
    LONGEST_WAIT,
    PAUSE,
    Candidate,
    Frame,
    best_route,
)
from catalog.advice.travel import point_of
from catalog.clock import PARIS
from catalog.geo import distance_km
from catalog.model import Kind
from tests.kiosk.test_advice_transcripts import adviser
from tests.kiosk.test_planned_days import said, stops

if TYPE_CHECKING:
    from catalog.advice import Adviser
    from kiosk.conversation import Reply

__all__ = ["adviser"]

FRIDAY = datetime(2026, 7, 24, 9, 0, tzinfo=PARIS)


def unmet(reply: Reply) -> set[str]:
    assert reply.plan is not None
    lacks = reply.plan.lacks
    return {*lacks.unmet, *lacks.crowded, *(term for term, *_ in lacks.farther)}


UNTIL = {
    "fr": "demain de 14h à 18h en voiture : un château et un musée",
    "en": "tomorrow from 2 to 6 pm by car: a castle and a museum",
    "de": "morgen von 14 bis 18 Uhr mit dem Auto: eine Burg und ein Museum",
    "it": "domani dalle 14 alle 18 in auto: un castello e un museo",
    "nl": "morgen van 14 tot 18 uur met de auto: een kasteel en een museum",
    "ca": "demà de les dues a les sis de la tarda amb cotxe: un castell i un museu",
}


@pytest.mark.parametrize("lang", UNTIL)
def test_hours_from_one_to_another_are_planned(adviser: Adviser, lang: str) -> None:
    reply = said(adviser, (UNTIL[lang],), lang, "Carmaux", FRIDAY)
    assert reply.plan is not None
    day = reply.plan.days[0]
    assert day.start.hour >= 14
    assert day.back.hour * 60 + day.back.minute <= 18 * 60
    assert stops(reply)


FAR_PICNIC = {
    "fr": "une journée demain en voiture, un musée et un pique-nique, retour à 17h",
    "en": "a day by car tomorrow, a museum and a picnic, back at 5 pm",
    "de": "morgen ein Tag mit dem Auto, ein Museum und ein Picknick, um 17 Uhr zurück",
    "ca": "demà un dia amb cotxe, un museu i un pícnic, tornada a les 17",
}


@pytest.mark.parametrize("lang", FAR_PICNIC)
def test_nobody_drives_far_for_a_picnic(adviser: Adviser, lang: str) -> None:
    reply = said(adviser, (FAR_PICNIC[lang],), lang, "Saint-Antonin-Noble-Val", FRIDAY)
    seen = [point_of(s.proposal.listing) for s in stops(reply) if not s.meal]
    meals = [point_of(s.proposal.listing) for s in stops(reply) if s.meal]
    assert seen
    assert all(min(distance_km(at, each) for each in seen) < 15 for at in meals)
    assert meals or unmet(reply) & {*PICNIC}


NO_ROUTE = {
    "fr": "dimanche en voiture : un château, une route panoramique et un restaurant, retour à 18h",
    "it": "domenica in auto: un castello, una strada panoramica e pranzo, ritorno alle 18",
}


@pytest.mark.parametrize("lang", NO_ROUTE)
def test_a_route_that_is_in_no_day_is_told(adviser: Adviser, lang: str) -> None:
    reply = said(adviser, (NO_ROUTE[lang],), lang, "Najac", FRIDAY)
    assert "driving_route" in unmet(reply)


def test_an_ice_cream_left_out_is_told(adviser: Adviser) -> None:
    text = "demain de 14h à 18h, un château et un glacier"
    assert "ice_cream" in unmet(said(adviser, (text,), "fr", "Najac", FRIDAY))


DINNER = {
    "fr": "on arrive à midi ; l'après-midi une cave puis un village, et dîner vers 7 heures",
    "en": "my sister arrives at noon; what could we do in the afternoon, a winery and then a"
    " village, and dinner around 7",
}


@pytest.mark.parametrize("lang", DINNER)
def test_a_dinner_ends_an_afternoon(adviser: Adviser, lang: str) -> None:
    reply = said(adviser, (DINNER[lang],), lang, "Carmaux", FRIDAY)
    assert stops(reply)
    assert stops(reply)[0].begin.hour >= 13
    last = stops(reply)[-1]
    assert Kind.FOOD in last.proposal.listing.kinds
    assert last.begin.hour >= 19


def test_a_stop_of_the_day_is_no_near_miss(adviser: Adviser) -> None:
    reply = said(adviser, (DINNER["en"],), "en", "Carmaux", FRIDAY)
    seen = {stop.proposal.listing.id for stop in stops(reply)}
    assert reply.advice is not None
    assert seen.isdisjoint(each.listing.id for each in reply.advice.near_misses)


def test_a_day_is_filled_where_one_of_its_wishes_is_not_to_be_had(adviser: Adviser) -> None:
    text = "demain un zoo le matin, un déjeuner, puis un musée l'après-midi"
    sights = [
        stop for stop in stops(said(adviser, (text,), "fr", "Carmaux", FRIDAY)) if not stop.meal
    ]
    assert len(sights) > 1


PICNIC_OR_NONE = {LONGEST_STROLL: [0, PAUSE, 1], LONGEST_WAIT: [0, 2, 1]}
"""By how long one may have nothing to do before a lunch that is had anywhere: who may not,
drives to a table."""


@pytest.mark.parametrize("idle", PICNIC_OR_NONE)
def test_one_strolls_until_a_picnic_alone(idle: int) -> None:
    sights = [Candidate(75, 40.0), Candidate(60, 40.0, open=((13 * 60, 18 * 60),))]
    table = Candidate(75, 10.0, meal=True)
    near = [[0, 5, 55, 5], [5, 0, 55, 5], [55, 55, 0, 55], [5, 5, 55, 0]]
    frame = Frame(570, 1080, 2, lunch=(720, 795), pause=75, rest=40.0, idle=idle)
    route = best_route([*sights, table], near, frame)
    assert [visit.index for visit in route] == PICNIC_OR_NONE[idle]
