"""The places around: the file is whole, and a place is known however it is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalog.errors import Unreadable
from catalog.model import LANGUAGES
from catalog.request import PlaceNames, read
from catalog.text import clean_line
from catalog.vocabulary.asking import named_places
from catalog.vocabulary.surroundings import load, surroundings

if TYPE_CHECKING:
    from pathlib import Path

PLACES = PlaceNames(["Carmaux", "Monestiés"])


def test_the_names_are_whole_and_clean() -> None:
    names = surroundings().names
    assert len(set(names.values())) > 100
    for said, name in names.items():
        assert clean_line(said) == said
        assert "{}" not in said
        assert "(" not in said + name
    assert surroundings().everyday <= set(names.values())


def test_no_place_is_the_gazetteers_too() -> None:
    both = set(surroundings().names.values()) & named_places().keys()
    assert both <= {"Aveyron", "Toulouse", "Gorges de l'Aveyron"}  # more names of the same


def test_a_name_in_brackets_is_never_said_alone(tmp_path: Path) -> None:
    written = "".join(f"{lang} = lac de {{}}\n" for lang in LANGUAGES)
    file = tmp_path / "places.ini"
    file.write_text(f"[lake]\n{written}[lake names]\nLac de Rivières = (Rivières), Aquaval\n")
    names = load(file).names
    assert set(names) == {"Lac de Rivières", "lac de Rivières", "Aquaval", "lac de Aquaval"}


def test_a_language_left_out_is_told(tmp_path: Path) -> None:
    file = tmp_path / "places.ini"
    file.write_text("[lake]\nfr = lac de {}\n[lake names]\nLac = Rivières\n")
    with pytest.raises(Unreadable, match="must be lake"):
        load(file)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("que faire dans les gorges du Tarn", "Gorges du Tarn"),
        ("things to do in the Tarn gorges", "Gorges du Tarn"),
        ("Wandern in der Tarnschlucht", "Gorges du Tarn"),
        ("qué ver en las gargantas del Tarn", "Gorges du Tarn"),
        ("cosa vedere nelle gole del Tarn", "Gorges du Tarn"),
        ("wandelen in de kloof van de Tarn", "Gorges du Tarn"),
        ("de qué veire dins las gòrjas de Tarn", "Gorges du Tarn"),
        ("què hi ha a les gorges del Tarn", "Gorges du Tarn"),
        ("un gîte dans le Lot", "Lot"),
        ("a lot of people", None),
        ("camping an der Dordogne", "Dordogne"),
        ("Ausflug in die Pyrenäen", "Pyrénées"),
        ("excursió als Pirineus", "Pyrénées"),
        ("forêt de la Grésigne champignons", "Forêt de Grésigne"),
        ("restaurant à Castres", "Castres"),
        ("how far is Carcassonne", "Carcassonne"),
        ("hotel in Béziers", "Béziers"),
    ],
)
def test_a_place_around_is_known_by_any_of_its_names(text: str, where: str | None) -> None:
    assert read(text, PLACES).where == where


@pytest.mark.parametrize(
    "text",
    [
        *("nous venons de Lyon", "we're from Paris", "wir kommen aus Toulouse"),
        *("somos de Barcelona", "veniamo da Marsiglia", "we komen uit Parijs"),
        *("mos cosins de Tolosa arriban", "venim de Barcelona"),
        *("tornem diumenge cap a Barcelona, on podem dinar?", "un couteau de Laguiole"),
        *("du jambon de Lacaune", "saucisse de Toulouse"),
    ],
)
def test_where_one_comes_from_or_goes_home_to_is_not_where_one_wants_to_be(text: str) -> None:
    assert read(text, PLACES).where is None


def test_who_takes_the_train_says_from_where() -> None:
    assert read("train de Castres à Toulouse", PLACES).where == ("Castres", "Toulouse")
