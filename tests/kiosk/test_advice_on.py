"""What is on, and when: asked of the demonstration catalogue in eight languages."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from catalog.clock import PARIS
from catalog.model import Kind
from tests.kiosk.test_advice_sense import asked, names
from tests.kiosk.test_advice_transcripts import adviser

if TYPE_CHECKING:
    from catalog.advice import Adviser

__all__ = ["adviser"]

WEDNESDAY = datetime(2026, 7, 22, 17, 0, tzinfo=PARIS)
MARKET_NIGHT = datetime(2026, 7, 28, 17, 0, tzinfo=PARIS)

TONIGHT = {
    "fr": ("que faire ce soir", "qu'est-ce qu'il y a ce soir ?", "une animation ce soir ?"),
    "en": ("what's on tonight", "what can we do tonight?", "anything going on this evening?"),
    "de": ("was kann man heute abend machen", "was ist heute abend los?"),
    "es": ("qué hacer esta noche", "qué hay esta noche"),
    "it": ("cosa fare stasera", "cosa c'è stasera?"),
    "nl": ("wat is er vanavond te doen", "wat kunnen we vanavond doen"),
    "oc": ("qué far aqueste ser", "de qué i a aqueste ser ?"),
    "ca": ("què fer aquest vespre", "què hi ha aquest vespre?"),
}
NONE_LISTED = {
    "fr": "Rien n’est annoncé à ce moment-là.",
    "en": "Nothing is listed for that time.",
    "de": "Für diese Zeit ist nichts angekündigt.",
    "es": "No hay nada anunciado para ese momento.",
    "it": "Per quel momento non è segnalato nulla.",
    "nl": "Voor dat tijdstip staat er niets op de agenda.",
    "oc": "Res es pas anonciat per aquel moment.",
    "ca": "No hi ha res anunciat per a aquell moment.",
}


@pytest.mark.parametrize("lang", TONIGHT)
def test_an_evening_without_a_programme_is_said_to_be_one(adviser: Adviser, lang: str) -> None:
    for text in TONIGHT[lang]:
        advice, _ = asked(adviser, text, now=WEDNESDAY)
        assert names(advice) == [], text  # a park and a town are on every night
        told = [each.listing.id.partition(":")[2] for each in advice.near_misses]
        dated = [name for name in told if name != "cinema-carmaux"]
        assert dated[0] == "marche-nocturne-demonstration", (text, told)
        assert advice.office is not None, text


@pytest.mark.parametrize("lang", TONIGHT)
def test_an_evening_with_a_programme_begins_with_it(adviser: Adviser, lang: str) -> None:
    for text in TONIGHT[lang]:
        advice, _ = asked(adviser, text, now=MARKET_NIGHT)
        assert names(advice) == ["marche-nocturne-demonstration"], text


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "y a-t-il une brocante ce week-end ?"),
        ("en", "is there a flea market this weekend?"),
        ("de", "gibt es dieses Wochenende einen Flohmarkt?"),
        ("es", "¿hay un mercadillo de segunda mano este fin de semana?"),
        ("it", "c'è un mercatino delle pulci questo fine settimana?"),
        ("nl", "is er dit weekend een rommelmarkt?"),
        ("ca", "hi ha un mercat de segona mà aquest cap de setmana?"),
    ],
)
def test_another_date_is_told_after_that_none_is_listed(
    adviser: Adviser, lang: str, text: str
) -> None:
    advice, view = asked(adviser, text, now=WEDNESDAY)
    assert names(advice) == []
    assert advice.near_misses[0].listing.id.endswith("brocante-demonstration")
    assert view.relaxed == NONE_LISTED[lang]


def test_who_brings_a_dog_may_still_walk_in_the_park(adviser: Adviser) -> None:
    advice, _ = asked(adviser, "que faire ce soir avec le chien ?", now=WEDNESDAY)
    assert advice.proposals
    assert all(each.listing.kind is not Kind.EVENT for each in advice.proposals)


SATURDAY = datetime(2026, 7, 25, 11, 0, tzinfo=PARIS)
ARRIVALS = {
    "fr": ("on arrive à 18h45, on peut voir le musée ?", "visite d'un musée à 19h30"),
    "en": ("we arrive at 18:45, can we see a museum?", "a museum at 19:30"),
    "de": ("wir kommen um 18:45 an, welches Museum?", "Museum um 19:30 Uhr"),
    "es": ("llegamos a las 18:45, ¿qué museo podemos ver?", "museo a las 19:30"),
    "it": ("arriviamo alle 18:45, quale museo?", "museo alle 19:30"),
    "nl": ("we komen om 18:45 aan, welk museum?", "museum om 19:30"),
    "oc": ("arribam a 18h45, quin musèu ?", "musèu a 19h30"),
    "ca": ("arribem a les 18:45, quin museu podem veure?", "museu a les 19:30"),
}


@pytest.mark.parametrize("lang", ARRIVALS)
def test_who_comes_as_the_doors_close_is_told_so(adviser: Adviser, lang: str) -> None:
    for text in ARRIVALS[lang]:
        advice, _ = asked(adviser, text, now=SATURDAY)
        assert names(advice) == [], text  # nor an old house without hours, an hour away
    _, view = asked(adviser, ARRIVALS[lang][0], now=SATURDAY)
    assert view.near_misses[0].listing.id.endswith("musee-demonstration")
    assert "19:00" in view.near_misses[0].but[0]


@pytest.mark.parametrize(
    ("now", "first"),
    [
        ("2026-07-25T18:00", "musee-demonstration"),  # an hour is left of it
        ("2026-07-25T18:40", None),
        ("2026-01-17T11:40", "musee-demonstration"),  # shut at noon, and open again at two
    ],
)
def test_who_sets_out_now_gets_there_before_it_shuts(
    adviser: Adviser, now: str, first: str | None
) -> None:
    moment = datetime.fromisoformat(now).replace(tzinfo=PARIS)
    advice, view = asked(adviser, "a museum today", now=moment)
    assert next(iter(names(advice)), None) == first or first is None
    if first is None:
        assert "musee-demonstration" not in names(advice)
        near = {card.listing.id.partition(":")[2]: card.but for card in view.near_misses}
        assert near["musee-demonstration"] == ("Closes at 19:00",)
    elif "11:40" in now:
        assert "Open today from 14:00 to 18:00" in view.cards[0].why[0]


def test_the_way_counts_too(adviser: Adviser) -> None:
    """Half an hour is left, and fifty minutes are to drive."""
    moment = datetime(2026, 7, 25, 18, 0, tzinfo=PARIS)
    advice, _ = asked(adviser, "a museum now", here="Saint-Antonin-Noble-Val", now=moment)
    assert "musee-demonstration" not in names(advice)


SUPERVISED = {
    "fr": "une plage surveillée aujourd'hui",
    "en": "a supervised beach today",
    "de": "ein bewachter Strand heute",
    "es": "una playa vigilada esta tarde",
    "it": "una spiaggia sorvegliata oggi",
    "nl": "een bewaakt strand vandaag",
    "oc": "una plaja susvelhada uèi",
    "ca": "una platja vigilada avui",
}


@pytest.mark.parametrize("lang", SUPERVISED)
def test_where_a_lifeguard_is_comes_before_a_beach_where_none_is_stated(
    adviser: Adviser, lang: str
) -> None:
    advice, _ = asked(adviser, SUPERVISED[lang], now=SATURDAY)
    assert names(advice)[0] == "baignade-demonstration"
    assert "plage-cap-decouverte" in names(advice)


CLASSES = {
    "fr": "sortie scolaire au mois de mai",
    "en": "we are a school class looking for a visit in May",
    "de": "wir sind eine Schulklasse und suchen einen Ausflug im Mai",
    "es": "somos una clase del colegio, una visita en mayo",
    "it": "una gita scolastica a maggio",
    "nl": "we zijn een schoolklas en zoeken een uitje in mei",
    "oc": "sèm una classa de l'escòla, una visita en mai",
    "ca": "som una classe de l'escola, una visita al maig",
}


@pytest.mark.parametrize("lang", CLASSES)
def test_a_class_is_told_of_a_day_of_school(adviser: Adviser, lang: str) -> None:
    """The first of May is a Friday and a holiday, the second a Saturday."""
    february = datetime(2026, 2, 10, 10, 0, tzinfo=PARIS)
    advice, _ = asked(adviser, CLASSES[lang], now=february)
    days = {each.standing.day for each in advice.proposals if each.standing.day is not None}
    assert days
    assert all(day.weekday() < 5 and day.day > 1 for day in days), days


@pytest.mark.parametrize("text", ["een proeverij bij een wijnboer", "Verkostung bei einem Winzer"])
def test_who_tastes_at_a_winegrower_is_not_sent_beside_one(adviser: Adviser, text: str) -> None:
    advice, _ = asked(adviser, text, now=SATURDAY)
    assert any("winery" in each.listing.concepts for each in advice.proposals), text
    assert all(each.beside is None for each in advice.proposals), text
