"""How many stars a bed is to have, in figures, in words, drawn, and in one word with the house."""

from __future__ import annotations

from typing import Final

import pytest

from catalog.model import Kind
from catalog.request import PlaceNames, read

NOWHERE = PlaceNames([], [])
RATED: Final = (
    ("hôtel 3 étoiles pour cette nuit, deux personnes", 3),
    ("un camping quatre étoiles", 4),
    ("hôtel ** pas cher", 2),
    ("a three star hotel", 3),
    ("a 4* hotel tonight", 4),
    ("4-star hotel, please", 4),
    ("Drei-Sterne-Hotel", 3),
    ("ein Viersternehotel", 4),
    ("Hotel mit 2 Sternen", 2),
    ("hotel de tres estrellas", 3),
    ("un hotel a tre stelle", 3),
    ("een hotel met drie sterren", 3),
    ("een viersterrencamping", 4),
    ("un otèl de tres estelas", 3),
    ("un hotel de quatre estrelles", 4),
)
UNRATED: Final = (
    "un hôtel pour deux",
    "hôtel pour trois, et regarder les étoiles",
    "regarder les étoiles à deux",
    "een restaurant met drie sterren",
    "a room for 4 *please*",
)


@pytest.mark.parametrize(("text", "stars"), RATED)
def test_the_stars_of_a_bed_are_read(text: str, stars: int) -> None:
    request = read(text, NOWHERE)
    assert request.stars == stars
    assert request.types == (Kind.LODGING,)
    assert not request.labels
    assert not request.rest.startswith("st")


@pytest.mark.parametrize("text", UNRATED)
def test_no_other_stars_are(text: str) -> None:
    assert read(text, NOWHERE).stars is None
