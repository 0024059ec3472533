"""What is told or asked in one breath: boys and girls who are all that come or somebody's
children, a site's price with its car park, rain that is told and not asked about."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from catalog.request import PlaceNames, Request, read

PLACES: Final = PlaceNames(("Carmaux", "Albi"))
TODAY: Final = date(2026, 7, 23)


def _read(text: str) -> Request:
    return read(text, PLACES, today=TODAY)


def _types(text: str) -> set[str]:
    return set(map(str, _read(text).types))


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("vier Jungs suchen was für heute Abend", {"kids", "n:4"}),
        ("wir sind fünf Mädels", {"n:5"}),
        ("mit unseren zwei Mädels ins Freibad", {"kids"}),
        ("Bauernhof für unsere zwei Mädels, 3 und 6", {"kids", "age:3", "age:6"}),
        ("quattro ragazzi cercano un locale per stasera", {"teens", "n:4"}),
        ("siamo tre ragazze, dove si balla?", {"n:3"}),
        ("3 garçons, une activité pour cet aprem ?", {"kids", "n:3"}),
        ("3 garçons de 5, 7 et 9 ans, une activité ?", {"kids", "age:5", "age:7", "age:9"}),
        ("avec nos deux filles à la piscine", {"kids"}),
        ("on est 4 filles pour un week-end", {"n:4"}),
        ("two boys and a girl, what can we do", {"kids", "n:3"}),
        ("our two girls want to swim", {"kids"}),
        ("we're four teenagers, where to go out", {"teens", "n:4"}),
        ("three teenagers, what can they do", {"teens"}),
        ("cuatro chicos buscan plan para esta noche", {"n:4"}),
        ("drie meiden, waar kunnen we uitgaan", {"n:3"}),
        ("vier jongens zoeken iets voor vanavond", {"kids", "n:4"}),
        ("quatre nois, què podem fer aquesta nit", {"n:4"}),
        ("quatre dròlles, qué far uèi al vèspre", {"kids", "n:4"}),
        ("2 adultes et 2 filles", {"adults", "n:4"}),
        ("drei Kinder, was tun bei Regen", {"kids"}),
    ],
)
def test_boys_and_girls_are_counted_where_nobody_else_comes(text: str, party: set[str]) -> None:
    assert set(_read(text).party) - {"adults"} == party - {"adults"}


@pytest.mark.parametrize(
    "text",
    [
        "le musée du verre : combien, ouvert jusqu'à quelle heure et on peut se garer ?",
        "the glass museum: how much, what time does it close and can we park",
        "Glasmuseum: was kostet es, wie lange offen und kann man parken?",
        "el museo del vidrio: ¿cuánto cuesta, hasta qué hora abre y se puede aparcar?",
        "il museo del vetro: quanto costa, fino a che ora è aperto e si può parcheggiare?",
        "het glasmuseum: wat kost het, tot hoe laat open en kun je er parkeren?",
        "lo musèu del veire: quant còsta, fins a quina ora es dobèrt e se pòt parcar?",
        "el museu del vidre: quant costa, fins a quina hora obre i es pot aparcar?",
    ],
)
def test_a_site_asked_for_its_price_is_sought_with_its_car_park(text: str) -> None:
    request = _read(text)
    assert {"attraction", "service"} <= set(map(str, request.types))
    assert (request.when, request.max_price, request.mobility) == (None, None, ())


def test_the_price_or_hours_of_a_car_park_are_its_own() -> None:
    assert _types("prix du parking à Cap Découverte") == {"service"}
    assert _types("les toilettes de Cap Découverte ferment à quelle heure ?") == {"service"}


@pytest.mark.parametrize(
    "text",
    [
        "demain il va pleuvoir, que faire avec papi mamie et les enfants ? pas d'églises",
        "It's going to rain tomorrow. What can we do with the kids? Preferably no churches",
        "Morgen soll es regnen: was können wir mit Oma und Opa machen? Lieber keine Kirchen",
        "Mañana va a llover, ¿qué podemos hacer con los abuelos? Mejor sin iglesias",
        "Domani piove, cosa possiamo fare con i nonni? Meglio niente chiese",
        "Morgen gaat het regenen, wat kunnen we doen met opa en oma? Liever geen kerken",
        "Deman va plòure, qué podèm far amb los dròlles? Puslèu pas de glèisas",
        "Demà plourà, què podem fer amb els avis? Millor sense esglésies",
    ],
)
def test_rain_that_is_told_asks_for_no_forecast(text: str) -> None:
    request = _read(text)
    assert "activity" in set(map(str, request.types))
    assert "office" not in set(map(str, request.types))
    assert (request.when, request.weather) == ("tomorrow", "rain")
    assert "-church" in request.themes


def test_rain_that_is_asked_about_is_a_forecast() -> None:
    assert "office" in _types("gaat het morgen regenen?") | _types("va-t-il pleuvoir demain ?")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        *(
            (f"{said} Cap Découverte", {"activity"})
            for said in (
                "qualité de l'eau", "water quality", "Wasserqualität", "calidad del agua",
                "qualità dell'acqua", "waterkwaliteit", "qualitat de l'aiga", "qualitat de l'aigua",
            )
        ),
        ("wo kommt man mit dem Rolli ans Wasser?", {"activity"}),
        ("dove si arriva in carrozzina fino all'acqua?", {"activity"}),
        ("waar kom je met de rolstoel bij het water?", {"activity"}),
        ("laghetto con bagnino", {"attraction", "activity"}),
        *(
            (said, {"lodging"})
            for said in (
                "demi-pension pour deux", "half board for two", "Halbpension für zwei",
                "media pensión para dos", "mezza pensione per due", "halfpension voor twee",
                "mièja pension per dos", "mitja pensió per a dos",
            )
        ),
        ("Was verpasst man auf keinen Fall?", {"activity", "attraction"}),
        ("what shouldn't we miss?", {"activity", "attraction"}),
        ("cosa non bisogna perdersi?", {"activity", "attraction"}),
        ("¿qué no hay que perderse?", {"activity", "attraction"}),
        ("un locale per stasera", {"food"}),
        ("què podem fer aquesta nit", {"activity", "attraction"}),
        ("plan para esta noche", {"activity", "attraction"}),
        ("wir suchen was für heute Abend", {"activity", "attraction"}),
    ],
)  # fmt: skip
def test_what_is_sought_in_everyday_words(text: str, kinds: set[str]) -> None:
    assert _types(text) == kinds


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("speeltuin met een kleuter", ("kids",)),
        ("museum met kleuters", ("kids",)),
        ("zwemmen met een peuter", ("toddler",)),
        ("zwemmen met een peuter en een kleuter", ("toddler", "kids")),
        ("mit unserem Kindergartenkind", ("kids",)),
        ("with a preschooler", ("kids",)),
        ("with a toddler", ("toddler",)),
    ],
)
def test_children_of_four_to_six_are_no_toddlers(text: str, party: tuple[str, ...]) -> None:
    assert _read(text).party == party


@pytest.mark.parametrize(
    "text",
    [
        "visite sans guide", "a castle without a guide", "un castillo sin guía",
        "un castello senza guida", "kasteel zonder gids", "un castèl sens guida",
        "un castell sense guia",
    ],
)  # fmt: skip
def test_who_goes_without_a_guide_seeks_no_guided_tour(text: str) -> None:
    assert "guided_tour" not in _read(text).themes


@pytest.mark.parametrize(
    "text",
    [
        "apprendre la poterie", "learn pottery", "Töpfern lernen", "aprender cerámica",
        "imparare la ceramica", "leren pottenbakken", "aprendre ceràmica",
    ],
)  # fmt: skip
def test_a_craft_that_is_learnt_is_something_to_do(text: str) -> None:
    assert "activity" in _types(text)


@pytest.mark.parametrize(
    "text",
    [
        "votre balisage est une catastrophe", "your signposting is a disaster",
        "Eure Beschilderung ist eine Katastrophe", "vuestra señalización es un desastre",
        "la vostra segnaletica è un disastro", "jullie bewegwijzering is een ramp",
        "la vòstra senhalizacion es un desastre", "la vostra senyalització és un desastre",
    ],
)  # fmt: skip
def test_bad_signs_are_a_complaint(text: str) -> None:
    assert "office" in _types(text)


def test_the_german_from_is_no_label_of_farming() -> None:
    assert _read("Ziegenkäse direkt ab Hof, Ab-Hof-Verkauf").labels == ()
    assert _read("fromage label AB").labels == ("bio",)
