"""Bikes that come along, on a train or counted, and the trailers behind them."""

from __future__ import annotations

import pytest

from catalog.request import PlaceNames, read

PLACES = PlaceNames(("Carmaux", "Albi", "Rodez"))


@pytest.mark.parametrize(
    "text",
    [
        "premier train pour Albi avec deux vélos",
        "on peut mettre un vélo dans le bus pour Albi ?",
        "first train to Albi with two bikes",
        "bus to Rodez with our three bicycles",
        "erster Zug nach Albi mit zwei Fahrrädern",
        "darf ich das Rad im Bus nach Albi mitnehmen",
        "primer tren a Albi con dos bicis",
        "autobús a Albi con 2 bicicletas",
        "primo treno per Albi con due bici",
        "eerste trein naar Albi met twee fietsen",
        "primièr tren per Albi amb dos velòs",
        "primer tren cap a Albi amb dues bicis",
    ],
)
def test_bikes_taken_along_on_a_train_are_how_one_moves(text: str) -> None:
    request = read(text, PLACES)
    assert "bike" in request.mobility
    assert request.types == ("transport",) or text.startswith(("eerste", "erster"))


@pytest.mark.parametrize(
    "text",
    [
        "voie verte, vélo avec remorque",
        "balade à vélo avec la remorque pour les petits",
        "la voie verte avec deux vélos et une carriole",
        "greenway, we have a bike with a trailer",
        "cycling with our daughter in a trailer",
        "mit dem Rad und Anhänger für zwei Kinder",
        "Radtour, die Kleine sitzt im Anhänger",
        "en bici con el peque en el remolque",
        "in bici con il bimbo nel rimorchio",
        "met de fiets en de kleine in het karretje",
        "en velò amb una remòrca pels pichons",
        "amb dues bicis i el nen al remolc",
    ],
)
def test_a_trailer_behind_a_bike_says_both(text: str) -> None:
    request = read(text, PLACES)
    assert set(request.mobility) == {"bike", "bike_trailer"}
    assert "service" not in request.types


@pytest.mark.parametrize(
    "text",
    [
        "I'm cycling through and broke a spoke, anyone fix it today?",
        "on traverse la région à vélo et j'ai cassé un rayon, qui répare ?",
        "ich bin mit dem Rad unterwegs und habe eine Speiche gebrochen",
    ],
)
def test_who_rides_through_and_breaks_something_rides_still(text: str) -> None:
    assert read(text, PLACES).mobility == ("bike",)


@pytest.mark.parametrize(
    "text",
    [
        "louer deux vélos à Albi",
        "hire two bikes at the train station",
        "j'ai crevé à vélo, qui peut m'aider",
        "Parken mit Anhänger in Albi",
        "sans vélo, que faire à Albi",
    ],
)
def test_bikes_to_hire_or_to_mend_and_other_trailers_are_no_way_to_move(text: str) -> None:
    assert read(text, PLACES).mobility == ()
