"""Plans that came to nothing, roads that only say where one is, how little one wants to walk."""

from __future__ import annotations

import pytest

from catalog.request import PlaceNames, read

PLACES = PlaceNames(("Carmaux", "Albi", "Rodez"))


@pytest.mark.parametrize(
    "text",
    [
        "notre rando est tombée à l'eau, une idée ?",
        "our hike got rained off what else is there to do",
        "unsere Wanderung ist ins Wasser gefallen, was kann man machen",
        "nuestra caminata se ha ido al garete, qué hacemos",
        "la nostra camminata è andata a monte, un'idea?",
        "onze wandeling is in het water gevallen, heeft u een idee?",
        "la nòstra passejada es tombada a l'aiga, una idèa ?",
        "la caminada se n'ha anat en orris, què fem",
    ],
)
def test_a_plan_that_fell_through_is_not_sought(text: str) -> None:
    request = read(text, PLACES)
    assert {"activity", "attraction"} >= set(request.types) > set()
    assert not {"walking", "swimming", "drinking_water"} & set(request.themes)


def test_a_plan_that_fell_through_keeps_who_comes_and_the_weather() -> None:
    request = read("la balade est tombée à l'eau avec cet orage, que faire avec des ados", PLACES)
    assert (request.weather, request.party) == ("storm", ("teens",))


def test_what_fell_through_is_asked_about_where_nothing_else_is() -> None:
    assert "itinerary" in read("la rando est tombée à l'eau ?", PLACES).types


@pytest.mark.parametrize(
    "text",
    [
        "on est sur l'autoroute, où manger",
        "we're on the motorway, where can we eat",
        "wir sind auf der Autobahn, wo essen",
        "estamos en la autopista, dónde comer",
        "siamo in autostrada, dove mangiare",
        "we zijn op de snelweg, waar eten",
        "sèm sus l'autorota, ont manjar",
        "som a l'autopista, on menjar",
    ],
)
def test_a_motorway_is_where_one_is(text: str) -> None:
    assert read(text, PLACES).types == ("food",)


@pytest.mark.parametrize(
    "text",
    [
        "une ferme sur la route d'Albi",
        "a farm shop along the road to Albi",
        "ein Weingut an der Strecke nach Albi",
        "una granja en la carretera de Albi",
        "una fattoria sulla strada verso Albi",
        "een boerderij op de weg naar Albi",
        "una bòria sus la rota d'Albi",
        "una granja a la carretera d'Albi",
    ],
)
def test_a_town_at_the_end_of_the_road_is_not_where(text: str) -> None:
    request = read(text, PLACES)
    assert (request.where, request.towards) == (None, "Albi")
    assert "itinerary" not in request.types


@pytest.mark.parametrize(
    "text",
    [
        "un musée avec peu de marche",
        "a museum with very little walking",
        "Museum, wenig laufen",
        "un museo, andar poco",
        "un museo, camminare poco",
        "een museum met weinig lopen",
        "un musèu, pauc caminar",
        "un museu, caminar poc",
    ],
)
def test_little_walking_asks_for_no_market(text: str) -> None:
    types = read(text, PLACES).types
    assert "attraction" in types
    assert "market" not in types


def test_little_walking_makes_a_walk_easy() -> None:
    assert read("une balade avec peu de marche", PLACES).difficulty == "easy"


@pytest.mark.parametrize(
    "text",
    [
        "rando pour les plus de 70 ans",
        "a walk for people over 70",
        "Wanderung für Leute über 70",
        "un paseo para mayores de 70 años",
        "una passeggiata per over 70",
        "wandeling voor 70-plussers",
        "un passeg per de mai de 70 ans",
        "un passeig per a majors de 70 anys",
    ],
)
def test_those_over_an_age_are_old_and_of_no_age(text: str) -> None:
    assert read(text, PLACES).party == ("seniors",)


def test_a_ball_of_a_feast_is_on_its_day() -> None:
    assert read("le bal du 14 juillet à Albi", PLACES).when == "date:07-14"


def test_a_station_is_asked_for_in_a_town() -> None:
    request = read("gare de Rodez", PLACES)
    assert (request.types, request.where) == (("transport",), "Rodez")


