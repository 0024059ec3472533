"""Words that an accent, a neighbour or a first wish makes others: in a hurry and the press, a flat
and a level way, a ride and the bikes hired for it, a walk of a whole day."""

from __future__ import annotations

from datetime import date

import pytest

from catalog.request import PlaceNames, read

PLACES = PlaceNames(("Carmaux", "Albi"))


def _read(text: str) -> dict[str, object]:
    return read(text, PLACES).keys()


@pytest.mark.parametrize(
    ("text", "types", "themes"),
    [
        ("les wc svp c'est pressé", ["service"], ["toilets"]),
        ("jus de pomme pressé", ["producer"], ["fruit_juice"]),
        ("où trouver la presse", ["shop"], ["newsagent"]),
    ],
)
def test_in_a_hurry_is_no_press(text: str, types: list[str], themes: list[str]) -> None:
    found = _read(text)
    assert (found["types"], found["themes"]) == (types, themes)


@pytest.mark.parametrize(
    ("text", "bed"),
    [
        ("family bike ride, flat and traffic free", False),
        ("a walk by the river, flat", False),
        ("a flat for the weekend", True),
        ("a flat near the greenway", True),
    ],
)
def test_a_level_way_is_no_bed(text: str, bed: bool) -> None:
    found = _read(text)
    assert ("lodging" in str(found["types"])) is bed
    assert ("apartment" in str(found["themes"])) is bed


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("voie verte en famille, et où louer des vélos", {"itinerary", "transport"}),
        ("fietstocht langs de rivier, waar kunnen we fietsen huren", {"itinerary", "transport"}),
        ("bike ride with the kids, where can we hire bikes", {"itinerary", "transport"}),
        ("louer des vélos pour la voie verte", {"transport"}),
        ("bike hire", {"transport"}),
    ],
)
def test_a_ride_named_before_its_hire_is_a_wish_too(text: str, types: set[str]) -> None:
    found = _read(text)["types"]
    assert isinstance(found, list)
    assert set(found) == types


@pytest.mark.parametrize(
    "text",
    [
        "randonnée à la journée",
        "rando d'une journée",
        "a day hike",
        "Tageswanderung",
        "escursione di un giorno",
        "dagwandeling",
        "randonada d'un jorn",
    ],
)
def test_a_walk_of_a_day_is_walked(text: str) -> None:
    found = _read(text)
    assert found["types"] == ["itinerary"]
    assert found["themes"] == ["walking"]


@pytest.mark.parametrize(
    "text", ["etwas Überdachtes für Kinder bei Regen", "bei Regen was Überdachtes"]
)
def test_something_with_a_roof_is_no_bus_shelter(text: str) -> None:
    found = _read(text)
    assert found["weather"] == "rain"
    assert found["types"] == ["activity", "attraction"]


@pytest.mark.parametrize("text", ["crompar de formatge de cabra", "formatges de feda"])
def test_goats_and_ewes_give_cheese_in_occitan(text: str) -> None:
    assert "cheese_maker" in str(read(text, PLACES, lang="oc").keys()["themes"])


SATURDAY, FRIDAY = date(2026, 7, 25), date(2026, 7, 24)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "un marché samedi prochain"),
        ("fr", "samedi qui vient, y a quoi"),
        ("en", "any market next Saturday"),
        ("de", "Markt nächsten Samstag"),
        ("de", "kommenden Samstag ein Markt"),
        ("es", "mercado el sábado que viene"),
        ("es", "mercado el próximo sábado"),
        ("it", "mercato sabato prossimo"),
        ("nl", "volgende zaterdag markt"),
        ("oc", "mercat dissabte que ven"),
        ("ca", "mercat dissabte vinent"),
    ],
)
def test_next_saturday_is_never_today(lang: str, text: str) -> None:
    assert read(text, PLACES, lang=lang, today=SATURDAY).when == "sat+7"
    assert read(text, PLACES, lang=lang, today=FRIDAY).when == "sat"


@pytest.mark.parametrize("text", ["un marché samedi", "ce samedi un marché"])
def test_saturday_said_on_a_saturday_is_today(text: str) -> None:
    assert read(text, PLACES, lang="fr", today=SATURDAY).when == "sat"
