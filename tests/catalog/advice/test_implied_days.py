"""Who means a day, and who asks for one thing in many words: a show tonight, a bath in a lake, a
train that leaves before nine."""

from __future__ import annotations

from datetime import datetime

import pytest

from catalog.advice.planning import is_wanted
from catalog.clock import PARIS
from catalog.request import read
from tests.bench.turns import PLACES

NOW = datetime(2026, 7, 23, 10, 40, tzinfo=PARIS)

ONE_THING = {
    "a show, and what it may be": {
        "fr": "y a quoi ce soir, concert ou fête de village",
        "en": "what's on tonight? live music maybe",
        "de": "Heut Abend was los im Dorf? Musik oder so, Eintritt frei",
        "es": "¿qué hay esta noche? música en directo quizá",
        "it": "cosa c'è stasera? musica dal vivo magari",
        "nl": "wat is er vanavond te doen? livemuziek misschien",
        "oc": "de qué i a aqueste ser? musica benlèu",
        "ca": "què hi ha aquest vespre? música en directe potser",
    },
    "a table, and what it has": {
        "fr": "resto ouvert dimanche soir à Monestiés pas cher en terrasse",
        "en": "pub with a playground tonight, local produce",
        "de": "Gasthof mit Spielplatz, heute Abend 4 Personen",
        "es": "restaurante con parrilla y zona de juegos, sábado a la noche",
        "it": "dove mangiare senza glutine domani sera a Cordes con giardino",
        "nl": "kindvriendelijk restaurant met speeltuin, vanavond rond 6 uur",
        "oc": "restaurant amb una terrassa e un luòc de jòcs, aqueste ser",
        "ca": "restaurant amb graella i zona de jocs, dissabte al vespre",
    },
    "an hour from which on": {
        "fr": "kebab ou pizza après 22h à Carmaux",
        "en": "kebab or pizza after 10 pm in Carmaux",
        "de": "Döner oder Pizza nach 22 Uhr in Carmaux",
        "es": "kebab o pizza después de las 22 en Carmaux",
        "it": "kebab o pizza dopo le 22 a Carmaux",
        "nl": "kebab of pizza na 22 uur in Carmaux",
        "oc": "kebab o pizza après 22 oras a Carmauç",
        "ca": "kebab o pizza després de les 22 a Carmaux",
    },
    "a walk at sunset with its view": {
        "fr": "idée de balade en amoureux coucher de soleil point de vue",
        "en": "a walk at sunset with a view",
        "de": "Spaziergang bei Sonnenuntergang mit Aussicht",
        "es": "un paseo al atardecer con vistas",
        "it": "una passeggiata al tramonto con vista",
        "nl": "een wandeling bij zonsondergang met uitzicht",
        "oc": "una passejada al solelh colc amb una vista",
        "ca": "una passejada al capvespre amb vistes",
    },
    "a bath, its lake and its beach": {
        "fr": "où se baigner aujourd'hui ? lac avec plage de sable",
        "en": "where to swim today? a lake with a sandy beach, with the dog",
        "de": "Wo kann man heute baden? See mit Sandstrand, Hund kommt mit",
        "es": "¿dónde bañarse hoy? un lago con playa, con perro",
        "it": "dove fare il bagno oggi? un lago con spiaggia, con il cane",
        "nl": "waar zwemmen vandaag? een meer met strand, hond gaat mee",
        "oc": "ont se banhar uèi? un lac amb plaja",
        "ca": "on banyar-se avui? un llac amb platja, amb gos",
    },
    "wine, its cellar and the tasting": {
        "fr": "vin bio, cave à visiter avec dégustation vendredi",
        "en": "organic wine, a winery to visit with a tasting on Friday",
        "de": "Wein, ein Weingut mit Verkostung am Freitag",
        "es": "vino, bodega con degustación el viernes",
        "it": "vino, cantina con degustazione venerdì",
        "nl": "wijn, een wijngoed met proeverij vrijdag",
        "oc": "vin, una cava amb degustacion divendres",
        "ca": "vi, un celler amb tast divendres",
    },
    "what is eaten after it": {
        "fr": "une balade facile puis une glace",
        "en": "an easy walk and then an ice cream",
        "de": "ein leichter Spaziergang und danach ein Eis",
        "es": "un paseo fácil y luego un helado",
        "it": "una passeggiata facile e poi un gelato",
        "nl": "een makkelijke wandeling en daarna een ijsje",
        "oc": "una passejada aisida e puèi una glaça",
        "ca": "un passeig fàcil i després un gelat",
    },
    "a train": {
        "fr": "train Toulouse Carmaux demain matin avant 9h avec 2 vélos",
        "en": "train from Carmaux to Rodez leaving before 9 tomorrow",
        "de": "Zug von Albi nach Toulouse morgen vor sieben",
        "es": "tren de Carmaux a Albi mañana antes de las 10",
        "it": "treno da Carmaux ad Albi domani prima delle 10",
        "nl": "trein zaterdagochtend naar Toulouse voor 8 uur",
        "oc": "tren de Carmauç a Albi deman abans 10 oras",
        "ca": "tren de Carmaux a Tolosa demà abans de les vuit del matí",
    },
}
A_DAY = {
    "things in a row and a table": {
        "fr": "dimanche un château, un jardin et bien manger",
        "en": "on Sunday a castle, a garden and a good meal",
        "de": "am Sonntag ein Schloss, ein Garten und gut essen",
        "es": "el domingo un castillo, un jardín y comer bien",
        "it": "domenica un castello, un giardino e mangiare bene",
        "nl": "zondag een kasteel, een tuin en lekker eten",
        "oc": "dimenge un castèl, un òrt e manjar plan",
        "ca": "diumenge un castell, un jardí i menjar bé",
    },
    "something before a dinner": {
        "fr": "un lac, et dîner ce soir",
        "en": "a lake, and dinner tonight",
        "de": "ein See, und Abendessen heute",
        "es": "un lago, y cenar esta noche",
        "it": "un lago, e cenare stasera",
        "nl": "een meer, en vanavond dineren",
        "oc": "un lac, e sopar aqueste ser",
        "ca": "un llac, i sopar aquest vespre",
    },
    "what is to be done until the train": {
        "fr": "on repart à 17h, un truc à voir pas loin de la gare d'ici là ?",
        "en": "our train leaves at 5 pm, what to do until then",
        "de": "unser Zug fährt um 17 Uhr, was können wir bis dahin machen?",
        "es": "nuestro tren sale a las 17, qué hacemos hasta entonces",
        "it": "aspettando il treno delle 18.10, cosa vedere vicino alla stazione",
        "nl": "onze trein vertrekt om 17 uur, wat kunnen we tot dan doen",
        "oc": "lo nòstre tren partís a 5 oras, de qué far d'aquí ailà",
        "ca": "el nostre tren surt a les 17, què podem fer fins llavors",
    },
}


def rows(table: dict[str, dict[str, str]]) -> list[tuple[str, str]]:
    return [(lang, text) for said in table.values() for lang, text in said.items()]


@pytest.mark.parametrize(("lang", "text"), rows(ONE_THING))
def test_one_thing_in_many_words_is_no_day(lang: str, text: str) -> None:
    assert not is_wanted(read(text, PLACES, lang=lang), text, NOW)


@pytest.mark.parametrize(("lang", "text"), rows(A_DAY))
def test_several_things_are_a_day(lang: str, text: str) -> None:
    assert is_wanted(read(text, PLACES, lang=lang), text, NOW)
