"""Where and when one is to be back: no wish, and the end of the day."""

from __future__ import annotations

import pytest

from catalog.request import Request, read
from tests.bench.turns import PLACES

BED = {
    "fr": "un château et un musée demain, de retour à l'hôtel à 18h",
    "en": "a castle and a museum tomorrow, back at the hotel at 6",
    "de": "eine Burg und ein Museum morgen, um 18 Uhr zurück im Hotel",
    "es": "un castillo y un museo mañana, volvemos al hotel a las seis",
    "it": "un castello e un museo domani, torniamo in albergo alle 18",
    "nl": "een kasteel en een museum morgen, om zes uur terug in het hotel",
    "oc": "un castèl e un musèu deman, tornar a l'otèl a sièis oras",
    "ca": "un castell i un museu demà, tornem a l'hotel a les sis",
}
LATE = {
    "fr": "un château samedi, on doit rentrer à 7 heures",
    "en": "a castle on Saturday, we must be back by 7",
    "de": "eine Burg am Samstag, um sieben müssen wir zurück sein",
    "es": "un castillo el sábado, volvemos a las siete",
    "it": "un castello sabato, torniamo alle sette",
    "nl": "een kasteel zaterdag, we moeten om 7 uur terug zijn",
    "oc": "un castèl dissabte, tornam a sèt oras",
    "ca": "un castell dissabte, tornem a les set",
}
LUNCH = {
    "fr": "une balade demain, on rentre pour déjeuner",
    "en": "a walk tomorrow, back for lunch",
    "de": "ein Spaziergang morgen, zum Mittagessen zurück",
    "es": "un paseo mañana, de vuelta para almorzar",
    "it": "una passeggiata domani, si torna per pranzo",
    "oc": "una passejada deman, tornar per dinnar",
    "ca": "una passejada demà, tornem per dinar",
}
OUT_AND_BACK = {
    "fr": "départ à 10h, retour à 16h, des châteaux",
    "en": "we leave at 10 and want to be back at 4, castles",
    "de": "wir fahren um 10 los und wollen um 16 Uhr zurück sein, Burgen",
    "es": "salimos a las diez y volvemos a las cuatro, castillos",
    "it": "partiamo alle 10 e torniamo alle 16, castelli",
    "nl": "om 10 uur vertrekken en om 4 uur terug, kastelen",
    "ca": "sortim a les deu i tornem a les quatre, castells",
}


def asked(lang: str, text: str) -> Request:
    return read(text, PLACES, lang=lang)


@pytest.mark.parametrize("lang", BED)
def test_the_bed_one_goes_back_to_is_not_sought(lang: str) -> None:
    request = asked(lang, BED[lang])
    assert [kind.value for kind in request.types] == ["attraction"]
    assert request.when == "tomorrow@18:00-"
    assert request.back == "18:00"


@pytest.mark.parametrize("lang", LATE)
def test_nobody_is_back_at_seven_in_the_morning(lang: str) -> None:
    request = asked(lang, LATE[lang])
    assert (request.when, request.back) == ("sat@19:00-", "19:00")


def test_who_says_so_is_back_in_the_morning() -> None:
    assert asked("en", "a walk at sunrise, back by 7 in the morning").back == "07:00"


@pytest.mark.parametrize("lang", LUNCH)
def test_a_meal_one_goes_back_for_is_no_table(lang: str) -> None:
    request = asked(lang, LUNCH[lang])
    assert [kind.value for kind in request.types] == ["itinerary"]
    assert (request.when, request.back) == ("tomorrow", "12:30")


@pytest.mark.parametrize("lang", OUT_AND_BACK)
def test_two_hours_are_when_one_leaves_and_is_back(lang: str) -> None:
    request = asked(lang, OUT_AND_BACK[lang])
    assert (request.when, request.back) == ("any@10:00+", "16:00")


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [("fr", "un hôtel à Cordes", "lodging"), ("en", "back in Albi, a table for dinner", "food"),
     ("de", "ein Hotel für heute Nacht", "lodging"), ("es", "cenar al volver del paseo", "food")],
)  # fmt: skip
def test_a_bed_or_a_table_that_is_sought_is(lang: str, text: str, kind: str) -> None:
    assert kind in [each.value for each in asked(lang, text).types]


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "un musée demain, retour à la voiture à 16h"),
     ("en", "a museum tomorrow, back at the car by 4"),
     ("de", "morgen ein Museum, um vier zurück am Auto"),
     ("es", "un museo mañana, volvemos al coche a las cuatro"),
     ("it", "un museo domani, torniamo alla macchina alle 16"),
     ("nl", "morgen een museum, om 4 uur terug bij de auto")],
)  # fmt: skip
def test_the_car_one_goes_back_to_is_no_drive(lang: str, text: str) -> None:
    request = asked(lang, text)
    assert (request.when, request.mobility) == ("tomorrow@16:00-", ())
    assert [kind.value for kind in request.types] == ["attraction"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [("de", "morgen eine Burg, um sechs wieder im Hotel"),
     ("nl", "morgen een kasteel, om zes uur weer in het hotel")],
)  # fmt: skip
def test_again_in_the_hotel_is_back(lang: str, text: str) -> None:
    request = asked(lang, text)
    assert (request.when, request.themes) == ("tomorrow@18:00-", ("castle",))


def test_who_goes_back_to_eat_seeks_no_table() -> None:
    request = asked("fr", "un musée demain matin, on rentre manger")
    assert [kind.value for kind in request.types] == ["attraction"]


