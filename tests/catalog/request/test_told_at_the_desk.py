"""Whom to tell, names that are food elsewhere, numbers of ways, pets, broken bones, nights."""

import pytest

from catalog.request import PlaceNames, read
from catalog.request.model import Concern

PLACES = PlaceNames(["Albi", "Carmaux", "Najac", "Pau", "Penne"])
NOWHERE = PlaceNames([], [])


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "à qui je dis qu'un panneau est cassé ici"),
        ("fr", "je voudrais signaler un trou dans la route ici"),
        ("en", "who do I tell about a broken bench here"),
        ("en", "I'd like to report a hole in the road here"),
        ("de", "wem sage ich, dass hier ein Schild fehlt"),
        ("de", "bei wem beschwere ich mich hier"),
        ("es", "a quién le digo que aquí falta un cartel"), ("es", "dónde se puede reclamar aquí"),
        ("it", "a chi lo dico che qui manca un cartello"),
        ("nl", "aan wie zeg ik dat hier een bord weg is"),
        ("oc", "a qual disi que aicí manca un panèl"),
        ("ca", "a qui li dic que aquí falta un cartell"),
    ],
)  # fmt: skip
def test_what_is_wrong_here_is_told_at_the_desk(lang: str, text: str) -> None:
    request = read(text, NOWHERE, lang=lang)
    assert "office" in request.types
    assert request.concern is Concern.COMPLAINT
    assert request.where == "here"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "the opening times shown here are wrong"),
        ("fr", "les horaires affichés ici sont faux"),
        ("es", "la información que sale aquí está mal"),
        ("en", "do restaurants pay to be shown here"),
    ],
)  # fmt: skip
def test_what_is_shown_here_is_nowhere(lang: str, text: str) -> None:
    assert read(text, NOWHERE, lang=lang).where is None


@pytest.mark.parametrize(
    ("lang", "text", "place"),
    [
        ("fr", "bistrot de pays penne", "Penne"), ("fr", "plus beaux villages penne", "Penne"),
        ("fr", "hotel penne", "Penne"), ("fr", "wc penne", "Penne"), ("de", "Hotel Pau", "Pau"),
        ("fr", "resto penne", None), ("it", "pizzeria penne", None), ("fr", "bio penne", None),
        ("en", "campsite with a lot of shade", None),
    ],
)  # fmt: skip
def test_a_name_that_is_food_is_a_place_behind_what_is_not(
    lang: str, text: str, place: str | None
) -> None:
    assert read(text, PLACES, lang=lang).where == place


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "le gr 65"), ("de", "der GR 65"), ("es", "el GR 65"), ("it", "il GR 65"),
        ("nl", "de GR 65 lopen"), ("oc", "lo GR 65"), ("ca", "el GR 65"), ("en", "the GR 65"),
    ],
)  # fmt: skip
def test_the_number_of_a_way_is_no_age(lang: str, text: str) -> None:
    request = read(text, NOWHERE, lang=lang)
    assert request.party == ()
    assert request.types == ("itinerary",)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "hôtel animaux acceptés"), ("en", "hotel, animals permitted"),
        ("de", "Hotel mit Tieren erlaubt"), ("es", "hotel que admite animales"),
        ("it", "hotel che ammette animali"), ("nl", "hotel dat huisdieren toelaat"),
        ("oc", "ostal que pren las bèstias"), ("ca", "hotel que permet animals"),
    ],
)  # fmt: skip
def test_a_bed_where_pets_may_come_shows_no_animals(lang: str, text: str) -> None:
    request = read(text, NOWHERE, lang=lang)
    assert request.types == ("lodging",)
    assert request.party == ("dog",)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "dogs allowed on a lead?"), ("fr", "chien en laisse ok ?"),
        ("de", "Hunde an der Leine erlaubt?"), ("es", "perros con correa"),
    ],
)  # fmt: skip
def test_a_lead_asks_for_no_run_and_no_shop(lang: str, text: str) -> None:
    request = read(text, NOWHERE, lang=lang)
    assert request.types == ()
    assert request.party == ("dog",)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "ma fille s'est cassé la jambe"), ("en", "my son broke his arm"),
        ("de", "mein Sohn hat sich den Arm gebrochen"), ("es", "mi hijo se ha roto el brazo"),
        ("it", "mio figlio si è rotto il braccio"), ("nl", "mijn zoon heeft zijn arm gebroken"),
        ("oc", "mon filh s'es copat lo braç"), ("ca", "el meu fill s'ha trencat el braç"),
    ],
)  # fmt: skip
def test_a_broken_bone_wants_a_doctor(lang: str, text: str) -> None:
    assert read(text, NOWHERE, lang=lang).types == ("health",)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "on reste cette nuit"), ("en", "staying tonight"), ("de", "wir bleiben heute Nacht"),
        ("es", "nos quedamos esta noche"), ("it", "restiamo stanotte"),
        ("nl", "we blijven vannacht"), ("oc", "demoram aquesta nuèch"),
        ("ca", "ens quedem aquesta nit"),
    ],
)  # fmt: skip
def test_who_stays_tonight_seeks_a_bed(lang: str, text: str) -> None:
    assert read(text, NOWHERE, lang=lang).types == ("lodging",)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "welche Bars bleiben heute Nacht offen"), ("en", "bars staying open at night"),
        ("nl", "welke cafés blijven vannacht open"), ("it", "quali bar restano aperti di notte"),
    ],
)  # fmt: skip
def test_what_stays_open_at_night_is_no_bed(lang: str, text: str) -> None:
    assert read(text, NOWHERE, lang=lang).types == ("food",)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "balade au dénivelé raisonnable"), ("fr", "tarif réduit au musée ?"),
        ("en", "reduced price at the museum?"), ("it", "biglietto ridotto al museo"),
    ],
)  # fmt: skip
def test_a_fair_climb_and_a_reduced_fare_limit_no_price(lang: str, text: str) -> None:
    assert read(text, NOWHERE, lang=lang).max_price is None


def test_a_hot_day_in_dutch_is_told_by_its_day() -> None:
    request = read("te heet vandaag, ergens binnen", NOWHERE, lang="nl")
    assert (request.when, request.weather) == ("today", "hot")
    assert read("binnen een half uur", NOWHERE, lang="nl").types == ()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "a table tonight for two"), ("de", "Tisch heute Abend für zwei"),
        ("fr", "une table ce soir pour deux"), ("nl", "tafel vanavond voor twee"),
    ],
)  # fmt: skip
def test_a_table_tonight_is_one_to_eat_at(lang: str, text: str) -> None:
    request = read(text, NOWHERE, lang=lang)
    assert request.types == ("food",)
    assert request.when == "today:evening"
    assert request.party == ("n:2",)


def test_home_made_is_no_label_and_the_same_are_no_grandmothers() -> None:
    assert read("un resto fait maison", NOWHERE, lang="fr").labels == ()
    assert read("confiture faite par eux-mêmes", NOWHERE, lang="fr").party == ()


def test_a_complaint_is_made_and_no_craft() -> None:
    assert read("how do I make a complaint", NOWHERE, lang="en").types == ("office",)
    assert "producer" in read("how do they make the glass", NOWHERE, lang="en").types
