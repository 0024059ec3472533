"""Where something ends: a weekend at its Sunday, hours at noon, a "not" at its "enough" or at its
comma; and what is counted or measured without saying of what."""

from __future__ import annotations

from datetime import date

import pytest

from catalog.request import PlaceNames, read

PLACES = PlaceNames(("Carmaux", "Albi", "Saint-Antonin-Noble-Val"))
TODAY = date(2026, 7, 23)

WEEKENDS = (
    "concerts du vendredi au dimanche",
    "concerts from Friday to Sunday",
    "Konzerte von Freitag bis Sonntag",
    "conciertos de viernes a domingo",
    "concerti da venerdì a domenica",
    "concerten vrijdag t/m zondag",
    "concerten van vrijdag tot en met zondag",
    "concèrts del divendres al dimenge",
    "concerts de divendres a diumenge",
    "what's on Friday-Sunday",
)
FROM_A_DAY = (
    ("concerts du lundi au mercredi", "mon"),
    ("concerts vendredi soir ou dimanche", "fri:evening"),
    ("concerts on Friday and Sunday", "fri"),
    ("Konzerte von Dienstag bis Sonntag", "tue"),
    ("concerten maandag t/m woensdag", "mon"),
)
NOT_ENOUGH = (
    "on n'a pas vu assez de châteaux",
    "we haven't seen enough castles",
    "wir haben noch nicht genug Burgen gesehen",
    "no hemos visto suficientes castillos",
    "non abbiamo visto abbastanza castelli",
    "we hebben nog niet genoeg kastelen gezien",
    "avèm pas vist pro de castèls",
    "encara no hem vist prou castells",
)
ENDED = (
    "ça va pas, le musée est fermé le lundi",
    "das stimmt nicht, das Museum ist montags zu",
    "dat klopt niet, het museum is maandag dicht",
    "that's not right, the museum is closed on Mondays",
)
BY_SIZE = (
    "2 grands 3 petits, une balade",
    "2 big 3 little ones, a walk",
    "2 Große 3 Kleine, Wanderung",
    "dos grandes y tres peques, un paseo",
    "2 grandi 3 piccoli, una passeggiata",
    "2 grote en 3 kleintjes, wandeling",
    "2 grands e 3 pichons, un passeg",
    "2 grans i 3 petits, una passejada",
)
AROUND = (
    "autour du lac, 4 km, avec une poussette",
    "around the lake, 4 km, with a pushchair",
    "um den See, 4 km, mit Kinderwagen",
    "alrededor del lago, 4 km, con carrito de bebé",
    "intorno al lago, 4 km, con il passeggino",
    "om het meer, 4 km, met de kinderwagen",
    "a l'entorn del lac, 4 km",
    "al voltant del llac, 4 km",
)
NIGHT_DUTY = (
    "pharmacie de nuit",
    "night pharmacy",
    "Nachtapotheke",
    "Apotheke mit Nachtdienst",
    "farmacia nocturna",
    "farmacia notturna",
    "nachtapotheek",
    "farmàcia nocturna",
)
FOR_ALL = (
    "quelque chose qui plaise à tout le monde",
    "anything that suits everybody",
    "etwas für alle Generationen",
    "algo para todas las edades",
    "qualcosa per tutte le età",
    "iets voor iedereen",
    "quicòm per totas las edats",
    "alguna cosa per a tothom",
)
CLOSED_WHEN_WE_CAME = (
    "la grotte était fermée quand on est venus",
    "the cave was shut when we came",
    "die Höhle war zu als wir kamen",
    "la cueva estaba cerrada cuando llegamos",
    "la grotta era chiusa quando siamo arrivati",
    "de grot was dicht toen we kwamen",
    "la cova estava tancada quan vam arribar",
)


def _read(text: str) -> dict[str, object]:
    return read(text, PLACES, today=TODAY).keys()


@pytest.mark.parametrize("text", WEEKENDS)
def test_friday_to_sunday_is_the_weekend(text: str) -> None:
    assert _read(text)["when"] == "this_weekend"


