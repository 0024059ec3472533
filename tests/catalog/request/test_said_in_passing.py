"""What ordinary visitors say in passing: half a word, a week without its article, a train that is
gone, the next Saturday said on a Saturday."""

from __future__ import annotations

from datetime import date

import pytest

from catalog.model import Kind
from catalog.request import PlaceNames, Request, read
from catalog.request.model import Concern

PLACES = PlaceNames(["Albi", "Cap Découverte", "Carmaux", "Lac de la Roucarié"])
SATURDAY = date(2026, 7, 25)


def _read(text: str, today: date | None = None) -> Request:
    return read(text, PLACES, today=today)


@pytest.mark.parametrize("text", ["carte IGN en vente ici ?", "vente de miel", "vente directe ?"])
def test_what_is_sold_is_no_wind(text: str) -> None:
    assert _read(text).weather is None


def test_a_windy_day_is_one() -> None:
    assert _read("c'est trop venté, où aller ?").weather == "wind"


@pytest.mark.parametrize(
    "text",
    [
        "gîte qui accepte les animaux", "a cottage that accepts animals",
        "Ferienhaus, Tiere willkommen", "un hotel que acepte animales",
        "un albergo che accetta animali", "huisje, dieren toegestaan",
        "un gite que accèpta los animals", "un càmping que accepti animals",
    ],
)  # fmt: skip
def test_a_house_that_takes_animals(text: str) -> None:
    request = _read(text)
    assert request.types == (Kind.LODGING,)
    assert request.party == ("dog",)


@pytest.mark.parametrize(
    "text",
    [
        "escalade pour 2 débutants", "climbing for 2 beginners", "Klettern für 2 Anfänger",
        "escalada para 2 principiantes", "canoa per 2 principianti", "klimmen voor 2 beginners",
        "escalada per 2 debutants", "escalada per a 2 principiants",
    ],
)  # fmt: skip
def test_beginners_are_counted(text: str) -> None:
    assert _read(text).party == ("n:2",)


@pytest.mark.parametrize(
    "text",
    [
        "activités pour enfants de moins de 10 ans", "activities for kids younger than 10",
        "Aktivitäten für Kinder jünger als 10", "actividades para niños menores de 10",
        "attività per bambini minori di 10", "activiteiten voor kinderen onder de 10",
        "speeltuin voor kinderen onder de tien", "activiteiten voor kinderen jonger dan 10",
        "activitats per a nens menors de 10",
    ],
)  # fmt: skip
def test_children_below_an_age(text: str) -> None:
    assert set(_read(text).party) == {"kids", "age:10"}


@pytest.mark.parametrize(
    "text",
    [
        "un garçon de 15", "un jeune de 15", "a lad of 15", "ein Bursche von 15", "un chico de 15",
        "un ragazzo di 15", "een jongen van 15", "un gojat de 15", "un noi de 15",
    ],
)  # fmt: skip
def test_how_old_one_of_the_young_is(text: str) -> None:
    assert "age:15" in _read(text).party


@pytest.mark.parametrize(
    "text",
    [
        "j'ai raté le car de 18h12", "on a loupé le train de 18h, le prochain ?",
        "we missed the 18:12 bus", "wir haben den Zug um 18 Uhr verpasst",
        "hemos perdido el bus de las 18:12", "ho perso il treno delle 18:12",
        "bus van 18u12 gemist", "hem perdut el tren de les 18:12", "ai mancat lo car de 18h12",
    ],
)  # fmt: skip
def test_a_train_that_is_gone_has_no_hour(text: str) -> None:
    request = _read(text)
    assert Kind.TRANSPORT in request.types
    assert request.when is None
    assert request.concern is not Concern.LOST_THING


@pytest.mark.parametrize(
    "text",
    [
        "samedi prochain", "samedi qui vient", "next Saturday", "nächsten Samstag",
        "el próximo sábado", "el sábado que viene", "sabato prossimo", "volgende zaterdag",
        "aanstaande zaterdag", "dissabte que ven", "dissabte vinent", "dissabte que ve",
    ],
)  # fmt: skip
def test_the_next_of_its_name_is_not_today(text: str) -> None:
    assert _read(text, SATURDAY).when == "sat+7"
    assert _read(text, date(2026, 7, 23)).when == "sat"


def test_a_weekday_alone_may_be_today() -> None:
    assert _read("concert samedi", SATURDAY).when == "sat"


@pytest.mark.parametrize(
    "text",
    [
        "gîte semaine 4 pers", "cottage week august 4 people", "Ferienwohnung Woche 2 Pers",
        "piso semana 4 personas", "appartamento settimana agosto", "huisje week 4 pers",
        "casa rural setmana agost",
    ],
)  # fmt: skip
def test_a_bare_week_is_how_long(text: str) -> None:
    assert _read(text).duration == "7d"


@pytest.mark.parametrize("text", ["camping cette semaine", "huisje week 32", "cottage per week"])
def test_a_week_that_is_none_of_staying(text: str) -> None:
    assert _read(text).duration is None


@pytest.mark.parametrize(
    "text", ["un tour à cheval", "un tour en canoë", "tour en montgolfière", "le tour du village"]
)
def test_a_turn_is_no_tower(text: str) -> None:
    assert "tower" not in _read(text).themes


@pytest.mark.parametrize("text", ["visiter la tour", "une tour à voir", "voir des tours"])
def test_a_tower_is_one(text: str) -> None:
    assert "tower" in _read(text).themes


