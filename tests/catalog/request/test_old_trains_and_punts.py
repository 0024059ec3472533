"""Words for things that are ridden, rowed and pushed."""

from __future__ import annotations

import pytest

from catalog.request import PlaceNames, read

PLACES = PlaceNames(("Albi", "Carmaux"))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "un tour en vieux train"),
        ("en", "a ride on an old train"),
        ("de", "eine Fahrt mit einem alten Zug"),
        ("nl", "een rit met een oude trein"),
        ("oc", "un viatge amb un tren ancian"),
    ],
)
def test_an_old_train_is_no_train_to_catch(lang: str, text: str) -> None:
    assert "tourist_train" in read(text, PLACES, lang=lang).themes


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "une balade en barque"),
        ("en", "punting on the marsh"),
        ("de", "eine Kahnpartie"),
        ("nl", "punteren"),
    ],
)
def test_who_is_taken_out_in_a_punt_pedals_nothing(lang: str, text: str) -> None:
    found = read(text, PLACES, lang=lang)
    assert "boat_trip" in found.themes
    assert "pedalo" not in found.themes
    assert "walking" not in found.themes


def test_a_child_in_a_push_cart_sleeps_in_no_wagon() -> None:
    found = read("un musèu, amb un enfant en carreta", PLACES, lang="oc")
    assert found.mobility == ("stroller",)
    assert "wagon_stay" not in found.themes
    assert "wagon_stay" in read("una nuèch en carreta", PLACES, lang="oc").themes


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "des ruines romaines"),
        ("en", "Roman ruins"),
        ("de", "römische Ruinen"),
        ("es", "murallas romanas"),
        ("it", "una villa romana"),
        ("nl", "Romeinse ruïnes"),
        ("oc", "de roïnas romanas"),
        ("ca", "ruïnes romanes"),
    ],
)
def test_roman_in_whatever_form_is_of_antiquity(lang: str, text: str) -> None:
    assert "antiquity" in read(text, PLACES, lang=lang).themes
