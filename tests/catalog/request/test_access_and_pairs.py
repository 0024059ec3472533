"""Easy access is no easy walk, a tiralo is no wheelchair, a pair is told in any order; a museum
named is always asked for."""

from __future__ import annotations

import pytest

from catalog.request import PlaceNames, read

PLACES = PlaceNames(("Carmaux", "Albi"))


@pytest.mark.parametrize(
    "text",
    [
        "une balade, accès facile pour ceux qui marchent avec une canne",
        "a walk with easy access for people who use a walking stick",
        "ein Weg mit einfacher Zugang für Leute mit Gehstock",
        "un paseo de fácil acceso, camina con bastón",
        "una passeggiata di facile accesso, cammina con il bastone",
        "een wandeling, makkelijk toegankelijk, loopt met een stok",
        "una passejada, accès aisit, camina amb un baston",
        "una passejada de fàcil accés, camina amb bastó",
    ],
)
def test_easy_access_is_no_easy_walk(text: str) -> None:
    request = read(text, PLACES)
    assert (request.difficulty, request.mobility) == (None, ("reduced",))


@pytest.mark.parametrize("text", ["a walk with easy parking", "rando, parking facile au départ"])
def test_easy_parking_is_no_easy_walk(text: str) -> None:
    assert read(text, PLACES).difficulty is None


def test_an_easy_walk_stays_easy_beside_its_access() -> None:
    assert read("easy walk, access by bus", PLACES).difficulty == "easy"
    assert read("balade facile accessible aux poussettes", PLACES).difficulty == "easy"


@pytest.mark.parametrize(
    ("text", "mobility"),
    [
        ("tiralo disponible pour mon père ?", "reduced"),
        ("una playa con tiralo", "reduced"),
        ("personne à mobilité réduite, baignade", "reduced"),
        ("tiralo et fauteuil roulant sur la plage ?", "wheelchair"),
    ],
)
def test_a_tiralo_alone_is_no_wheelchair(text: str, mobility: str) -> None:
    assert read(text, PLACES).mobility == (mobility,)


@pytest.mark.parametrize(
    "text",
    [
        "un resto pour mon mari et pour moi",
        "pour moi et ma nana",
        "a table for my wife and me",
        "me & the missus",
        "me + hubby fancy a swim",
        "ein Tisch für meinen Mann und mich",
        "ein Zimmer für mich und meine Holde",
        "una mesa para mi marido y para mí",
        "un tavolo per me e mio marito",
        "een tafel voor mij en mijn vrouw",
        "una taula per ma femna e per ieu",
        "una taula per a mi i el meu marit",
    ],
)
def test_somebody_and_their_other_half_are_a_couple(text: str) -> None:
    assert read(text, PLACES).party == ("couple",)


@pytest.mark.parametrize(
    "text",
    ["un cadeau pour ma femme", "my mum and me, a café", "ein Geschenk für meinen Mann"],
)
def test_whom_a_present_is_for_does_not_come(text: str) -> None:
    assert "couple" not in read(text, PLACES).party


@pytest.mark.parametrize(
    "text",
    [
        "how much is the glass museum for a family of four",
        "tours of the mine museum",
        "place handicapé devant le musée du verre",
        "wc au musée-mine",
        "Bus zur Grotte des Demoiselles",
    ],
)
def test_a_site_called_by_its_kind_is_asked_for(text: str) -> None:
    assert "attraction" in read(text, PLACES).types


def test_a_site_that_is_only_passed_by_is_not_asked_for() -> None:
    assert read("un resto près du musée du verre", PLACES).types == ("food",)
