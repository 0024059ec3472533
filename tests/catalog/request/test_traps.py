"""Words that mean two things, and the questions that a person must answer."""

from __future__ import annotations

import pytest

from catalog.request import PlaceNames, Request, read

PLACES = PlaceNames(
    ["Albi", "Carmaux", "Gaillac", "Laguépie", "Penne", "Rodez", "Saint-Martin-Laguépie",
     "Toulouse", "Verfeil", "Najac"],
    ["Piscine municipale", "Point de vue", "Sentier de Roger le brochet"],
)  # fmt: skip


def ask(text: str) -> Request:
    return read(text, PLACES)


@pytest.mark.parametrize(
    "text",
    [
        "acheter du vin de Gaillac",
        "vino de Gaillac",
        "Gaillac-Wein kaufen",
        "carte Occ'ygène de Toulouse",
        "on doit remonter vers Rodez, où s'arrêter ?",
        "manger des penne",
        "penne all'arrabbiata",
        "où est la piscine municipale",
        "un beau point de vue",
        "la fête de la Sainte-Barbe",
    ],
)
def test_no_place_is_where_none_is_meant(text: str) -> None:
    assert ask(text).where is None


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("un resto à Penne", "Penne"),
        ("un restaurant à Gaillac", "Gaillac"),
        ("Saint-Martin-Laguépie", "Saint-Martin-Laguépie"),
        ("Laguépie", "Laguépie"),
        ("verfeil", "Verfeil"),
        ("sentier de roger le brochet", "Sentier de Roger le brochet"),
        ("St Antonin", "Saint-Antonin-Noble-Val"),
        ("un hotel a carmeaux", "Carmaux"),
        ("que voir entre Albi et Najac", ("Albi", "Najac")),
        ("nach Albi von Carmaux mit dem Bus", ("Carmaux", "Albi")),
        ("bus pour Rodez", "Rodez"),
        ("je suis à Toulouse", "Toulouse"),
        ("mijnmuseum", "Musée-mine (Cagnac-les-Mines)"),
    ],
)
def test_places_are_read(text: str, where: str | tuple[str, ...]) -> None:
    assert ask(text).where == where


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("marche carmaux quel jour", "market"),
        ("marché facile d'accès", "market"),
        ("une marche facile de 5 km", "itinerary"),
        ("trois jours de marche", "itinerary"),
        ("les 2 jours de marché à Monestiés", "market"),
        ("les jours de marche", "market"),
        ("tres dies de caminada", "itinerary"),
        ("20 minuts de caminada", None),
        ("¿dónde está el baño?", "service"),
        ("dónde bañarse", "activity"),
        ("dov'è il bagno?", "service"),
        ("dove fare il bagno nel lago", "activity"),
        ("avondmarkt", "market"),
        ("wo kann man baden", "activity"),
        ("a swimming pool", "activity"),
        ("car pool to Albi", "transport"),
        ("ferme le lundi", None),
        ("une ferme à visiter", "producer"),
        ("can we light a barbecue", "service"),
        ("louer des vélos", "transport"),
    ],
)
def test_a_word_asks_for_what_it_means_here(text: str, kind: str | None) -> None:
    types = [str(each) for each in ask(text).types]
    assert types == [] if kind is None else kind in types


def test_what_comes_with_a_thing_is_not_sought() -> None:
    assert ask("camping avec piscine").types == ("lodging",)
    assert ask("gelateria vicino al castello").types == ("food",)


@pytest.mark.parametrize(
    ("text", "concern"),
    [
        ("mon fils s'est fait mal", "emergency"),
        ("je me suis perdu en montagne", "emergency"),
        ("help!! accident", "emergency"),
        ("Hilfe, mein Mann ist bewusstlos", "emergency"),
        ("mi hija se ha hecho daño", "emergency"),
        ("mio figlio si è fatto male", "emergency"),
        ("er is een ongeluk gebeurd", "emergency"),
        ("ajuda, mon filh s'es fach mal", "emergency"),
        ("ajuda, s'ha fet mal", "emergency"),
        ("j'ai perdu mon fils au marché", "lost_person"),
        ("I can't find my little daughter", "lost_person"),
        ("mijn kind kwijt", "lost_person"),
        ("perdu doudou", "lost_thing"),
        ("ho perso il portafoglio", "lost_thing"),
        ("I left my umbrella", "lost_thing"),
        ("les horaires sont faux", "complaint"),
        ("va te faire foutre", "insult"),
        ("who won the match", None),
        ("chemin perdu dans les bois", None),
        ("aire de pique-nique", None),
        ("", None),
    ],
)
def test_a_concern_is_told_by_its_words(text: str, concern: str | None) -> None:
    assert ask(text).concern == concern


