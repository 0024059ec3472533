"""What is known already and not asked for: the house where children are bored, the village than
which another is sought, what was done yesterday, what the young do all day."""

from __future__ import annotations

import pytest

from catalog.model import Kind
from catalog.request import PlaceNames, Request, read

PLACES = PlaceNames(["Carmaux", "Cordes-sur-Ciel", "Gaillac", "Najac"])

_BORED = (
    "les enfants s'ennuient au gîte", "the kids are bored at the campsite",
    "den Kindern ist im Ferienhaus langweilig", "los niños se aburren en el camping",
    "i bambini si annoiano al campeggio", "de kinderen vervelen zich op de camping",
    "los enfants s'enuejan al gite", "els nens s'avorreixen al càmping",
)  # fmt: skip
_ANOTHER = (
    "un autre village que Najac", "another village than Najac", "ein anderes Dorf als Najac",
    "un altro paese che non sia Najac", "een ander dorp dan Najac",
)  # fmt: skip
_YESTERDAY = (
    "un musée, le canoë c'était hier", "climbing please, canoeing, that was yesterday",
    "ein Museum, Kanu, das war gestern", "un museo, la canoa, eso fue ayer",
    "iets met klimmen, geen kano want dat was gisteren", "un museu, el caiac, això va ser ahir",
)  # fmt: skip
_ALL_DAY = (
    "ados qui passent la journée sur leur téléphone, une activité",
    "kids who spend all day on their phones, any activity?",
    "Jungs, die den ganzen Tag am Handy hängen, eine Aktivität",
    "ragazzi che stanno tutto il giorno al telefono, un'attività",
    "jongens van 15 en 17 die de hele dag op hun mobiel zitten, een activiteit",
)  # fmt: skip
_HOW = (
    "de Carmaux à Najac je fais comment ?", "how do I get from Carmaux to Najac",
    "wie komme ich von Carmaux nach Najac", "cómo voy de Carmaux a Najac",
    "come vado da Carmaux a Najac", "hoe kom ik van Carmaux naar Najac",
    "coma vau de Carmaux a Najac", "com vaig de Carmaux a Najac",
)  # fmt: skip


def _read(text: str) -> Request:
    return read(text, PLACES)


def test_where_somebody_is_bored_is_not_sought() -> None:
    for text in _BORED:
        assert set(_read(text).types) == {Kind.ACTIVITY, Kind.ATTRACTION}, text
    assert Kind.LODGING in _read("un gîte pour occuper les enfants").types


def test_another_than_one_refuses_it() -> None:
    for text in _ANOTHER:
        assert (_read(text).where, "-name:Najac" in _read(text).themes) == (None, True), text
    assert _read("un autre musée à Najac").where == "Najac"


def test_yesterday_and_every_day_limit_nothing() -> None:
    assert {text: _read(text).when for text in _YESTERDAY} == dict.fromkeys(_YESTERDAY)
    assert {text: _read(text).duration for text in _ALL_DAY} == dict.fromkeys(_ALL_DAY)
    assert _read("a hike that takes all day").duration == "day"


def test_how_one_gets_from_a_place_to_another() -> None:
    for text in _HOW:
        request = _read(text)
        assert (request.types, request.where) == ((Kind.TRANSPORT,), ("Carmaux", "Najac")), text


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("rando demain à la fraîche, départ 6h du mat", "when", "tomorrow:morning@06:00"),
        ("Trödelmarkt am So?", "when", "sun"),
        ("ich bin am so genannten See", "when", None),
        ("concert op zo", "when", "sun"),
        ("laverie ? on a 4 jours de linge", "duration", None),
        ("changer bébé, c'est où ?", "party", ("baby",)),
        ("on puc canviar el bolquer a la petita?", "party", ("baby",)),
        ("le château de Najac, beaucoup de marches ?", "types", (Kind.ATTRACTION,)),
        ("y a-t-il beaucoup de marchés ?", "types", (Kind.MARKET,)),
        ("un vigneron bio en gaillac", "where", None),
        ("un vigneron à Gaillac", "where", "Gaillac"),
        ("ciné plein air d'ici dimanche ?", "where", None),
        ("un resto près d'ici", "where", "here"),
        ("un vigneron, on évite le week-end", "when", None),
        ("farmacia aperta, sono stato punto da una vespa", "mobility", ()),
        ("la abuela tiene 90 tacos, un museo", "party", ("age:90", "seniors")),
        ("quiero tres tacos", "party", ()),
    ],
)
def test_told_beside_another_word(text: str, key: str, value: object) -> None:
    assert getattr(_read(text), key) == value


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "on a déjà fait Cordes et Najac, autre chose dans le genre ?"),
        ("fr", "Cordes et Najac on connaît, autre chose ?"),
        ("de", "Cordes und Najac kennen wir schon, was gibt es sonst noch?"),
        ("nl", "we hebben Cordes en Najac al gezien, wat nog meer?"),
        ("en", "Cordes, Najac we have seen, what else is there to do?"),
    ],
)
def test_all_places_that_are_known_are_left_out(lang: str, text: str) -> None:
    found = read(text, PLACES, lang=lang)
    assert {"-name:Cordes-sur-Ciel", "-name:Najac"} <= set(found.themes)
    assert found.where is None