@pytest.mark.parametrize(("text", "day"), FROM_A_DAY)
def test_other_stretches_of_weekdays_begin_on_their_first(text: str, day: str) -> None:
    assert _read(text)["when"] == day


@pytest.mark.parametrize("link", ["t/m", "T/M", "tm", "t / m", "tot en met"])
def test_through_reaches_its_last_day(link: str) -> None:
    assert _read(f"kamer van 28 juli {link} 3 augustus")["when"] == "date:07-28..08-03"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("market 10am to noon", "any@10:00+"),
        ("tours 9am till noon on Saturday", "sat@09:00+"),
        ("marché 9h à midi", "any@09:00+"),
    ],
)
def test_hours_reach_noon(text: str, when: str) -> None:
    assert _read(text)["when"] == when


@pytest.mark.parametrize("text", NOT_ENOUGH)
def test_not_enough_refuses_nothing(text: str) -> None:
    assert "castle" in read(text, PLACES).themes


@pytest.mark.parametrize("text", ["we've seen enough castles", "genoeg kastelen gezien"])
def test_enough_still_refuses(text: str) -> None:
    assert "-castle" in read(text, PLACES).themes


@pytest.mark.parametrize("text", ENDED)
def test_a_not_before_a_comma_is_of_what_stands_before(text: str) -> None:
    assert "museum" in read(text, PLACES).themes


@pytest.mark.parametrize(
    ("text", "thing"),
    [("we're museumed out", "museum"), ("the kids are castled out, a pool?", "castle")],
)
def test_full_of_a_thing_in_one_word(text: str, thing: str) -> None:
    assert f"-{thing}" in read(text, PLACES).themes


def test_who_walked_out_is_full_of_nothing() -> None:
    assert "museum" in read("we found the museums out of town", PLACES).themes


@pytest.mark.parametrize("text", BY_SIZE)
def test_big_and_small_ones_are_people(text: str) -> None:
    assert set(read(text, PLACES).party) == {"adults", "kids", "n:5"}


@pytest.mark.parametrize("text", ["2 grands lits 3 petits", "2 große 3 kleine Zimmer"])
def test_big_and_small_things_are_none(text: str) -> None:
    assert not read(text, PLACES).party


@pytest.mark.parametrize("text", AROUND)
def test_kilometres_around_a_lake_are_walked(text: str) -> None:
    request = read(text, PLACES)
    assert "itinerary" in request.types
    assert (request.max_km, request.radius_km) == (4, None)


@pytest.mark.parametrize(
    "text", ["restaurants around the lake, 4 km away", "Badestelle am See im Umkreis von 4 km"]
)
def test_how_far_a_lake_may_lie_is_no_walk(text: str) -> None:
    request = read(text, PLACES)
    assert (request.max_km, request.radius_km) == (None, 4)


@pytest.mark.parametrize("text", NIGHT_DUTY)
def test_a_chemist_of_the_night_is_sought_at_night(text: str) -> None:
    request = read(text, PLACES)
    assert "health" in request.types
    assert request.when == "any:night"


@pytest.mark.parametrize("text", FOR_ALL)
def test_something_for_all_is_something_to_do(text: str) -> None:
    assert {"activity", "attraction"} <= set(read(text, PLACES).types)


