"""Places left out by their name: one sight of a place, and what was seen the day before."""

from __future__ import annotations

import pytest

from catalog.request import PlaceNames, Request, read

PLACES = PlaceNames(["Najac", "Cordes-sur-Ciel"])

ONE_SIGHT = {
    "fr": "une journée demain : des châteaux, mais sans visiter le château de Najac",
    "en": "a day tomorrow: castles, but not Najac castle",
    "de": "ein Tag morgen: Burgen, aber ohne die Burg von Najac",
    "es": "un día mañana: castillos, pero sin visitar el castillo de Najac",
    "it": "una giornata domani: castelli, ma senza il castello di Najac",
    "nl": "een dag morgen: kastelen, maar zonder het kasteel van Najac",
    "oc": "una jornada deman : castèls, mas sens lo castèl de Najac",
    "ca": "un dia demà: castells, però sense el castell de Najac",
}
SEEN = {
    "fr": "après Najac que nous avons fait hier, une journée demain : un autre château",
    "en": "after Najac yesterday, a day tomorrow with another castle",
    "de": "gestern waren wir in Najac, morgen ein Tag mit einer anderen Burg",
    "es": "ayer estuvimos en Najac, mañana un día con otro castillo",
    "it": "ieri siamo stati a Najac, domani una giornata con un altro castello",
    "nl": "gisteren waren we in Najac, morgen een dag met een ander kasteel",
    "oc": "ièr èrem a Najac, deman una jornada amb un autre castèl",
    "ca": "ahir vam anar a Najac, demà un dia amb un altre castell",
}


def _read(lang: str, text: str) -> Request:
    return read(text, PLACES, lang=lang)


@pytest.mark.parametrize("lang", ONE_SIGHT)
def test_one_sight_of_a_place_is_left_out_and_no_other(lang: str) -> None:
    found = _read(lang, ONE_SIGHT[lang])
    assert (found.themes, found.where) == (("castle", "-name:castle:Najac"), None)


def test_a_day_without_one_castle_asks_for_no_castle() -> None:
    assert _read("fr", "une journée sans le château de Najac").themes == ("-name:castle:Najac",)
    assert "-castle" in _read("fr", "une journée à Najac, sans château").themes


@pytest.mark.parametrize("lang", SEEN)
def test_what_was_seen_yesterday_is_left_out_of_another_day(lang: str) -> None:
    found = _read(lang, SEEN[lang])
    assert {"castle", "-name:Najac"} <= {*found.themes}
    assert (found.where, found.when, found.duration) == (None, "tomorrow", "day")


def test_where_somebody_was_is_not_left_out_by_who_seeks_a_chemist() -> None:
    assert not any(
        "-name" in each
        for each in _read("fr", "hier nous avons visité Najac, où est la pharmacie ?").themes
    )


RESTS = {
    "fr": "une journée de repos après la randonnée : un village",
    "en": "a rest day from walking on Saturday: a village",
    "de": "ein Ruhetag vom Wandern, ein Dorf",
    "es": "un día de descanso de las caminatas, un pueblo",
    "it": "una giornata di riposo dalle escursioni, un borgo",
    "nl": "een rustdag van het wandelen, een dorp",
}


@pytest.mark.parametrize("lang", RESTS)
def test_who_rests_from_walking_does_not_walk(lang: str) -> None:
    found = _read(lang, RESTS[lang])
    assert ("walking" in found.themes, "-walking" in found.themes) == (False, True)
    assert "itinerary" not in found.types
