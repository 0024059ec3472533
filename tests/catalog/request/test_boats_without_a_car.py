"""A boat that needs no licence tells no way to go; who has no car and wants one has none."""

from __future__ import annotations

import pytest

from catalog.request import PlaceNames, read

PLACES = PlaceNames(["Carmaux"])


@pytest.mark.parametrize(
    "text",
    [
        "sans voiture, une promenade en bateau",
        "we have no car, a boat trip please",
        "ohne Auto eine Bootsfahrt",
        "sin coche, un paseo en barco",
        "senza macchina, una gita in barca",
        "kunnen we zonder auto een boottocht maken",
        "sens veitura, una passejada en batèu",
        "sense cotxe, on podem pescar",
    ],
)
def test_no_car_is_no_car_where_a_boat_is_wanted(text: str) -> None:
    assert read(text, PLACES).mobility == ("public_transport",)


@pytest.mark.parametrize(
    "text",
    [
        "louer un bateau sans permis",
        "pêcher sans permis",
        "Boot mieten ohne Führerschein",
        "alquilar un barco sin carnet",
        "noleggiare una barca senza patente",
        "een boot huren zonder vaarbewijs",
        "llogar una barca sense carnet",
    ],
)
def test_a_licence_is_no_car(text: str) -> None:
    assert read(text, PLACES).mobility == ()