PARTS_AND_BACK = {
    "fr": "demain un musée le matin et un château l'après-midi, retour à six heures",
    "en": "tomorrow a castle in the morning, a winery in the afternoon, back at half past five",
    "de": "morgen vormittags ein Schloss und nachmittags baden, um sechs wieder im Hotel",
    "es": "mañana por la mañana un museo y por la tarde un castillo, volvemos a las seis",
    "it": "domani mattina un castello e nel pomeriggio una cantina, rientro alle sette",
    "nl": "'s ochtends een kasteel en 's middags een abdij, om half zes terug op de camping",
    "oc": "deman de matin un castèl, lo vèspre un vilatge, tornar a sièis oras",
    "ca": "demà al matí un museu i a la tarda un celler, tornem a les set",
}


@pytest.mark.parametrize("lang", PARTS_AND_BACK)
def test_nobody_is_back_before_the_afternoon_they_told(lang: str) -> None:
    assert asked(lang, PARTS_AND_BACK[lang]).back in {"17:30", "18:00", "19:00"}


def test_an_hour_told_to_be_of_the_morning_stays() -> None:
    assert asked("fr", "demain balade à vélo, retour à 8 h du matin").back == "08:00"


UNTIL = {
    "fr": ("demain de 14h à 18h un château et un musée", "18:00"),
    "en": ("tomorrow from 10 to 5 by car: a castle and a village", "17:00"),
    "de": ("morgen von 14 bis 18 Uhr ein Schloss und ein Museum", "18:00"),
    "it": ("domani pomeriggio dalle due alle sei un castello e un giardino", "18:00"),
    "nl": ("morgen tussen twee en zes: een abdij en een dorp", "18:00"),
    "oc": ("deman de 14 h a 18 h : un castèl e un vilatge", "18:00"),
    "ca": ("demà de les deu a les cinc: un castell i un poble", "17:00"),
}


UNTIL_ONE = {
    "fr": "demain de neuf heures à une heure : un village et un musée",
    "en": "tomorrow from nine to one: a village and a museum",
    "de": "morgen von neun bis eins: ein Dorf und ein Museum",
    "es": "el sábado de nueve a una con los niños: un mercado y un baño",
    "it": "domani dalle nove all'una: un borgo e un museo",
    "nl": "morgen van negen tot één uur: een dorp en een museum",
    "oc": "deman de nòu a una: un vilatge e un musèu",
    "ca": "demà de nou a una: un poble i un museu",
}
NOT_UNTIL_ONE = {
    "en": "tomorrow after nine, to one village and a museum",
    "es": "una ruta de nueve a una hora de Albi",
    "nl": "een wandeling van één tot twee uur",
    "ca": "demà de nou a una vila",
}


@pytest.mark.parametrize("lang", UNTIL_ONE)
def test_hours_that_end_at_one(lang: str) -> None:
    found = asked(lang, UNTIL_ONE[lang])
    assert (found.back, found.duration) == ("13:00", None)


@pytest.mark.parametrize("lang", NOT_UNTIL_ONE)
def test_one_is_an_article_where_something_is_counted(lang: str) -> None:
    assert not asked(lang, NOT_UNTIL_ONE[lang]).back


@pytest.mark.parametrize("lang", UNTIL)
def test_hours_from_one_to_another_end(lang: str) -> None:
    text, end = UNTIL[lang]
    assert asked(lang, text).back == end


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "un château, un restaurant et on rentre pour 17h"),
     ("en", "a castle, lunch in a pub and back by five"),
     ("de", "ein Schloss, Mittagessen im Gasthof und um fünf zurück"),
     ("es", "un castillo, comida en un restaurante y vuelta a las cinco"),
     ("it", "un castello, pranzo in trattoria e ritorno alle 17"),
     ("nl", "een kasteel, lunch in een restaurant en om vijf uur terug"),
     ("oc", "un castèl, dinnar al restaurant e tornar a cinc oras"),
     ("ca", "un castell, dinar a un restaurant i tornada a les cinc"),
     ("en", "a bike ride ending at a pub"),
     ("fr", "une balade à vélo pour finir dans un café"),
     ("de", "morgen eine Burg, enden wollen wir in einem Biergarten")],
)  # fmt: skip
def test_a_table_before_the_way_back_is_sought(lang: str, text: str) -> None:
    assert "food" in [kind.value for kind in asked(lang, text).types]


@pytest.mark.parametrize(
    ("lang", "text"),
    [("es", "llegamos a las seis, ¿qué museo podemos ver?"),
     ("ca", "arribem a les sis, quin museu podem veure?")],
)  # fmt: skip
def test_who_gets_here_is_not_back(lang: str, text: str) -> None:
    assert asked(lang, text).back == ""


@pytest.mark.parametrize(
    "text",
    [
        "demain après-midi un musée, on doit être à la gare à 17h30",
        "demain après-midi un musée, il faut être à la gare à 17h30",
        "demain après-midi un musée, nous devons être à la gare pour 17h30",
    ],
)
def test_who_must_be_at_the_station_has_until_then(text: str) -> None:
    assert asked("fr", text).when == "tomorrow:afternoon@17:30-"


def test_who_goes_on_to_a_place_has_no_hour_here() -> None:
    text = "un musée demain matin, on doit être à Toulouse à 17h30"
    assert asked("fr", text).when == "tomorrow:morning"
