"""What stays of a question when another is asked, and what takes its place: by bike then, out of
doors, on the same day afterwards, whoever came before an errand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from catalog.model import LANGUAGES, Kind, ListingId
from catalog.request import Request
from catalog.request.turns import turn
from catalog.request.turns_model import Act, Past, Shown, Turn
from tests.bench.turns import LAKES, MUSEUMS, PLACES

OUTING = (Kind.ACTIVITY, Kind.ATTRACTION)
ROOFED = (
    Shown(id=ListingId("m"), names=("Musée du verre",), roof="museum",
          terms=frozenset({"museum", "attraction"})),
    Shown(id=ListingId("l"), names=("Lac",), terms=frozenset({"lake", "attraction"})),
)  # fmt: skip


def after(
    lang: str,
    text: str,
    *,
    shown: tuple[Shown, ...] = LAKES,
    outing: Request | None = None,
    planned: bool = False,
    **asked: object,
) -> Turn:
    """What is said after a question."""
    request = Request(lang=lang, **asked)  # type: ignore[arg-type]  # fields of Request, by name
    before = Past(request=outing, text="…") if outing is not None else None
    past = Past(request=request, text="…", shown=shown, outing=before, planned=planned)
    return turn(past, text, PLACES, lang=lang)


def each(**by_lang: str) -> pytest.MarkDecorator:
    """The same thing said in each of the eight languages."""
    return pytest.mark.parametrize(("lang", "text"), [(lang, by_lang[lang]) for lang in LANGUAGES])


@each(
    fr="à vélo alors", en="by bike then", de="mit dem Fahrrad dann", es="en bici entonces",
    it="in bici allora", nl="met de fiets dan", oc="en bicicleta alara", ca="amb bici llavors",
)  # fmt: skip
def test_by_bike_then_a_walk_is_a_ride(lang: str, text: str) -> None:
    found = after(lang, text, types=(Kind.ITINERARY,), themes=("walking",), when="tomorrow")
    assert found.request is not None
    assert found.request.themes == ("cycling",)
    assert (found.request.mobility, found.request.when) == (("bike",), "tomorrow")


@each(
    fr="à pied alors", en="on foot then", de="zu Fuß dann", es="a pie entonces",
    it="a piedi allora", nl="te voet dan", oc="a pè alara", ca="a peu llavors",
)  # fmt: skip
def test_on_foot_then_the_bicycle_stays(lang: str, text: str) -> None:
    found = after(lang, text, types=(Kind.ITINERARY,), themes=("cycling",), mobility=("bike",))
    assert found.request is not None
    assert (found.request.themes, found.request.mobility) == (("walking",), ())


@each(
    fr="plutôt dehors", en="rather outdoors", de="lieber doch draußen",
    es="mejor al aire libre", it="meglio all'aperto", nl="liever buiten", oc="puslèu defòra",
    ca="millor a l'aire lliure",
)  # fmt: skip
def test_out_of_doors_is_no_museum(lang: str, text: str) -> None:
    found = after(lang, text, shown=ROOFED, types=(Kind.ATTRACTION,), themes=("museum",))
    assert found.request is not None
    assert (found.act, found.request.types) == (Act.REFINE, OUTING)
    assert found.request.themes == ("-museum",)


@each(
    fr="il fait beau", en="the weather is fine", de="das Wetter ist schön",
    es="hace buen tiempo", it="fa bel tempo", nl="het weer is mooi", oc="fa polit temps",
    ca="fa bon temps",
)  # fmt: skip
def test_fine_weather_is_for_outdoors_and_no_forecast(lang: str, text: str) -> None:
    found = after(
        lang, text, shown=ROOFED, types=OUTING, party=("kids",), weather="rain", when="tomorrow"
    )
    assert (found.act, found.request) == (
        Act.REFINE,
        Request(lang=lang, types=OUTING, themes=("-museum",), party=("kids",), when="tomorrow"),
    )


def test_what_is_sought_out_of_doors_stays() -> None:
    found = after("en", "rather outdoors", shown=ROOFED, types=OUTING, themes=("museum", "lake"))
    assert found.request is not None
    assert found.request.themes == ("lake", "-museum")
    walk = after("en", "the weather is fine", types=(Kind.ITINERARY,), themes=("walking",))
    assert walk.request is not None
    assert walk.request.themes == ("walking",)


@each(
    fr="des animaux", en="animals", de="Tiere", es="animales", it="animali", nl="dieren",
    oc="bèstias", ca="animals",
)  # fmt: skip
def test_animals_alone_are_to_be_seen(lang: str, text: str) -> None:
    found = after(lang, text, types=OUTING, party=("kids",), when="today")
    assert found.request is not None
    assert (found.act, found.request.when, found.request.party) == (
        Act.REFINE,
        "today",
        ("kids",),
    )
    assert found.request.themes == ("educational_farm", "animal_sanctuary", "zoo")


def test_who_asks_or_has_a_dog_means_their_own() -> None:
    assert after("fr", "les animaux ?", types=OUTING).field == "pets"
    assert after("es", "animales", types=OUTING, party=("dog",)).field == "pets"


@each(
    fr="ils voudraient déjeuner ensuite", en="where do we eat afterwards?",
    de="wo essen wir danach?", es="¿dónde comemos después?", it="dove mangiamo dopo?",
    nl="waar eten we daarna?", oc="ont manjam aprèp ?", ca="on mengem després?",
)  # fmt: skip
def test_afterwards_is_on_the_same_day(lang: str, text: str) -> None:
    found = after(lang, text, types=(Kind.ATTRACTION,), themes=("castle",), when="sun:morning",
                  where="Penne", party=("couple",))  # fmt: skip
    assert found.request is not None
    assert Kind.FOOD in found.request.types
    assert (found.request.when or "").partition(":")[0] == "sun"
    assert (found.request.where, found.request.party) == ("Penne", ("couple",))


def test_after_an_hour_is_no_afterwards() -> None:
    found = after("en", "what's on after 8pm?", types=OUTING, when="sun", where="Penne")
    assert found.request is not None
    assert (found.request.when, found.request.where) == ("any@20:00+", None)
    dated = after("en", "where do we eat afterwards?", types=OUTING, when="date:07-26:morning")
    assert dated.request is not None
    assert dated.request.when == "date:07-26"


@each(
    fr="elle ne vient pas", en="she isn't coming", de="sie kommt nicht mit",
    es="ella no viene", it="lei non viene", nl="ze komt niet mee", oc="ela ven pas",
    ca="ella no ve",
)  # fmt: skip
def test_one_of_two_no_longer_comes(lang: str, text: str) -> None:
    for party, left in ((("couple",), ()), (("n:2",), ()), (("n:4", "dog"), ("dog", "n:3"))):
        found = after(lang, text, types=(Kind.ATTRACTION,), themes=("castle",), party=party)
        assert found.request is not None
        assert (found.act, found.request.party) == (Act.REFINE, left)
        assert found.request.themes == ("castle",)


@each(
    fr="ma femme ne vient pas", en="my wife isn't coming", de="meine Frau kommt nicht mit",
    es="mi mujer no viene", it="mia moglie non viene", nl="mijn vrouw komt niet mee",
    oc="ma femna ven pas", ca="la meva dona no ve",
)  # fmt: skip
def test_who_was_not_told_of_changes_nothing(lang: str, text: str) -> None:
    found = after(lang, text, types=(Kind.ATTRACTION,), themes=("castle",), party=("kids",))
    assert found.request is not None
    assert (found.act, found.request.party) == (Act.REFINE, ("kids",))


@each(
    fr="le plus facile ?", en="which is the easiest?", de="das leichteste?", es="¿el más fácil?",
    it="il più facile?", nl="de makkelijkste?", oc="lo mai aisit ?", ca="el més fàcil?",
)  # fmt: skip
def test_what_none_states_is_told_to_be_unstated(lang: str, text: str) -> None:
    found = after(lang, text, shown=MUSEUMS, types=(Kind.ATTRACTION,), themes=("museum",))
    assert found.request is not None
    assert (found.act, found.unstated) == (Act.REFINE, "difficulty")
    assert (found.request.themes, found.request.difficulty) == (("museum",), None)


@each(
    fr="vous avez quoi à conseiller", en="what would you recommend?", de="was empfehlen Sie?",
    es="¿qué nos recomienda?", it="cosa ci consiglia?", nl="wat raadt u aan?",
    oc="qué nos conselhatz ?", ca="què ens recomana?",
)  # fmt: skip
def test_what_is_recommended_is_of_what_was_sought(lang: str, text: str) -> None:
    found = after(lang, text, types=(Kind.ITINERARY,), themes=("walking",), when="tomorrow")
    assert found.act is Act.NEW
    assert found.request == Request(
        lang=lang, types=(Kind.ITINERARY,), themes=("walking",), when="tomorrow"
    )


@each(
    fr="le premier, il y a un parking pour le car ?", en="the first, is there coach parking?",
    de="das erste, gibt es dort Parkplätze für den Bus?",
    es="el primero, ¿hay aparcamiento para el autobús?",
    it="il primo, c'è parcheggio per il pullman?", nl="de eerste, is er parkeerplaats voor de bus?",
    oc="lo primièr, i a de parcatge pel bus ?", ca="el primer, hi ha aparcament per a l'autobús?",
)  # fmt: skip
def test_parking_for_the_coach_is_asked_of_the_one_meant(lang: str, text: str) -> None:
    found = after(lang, text, types=OUTING, party=("group", "seniors"), when="tue")
    assert (found.act, found.field, found.target) == (Act.ASK, "parking", LAKES[0].id)


@each(
    fr="il y a un arrêt de bus près d'ici ?", en="is there a bus stop near here?",
    de="gibt es hier in der Nähe eine Bushaltestelle?",
    es="¿hay una parada de autobús cerca de aquí?", it="c'è una fermata dell'autobus qui vicino?",
    nl="is er hier in de buurt een bushalte?", oc="i a un arrèst de bus prèp d'aicí ?",
    ca="hi ha una parada d'autobús a prop d'aquí?",
)  # fmt: skip
def test_a_stop_near_here_is_sought(lang: str, text: str) -> None:
    found = after(lang, text, types=OUTING, party=("kids",))
    assert found.request is not None
    assert (found.act, found.request.types) == (Act.NEW, (Kind.TRANSPORT,))


@each(
    fr="et un château ?", en="and a castle?", de="und eine Burg?", es="¿y un castillo?",
    it="e un castello?", nl="en een kasteel?", oc="e un castèl ?", ca="i un castell?",
)  # fmt: skip
def test_whoever_came_before_an_errand_comes_after_it(lang: str, text: str) -> None:
    outing = Request(lang=lang, types=OUTING, party=("kids",), mobility=("bike",), when="tomorrow")
    found = after(lang, text, outing=outing, types=(Kind.SERVICE,), themes=("toilets",),
                  where="here")  # fmt: skip
    assert found.request is not None
    assert "castle" in found.request.themes
    assert (found.request.party, found.request.mobility) == (("kids",), ("bike",))
    assert (found.request.when, found.request.where) == ("tomorrow", None)
    alone = after(lang, text.split(maxsplit=1)[1], outing=outing, types=(Kind.SERVICE,),
                  themes=("toilets",))  # fmt: skip
    assert alone.request is not None
    assert (alone.request.party, alone.request.mobility) == (("kids",), ("bike",))


def test_after_an_errand_elsewhere_one_is_there() -> None:
    outing = Request(types=OUTING, where="Penne", party=("kids",))
    found = after("en", "and something to eat", outing=outing, types=(Kind.HEALTH,),
                  themes=("pharmacy",), where="Albi")  # fmt: skip
    assert found.request is not None
    assert (found.request.where, found.request.party) == ("Albi", ("kids",))


@each(
    fr="finissez à Albi", en="finish in Albi", de="am Ende in Albi", es="para acabar en Albi",
    it="finire ad Albi", nl="eindigen in Albi", oc="acabar a Albi", ca="acabem a Albi",
)  # fmt: skip
def test_where_a_day_ends_is_one_more_town_of_it(lang: str, text: str) -> None:
    found = after(lang, text, planned=True, types=OUTING, when="tomorrow", where="Penne",
                  duration="day")  # fmt: skip
    assert found.request is not None
    assert (found.act, found.request.where) == (Act.REFINE, ("Penne", "Albi"))
    assert replace(found.request, where="Penne", spans=()) == Request(
        lang=lang, types=OUTING, when="tomorrow", where="Penne", duration="day"
    )


@each(
    fr="quelque chose avec des animaux", en="something with animals", de="etwas mit Tieren",
    es="algo con animales", it="qualcosa con animali", nl="iets met dieren",
    oc="quicòm amb de bèstias", ca="alguna cosa amb animals",
)  # fmt: skip
def test_something_with_animals_brings_no_dog(lang: str, text: str) -> None:
    found = after(lang, text, types=OUTING, party=("school",))
    assert found.request is not None
    assert found.request.party == ("school",)
    assert found.request.themes == ("educational_farm", "animal_sanctuary", "zoo")


@each(
    fr="quelque chose avec de la musique", en="something with music", de="etwas mit Musik",
    es="algo con música", it="qualcosa con musica", nl="iets met muziek",
    oc="quicòm amb de musica", ca="alguna cosa amb música",
)  # fmt: skip
def test_something_with_music_takes_the_place_of_what_was_sought(lang: str, text: str) -> None:
    found = after(lang, text, types=(Kind.ATTRACTION,), themes=("village",), when="today:evening")
    assert found.request is not None
    assert (found.request.themes, found.request.when) == (("concert",), "today:evening")


@each(
    fr="il va pleuvoir mercredi", en="it's going to rain on Wednesday",
    de="am Mittwoch soll es regnen", es="va a llover el miércoles", it="mercoledì pioverà",
    nl="woensdag gaat het regenen", oc="va plòure dimècres", ca="dimecres plourà",
)  # fmt: skip
def test_rain_that_is_told_asks_for_no_forecast(lang: str, text: str) -> None:
    found = after(lang, text, types=OUTING, themes=("swimming",), party=("kids",))
    assert found.request is not None
    assert (found.act, found.request.themes) == (Act.REFINE, ("swimming",))
    assert (found.request.weather, found.request.when) == ("rain", "wed")


@each(
    fr="il y a quoi encore ?", en="what else do you have?", de="was haben Sie sonst noch?",
    es="¿qué hay más?", it="cosa c'è d'altro?", nl="wat heeft u nog meer?",
    oc="qué i a d'autre ?", ca="què hi ha més?",
)  # fmt: skip
def test_what_else_there_is_leaves_out_those_shown(lang: str, text: str) -> None:
    found = after(lang, text, types=OUTING, themes=("lake",))
    assert (found.act, len(found.without)) == (Act.MORE, 3)


@each(
    fr="moins de choses, ils sont fatigués", en="fewer stops please", de="weniger Programm bitte",
    es="menos cosas, están cansados", it="meno cose, sono stanchi", nl="minder dingen graag",
    oc="mens de causas", ca="menys coses",
)  # fmt: skip
def test_a_day_of_fewer_things_is_half_a_day(lang: str, text: str) -> None:
    found = after(lang, text, planned=True, types=OUTING, duration="day", party=("seniors",))
    assert found.request is not None
    assert (found.request.duration, found.request.party) == ("half_day", ("seniors",))


def test_the_day_of_an_errand_is_the_day_of_what_comes_next() -> None:
    outing = Request(lang="nl", types=OUTING, themes=("village",), when="today")
    found = after("nl", "iets met muziek", outing=outing, types=(Kind.SHOP,), when="today:evening")
    assert found.request is not None
    assert (found.request.themes, found.request.when) == (("concert",), "today:evening")


@each(
    fr="finalement à l'intérieur", en="indoors after all", de="doch lieber drinnen",
    es="mejor a cubierto", it="meglio al coperto", nl="toch liever binnen", oc="puslèu dedins",
    ca="millor a cobert",
)  # fmt: skip
def test_back_indoors_museums_are_to_be_had_again(lang: str, text: str) -> None:
    found = after(lang, text, types=OUTING, themes=("-museum",), when="tomorrow")
    assert found.request is not None
    assert (found.request.themes, found.request.weather) == ((), "rain")


def test_what_was_refused_in_words_stays_refused_and_lunch_is_had() -> None:
    first = turn(Past(), "something to do, no museums", PLACES, lang="en")
    assert first.request is not None
    past = Past(request=first.request, text=first.text, shown=LAKES)
    indoors = turn(past, "rather indoors", PLACES, lang="en")
    assert indoors.request is not None
    assert indoors.request.themes == ("-museum",)
    table = replace(ROOFED[0], kinds=(Kind.FOOD,), roof="restaurant")
    day = after("en", "the weather is fine", shown=(table,), planned=True, duration="day")
    assert day.request is not None
    assert day.request.themes == ()


@each(
    fr="un musée alors", en="a museum then", de="ein Museum dann", es="entonces un museo",
    it="allora un museo", nl="een museum dan", oc="un musèu alara", ca="un museu llavors",
)  # fmt: skip
def test_a_museum_then_is_on_the_same_day(lang: str, text: str) -> None:
    found = after(lang, text, types=(Kind.ITINERARY,), themes=("walking",), when="tomorrow")
    assert found.request is not None
    assert (found.act, found.request.themes) == (Act.REFINE, ("museum",))
    assert found.request.when == "tomorrow"
