"""Days that nobody gave a length, what is told beside a planned day, and what stays of it, asked of
the demonstration catalogue."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from catalog.advice.origin import origin_of
from catalog.advice.profiles import profiles
from catalog.advice.roofs import is_doubted, under_roof
from catalog.advice.whole_day import beside_day, planned
from catalog.clock import PARIS
from catalog.model import LANGUAGES, Kind, TermId
from catalog.request import read
from kiosk.ask import Setting, sentences
from tests.kiosk.test_advice_transcripts import adviser
from tests.kiosk.test_planned_days import MORNING, said, stops

if TYPE_CHECKING:
    from catalog.advice import Adviser

__all__ = ["adviser"]

BY_CAR = {
    "fr": "que faire samedi en voiture, un beau village et un restaurant, retour à 17h",
    "en": "what is there to do on Saturday by car, a pretty village and a restaurant, back by 5 pm",
    "de": "was kann man am Samstag mit dem Auto machen, ein schönes Dorf und ein Restaurant, um 17 "
    "Uhr zurück",
    "es": "qué hacer el sábado en coche, un pueblo bonito y un restaurante, volvemos a las cinco",
    "it": "cosa fare sabato in auto, un bel borgo e un ristorante, ritorno alle 17",
    "nl": "wat kunnen we zaterdag doen met de auto, een mooi dorp en een restaurant, om vijf uur "
    "terug",
    "oc": "de qué far dissabte en veitura, un polit vilatge e un restaurant, retorn a 17 oras",
    "ca": "què podem fer dissabte en cotxe, un poble bonic i un restaurant, tornem a les cinc",
}
FULL = {
    "fr": "dimanche un musée, un château et un bon déjeuner",
    "en": "on Sunday a museum, a castle and a good lunch",
    "de": "am Sonntag ein Museum, eine Burg und ein gutes Mittagessen",
    "es": "el domingo un museo, un castillo y un buen almuerzo",
    "it": "domenica un museo, un castello e un buon pranzo",
    "nl": "zondag een museum, een kasteel en een goede lunch",
    "oc": "dimenge un musèu, un castèl e un bon dinnar",
    "ca": "diumenge un museu, un castell i un bon dinar",
}
BY_BIKE = {
    "fr": "une journée à vélo demain, une baignade et un déjeuner",
    "en": "a day out by bike tomorrow, with a swim and somewhere for lunch",
    "de": "morgen ein Tag mit dem Fahrrad, baden und Mittagessen",
    "es": "mañana un día en bici, bañarnos y un almuerzo",
    "it": "domani una giornata in bici, un bagno e un pranzo",
    "nl": "morgen een dag fietsen, zwemmen en lunch",
    "ca": "demà un dia en bici, un bany i un dinar",
}
FAR_CAVE = {
    "fr": "une journée en voiture demain, une grotte et un musée",
    "en": "a day by car tomorrow, a cave and a museum",
    "de": "ein Tag mit dem Auto morgen, eine Höhle und ein Museum",
    "es": "un día en coche mañana, una cueva y un museo",
    "it": "una giornata in auto domani, una grotta e un museo",
    "nl": "een dag met de auto morgen, een grot en een museum",
    "oc": "una jornada en veitura deman, una cauna e un musèu",
    "ca": "un dia en cotxe demà, una cova i un museu",
}
PARTS = {
    "fr": ("demain matin un musée et l'après-midi un château, en voiture", "et s'il pleut ?"),
    "en": ("tomorrow morning a museum and in the afternoon a castle, by car", "and if it rains?"),
    "de": ("morgen Vormittag ein Museum und am Nachmittag eine Burg, mit dem Auto",
           "und wenn es regnet?"),
    "es": ("mañana por la mañana un museo y por la tarde un castillo, en coche", "¿y si llueve?"),
    "it": ("domani mattina un museo e nel pomeriggio un castello, in auto", "e se piove?"),
    "nl": ("morgenochtend een museum en 's middags een kasteel, met de auto", "en als het regent?"),
    "ca": ("demà al matí un museu i a la tarda un castell, en cotxe", "i si plou?"),
}  # fmt: skip
BY_TRAIN = {
    "fr": "une journée en train depuis Carmaux demain",
    "en": "a day out by train from Carmaux tomorrow",
    "de": "ein Tag mit dem Zug ab Carmaux morgen",
    "es": "un día en tren desde Carmaux mañana",
    "it": "una giornata in treno partendo da Carmaux domani",
    "nl": "een dag met de trein vanuit Carmaux morgen",
    "oc": "una jornada en tren dempuèi Carmauç deman",
    "ca": "un dia en tren des de Carmaux demà",
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_who_is_back_at_an_hour_has_a_day_with_what_is_named(adviser: Adviser, lang: str) -> None:
    reply = said(adviser, (BY_CAR[lang],), lang, "Carmaux")
    assert reply.plan is not None
    assert any("village" in stop.proposal.listing.concepts for stop in stops(reply))
    assert any(stop.meal for stop in stops(reply))
    assert reply.plan.days[0].back.hour < 17


@pytest.mark.parametrize("lang", LANGUAGES)
def test_several_things_and_a_table_fill_a_day(adviser: Adviser, lang: str) -> None:
    reply = said(adviser, (FULL[lang],), lang, "Najac")
    held = {term for stop in stops(reply) for term in stop.proposal.listing.concepts}
    assert {"museum", "castle"} <= held
    assert any(stop.meal for stop in stops(reply))
    assert stops(reply)[0].begin.hour < 11


def test_one_thing_and_a_table_are_no_day(adviser: Adviser) -> None:
    assert said(adviser, ("un château dimanche et un restaurant",), "fr", "Najac").plan is None


@pytest.mark.parametrize("lang", BY_BIKE)
def test_a_day_by_bicycle_has_the_ride_and_what_is_to_be_in_it(adviser: Adviser, lang: str) -> None:
    reply = said(adviser, (BY_BIKE[lang],), lang, "Monestiés")
    kinds = [stop.proposal.listing.kind for stop in stops(reply)]
    assert Kind.ITINERARY in kinds
    assert any(stop.meal for stop in stops(reply))
    baths = {"swimming", "swimming_pool", "beach"}
    assert sum(bool(baths & {*s.proposal.listing.concepts[:1]}) for s in stops(reply)) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_lies_too_far_is_told_with_its_distance(adviser: Adviser, lang: str) -> None:
    reply = said(adviser, (FAR_CAVE[lang],), lang, "Carmaux")
    assert reply.plan is not None
    assert [term for term, *_ in reply.plan.lacks.farther] == ["cave"]
    assert any("31" in line and "Bosc" in line for line in reply.lines)


def test_nothing_beside_a_day_contradicts_it(adviser: Adviser) -> None:
    text = "half a day this afternoon in Albi with granny in her wheelchair, back at 5"
    now = datetime(2026, 7, 23, 11, tzinfo=PARIS)
    here = origin_of("Albi", adviser, "here")
    advice = adviser.ask(text, here=here, now=now, lang="en")
    day = planned(adviser, advice.request, here=here, now=now, text=text)
    assert day is not None
    seen = {stop.proposal.listing.id for each in day.days for stop in each.stops}
    told = beside_day(adviser, advice, day, now)
    assert {each.listing.id for each in told.proposals} <= seen
    assert told.on_the_way is None
    lines, found = sentences(text, adviser, Setting(here=here, now=now, lang="en"))
    assert found
    assert not any(line.startswith("Not found near here") for line in lines)


@pytest.mark.parametrize("lang", PARTS)
def test_both_parts_of_a_day_are_kept_when_it_rains(adviser: Adviser, lang: str) -> None:
    reply = said(adviser, PARTS[lang], lang, "Carmaux")
    assert reply.plan is not None
    assert any("museum" in stop.proposal.listing.concepts for stop in stops(reply))
    lacks = reply.plan.lacks
    told = {TermId("castle")} & {*lacks.spoilt, *lacks.unmet, *lacks.crowded}
    told |= {term for term, *_ in reply.plan.lacks.farther if term == "castle"}
    assert told or any("castle" in stop.proposal.listing.concepts for stop in stops(reply))
    rain = profiles()["weather_rain"]
    assert all(
        stop.meal
        or under_roof(stop.proposal.listing, rain)
        or is_doubted(stop.proposal.listing, rain)
        for stop in stops(reply)
    )


def test_what_the_weather_spoils_is_told(adviser: Adviser) -> None:
    turns = ("une journée de châteaux demain en voiture", "et s'il pleut ?")
    reply = said(adviser, turns, "fr", "Najac")
    assert [line.replace("\xa0", " ") for line in reply.lines] == ["Pas par ce temps : château"]


@pytest.mark.parametrize("lang", BY_TRAIN)
def test_a_day_by_train_leaves_where_one_sets_out(adviser: Adviser, lang: str) -> None:
    reply = said(adviser, (BY_TRAIN[lang],), lang, "Carmaux")
    assert reply.dialogue.shown[0].commune == "Albi"


def test_what_stays_of_a_day_is_told_again(adviser: Adviser) -> None:
    day = "plan us a day by car tomorrow: first a museum, then a walk, then a swim"
    before = stops(said(adviser, (day,), "en", "Carmaux"))
    after = stops(said(adviser, (day, "take out the museum"), "en", "Carmaux"))
    left = {s.proposal.listing.id for s in before if "museum" not in s.proposal.listing.concepts}
    assert left <= {stop.proposal.listing.id for stop in after}
    assert not any("museum" in stop.proposal.listing.concepts[:1] for stop in after)


@pytest.mark.parametrize("hour", ["10h30", "11h"])
def test_lunch_is_not_lost_between_two_parts_of_a_day(adviser: Adviser, hour: str) -> None:
    text = "demain matin un domaine viticole et l'après-midi un musée, en voiture, déjeuner compris"
    reply = said(adviser, (text,), "fr", "Albi")
    assert any(stop.meal for stop in stops(reply)), hour


def test_the_day_ends_when_one_is_to_be_back(adviser: Adviser) -> None:
    text = "we leave at 2 pm and must be back by 6: a castle and a village, by car"
    here = origin_of("Najac", adviser, "here")
    request = read(text, adviser.place_names(), lang="en", today=MORNING.date())
    day = planned(adviser, request, here=here, now=MORNING, text=text)
    assert day is not None
    assert day.days[0].start.hour == 14
    assert day.days[0].back.hour < 18 or (day.days[0].back.hour, day.days[0].back.minute) == (18, 0)


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "samedi et dimanche en voiture, lacs et villages, avec une nuit au camping"),
     ("en", "Saturday and Sunday by car, lakes and villages, with a night on a campsite"),
     ("de", "Samstag und Sonntag mit dem Auto, Seen und Dörfer, eine Nacht auf dem Campingplatz"),
     ("es", "sábado y domingo en coche, lagos y pueblos, con una noche de camping"),
     ("it", "sabato e domenica in auto, laghi e villaggi, con una notte in campeggio"),
     ("nl", "zaterdag en zondag met de auto, meren en dorpen, met een nacht op de camping"),
     ("ca", "dissabte i diumenge amb cotxe, llacs i pobles, amb una nit de càmping")],
)  # fmt: skip
def test_a_weekend_of_several_things_is_two_days(adviser: Adviser, lang: str, text: str) -> None:
    reply = said(adviser, (text,), lang, "Saint-Antonin-Noble-Val")
    assert reply.plan is not None, reply.dialogue.request
    assert len(reply.plan.days) == 2


def test_what_a_short_day_has_no_room_for_is_told(adviser: Adviser) -> None:
    text = "half a day tomorrow morning in a wheelchair, a museum and a garden, back for lunch"
    reply = said(adviser, (text,), "en", "Albi")
    assert reply.plan is not None
    assert not reply.plan.lacks.unmet
    assert any("Does not fit into the day" in line for line in reply.lines)
