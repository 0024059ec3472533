"""Coaches that are full, those who ride together, so many kilometres in one day."""

from __future__ import annotations

import pytest

from catalog.model import Kind
from catalog.request import PlaceNames, Request, read

PLACES = PlaceNames(["Albi", "Carmaux", "Cordes-sur-Ciel"])

_COACHES = (
    ("un car de 48 personnes, où déjeuner", 48), ("un autocar de 30 voyageurs", 30),
    ("a coach of 48 people, lunch", 48), ("a busload of 40 people, lunch", 40),
    ("Reisebus mit 45 Leuten, wo Mittagessen", 45), ("un autocar de 48 personas", 48),
    ("un pullman di 50 persone", 50), ("een touringcar met 50 mensen", 50),
    ("un autocar de 50 personas, ont manjar", 50), ("un autocar de 48 persones", 48),
)  # fmt: skip
_DAYS = (
    "balade en moto 150 bornes la journée", "en moto 150 km dans la journée",
    "en moto 150 km sur la journée", "en moto 150 km en el día", "in moto 150 km in giornata",
    "en mòto 150 km la jornada", "en moto 150 km en el dia",
)  # fmt: skip


def _read(text: str) -> Request:
    return read(text, PLACES)


@pytest.mark.parametrize(("text", "count"), _COACHES)
def test_a_full_coach_is_a_group(text: str, count: int) -> None:
    assert {"group", f"n:{count}"} <= {*_read(text).party}


def test_a_class_and_a_bus_to_catch_are_none() -> None:
    assert "group" not in _read("autocar con 50 mayores").party
    assert "group" not in _read("on arrive en bus avec 52 collégiens").party
    assert "group" not in _read("on prend le bus à 4 personnes").party


@pytest.mark.parametrize(
    "text", ["andare in tre a cavallo", "gli animali in tre a cavallo", "in tre a cavallo sabato"]
)
def test_three_riders_are_three(text: str) -> None:
    request = _read(text)
    assert request.party == ("n:3",)
    assert {Kind.ACTIVITY, Kind.ITINERARY} <= {*request.types}


@pytest.mark.parametrize("text", _DAYS)
def test_kilometres_in_one_day_limit_the_route(text: str) -> None:
    request = _read(text)
    assert (request.duration, request.max_km, request.when) == ("day", 150, None)


def test_the_day_alone_is_today() -> None:
    assert _read("un truc à faire dans la journée").when == "today"
    assert _read("un lac à 15 km, dans la journée").when == "today"
    assert _read("150 bornes la journée").max_km == 150
