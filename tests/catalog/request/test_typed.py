"""What people type at a kiosk or on a telephone is read as what they meant; what is spelt right
and unknown to the house stays as it is."""

from __future__ import annotations

from catalog.model import LANGUAGES
from catalog.request import PlaceNames, read
from catalog.request.corrected import corrected
from catalog.request.sounds import spoken_as
from catalog.request.spacing import apart, elided, together
from catalog.request.tokens import tokenise
from catalog.vocabulary.asking import shorthand, shorthand_of
from tests.bench.requests import COMMUNES

PLACES = PlaceNames(COMMUNES)

TYPED = {
    # By language: spelt right = as typed; as typed.
    "fr": (
        "un château à visiter près d'ici = un chato a visiter pres dici",
        "une chambre d'hôtes pour deux nuits = une chambre dhote pour 2 nuits",
        "un concert gratuit vendredi soir = un conser gratuit vendredi soir",
        "où louer un canoë = où loué un canoé; ou louer un kanoé",
        "où garer le camping-car = où garé le camping-car",
        "un camping avec piscine ce soir = un campin ac piscine se soir",
        "il y a un marché demain matin = il y a un marcher 2m1 matin; ya un marchée demain matin",
        "une grotte à visiter avec ma grand-mère = une grote a visiter avec ma grandmère",
    ),
    "en": (
        "where is the bus stop = where is the busstop; wher is teh busstop",
        "a supermarket open late = a super market open late",
        "breakfast tomorrow = break fast tomorrow; break fast tmrw",
        "what to do when it rains = wat 2 do when it rains; what 2 do wen it rains",
        "not too far to walk, easy = not 2 far 2 walk, easy",
        "canoe hire this afternoon = canoe hire this pm; canoe hire this afternon",
        "somewhere cheap to eat = somewhere cheep to eat",
        "a playground with my dog = a play ground w my dog; a playground w/ my dog",
    ),
    "de": (
        "Weinprobe am Samstag = wein probe am samstag; weinprobe am sa",
        "ein Spielplatz für Kinder = spiel platz fuer kinder; spielplatz fuer kinder",
        "Frühstück heute = fruehstueck heute",
        "was tun am Wochenende = was tun am wochende",
        "wo sind die Toiletten = wo sin die toiletten",
    ),
    "es": (
        "un castillo cerca de aquí = un castiyo cerca de aquí",
        "paseo a caballo mañana = paseo a cabayo mañana; paseo a cabayo mñn",
        "una casa rural para seis personas = una casarural para 6 personas",
        "qué hay por aquí = que ay por aquí",
        "una farmacia de guardia hoy = una farmacia d guardia oy",
    ),
    "it": (
        "un agriturismo per sei persone = un agri turismo per 6 persone",
        "piscina aperta oggi = piscina aperta ogi",
        "una chiesa da visitare = una kiesa da visitare",
        "un supermercato aperto = un super mercato aperto",
        "cosa fare se piove = cs fare se pove",
    ),
    "nl": (
        "een zwembad in de buurt = een zwem bad in de buurt; een zwembat in de buurt",
        "een speeltuin voor kleuters = een speel tuin voor kleuters",
        "een bakker open op maandag = een bakker open op ma",
        "een hotel in het dorp = een hotel in t dorp",
        "een vakantiehuis voor zes personen = een vakantie huis voor 6 personen",
    ),
    "oc": (
        "un castèl de visitar prèp d'aicí = un castel de visitar prep daici",
        "un campatge amb piscina = un campatge ambe piscina",
    ),
    "ca": (
        "un castell a prop d'aquí = un castell a prop daqui",
        "lloguer de bicis per a dos = lloguer de bicis per 2; lloguer de bicis x 2",
        "on són els lavabos = on son els labavos",
        "què fer aquest cap de setmana = que fer aquest capdesetmana; k fer aquest cap d setmana",
    ),
}

