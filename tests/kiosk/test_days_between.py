"""What belongs to a day between its sights: coffee and cake, the way there, the nights, the half
that was told."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from catalog.advice.things import TREATS
from catalog.advice.travel import Mode
from catalog.clock import PARIS
from tests.kiosk.test_advice_transcripts import adviser
from tests.kiosk.test_days_filled import unmet
from tests.kiosk.test_planned_days import said, stops

if TYPE_CHECKING:
    from catalog.advice import Adviser
    from kiosk.conversation import Reply

__all__ = ["adviser"]

FRIDAY = datetime(2026, 7, 24, 9, 0, tzinfo=PARIS)


def treats(reply: Reply) -> list[int]:
    """The hours at which one sits down between two meals."""
    return [
        stop.begin.hour
        for stop in stops(reply)
        if not stop.meal and TREATS.intersection(stop.proposal.listing.concepts)
    ]


TEA = {
    "fr": "une journée demain en voiture : un jardin, un musée et un salon de thé",
    "en": "a day out tomorrow by car: a garden, a museum and tea and cake",
    "de": "morgen ein ganzer Tag mit dem Auto: ein Garten, ein Museum und Kaffee und Kuchen",
    "nl": "morgen een dagje met de auto: een tuin, een museum en koffie met taart",
    "it": "domani una giornata in auto: un giardino, un museo e una sala da tè",
}


@pytest.mark.parametrize("lang", TEA)
def test_tea_is_had_in_the_afternoon_besides_lunch(adviser: Adviser, lang: str) -> None:
    reply = said(adviser, (TEA[lang],), lang, "Saint-Antonin-Noble-Val", FRIDAY)
    assert [14 <= hour <= 18 for hour in treats(reply)] == [True]
    assert unmet(reply).isdisjoint(TREATS)


def test_coffee_ends_a_morning(adviser: Adviser) -> None:
    text = "demain de neuf heures à une heure : un village et un café pour finir, en voiture"
    reply = said(adviser, (text,), "fr", "Monestiés", FRIDAY)
    assert treats(reply)
    assert min(treats(reply)) >= 10
    assert unmet(reply).isdisjoint(TREATS)


@pytest.mark.parametrize(
    ("lang", "way"), [("fr", "à moto"), ("it", "in moto"), ("nl", "met de motor")]
)
def test_a_motorbike_goes_by_motorbike(adviser: Adviser, lang: str, way: str) -> None:
    days = {"fr": "une journée demain", "it": "una giornata domani", "nl": "morgen een hele dag"}
    reply = said(adviser, (f"{days[lang]} {way}",), lang, "Cordes-sur-Ciel", FRIDAY)
    assert {stop.by for stop in stops(reply)} <= {Mode.MOTORBIKE, Mode.WALK}
    assert Mode.MOTORBIKE in {stop.by for stop in stops(reply)}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "deux nuits par ici en voiture, des villages et où dormir"),
        ("it", "due notti da queste parti in auto, borghi e dove dormire"),
    ],
)
def test_two_nights_are_slept_twice(adviser: Adviser, lang: str, text: str) -> None:
    reply = said(adviser, (text,), lang, "Cordes-sur-Ciel", FRIDAY)
    assert reply.plan is not None
    assert [bool(day.bed) for day in reply.plan.days] == [True, True, False]


CASTLE_AND_CELLAR = {
    "fr": "dimanche toute la journée en voiture, il pleut : un château et une cave, bien déjeuner",
    "en": "all day Sunday by car, rain: a castle and a winery, and a good lunch",
    "de": "Sonntag den ganzen Tag mit dem Auto, Regen: eine Burg und ein Weingut, gut essen",
    "ca": "diumenge tot el dia amb cotxe, plou: un castell i un celler i dinar bé",
}


@pytest.mark.parametrize("lang", CASTLE_AND_CELLAR)
def test_one_cellar_is_enough_beside_a_castle(adviser: Adviser, lang: str) -> None:
    reply = said(adviser, (CASTLE_AND_CELLAR[lang],), lang, "Gaillac", FRIDAY)
    assert sum("winery" in stop.proposal.listing.concepts[:1] for stop in stops(reply)) == 1


HALF = {
    "fr": "une demi-journée demain après-midi en voiture : un musée, puis un village, retour à 18h",
    "en": "an easy half day tomorrow afternoon by car, a museum, then a village, back by six",
    "de": "morgen Nachmittag ein halber Tag im Auto: ein Museum, dann ein Dorf, um 18 Uhr zurück",
}


@pytest.mark.parametrize("lang", HALF)
def test_half_a_day_of_the_afternoon_is_no_morning(adviser: Adviser, lang: str) -> None:
    reply = said(adviser, (HALF[lang],), lang, "Carmaux", FRIDAY)
    assert reply.plan is not None
    assert reply.plan.days[0].start.hour >= 13
    assert len(stops(reply)) > 1
