"""Who no longer comes, when not, what takes the place of what; and who asks the next question."""

from __future__ import annotations

from dataclasses import replace

import pytest

from catalog.model import LANGUAGES, Kind
from catalog.request import Request
from catalog.request.turns import turn
from catalog.request.turns_model import Act, Past
from tests.bench.turns import LAKES, PLACES, pasts


def after(lang: str, text: str, **asked: object) -> tuple[Act, Request]:
    """What is said after a question."""
    request = Request(lang=lang, **asked)  # type: ignore[arg-type]  # fields of Request, by name
    found = turn(Past(request=request, text="…", shown=LAKES), text, PLACES, lang=lang)
    assert found.request is not None
    return found.act, found.request


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "non, sans le chien"), ("en", "no, without the dog"), ("de", "nein, ohne Hund"),
     ("es", "no, sin el perro"), ("it", "no, senza cane"), ("nl", "nee, zonder hond"),
     ("oc", "non, sens lo can"), ("ca", "no, sense gos")],
)  # fmt: skip
def test_a_no_that_goes_on_is_no_refusal(lang: str, text: str) -> None:
    act, request = after(lang, text, types=(Kind.ITINERARY,), party=("dog", "kids"))
    assert (act, request.party) == (Act.REFINE, ("kids",))


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "sans ma mère"), ("en", "actually my mother isn't coming"),
     ("de", "ohne meine Mutter"), ("es", "no, sin mi madre"), ("it", "senza mia madre"),
     ("nl", "zonder mijn moeder"), ("oc", "sens ma maire"), ("ca", "sense la meva mare")],
)  # fmt: skip
def test_a_parent_takes_the_age_along(lang: str, text: str) -> None:
    act, request = after(
        lang, text, types=(Kind.ITINERARY,), party=("age:80", "seniors", "age:9", "kids")
    )
    assert (act, request.party) == (Act.REFINE, ("age:9", "kids"))


def test_a_partner_leaves_no_couple_and_children_leave_the_old() -> None:
    assert after("en", "my wife isn't coming", party=("couple", "dog"))[1].party == ("dog",)
    assert after("fr", "sans les enfants", party=("kids", "age:5", "age:80"))[1].party == (
        "age:80",
    )


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "pas le matin"), ("fr", "sans le matin"), ("en", "not in the morning"),
     ("de", "nicht morgens"), ("es", "por la mañana no"), ("it", "non di mattina"),
     ("nl", "niet in de ochtend"), ("oc", "pas lo matin"), ("ca", "no al matí")],
)  # fmt: skip
def test_the_half_of_a_day_that_is_refused_leaves_the_other(lang: str, text: str) -> None:
    act, request = after(lang, text, types=(Kind.ATTRACTION,), when="tomorrow")
    assert (act, request.when) == (Act.REFINE, "tomorrow:afternoon")


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "pas aujourd'hui"), ("de", "nicht heute"), ("es", "hoy no"), ("it", "non oggi"),
     ("nl", "niet vandaag"), ("ca", "avui no")],
)  # fmt: skip
def test_a_day_that_is_refused_is_asked_for_no_more(lang: str, text: str) -> None:
    act, request = after(lang, text, types=(Kind.ATTRACTION,), when="today")
    assert (act, request.when) == (Act.REFINE, None)


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "remplacez le musée par un jardin"), ("en", "replace the museum with a garden"),
     ("de", "ersetzen Sie das Museum durch einen Garten"),
     ("es", "cambia el museo por un jardín"), ("it", "sostituisca il museo con un giardino"),
     ("nl", "vervang het museum door een tuin"), ("oc", "remplaçatz lo musèu per un jardin"),
     ("ca", "canvia el museu per un jardí"), ("fr", "un jardin au lieu du musée"),
     ("en", "a garden instead of the museum"), ("de", "statt dem Museum ein Garten"),
     ("es", "un jardín en vez del museo"), ("it", "un giardino invece del museo"),
     ("nl", "een tuin in plaats van het museum"), ("oc", "un jardin en luòc del musèu"),
     ("ca", "un jardí en lloc del museu"), ("en", "no not museums, gardens"),
     ("de", "keine Museen, Gärten"), ("it", "niente musei, giardini")],
)  # fmt: skip
def test_one_takes_the_place_of_the_other(lang: str, text: str) -> None:
    act, request = after(
        lang, text, types=(Kind.ATTRACTION,), themes=("museum",), when="tomorrow", party=("kids",)
    )
    assert (act, set(request.themes)) == (Act.REFINE, {"-museum", "garden"})
    assert (request.when, request.party) == ("tomorrow", ("kids",))


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "plutôt de l'eau"), ("en", "rather water"), ("de", "lieber etwas im Wasser"),
     ("es", "algo con agua"), ("it", "piuttosto l'acqua"), ("nl", "liever water"),
     ("oc", "puslèu l'aiga"), ("ca", "millor aigua")],
)  # fmt: skip
def test_water_is_bathed_in_where_an_outing_was_sought(lang: str, text: str) -> None:
    act, request = after(lang, text, types=(Kind.ACTIVITY, Kind.ATTRACTION), party=("kids",))
    assert (act, request.themes) == (Act.REFINE, ("swimming",))
    assert request.types == (Kind.ACTIVITY,)