@pytest.mark.parametrize("text", CLOSED_WHEN_WE_CAME)
def test_what_was_shut_is_told_the_office_and_not_asked_for_now(text: str) -> None:
    request = read(text, PLACES)
    assert "office" in request.types
    assert request.when is None


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("is there a room free for tonight", ("lodging",)),
        ("table free for two tomorrow", ("food",)),
    ],
)
def test_a_room_that_is_free_is_paid(text: str, types: tuple[str, ...]) -> None:
    request = read(text, PLACES)
    assert (request.types, request.max_price) == (types, None)


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("dernier bus pour Albi", "bus_stop"),
        ("last bus to Albi", "bus_stop"),
        ("gibt es einen Bus nach Albi", "bus_stop"),
        ("último autobús a Albi", "bus_stop"),
        ("ultimo treno per Albi", "train_station"),
        ("laatste trein naar Albi", "train_station"),
        ("darrièr tren per Albi", "train_station"),
        ("últim tren cap a Albi", "train_station"),
    ],
)
def test_the_last_bus_is_a_bus(text: str, theme: str) -> None:
    assert theme in read(text, PLACES).themes


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("hire a tandem", {"transport"}),
        ("day drive through villages", {"itinerary", "attraction"}),
        ("UNESCO sites we can reach by train", {"attraction", "transport"}),
        ("somewhere with sharing plates", {"food"}),
        ("Was ist am Wochenende in Saint-Antonin los", {"event"}),
    ],
)
def test_things_by_what_they_are_called(text: str, types: set[str]) -> None:
    assert set(read(text, PLACES).types) == types


@pytest.mark.parametrize("text", ["code rood, mogen we wandelen?", "allerta rossa incendi"])
def test_a_red_warning_is_no_storm(text: str) -> None:
    assert read(text, PLACES).weather is None


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("marché ven-dim", "this_weekend"),
        ("marché lu-ve", "mon"),
        ("markets Fri-Sun?", "this_weekend"),
        ("events Fri thru Sun", "this_weekend"),
        ("museum open Mon-Fri only??", "mon"),
        ("wed/thurs market", "wed"),
        ("where to eat mon eve", "mon:evening"),
        ("was geht Fr-So so ab", "this_weekend"),
        ("Märkte Fr.–So.", "this_weekend"),
        ("Märkte am Sa u So", "this_weekend"),
        ("Museum Di-Sa offen?", "tue"),
        ("mercado vie-dom", "this_weekend"),
        ("museo lun-vie", "mon"),
        ("mercato ven-dom", "this_weekend"),
        ("museo mar-dom", "tue"),
        ("markten vr-zo?", "this_weekend"),
        ("concerten do-zo", "thu"),
        ("iets te doen za/zo", "this_weekend"),
        ("rommelmarkt zat/zon", "this_weekend"),
        ("markt vr t/m zo", "this_weekend"),
        ("mercats de dl a dv", "mon"),
        ("mercat ds/dg", "this_weekend"),
        ("mercat dv-dg", "this_weekend"),
    ],
)
def test_short_weekdays_tied_to_one_another_are_days(text: str, when: str) -> None:
    assert _read(text)["when"] == when


@pytest.mark.parametrize(
    "text",
    [
        "la mer et le vent",
        "randonnée mer/montagne",
        "so-so",
        "do it yourself",
        "sole-mare",
        "what do i do",
    ],
)
def test_a_dash_makes_no_weekday_of_everyday_words(text: str) -> None:
    assert _read(text)["when"] is None


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("concert mer 14h", "wed@14:00"),
        ("gig mon 4pm", "mon@16:00"),
        ("Konzert So 16 Uhr", "sun@16:00"),
        ("Taxi Mo 16 Uhr", "mon@16:00"),
        ("concert zo 16u", "sun@16:00"),
    ],
)
def test_short_weekdays_stand_before_the_hours_of_their_language(text: str, when: str) -> None:
    assert _read(text)["when"] == when


def test_few_hours_behind_the_sea_are_a_length() -> None:
    said = _read("bord de mer 2h")
    assert (said["when"], said["duration"]) == (None, "2h")


@pytest.mark.parametrize(
    "text",
    [
        "gîte 29 août - 5 sept",
        "cottage 29 aug - 5 sept",
        "Ferienwohnung 29. Aug - 5. Sept",
        "casa del 29 agosto - 5 septiembre",
        "casa 29 agosto – 5 settembre",
        "huisje 29 aug - 5 sept",
        "casa 29 d'agost - 5 de setembre",
    ],
)
def test_a_dash_between_two_dates_reaches_from_one_to_the_other(text: str) -> None:
    assert _read(text)["when"] == "date:08-29..09-05"
