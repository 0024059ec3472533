"""What is said of those shown beside each other: the nearest of them, longer ones, what lies near
one; and what a follow-up brings along or leaves behind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from catalog.model import Kind
from catalog.request.turns import turn
from catalog.request.turns_model import Act
from tests.bench.turns import LAKES, MUSEUMS, PLACES, WALKS, pasts, shown


@pytest.mark.parametrize(
    ("lang", "past", "text", "number"),
    [
        ("fr", "eat", "le plus proche", 2),
        ("en", "eat", "the nearest one", 2),
        ("de", "eat", "das nächstgelegene", 2),
        ("es", "eat", "el más cercano", 2),
        ("it", "eat", "il più vicino", 2),
        ("nl", "eat", "de dichtstbijzijnde", 2),
        ("oc", "eat", "lo mai prèp", 2),
        ("ca", "eat", "el més proper", 2),
        ("fr", "walk", "la plus courte", 3),
        ("en", "walk", "the longest", 2),
        ("de", "walk", "die kürzeste", 3),
        ("it", "walk", "la più lunga", 2),
        ("nl", "walk", "de zwaarste", 2),
        ("en", "museum", "the cheapest", 2),
        ("es", "museum", "el más barato", 2),
        ("ca", "museum", "el més barat", 2),
        ("oc", "walk", "la mai corta", 3),
    ],
)
def test_the_one_that_is_most_so_is_picked(lang: str, past: str, text: str, number: int) -> None:
    before = pasts(lang)[past]
    found = turn(before, text, PLACES, lang=lang)
    assert (found.act, found.target) == (Act.PICK, before.shown[number - 1].id)


def test_nothing_is_picked_by_what_nobody_states() -> None:
    before = pasts("en")["eat"]
    assert turn(before, "the cheapest", PLACES, lang="en").act is not Act.PICK


def test_nearer_keeps_what_is_at_hand() -> None:
    near = (shown("a", 0.2), shown("b", 9.0), shown("c", 0.6))
    before = replace(pasts("en")["lake"], shown=near)
    found = turn(before, "somewhere closer", PLACES, lang="en")
    assert found.request is not None
    assert found.request.radius_km == 1
    assert found.without == {"b"}


def test_cheaper_keeps_what_is_free() -> None:
    free = (shown("a", 1.0, price=0.0), shown("b", 1.0, price=7.0))
    before = replace(pasts("it")["lake"], shown=free)
    found = turn(before, "troppo caro", PLACES, lang="it")
    assert found.request is not None
    assert found.request.max_price == 0
    assert found.without == {"b"}


def test_easier_keeps_the_easy_one() -> None:
    walks = (*WALKS[:2], shown("easy", 3.0, difficulty="easy"))
    before = replace(pasts("de")["walk"], shown=walks)
    found = turn(before, "leichter bitte", PLACES, lang="de")
    assert found.request is not None
    assert found.request.difficulty == "easy"
    assert found.without == {each.id for each in WALKS[:2]}


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "plus long"), ("en", "something longer"), ("de", "etwas länger"),
     ("es", "una más larga"), ("it", "un po' più lunga"), ("nl", "iets langer"),
     ("oc", "un pauc mai long"), ("ca", "una de més llarga")],
)  # fmt: skip
def test_longer_is_beyond_the_longest_shown(lang: str, text: str) -> None:
    found = turn(pasts(lang)["walk"], text, PLACES, lang=lang)
    assert (found.act, found.beyond) == (Act.REFINE, 12.0)


def test_the_length_of_a_route_is_no_distance() -> None:
    unstated = tuple(replace(each, length_km=None) for each in WALKS)
    before = replace(pasts("nl")["walk"], shown=unstated)
    found = turn(before, "hoeveel km is de eerste?", PLACES, lang="nl")
    assert (found.act, found.field) == (Act.ASK, "length")


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "et pour manger près de là ?"), ("de", "und Essen dort in der Nähe?"),
     ("es", "y para comer por allí cerca?"), ("it", "e da mangiare lì vicino?"),
     ("nl", "en eten daar in de buurt?"), ("ca", "i per menjar a prop d'allà?"),
     ("en", "and food near there?")],
)  # fmt: skip
def test_beside_the_one_spoken_of(lang: str, text: str) -> None:
    castle = replace(MUSEUMS[2], commune="Penne")
    before = replace(pasts(lang)["museum"], shown=(*MUSEUMS[:2], castle), chosen=castle.id)
    found = turn(before, text, PLACES, lang=lang)
    assert found.request is not None
    assert (found.act, found.request.types) == (Act.REFINE, (Kind.FOOD,))
    assert (found.request.where, found.request.when) == ("Penne", "tomorrow")


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "en fait on a la voiture"), ("en", "actually we've got the car"),
     ("de", "wir haben doch ein Auto"), ("es", "tenemos coche"), ("it", "abbiamo la macchina"),
     ("nl", "we hebben de auto"), ("oc", "avèm una veitura"), ("ca", "tenim cotxe")],
)  # fmt: skip
@pytest.mark.parametrize("past", ["lake", "walk"])
def test_who_has_a_car_seeks_no_drive(lang: str, text: str, past: str) -> None:
    before = pasts(lang)[past].request
    found = turn(pasts(lang)[past], text, PLACES, lang=lang).request
    assert before is not None
    assert found is not None
    assert (found.types, found.themes) == (before.types, before.themes)
    assert found.mobility == ("car",)


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "quelque chose avec des animaux"), ("en", "something with animals instead"),
     ("de", "etwas mit Tieren"), ("es", "algo con animales mejor"),
     ("it", "qualcosa con animali"), ("nl", "iets met dieren")],
)  # fmt: skip
def test_something_with_animals_asks_no_leave_for_a_pet(lang: str, text: str) -> None:
    assert turn(pasts(lang)["lake"], text, PLACES, lang=lang).act in {Act.REFINE, Act.NEW}
    assert turn(pasts("fr")["lake"], "les animaux ?", PLACES, lang="fr").field == "pets"


def test_an_answer_to_the_question_before_the_last_counts() -> None:
    before = replace(pasts("es")["lake"], question="move")
    found = turn(before, "gratis", PLACES, lang="es")
    assert found.request is not None
    assert (found.act, found.request.max_price) == (Act.REFINE, 0)
    assert found.request.party == ("kids",)


def test_the_bus_is_how_one_goes_where_nothing_was_sought() -> None:
    before = pasts("en")["lake"]
    assert before.request is not None
    vague = replace(before.request, types=(), themes=(), when="today")
    found = turn(replace(before, request=vague, shown=LAKES), "by bus", PLACES, lang="en").request
    assert found is not None
    assert (found.types, found.mobility) == ((), ("public_transport",))


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "surveillé"), ("en", "with a lifeguard"), ("de", "mit Badeaufsicht"),
     ("es", "con socorrista"), ("it", "sorvegliata"), ("nl", "met toezicht"),
     ("oc", "susvelhat"), ("ca", "amb socorrista")],
)  # fmt: skip
def test_how_it_must_be_is_added_to_what_was_sought(lang: str, text: str) -> None:
    before = pasts(lang)["lake"]
    assert before.request is not None
    lake = replace(before.request, types=(Kind.ATTRACTION,), themes=("lake",))
    found = turn(replace(before, request=lake), text, PLACES, lang=lang).request
    assert found is not None
    assert found.types == (Kind.ATTRACTION,)
    assert found.themes == ("lake", "lifeguard")
    assert found.party == ("kids",)


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "on a changé d'avis, plutôt une rando"),
     ("en", "we changed our minds, a walk instead"),
     ("de", "anders überlegt, lieber eine Wanderung"),
     ("es", "he cambiado de idea, mejor una caminata")],
)  # fmt: skip
def test_another_wish_after_a_change_of_mind(lang: str, text: str) -> None:
    found = turn(pasts(lang)["lake"], text, PLACES, lang=lang)
    assert found.request is not None
    assert (found.act, found.request.types) == (Act.REFINE, (Kind.ITINERARY,))
    assert found.request.party == ("kids",)
    assert found.request.mobility == ()


@pytest.mark.parametrize(
    ("lang", "text", "carried"),
    [
        ("de", "nehmen wir das Fahrrad", "bike"),
        ("fr", "on prendra la voiture", "car"),
        ("en", "we'll take the bus", "public_transport"),
    ],
)
def test_what_is_taken_is_how_one_goes(lang: str, text: str, carried: str) -> None:
    found = turn(pasts(lang)["lake"], text, PLACES, lang=lang).request
    assert found is not None
    assert found.mobility == (carried,)
