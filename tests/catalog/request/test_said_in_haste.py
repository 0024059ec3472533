"""What impatient people say beside what they seek: a signal for the telephone, who complains, ages
thrown in, minutes with a name of their own, words of other languages' order."""

from __future__ import annotations

from datetime import date

import pytest

from catalog.request import PlaceNames, read

PLACES = PlaceNames(("Carmaux", "Albi", "Cordes-sur-Ciel"))
TODAY = date(2026, 7, 23)
MINE = "Musée-mine (Cagnac-les-Mines)"


def _read(text: str) -> dict[str, object]:
    return read(text, PLACES, today=TODAY).keys()


@pytest.mark.parametrize(
    "text",
    [
        "ça capte au lac ?",
        "le portable passe sur le sentier ?",
        "any phone reception on the trail",
        "is there signal",
        "Handynetz am See",
        "hab keinen Empfang, wo gibts Netz",
        "hay cobertura en el camping",
        "c'è campo nel bosco",
        "waar heb ik hier 4g",
        "i a de ret sul camin",
        "el mòbil té senyal al llac",
    ],
)
def test_a_signal_for_the_telephone_is_a_service_and_no_reception_desk(text: str) -> None:
    types = _read(text)["types"]
    assert isinstance(types, list)
    assert "service" in types
    assert "office" not in types


@pytest.mark.parametrize(
    "text",
    [
        "les enfants se plaignent, que faire",
        "the kids are complaining, what can we do",
        "Kinder beschweren sich, was tun",
        "i ragazzi si lamentano, cosa fare",
        "pubers klagen, wat te doen",
    ],
)
def test_children_who_complain_complain_to_nobody_here(text: str) -> None:
    said = read(text, PLACES, today=TODAY)
    assert said.concern is None
    assert "office" not in {str(kind) for kind in said.types}


@pytest.mark.parametrize(
    "text",
    [
        "I want to complain",
        "bij wie kan ik klagen",
        "je veux me plaindre",
        "ich will mich beschweren",
    ],
)
def test_who_complains_is_sent_to_the_office(text: str) -> None:
    assert _read(text)["types"] == ["office"]


@pytest.mark.parametrize(
    "text",
    [
        "les enfants s'ennuient. 7 et 9.",
        "kids are bored stiff. 7 & 9.",
        "die Kinder langweilen sich. 7 und 9.",
        "los niños se aburren. 7 y 9.",
        "i bambini si annoiano. 7 e 9.",
        "kinderen vervelen zich. 7 en 9.",
        "los enfants s'enuejan. 7 e 9.",
        "els nens s'avorreixen. 7 i 9.",
    ],
)
def test_numbers_that_say_nothing_else_behind_children_are_their_ages(text: str) -> None:
    party = _read(text)["party"]
    assert isinstance(party, list)
    assert {"kids", "age:7", "age:9"} == set(party)


@pytest.mark.parametrize(
    "text", ["25 Kinder der 3. Klasse", "26 Kinder, 4. Klasse, Mine", "niños de 4º de primaria"]
)
def test_a_class_of_a_school_is_no_age(text: str) -> None:
    party = _read(text)["party"]
    assert isinstance(party, list)
    assert not any(value.startswith("age:") for value in party)


