"""Rides by their nouns, hours to be back at, hours to fill, rooms at an inn, tables for so many."""

import pytest

from catalog.request import PlaceNames, read

PLACES = PlaceNames(["Albi", "Carmaux", "Cordes-sur-Ciel", "Najac", "Penne"])
NOWHERE = PlaceNames([], [])


def _mobility(text: str, lang: str) -> tuple[str, ...]:
    return read(text, NOWHERE, lang=lang).mobility


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "une balade de vélo"), ("fr", "une boucle de vélo"), ("fr", "une journée vélo"),
        ("en", "a bike day out"), ("en", "bike circuit"), ("de", "eine Velorunde"),
        ("de", "Fahrradausflug"), ("es", "ruta de bicicleta"), ("es", "excursión en bici"),
        ("it", "un giro di bici"), ("it", "una gita in bici di mezza giornata"),
        ("nl", "fietsuitstap"), ("nl", "fietstochtje"), ("oc", "un torn de velò"),
        ("ca", "una volta de bici"), ("ca", "circuit de bici"),
    ],
)  # fmt: skip
def test_a_ride_by_any_noun_is_a_way_to_ride(lang: str, text: str) -> None:
    request = read(text, NOWHERE, lang=lang)
    assert request.mobility == ("bike",)
    assert "itinerary" in request.types


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "location de vélo"), ("en", "is there a walk where bikes aren't allowed"),
        ("fr", "à dix minutes de vélo, une boulangerie"), ("de", "Fahrrad mieten"),
        ("it", "pista ciclabile per famiglie"), ("fr", "marcher le long de la piste cyclable"),
        ("en", "roller skating on the cycle path"), ("es", "caminar por el carril bici"),
        ("nl", "skaten op het fietspad"), ("ca", "caminar pel carril bici"),
    ],
)  # fmt: skip
def test_a_bike_hired_and_a_path_for_bikes_walked_are_no_ride(lang: str, text: str) -> None:
    assert "bike" not in _mobility(text, lang)


def test_who_rolls_on_a_path_for_bikes_has_no_bike() -> None:
    assert _mobility("wheelchair on the cycle path", "en") == ("wheelchair",)
    assert _mobility("piste cyclable accessible en fauteuil", "fr") == ("wheelchair",)


@pytest.mark.parametrize(
    ("lang", "text", "hour"),
    [
        ("en", "a walk, back by five", 17), ("en", "bike ride, home by 6", 18),
        ("en", "a walk with the kids, back before five", 17), ("fr", "on rentre à 5h", 17),
        ("fr", "balade, rentrés pour 5 heures", 17), ("fr", "retour au camping à 18h", 18),
        ("de", "Wanderung, um fünf wieder da", 17), ("de", "Rückkehr um 17 Uhr", 17),
        ("es", "paseo, de vuelta a las cinco", 17), ("it", "giro, di ritorno alle 5", 17),
        ("nl", "wandeling, om vijf terug", 17), ("ca", "passeig, de tornada a les 5", 17),
        ("oc", "passejada, de retorn a 17h", 17),
    ],
)  # fmt: skip
def test_the_hour_to_be_back_at_is_an_end(lang: str, text: str, hour: int) -> None:
    assert read(text, NOWHERE, lang=lang).when == f"any@{hour}:00-"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "2 heures libres à Albi"), ("fr", "deux heures devant nous à Albi"),
        ("en", "two spare hours in Albi"), ("en", "two hours free in Albi"),
        ("de", "zwei Stunden Zeit in Albi"), ("es", "dos horas libres en Albi"),
        ("it", "due ore libere ad Albi"), ("nl", "twee uur de tijd in Albi"),
        ("oc", "doas oras liuras a Albi"), ("ca", "dues hores lliures a Albi"),
        ("en", "what can we see in two hours in Albi"),
        ("de", "was kann man in zwei Stunden sehen"),
        ("en", "worth seeing in two hours on foot in Albi"),
        ("de", "was kann man in zwei Stunden zu Fuß sehen"),
    ],
)  # fmt: skip
def test_hours_to_fill_are_a_length_and_ask_for_something_to_see(lang: str, text: str) -> None:
    request = read(text, PLACES, lang=lang)
    assert request.duration == "2h"
    assert request.radius_km is None
    assert "attraction" in request.types


@pytest.mark.parametrize(
    ("lang", "text", "radius"),
    [
        ("de", "Badesee in einer halben Stunde", 25), ("en", "a lake in an hour's drive", 50),
        ("en", "is there a bus in two hours", None), ("de", "fährt in einer Stunde ein Bus", None),
    ],
)  # fmt: skip
def test_a_bus_in_two_hours_is_not_that_far(lang: str, text: str, radius: int | None) -> None:
    assert read(text, NOWHERE, lang=lang).radius_km == radius