def test_a_question_about_something_else_fills_nothing() -> None:
    said = ask("zzz qqq www").keys()
    assert all(value in (None, []) for value in said.values())


@pytest.mark.parametrize(
    ("text", "cries"),
    [
        ("help", True),
        ("Hilfe bitte", True),
        ("¡ayuda!", True),
        ("can you help us find a castle", False),
        ("necesito ayuda para aparcar", False),
        ("help, my son is bleeding", True),
    ],
)
def test_a_bare_cry_is_an_emergency_and_a_favour_asked_is_none(text: str, cries: bool) -> None:
    assert (ask(text).concern == "emergency") is cries


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("wo ist die nächste Toilette", "here"),
        ("wann fährt der nächste Bus", None),
        ("was ist nächste Woche los", None),
        ("parking le plus proche de Najac", "Najac"),
        ("barbacoa en la zona de picnic", None),
    ],
)
def test_the_nearest_is_here_unless_a_place_is_named(text: str, where: str | None) -> None:
    assert ask(text).where == where


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("ein Tisch um halb acht heute Abend", "today:evening@19:30"),
        ("café open after 5", "any@17:00+"),
        ("boulangerie ouverte avant 6 h", "any@06:00-"),
        ("a bed for tomorrow night", "tomorrow:night"),
        ("a concert tomorrow night", "tomorrow:evening"),
        ("campsite in september, 2 adults", "month:09"),
    ],
)
def test_an_hour_and_a_night_are_those_of_the_day_they_stand_in(text: str, when: str) -> None:
    assert ask(text).when == when


@pytest.mark.parametrize(
    ("text", "duration", "kind"),
    [
        ("ein Tag Programm mit Kindern", "day", "activity"),
        ("un plan pour samedi", "day", "attraction"),
        ("un plan para el domingo con niños", "day", "activity"),
        ("a plan for a day without a car", "day", "activity"),
        ("programma voor een dag met pubers", "day", "activity"),
        ("un itinerario di due giorni", "2d", "itinerary"),
        ("programme du week-end", None, "event"),
        ("quel est le programme ce soir ?", None, "event"),
        ("un plan pour samedi soir", None, "office"),
        ("avez-vous un plan ?", None, "office"),
    ],
)
def test_a_plan_is_a_day_put_together_where_a_day_is_told(
    text: str, duration: str | None, kind: str
) -> None:
    said = ask(text)
    assert said.duration == duration
    assert kind in said.types


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("où manger avec un petit budget", "max_price", "low"),
        ("ont dinnar amb un petit pressupòst", "max_price", "low"),
        ("où prendre le petit dej", "themes", ("breakfast",)),
        ("avec ce vent à décorner les boeufs, on fait quoi", "weather", "wind"),
        ("de qué veire a Albi", "themes", ()),
        ("a quina ora tanca l'ofici de torisme", "types", ("office",)),
        ("on a deux chats", "party", ()),
        ("una ruta de una hora y cuarto de camino", "duration", "75min"),
        ("en bici de montaña por Albi", "mobility", ("bike",)),
    ],
)
def test_of_two_phrases_that_share_a_word_the_one_that_says_most_is_read(
    text: str, key: str, value: object
) -> None:
    assert getattr(ask(text), key) == value


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("baignade interdite ou pas à Penne ?", "where", "Penne"),
        ("is the lake open or not Albi", "where", "Albi"),
        ("ya pas un taxi pour Albi ?", "themes", ("taxi",)),
        ("quanto costa il museo", "themes", ("museum",)),
        ("quant costa dormir al càmping", "types", ("lodging",)),
        ("quant còsta la visita del castèl", "themes", ("castle",)),
        ("le musée ferme-t-il entre midi et deux ?", "themes", ("museum",)),
        ("how much is the bus from Albi to Najac", "types", ("transport",)),
        ("we came by bus, what is there to see", "types", ("activity", "attraction")),
        ("dos enamorados", "party", ("couple", "n:2")),
        ("deux couples", "party", ("couple", "n:4")),
        ("a table for fourteen, step-free", "party", ("n:14",)),
        ("parking for a nine-seater minibus", "party", ()),
        ("balade pr 3 personnes", "themes", ("walking",)),
        ("PR 3 à Najac", "themes", ("walking_route",)),
        ("bus a Albi dsd Carmaux", "where", ("Carmaux", "Albi")),
    ],
)
def test_everyday_turns_of_phrase_are_no_things(text: str, key: str, value: object) -> None:
    assert getattr(ask(text), key) == value
