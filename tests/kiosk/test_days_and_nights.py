"""Days with a night between them, days about two subjects, and what is no stop of a day, asked of
the demonstration catalogue."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from catalog.advice.holding import holdings
from catalog.advice.ordered import unordered
from catalog.advice.stops import is_stop
from catalog.clock import PARIS
from catalog.model import LANGUAGES, Kind, ListingId, TermId
from catalog.request import Request, read
from tests.bench.turns import PLACES
from tests.kiosk.test_advice_transcripts import adviser
from tests.kiosk.test_planned_days import said, stops

if TYPE_CHECKING:
    from catalog.advice import Adviser

__all__ = ["adviser"]

SATURDAY = datetime(2026, 8, 8, 10, 0, tzinfo=PARIS)
BED_TONIGHT = {
    "fr": "deux jours en voiture par ici, vieux villages, avec un lit pour ce soir",
    "en": "two days by car around here with a bed tonight, old villages",
    "de": "zwei Tage mit dem Auto hier, alte Dörfer, mit einem Bett für heute Abend",
    "es": "dos días en coche por aquí, pueblos antiguos, con una cama para esta noche",
    "it": "due giorni in auto qui intorno, vecchi borghi, con un letto per stasera",
    "nl": "twee dagen met de auto hier, oude dorpen, met een bed voor vanavond",
    "oc": "dos jorns en veitura aicí, vilatges vièlhs, amb un lièch per aqueste ser",
    "ca": "dos dies en cotxe per aquí, pobles antics, amb un llit per a aquesta nit",
}
TWO_SUBJECTS = {
    "fr": (
        "une journée en voiture, préhistoire et châteaux",
        "une journée en voiture, églises romanes",
    ),
    "en": ("a day by car, prehistory and castles", "a day by car, Romanesque churches"),
    "de": (
        "ein Tag mit dem Auto, Vorgeschichte und Burgen",
        "ein Tag mit dem Auto, romanische Kirchen",
    ),
    "es": ("un día en coche, prehistoria y castillos", "un día en coche, iglesias románicas"),
    "it": ("una giornata in auto, preistoria e castelli", "una giornata in auto, chiese romaniche"),
    "nl": ("een dag met de auto, prehistorie en kastelen", "een dag met de auto, romaanse kerken"),
    "oc": (
        "una jornada en veitura, preïstòria e castèls",
        "una jornada en veitura, glèisas romanicas",
    ),
    "ca": ("un dia en cotxe, prehistòria i castells", "un dia en cotxe, esglésies romàniques"),
}
CEVENNES = {
    "fr": "trois jours dans les Cévennes en voiture avec deux nuits, nature, avec les enfants",
    "en": "three days in the Cévennes by car with two nights, nature, with the children",
    "de": "drei Tage in den Cevennen mit dem Auto mit zwei Nächten, Natur, mit den Kindern",
    "es": "tres días en las Cevenas en coche con dos noches, naturaleza, con los niños",
    "it": "tre giorni nelle Cevenne in auto con due notti, natura, con i bambini",
    "nl": "drie dagen in de Cevennen met de auto met twee nachten, natuur, met de kinderen",
    "oc": "tres jorns dins las Cevenas en veitura amb doas nuèches, natura, amb los enfants",
    "ca": "tres dies a les Cevenes en cotxe amb dues nits, natura, amb els nens",
}
BACK_BY_TRAIN = {
    "fr": "une sortie d'une journée en train demain, retour à Carmaux à 18h",
    "en": "a day out by train tomorrow, back in Carmaux by 6 pm",
    "de": "ein Tagesausflug mit dem Zug morgen, um 18 Uhr zurück in Carmaux",
    "es": "una excursión de un día en tren mañana, de vuelta en Carmaux a las seis",
    "it": "una gita di un giorno in treno domani, ritorno a Carmaux alle 18",
    "nl": "een dagje uit met de trein morgen, om 18 uur terug in Carmaux",
    "oc": "una jornada amb lo tren deman, retorn a Carmauç a 6 oras del ser",
    "ca": "una sortida d'un dia amb tren demà, tornada a Carmaux a les sis",
}
BACK_BY_CAR = {
    "fr": "samedi s'il pleut, en voiture, sans musées, avec un déjeuner et retour à 17h",
    "en": "Saturday by car in the rain, no museums, back by 5 pm",
    "de": "Samstag bei Regen mit dem Auto, keine Museen, mit Mittagessen, um 17 Uhr zurück",
    "es": "el sábado con lluvia en coche, sin museos, con comida y vuelta a las cinco",
    "it": "sabato con la pioggia in auto, senza musei, con pranzo e ritorno alle 17",
    "nl": "zaterdag bij regen met de auto, geen musea, met lunch, om 17 uur terug",
    "oc": "dissabte amb la pluèja en veitura, sens musèus, amb dinnar e retorn a 17 oras",
    "ca": "un dia de pluja dissabte amb cotxe, sense museus, amb dinar i tornada a les cinc",
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_bed_for_tonight_begins_no_stay_in_the_evening(adviser: Adviser, lang: str) -> None:
    reply = said(adviser, (BED_TONIGHT[lang],), lang, "Saint-Antonin-Noble-Val", SATURDAY)
    assert reply.plan is not None
    assert [day.day for day in reply.plan.days] == [
        SATURDAY.date(),
        SATURDAY.date().replace(day=9),
    ]
    assert reply.plan.days[0].start.hour < 12
    assert reply.plan.days[0].bed is not None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_subject_is_a_wish_of_its_own_unless_something_is_about_it(lang: str) -> None:
    two, one = TWO_SUBJECTS[lang]
    order = unordered(read(two, PLACES, lang=lang), two)
    assert order is not None
    assert [wish.terms for wish in order.wishes] == [("prehistory",), ("castle",)]
    assert unordered(read(one, PLACES, lang=lang), one) is None


def test_the_place_of_a_subject_comes_before_one_that_speaks_of_it(adviser: Adviser) -> None:
    text = "a whole day by car, geology and castles"
    reply = said(adviser, (text,), "en", "Saint-Antonin-Noble-Val")
    seen = [{*holdings(s.proposal.listing)} for s in stops(reply) if not s.meal]
    assert any("castle" in held for held in seen)
    assert sum("geology" in held for held in seen) >= 2


@pytest.mark.parametrize("lang", LANGUAGES)
def test_in_an_area_one_sleeps_where_the_day_ends(adviser: Adviser, lang: str) -> None:
    reply = said(adviser, (CEVENNES[lang],), lang, "Ganges")
    assert reply.plan is not None
    assert len(reply.plan.days) == 3
    assert all(day.bed is not None and not day.no_bed_at for day in reply.plan.days[:-1])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_child_is_taken_up_four_thousand_steps(adviser: Adviser, lang: str) -> None:
    alone = said(adviser, (CEVENNES[lang].rpartition(",")[0],), lang, "Ganges")
    assert any(s.proposal.listing.id == "demonstration:quatre-mille-marches" for s in stops(alone))
    reply = said(adviser, (CEVENNES[lang],), lang, "Ganges")
    routes = [s.proposal.listing.itinerary for s in stops(reply)]
    assert not any(route is not None and route.difficulty == "hard" for route in routes)


def test_the_sort_of_bed_that_is_named_is_worth_a_longer_way(adviser: Adviser) -> None:
    text = "un fin de semana en coche con hotel para el sábado por la noche, pueblos bonitos"
    reply = said(adviser, (text,), "es", "Cordes-sur-Ciel")
    assert reply.plan is not None
    first = reply.plan.days[0]
    assert first.bed is not None
    assert "hotel" in first.bed.listing.concepts
    assert first.stops[-1].leave.hour >= 15  # the evening was told of the bed alone


def test_a_night_for_which_no_bed_is_known_is_told(adviser: Adviser) -> None:
    reply = said(adviser, ("two days by car in Rodez",), "en", "Rodez")
    assert reply.plan is not None
    first = reply.plan.days[0]
    assert first.bed is None
    assert first.no_bed_at == "Belcastel"  # where the day ends
    assert any("Belcastel" in note for note in reply.notes)


def test_what_is_a_castle_first_of_all_is_no_stop_without_castles(adviser: Adviser) -> None:
    castle = adviser.catalogue.get(ListingId("demonstration:forteresse-najac"))
    assert castle is not None
    request = Request(types=(Kind.ATTRACTION,), themes=("garden", "-castle"))
    with_garden = replace(castle, concepts=(TermId("castle"), TermId("garden")))
    garden = replace(castle, concepts=(TermId("garden"), TermId("castle")))
    assert not is_stop(with_garden, request, timed=True)
    assert is_stop(garden, request, timed=True)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_day_by_train_leaves_the_town_where_one_is_to_be_back(
    adviser: Adviser, lang: str
) -> None:
    reply = said(adviser, (BACK_BY_TRAIN[lang],), lang, "Carmaux")
    assert reply.dialogue.shown[0].commune == "Albi"
    there = said(adviser, ("a day in Carmaux without a car tomorrow",), "en", "Carmaux")
    assert {stop.proposal.listing.place.commune for stop in stops(there)} == {"Carmaux"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_who_drives_about_and_is_back_at_an_hour_has_a_day(adviser: Adviser, lang: str) -> None:
    reply = said(adviser, (BACK_BY_CAR[lang],), lang, "Najac")
    assert reply.plan is not None
    day = reply.plan.days[0]
    assert len(day.stops) >= 3
    assert day.back.hour < 17
    assert not any("museum" in stop.proposal.listing.concepts for stop in day.stops)


def test_one_castle_before_an_hour_is_no_day(adviser: Adviser) -> None:
    assert said(adviser, ("a castle to see on Saturday, back by 5 pm",), "en", "Najac").plan is None
