from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.model import Kind
from catalog.sources.values.event_words import _table, read_event, says
from catalog.vocabulary import concepts


def test_every_concept_is_one_of_the_house() -> None:
    known = concepts()
    for concept, kinds in _table().kinds.items():
        if concept != "none":
            assert concept in known
            assert kinds


def test_no_phrase_says_two_things() -> None:
    table = _table()
    for phrase, concept in table.anywhere.items():
        assert table.starts.get(phrase, concept) == concept
        assert len(phrase) <= 6
    assert all(len(phrase) <= 6 for phrase in (*table.starts, *table.terms))


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("La Brocante du samedi", "flea_market"),
        ("3ème Grand Vide-Grenier de l’école", "flea_market"),
        ("Fête du village et vide-greniers", "fete flea_market"),
        ("Concert : Les Goulamas", "concert"),
        ("CONCERT DE L’ENSEMBLE", "concert"),
        ("Marché de Noël", "christmas_market"),
        ("MARCHE DE NOEL", "christmas_market"),
        ("Marché de producteurs de pays", "farmers_market"),
        ("Marché nocturne et concert", "night_market concert"),
        ("Les visites commentées du musée", "guided_tour"),
        ("Randonnée équestre des crêtes", "riding"),
        ("Rêves de musée - Exposition", "exhibition"),
        ("Guided walk", "walking"),
        # what is not certain
        ("Le marché de l'emploi", ""),
        ("Marche sur l'eau", ""),
        ("Mon amie la brocanteuse", ""),
        ("Concertation publique", ""),
        ("Balade en bateau", ""),
        ("Salon de thé", ""),
        ("Messe en si mineur", ""),
        ("", ""),
    ],
)
def test_titles(title: str, found: str) -> None:
    assert read_event([title]).concepts == tuple(found.split())


def test_kinds() -> None:
    assert read_event(["Marché de plein vent"]).kinds == (Kind.MARKET, Kind.EVENT)
    assert read_event(["Concert et marché nocturne"]).kinds == (Kind.EVENT, Kind.MARKET)
    assert read_event(["Brocante"]).kinds == (Kind.EVENT,)
    assert read_event(["Ordalie"]).kinds == (Kind.EVENT,)


def test_a_keyword_counts_as_a_whole() -> None:
    assert read_event(["X"], ["théâtre", "Concerts"]).concepts == ("show", "concert")
    assert read_event(["X"], ["Spectacle - Concert", "scène nationale"]).concepts == ()
    assert says("brocante") == "flea_market"
    assert says("Spectacle - Concert") is None
    assert read_event(["Théâtre municipal"]).concepts == ()


@given(st.lists(st.text(max_size=60), max_size=3), st.lists(st.text(max_size=30), max_size=3))
def test_any_text_is_an_event(titles: list[str], terms: list[str]) -> None:
    reading = read_event(titles, terms)
    assert set(reading.kinds) <= {Kind.EVENT, Kind.MARKET}
    assert reading.kinds


def test_long_titles_are_quick() -> None:
    assert read_event(["concert " * 100_000]).concepts == ("concert",)
