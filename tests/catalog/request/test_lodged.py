"""Where somebody sleeps already is no bed sought: "we're staying at the campsite in Cordes"."""

from __future__ import annotations

import pytest

from catalog.model import LANGUAGES, Kind
from catalog.request import PlaceNames, Request, read

PLACES = PlaceNames(["Albi", "Carmaux", "Cordes-sur-Ciel", "Najac", "Penne"], ["Cap Découverte"])

KNOWN = {
    "fr": (
        "On est au camping de Cordes avec 2 ados, où se baigner ?",
        "on loge à l'hôtel à Najac, où se baigner ce soir",
        "on campe près de Najac, une baignade ?",
        "une baignade près du camping de Najac",
    ),
    "en": (
        "we are staying at the campsite in Cordes, where can we swim",
        "we're at a lovely little guesthouse near Najac, where can we go swimming?",
        "we have rented a cottage near Najac, where can we swim?",
        "swimming near our hotel in Najac",
    ),
    "de": (
        "wir sind auf dem Campingplatz in Cordes, wo kann man baden",
        "wir haben eine Ferienwohnung in Najac gemietet, wo können wir baden?",
        "Badestelle in der Nähe unseres Hotels in Najac",
    ),
    "es": (
        "estamos en el camping de Cordes, ¿dónde bañarse?",
        "hemos alquilado una casa rural cerca de Najac, ¿dónde bañarse?",
        "nos alojamos en un hotel de Najac, ¿dónde podemos bañarnos?",
    ),
    "it": (
        "siamo in campeggio a Cordes, dove fare il bagno",
        "abbiamo affittato un agriturismo a Najac, dove fare il bagno?",
        "dove fare il bagno vicino al nostro albergo di Najac",
    ),
    "nl": (
        "we zitten op de camping in Cordes, waar kunnen we zwemmen",
        "we hebben een huisje gehuurd bij Najac, waar kunnen we zwemmen",
        "zwemmen in de buurt van ons hotel in Najac",
    ),
    "oc": (
        "sèm al campatge de Còrdas, ont se pòt banhar",
        "avèm logat un gite a Najac, ont nos banhar ?",
    ),
    "ca": (
        "som al càmping de Cordes, on ens podem banyar",
        "hem llogat una casa rural a Najac, on ens podem banyar?",
        "ens allotgem a l'hotel de Najac, on ens podem banyar?",
    ),
}

SOUGHT = (
    ("fr", "on est 4, un gîte avec piscine et une rando"),
    ("fr", "nous sommes un couple, hôtel et restaurant à Albi"),
    ("fr", "nous sommes au camping de Najac"),
    ("fr", "on est à la recherche d'un gîte avec piscine"),
    ("fr", "où dormir près du camping"),
    ("en", "we are at the station, where is a hotel and something to eat"),
    ("en", "we are staying 3 nights near Najac, a hotel with a pool"),
    ("en", "a gîte for our family with a pool, near the river"),
    ("en", "hotel near the station with parking"),
    ("de", "unsere Kinder möchten ein Ferienhaus mit Pool"),
    ("de", "Hotel in der Nähe des Campingplatzes"),
    ("nl", "onze familie zoekt een huisje met zwembad"),
    ("de", "wo kann ich mit meinem Pferd übernachten"),
)


def _read(text: str, lang: str) -> Request:
    return read(text, PLACES, lang=lang)


@pytest.mark.parametrize(
    ("lang", "text"), [(lang, text) for lang in LANGUAGES for text in KNOWN[lang]]
)
def test_a_bed_that_is_known_is_not_sought(lang: str, text: str) -> None:
    found = _read(text, lang)
    assert Kind.LODGING not in found.types
    assert Kind.ACTIVITY in found.types
    assert found.where in {"Cordes-sur-Ciel", "Najac"}


@pytest.mark.parametrize(("lang", "text"), SOUGHT)
def test_a_bed_that_is_sought_stays(lang: str, text: str) -> None:
    assert Kind.LODGING in _read(text, lang).types


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "we've rented a cottage near Najac, what can we do with kids when it rains"),
        ("de", "wir haben eine Ferienwohnung in Najac gemietet, was können wir machen?"),
        ("nl", "we hebben een huisje gehuurd bij Najac, wat kunnen we doen?"),
        ("ca", "hem llogat una casa rural a Najac, què podem fer quan plou amb nens?"),
    ],
)
def test_what_to_do_is_asked_and_nothing_is_hired(lang: str, text: str) -> None:
    assert set(_read(text, lang).types) & {Kind.ACTIVITY, Kind.ATTRACTION}
    assert not set(_read(text, lang).types) & {Kind.LODGING, Kind.SERVICE, Kind.TRANSPORT}


def test_a_vehicle_that_is_slept_in_still_carries() -> None:
    found = _read("where can we empty the toilet of our motorhome", "en")
    assert found.mobility == ("camper_van",)


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("fr", "on est garés place du marché, que voir jusqu'à midi", Kind.ATTRACTION),
        ("fr", "on est garé près de l'église, où manger", Kind.FOOD),
        ("fr", "on est garés à la gare, où est le marché ?", Kind.MARKET),
        ("en", "we're parked by the church, where can we eat", Kind.FOOD),
        ("de", "wir haben am Marktplatz geparkt, wo gibt es Kaffee", Kind.FOOD),
        ("de", "wir stehen auf dem Parkplatz am Bahnhof, was gibt es zu sehen", Kind.ATTRACTION),
        ("es", "hemos aparcado en la plaza del mercado, ¿qué ver?", Kind.ATTRACTION),
        ("it", "abbiamo parcheggiato in piazza del mercato, cosa vedere", Kind.ATTRACTION),
        ("nl", "we staan geparkeerd bij de kerk, waar kunnen we eten", Kind.FOOD),
        ("oc", "sèm garats plaça del mercat, ont manjar ?", Kind.FOOD),
        ("ca", "hem aparcat a la plaça del mercat, on podem menjar?", Kind.FOOD),
    ],
)
def test_what_one_has_parked_beside_is_not_sought(lang: str, text: str, kind: Kind) -> None:
    found = _read(text, lang)
    assert found.types == (kind,)
    assert not {"church", "parking", "train_station", "village_square"} & set(found.themes)


def test_a_place_to_park_is_sought() -> None:
    assert "parking" in _read("where can we park near the church", "en").themes
    assert "parking" in _read("où se garer près de la gare", "fr").themes


def test_a_square_is_where_something_stands() -> None:
    assert _read("un café place du marché", "fr").types == (Kind.FOOD,)
    assert _read("la place du marché", "fr").types == (Kind.ATTRACTION,)
