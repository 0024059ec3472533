"""Who asks for a supervised beach asks for two things, and hears when nobody states the second."""

from __future__ import annotations

import pytest

from catalog.request import PlaceNames, read

PLACES = PlaceNames(["Carmaux"])


@pytest.mark.parametrize(
    "text",
    [
        "plage surveillée",
        "plages surveillées près de Carmaux",
        "supervised beach",
        "beach with lifeguards",
        "bewachter Strand",
        "playa vigilada",
        "spiaggia sorvegliata",
        "spiagge sorvegliate",
        "bewaakt strand",
        "plaja susvelhada",
        "platja vigilada",
    ],
)
def test_a_beach_and_its_lifeguard(text: str) -> None:
    assert {"beach", "lifeguard"} <= {*read(text, PLACES).themes}


@pytest.mark.parametrize(
    "text", ["baignade surveillée", "supervised swimming", "zwemmen onder toezicht"]
)
def test_bathing_and_its_lifeguard(text: str) -> None:
    assert {"swimming", "lifeguard"} <= {*read(text, PLACES).themes}


@pytest.mark.parametrize(
    "text",
    [
        "parking surveillé",
        "guarded car park",
        "bewachter Parkplatz",
        "aparcamiento vigilado",
        "parcheggio sorvegliato",
        "bewaakte parking",
        "parcatge susvelhat",
        "aparcament vigilat",
    ],
)
def test_a_guarded_car_park_has_none(text: str) -> None:
    assert read(text, PLACES).themes == ("parking",)
