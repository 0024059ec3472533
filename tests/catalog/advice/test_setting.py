"""Where a place lies stands in its first sentence, seldom in a field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalog.geo import Point
from catalog.model import Kind, Localized, Text
from tests.catalog.advice.test_boundaries import NOW, advising, at

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.model import Listing

HERE = Point(44.05, 2.16)


def _camp(km: float, id: str, text: str) -> Listing:
    said = Localized((Text("fr", text),))
    return at(km, id, "campsite", kind=Kind.LODGING, summary=said)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "un camping au bord de la rivière"),
        ("en", "a campsite by the river"),
        ("de", "ein Campingplatz am Fluss"),
        ("es", "un camping junto al río"),
        ("it", "un campeggio vicino al fiume"),
        ("nl", "een camping aan de rivier"),
        ("oc", "un campatge al bòrd de la ribièra"),
        ("ca", "un càmping a la vora del riu"),
    ],
)
def test_the_campsite_whose_text_says_it_is_by_the_river_comes_first(
    tmp_path: Path, lang: str, text: str
) -> None:
    river = _camp(3.0, "river", "Camping au bord de la rivière, près du bourg.")
    view = _camp(0.5, "view", "Camping calme avec vue sur le lac.")
    with advising(tmp_path, view, river) as adviser:
        first, second = adviser.ask(text, here=HERE, now=NOW, lang=lang).proposals
    assert first.listing.id == "test:river"
    assert any((each.field, each.value) == ("summary", "by_river") for each in first.reasons)
    assert not any(each.field == "lacks" for each in first.cautions)
    assert any(each.field == "lacks" for each in second.cautions)


def test_a_view_of_the_lake_is_not_its_bank(tmp_path: Path) -> None:
    view = _camp(0.5, "view", "Camping calme avec vue sur le lac.")
    with advising(tmp_path, view) as adviser:
        (told,) = adviser.ask(
            "un camping au bord d'un lac", here=HERE, now=NOW, lang="fr"
        ).proposals
    assert not any(each.field == "summary" for each in told.reasons)
