"""Ordinary questions as an adviser of the office would answer them: what is at hand, what is asked
for, and a reason for each."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from catalog.clock import PARIS
from kiosk import ask
from kiosk.i18n import translator
from tests.kiosk.test_advice_transcripts import adviser

if TYPE_CHECKING:
    from catalog.advice import Advice, Adviser

__all__ = ["adviser"]

THURSDAY = datetime(2026, 7, 23, 10, 40, tzinfo=PARIS)
MONDAY = datetime(2026, 7, 27, 11, 45, tzinfo=PARIS)
EVENING = datetime(2026, 7, 24, 17, 40, tzinfo=PARIS)


def asked(adviser: Adviser, text: str, here: str, now: datetime = THURSDAY) -> Advice:
    point = adviser.where(here)
    assert point is not None
    return adviser.ask(text, here=point, now=now)


def ids(advice: Advice) -> list[str]:
    return [each.listing.id.removeprefix("demonstration:") for each in advice.proposals]


def said(adviser: Adviser, text: str, here: str, now: datetime = THURSDAY) -> list[str]:
    advice = asked(adviser, text, here, now)
    point = adviser.where(here)
    assert point is not None
    setting = ask.Setting(here=point, now=now)
    lines = ask.told(advice, adviser, setting, translator(advice.request.lang))
    return [line.strip().replace("\u00a0", " ").replace("\u202f", " ") for line in lines]


@pytest.mark.parametrize(
    "text",
    [
        "Waar kunnen we vanavond eten op een terras?",
        "a vegetarian restaurant tonight?",
        "dove si può mangiare vegetariano stasera all'aperto?",
        "un restaurant sans gluten ce soir",
    ],
)
def test_the_table_at_hand_is_told_before_the_certain_one_far_away(
    adviser: Adviser, text: str
) -> None:
    assert ids(asked(adviser, text, "Saint-Antonin-Noble-Val", EVENING))[0] == (
        "restaurants-saint-antonin"
    )


def test_the_certain_table_near_by_comes_before_those_that_may_have_it(adviser: Adviser) -> None:
    found = asked(adviser, "un restaurant végétarien ce midi", "Carmaux")
    assert ids(found)[0] == "auberge-demonstration"
    assert len(ids(found)) == 3
    assert "Non précisé : plats végétariens" in said(
        adviser, "un restaurant végétarien ce midi", "Carmaux"
    )


@pytest.mark.parametrize("text", ["une pizzeria", "restaurant de poisson"])
def test_no_table_is_a_pizzeria_for_being_at_hand(adviser: Adviser, text: str) -> None:
    assert not ids(asked(adviser, text, "Carmaux"))


@pytest.mark.parametrize(
    "text",
    [
        "où manger des spécialités du coin ce soir ?",
        "where can we eat local food tonight",
        "¿dónde comer comida típica esta noche?",
        "Wo kann man heute Abend regionale Gerichte essen?",
        "ont podèm manjar de plats del país ?",
    ],
)
def test_a_dinner_of_the_country_is_no_winery(adviser: Adviser, text: str) -> None:
    found = asked(adviser, text, "Carmaux", EVENING)
    assert ids(found)[0] == "auberge-demonstration"
    assert "gastronomy" in [each.value for each in found.proposals[0].reasons]
    kinds = {each.listing.kind.value for each in (*found.proposals, *found.near_misses)}
    assert kinds == {"food"}


@pytest.mark.parametrize(
    "text",
    ["ont podèm crompar de vin e de formatge del païs ?", "où acheter du vin et du fromage"],
)
def test_wine_is_bought_where_it_is_made(adviser: Adviser, text: str) -> None:
    found = asked(adviser, text, "Carmaux")
    assert {"ferme-demonstration", "domaine-philemon"} <= {*ids(found)}
    assert found.unmet == ()


@pytest.mark.parametrize(
    "text",
    [
        "que peut-on voir en deux heures",
        "what can we see in two hours",
        "Was kann man hier sehen?",
        "qué se puede visitar por aquí",
        "què podem veure en dues hores",
    ],
)
def test_nobody_looks_at_a_beach(adviser: Adviser, text: str) -> None:
    found = asked(adviser, text, "Carmaux")
    assert len(ids(found)) == 3
    assert "baignade-demonstration" not in ids(found)


@pytest.mark.parametrize("text", ["wat is hier te zien", "que voir ici", "che c'è da vedere qui"])
def test_who_asks_what_is_here_is_told_of_what_is_here(adviser: Adviser, text: str) -> None:
    found = asked(adviser, text, "Monestiés")
    assert "monesties" in ids(found)
    assert max(each.distance_km for each in found.proposals) < 1.5


def test_who_cannot_climb_is_told_of_what_is_here_before_a_museum_far_away(
    adviser: Adviser,
) -> None:
    text = "my back is bad, something beautiful to see without walking far"
    told = ids(asked(adviser, text, "Najac"))
    assert {*told[:2]} == {"najac", "forteresse-najac"}
    assert told[2:] == ["musee-demonstration"]


def test_a_cliff_is_none_for_a_wheelchair(adviser: Adviser) -> None:
    found = asked(adviser, "wheelchair, what can we visit", "Saint-Antonin-Noble-Val")
    assert not {"roc-deymie", "roc-anglars", "grotte-du-bosc"} & {*ids(found)}
    assert len(ids(found)) == 3


@pytest.mark.parametrize(
    ("text", "here", "first"),
    [
        ("free things to do", "Albi", "pont-vieux-albi"),
        ("des choses gratuites à faire cet après-midi", "Carmaux", "baignade-demonstration"),
        ("cosas gratis con niños", "Saint-Antonin-Noble-Val", "sentier-de-la-loutre"),
    ],
)
def test_what_is_free_is_near_and_has_no_door(
    adviser: Adviser, text: str, here: str, first: str
) -> None:
    found = asked(adviser, text, here)
    assert ids(found)[0] == first
    assert len(ids(found)) == 3
    assert all(  # its price is told, or that nobody states it
        {each.key for each in one.reasons} & {"max_price"}
        or "max_price" in {each.limit for each in one.cautions}
        for one in (*found.proposals, *((found.fallback.proposal,) if found.fallback else ()))
    )


def test_small_children_on_foot_walk_no_hour(adviser: Adviser) -> None:
    text = "we're on foot with two small kids, somewhere to splash about this afternoon?"
    found = asked(adviser, text, "Carmaux")
    assert ids(found) == ["odyssee"]
    assert found.fallback is None


@pytest.mark.parametrize(
    "text", ["ma fille de 14 ans veut faire du canoë", "mi hija de 14 años quiere hacer piragüismo"]
)
def test_fourteen_is_no_small_child(adviser: Adviser, text: str) -> None:
    found = asked(adviser, text, "Saint-Antonin-Noble-Val")
    keys = {each.key for one in found.proposals for each in one.reasons}
    assert "party:teens" in keys
    assert "party:kids" not in keys


@pytest.mark.parametrize("text", ["where can we eat cheaply?", "Wo kann man günstig essen?"])
def test_a_table_that_is_shut_today_is_told_last(adviser: Adviser, text: str) -> None:
    found = ids(asked(adviser, text, "Carmaux", MONDAY))
    assert found[0] == "restaurants-carmaux"
    assert found[-1] == "auberge-demonstration"


def test_the_covered_pool_is_a_plan_for_rain(adviser: Adviser) -> None:
    text = "Il pleut dimanche, que faire avec deux enfants de 5 et 8 ans ?"
    found = asked(adviser, text, "Carmaux")
    assert "odyssee" in ids(found)
    assert "À l’abri de la pluie : piscine couverte" in said(adviser, text, "Carmaux")
    # The workshop for grown people is no regret, nor a family's price that two tickets beat.
    assert found.near_misses == ()
    assert not [line for line in said(adviser, text, "Carmaux") if line.startswith("Tarif famille")]


def test_no_village_is_cool_for_its_church(adviser: Adviser) -> None:
    text = "il fait trop chaud, un endroit frais pour les enfants"
    assert "varen" not in ids(asked(adviser, text, "Saint-Antonin-Noble-Val"))


def test_a_feast_in_a_month_has_no_plan_for_todays_rain(adviser: Adviser) -> None:
    found = asked(adviser, "il y a un feu d'artifice bientôt ?", "Carmaux")
    assert ids(found) == ["saint-privat"]
    assert found.fallback is None
    assert found.on_the_way is None


def test_no_near_miss_without_the_language_beside_one_that_has_it(adviser: Adviser) -> None:
    text = "Is there a guided tour in English of the mining museum?"
    found = asked(adviser, text, "Carmaux")
    others = [each for each in found.near_misses if each is not found.about]
    assert [each.listing.id for each in others] == ["demonstration:musee-demonstration"]


def test_a_tent_is_told_nothing_of_waste_water(adviser: Adviser) -> None:
    found = asked(adviser, "we need a campsite for tonight, with a tent", "Monestiés")
    assert found.gesture is not None
    assert found.gesture.id != "camper_empty"


def test_the_doctor_stands_behind_the_numbers(adviser: Adviser) -> None:
    lines = said(adviser, "mi serve un medico oggi pomeriggio", "Carmaux")
    assert lines[0].startswith("Emergenza")
    assert "- Médecins de Carmaux" in lines


def test_the_office_next_door_is_named(adviser: Adviser) -> None:
    assert any(
        line.startswith("Office de tourisme d'Albi")
        for line in said(adviser, "qué podemos ver en Albi en dos horas", "Albi")
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("que peut-on voir en deux heures", "Grand parc arboré autour de l'ancienne verrerie"),
        ("was kann man hier sehen?", "Großer Park mit alten Bäumen"),
    ],
)
def test_of_what_nothing_else_speaks_the_catalogue_does(
    adviser: Adviser, text: str, told: str
) -> None:
    assert any(line.startswith(told) for line in said(adviser, text, "Carmaux"))


def test_what_has_a_reason_is_not_described_too(adviser: Adviser) -> None:
    lines = said(adviser, "quin poble bonic podem visitar avui?", "Carmaux")
    assert not [line for line in lines if line.startswith("Poble medieval a la vora")]


def test_a_line_in_another_language_is_left_out(adviser: Adviser) -> None:
    lines = said(adviser, "wat kunnen we zien in twee uur", "Carmaux")
    assert not [line for line in lines if "[Frans]" in line and "Parc de" in line]


@pytest.mark.parametrize(
    "text",
    [
        "Where can we let the kids run around this afternoon?",
        "où les enfants peuvent-ils courir et se défouler ?",
        "¿dónde pueden correr y jugar los niños?",
        "waar kunnen de kinderen lekker rennen",
    ],
)
def test_children_who_run_about_run_no_race(adviser: Adviser, text: str) -> None:
    found = asked(adviser, text, "Carmaux")
    assert ids(found) == ["baignade-demonstration", "parc-du-candou", "parc-jean-jaures"]
    assert found.request.types == ("activity",)


@pytest.mark.parametrize(
    "text",
    [
        "un village pas trop touristique",
        "a village that is not too touristy",
        "ein Dorf abseits der Touristen",
        "un pueblo poco turístico",
        "un borgo non troppo turistico",
        "een dorp dat niet zo toeristisch is",
        "un poble no massa turístic",
    ],
)
def test_what_few_people_know_bears_no_great_label(adviser: Adviser, text: str) -> None:
    found = asked(adviser, text, "Carmaux")
    assert len(ids(found)) == 3
    assert not [each for one in found.proposals for each in one.reasons if each.key == "renown"]


def test_a_medieval_village_is_medieval_first(adviser: Adviser) -> None:
    found = asked(adviser, "a medieval village, not too touristy", "Carmaux")
    assert ids(found)[0] == "monesties"


@pytest.mark.parametrize(
    "text",
    ["picnic à l'ombre au bord de l'eau avec un bébé", "Picknick am See im Schatten"],
)
def test_a_lake_with_tables_in_the_shade_is_for_a_picnic(adviser: Adviser, text: str) -> None:
    assert ids(asked(adviser, text, "Carmaux"))[0] == "baignade-demonstration"


def test_a_plain_picnic_has_a_place_for_it(adviser: Adviser) -> None:
    assert "pique-nique-roucarie" in ids(asked(adviser, "une aire de pique-nique", "Carmaux"))
    assert "baignade-demonstration" not in ids(asked(adviser, "une aire de pique-nique", "Carmaux"))


@pytest.mark.parametrize(
    "text", ["som una parella, volem un sopar romàntic demà", "un bon dîner demain soir"]
)
def test_a_dinner_is_no_snack(adviser: Adviser, text: str) -> None:
    assert "snack-cap-decouverte" not in ids(asked(adviser, text, "Carmaux"))


def test_an_ice_cream_may_be_had_at_the_tea_room(adviser: Adviser) -> None:
    found = asked(adviser, "où manger une glace", "Saint-Antonin-Noble-Val")
    assert ids(found) == ["restaurants-saint-antonin"]
    assert any(each.field == "lacks" for each in found.proposals[0].cautions)


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("que faire à Monestiés avec une poussette", "Monestiés"),
        ("que faire à Cordes avec des enfants", "Cordes-sur-Ciel"),
        ("what can we do in Monestiés with a pushchair", "Monestiés"),
    ],
)
def test_in_the_town_that_was_named_something_is_there(
    adviser: Adviser, text: str, town: str
) -> None:
    found = asked(adviser, text, "Carmaux")
    assert [each.listing.place.commune for each in found.proposals[:2]] == [town, town]
    assert len(ids(found)) == 3


@pytest.mark.parametrize(
    "text",
    [
        "où se garer près du centre",
        "parking near the centre",
        "Parkplatz nahe dem Zentrum",
        "dónde aparcar cerca del centro",
        "parcheggio vicino al centro",
        "parkeren dicht bij het centrum",
        "un parcatge prèp del centre",
        "aparcament a prop del centre",
    ],
)
def test_the_centre_is_no_place_that_nobody_knows(adviser: Adviser, text: str) -> None:
    found = asked(adviser, text, "Najac")
    assert ids(found) == ["parking-najac"]
    assert found.unplaced == ()


@pytest.mark.parametrize("text", ["volem veure ocells i natura", "des oiseaux et de la nature"])
def test_who_looks_for_nature_is_sent_to_no_beach(adviser: Adviser, text: str) -> None:
    found = ids(asked(adviser, text, "Carmaux"))
    assert found[0] == "cap-decouverte-zones-humides"
    assert not {"baignade-demonstration", "plage-cap-decouverte"} & {*found}


def test_grandparents_are_sent_to_no_bath(adviser: Adviser) -> None:
    found = ids(asked(adviser, "une idée de sortie pour mes grands-parents demain", "Carmaux"))
    assert "musee-demonstration" in found
    assert "baignade-demonstration" not in found
