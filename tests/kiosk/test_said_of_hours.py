"""What is told of hours beside a proposal: the remark on a day, nothing of what can have none, and
whom to ask, over the demonstration."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from catalog.clock import PARIS
from catalog.model import LANGUAGES
from tests.kiosk.test_advice_sense import SUMMER, asked, names
from tests.kiosk.test_advice_transcripts import adviser
from tests.kiosk.test_single_questions import lines

if TYPE_CHECKING:
    from catalog.advice import Adviser

__all__ = ["adviser"]

EVENING = datetime(2026, 7, 24, 17, 30, tzinfo=PARIS)
TEENAGERS = {
    "fr": "ce soir avec deux ados, il y a quelque chose qui bouge par ici ?",
    "en": "what can we do tonight with teenagers?",
    "de": "Was kann man heute Abend mit Teenagern machen?",
    "es": "¿qué se puede hacer esta noche con adolescentes?",
    "it": "cosa fare stasera con i ragazzi adolescenti?",
    "nl": "wat kunnen we vanavond doen met pubers?",
    "oc": "de qué far aqueste ser amb los adolescents?",
    "ca": "què podem fer aquest vespre amb adolescents?",
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_evening_with_teenagers_is_what_lives_in_the_evening(
    adviser: Adviser, lang: str
) -> None:
    advice, _ = asked(adviser, TEENAGERS[lang], "Carmaux", now=EVENING)
    assert not advice.proposals
    told = [each.listing.id for each in advice.near_misses]
    assert "demonstration:cinema-carmaux" in told
    assert not any("parc" in each for each in told)


def test_twelve_is_old_enough_for_an_evening_out_and_six_is_not(adviser: Adviser) -> None:
    grown, _ = asked(adviser, "que faire ce soir avec notre fille de 14 ans", now=EVENING)
    small, _ = asked(adviser, "que faire ce soir avec notre fille de 6 ans", now=EVENING)
    assert not grown.proposals
    assert small.proposals


def test_the_remark_on_a_day_is_told(adviser: Adviser) -> None:
    feast = lines(adviser, "what is on?", now=datetime(2026, 8, 20, 17, tzinfo=PARIS))
    assert "lasts several days around it, to be confirmed" in feast
    atelier = lines(adviser, "Viens visiter mon atelier", now=SUMMER)
    assert "Dates selon les ateliers" in atelier


def test_a_remark_that_the_line_above_it_makes_is_not_made_again(adviser: Adviser) -> None:
    text = lines(adviser, "market in Carmaux on friday")
    assert "Friday morning market in the centre of Carmaux." in text
    assert "In the morning" not in text


def test_nobody_is_told_that_a_village_states_no_hours(adviser: Adviser) -> None:
    text = lines(adviser, "un village à voir", "Cordes-sur-Ciel")
    assert "Monestiés" in text
    assert "Pas d’horaires indiqués" not in text


def test_an_office_is_not_asked_for_its_own_hours(adviser: Adviser) -> None:
    sunday = datetime(2026, 7, 25, 17, tzinfo=PARIS)
    text = lines(adviser, "l'office de tourisme est ouvert demain ?", "Caussade", sunday)
    assert "Office de tourisme de Caussade" in text
    assert "demandez à l’office" not in text


def test_the_office_next_door_is_named_before_the_one_that_answers(adviser: Adviser) -> None:
    advice, view = asked(adviser, "un château", "Albi")
    assert view.office is not None
    assert view.at_hand.startswith("Office de tourisme d'Albi")
    assert advice.at_hand is not None
    carmaux, _ = asked(adviser, "un château", "Carmaux")
    assert carmaux.at_hand is None


def test_a_table_in_the_same_street_comes_before_fast_food_in_another_town(
    adviser: Adviser,
) -> None:
    advice, _ = asked(adviser, "où manger dimanche midi", "Monestiés")
    assert names(advice)[:2] == ["auberge-demonstration", "restaurants-monesties"]


def test_a_taxi_comes_to_who_calls_it(adviser: Adviser) -> None:
    text = lines(adviser, "un taxi para ir a Albi esta noche", "Carmaux")
    assert "Taxis de Carmaux" in text
    assert "Desde Albi" not in text


def test_shade_that_a_picnic_place_does_not_state_is_said_so(adviser: Adviser) -> None:
    text = lines(adviser, "a picnic place in the shade", "Monestiés")
    assert "Not stated: shade" in text
