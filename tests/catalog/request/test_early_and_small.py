"""Early departures, hours too long for a way, the little one, a site pointed at, a bed for tonight,
brunch, and signs that are of no language."""

from __future__ import annotations

import pytest

from catalog.model import Kind
from catalog.request import PlaceNames, read

PLACES = PlaceNames(["Albi", "Carmaux", "Cordes-sur-Ciel"], ["Grotte des Demoiselles"])


@pytest.mark.parametrize(
    "text",
    [
        "taxi demain à 6h15",
        "taxi tomorrow at 6:15",
        "Taxi morgen um 6:15",
        "taxi mañana a las 6:15",
        "taxi domani alle 6:15",
        "taxi morgen om 6:15",
        "taxi deman a 6:15",
        "taxi demà a les 6:15",
    ],
)
def test_a_ride_told_with_its_minutes_leaves_early(text: str) -> None:
    request = read(text, PLACES)
    assert (request.when, request.radius_km) == ("tomorrow@06:15", None)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("taxi esta tarde a las 6:45", "today:afternoon@18:45"),
        ("bus at 6:45 pm", "any@18:45"),
        ("train after 6:30", "any@18:30+"),
        ("taxi mañana a las seis y media", "tomorrow@18:30"),
        ("visita mañana a las 6:15", "tomorrow@18:15"),
    ],
)
def test_told_otherwise_an_hour_stays_after_noon(text: str, when: str) -> None:
    assert read(text, PLACES).when == when


@pytest.mark.parametrize(
    ("text", "radius"), [("train à 5h30", None), ("visite à 5h30", None), ("resto à 1h30", 75)]
)
def test_nobody_goes_five_hours_to_see_something(text: str, radius: float | None) -> None:
    assert read(text, PLACES).radius_km == radius


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("aire de jeux pour le petit", True),
        ("a playground for the little one", True),
        ("Spielplatz für den Kleinen", True),
        ("un parque para el pequeño", True),
        ("un parco per la piccola", True),
        ("speeltuin voor de kleine", True),
        ("un jardin pel pichon", True),
        ("parc infantil per al petit", True),
        ("un parc per a la petita", True),
        ("horarios para el pequeño museo", False),
        ("orari per la piccola chiesa", False),
        ("horari per a la petita església", False),
        ("horaires pour le petit musée", False),
    ],
)
def test_the_little_one_is_a_child(text: str, company: bool) -> None:
    assert ("kids" in read(text, PLACES).party) is company


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("visita guidata in quattro", ("n:4",)),
        ("passeggiata in cinque domenica", ("n:5",)),
        ("visita in quattro lingue", ()),
        ("passeggiata in quattro ore", ()),
    ],
)
def test_so_many_come_in_italian_away_from_a_table_too(text: str, party: tuple[str, ...]) -> None:
    assert read(text, PLACES).party == party


@pytest.mark.parametrize(
    "text",
    [
        "la cueva esa de las Demoiselles",
        "la cova aquella de les Demoiselles",
        "la grotte là des Demoiselles",
        "la grotta lì delle Demoiselles",
        "de grot daar van de Demoiselles",
        "die Höhle da von Demoiselles",
    ],
)
def test_a_site_pointed_at_is_that_site(text: str) -> None:
    assert read(text, PLACES).where == "Grotte des Demoiselles"


@pytest.mark.parametrize(
    "text",
    [
        "quelque chose pour cette nuit",
        "something for overnight tonight",
        "etwas für heute Nacht",
        "qualcosa per stanotte",
        "iets voor vannacht",
        "quicòm per aquesta nuèch",
    ],
)
def test_something_for_the_night_is_a_bed(text: str) -> None:
    assert read(text, PLACES).types == (Kind.LODGING,)


@pytest.mark.parametrize("text", ["qualcosa da fare stanotte", "que faire cette nuit"])
def test_something_to_do_in_the_night_is_none(text: str) -> None:
    assert Kind.LODGING not in read(text, PLACES).types


