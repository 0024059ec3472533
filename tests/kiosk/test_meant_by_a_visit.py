"""A sight and then a meal, a map, a night in a van and a museum free for children, over the
demonstration: what is meant is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalog.model import Kind
from tests.kiosk.test_advice_sense import asked, names
from tests.kiosk.test_advice_transcripts import adviser
from tests.kiosk.test_single_questions import lines

if TYPE_CHECKING:
    from catalog.advice import Adviser

__all__ = ["adviser"]

THEN_A_MEAL = (
    "je voudrais voir un village médiéval et déjeuner ensuite",
    "see a medieval village and then have lunch",
    "ein mittelalterliches Dorf ansehen und dann zu Mittag essen",
    "ver un pueblo medieval y luego comer",
    "vorrei vedere un villaggio medievale e poi pranzare",
    "een middeleeuws dorp bekijken en daarna lunchen",
    "veire un vilatge medieval e puèi dinnar",
    "veure un poble medieval i després dinar",
)
MAPS = (
    "avez-vous une carte des sentiers de randonnée ?",
    "do you have a map of the walks?",
    "haben Sie eine Wanderkarte?",
    "tienen un mapa de senderos?",
    "avete una mappa dei sentieri?",
    "hebben jullie een kaart van de wandelroutes in het Nederlands?",
    "avètz una mapa dels caminòls ?",
    "teniu un mapa dels senders?",
)
VANS = (
    "where can I park the camper van overnight with water and electricity?",
    "wo kann ich das Wohnmobil über Nacht parken?",
    "dónde aparcar la autocaravana por la noche?",
    "waar kan ik de camper vannacht parkeren?",
    "où garer le camping-car pour la nuit ?",
)
FREE = (
    "un musée gratuit pour les enfants",
    "a museum that is free for children",
    "museu gratuït per a nens",
)


@pytest.mark.parametrize("text", THEN_A_MEAL)
def test_a_medieval_sight_and_then_a_meal_has_a_table(adviser: Adviser, text: str) -> None:
    advice, _ = asked(adviser, text)
    kinds = [each.listing.kind for each in advice.proposals]
    assert kinds[0] is Kind.ATTRACTION
    assert kinds[-1] is Kind.FOOD


@pytest.mark.parametrize("text", MAPS)
def test_a_map_of_walks_is_at_the_office(adviser: Adviser, text: str) -> None:
    advice, _ = asked(adviser, text)
    assert names(advice)[0] == "office-carmaux"
    assert not advice.unmet


@pytest.mark.parametrize("text", VANS)
def test_a_van_that_is_parked_for_the_night_is_slept_in(adviser: Adviser, text: str) -> None:
    advice, _ = asked(adviser, text, "Le Vigan")
    assert names(advice)[0] == "campings-cevennes"


@pytest.mark.parametrize("text", FREE)
def test_a_museum_free_for_children_keeps_their_limit(adviser: Adviser, text: str) -> None:
    advice, _ = asked(adviser, text)
    assert names(advice)[0] == "musee-demonstration"
    assert not any(each.limit == "max_price" for each in advice.proposals[0].cautions)


def test_what_it_costs_the_others_is_told_too(adviser: Adviser) -> None:
    text = lines(adviser, "a museum that is free for children")
    assert "Adult: €7" in text
    assert "Child: Free" in text
