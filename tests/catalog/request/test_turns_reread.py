"""A day put right, the weather told for later, a way to go named instead of another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from catalog.model import Kind
from catalog.request import Request
from catalog.request.turns import turn
from catalog.request.turns_model import Act, Past
from tests.bench.turns import PLACES, pasts


def _after(before: Request, text: str) -> Request:
    found = turn(Past(request=before, text="…"), text, PLACES, lang=before.lang)
    assert found.request is not None
    assert found.act is Act.REFINE
    return found.request


def _morning(lang: str) -> Request:
    return Request(types=(Kind.ATTRACTION,), themes=("museum",), when="tomorrow:morning", lang=lang)


@pytest.mark.parametrize(
    ("lang", "text", "when"),
    [
        ("fr", "non, lundi", "mon:morning"),
        ("fr", "plutôt samedi", "sat:morning"),
        ("en", "no, Monday", "mon:morning"),
        ("de", "nein, Mittwoch", "wed:morning"),
        ("es", "no, el lunes", "mon:morning"),
        ("es", "mejor hoy", "today:morning"),
        ("it", "no, sabato", "sat:morning"),
        ("nl", "nee, maandag", "mon:morning"),
        ("oc", "non, diluns", "mon:morning"),
        ("ca", "no, dilluns", "mon:morning"),
        ("en", "no, Monday afternoon", "mon:afternoon"),
        ("en", "and Monday?", "mon"),
        ("en", "rather this weekend", "this_weekend"),
    ],
)
def test_the_day_is_put_right_and_the_morning_stays(lang: str, text: str, when: str) -> None:
    assert _after(_morning(lang), text).when == when


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "demain il fera beau"),
        ("en", "tomorrow the sun will shine"),
        ("de", "morgen scheint die Sonne wieder"),
        ("es", "mañana hará sol"),
        ("it", "domani torna il sole"),
        ("nl", "morgen schijnt de zon weer"),
        ("oc", "deman farà solelh"),
        ("ca", "demà farà sol"),
    ],
)
def test_fine_weather_told_for_later_ends_the_rain(lang: str, text: str) -> None:
    rain = Request(types=(Kind.ACTIVITY,), party=("dog",), weather="rain", lang=lang)
    found = _after(rain, text)
    assert (found.weather, found.when, found.party) == (None, "tomorrow", ("dog",))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "plutôt au frais, il fait très chaud"),
        ("en", "somewhere cooler"),
        ("de", "etwas Kühles bitte"),
        ("es", "algo fresco"),
        ("it", "qualcosa di fresco"),
        ("nl", "ergens koel graag"),
        ("oc", "un luòc fresc"),
        ("ca", "un lloc més fresc"),
    ],
)
def test_cool_is_for_the_heat(lang: str, text: str) -> None:
    outing = Request(types=(Kind.ACTIVITY,), party=("kids",), lang=lang)
    found = _after(outing, text)
    assert replace(found, spans=()) == replace(outing, weather="hot")


@pytest.mark.parametrize(
    ("lang", "text"),
    [("es", "en bici"), ("it", "in bici"), ("ca", "en bici"), ("fr", "à vélo"), ("en", "by bike"),
     ("de", "mit dem Rad"), ("nl", "met de fiets"), ("oc", "a velò")],
)  # fmt: skip
def test_by_bike_alone_rides_what_was_walked(lang: str, text: str) -> None:
    walk = Request(types=(Kind.ITINERARY,), themes=("walking",), lang=lang)
    found = _after(walk, text)
    assert "cycling" in found.themes
    assert "walking" not in found.themes


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "we go by bike"), ("es", "vamos en bici"), ("it", "ci andiamo in bici"),
     ("ca", "hi anem en bici")],
)  # fmt: skip
def test_who_comes_by_bike_may_walk(lang: str, text: str) -> None:
    walk = pasts(lang)["walk"].request
    assert walk is not None
    found = _after(walk, text)
    assert (found.themes, found.mobility) == (walk.themes, ("bike",))


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "et pour midi ?"), ("en", "and for midday?"), ("de", "und für mittags?"),
     ("es", "¿y para el mediodía?"), ("it", "e per mezzogiorno?"),
     ("nl", "en voor het middageten?"), ("oc", "e per miègjorn ?"), ("ca", "i per migdia?")],
)  # fmt: skip
def test_for_midday_is_a_table_after_an_outing(lang: str, text: str) -> None:
    walk = Request(types=(Kind.ITINERARY,), themes=("walking",), when="tomorrow", lang=lang)
    found = _after(walk, text)
    assert (found.types, found.themes, found.when) == ((Kind.FOOD,), (), "tomorrow:midday")


def test_at_noon_is_when_they_walk() -> None:
    walk = Request(types=(Kind.ITINERARY,), themes=("walking",), when="tomorrow", lang="fr")
    assert _after(walk, "et à midi ?").types == (Kind.ITINERARY,)
