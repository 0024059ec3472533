"""Who comes, how they move, the weather and what limits a choice, in other words than the usual."""

from __future__ import annotations

from typing import Final

from catalog.request import PlaceNames, read

PLACES: Final = PlaceNames(("Carmaux", "Albi"))

COMPANY: Final = {
    "on est en tribu, un gîte": ["family"],
    "mémé a 78 ans, un resto ?": ["age:78", "seniors"],
    "gîte où les boules de poils sont bienvenues": ["dog"],
    "entre anciens du régiment, un repas": ["group"],
    "half term with the little 'uns": ["kids"],
    "my partner and me like gardens": ["couple"],
    "year 9 geography trip": ["school"],
    "babymoon ideas": ["pregnant"],
    "golden agers trip": ["seniors"],
    "fünfköpfige Familie sucht Ferienwohnung": ["family", "n:5"],
    "unsere Zweijährige, Streichelzoo": ["age:2", "kids"],
    "bin im sechsten Monat, Therme": ["pregnant"],
    "Gymnasiasten auf Studienfahrt": ["school"],
    "Gassi gehen, schöner Weg": ["dog"],
    "las criaturas están cansadas": ["kids"],
    "excursión de jubilados": ["seniors"],
    "mi pareja y yo": ["couple"],
    "mia figlia quindicenne vuole shopping": ["age:15", "teens"],
    "terza media, museo": ["school"],
    "amici a quattro zampe": ["dog"],
    "zeskoppig gezin": ["family", "n:6"],
    "2 volw. kamer": ["adults", "n:2"],
    "la marmalha a talent": ["kids"],
    "soi prenha": ["pregnant"],
    "la xicalla vol nedar": ["kids"],
    "esperem un fill": ["pregnant"],
}

ONE_KEY: Final = {
    ("mobility", "reduced"): (
        "je sors d'une opération de la hanche",
        "can't do stairs",
        "kann keine Treppen steigen",
        "no puedo subir escaleras",
        "non riesco a fare le scale",
        "trappen lukken niet meer",
        "pòdi pas montar los escalièrs",
        "no puc pujar escales",
    ),
    ("weather", "rain"): ("un temps à pas mettre un chien dehors", "está jarreando", "het hoost"),
    ("weather", "hot"): ("el sol pega", "si schiatta di caldo", "wir zerfließen"),
    ("weather", "cold"): (
        "on est frigorifiés",
        "estamos helados",
        "siamo infreddoliti",
        "we bevriezen",
        "avèm freg",
        "estem glaçats",
    ),
    ("max_price", "low"): (
        "un plan qui ne ruine pas",
        "nothing too spendy",
        "wir sind blank",
        "estamos sin blanca",
        "siamo in bolletta",
        "avèm pas de sòus",
        "sense deixar-s'hi un ronyó",
    ),
    ("max_price", 12.5): ("menu à 12,50",),
    ("max_price", 60): ("une chambre à moins de soixante", "habitación por menos de 60"),
    ("difficulty", "medium"): (
        "un sentier ni trop dur ni trop facile",
        "a walk, not too easy not too hard",
        "Weg, weder zu leicht noch zu schwer",
        "ruta ni muy fácil ni muy difícil",
        "un sentiero né facile né difficile",
        "ruta ni massa fàcil ni massa difícil",
    ),
    ("difficulty", "hard"): ("senderistas experimentados", "für erfahrene Wanderer"),
    ("radius_km", 12.5): ("Viertelstunde entfernt", "kwartiertje hiervandaan"),
    ("radius_km", 37.5): ("Dreiviertelstunde Autofahrt",),
    ("radius_km", 0.8): ("ten minute walk away, a pub",),
    ("radius_km", 4.7): ("20 minutes by bike, a lake", "20 minuten fietsen, een zwemmeer"),
}

NOTHING: Final = (
    "le soir même à Saint-Antonin",
    "un café corsé",
    "eine kurze Frage",
    "schöne Klamm",
    "wir haben es eilig",
    "un posto decente",
    "en buen estado de conservación",
    "a piece of cake and a coffee",
    "un xop centenari",
)
KEYS: Final = ("party", "mobility", "weather", "max_price", "difficulty", "radius_km")


def test_who_comes_in_other_words() -> None:
    for text, who in COMPANY.items():
        assert set(read(text, PLACES).party) == set(who), text


def test_what_limits_in_other_words() -> None:
    for (key, value), texts in ONE_KEY.items():
        for text in texts:
            said = read(text, PLACES).keys()[key]
            assert (said == [value]) if isinstance(said, list) else said == value, (text, said)


def test_neighbours_of_these_words_say_nothing() -> None:
    for text in NOTHING:
        keys = read(text, PLACES).keys()
        assert not any(keys[key] for key in KEYS), (text, keys)
