"""A day that is a tour by car, of the towns or the castles it is a tour of; and one that ends at a
table, after a bath in the afternoon."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from catalog.clock import PARIS
from tests.kiosk.test_advice_transcripts import adviser
from tests.kiosk.test_planned_days import said, stops

if TYPE_CHECKING:
    from catalog.advice import Adviser

__all__ = ["adviser"]

MORNING = datetime(2026, 7, 23, 9, 40, tzinfo=PARIS)


def each(**by_lang: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("lang", "text"), [*by_lang.items()])


@each(
    fr="circuit en voiture d'une journée, villages médiévaux, 100 km au plus",
    en="a day's driving tour of medieval villages, 100 km at most",
    de="Rundfahrt mit dem Auto durch mittelalterliche Dörfer, ein Tag, höchstens 100 km",
    es="pueblos medievales en coche, ruta de un día, máximo 100 km",
    it="giro in macchina di un giorno tra borghi medievali, massimo 100 km",
    nl="een dagtocht met de auto langs middeleeuwse dorpen, maximaal 100 km",
    oc="un circuit d'una jornada en veitura, vilatges medievals, 100 km al mai",
    ca="pobles medievals en cotxe, ruta d'un dia, màxim 100 km",
)
def test_a_tour_of_villages_goes_from_one_to_the_next(
    adviser: Adviser, lang: str, text: str
) -> None:
    seen = [s.proposal.listing for s in stops(said(adviser, (text,), lang, "Carmaux", MORNING))]
    towns = {e.place.commune for e in seen if {"village", "bastide"} & {*e.concepts}}
    assert len(towns) >= 3


@each(
    fr="un circuit des châteaux en voiture, toute une journée demain",
    en="a castle route by car, a whole day tomorrow",
    de="morgen eine Burgentour mit dem Auto, den ganzen Tag",
    es="mañana una ruta de castillos en coche, todo el día",
    it="domani un giro dei castelli in macchina, tutto il giorno",
    nl="morgen een kastelenroute met de auto, de hele dag",
    oc="deman un circuit dels castèls en veitura, tota la jornada",
    ca="demà una ruta de castells en cotxe, tot el dia",
)
def test_a_tour_of_castles_is_of_castles(adviser: Adviser, lang: str, text: str) -> None:
    seen = stops(said(adviser, (text,), lang, "Albi", MORNING))
    castles = [s for s in seen if "castle" in s.proposal.listing.concepts]
    assert len(castles) >= 3


@each(
    fr="demain toute la journée en voiture : un château le matin, l'après-midi se baigner et "
    "ensuite bien manger",
    en="a whole day tomorrow by car: a castle in the morning, a swim in the afternoon and then "
    "somewhere good to eat",
    de="morgen den ganzen Tag mit dem Auto: ein Schloss am Vormittag, nachmittags baden und "
    "danach lecker essen",
    es="mañana todo el día en coche: un castillo por la mañana, por la tarde bañarnos y después "
    "comer bien",
    it="domani tutto il giorno in macchina: un castello la mattina, il pomeriggio nuotare e poi "
    "mangiare bene",
    nl="morgen de hele dag met de auto: 's ochtends een kasteel, 's middags zwemmen en daarna "
    "lekker eten",
    oc="deman tota la jornada en veitura : un castèl lo matin, l'aprèp-miègjorn nos banhar e puèi "
    "manjar plan",
    ca="demà tot el dia en cotxe: un castell al matí, a la tarda banyar-nos i després menjar bé",
)
def test_who_eats_after_the_afternoon_dines(adviser: Adviser, lang: str, text: str) -> None:
    found = stops(said(adviser, (text,), lang, "Cordes-sur-Ciel", MORNING))
    last = found[-1]
    assert last.begin.hour >= 19
    assert "restaurant" in last.proposal.listing.concepts
    assert last.open  # known to serve then, where another is not
    bath = next(s for s in found if "swimming" in s.proposal.listing.concepts)
    assert 13 <= bath.begin.hour < 19
    assert not any(s.begin.hour >= 19 for s in found[:-1])


@each(
    fr="demain une journée sans voiture, des villages et un pique-nique",
    en="a whole day tomorrow without a car, villages and a picnic",
    de="morgen ein ganzer Tag ohne Auto, Dörfer und ein Picknick",
    es="mañana un día entero sin coche, pueblos y un pícnic",
    it="domani una giornata intera senza macchina, borghi e un picnic",
    nl="morgen een hele dag zonder auto, dorpen en een picknick",
    oc="deman una jornada sens veitura, de vilatges e un pique-nique",
    ca="demà un dia sencer sense cotxe, pobles i un pícnic",
)
def test_an_hour_is_left_for_the_picnic_that_is_asked_for(
    adviser: Adviser, lang: str, text: str
) -> None:
    reply = said(adviser, (text,), lang, "Monestiés", MORNING)
    assert reply.plan is not None
    (day,) = reply.plan.days
    assert day.pause is not None or any(stop.meal for stop in day.stops)
