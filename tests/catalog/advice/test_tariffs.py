"""Whose price a tariff is: "from 14 €" is what a grown-up pays, whoever else pays less."""

from __future__ import annotations

from decimal import Decimal

import pytest

from catalog.advice.tariffs import family_price, lowest_price
from catalog.model import Kind, Localized, Price, TermId, Text
from tests.catalog.making import make


def tariff(amount: str | None, note: str = "", *, lang: str = "fr", free: bool = False) -> Price:
    told = Localized((Text(lang, note),)) if note else Localized(())
    return Price(minimum=Decimal(amount) if amount else None, free=free, note=told)


@pytest.mark.parametrize(
    ("note", "lang"),
    [
        ("Personne à mobilité réduite", "fr"),
        ("Enfant de 3 à 12 ans", "fr"),
        ("7/18 ans", "fr"),
        ("(- 7 ans)", "fr"),
        ("15 personnes et plus", "fr"),
        ("à partir de 10 pers.", "fr"),
        ("plus de 15 personnes", "fr"),
        ("more than 15 people", "en"),
        ("mehr als 15 Personen", "de"),
        ("más de 15 personas", "es"),
        ("più di 15 persone", "it"),
        ("meer dan 15 personen", "nl"),
        ("mai de 15 personas", "oc"),
        ("més de 15 persones", "ca"),
        ("8-14ans", "fr"),
        ("Etudiants", "fr"),
        ("children under 12", "en"),
        ("Kinder", "de"),
        ("grupos", "es"),
        ("studenti", "it"),
        ("groepen", "nl"),
        ("estudiants", "ca"),
        ("enfants", "oc"),
    ],
)
def test_a_price_that_not_everybody_is_asked_is_no_price_to_begin_with(
    note: str, lang: str
) -> None:
    castle = make(prices=(tariff("7.5", note, lang=lang), tariff("14")))
    assert lowest_price(castle) == Decimal(14)
    children_only = make(prices=(tariff(None, note, lang=lang, free=True),))
    assert lowest_price(children_only) is None  # free for some makes no castle free


@pytest.mark.parametrize(
    "note",
    [
        *("", "Adulte", "Visite libre", "adulte ou étudiant", "Tarif 2023"),
        *("Plus de 18 ans", "over 13 years", "über 13 Jahre", "más de 13 años", "oltre 13 anni"),
        *("ouder dan 13 jaar", "mai de 13 ans", "més de 13 anys"),
    ],
)
def test_a_remark_that_leaves_nobody_out_leaves_the_price(note: str) -> None:
    assert lowest_price(make(prices=(tariff("5", note), tariff("14")))) == Decimal(5)
    assert lowest_price(make(prices=(tariff(None, note, free=True),))) == 0


@pytest.mark.parametrize(
    ("note", "lang"),
    [
        ("Animaux", "fr"),
        ("Forfait ménage", "fr"),
        ("Taxe de séjour", "fr"),
        ("Pets", "en"),
        ("Hunde", "de"),
        ("Mascotas", "es"),
        ("Animali", "it"),
        ("Huisdieren", "nl"),
        ("Animals", "ca"),
        ("Animals", "oc"),
    ],
)
def test_what_is_paid_for_beside_is_no_price_of_the_thing(note: str, lang: str) -> None:
    alone = make(kind=Kind.LODGING, prices=(tariff(None, note, lang=lang, free=True),))
    assert lowest_price(alone) is None
    beside = make(prices=(tariff("5", note, lang=lang), tariff("14")))
    assert lowest_price(beside) == Decimal(14)


def test_a_night_with_breakfast_is_a_night() -> None:
    inn = make(kind=Kind.LODGING, prices=(tariff("70", "Nuit + petit déjeuner"), tariff("90")))
    assert lowest_price(inn) == Decimal(70)


@pytest.mark.parametrize(
    ("amounts", "sort", "told"),
    [
        (("453", "80", "102", "0.8"), "guesthouse", "80"),
        (("500", "75"), "hotel", "75"),
        (("120", "12"), "guesthouse", "120"),
        (("500", "75"), "holiday_rental", "500"),
    ],
)
def test_a_week_beside_a_room_hides_no_price_of_the_room(
    amounts: tuple[str, ...], sort: str, told: str
) -> None:
    house = make(
        kind=Kind.LODGING, concepts=(TermId(sort),), prices=tuple(tariff(each) for each in amounts)
    )
    assert lowest_price(house) == Decimal(told)


@pytest.mark.parametrize(
    ("note", "lang"),
    [
        ("Forfait famille", "fr"),
        ("2 adultes et 2 enfants", "fr"),
        ("family ticket", "en"),
        ("Familienkarte", "de"),
        ("entrada familiar", "es"),
        ("biglietto famiglia", "it"),
        ("gezinsticket", "nl"),
        ("familha", "oc"),
        ("entrada familiar", "ca"),
    ],
)
def test_what_a_family_pays_together_is_told_to_a_family(note: str, lang: str) -> None:
    castle = make(prices=(tariff("36", note, lang=lang), tariff("14")))
    fare = family_price(castle)
    assert fare is not None
    assert fare.minimum == Decimal(36)
    assert lowest_price(castle) == Decimal(14)


@pytest.mark.parametrize("note", ["Famille nombreuse", "7 à 18 ans", "Groupe de 15", ""])
def test_what_one_of_them_pays_is_no_fare_of_a_family(note: str) -> None:
    assert family_price(make(prices=(tariff("12", note), tariff("14")))) is None
