"""Whose price a tariff is: "from 14 €" is what a grown-up pays, whoever else pays less."""

from __future__ import annotations

from decimal import Decimal

import pytest

from catalog.advice.tariffs import lowest_price
from catalog.model import Localized, Price, Text
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
    "note", ["", "Adulte", "Visite libre", "Plus de 18 ans", "adulte ou étudiant", "Tarif 2023"]
)
def test_a_remark_that_leaves_nobody_out_leaves_the_price(note: str) -> None:
    assert lowest_price(make(prices=(tariff("5", note), tariff("14")))) == Decimal(5)
    assert lowest_price(make(prices=(tariff(None, note, free=True),))) == 0
