"""Hours from one to another in words, what is rested from, baths, one thing refused, short drives,
a house that is full, a car that is hired already."""

from __future__ import annotations

import pytest

from catalog.model import LANGUAGES
from catalog.request import PlaceNames, read

PLACES = PlaceNames(["Albi", "Carmaux", "Cordes-sur-Ciel", "Najac"], [])


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("atelier poterie demain de neuf à une heure", "tomorrow@09:00+"),
        ("marché de neuf à midi", "any@09:00+"),
        ("is the market nine to one on fridays", "fri@09:00+"),
        ("pottery workshop tomorrow nine to one", "tomorrow@09:00+"),
        ("something from 10 to 2 on saturday", "sat@10:00+"),
        ("ein Workshop von neun bis eins", "any@09:00+"),
        ("morgen von zehn bis zwei eine Führung", "tomorrow@10:00+"),
        ("hay mercadillo el viernes de nueve a una", "fri@09:00+"),
        ("una visita guiada de diez a doce mañana", "tomorrow@10:00+"),
        ("un laboratorio dalle nove all'una domani", "tomorrow@09:00+"),
        ("il museo da nove a una domani", "tomorrow@09:00+"),
        ("iets doen van negen tot een uur morgen", "tomorrow@09:00+"),
        ("van tien tot twaalf zaterdag, wat is er te doen", "sat@10:00+"),
        ("de nòu a una deman, qué far", "tomorrow@09:00+"),
        ("de nou a una demà, què fem", "tomorrow@09:00+"),
    ],
)
def test_hours_in_words_go_from_one_to_another(text: str, when: str) -> None:
    assert read(text, PLACES).when == when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("niños de seis a diez años", None),
        ("un atelier de deux à quatre heures samedi", "sat"),
        ("group of 10 to 8 people", None),
        ("de 7 a una cascada", None),
    ],
)
def test_ages_lengths_and_counts_are_no_hours(text: str, when: str | None) -> None:
    assert read(text, PLACES).when == when


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("nous voulons nous reposer de la marche", "walking"),
        ("demain une pause de musées", "museum"),
        ("somewhere for a rest from walking", "walking"),
        ("a break from all the museums", "museum"),
        ("Pause vom Wandern", "walking"),
        ("Erholung von den vielen Kirchen", "church"),
        ("un descanso de tanto caminar", "walking"),
        ("mañana descanso de museos", "museum"),
        ("una pausa dalle camminate", "walking"),
        ("per riposarci dai musei", "museum"),
        ("even uitrusten van het wandelen", "walking"),
        ("morgen even geen kerken", "church"),
        ("pausar de caminar", "walking"),
        ("un descans de caminar", "walking"),
        ("demà un descans de museus", "museum"),
    ],
)
def test_what_one_rests_from_is_not_sought(text: str, theme: str) -> None:
    request = read(text, PLACES)
    assert f"-{theme}" in request.themes
    assert "itinerary" not in request.types


def test_a_rest_is_of_the_day_told_before_it() -> None:
    request = read("tomorrow a break from museums, a swim please", PLACES)
    assert (request.when, set(request.themes)) == ("tomorrow", {"-museum", "swimming"})


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("pueblos con encanto y un baño por el camino", "swimming"),
        ("hace mucho calor, un baño de camino", "swimming"),
        ("ruta con un baño al final", "swimming"),
        ("está permitido el baño?", "swimming"),
        ("una passeggiata e un bagno", "swimming"),
        ("il bagno è vietato?", "swimming"),
        ("pobles bonics i un bany pel camí", "swimming"),
        ("és permès el bany?", "swimming"),
        ("une balade et un bain", "swimming"),
        ("una passejada e un banh", "swimming"),
        ("dónde hay un baño de camino a Cordes", "toilets"),
        ("hace calor y necesito un baño urgente", "toilets"),
        ("un cajero y un baño", "toilets"),
        ("parque con baño y sombra", "toilets"),
        ("oiga rápido, un baño", "toilets"),
        ("dov'è il bagno?", "toilets"),
    ],
)
def test_a_bath_is_a_swim_where_an_outing_holds_it(text: str, kind: str) -> None:
    themes = read(text, PLACES).themes
    assert kind in themes
    assert {"swimming": "toilets", "toilets": ""}[kind] not in themes