@pytest.mark.parametrize(
    "text",
    [
        "marchés à une petite demi-heure de voiture",
        "markets within a half hour drive",
        "Markt, ein halbes Stündchen Fahrt",
        "mercado a media horita en coche",
        "mercato a mezz'oretta di macchina",
        "rommelmarkt binnen half uurtje rijden",
    ],
)
def test_small_halves_of_an_hour_are_a_way_to_go(text: str) -> None:
    said = _read(text)
    assert said["radius_km"] == 25
    assert said["duration"] is None


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("house to rent for a wk", "duration", "7d"),
        ("cottage for 2 wks", "duration", "14d"),
        ("resto ce wk", "when", "this_weekend"),
        ("flaches Wasser für Kinder zum Baden", "difficulty", None),
        ("shallow flat water for swimming", "difficulty", None),
        ("ondiep water om te zwemmen", "types", ["activity"]),
        ("eau peu profonde, baignade", "types", ["activity"]),
        ("Museum der Mine", "where", MINE),
        ("museum of the mine opening times", "where", MINE),
        ("museum van de mijn", "where", MINE),
        ("how we can go to Cordes", "types", ["transport"]),
        ("how to arrive to Albi", "types", ["transport"]),
        ("Motorrad Runde mit Kurven", "mobility", ["motorbike"]),
        ("motor rit met veel bochten", "types", ["itinerary"]),
        ("ist der Weg mit Inlinern fahrbar?", "types", ["itinerary"]),
        ("Weinbar in Albi", "types", ["food"]),
        ("activity for under-12s", "party", ["kids"]),
        ("met m'n busje aan het meer overnachten", "mobility", ["camper_van"]),
        ("waar haalt men hier lekkere groente", "types", ["shop"]),
        ("wo gibts hier gute Erdbeeren", "types", ["producer"]),
        ("slapen onder 70 eu", "max_price", 70),
        ("geen kastelen, wat blijft er over, 2 dagen", "duration", "2d"),
        ("a hotel for this night", "when", "today:night"),
        ("market fri a.m.", "when", "fri:morning"),
        ("met z'n 8en eten", "party", ["n:8"]),
        ("pad waar geen auto's rijden", "mobility", []),
        ("wij zijn zonder auto", "mobility", ["public_transport"]),
        ("enough with the castles", "themes", ["-castle"]),
        ("kerken zat gezien", "themes", ["-church"]),
        ("het pad van de otter", "where", "Sentier de la loutre"),
        ("Weg der Bergarbeiter", "where", "Chemin des mineurs"),
    ],
)
def test_words_of_haste(text: str, key: str, value: object) -> None:
    assert _read(text)[key] == value


@pytest.mark.parametrize(
    "text",
    [
        "plus de châteaux, qu'est-ce qu'il reste ?",
        "no castles, what's left lol",
        "keine Burgen, was bleibt da noch",
        "nada de castillos, ¿qué queda?",
        "basta castelli, cosa resta?",
        "geen kastelen, wat blijft er over",
        "res de castells, què queda?",
    ],
)
def test_who_asks_what_is_left_asks_for_anything_to_do(text: str) -> None:
    said = _read(text)
    assert said["types"] == ["activity", "attraction"]
    assert said["themes"] == ["-castle"]


@pytest.mark.parametrize(
    "text",
    [
        "randonnée, rien de raide",
        "walk, my husband won't do steep",
        "Weg, nix Steiles",
        "un sendero, nada empinado",
        "un sentiero, niente di ripido",
        "wandeling, niks steils",
        "un camí, res de costerut",
    ],
)
def test_nothing_steep_is_easy(text: str) -> None:
    assert _read(text)["difficulty"] == "easy"


@pytest.mark.parametrize(
    "text",
    [
        "maison avec chien",
        "house where pets are ok",
        "Haus wo Haustiere erlaubt sind",
        "casa que acepte mascotas",
        "casa con cani ammessi",
        "huis waar huisdieren welkom zijn",
        "casa amb gos",
    ],
)
def test_a_house_for_an_animal_too_is_a_bed(text: str) -> None:
    said = _read(text)
    assert said["types"] == ["lodging"]
    assert said["party"] == ["dog"]


def test_a_house_of_somebody_is_none() -> None:
    assert "lodging" not in _read("casa natal de Lapérouse")["types"]  # type: ignore[operator]


@pytest.mark.parametrize(
    "text",
    [
        "le musée est ouvert en semaine ?",
        "is the pool open on weekdays",
        "ist das Freibad unter der Woche auf",
        "¿abre la piscina entre semana?",
        "la piscina è aperta nei giorni feriali?",
        "is het zwembad doordeweeks open",
        "un mercat un jorn de setmana",
        "mercat entre setmana",
    ],
)
def test_weekdays_asked_for_at_a_weekend_are_the_next_ones(text: str) -> None:
    days = [read(text, PLACES, today=date(2026, 7, day)).when for day in (23, 25, 26)]
    assert days == ["this_week", "date:07-27..07-31", "date:07-27..07-31"]


def test_this_week_is_this_week_on_its_saturday() -> None:
    assert read("markets this week", PLACES, today=date(2026, 7, 25)).when == "this_week"
