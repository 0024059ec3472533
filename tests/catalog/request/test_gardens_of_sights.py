"""A garden beside a sight is one to see; only who sleeps somewhere wants it for themselves."""

from __future__ import annotations

import pytest

from catalog.request import PlaceNames, read

PLACES = PlaceNames(["Carmaux"])


@pytest.mark.parametrize(
    "text",
    [
        "un château avec jardin",
        "castles with gardens",
        "ein Schloss mit Garten",
        "un castillo con jardín",
        "un castello con giardino",
        "een kasteel met tuin",
        "un castèl amb jardin",
        "un castell amb jardí",
    ],
)
def test_the_garden_of_a_castle_is_one_to_see(text: str) -> None:
    request = read(text, PLACES)
    assert request.themes == ("castle", "garden")
    assert {span.value for span in request.spans if span.key == "themes"} == {"castle", "garden"}


@pytest.mark.parametrize(
    "text",
    [
        "un gîte avec jardin",
        "holiday cottage with garden",
        "Ferienwohnung mit Garten",
        "casa rural con jardín",
        "casa vacanze con giardino",
        "vakantiehuis met tuin",
        "un gite amb jardin",
        "casa rural amb jardí",
    ],
)
def test_the_garden_of_a_house_is_for_those_who_sleep_there(text: str) -> None:
    assert "private_garden" in read(text, PLACES).themes