@pytest.mark.parametrize(
    "text",
    [
        "visiter des châteaux sans le château de Najac",
        "castles but not the castle at Najac",
        "Burgen ohne die Burg Najac",
        "castillos sin el castillo de Najac",
        "castelli senza il castello di Najac",
        "kastelen zonder het kasteel van Najac",
        "castèls sens lo castèl de Najac",
        "castells sense el castell de Najac",
    ],
)
def test_one_thing_refused_leaves_the_others_of_its_sort(text: str) -> None:
    request = read(text, PLACES)
    assert (request.themes, request.where) == (("castle", "-name:castle:Najac"), None)


@pytest.mark.parametrize(
    ("text", "theme", "where"),
    [
        ("sans les musées d'Albi", "-museum", "Albi"),
        ("no castle in Najac", "-castle", "Najac"),
        ("ohne die Kirchen von Albi", "-church", "Albi"),
        ("une journée à Najac sans le château de Najac", "-castle", "Najac"),
    ],
)
def test_many_refused_of_a_place_are_their_sort(text: str, theme: str, where: str) -> None:
    request = read(text, PLACES)
    assert (request.themes, request.where) == ((theme,), where)


@pytest.mark.parametrize(
    "text",
    [
        "pas trop longtemps en voiture",
        "sans faire trop de voiture",
        "not too long in the car",
        "not too much driving",
        "nicht zu lange im Auto",
        "keine lange Autofahrt",
        "no mucho rato en coche",
        "sin pasar mucho tiempo en el coche",
        "non troppo tempo in macchina",
        "senza stare troppo in macchina",
        "niet te lang in de auto",
        "pas tròp de temps en veitura",
        "no gaire estona en cotxe",
        "sense passar gaire estona al cotxe",
    ],
)
def test_not_long_in_the_car_is_near_and_by_car(text: str) -> None:
    request = read(text, PLACES)
    assert (request.mobility, request.where) == (("car",), "here")
    assert (request.types, request.themes) == ((), ())


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("we're only free on Friday", None),
        ("I'm free tomorrow, any ideas?", None),
        ("our only free day is Tuesday", None),
        ("we have Friday free", None),
        ("are kids free at the museum?", 0.0),
        ("is the museum free on Sunday?", 0.0),
    ],
)
def test_who_has_a_day_free_pays(text: str, price: float | None) -> None:
    assert read(text, PLACES).max_price == price


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("on fait de la marche", "itinerary"),
        ("j'aime la marche", "itinerary"),
        ("marche carmaux quel jour", "market"),
        ("la marche de carmaux", "market"),
    ],
)
def test_the_article_of_a_walk_is_not_that_of_a_market(text: str, kind: str) -> None:
    assert read(text, PLACES).types == (kind,)


WATER = {
    "fr": ("quelle est la température de l'eau", "la rivière est polluée ?"),
    "en": ("what's the water temperature", "is the river polluted? we saw dead fish"),
    "de": ("Wassertemperatur heute", "ist der Fluss verschmutzt?"),
    "es": ("temperatura del agua hoy", "el río está contaminado? vimos peces muertos"),
    "it": ("temperatura dell'acqua oggi", "il fiume è inquinato?"),
    "nl": ("watertemperatuur vandaag", "is de rivier vervuild?"),
    "oc": ("temperatura de l'aiga uèi", "lo riu es pollucionat?"),
    "ca": ("temperatura de l'aigua avui", "el riu està contaminat?"),
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_how_warm_and_how_clean_water_is_asks_for_a_swim(lang: str) -> None:
    warm, clean = WATER[lang]
    assert read(warm, PLACES, lang=lang).themes == ("swimming",)
    assert "water_quality" in read(clean, PLACES, lang=lang).themes
    assert set(read(clean, PLACES, lang=lang).types) == {"activity"}


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("gîte pour deux adultes et un bébé, une semaine en septembre", "7d"),
        ("cottage for two adults and a baby, one week in September", "7d"),
        ("Ferienwohnung für zwei Erwachsene und ein Baby, eine Woche im September", "7d"),
        ("casa para dos adultos y un bebé, una semana en septiembre", "7d"),
        ("mit Baby, 3 Wochen alt", None),
        ("avec un bébé de trois semaines", None),
    ],
)
def test_a_stay_behind_a_baby_is_no_age(text: str, duration: str | None) -> None:
    assert read(text, PLACES).duration == duration


@pytest.mark.parametrize(
    "text",
    [
        "notre fils de 18 mois, une aire de jeux",
        "mi hijo de año y medio, un columpio",
        "parco giochi per il piccolo di un anno e mezzo",
        "el meu fill d'any i mig, un parc infantil",
    ],
)
def test_a_toddler_told_by_its_age_is_no_other_child(text: str) -> None:
    assert read(text, PLACES).party == ("toddler",)


