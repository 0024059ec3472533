"""Single questions over the demonstration, as somebody asks them at the counter: what is told of
price, hours, ways, sites and near misses is what the catalogue states, and what was asked for."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from catalog.advice.origin import origin_of
from catalog.clock import PARIS
from kiosk import ask
from kiosk.i18n import translator
from tests.kiosk.test_advice_sense import SUMMER, WINTER, asked, names
from tests.kiosk.test_advice_transcripts import adviser

if TYPE_CHECKING:
    from catalog.advice import Adviser

__all__ = ["adviser"]

FRIDAY = datetime(2026, 7, 24, 8, 5, tzinfo=PARIS)
SUNDAY = datetime(2026, 7, 26, 12, 15, tzinfo=PARIS)


def lines(adviser: Adviser, text: str, here: str = "Carmaux", now: datetime = SUMMER) -> str:
    """The answer as plain text, ordinary spaces only."""
    setting = ask.Setting(here=origin_of(here, adviser, "here"), now=now)
    told, _ = ask.sentences(text, adviser, setting)
    return "\n".join(told).replace("\u00a0", " ").replace("\u202f", " ")


PRICES = {
    "canoë avec un enfant, combien ça coûte": "Tarif inconnu",
    "canoeing with a child, how much does it cost": "Price not known",
    "Kanufahren mit Kind, was kostet das": "Preis unbekannt",
    "piragua con un niño, cuánto cuesta": "Precio desconocido",
    "canoa con un bambino, quanto costa": "Prezzo non noto",
    "kanoën met een kind, wat kost dat": "Prijs onbekend",
    "canoa amb un nen, quant costa": "Preu desconegut",
    "canoé amb un enfant, quant còsta": "Prètz desconegut",
}


@pytest.mark.parametrize(("text", "told"), PRICES.items())
def test_who_asks_what_it_costs_is_told_that_nobody_states_it(
    adviser: Adviser, text: str, told: str
) -> None:
    _, view = asked(adviser, text, "Saint-Antonin-Noble-Val")
    assert view.cards
    assert all(told in card.but for card in view.cards)


def test_prices_that_are_asked_for_are_told_in_full(adviser: Adviser) -> None:
    text = lines(adviser, "museum tickets, how much for two adults and a child")
    assert "Adult: €7" in text
    assert "Child: Free" in text
    assert "From €7" not in text


@pytest.mark.parametrize("text", ["combien de temps pour voir un musée", "un musée demain"])
def test_nobody_else_is_told_of_unknown_prices(adviser: Adviser, text: str) -> None:
    assert "Tarif inconnu" not in lines(adviser, text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("l'office ouvre à quelle heure", "Du mardi au samedi 09:30–18:00"),
        ("when is the tourist office open", "Tuesday–Saturday 09:30–18:00"),
        ("vous fermez à midi ?", "Du mardi au samedi 09:30–18:00"),
    ],
)
def test_the_office_tells_its_hours_in_full(adviser: Adviser, text: str, told: str) -> None:
    assert told in lines(adviser, text, now=FRIDAY)


def test_what_must_be_known_before_going_is_said(adviser: Adviser) -> None:
    assert "La clé est à demander à Tanus" in lines(adviser, "une chapelle romane", "Tanus")
    charging = lines(adviser, "borne de recharge pour voiture électrique")
    assert "puissance et tarif à vérifier" in charging


def test_a_day_without_hours_is_one_sentence(adviser: Adviser) -> None:
    text = lines(adviser, "c'est le marché ce matin ?", now=FRIDAY)
    assert "Ouvert aujourd’hui, horaires non précisés : demandez à l’office" in text
    assert "Horaires non précisés ce jour-là" not in text


def test_a_campsite_has_a_season_and_no_hours(adviser: Adviser) -> None:
    text = lines(adviser, "une place de camping ce soir", "Almayrac")
    assert "Ouvert aujourd’hui\n" in text


def test_a_day_with_two_openings_tells_both(adviser: Adviser) -> None:
    text = lines(adviser, "un musée ouvert aujourd'hui", now=WINTER)
    assert "Ouvert aujourd’hui de 10:00 à 12:00, puis 14:00–18:00" in text


def test_a_near_miss_tells_why_not_and_what_speaks_for_it(adviser: Adviser) -> None:
    text = lines(adviser, "où manger ce midi en fauteuil roulant", now=SUNDAY)
    assert "Non accessible en fauteuil roulant (Deux marches à l'entrée)" in text
    assert "Ouvert aujourd’hui de 12:00 à 14:30" in text


def test_nobody_says_twice_that_a_way_in_is_not_stated(adviser: Adviser) -> None:
    text = lines(adviser, "mit dem Rollstuhl, welche Burg geht ohne Treppen", "Najac")
    assert "Zugänglichkeit nicht angegeben" in text
    assert "stufenloser Zugang" not in text


LOOPS = {
    "une boucle à pied facile": "en boucle",
    "an easy circular walk": "loop",
    "eine leichte Rundwanderung": "Rundweg",
    "un sendero circular fácil": "circular",
    "un percorso ad anello facile": "ad anello",
    "een makkelijke rondwandeling": "rondwandeling",
    "una passejada aisida en bocla": "en bocla",
    "una ruta circular fàcil": "circular",
}


@pytest.mark.parametrize(("text", "loop"), LOOPS.items())
def test_a_loop_is_told_and_what_ends_elsewhere_is_not_proposed(
    adviser: Adviser, text: str, loop: str
) -> None:
    advice, view = asked(adviser, text)
    assert names(advice)[0] == "sentier-demonstration"
    assert loop in " ".join(view.cards[0].why)
    assert "chemin-des-mineurs" not in names(advice)


def test_a_shady_walk_in_the_heat_is_no_climb(adviser: Adviser) -> None:
    advice, _ = asked(adviser, "shady walk with the dog, it's very hot", "Le Vigan")
    assert "parc-chataigniers" in names(advice)
    assert "quatre-mille-marches" not in names(advice)
    advice, _ = asked(adviser, "a walk with the dog", "Le Vigan")
    assert "parc-chataigniers" not in names(advice)


def test_a_network_of_paths_is_not_ruled_out_by_some_of_them(adviser: Adviser) -> None:
    text = lines(adviser, "a walk, it's very hot", "Le Vigan")
    assert "mountain bike" not in text


@pytest.mark.parametrize(
    "text",
    [
        "mag de hond mee naar het strand van Cap Découverte",
        "are dogs allowed on the beach of Cap Découverte",
    ],
)
def test_the_beach_of_a_park_is_asked_about_not_the_park(adviser: Adviser, text: str) -> None:
    advice, _ = asked(adviser, text)
    assert advice.about is None
    assert names(advice) == ["plage-cap-decouverte"]


@pytest.mark.parametrize("text", ["tirolina para adolescentes", "a zip line for teenagers"])
def test_no_zip_line_is_no_dead_end(adviser: Adviser, text: str) -> None:
    advice, _ = asked(adviser, text)
    near = [each.listing.id.partition(":")[2] for each in advice.near_misses]
    assert not advice.proposals
    assert near[0] == "cap-decouverte"


@pytest.mark.parametrize(
    "text", ["que voir à pied en deux heures", "cosa vedere a piedi in due ore", "qué ver a pie"]
)
def test_what_is_to_be_seen_on_foot_is_no_path(adviser: Adviser, text: str) -> None:
    advice, _ = asked(adviser, text)
    assert advice.proposals
    assert all(each.listing.kind != "itinerary" for each in advice.proposals)
    assert all(each.way.mode == "walk" for each in advice.proposals)


@pytest.mark.parametrize(
    "text", ["villages médiévaux à voir", "pobles medievals", "mittelalterliche Dörfer"]
)
def test_medieval_villages_are_medieval_and_elsewhere(adviser: Adviser, text: str) -> None:
    advice, _ = asked(adviser, text, "Cordes-sur-Ciel")
    assert "cordes-sur-ciel" not in names(advice)
    assert all("medieval" in each.listing.themes for each in advice.proposals)


@pytest.mark.parametrize(
    "text",
    ["local wine straight from the grower", "wijn kopen bij de boer", "du vin chez un vigneron"],
)
def test_wine_from_the_grower_is_wine(adviser: Adviser, text: str) -> None:
    advice, _ = asked(adviser, text)
    assert advice.proposals
    assert "winery" in advice.proposals[0].listing.concepts
    assert not {"ferme-demonstration", "veau-du-segala"} & {*names(advice)}


def test_no_tap_is_a_bed(adviser: Adviser) -> None:
    text = "somewhere to stay the night in a motorhome with water and emptying"
    advice, _ = asked(adviser, text)
    assert names(advice)
    assert all(each.listing.kind == "lodging" for each in advice.proposals)


def test_the_market_of_july_is_not_that_of_christmas(adviser: Adviser) -> None:
    text = lines(adviser, "un point d'eau à côté du marché")
    assert "Marché de Carmaux" in text
    assert "Noël" not in text


def test_parking_that_was_asked_for_is_told_once(adviser: Adviser) -> None:
    advice, _ = asked(
        adviser, "is er zondag markt en waar kunnen we parkeren?", "Saint-Antonin-Noble-Val"
    )
    assert any("parking" in each.listing.concepts for each in advice.proposals)
    assert "parking" not in [each.term for each in advice.practical]


def test_a_stop_of_an_hour_is_no_guided_outing(adviser: Adviser) -> None:
    advice, _ = asked(adviser, "45 minutes de pause avec un bébé", "Aire de la Croix de Mille")
    assert "sorties-nature-viaur" not in names(advice)


def test_a_language_that_is_stated_is_not_called_unknown(adviser: Adviser) -> None:
    _, view = asked(adviser, "welk museum heeft uitleg in het Nederlands")
    museum = next(card for card in view.cards if card.listing.id.endswith("musee-demonstration"))
    assert "Gesproken talen: Frans, Engels en Duits" in museum.but
    assert "Taal van het bezoek niet vermeld: vraag ernaar" not in museum.but


@pytest.mark.parametrize("text", ["Zahnarzt oder Notaufnahme", "un dentiste ou un hôpital"])
def test_no_dentist_is_no_dead_end(adviser: Adviser, text: str) -> None:
    advice, _ = asked(adviser, text, "Albi")
    told = (*advice.proposals, *advice.near_misses)
    assert told[0].listing.id.endswith("medecins-carmaux")


def test_a_footpath_is_none_for_bikes(adviser: Adviser) -> None:
    advice, _ = asked(adviser, "eine ebene Strecke mit dem Fahrradanhänger")
    assert names(advice)[0] == "chemin-des-mineurs"
    assert "sentier-demonstration" not in names(advice)


@pytest.mark.parametrize(
    "text",
    ["du vin et du fromage au marché ce matin", "I a de vin o de formatge al mercat uèi ?"],
)
def test_the_market_of_the_day_comes_before_the_farms(adviser: Adviser, text: str) -> None:
    advice, _ = asked(adviser, text, now=FRIDAY)
    assert names(advice)[0] == "marche-carmaux"


def test_the_walkers_guide_is_asked_for_at_the_office(adviser: Adviser) -> None:
    advice, _ = asked(adviser, "où acheter le topoguide et une carte des randonnées")
    assert names(advice) == ["office-carmaux"]


@pytest.mark.parametrize(
    "text",
    [
        "des toilettes près de la nationale",
        "un baño cerca de la nacional",
        "toilets near the highway",
        "un bagno vicino alla statale",
        "toiletten bij de rijksweg",
        "lavabos prop de la carretera",
        "comuns prèp de la nacionala",
        "Toiletten in der Nähe der Bundesstraße",
    ],
)
def test_a_road_is_no_place(adviser: Adviser, text: str) -> None:
    advice, _ = asked(adviser, text)
    assert not advice.unplaced


@pytest.mark.parametrize("text", ["cueva o algo fresco, hace 40 grados", "algo fresco"])
def test_something_fresh_is_no_fresco(adviser: Adviser, text: str) -> None:
    advice, _ = asked(adviser, text)
    assert "mural" not in advice.request.themes


@pytest.mark.parametrize("lang", ["fr", "en", "de", "es", "it", "nl", "oc", "ca"])
def test_what_is_put_together_reads_in_each_language(lang: str) -> None:
    text = translator(lang)._("%(open)s, hours not stated: please ask the office")
    assert (text % {"open": "X"}).startswith("X, ")


@pytest.mark.parametrize(
    ("text", "plain", "remark"),
    [
        ("baignade surveillée", "un lac où se baigner", "Baignade surveillée\n"),
        ("supervised swimming", "a lake to swim in", "Lifeguard on duty\n"),
    ],
)
def test_a_remark_that_only_repeats_a_reason_is_not_told(
    adviser: Adviser, text: str, plain: str, remark: str
) -> None:
    assert remark not in lines(adviser, text)
    assert remark in lines(adviser, plain)