KEPT = {
    # Surnames, places and rare words, spelt right: none is a slip of a word of the house.
    "fr": (
        "Castel Martel Cazals Marquès Fabre Viguier Roques Delmas Bousquet Calvet Barthe Pujol "
        "Gayraud Rouquette Cabrol Alary Teyssier Bonnafous Maurel Carrière Lacaze Combes "
        "Molinier Vergnes Puech Vaysse Chatelet Marchand Berger Lagarde Moulin Meunier "
        "Charpentier Vidal Granier Puel ornithogale trébuchet calèche barrique mascaret "
        "pigeonnat lauze causse garrigue capitelle bolet truffière pastel cocagne cardabelle "
        "buron dolmen menhir clapas gariotte"
    ),
    "en": (
        "Barker Parker Walker Fisher Tanner Marsh Castell Marten Carter Barnes Holmes Swinton "
        "Campion Hostler Farrow Wynne Poole Lakeland Bakewell Churchill Hickman Biggar Bykov "
        "Doherty Tickner quilting fencing moorhen marsupial swaddle carillon lichen damson "
        "sloe badger stoat plough sickle loom tapestry"
    ),
    "de": (
        "Kirchner Burger Hofer Becker Müller Schlosser Bachmann Wanderer Zeltner Hauser "
        "Kaufmann Radler Brückner Höhn Kanter Reiter Rosner Krämer Trüffel Kelter Distel "
        "Kranich Dachs Ginster Waid Mispel Schlehe Ziegel Spindel Kreisel"
    ),
    "es": (
        "Castellanos Marquina Camino Ruiz Piscis Iglesias Mercader Baeza Caballero Herrero "
        "Molina Ríos Vives Cuevas Torres Rueda Quesada Bino Llanos Zapatero trufa lagar cardo "
        "grulla tejón ciruelo níspero retama cencerro trilla"
    ),
    "it": (
        "Castelli Mercati Chiesa Piscitelli Ferrari Bagnoli Lagomarsino Montanari Parchi "
        "Fiumara Boschi Colombo Gatti Cavallo Panettoni tartufo frantoio cardo gru tasso "
        "ginestra nespola aratro fuso arcolaio"
    ),
    "nl": (
        "Bakker Visser Marktstra Fietsema Dijkstra Kerkhof Boskamp Meerman Wandelaar Hondius "
        "Molenaar truffel kelder distel kraanvogel das brem mispel ploeg spindel"
    ),
    "oc": ("Mercadièr Cauna Fabrègas Bòsc Vialar Rocas Calmels Molin"),
    "ca": ("Castells Mercader Coll Piqué Puigdemont Serra Vilanova Roig Ferrer Bosch Torrent"),
}


def test_what_is_typed_in_haste_or_by_ear_is_read_as_it_was_meant() -> None:
    wrong = []
    for lang, rows in TYPED.items():
        for row in rows:
            spelt, typed = row.split(" = ")
            meant = read(spelt, PLACES).keys()
            assert any(value not in (None, []) for value in meant.values()), spelt
            for text in typed.split("; "):
                found = read(text, PLACES).keys()
                said = {key: (meant[key], found[key]) for key in meant if meant[key] != found[key]}
                if said:
                    wrong.append((lang, text, said))
    assert not wrong


def test_names_and_rare_words_stay_as_they_are_spelt() -> None:
    changed = []
    for lang, words in KEPT.items():
        for word in words.split():
            tokens = tokenise(word)
            found = [each.word for each in corrected(tokens, PLACES, word, lang, frozenset({lang}))]
            if found != [each.word for each in tokens]:
                changed.append((lang, word, found))
    assert sum(len(words.split()) for words in KEPT.values()) >= 200
    assert not changed


def test_a_figure_or_a_letter_is_a_word_only_among_words() -> None:
    for text, key, value in (
        ("kein WC weiter als 500 m", "radius_km", 0.5),
        ("table for 2, see you", "party", ("n:2",)),
        ("comment aller à cap d", "where", "Cap Découverte"),
    ):
        found = getattr(read(text, PLACES), key)
        assert found == value, (text, found)


def test_words_are_joined_and_parted_only_in_their_language() -> None:
    assert together("super", "market", "en") == "supermarket"
    assert together("super", "market", "it") is None
    assert apart("busstop", "en") == ("bus", "stop")
    assert apart("busstop", "it") == ()
    assert elided("lecole", "fr", {}) == ("l", "ecole")
    assert elided("lecole", "de", {}) == ()
    assert spoken_as("chato", "fr") == "chateau"
    assert all(spoken_as("xyzzyq", lang) is None for lang in LANGUAGES)


def test_a_shorthand_of_one_language_is_none_of_all() -> None:
    everywhere = shorthand()
    assert not {typed for lang in LANGUAGES for typed in shorthand_of(lang) if typed in everywhere}