@pytest.mark.parametrize(
    "text",
    [
        "le camping La Prade est complet, autre chose ?",
        "Camping La Prade is full, anywhere else tonight?",
        "Camping La Prade ist voll, gibt es was anderes?",
        "el camping La Prade está completo, ¿otra cosa?",
        "il camping La Prade è pieno, altro?",
        "camping La Prade zit vol, iets anders?",
        "lo camping La Prade es plen, quicòm mai?",
        "el càmping La Prade és ple, alguna altra cosa?",
    ],
)
def test_another_house_is_sought_than_one_that_is_full(text: str) -> None:
    request = read(text, PLACES)
    assert (request.types, request.where) == (("lodging",), None)
    assert request.themes == ("-name:Camping La Prade",)


@pytest.mark.parametrize(
    "text",
    [
        "on a une voiture de location, quels châteaux voir",
        "we've a hire car, which castles could we see?",
        "wir haben einen Mietwagen, welche Burgen",
        "tenemos un coche de alquiler, qué castillos ver",
        "abbiamo un'auto a noleggio, quali castelli vedere",
        "we hebben een huurauto, welke kastelen",
        "avèm una veitura logada, quins castèls",
        "tenim un cotxe de lloguer, quins castells",
    ],
)
def test_who_has_hired_a_car_seeks_none(text: str) -> None:
    request = read(text, PLACES)
    assert (request.types, request.themes) == (("attraction",), ("castle",))
    assert request.mobility == ("car",)


@pytest.mark.parametrize(
    "text",
    [
        "concours de pétanque samedi",
        "petanque tournament saturday",
        "Bouleturnier am Samstag",
        "concurso de petanca el sábado",
        "torneo di bocce sabato",
        "jeu de boules toernooi zaterdag",
        "concors de petanca dissabte",
        "concurs de petanca dissabte",
        "wat is er zaterdag te doen in Albi",
        "was ist am Samstag in Albi geboten",
    ],
)
def test_a_contest_takes_place(text: str) -> None:
    request = read(text, PLACES)
    assert "event" in request.types
    assert request.when == "sat"


@pytest.mark.parametrize(
    "text",
    [
        "un lit pour deux routards",
        "a bed for two backpackers",
        "ein Bett für zwei Rucksacktouristen",
        "una cama para dos mochileros",
        "un letto per due saccopelisti",
        "een bed voor twee rugzakkers",
        "un lièch per dos routards",
        "un llit per a dos motxillers",
    ],
)
def test_backpackers_are_counted(text: str) -> None:
    assert read(text, PLACES).party == ("n:2",)


@pytest.mark.parametrize(
    "text",
    [
        "la montée à Cordes est-elle raide",
        "how steep is the climb up to Cordes",
        "wie steil ist der Aufstieg nach Cordes",
        "es muy empinada la subida a Cordes?",
        "è ripida la salita a Cordes?",
        "hoe steil is de klim naar Cordes",
        "es rabenta la montada a Còrdas?",
        "és gaire costeruda la pujada a Cordes?",
    ],
)
def test_who_asks_how_steep_a_way_is_wants_it_no_harder(text: str) -> None:
    request = read(text, PLACES)
    assert (request.types, request.where) == (("itinerary",), "Cordes-sur-Ciel")
    assert (request.difficulty, request.themes) == (None, ())


@pytest.mark.parametrize(
    "text",
    ["une rando raide", "is there a steep walk", "steile Wanderung", "een steile wandeling"],
)
def test_a_steep_walk_is_hard(text: str) -> None:
    assert read(text, PLACES).difficulty == "hard"


@pytest.mark.parametrize(
    "text",
    [
        "mamie ne marche plus beaucoup, un musée",
        "granny's knees are bad, a museum",
        "Omas Knie machen nicht mehr mit, ein Museum",
        "la abuela tiene mal las rodillas, un museo",
        "la nonna ha le ginocchia a pezzi, un museo",
        "oma loopt niet ver meer, een museum",
        "la mameta a mal als genolhs, un musèu",
        "l'àvia té els genolls fotuts, un museu",
    ],
)
def test_whose_knees_are_bad_walks_little(text: str) -> None:
    request = read(text, PLACES)
    assert (request.types, request.themes) == (("attraction",), ("museum",))
    assert (request.mobility, request.where) == (("reduced",), None)
