"""What is told unasked because nobody does without it: how long a route is; and what is told as
not stated because it was asked for: the quality of a water, a bus where none stops."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from catalog.clock import PARIS
from tests.kiosk.test_advice_sense import asked, names
from tests.kiosk.test_advice_transcripts import adviser

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.advice import Adviser

__all__ = ["adviser"]


def plain(lines: Iterable[str]) -> list[str]:
    """Sentences with plain spaces and apostrophes."""
    spaces = str.maketrans({"\u00a0": " ", "\u202f": " ", "’": "'"})
    return [line.translate(spaces) for line in lines]


MARCH = datetime(2026, 3, 16, 15, 0, tzinfo=PARIS)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("une randonnée", "Distance : 7,4 km · Durée : 2 h 15 min · Niveau : facile · Boucle"),
        ("a walk", "Distance: 7.4 km · Duration: 2 h 15 min · Difficulty: easy · Loop"),
        ("een wandeling", "Afstand: 7,4 km · Duur: 2 uur 15 min · Moeilijkheid: makkelijk"),
    ],
)
def test_a_route_comes_with_its_figures_and_one_that_has_some_comes_first(
    adviser: Adviser, text: str, told: str
) -> None:
    advice, view = asked(adviser, text)
    assert names(advice)[0] == "sentier-demonstration"
    assert any(line.startswith(told) for line in plain(view.cards[0].why)), view.cards[0].why


def test_a_figure_that_was_asked_for_is_told_once(adviser: Adviser) -> None:
    advice, view = asked(adviser, "easy circular walk about 5 miles")
    assert names(advice)[0] == "sentier-demonstration"
    told = " · ".join(plain((*view.cards[0].why, *view.cards[0].but)))
    assert told.count("7.4 km") == 1
    assert told.count("easy") == 1
    assert "Duration: 2 h 15 min" in told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "GR de pays midi-quercy combien de jours",
            {"Longueur non précisée", "Durée non précisée"},
        ),
        ("GR de pays Midi-Quercy", {"Longueur non précisée", "Durée non précisée"}),
    ],
)
def test_of_a_route_that_is_named_what_nobody_states_is_told(
    adviser: Adviser, text: str, told: set[str]
) -> None:
    _, view = asked(adviser, text, "Saint-Antonin-Noble-Val")
    assert told <= set(plain(view.cards[0].but))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("où se baigner ? la qualité de l'eau est bonne ?", "Non précisé : qualité de l'eau"),
        ("Wo kann man hier baden? Wasserqualität ok?", "Nicht angegeben: Wasserqualität"),
        ("is the lake closed? someone said theres bacteria", "Not stated: water quality"),
        ("is het water schoon genoeg om te zwemmen?", "Niet vermeld: waterkwaliteit"),
        ("¿está limpia el agua del lago?", "No se indica: calidad del agua"),
        ("ci sono batteri nel lago?", "Non indicato: qualità dell'acqua"),
        ("i a de bacterias dins lo lac?", "Pas indicat : qualitat de l'aiga"),
        ("hi ha bacteris al llac?", "No s'indica: qualitat de l'aigua"),
    ],
)
def test_nobody_states_how_good_a_water_is(adviser: Adviser, text: str, told: str) -> None:
    _, view = asked(adviser, text)
    assert view.cards
    assert told in plain(view.cards[0].but)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("letzter Bus zurück nach Albi von Cordes", "gare-cordes"),
        ("bus de Najac à Rodez", "gare-najac"),
        ("bus Carmaux Albi", "cars-carmaux"),
        ("arrêt de bus", "cars-carmaux"),
        ("taxi à Cordes", "taxis-carmaux"),
    ],
)
def test_a_bus_is_taken_where_one_sets_out(adviser: Adviser, text: str, first: str) -> None:
    """Nobody walks fifteen kilometres to a stop: the station there, told to be no bus stop."""
    advice, view = asked(adviser, text)
    assert names(advice)[0] == first
    no_stop = {"Nicht angegeben: Bushaltestelle", "Non précisé : arrêt de bus"}
    assert bool(no_stop & set(plain(view.cards[0].but))) == first.startswith("gare-")


def test_a_class_is_not_sent_swimming_for_nature(adviser: Adviser) -> None:
    advice, _ = asked(adviser, "sortie scolaire cp ce1 24 eleves juin nature ou mine", now=MARCH)
    assert "baignade-demonstration" not in names(advice)
    assert "musee-mine" in " ".join(names(advice))