@pytest.mark.parametrize(
    ("text", "party", "when"),
    [
        ("tafel vanavond voor twee", ("n:2",), "today:evening"),
        ("B&B voor vannacht voor twee met ontbijt", ("n:2",), "today:night"),
        ("restaurant vrijdag voor zes", ("n:6",), "fri"),
        ("lunch met uitzicht voor 2", ("n:2",), None),
        ("restaurant vrijdag open voor zes", (), "fri@18:00-"),
        ("museum voor vijf uur", (), "any@17:00-"),
    ],
)
def test_dutch_for_counts_those_at_a_table(
    text: str, party: tuple[str, ...], when: str | None
) -> None:
    request = read(text, NOWHERE, lang="nl")
    assert (request.party, request.when) == (party, when)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("cena stasera in due", ("n:2",)), ("una camera in due", ("n:2",)),
        ("spendendo meno di 30 euro in due", ("n:2",)), ("visita in due ore", ()),
        ("che fare in due parole", ()),
    ],
)  # fmt: skip
def test_italian_in_two_counts_a_pair(text: str, party: tuple[str, ...]) -> None:
    assert read(text, NOWHERE, lang="it").party == party


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("it", "una camera in agriturismo"), ("it", "agriturismo con camera"),
        ("it", "agriturismo per due notti"), ("fr", "ferme auberge avec chambre"),
        ("en", "a room in a farm inn"), ("de", "Zimmer im Landgasthof"),
        ("nl", "kamer in een boerenherberg"), ("ca", "habitació a la masia restaurant"),
    ],
)  # fmt: skip
def test_a_room_at_an_inn_on_a_farm_is_a_bed(lang: str, text: str) -> None:
    request = read(text, NOWHERE, lang=lang)
    assert request.types == ("lodging",)
    assert "farm_stay" in request.themes


def test_a_meal_at_an_inn_on_a_farm_stays_one() -> None:
    assert "food" in read("un agriturismo dove si mangia bene", NOWHERE, lang="it").types
    assert "food" in read("dormire e mangiare in agriturismo", NOWHERE, lang="it").types


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("am Abend essen gehen", "any:evening"),
        ("morgen am Abend essen gehen", "tomorrow:evening"),
        ("am Mittag essen in Najac", "any:midday"), ("heute Abend essen", "today:evening"),
    ],
)  # fmt: skip
def test_german_evening_is_heard_before_the_meal(text: str, when: str) -> None:
    request = read(text, PLACES, lang="de")
    assert request.when == when
    assert request.types == ("food",)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("un restaurant per aquesta nuèch", "today:evening"),
        ("concèrt aquesta nuèch", "today:evening"),
        ("una cambra per aquesta nuèch", "today:night"),
    ],
)  # fmt: skip
def test_occitan_night_is_the_evening_of_a_table(text: str, when: str) -> None:
    assert read(text, NOWHERE, lang="oc").when == when


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "un lac à une bonne demi-heure"), ("fr", "un marché à une petite demi-heure"),
        ("de", "Badesee in einer guten halben Stunde"), ("es", "un lago a una buena media hora"),
        ("it", "un lago a una buona mezz'ora"), ("nl", "een meer op een goed half uur"),
        ("oc", "un lac a una bona mièja ora"), ("ca", "un llac a una bona mitja hora"),
        ("en", "castle half an hour max from here"),
    ],
)  # fmt: skip
def test_a_good_half_hour_is_a_way_to_go(lang: str, text: str) -> None:
    request = read(text, NOWHERE, lang=lang)
    assert request.radius_km == 25
    assert request.duration is None


def test_a_walk_of_a_good_half_hour_lasts_so_long() -> None:
    request = read("balade d'une bonne demi-heure", NOWHERE, lang="fr")
    assert (request.radius_km, request.duration) == (None, "30min")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "on arrive dans une heure, où manger"),
        ("en", "we arrive in two hours, what can we see"),
        ("de", "wir kommen in zwei Stunden an, wo kann man essen"),
        ("es", "llegamos en una hora, hay sitio para aparcar"),
        ("it", "arriviamo tra due ore, dove mangiare"),
        ("nl", "we komen over een uur aan, waar kunnen we eten"),
        ("ca", "arribem en una hora, on dinar"),
    ],
)  # fmt: skip
def test_hours_until_somebody_comes_are_neither_far_nor_long(lang: str, text: str) -> None:
    request = read(text, NOWHERE, lang=lang)
    assert (request.radius_km, request.duration) == (None, None)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "il pleut jusqu'à ce soir, que faire"),
        ("en", "it's raining until tonight, what can we do"),
        ("de", "es regnet bis heute Abend, was tun"),
        ("es", "va a llover hasta la noche, qué hacemos"), ("it", "piove fino a sera, che fare"),
        ("nl", "het regent tot vanavond, wat nu te doen"), ("oc", "plòu fins al ser, de qué far"),
        ("ca", "plou fins al vespre, què fem"),
    ],
)  # fmt: skip
def test_how_long_it_rains_is_no_time_to_go(lang: str, text: str) -> None:
    request = read(text, NOWHERE, lang=lang)
    assert (request.when, request.weather) == (None, "rain")
    assert read("bar ouvert jusqu'à ce soir", NOWHERE, lang="fr").when is not None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "combien pour deux grands et un petit au musée"),
        ("de", "zwei Große und ein Kleiner, Museum"), ("es", "dos mayores y un niño, museo"),
        ("it", "due grandi e un bambino al museo"), ("oc", "dos grands e un enfant al musèu"),
        ("ca", "dos grans i un nen al museu"), ("nl", "twee groten en een kleintje, museum"),
    ],
)  # fmt: skip
def test_big_ones_and_a_child_are_adults_and_a_child(lang: str, text: str) -> None:
    assert set(read(text, NOWHERE, lang=lang).party) == {"adults", "kids", "n:3"}


def test_big_ones_and_a_dog_are_nobody_small() -> None:
    assert "kids" not in read("deux grands et un petit chien", NOWHERE, lang="fr").party


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "course cycliste dimanche"), ("es", "carrera ciclista el domingo"),
        ("it", "gara ciclistica domenica"), ("ca", "cursa ciclista diumenge"),
    ],
)  # fmt: skip
def test_who_watches_a_race_rides_no_bike(lang: str, text: str) -> None:
    assert _mobility(text, lang) == ()