def test_the_shop_of_a_museum_called_by_name_keeps_its_name() -> None:
    assert read("la boutique du musée du verre", PLACES).where is not None


def test_money_drawn_limits_no_price() -> None:
    assert read("un distributeur pour retirer 50 euros", PLACES).max_price is None


@pytest.mark.parametrize(
    "text",
    [
        "avec un de 3 et un de 5 ans",
        "for a 3 and a 5 year old",
        "für einen von 3 und einen von 5 Jahren",
        "con uno de 3 y otro de 5 años",
        "con uno di 3 e uno di 5 anni",
        "met een van 3 en een van 5 jaar",
        "amb un de 3 e un de 5 ans",
        "amb un de 3 i un altre de 5 anys",
    ],
)
def test_the_ages_of_one_and_another_are_both_ages(text: str) -> None:
    assert set(read(text, PLACES).party) == {"age:3", "age:5", "kids"}


@pytest.mark.parametrize(
    "text",
    [
        "une nuit pas chère à Albi",
        "a cheap night in Albi",
        "eine günstige Nacht in Albi",
        "una noche barata en Albi",
        "una notte economica ad Albi",
        "een goedkope nacht in Albi",
        "una nuèch pas cara a Albi",
        "una nit barata a Albi",
    ],
)
def test_a_cheap_night_is_slept(text: str) -> None:
    request = read(text, PLACES)
    assert (request.types, request.duration, request.max_price) == (("lodging",), "1n", "low")


@pytest.mark.parametrize(
    "text",
    [
        "un feu de camp, c'est possible ?",
        "is it possible to have a campfire?",
        "ist es möglich, Lagerfeuer zu machen?",
        "¿es posible hacer una hoguera?",
        "è possibile accendere un fuoco?",
        "is het mogelijk een kampvuur te maken?",
        "es possible de far fuòc ?",
        "és possible fer foc?",
    ],
)
def test_what_is_possible_is_a_question_of_rules(text: str) -> None:
    assert "service" in read(text, PLACES).types


@pytest.mark.parametrize(
    "text",
    [
        "un gîte avec barbecue si c'est possible",
        "a cottage with a barbecue if possible",
        "Ferienhaus mit Grill, wenn möglich",
        "una casa rural con barbacoa si es posible",
        "un agriturismo con barbecue se è possibile",
        "een vakantiehuis met barbecue als het mogelijk is",
        "un jaç amb barbecue s'es possible",
        "una casa rural amb barbacoa si és possible",
    ],
)
def test_if_possible_asks_for_no_rule(text: str) -> None:
    assert "service" not in read(text, PLACES).types


@pytest.mark.parametrize("text", ["la carte Occ'ygène marche ici ?", "est-ce que le wifi marche"])
def test_french_to_work_is_no_market(text: str) -> None:
    assert "market" not in read(text, PLACES).types


@pytest.mark.parametrize("text", ["le marche demain", "marche carmaux", "la halle, marche bio"])
def test_a_market_without_its_accent_is_one(text: str) -> None:
    assert "market" in read(text, PLACES).types


@pytest.mark.parametrize(
    "text",
    [
        "l'autoroute est-elle fermée ?",
        "is the motorway closed?",
        "ist die Autobahn gesperrt?",
        "¿está la autopista cortada?",
        "l'autostrada è chiusa?",
        "is de snelweg dicht?",
        "l'autorota es barrada ?",
        "l'autopista està tallada?",
    ],
)
def test_whether_a_motorway_is_open_is_asked_of_those_who_know_roads(text: str) -> None:
    assert "road_info" in read(text, PLACES).themes


@pytest.mark.parametrize(
    "text",
    [
        "le balisage du sentier de la chapelle est une catastrophe",
        "the waymarking up to the old chapel is a disaster",
        "die Markierung des Wegs zur alten Kapelle ist eine Katastrophe",
        "el camino a la vieja capilla es un desastre",
        "il sentiero della vecchia cappella è un disastro",
        "de route naar de oude kapel is een ramp",
        "lo camin de la capèla vièlha es una catastròfa",
        "el camí de la vella capella és un desastre",
        "le gps nous a perdus, corrigez votre fiche",
    ],
)
def test_who_finds_it_a_disaster_complains(text: str) -> None:
    assert "office" in read(text, PLACES).types
