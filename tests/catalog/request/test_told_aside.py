"""Words that say less, or more, than they seem: whom a gift is for, who walks, what is banned,
where a question ends in "near"."""

from __future__ import annotations

import pytest

from catalog.request import PlaceNames, read

PLACES = PlaceNames(("Carmaux", "Albi", "Rodez"))


@pytest.mark.parametrize(
    "text",
    [
        "un cadeau pour ma grand-mère",
        "souvenirs for my nan, nothing over 20 quid",
        "Geschenk für meine Oma",
        "un regalo para mi abuela",
        "un regalo per mia nonna",
        "een cadeautje voor mijn oma",
        "un present per ma mameta",
        "un regal per a la meva àvia",
        "Mitbringsel für die Kinder",
    ],
)
def test_whom_a_gift_is_for_does_not_come(text: str) -> None:
    request = read(text, PLACES)
    assert request.party == ()
    assert "shop" in request.types


def test_who_comes_is_told_by_for_where_nothing_is_given() -> None:
    assert read("une balade pour ma grand-mère", PLACES).party == ("seniors",)
    assert read("à présent pour les enfants, une activité", PLACES).party == ("kids",)


@pytest.mark.parametrize("text", ["où emmener mamie sans qu'elle marche", "est-ce qu'on marche"])
def test_french_to_walk_is_no_market(text: str) -> None:
    request = read(text, PLACES)
    assert "market" not in request.types
    assert "-market" not in request.themes


@pytest.mark.parametrize(
    "text",
    [
        "il y a une interdiction de barbecue ?",
        "is there a barbecue ban on",
        "gibt es ein Grillverbot",
        "hay prohibición de barbacoas",
        "c'è il divieto di accendere fuochi",
        "is er een stookverbod",
        "i a una interdiccion de barbecue",
        "hi ha prohibició de fer foc",
    ],
)
def test_a_ban_is_asked_of_whoever_knows_the_rules(text: str) -> None:
    assert "service" in read(text, PLACES).types


def test_near_at_the_end_is_near_here() -> None:
    assert read("fireworks tonight anywhere near?", PLACES).where == "here"
    assert read("fireworks anywhere near Albi?", PLACES).where == "Albi"


@pytest.mark.parametrize("text", ["lifeguarded beach that allows dogs", "playa que admite perros"])
def test_a_beach_for_dogs_is_for_whoever_has_one(text: str) -> None:
    assert read(text, PLACES).party == ("dog",)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("a room for a couple", {"couple"}),
        ("cheap gîte for a couple and their dog", {"couple", "dog"}),
        ("ein Zimmer für ein Paar mit Baby", {"couple", "baby"}),
        ("gîte pour un couple et leur bébé", {"couple", "baby"}),
        ("a table for a couple of friends", {"n:2"}),
    ],
)
def test_a_couple_is_one_and_a_couple_of_friends_are_two(text: str, party: set[str]) -> None:
    assert set(read(text, PLACES).party) == party


@pytest.mark.parametrize(
    "text",
    [
        "la fête c'est quel week-end",
        "which weekend is the fete",
        "welches Wochenende ist das Fest",
        "qué fin de semana es la fiesta",
        "quale weekend è la sagra",
        "welk weekend is de kermis",
        "quina dimenjada es la fèsta",
        "quin cap de setmana és la festa",
    ],
)
def test_who_asks_which_weekend_says_none(text: str) -> None:
    assert read(text, PLACES).when is None


def test_our_camper_is_no_coach() -> None:
    request = read("une place à l'ombre pour notre camping-car", PLACES)
    assert (request.mobility, "transport" in request.types) == (("camper_van",), False)