@pytest.mark.parametrize(("lang", "text"), [("fr", "pas d'eau"), ("en", "not water")])
def test_no_water_is_no_bathing(lang: str, text: str) -> None:
    outing = (Kind.ACTIVITY, Kind.ATTRACTION)
    assert after(lang, text, types=outing)[1].themes == ("-swimming",)


def test_drinking_water_is_drunk() -> None:
    fr = turn(pasts("fr")["lake"], "il y a de l'eau potable ?", PLACES, lang="fr")
    assert (fr.act, fr.field) == (Act.ASK, "water")


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "4 et 6"), ("en", "4 and 6"), ("de", "4 und 6"), ("es", "4 y 6"), ("it", "4 e 6"),
     ("nl", "4 en 6"), ("oc", "4 e 6"), ("ca", "4 i 6"), ("fr", "quatre et six")],
)  # fmt: skip
def test_bare_numbers_are_the_ages_of_the_children(lang: str, text: str) -> None:
    act, request = after(lang, text, types=(Kind.ACTIVITY,), party=("kids",))
    assert (act, request.party) == (Act.REFINE, ("kids", "age:4", "age:6"))
    assert after(lang, text, types=(Kind.ACTIVITY,))[1].party == ()


def test_as_many_as_are_shown_pick() -> None:
    act, request = after("en", "1 and 3", types=(Kind.ACTIVITY,), party=("kids",))
    assert (act, request.party) == (Act.TAKE, ("kids",))


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "il y a des toilettes ? c'est urgent"), ("de", "gibt es Toiletten? dringend"),
     ("es", "¿hay baños? es urgente"), ("it", "ci sono bagni? è urgente"),
     ("nl", "is er een wc? dringend"), ("oc", "i a comuns ? es urgent"),
     ("ca", "hi ha lavabos? és urgent"), ("en", "quick, are there toilets?"),
     ("en", "are there toilets? it's urgent")],
)  # fmt: skip
def test_who_is_in_a_hurry_asks_for_the_nearest_toilet(lang: str, text: str) -> None:
    act, request = after(lang, text, types=(Kind.FOOD,), party=("kids",), when="today:evening")
    assert (act, request.themes) == (Act.NEW, ("toilets",))
    assert (request.when, request.party) == (None, ())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_next_question_is_asked_by_the_same_people(lang: str) -> None:
    eat = {
        "fr": "où peut-on manger ce soir ?", "en": "where can we eat tonight?",
        "de": "wo kann man heute Abend essen?", "es": "¿dónde podemos cenar esta noche?",
        "it": "dove possiamo mangiare stasera?", "nl": "waar kunnen we vanavond eten?",
        "oc": "ont podèm manjar aqueste ser ?", "ca": "on podem sopar aquesta nit?",
    }[lang]  # fmt: skip
    act, request = after(
        lang,
        eat,
        types=(Kind.ATTRACTION,),
        themes=("castle",),
        where="Penne",
        party=("dog",),
        mobility=("wheelchair",),
    )
    assert act is Act.NEW
    assert (request.types, request.themes, request.where) == ((Kind.FOOD,), (), None)
    assert (request.party, request.mobility) == (("dog",), ("wheelchair",))


def test_a_company_told_anew_is_the_only_one() -> None:
    _, request = after("en", "where can I swim with my wife?", party=("kids",))
    assert request.party == ("couple",)


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "vous conseillez quoi ?"), ("en", "what do you recommend?"),
     ("de", "was empfehlen Sie?"), ("es", "¿qué me recomienda?"), ("it", "cosa mi consiglia?"),
     ("nl", "wat raad je aan?"), ("oc", "qué me conselhatz ?"), ("ca", "què em recomaneu?")],
)  # fmt: skip
def test_what_is_recommended_is_asked_of_the_question_before(lang: str, text: str) -> None:
    before = pasts(lang)["walk"]
    found = turn(before, text, PLACES, lang=lang)
    assert (found.request, found.text) == (before.request, before.text)


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "plus court, on a une heure"), ("de", "kürzer, wir haben nur eine Stunde")],
)
def test_a_figure_said_with_a_comparison_is_the_limit(lang: str, text: str) -> None:
    before = pasts(lang)["walk"]
    unstated = tuple(replace(each, length_km=None, minutes=None) for each in before.shown)
    found = turn(replace(before, shown=unstated), text, PLACES, lang=lang)
    assert found.request is not None
    assert (found.request.duration, found.request.max_km) == ("1h", None)
    assert (found.without, found.unstated) == (frozenset(), "")


