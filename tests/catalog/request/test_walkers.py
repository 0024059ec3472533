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
        ("my wife and I are both 74", "party", ("age:74", "couple")),
        ("mon mari et moi, 2 nuits à Albi", "party", ("couple",)),
        ("canoë 2h pas cher", "max_price", "low"),
        ("we have 2 hours free", "max_price", None),
    ],
)
def test_numbers_say_what_they_count(text: str, key: str, value: object) -> None:
    assert getattr(ask(text), key) == value
