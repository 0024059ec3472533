"""A whole slip in every language, from a listing to paper."""

from __future__ import annotations

from datetime import date, time

import pytest

from catalog.geo import Point
from catalog.model import (
    LANGUAGES,
    Contact,
    Kind,
    Listing,
    ListingId,
    Localized,
    Period,
    Place,
    Slot,
    Source,
    TermId,
    Text,
)
from catalog.vocabulary import gesture_for
from kiosk.i18n import PSEUDO, translator
from kiosk.present import listing_view
from kiosk.slip.cells import width
from kiosk.slip.document import Detail, SlipDocument, build
from kiosk.slip.paper import receipt, sheet_pdf
from kiosk.slip.plain import render
from tests.kiosk.slip.samples import CONFIG, NOW

LISTING = Listing(
    id=ListingId("house:musee"),
    kinds=(Kind.ATTRACTION,),
    name=Localized((Text("fr", "Musée de l’Œuvre"),)),
    concepts=(TermId("museum"),),
    place=Place(44.06, 2.16, street=("1 rue du Cœur",), postcode="81400", commune="Carmaux"),
    sources=(Source("house", "musee", date(2026, 11, 2), updated=date(2026, 7, 21)),),
    openings=(Period(slots=(Slot(time(10), time(18)),)),),
    contacts=(Contact(phones=("+33563000000",)),),
)


def slip(lang: str) -> SlipDocument:
    t = translator(lang)
    return build(
        [listing_view(LISTING, t=t, now=NOW, origin=Point(44.05, 2.158))],
        config=CONFIG,
        t=t,
        now=NOW,
        gesture=gesture_for([LISTING], month=NOW.month, seed="x"),
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_slip_in_every_language(lang: str) -> None:
    made = slip(lang)
    drawn = receipt(made)
    assert drawn.document.detail is Detail.FULL
    assert drawn.document.lang == lang
    assert made.suggestions[0].title == "Musée de l’Œuvre"
    assert made.gesture
    assert b"pdfuaid:part" in sheet_pdf(made)
    assert all(width(line) <= 32 for line in render(made, 32).splitlines())


def test_every_word_of_the_slip_is_translated() -> None:
    made = slip(PSEUDO)
    plain = slip("en")
    for field in ("question", "fallback", "on_the_way", "warning", "gesture", "map", "shortened"):
        assert getattr(made.headings, field) != getattr(plain.headings, field)
    assert made.headings.wrong != plain.headings.wrong
    assert made.emergency != plain.emergency
    assert made.contact[0] != plain.contact[0]
    assert made.printed != plain.printed