def test_what_a_meal_may_cost_a_bed_may_not() -> None:
    _, request = after(
        "de", "und wo schlafen wir?", types=(Kind.FOOD,), max_price=15.0, when="today"
    )
    assert (request.types, request.max_price) == ((Kind.LODGING,), None)


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "jeudi et pas vendredi"), ("en", "Thursday not Friday"),
     ("de", "am Donnerstag und nicht Freitag"), ("es", "el jueves y no el viernes"),
     ("it", "giovedì e non venerdì"), ("nl", "donderdag en niet vrijdag"),
     ("oc", "dijòus e pas divendres"), ("ca", "dijous i no divendres")],
)  # fmt: skip
def test_a_day_and_not_another(lang: str, text: str) -> None:
    act, request = after(lang, text, types=(Kind.ATTRACTION,), when="tomorrow")
    assert (act, request.when) == (Act.REFINE, "thu")


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "leur fille les rejoint avec un enfant de 4 ans"),
     ("en", "their daughter is joining them with a 4 year old"),
     ("it", "si unisce la figlia con un bambino di 4 anni")],
)  # fmt: skip
def test_who_joins_comes_along(lang: str, text: str) -> None:
    act, request = after(lang, text, types=(Kind.ITINERARY,), party=("seniors",))
    assert act is Act.REFINE
    assert set(request.party) == {"seniors", "kids", "age:4"}


@pytest.mark.parametrize("text", ["y para cenar cerca?", "y para comer cerca?"])
def test_a_meal_near_there_is_no_distance(text: str) -> None:
    act, request = after("es", text, types=(Kind.ATTRACTION,), themes=("museum",))
    assert (act, request.types) == (Act.REFINE, (Kind.FOOD,))


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "ok et pour manger après ?"), ("en", "ok and to eat?"), ("de", "ok und zum Essen?"),
     ("es", "vale, ¿y para comer?"), ("it", "ok e per mangiare?"), ("nl", "ok en om te eten?"),
     ("oc", "d'acòrdi e per manjar ?"), ("ca", "d'acord, i per menjar?")],
)  # fmt: skip
def test_a_yes_that_goes_on_is_no_answer(lang: str, text: str) -> None:
    act, request = after(lang, text, types=(Kind.ATTRACTION,), party=("kids",), when="today")
    assert (act, request.types, request.party) == (Act.REFINE, (Kind.FOOD,), ("kids",))


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "remplacez le musée par un jardin"), ("en", "swap the museum for a garden")],
)
def test_a_stop_of_the_day_is_replaced(lang: str, text: str) -> None:
    day = (Kind.ACTIVITY, Kind.ATTRACTION)
    act, request = after(lang, text, types=day, duration="day", mobility=("car",))
    assert (act, request.themes, request.duration) == (Act.REFINE, ("-museum", "garden"), "day")


@pytest.mark.parametrize(
    ("lang", "asked", "text"),
    [("fr", "un musée à vélo", "finalement plus à vélo"),
     ("fr", "un musée à vélo", "on n'est plus à vélo"),
     ("en", "a museum by bike", "no longer by bike"),
     ("en", "a museum by bike", "not by bike any more"),
     ("de", "ein Museum mit dem Rad", "nicht mehr mit dem Rad"),
     ("es", "un museo en bici", "ya no en bici"),
     ("it", "un museo in bici", "non più in bici"),
     ("nl", "een museum met de fiets", "toch niet met de fiets"),
     ("nl", "een museum met de fiets", "niet meer met de fiets"),
     ("oc", "un musèu en bicicleta", "pas mai en bicicleta"),
     ("ca", "un museu en bici", "ja no en bici")],
)  # fmt: skip
def test_a_way_to_go_is_taken_back(lang: str, asked: str, text: str) -> None:
    first = turn(Past(), asked, PLACES, lang=lang)
    assert first.request is not None
    assert first.request.mobility == ("bike",)
    found = turn(Past(request=first.request, text=asked, shown=LAKES), text, PLACES, lang=lang)
    assert found.request is not None
    assert (found.act, found.request.mobility) == (Act.REFINE, ())
    assert (found.request.types, found.request.themes) == ((Kind.ATTRACTION,), ("museum",))


@pytest.mark.parametrize("text", ["no, by bike", "something longer by bike", "not far by bike"])
def test_what_says_how_one_goes_takes_nothing_back(text: str) -> None:
    assert after("en", text, types=(Kind.ITINERARY,), mobility=("bike",))[1].mobility == ("bike",)
