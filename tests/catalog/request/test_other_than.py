"""What is there besides one thing, a place less so than another, and a way to go told before its
minutes."""

from __future__ import annotations

import pytest

from catalog.request import PlaceNames, read

PLACES = PlaceNames(["Cordes-sur-Ciel", "Najac"])
NOWHERE = PlaceNames([], [])


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "outre le château, que visiter ?"),
        ("es", "¿qué hay que ver además del castillo?"),
        ("es", "aparte del castillo, ¿qué se puede visitar?"),
        ("it", "cosa c'è da vedere oltre al castello?"),
        ("it", "oltre al castello cosa si può visitare?"),
        ("ca", "què hi ha per veure a més del castell?"),
        ("oc", "qué i a de veire en mai del castèl ?"),
    ],
)
def test_besides_one_thing_the_others_are_sought(lang: str, text: str) -> None:
    request = read(text, NOWHERE, lang=lang)
    assert request.themes == ("-castle",)
    assert "attraction" in request.types


def test_the_name_of_what_is_refused_is_not_looked_for() -> None:
    request = read("à part le zoo de Zibeline, une sortie", NOWHERE, lang="fr")
    assert (request.themes, request.rest) == (("-zoo",), "")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "un château moins connu que Najac"),
        ("en", "a castle less crowded than Najac"),
        ("de", "eine Burg, die weniger bekannt ist als Najac"),
        ("es", "un castillo menos conocido que Najac"),
        ("it", "un castello meno famoso di Najac"),
        ("nl", "een kasteel dat minder bekend is dan Najac"),
        ("oc", "un castèl mens conegut que Najac"),
        ("ca", "un castell menys conegut que Najac"),
    ],
)
def test_less_so_than_a_place_is_not_that_place(lang: str, text: str) -> None:
    request = read(text, PLACES, lang=lang)
    assert request.where is None
    assert {"castle", "-name:Najac"} <= {*request.themes}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "un château à moins de 20 km de Najac"),
        ("es", "un castillo a menos de 20 km de Najac"),
        ("it", "un castello a meno di 20 km da Najac"),
        ("ca", "un castell a menys de 20 km de Najac"),
    ],
)
def test_less_far_than_so_many_kilometres_is_near_it(lang: str, text: str) -> None:
    request = read(text, PLACES, lang=lang)
    assert (request.where, request.radius_km, request.themes) == ("Najac", 20, ("castle",))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "un château, en voiture 30 minutes max"),
        ("fr", "un château à 30 minutes max en voiture"),
        ("en", "a castle, by car 30 minutes max"),
        ("de", "ein Schloss, mit dem Auto höchstens 30 Minuten"),
        ("es", "un castillo, en coche 30 minutos máximo"),
        ("it", "un castello, in macchina massimo 30 minuti"),
        ("nl", "een kasteel, met de auto maximaal 30 minuten"),
        ("oc", "un castèl, en veitura 30 minutas al mai"),
        ("ca", "un castell, en cotxe màxim 30 minuts"),
    ],
)
def test_a_way_told_before_its_minutes_is_how_far(lang: str, text: str) -> None:
    request = read(text, NOWHERE, lang=lang)
    assert (request.radius_km, request.duration, request.mobility) == (25, None, ("car",))
    assert (request.types, request.themes) == (("attraction",), ("castle",))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "une boucle à vélo, 2 heures maximum"),
        ("en", "a flat buggy friendly walk, about an hour"),
        ("es", "una ruta en bici, máximo 2 horas"),
    ],
)
def test_the_most_that_a_ride_may_take_is_how_long(lang: str, text: str) -> None:
    request = read(text, NOWHERE, lang=lang)
    assert request.radius_km is None
    assert request.duration in {"1h", "2h"}


@pytest.mark.parametrize(
    ("lang", "text", "theme"),
    [
        ("fr", "promenade en canoë", "canoeing"), ("fr", "balade en montgolfière", "ballooning"),
        ("en", "a trip by canoe", "canoeing"), ("de", "Ausflug mit dem Kanu", "canoeing"),
        ("es", "paseo en kayak", "canoeing"), ("it", "passeggiata in canoa", "canoeing"),
        ("nl", "tochtje met de kano", "canoeing"), ("oc", "passejada en canoè", "canoeing"),
        ("ca", "passejada en caiac", "canoeing"), ("it", "gita in mongolfiera", "ballooning"),
    ],
)  # fmt: skip
def test_a_walk_by_canoe_is_no_walk(lang: str, text: str, theme: str) -> None:
    request = read(text, NOWHERE, lang=lang)
    assert (request.types, request.themes) == (("activity",), (theme,))


@pytest.mark.parametrize(
    ("lang", "text", "theme"),
    [
        ("fr", "que faire avec un ado qui aime la science", "science_centre"),
        ("de", "Restaurant mit regionaler Küche", "gastronomy"),
        ("de", "ein Lokal mit traditioneller Küche", "gastronomy"),
        ("it", "dormire in un posto insolito", "unusual_lodging"),
        ("es", "dormir en un lugar insólito", "unusual_lodging"),
        ("en", "an unusual place to stay", "unusual_lodging"),
        ("ca", "dormir en un lloc insòlit", "unusual_lodging"),
        ("fr", "dormir dans un troglo", "troglodyte"),
        ("it", "una casa troglodita", "troglodyte"),
    ],
)
def test_what_is_meant_is_heard_as_it_is_said(lang: str, text: str, theme: str) -> None:
    request = read(text, NOWHERE, lang=lang)
    assert theme in request.themes
    assert "kitchen" not in request.themes
