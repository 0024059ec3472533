"""Kilometres that people want to go, without a word for a walk; numbers told about."""

from __future__ import annotations

import pytest

from catalog.model import Kind
from catalog.request import PlaceNames, Request, read

PLACES = PlaceNames(["Carmaux", "Albi"])
WALKERS = {
    "fr": ("{} randonneurs, on veut faire {} km faciles samedi", "on aimerait marcher {1} km"),
    "en": ("we are {} hikers, an easy {} km on Saturday", "we want to do {1} km"),
    "de": ("{} Wanderer möchten leichte {} km machen", "wir wollen {1} km gehen"),
    "es": ("somos {} senderistas, queremos hacer {} km", "queremos recorrer {1} km"),
    "it": ("siamo {} camminatori, vogliamo fare {} km", "vogliamo percorrere {1} km"),
    "nl": ("we zijn met {} wandelaars, {} km", "we willen {1} km afleggen"),
    "oc": ("sèm {} caminaires, volèm far {} km", "volèm far {1} km"),
    "ca": ("som {} caminadors, volem fer {} km", "volem recórrer {1} km"),
}


def ask(text: str) -> Request:
    return read(text, PLACES)


@pytest.mark.parametrize("lang", WALKERS)
@pytest.mark.parametrize("km", [6, 12, 25])
def test_kilometres_that_are_gone_ask_for_a_way_as_long(lang: str, km: int) -> None:
    for text in WALKERS[lang]:
        said = ask(text.format(15, km))
        assert Kind.ITINERARY in said.types, text
        assert (said.max_km, said.radius_km) == (km, None), text
        assert ("n:15" in said.party) == ("15" in text.format(15, "")), text


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("un musée à 12 km", "radius_km", 12),
        ("what is there within 12 km", "radius_km", 12),
        ("what can we do 12 km around", "radius_km", 12),
        ("we drove 12 km from Albi, what is there to see", "max_km", None),
        ("uurtje of drie wandelen", "duration", "3h"),
        ("wandeling, kilometer of tien", "max_km", 10),
        ("my wife and I are both 74", "party", ("age:74", "couple", "seniors")),
        ("mon mari et moi, 2 nuits à Albi", "party", ("couple",)),
        ("canoë 2h pas cher", "max_price", "low"),
        ("we have 2 hours free", "max_price", None),
    ],
)
def test_numbers_say_what_they_count(text: str, key: str, value: object) -> None:
    assert getattr(ask(text), key) == value


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("wij zijn 68 en 71", ("age:68", "age:71", "seniors")),
        ("we are 12 and 13", ("age:12", "age:13", "kids", "teens")),
        ("wir sind zwölf und dreizehn", ("age:12", "age:13", "kids", "teens")),
        ("we are 4 or 5", ("n:5",)),
        ("22 Kinder", ("kids", "n:22")),
        ("colonie de 30 enfants", ("kids", "n:30")),
        ("trois enfants", ("kids",)),
        ("notre fils de 15 ans", ("age:15",)),
        ("nòstre filh de 15 ans", ("age:15",)),
        ("una passejada per dos vièlhs", ("seniors",)),
        ("lo vièlh Albi", ()),
    ],
)
def test_who_comes_by_numbers(text: str, party: tuple[str, ...]) -> None:
    assert tuple(sorted(ask(text).party)) == party


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("y a-t-il un bus qui prend les vélos", {Kind.TRANSPORT}),
        ("is er een bus die fietsen meeneemt", {Kind.TRANSPORT}),
        ("circuit découverte, 5 arrêts", {Kind.ITINERARY}),
        ("kurvige Tagestour mit dem Motorrad", {Kind.ITINERARY}),
        ("mooie autorit, max 120 km", {Kind.ITINERARY}),
    ],
)
def test_a_way_or_a_bus_is_told_apart(text: str, kinds: set[Kind]) -> None:
    found = set(ask(text).types)
    assert kinds <= found
    assert (Kind.TRANSPORT in found) == (Kind.TRANSPORT in kinds)
