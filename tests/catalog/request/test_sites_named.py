"""A site named in full is where: an itinerary, a house, whatever the catalogue lists by a name of
its own; a name made of everyday words, or of them and a town, is anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalog.model import Kind
from catalog.request import PlaceNames, read

if TYPE_CHECKING:
    from collections.abc import Iterable


class Listed:
    """As much of a catalogue as its names are read from."""

    def communes(self) -> tuple[object, ...]:
        return tuple(type("Commune", (), {"name": name}) for name in ("Carmaux", "Albi", "Tanus"))

    def rows(self, _statement: str, kinds: Iterable[str]) -> list[tuple[str, str, str, str]]:
        every = [
            ("camping la grésigne verte", "Camping La Grésigne Verte", "lodging", "Tanus"),
            ("hotel reynes", "Hôtel Reynès", "lodging", "Albi"),
            ("hotels de carmaux", "Hôtels de Carmaux", "lodging", "Carmaux"),
            ("camping du lac", "Camping du lac", "lodging", "Tanus"),
            ("domaine gayrard", "Domaine Gayrard", "producer", "Carmaux"),
            ("chemin de la baye", "Chemin de la Baye", "itinerary", "Tanus"),
            ("sentier des 4 000 marches", "Sentier des 4 000 marches", "itinerary", "Albi"),
            ("restaurants d albi", "Restaurants d'Albi", "food", "Albi"),
            ("les zigotos", "Les Zigotos", "food", "Tanus"),
            (
                "camping des gorges de l aveyron",
                "Camping des Gorges de l'Aveyron",
                "lodging",
                "Penne",
            ),
            ("auberge de babylas", "Auberge de Babylas", "food", "Tanus"),
        ]
        return [row for row in every if row[2] in kinds]


PLACES = PlaceNames.of(Listed())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "where", "kind"),
    [
        ("domaine gayrard ouvert samedi ?", "Domaine Gayrard", Kind.PRODUCER),
        ("is Domaine Gayrard open on sunday", "Domaine Gayrard", Kind.PRODUCER),
        ("hat das Domaine Gayrard heute offen", "Domaine Gayrard", Kind.PRODUCER),
        ("¿abre el domaine gayrard?", "Domaine Gayrard", Kind.PRODUCER),
        ("hotel Reynès Albi chambre pour deux", "Hôtel Reynès", Kind.LODGING),
        ("hotel reynes in Albi, a room for two", "Hôtel Reynès", Kind.LODGING),
        ("chemin de la Baye", "Chemin de la Baye", Kind.ITINERARY),
        ("quant dura el chemin de la baye", "Chemin de la Baye", Kind.ITINERARY),
        ("sentier des 4000 marches", "Sentier des 4 000 marches", Kind.ITINERARY),
        ("auberge de babylas, une table pour six", "Auberge de Babylas", Kind.FOOD),
    ],
)
def test_a_site_named_in_full_is_where(text: str, where: str, kind: Kind) -> None:
    request = read(text, PLACES)
    assert request.where == where
    assert kind in request.types


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("camping au bord du lac", None),
        ("camping du lac", None),
        ("un resto avec les zigotos", None),
        ("hôtels de Carmaux", "Carmaux"),
        ("restaurants d'Albi", "Albi"),
        ("de l'hôtel Reynès à Albi en bus", ("Hôtel Reynès", "Albi")),
    ],
)
def test_everyday_words_are_no_name(text: str, where: str | tuple[str, ...] | None) -> None:
    assert read(text, PLACES).where == where


@pytest.mark.parametrize(
    "said",
    [
        "sentier de la loutre",
        "the otter trail",
        "der Otterpfad",
        "la ruta de la nutria",
        "il sentiero della lontra",
        "het otterpad",
        "lo sendièr de la loira",
        "el sender de la llúdria",
    ],
)
def test_the_otter_has_its_path_in_every_language(said: str) -> None:
    request = read(said, PLACES)
    assert (request.where, request.types) == ("Sentier de la loutre", (Kind.ITINERARY,))
    with_town = read(f"{said} Saint-Antonin", PLACES)
    assert with_town.where == "Sentier de la loutre"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("camping des gorges de l'Aveyron", "Camping des Gorges de l'Aveyron"),
        ("un camping près des gorges de l'Aveyron", "Gorges de l'Aveyron"),
        ("camping in the gorges de l'Aveyron", "Gorges de l'Aveyron"),
    ],
)
def test_a_house_called_after_a_site_of_nature_is_that_house(text: str, where: str) -> None:
    assert read(text, PLACES).where == where
