"""A meal of today is asked for as a meal, whatever the words for noon say with it."""

from __future__ import annotations

from typing import Final

import pytest

from catalog.model import Kind
from catalog.request import PlaceNames, read

NOWHERE = PlaceNames([], [])
ASKED: Final = (
    "where can we have lunch today?",
    "today for lunch, any ideas?",
    "où aller pour déjeuner aujourd'hui",
    "une idée aujourd'hui pour le déjeuner",
    "heute zum Mittagessen, wohin?",
    "was gibt es zum Mittagessen heute",
    "oggi per pranzo, dove?",
    "un posto per pranzo oggi",
    "waar kunnen we vanmiddag lunchen",
    "ont anar uèi per dinnar",
    "on anem avui per dinar",
    "dónde vamos hoy para comer",
)


@pytest.mark.parametrize("text", ASKED)
def test_lunch_today_is_something_to_eat(text: str) -> None:
    request = read(text, NOWHERE)
    assert request.types == (Kind.FOOD,)
    assert (request.when or "").startswith("today")


def test_noon_alone_is_no_meal() -> None:
    assert read("ce midi", NOWHERE).types == ()