@pytest.mark.parametrize(
    "text",
    [
        "last train back after 8", "wir kommen nach 8 zurück", "vuelta después de las 8",
        "ritorno dopo le 8", "terug na 8", "tornada després de les 8",
    ],
)  # fmt: skip
def test_the_way_back_is_of_the_evening(text: str) -> None:
    assert _read(text).when == "any@20:00+"


def test_a_breakfast_is_of_the_morning() -> None:
    assert _read("breakfast after 8").when == "any@08:00+"


@pytest.mark.parametrize("text", ["Markt Sa u. So", "Sa u. So Markt", "Markt Sa. und So."])
def test_a_short_and_ends_no_sentence(text: str) -> None:
    assert _read(text).when == "this_weekend"


@pytest.mark.parametrize(
    "text",
    [
        "ohne Auto zur Roucarié, wie?", "senza macchina alla Roucarié, come?",
        "sans voiture à la Roucarié, comment ?", "zonder auto naar de Roucarié, hoe?",
        "sin coche a la Roucarié, ¿cómo?", "sense cotxe a la Roucarié, com?",
        "sens veitura a la Rocariá, cossí ?",
    ],
)  # fmt: skip
def test_how_to_get_there_is_transport(text: str) -> None:
    assert _read(text).types == (Kind.TRANSPORT,)


@pytest.mark.parametrize(
    "text",
    [
        "borne pour voiture électrique", "colonnina per auto elettrica",
        "bòrna per la veitura electrica", "punt de càrrega per cotxe elèctric",
    ],
)  # fmt: skip
def test_a_car_that_is_charged_moves_nobody(text: str) -> None:
    assert _read(text).mobility == ()


@pytest.mark.parametrize("text", ["aparcar la auto", "dónde vaciar la auto"])
def test_la_auto_is_a_camper_van(text: str) -> None:
    assert _read(text).mobility == ("camper_van",)


@pytest.mark.parametrize("text", ["falò possibile?", "si può fare un falò?"])
def test_whether_a_fire_may_be_lit(text: str) -> None:
    request = _read(text)
    assert Kind.SERVICE in request.types
    assert "midsummer_fire" not in request.themes


@pytest.mark.parametrize(
    "text",
    [
        "les enfants râlent", "the kids are moaning", "die Kinder meckern", "los niños se quejan",
        "i bambini si lamentano", "de kinderen klagen", "los dròlles se planhon",
        "els nens es queixen",
    ],
)  # fmt: skip
def test_children_who_moan_want_something_to_do(text: str) -> None:
    request = _read(text)
    assert set(request.types) == {Kind.ACTIVITY, Kind.ATTRACTION}
    assert request.concern is None


@pytest.mark.parametrize(
    "text",
    [
        "plage sans chiens", "a beach where no dogs are allowed", "Strand ohne Hunde",
        "playa sin perros", "spiaggia senza cani", "strand zonder honden", "plaja sens cans",
        "platja sense gossos",
    ],
)  # fmt: skip
def test_no_dogs_are_wanted(text: str) -> None:
    request = _read(text)
    assert "-dog" in request.themes
    assert request.party == ()


@pytest.mark.parametrize("text", ["on vient sans chien", "two adults, no dogs", "ohne Hund"])
def test_who_comes_without_a_dog_refuses_none(text: str) -> None:
    assert "-dog" not in _read(text).themes


@pytest.mark.parametrize(
    "text",
    [
        "kids bored, 6 and 9, not too pricey", "my kids are bored (6 and 9)",
        "les enfants s'ennuient, 6 et 9, une idée ?", "Kinder gelangweilt, 6 und 9",
        "niños aburridos, 6 y 9", "i bambini si annoiano, 6 e 9", "kinderen vervelen zich, 6 en 9",
        "els nens s'avorreixen, 6 i 9",
    ],
)  # fmt: skip
def test_ages_behind_a_comma(text: str) -> None:
    assert set(_read(text).party) == {"kids", "age:6", "age:9"}


@pytest.mark.parametrize("text", ["donde comer ya", "farmacia ya", "c'est ouvert là ?"])
def test_now_at_the_end(text: str) -> None:
    assert _read(text).when == "now"


@pytest.mark.parametrize(
    "text", ["c'est par là ?", "mi hijo está cansado ya", "c'est où la mine, là"]
)
def test_what_is_not_now(text: str) -> None:
    assert _read(text).when is None


@pytest.mark.parametrize("text", ["passejada", "mercat", "platja", "un mercat"])
def test_what_both_spell_alike_is_catalan(text: str) -> None:
    assert _read(text).lang == "ca"
    assert read(text, PLACES, lang="oc").lang == "oc"


@pytest.mark.parametrize("text", ["passejada aisida", "ont i a un mercat ?", "mercat deman"])
def test_another_word_says_occitan(text: str) -> None:
    assert _read(text).lang == "oc"


@pytest.mark.parametrize(
    "text",
    [
        "bei Escausses", "Weinprobe bei escausses", "dégustation chez escausses",
        "tasting at escausses", "wijn bij escausses", "tast a escausses",
    ],
)  # fmt: skip
def test_a_maker_by_half_a_name(text: str) -> None:
    names = PlaceNames(["Carmaux"], ["Domaine d'Escausses"])
    assert read(text, names).where == "Domaine d'Escausses"


def test_the_guide_of_the_walks_is_a_book() -> None:
    assert Kind.OFFICE in _read("le guide des randos c'est combien").types


@pytest.mark.parametrize("text", ["visite guidée à Albi", "guided tour of Albi", "Führung in Albi"])
def test_a_guided_tour_may_be_of_a_sight(text: str) -> None:
    assert {Kind.ACTIVITY, Kind.ATTRACTION} <= set(_read(text).types)
