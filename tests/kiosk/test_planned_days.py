"""A day that holds together, asked of the demonstration catalogue: what it is about, where one
eats, when one is back, and what is said after it."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

import pytest

from catalog.advice.dialogue import Dialogue
from catalog.advice.origin import origin_of
from catalog.advice.outing import goes_its_way, of_the_day
from catalog.advice.travel import Mode, point_of
from catalog.clock import PARIS
from catalog.geo import DETOUR, distance_km
from catalog.model import LANGUAGES, Kind
from catalog.request import Request
from kiosk.asker import Asker
from kiosk.counsel import say
from kiosk.i18n import translator
from tests.kiosk.test_advice_transcripts import adviser

if TYPE_CHECKING:
    from catalog.advice import Adviser
    from catalog.advice.dayplan import Stop
    from kiosk.conversation import Reply

__all__ = ["adviser"]

MORNING = datetime(2026, 7, 23, 9, 0, tzinfo=PARIS)  # a Thursday
WINE = {
    "fr": ("une journée sur le vin en voiture, avec un déjeuner", "un autre restaurant"),
    "en": ("a whole day about wine by car, with lunch", "another restaurant"),
    "de": ("ein ganzer Tag rund um Wein mit dem Auto, mit Mittagessen", "ein anderes Restaurant"),
    "es": ("un día sobre el vino, en coche, con comida al mediodía", "otro restaurante"),
    "it": ("una giornata sul vino in auto, con pranzo", "un altro ristorante"),
    "nl": ("een hele dag over wijn met de auto, met lunch", "een ander restaurant"),
    "oc": ("una jornada sul vin en veitura, amb dinnar", "un autre restaurant"),
    "ca": ("un dia sobre el vi en cotxe, amb dinar", "un altre restaurant"),
}
PICNIC = {
    "fr": "plutôt un pique-nique",
    "en": "a picnic instead",
    "de": "lieber ein Picknick",
    "es": "mejor un picnic",
    "it": "meglio un picnic",
    "nl": "liever een picknick",
    "oc": "puslèu un piquenique",
    "ca": "millor un pícnic",
}
SHORTER = {
    "fr": "plus court",
    "en": "shorter",
    "de": "kürzer",
    "es": "más corto",
    "it": "più corto",
    "nl": "korter",
    "oc": "mai cort",
    "ca": "més curt",
}
BACK = {
    "fr": "une journée demain, retour à 17h",
    "en": "a whole day tomorrow, back at 17:00",
    "de": "ein ganzer Tag morgen, zurück um 17 Uhr",
    "es": "un día entero mañana, volver a las 17",
    "it": "una giornata intera domani, ritorno alle 17",
    "nl": "een hele dag morgen, terug om 17 uur",
    "oc": "una jornada deman, retorn a 17 oras",
    "ca": "un dia sencer demà, tornar a les 17",
}

BEGIN = {
    "fr": "commençons à 11h",
    "en": "let us begin at 11",
    "de": "beginnen um 11 Uhr",
    "es": "empezar a las 11",
    "it": "iniziare alle 11",
    "nl": "beginnen om 11 uur",
    "oc": "començar a 11 oras",
    "ca": "comencem a les 11",
}


def said(
    adviser: Adviser, turns: tuple[str, ...], lang: str, here: str, now: datetime = MORNING
) -> Reply:
    """The reply to the last turn. What one test has said another may go on from."""
    return _said(adviser, turns, lang, here, now)


@lru_cache(maxsize=512)
def _said(adviser: Adviser, turns: tuple[str, ...], lang: str, here: str, now: datetime) -> Reply:
    *before, last = turns
    dialogue = Dialogue(lang=lang)
    if before:
        dialogue = _said(adviser, tuple(before), lang, here, now).dialogue
    origin = origin_of(here, adviser, "here")
    asker = Asker(t=translator(lang), now=now, origin=origin, phone="", hours="")
    return say(adviser, dialogue, last, asker)


def stops(reply: Reply) -> tuple[Stop, ...]:
    assert reply.plan is not None
    return tuple(stop for day in reply.plan.days for stop in day.stops)


def tables(reply: Reply) -> list[str]:
    return [stop.proposal.listing.id for stop in stops(reply) if stop.meal]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_day_about_something_is_planned_with_its_lunch(adviser: Adviser, lang: str) -> None:
    reply = said(adviser, WINE[lang][:1], lang, "Albi")
    cellars = [s for s in stops(reply) if Kind.PRODUCER in s.proposal.listing.kinds]
    assert len(cellars) >= 2
    assert tables(reply)
    assert stops(reply)[0].begin.hour < 11
    assert not any("baignade" in stop.proposal.listing.id for stop in stops(reply))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_another_table_leaves_the_day_as_it_is(adviser: Adviser, lang: str) -> None:
    before = said(adviser, WINE[lang][:1], lang, "Albi")
    after = said(adviser, WINE[lang], lang, "Albi")
    assert set(tables(after)).isdisjoint(tables(before))
    assert after.dialogue.request is not None
    assert after.dialogue.request.duration == "day"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_picnic_takes_the_place_of_the_table(adviser: Adviser, lang: str) -> None:
    reply = said(adviser, (BACK[lang], PICNIC[lang]), lang, "Carmaux")
    meals = [stop.proposal.listing for stop in stops(reply) if stop.meal]
    assert all("picnic_area" in (*meal.concepts, *meal.amenities) for meal in meals)
    assert len(meals) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_shorter_day_is_half_of_it(adviser: Adviser, lang: str) -> None:
    reply = said(adviser, (BACK[lang], SHORTER[lang]), lang, "Carmaux")
    assert reply.dialogue.request is not None
    assert reply.dialogue.request.duration == "half_day"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_day_ends_when_one_has_to_be_back(adviser: Adviser, lang: str) -> None:
    reply = said(adviser, (BACK[lang],), lang, "Carmaux")
    assert reply.plan is not None
    day = reply.plan.days[0]
    assert day.day.day == 24
    assert day.start.hour == 9
    assert day.back.hour * 60 + day.back.minute <= 17 * 60


def test_back_at_six_is_today(adviser: Adviser) -> None:
    reply = said(adviser, ("journée complète, retour 18h",), "fr", "Najac")
    assert reply.plan is not None
    assert reply.plan.days[0].day.day == 23


def test_a_whole_day_with_lunch_is_no_noon(adviser: Adviser) -> None:
    text = "que faire demain toute la journée en famille avec un resto ouvert à midi ?"
    day = said(adviser, (text,), "fr", "Carmaux").plan
    assert day is not None
    assert day.days[0].start.hour == 9
    assert day.days[0].back.hour >= 15


def test_who_is_on_foot_is_not_driven(adviser: Adviser) -> None:
    text = "une demi-journée, matin, à pied depuis Monestiés, avec deux enfants, que faire ?"
    plan = said(adviser, (text,), "fr", "Monestiés").plan
    assert plan is not None
    assert all(day.mode is Mode.WALK for day in plan.days)


def test_nobody_picnics_in_the_rain(adviser: Adviser) -> None:
    reply = said(adviser, ("une journée demain avec pique-nique",), "fr", "Carmaux")
    assert reply.plan is not None
    assert reply.plan.rain is not None
    meals = [stop.proposal.listing for stop in reply.plan.rain.stops if stop.meal]
    assert all(Kind.FOOD in meal.kinds for meal in meals)


def test_what_the_day_was_to_be_about_and_is_not_is_told(adviser: Adviser) -> None:
    reply = said(adviser, ("une journée poterie demain dimanche",), "fr", "Carmaux")
    assert reply.plan is not None
    assert any("poterie" in line for line in reply.lines)


def test_a_van_sleeps_on_a_campsite_and_sees_what_not_to_miss(adviser: Adviser) -> None:
    text = "drie dagen met de camper, wat kunnen we doen en waar slapen?"
    reply = said(adviser, (text,), "nl", "Carmaux")
    assert reply.plan is not None
    beds = [day.bed.listing for day in reply.plan.days if day.bed is not None]
    assert beds
    assert all({"campsite", "camper_site"} & {*bed.concepts} for bed in beds)
    assert any("cordes" in stop.proposal.listing.id for stop in stops(reply))


def test_of_a_week_it_is_told_how_much_is_planned(adviser: Adviser) -> None:
    reply = said(adviser, ("a week around Carmaux, what can we do?",), "en", "Carmaux")
    assert reply.plan is not None
    assert reply.plan.unplanned == 4
    assert any("first 3 days" in line for line in reply.notes)


def test_a_group_is_not_taken_bathing(adviser: Adviser) -> None:
    text = "groupe de 45 personnes en autocar, journée complète avec repas de midi, retour 18h"
    reply = said(adviser, (text,), "fr", "Carmaux")
    assert not any("swimming" in s.proposal.listing.concepts[:1] for s in stops(reply))
    assert tables(reply)


@pytest.mark.parametrize(("lang", "text"), BEGIN.items())
def test_a_day_sets_out_at_the_hour_that_is_said(adviser: Adviser, lang: str, text: str) -> None:
    reply = said(adviser, (BACK[lang], text), lang, "Carmaux")
    assert reply.plan is not None
    assert (reply.plan.days[0].day.day, reply.plan.days[0].start.hour) == (24, 11)


def test_a_nearer_day_is_still_a_day(adviser: Adviser) -> None:
    turns = ("un dia de pobles en cotxe, amb dinar", "més a prop")
    near, far = (said(adviser, turns[:number], "ca", "Caylus").plan for number in (2, 1))
    assert near is not None
    assert far is not None
    assert near.distance_km < far.distance_km
    assert len(near.days[0].stops) >= 3


def test_nobody_pays_for_lunch_who_spends_nothing(adviser: Adviser) -> None:
    now = datetime(2026, 11, 11, 10, 0, tzinfo=PARIS)
    text = "een halve dag met regen, met twee kleine kinderen, gratis"
    assert tables(said(adviser, (text,), "nl", "Carmaux", now)) == []


def test_a_whole_day_with_a_table_is_a_day(adviser: Adviser) -> None:
    text = "un lunes en Carmaux con silla de ruedas, todo el día, con restaurante accesible"
    reply = said(adviser, (text,), "es", "Carmaux")
    assert any(not stop.meal for stop in stops(reply))


def test_a_ride_of_a_day_leaves_the_town() -> None:
    request = Request(types=(Kind.ITINERARY,), themes=("cycling",), duration="day")
    assert goes_its_way(request)
    assert of_the_day(request).mobility == ("bike",)
    assert Kind.ITINERARY not in of_the_day(request).types


TABLE_BOOKED = {
    "fr": "une journée, table réservée à 12h30 à Cordes",
    "en": "a whole day, we have a table booked at 12:30 in Cordes",
    "de": "ein ganzer Tag, wir haben um 12:30 einen Tisch in Cordes reserviert",
    "es": "un día entero, tenemos mesa reservada a las 12:30 en Cordes",
    "it": "una giornata, abbiamo un tavolo prenotato alle 12:30 a Cordes",
    "nl": "een hele dag, we hebben om 12:30 een tafel gereserveerd in Cordes",
    "oc": "una jornada, avèm una taula reservada a 12:30 a Còrdas",
    "ca": "un dia sencer, tenim taula reservada a les 12:30 a Cordes",
}


@pytest.mark.parametrize(("lang", "text"), TABLE_BOOKED.items())
def test_a_day_goes_around_the_table_that_is_booked(adviser: Adviser, lang: str, text: str) -> None:
    reply = said(adviser, (text,), lang, "Carmaux")
    assert reply.plan is not None
    day = reply.plan.days[0]
    assert day.booked is not None
    assert (day.booked.begin.hour, day.booked.begin.minute) == (12, 30)
    assert day.booked.place == "Cordes-sur-Ciel"
    assert not tables(reply)
    assert any(stop.leave <= day.booked.begin for stop in day.stops)
    assert any(stop.begin >= day.booked.leave for stop in day.stops)
    assert any("12:30" in line and "Cordes-sur-Ciel" in line for line in reply.notes)


def test_what_is_booked_in_the_afternoon_leaves_the_lunch(adviser: Adviser) -> None:
    text = "a whole day, guided tour booked at 3 pm in Cordes"
    reply = said(adviser, (text,), "en", "Carmaux")
    assert reply.plan is not None
    booked = reply.plan.days[0].booked
    assert booked is not None
    assert booked.begin.hour == 15
    assert len(tables(reply)) == 1


BACK_THERE = {
    "fr": "une journée en voiture, retour à Albi pour 18h",
    "en": "a whole day by car, back in Albi at 6pm",
    "de": "ein ganzer Tag mit dem Auto, zurück in Albi um 18 Uhr",
    "es": "un día entero en coche, volver a Albi a las 18",
    "it": "una giornata in auto, ritorno ad Albi alle 18",
    "oc": "una jornada en veitura, retorn a Albi a 18 oras",
    "ca": "un dia sencer en cotxe, tornar a Albi a les 18",
    "nl": "een hele dag met de auto, terug in Albi om 18 uur",
}


@pytest.mark.parametrize(("lang", "text"), BACK_THERE.items())
def test_a_day_sets_out_here_and_ends_where_one_has_to_be(
    adviser: Adviser, lang: str, text: str
) -> None:
    reply = said(adviser, (text,), lang, "Carmaux")
    assert reply.plan is not None
    day = reply.plan.days[0]
    last = point_of(day.stops[-1].proposal.listing)
    assert day.back_km == pytest.approx(
        distance_km(last, origin_of("Albi", adviser, "here")), abs=0.1
    )
    first = point_of(day.stops[0].proposal.listing)
    here = origin_of("Carmaux", adviser, "here")
    assert day.stops[0].distance_km == pytest.approx(distance_km(here, first), abs=0.1)
    assert day.back.hour * 60 + day.back.minute <= 18 * 60


def test_two_towns_are_seen_from_here_with_a_lunch_on_the_road(adviser: Adviser) -> None:
    text = "une journée : Monestiés et Cordes, avec un déjeuner en route"
    reply = said(adviser, (text,), "fr", "Carmaux")
    towns = {stop.proposal.listing.place.commune for stop in stops(reply)}
    assert {"Monestiés", "Cordes-sur-Ciel"} == towns
    assert tables(reply)
    here = origin_of("Carmaux", adviser, "here")
    first = stops(reply)[0]
    away = distance_km(here, point_of(first.proposal.listing))
    assert first.distance_km == pytest.approx(away, abs=0.1)


def test_the_time_until_a_train_is_filled_near_the_station(adviser: Adviser) -> None:
    text = "une demi-journée, il faut être à la gare pour 13h"
    reply = said(adviser, (text,), "fr", "Carmaux")
    assert reply.plan is not None
    assert reply.plan.days[0].back.hour < 13


def test_a_round_has_no_more_kilometres_than_were_said(adviser: Adviser) -> None:
    far, near = (
        said(adviser, (f"une journée châteaux en voiture{most}",), "fr", "Albi").plan
        for most in ("", ", 60 km maximum")
    )
    assert far is not None
    assert near is not None
    assert near.distance_km * DETOUR <= 60 < far.distance_km * DETOUR


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "trois heures avec une poussette et un déjeuner"),
        ("nl", "een halve dag met een terrasje om koffie te drinken"),
    ],
)
def test_hours_with_a_table_are_not_spent_at_the_table(
    adviser: Adviser, lang: str, text: str
) -> None:
    reply = said(adviser, (text,), lang, "Monestiés")
    assert any(not stop.meal for stop in stops(reply))


BATH = {
    "fr": "une journée en famille avec baignade",
    "en": "a whole day with the family and a swim",
    "de": "ein ganzer Tag mit der Familie, mit Baden",
    "ca": "un dia sencer amb la família, amb bany",
}


@pytest.mark.parametrize(("lang", "text"), BATH.items())
def test_a_day_with_a_bath_is_not_three_baths(adviser: Adviser, lang: str, text: str) -> None:
    reply = said(adviser, (text,), lang, "Carmaux")
    others = [
        stop
        for stop in stops(reply)
        if not stop.meal and "swimming" not in stop.proposal.listing.concepts[:1]
    ]
    assert len(others) >= 2


def test_a_morning_and_a_table_end_at_the_table(adviser: Adviser) -> None:
    text = "une demi-journée demain matin, puis un bon restaurant"
    reply = said(adviser, (text,), "fr", "Monestiés")
    assert stops(reply)[-1].meal
    assert not stops(reply)[0].meal
