"""Days whose wishes are told in an order, days until a train, days with the nights in a place, and
the hour of lunch where no table is known."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from catalog.advice.holding import holdings
from catalog.advice.ordered import in_order
from catalog.advice.origin import origin_of
from catalog.advice.travel import Mode, point_of
from catalog.advice.wishing import by_day
from catalog.clock import PARIS
from catalog.geo import distance_km
from catalog.model import Kind
from catalog.request import read
from kiosk.i18n import translator
from kiosk.present.advice_plan import plan_lines
from tests.bench.turns import PLACES
from tests.kiosk.test_advice_transcripts import adviser
from tests.kiosk.test_planned_days import said, stops, tables

if TYPE_CHECKING:
    from catalog.advice import Adviser
    from kiosk.conversation import Reply

__all__ = ["adviser"]

FRIDAY = datetime(2026, 7, 24, 9, 0, tzinfo=PARIS)


def held(reply: Reply, term: str) -> list[datetime]:
    """When the stops begin that are this."""
    return [s.begin for s in stops(reply) if term in s.proposal.listing.concepts and not s.meal]


IN_PARTS = {
    "fr": "un château le matin et une cave l'après-midi",
    "en": "a castle in the morning and a winery in the afternoon",
    "de": "vormittags eine Burg, nachmittags ein Weingut",
    "es": "castillo por la mañana y bodega por la tarde",
    "it": "un castello la mattina e una cantina il pomeriggio",
    "nl": "'s ochtends een kasteel, 's middags een wijnkelder",
    "oc": "un castèl lo matin e un celièr lo vèspre",
    "ca": "un castell al matí i un celler a la tarda",
}


@pytest.mark.parametrize(("lang", "text"), IN_PARTS.items())
def test_each_wish_has_its_part_of_the_day(adviser: Adviser, lang: str, text: str) -> None:
    reply = said(adviser, (text,), lang, "Carmaux", FRIDAY)
    castles, wineries = held(reply, "castle"), held(reply, "winery")
    assert castles
    assert wineries
    assert max(castles).hour < 13
    assert min(wineries).hour >= 13
    assert tables(reply)


IN_TURN = {
    "fr": "demain, d'abord le marché puis le musée",
    "en": "tomorrow the market first, then a museum",
    "de": "morgen erst der Markt, dann ein Museum",
    "es": "mañana primero el mercado y luego un museo",
    "it": "domani prima il mercato, poi un museo",
    "nl": "morgen eerst de markt, daarna een museum",
    "oc": "deman, d'abòrd lo mercat, puèi un musèu",
    "ca": "demà primer el mercat i després un museu",
}
AFTER = {
    "fr": "une journée demain : un musée après le marché",
    "en": "a whole day tomorrow: a museum after the market",
    "de": "ein ganzer Tag morgen: ein Museum nach dem Markt",
    "es": "un día entero mañana: un museo después del mercado",
    "it": "una giornata intera domani: un museo dopo il mercato",
    "nl": "een hele dag morgen: een museum na de markt",
    "oc": "una jornada deman : un musèu aprèp lo mercat",
    "ca": "un dia sencer demà: un museu després del mercat",
}
BEFORE = {
    "fr": "une journée demain : le marché avant le musée",
    "en": "a whole day tomorrow: the market before the museum",
    "de": "ein ganzer Tag morgen: der Markt vor dem Museum",
    "es": "un día entero mañana: el mercado antes del museo",
    "it": "una giornata intera domani: il mercato prima del museo",
    "oc": "una jornada deman : lo mercat abans lo musèu",
    "ca": "un dia sencer demà: el mercat abans del museu",
}


@pytest.mark.parametrize(
    ("lang", "text"),
    [pair for told in (IN_TURN, AFTER, BEFORE) for pair in told.items()],
)
def test_wishes_come_in_the_order_that_is_told(adviser: Adviser, lang: str, text: str) -> None:
    reply = said(adviser, (text,), lang, "Carmaux", datetime(2026, 7, 23, 9, 0, tzinfo=PARIS))
    markets, museums = held(reply, "market"), held(reply, "museum")
    assert markets
    assert museums
    assert max(markets) < min(museums)


def test_who_names_two_things_in_a_row_sees_nothing_else(adviser: Adviser) -> None:
    reply = said(adviser, (IN_TURN["fr"],), "fr", "Carmaux", FRIDAY)
    seen = {term for stop in stops(reply) for term in stop.proposal.listing.concepts[:1]}
    assert seen <= {"market", "museum"}


def test_a_table_after_one_visit_is_no_planned_day(adviser: Adviser) -> None:
    assert said(adviser, ("un musée puis un restaurant",), "fr", "Carmaux", FRIDAY).plan is None


def test_rather_than_is_no_order(adviser: Adviser) -> None:
    text = "liever een kasteel dan een museum"
    assert said(adviser, (text,), "nl", "Carmaux", FRIDAY).plan is None


def test_what_is_told_for_the_afternoon_of_a_day_is_then(adviser: Adviser) -> None:
    reply = said(adviser, ("une journée demain, baignade l'après-midi",), "fr", "Carmaux", FRIDAY)
    assert reply.plan is not None
    assert reply.plan.days[0].start.hour == 9
    assert min(held(reply, "swimming")).hour >= 13


def test_an_ice_cream_that_is_not_to_be_had_is_told(adviser: Adviser) -> None:
    reply = said(adviser, ("morgen erst ein Museum, dann Eis, dann baden",), "de", "Albi", FRIDAY)
    assert held(reply, "museum")
    assert any("Eisdiele" in line for line in reply.lines)


def test_the_days_of_a_stay_follow_the_order_of_its_places(adviser: Adviser) -> None:
    reply = said(adviser, ("two days: first Cordes, then Najac",), "en", "Carmaux", FRIDAY)
    assert reply.plan is not None
    towns = [{s.proposal.listing.place.commune for s in day.stops} for day in reply.plan.days]
    assert "Cordes-sur-Ciel" in towns[0]
    assert "Najac" in towns[1]


UNTIL = {
    "fr": "jusqu'à 16h, puis notre train",
    "en": "until 4 pm, then our train",
    "de": "wir müssen um 16 Uhr am Bahnhof sein",
    "es": "tenemos que estar en la estación a las 16",
    "it": "dobbiamo essere in stazione alle 16",
    "nl": "we moeten om 16 uur op het station zijn",
    "oc": "nos cal èsser a la gara a 16 oras",
    "ca": "hem de ser a l'estació a les 16",
}


@pytest.mark.parametrize(("lang", "text"), UNTIL.items())
def test_the_time_until_the_train_is_filled_on_foot(adviser: Adviser, lang: str, text: str) -> None:
    now = FRIDAY.replace(hour=10)
    reply = said(adviser, (text,), lang, "Carmaux", now)
    assert reply.plan is not None
    day = reply.plan.days[0]
    assert day.back <= now.replace(hour=16, tzinfo=None)
    assert day.mode is Mode.WALK
    assert day.day == now.date()


def test_an_hour_until_the_train_is_no_plan(adviser: Adviser) -> None:
    now = FRIDAY.replace(hour=15)
    assert said(adviser, (UNTIL["fr"],), "fr", "Carmaux", now).plan is None


SLEEPING = {
    "fr": "deux jours en dormant à Cordes",
    "en": "two days sleeping in Cordes",
    "de": "zwei Tage mit Übernachtung in Cordes",
    "es": "dos días en coche, dormir en Cordes",
    "it": "due giorni dormendo a Cordes",
    "nl": "twee dagen met overnachting in Cordes",
    "oc": "dos jorns en dormissent a Còrdas",
    "ca": "dos dies dormint a Cordes",
}


@pytest.mark.parametrize(("lang", "text"), SLEEPING.items())
def test_days_with_the_nights_in_a_place_are_planned(
    adviser: Adviser, lang: str, text: str
) -> None:
    reply = said(adviser, (text,), lang, "Carmaux", FRIDAY)
    assert reply.plan is not None
    assert len(reply.plan.days) == 2
    first = reply.plan.days[0]
    cordes = origin_of("Cordes-sur-Ciel", adviser, "here")
    assert first.bed is not None
    assert distance_km(cordes, point_of(first.bed.listing)) <= 15
    assert first.no_bed_at == "Cordes-sur-Ciel"  # none is known there
    assert any("Cordes-sur-Ciel" in line for line in plan_lines(reply.plan, translator(lang)))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "où dormir deux jours à Cordes ?"),
        ("en", "where to sleep two days in Cordes"),
        ("de", "wo kann man zwei Tage in Cordes schlafen?"),
        ("es", "dónde dormir dos días en Cordes"),
        ("it", "dove dormire due giorni a Cordes"),
        ("nl", "waar slapen, twee dagen in Cordes"),
    ],
)
def test_who_asks_where_to_sleep_is_shown_beds(adviser: Adviser, lang: str, text: str) -> None:
    reply = said(adviser, (text,), lang, "Carmaux", FRIDAY)
    assert reply.plan is None
    assert reply.advice is not None
    assert all(Kind.LODGING in each.listing.kinds for each in reply.advice.proposals)


def test_of_two_things_in_no_order_both_are_seen(adviser: Adviser) -> None:
    texts = {
        "fr": "une journée en voiture : vin et châteaux",
        "en": "a whole day by car: wine and castles",
        "de": "ein ganzer Tag mit dem Auto: Wein und Burgen",
        "nl": "een hele dag met de auto: wijn en kastelen",
    }
    for lang, text in texts.items():
        reply = said(adviser, (text,), lang, "Albi", FRIDAY)
        assert held(reply, "castle"), lang
        assert any(Kind.PRODUCER in s.proposal.listing.kinds for s in stops(reply)), lang


ENDING = {
    "fr": "une journée à Cordes et Najac, nous dormons à Najac",
    "en": "a day in Cordes and Najac, we are sleeping in Najac",
    "es": "un día en Cordes y Najac, dormimos en Najac",
    "it": "una giornata a Cordes e Najac, dormiamo a Najac",
    "ca": "un dia a Cordes i Najac, dormim a Najac",
}


@pytest.mark.parametrize(("lang", "text"), ENDING.items())
def test_a_day_ends_where_one_sleeps(adviser: Adviser, lang: str, text: str) -> None:
    reply = said(adviser, (text,), lang, "Carmaux", FRIDAY)
    assert reply.plan is not None
    (day,) = reply.plan.days
    assert {"Cordes-sur-Ciel", "Najac"} <= {s.proposal.listing.place.commune for s in day.stops}
    assert day.stops[-1].proposal.listing.place.commune == "Najac"
    assert day.back_km < 2


def test_where_one_is_to_be_back_is_no_wish(adviser: Adviser) -> None:
    text = "une journée : Monestiés le matin, Cordes l'après-midi, retour à Carmaux à 18h"
    reply = said(adviser, (text,), "fr", "Carmaux", FRIDAY)
    first = next(s for s in stops(reply) if s.proposal.listing.place.commune == "Monestiés")
    last = next(s for s in stops(reply) if s.proposal.listing.place.commune == "Cordes-sur-Ciel")
    assert first.begin.hour < 13 <= last.begin.hour
    order = in_order(read(text, adviser.place_names()), text)
    (wishes,) = by_day(order, 1, ("Monestiés", "Cordes-sur-Ciel"))
    assert [wish.place for wish in wishes] == ["Monestiés", "Cordes-sur-Ciel"]


def test_a_town_at_which_nothing_is_seen_is_told(adviser: Adviser) -> None:
    reply = said(adviser, ("une journée : Cordes puis Rocamadour",), "fr", "Carmaux", FRIDAY)
    assert any("Rocamadour" in line for line in reply.lines)


def test_days_that_could_not_be_filled_are_told(adviser: Adviser) -> None:
    text = "trois jours sans voiture au départ de la gare d'Albi"
    reply = said(adviser, (text,), "fr", "Albi", FRIDAY)
    assert reply.plan is not None
    assert reply.plan.unplanned == 3 - len(reply.plan.days) > 0


def test_an_afternoon_has_no_lunch(adviser: Adviser) -> None:
    now = FRIDAY.replace(hour=13)
    reply = said(adviser, ("heute Nachmittag drei Stunden, ein Museum",), "de", "Carmaux", now)
    assert stops(reply)
    assert not tables(reply)


def test_dinner_is_in_the_evening_and_the_cellar_before_it(adviser: Adviser) -> None:
    text = "demain, la visite d'une cave puis un dîner"
    reply = said(adviser, (text,), "fr", "Albi", FRIDAY)
    cellars = [s for s in stops(reply) if Kind.PRODUCER in s.proposal.listing.kinds]
    assert cellars
    assert all(13 <= stop.begin.hour < 19 for stop in cellars)


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "quelque chose à faire ce matin et une baignade cet après-midi"),
     ("en", "something to do this morning and a swim this afternoon"),
     ("de", "etwas für den Vormittag und nachmittags baden"),
     ("es", "algo para la mañana y nadar por la tarde"),
     ("it", "qualcosa da fare stamattina e una nuotata nel pomeriggio"),
     ("nl", "iets voor vanochtend en vanmiddag zwemmen"),
     ("oc", "quicòm a far de matin e nadar l'aprèp-miègjorn"),
     ("ca", "alguna cosa al matí i un bany a la tarda")],
)  # fmt: skip
def test_what_has_no_name_is_wished_for_too(adviser: Adviser, lang: str, text: str) -> None:
    told = stops(said(adviser, (text,), lang, "Monestiés"))
    sights = [stop for stop in told if not stop.meal]
    swims = ["swimming" in holdings(stop.proposal.listing) for stop in sights]
    assert swims == [*[False] * (len(sights) - 1), True]
    assert sights[0].begin.hour < 12 <= sights[-1].begin.hour


def test_hours_asked_for_both_halves_of_a_day_plan_none(adviser: Adviser) -> None:
    text = "is the museum open in the morning and in the afternoon?"
    assert said(adviser, (text,), "en", "Monestiés").plan is None


AFTER_DINNER = {
    "fr": "ce soir un restaurant puis un concert",
    "en": "a restaurant tonight, then a concert",
    "de": "heute Abend ein Restaurant und danach ein Konzert",
    "es": "esta noche un restaurante y luego un concierto",
    "it": "stasera un ristorante e poi un concerto",
    "nl": "vanavond een restaurant en daarna een concert",
    "oc": "aqueste ser un restaurant, puèi un concèrt",
    "ca": "aquest vespre un restaurant i després un concert",
}


@pytest.mark.parametrize(("lang", "text"), AFTER_DINNER.items())
def test_what_comes_after_a_dinner_is_in_the_evening_too(lang: str, text: str) -> None:
    order = in_order(read(text, PLACES, lang=lang), text)
    assert order is not None
    assert [wish.part for wish in order.wishes] == ["evening", "evening"]
    assert [wish.step for wish in order.wishes] == [0, 1]