@pytest.mark.parametrize(
    "text",
    [
        "brunch dimanche",
        "brunch on Sunday",
        "Brunch am Sonntag",
        "brunch el domingo",
        "brunch domenica",
        "brunch op zondag",
        "brunch dimenge",
        "brunch diumenge",
    ],
)
def test_brunch_is_around_noon_in_every_language(text: str) -> None:
    request = read(text, PLACES)
    assert (request.types, request.when) == ((Kind.FOOD,), "sun:midday")


@pytest.mark.parametrize(
    "text",
    [
        "sentier avec des bancs",
        "Weg mit Sitzbänken",
        "sendero con bancos",
        "paseo con bancos para descansar",
        "passejada amb bancs per descansar",
    ],
)
def test_benches_on_a_walk_are_no_bank(text: str) -> None:
    request = read(text, PLACES)
    assert "bench" in request.themes
    assert "atm" not in request.themes
    assert Kind.SERVICE not in request.types


@pytest.mark.parametrize(
    "text",
    [
        "run 10 km from Albi",
        "10 km joggen ab Albi",
        "a loop of about 10 km from Albi",
        "boucle d'environ 10 km d'Albi",
        "vuelta de unos 10 km de Albi",
        "volta d'uns 10 km d'Albi",
        "un anello di circa 10 km da Albi",
    ],
)
def test_a_run_or_a_loop_from_somewhere_is_so_long(text: str) -> None:
    request = read(text, PLACES)
    assert (request.max_km, request.radius_km) == (10, None)


@pytest.mark.parametrize(
    ("text", "lang"),
    [("the 6:15 bus", "en"), ("llac 10:30", "ca"), ("hotel, 2 pers, 15 ago", "es")],
)
def test_signs_and_clocks_are_of_no_language(text: str, lang: str) -> None:
    assert read(text, PLACES).lang == lang


def test_a_number_behind_is_no_part_of_the_word_before() -> None:
    request = read("dormir al costat del llac una nit", PLACES)
    assert (request.duration, request.when) == ("1n", None)


@pytest.mark.parametrize(
    "text",
    [
        "gîte pour dix, week-end en octobre",
        "Haus für zehn, Wochenende im Oktober",
        "casa rural para diez, fin de semana de octubre",
        "casa per dieci, weekend di ottobre",
        "huis voor tien, weekend in oktober",
        "casa rural per a deu, cap de setmana d'octubre",
    ],
)
def test_a_comma_parts_how_many_come_from_how_long_they_stay(text: str) -> None:
    request = read(text, PLACES)
    assert (request.party, request.duration, request.when) == (("n:10",), "weekend", "month:10")


@pytest.mark.parametrize(
    "text",
    [
        "maison avec jardin en août",
        "a house with a pool in August",
        "Haus mit Garten im August",
        "casa con piscina en agosto",
        "casa con giardino ad agosto",
        "huis met zwembad in augustus",
        "ostal amb jardin en agost",
        "casa amb jardí a l'agost",
    ],
)
def test_a_house_with_a_garden_in_a_month_is_a_bed(text: str) -> None:
    assert read(text, PLACES).types == (Kind.LODGING,)


@pytest.mark.parametrize("text", ["breakfast at 6:30", "desayuno a las 6:30"])
def test_breakfast_is_in_the_morning(text: str) -> None:
    assert read(text, PLACES).when == "any@06:30"


def test_polite_well_is_no_map() -> None:
    assert read("ont son las comunas, siatz plan?", PLACES).types == (Kind.SERVICE,)


@pytest.mark.parametrize(
    "text",
    [
        "mon chien est malade",
        "my dog is poorly",
        "mein Hund ist krank",
        "el perro está malo",
        "il cane sta male",
        "mijn hond is ziek",
        "lo can es malaut",
        "el gos està malalt",
    ],
)
def test_a_dog_that_is_ill_is_with_them(text: str) -> None:
    request = read(text, PLACES)
    assert (request.types, request.party) == ((Kind.HEALTH,), ("dog",))


def test_an_italian_route_is_no_verb() -> None:
    assert read("percorso in mtb difficile di 30 km", PLACES).max_km == 30
    assert read("abbiamo percorso 30 km, dove si mangia?", PLACES).max_km is None
