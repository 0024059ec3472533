"""A family is told what it pays together, beside what a grown-up pays."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from catalog.model import Kind, Localized, Price, Text
from catalog.request import Request
from kiosk.i18n import translator
from kiosk.present.advice import advice_view
from tests.catalog.advice.test_boundaries import HERE, NOW, advising, at

if TYPE_CHECKING:
    from pathlib import Path

CASTLE = replace(
    at(1.0, "keep", "castle"),
    prices=(
        Price(minimum=Decimal(14)),
        Price(
            minimum=Decimal(36),
            maximum=Decimal(47),
            note=Localized((Text("fr", "2 adultes et 2 enfants"),)),
        ),
    ),
)


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "Family ticket: €36 – €47"),
        ("fr", "Tarif famille : de 36 € à 47 €"),
        ("de", "Familienpreis: 36 € – 47 €"),
    ],
)
def test_the_fare_of_a_family_stands_on_the_card(tmp_path: Path, lang: str, told: str) -> None:
    with advising(tmp_path, CASTLE) as adviser:
        for party, known in ((("family", "kids"), True), (("adults",), False)):
            request = Request(types=(Kind.ATTRACTION,), themes=("castle",), party=party, lang=lang)
            view = advice_view(
                adviser.advise(request, here=HERE, now=NOW), t=translator(lang), now=NOW
            )
            card = view.cards[0]
            lines = [line.translate({0xA0: " ", 0x202F: " "}) for line in card.why]
            assert (told in lines) is known
            assert "14" in card.price
