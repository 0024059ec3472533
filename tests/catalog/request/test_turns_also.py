"""What a planned day takes in besides, a stop that is known or too many, another way through it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from catalog.model import LANGUAGES, Kind, ListingId
from catalog.request import Request
from catalog.request.reading import read
from catalog.request.turns import turn
from catalog.request.turns_model import Act, Past, Turn
from tests.bench.turns import LAKES, PLACES, TABLES

OUTING = (Kind.ACTIVITY, Kind.ATTRACTION)
DAY = date(2026, 7, 26)
STOPS = (
    replace(LAKES[0], day=DAY, begin=580, terms=frozenset({"museum", "attraction"})),
    replace(LAKES[1], day=DAY, begin=650),
    replace(TABLES[0], kinds=(Kind.FOOD,), day=DAY, begin=730),
    replace(LAKES[2], day=DAY, begin=910),
)


def after(lang: str, text: str, *, planned: bool = True, **asked: object) -> Turn:
    """What is said after a day was planned."""
    request = Request(lang=lang, types=OUTING, when="tomorrow", duration="day", mobility=("car",))
    request = replace(request, **asked)  # type: ignore[arg-type]  # fields of Request, by name
    past = Past(request=request, text="…", shown=STOPS, planned=planned)
    return turn(past, text, PLACES, lang=lang)


def each(**by_lang: str) -> pytest.MarkDecorator:
    """The same thing said in each of the eight languages."""
    return pytest.mark.parametrize(("lang", "text"), [(lang, by_lang[lang]) for lang in LANGUAGES])


@each(
    fr="On pourrait aussi se baigner quelque part ?", en="Could we also swim somewhere?",
    de="Können wir auch irgendwo baden?", es="¿Podemos también bañarnos en algún sitio?",
    it="Possiamo anche fare il bagno da qualche parte?", nl="Kunnen we ook ergens zwemmen?",
    oc="Podèm tanben nos banhar endacòm ?", ca="Podem també banyar-nos en algun lloc?",
)  # fmt: skip
def test_what_is_also_wanted_joins_the_day(lang: str, text: str) -> None:
    found = after(lang, text)
    assert found.request is not None
    assert (found.act, found.keeps, found.request.themes) == (Act.REFINE, True, ("swimming",))
    assert (found.request.when, found.request.duration) == ("tomorrow", "day")


@each(
    fr="on peut finir par un concert ?", en="can we end with a concert?",
    de="können wir mit einem Konzert aufhören?", es="¿podemos terminar con un concierto?",
    it="possiamo finire con un concerto?", nl="kunnen we eindigen met een concert?",
    oc="podèm acabar amb un concèrt ?", ca="podem acabar amb un concert?",
)  # fmt: skip
def test_what_a_day_closes_with_joins_it(lang: str, text: str) -> None:
    found = after(lang, text)
    assert found.request is not None
    assert (found.act, found.keeps, found.request.themes) == (Act.REFINE, True, ("concert",))
    assert (found.request.types, found.request.duration) == ((*OUTING, Kind.EVENT), "day")


@each(
    fr="le deuxième est aussi gratuit ?", en="is the second one free too?",
    de="ist das zweite auch kostenlos?", es="¿el segundo también es gratis?",
    it="anche il secondo è gratis?", nl="is de tweede ook gratis?",
    oc="lo segond es a gratis tanben ?", ca="el segon també és gratuït?",
)  # fmt: skip
def test_what_one_stop_also_has_is_asked_of_it(lang: str, text: str) -> None:
    found = after(lang, text)
    assert (found.act, found.target) == (Act.ASK, STOPS[1].id)


@each(
    fr="la première étape, on la connaît déjà", en="we already know the first stop",
    de="die erste Station kennen wir schon", es="la primera parada ya la conocemos",
    it="la prima tappa la conosciamo già", nl="de eerste stop kennen we al",
    oc="coneissèm ja lo primièr arrèst", ca="la primera parada ja la coneixem",
)  # fmt: skip
def test_a_stop_that_is_known_leaves_the_day(lang: str, text: str) -> None:
    found = after(lang, text)
    assert (found.act, found.keeps) == (Act.MORE, True)
    assert found.without == frozenset({ListingId("Lac de la Roucarié")})


@each(
    fr="le musée, on l'a déjà fait", en="we've already been to the museum",
    de="das Museum kennen wir schon", es="el museo ya lo hemos visto",
    it="il museo l'abbiamo già visto", nl="het museum kennen we al",
    oc="lo musèu, l'avèm ja vist", ca="el museu ja l'hem vist",
)  # fmt: skip
def test_a_thing_that_was_seen_leaves_the_day(lang: str, text: str) -> None:
    found = after(lang, text)
    assert found.request is not None
    assert (found.act, found.keeps, found.request.themes) == (Act.MORE, True, ("-museum",))
    assert (found.without, found.request.when) == (frozenset({STOPS[0].id}), "tomorrow")


def test_a_stop_that_is_booked_stays() -> None:
    assert after("en", "the second one is already booked").act is not Act.MORE


@each(
    fr="c'est un peu chargé, une étape de moins", en="that's a bit much, one stop less please",
    de="das ist uns zu viel, eine Station weniger", es="es demasiado, una parada menos",
    it="è un po' troppo, una tappa in meno", nl="dat is wat veel, een stop minder",
    oc="es tròp, una etapa de mens", ca="és massa, una parada menys",
)  # fmt: skip
def test_one_stop_less_is_a_day_without_the_last(lang: str, text: str) -> None:
    found = after(lang, text)
    assert found.request is not None
    assert (found.act, found.keeps, found.fewer) == (Act.MORE, True, True)
    assert not found.request.back
    assert found.without == frozenset({ListingId("Piscine municipale")})


@each(
    fr="c'est trop chargé", en="it's too packed", de="das ist zu voll", es="está demasiado cargado",
    it="è troppo pieno", nl="dat is te vol", oc="es tròp cargat", ca="és massa carregat",
)  # fmt: skip
def test_a_day_that_is_too_full_is_half_a_day(lang: str, text: str) -> None:
    found = after(lang, text)
    assert found.request is not None
    assert (found.act, found.request.duration) == (Act.REFINE, "half_day")


ON_FOOT = each(
    fr="on préfère y aller à pied", en="rather on foot", de="wir gehen lieber zu Fuß",
    es="preferimos ir a pie", it="preferiamo andare a piedi", nl="we gaan liever te voet",
    oc="preferissèm anar a pè", ca="preferim anar a peu",
)  # fmt: skip


@ON_FOOT
def test_a_day_is_gone_through_on_foot(lang: str, text: str) -> None:
    found = after(lang, text, types=(Kind.ITINERARY, *OUTING), themes=("driving",))
    assert found.request is not None
    assert (found.act, found.request.themes) == (Act.REFINE, ())
    assert found.request.mobility == ("public_transport",)
    assert found.request.duration == "day"


@ON_FOOT
def test_a_museum_is_gone_to_on_foot(lang: str, text: str) -> None:
    found = after(lang, text, planned=False, types=(Kind.ATTRACTION,), themes=("museum",),
                  duration=None)  # fmt: skip
    assert found.request is not None
    assert found.request.themes == ("museum",)
    assert found.request.mobility == ("public_transport",)


@pytest.mark.parametrize("who", ["On a la journée de demain", "Nous avons la journée de demain"])
def test_who_has_the_day_of_tomorrow_wants_a_day(who: str) -> None:
    found = read(f"{who} avec les petits, vous proposez quoi ?", PLACES, lang="fr")
    assert (found.when, found.duration, found.party) == ("tomorrow", "day", ("kids",))


@each(
    fr="on connaît déjà, une autre idée ?", en="we already know them, another idea?",
    de="kennen wir schon, noch eine andere Idee?", es="ya los hemos visto, ¿otra idea?",
    it="li conosciamo già, un'altra idea?", nl="kennen we al, een ander idee?",
    oc="o coneissèm ja, una autra idèa ?", ca="ja els coneixem, una altra idea?",
)  # fmt: skip
def test_what_is_known_is_wanted_in_no_other_answer(lang: str, text: str) -> None:
    found = after(lang, text, planned=False, types=(Kind.ACTIVITY,), duration=None)
    assert found.request is not None
    assert (found.act, found.known, found.request.when) == (Act.MORE, True, "tomorrow")
    assert found.without == frozenset(each.id for each in STOPS)


@each(
    fr="pas de fermes", en="no farms", de="keine Bauernhöfe", es="granjas no", it="niente fattorie",
    nl="geen boerderijen", oc="pas de bòrias", ca="granges no",
)  # fmt: skip
def test_what_only_the_refused_was_of_is_sought_no_more(lang: str, text: str) -> None:
    found = after(lang, text, planned=False, types=(Kind.ATTRACTION, Kind.PRODUCER),
                  themes=("castle", "farm"), duration=None)  # fmt: skip
    assert found.request is not None
    assert found.request.types == (Kind.ATTRACTION,)
    assert found.request.themes == ("castle", "-farm")


def test_of_nothing_shown_nothing_is_taken() -> None:
    past = Past(request=Request(lang="en", types=(Kind.ITINERARY,)), text="…")
    found = turn(past, "how long does the second one take?", PLACES, lang="en")
    assert found.act is Act.UNCLEAR
