"""What one no longer fancies, a trip that may be worth it, shelter from rain, what is learnt."""

from __future__ import annotations

import pytest

from catalog.model import Kind
from catalog.request import PlaceNames, read

PLACES = PlaceNames(["Albi", "Carmaux", "Najac"], ["Cap Découverte"])


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "plus envie d'églises, autre chose"),
        ("en", "no longer fancy churches, something else"),
        ("de", "keine Lust mehr auf Kirchen, lieber etwas anderes"),
        ("es", "ya no nos apetecen iglesias"),
        ("it", "non abbiamo più voglia di chiese"),
        ("nl", "geen zin meer in kerken, iets anders"),
        ("oc", "avèm pas pus enveja de glèisas"),
        ("ca", "ja no tenim ganes de esglésies"),
    ],
)
def test_what_is_no_longer_fancied_is_left_out(lang: str, text: str) -> None:
    found = read(text, PLACES, lang=lang)
    assert "-church" in found.themes
    assert "church" not in found.themes


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "ça vaut le coup d'aller à Albi pour un après-midi ?"),
        ("en", "is it worth driving to Albi for an afternoon?"),
        ("de", "lohnt es sich, am Nachmittag nach Albi zu fahren?"),
        ("es", "¿vale la pena ir a Albi una tarde?"),
        ("it", "vale la pena andare ad Albi per un pomeriggio?"),
        ("ca", "val la pena anar a Albi una tarda?"),
    ],
)
def test_a_trip_that_may_be_worth_it_is_asked_about_there(lang: str, text: str) -> None:
    found = read(text, PLACES, lang=lang)
    assert found.where == "Albi"
    assert Kind.ATTRACTION in found.types
    assert found.when == "any:afternoon"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "où s'abriter de l'orage ?"),
        ("en", "caught in the rain, where can we shelter?"),
        ("de", "wo können wir uns bei Regen unterstellen?"),
        ("es", "nos ha pillado la lluvia a medio camino, ¿dónde nos refugiamos?"),
        ("it", "dove ripararsi dalla pioggia?"),
        ("nl", "waar kunnen we schuilen voor de regen?"),
        ("oc", "ont nos metre a l'abric de la pluèja ?"),
        ("ca", "on ens podem refugiar de la pluja?"),
    ],
)
def test_shelter_from_the_rain_is_no_bed_and_no_grade(lang: str, text: str) -> None:
    found = read(text, PLACES, lang=lang)
    assert "rain_shelter" in found.themes
    assert Kind.LODGING not in found.types
    assert (found.difficulty, found.labels) == (None, ())


@pytest.mark.parametrize(
    ("lang", "text", "clay"),
    [
        ("fr", "apprendre à faire du pain", False),
        ("en", "learn to make bread", False),
        ("de", "lernen Brot zu machen", False),
        ("oc", "volèm aprene a far de pan", False),
        ("en", "learn to throw pots with the kids", True),
        ("it", "imparare a modellare l'argilla", True),
    ],
)
def test_what_is_learnt_is_pottery_only_where_it_is_of_clay(
    lang: str, text: str, clay: bool
) -> None:
    found = read(text, PLACES, lang=lang)
    assert "creative_workshop" in found.themes
    assert ("pottery" in found.themes) is clay


@pytest.mark.parametrize(
    ("text", "weather"),
    [
        ("campsite with showers for one night near Najac", None),
        ("somewhere with toilets and showers", None),
        ("are there showers at the lake", None),
        ("showers this afternoon, any ideas?", "rain"),
        ("it says showers on saturday, what can we do with kids", "rain"),
        ("scattered showers tomorrow, a museum?", "rain"),
    ],
)
def test_showers_fall_where_they_are_told_of(text: str, weather: str | None) -> None:
    found = read(text, PLACES, lang="en")
    assert found.weather == weather
    assert ("shower" in found.themes) is (weather is None)


@pytest.mark.parametrize(
    ("lang", "text", "when"),
    [
        ("fr", "un bus avant 9h de Carmaux à Albi", "any@09:00-"),
        ("fr", "il me faut un taxi demain avant 7h de Carmaux à Albi", "tomorrow@07:00-"),
        ("fr", "un train après 18h d'Albi à Carmaux", "any@18:00+"),
        ("oc", "un taxi abans 7h de Najac a Albi", "any@07:00-"),
        ("ca", "un taxi abans de les 7h de Najac a Albi", "any@07:00-"),
    ],
)
def test_an_hour_before_the_place_one_leaves_is_no_way_to_go(
    lang: str, text: str, when: str
) -> None:
    found = read(text, PLACES, lang=lang)
    assert (found.when, found.duration) == (when, None)
    assert isinstance(found.where, tuple)
