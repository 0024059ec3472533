"""Nothing is claimed that no field states, and nothing far is told where something near serves:
asked of the demonstration catalogue."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from catalog.clock import PARIS
from tests.kiosk.test_advice_sense import SUMMER, asked, names
from tests.kiosk.test_advice_transcripts import adviser

if TYPE_CHECKING:
    from catalog.advice import Adviser
    from kiosk.present.advice import AdviceView

__all__ = ["adviser"]

FRIDAY = datetime(2026, 7, 24, 9, 0, tzinfo=PARIS)


def said(view: AdviceView, id: str) -> list[str]:
    """All that stands on the card of a listing."""
    card = next(card for card in view.cards if card.listing.id.endswith(f":{id}"))
    return [line.replace("\u00a0", " ") for line in (*card.why, *card.but)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("promenade en fauteuil roulant", "Accessible en fauteuil roulant"),
        ("sentier accessible joëlette", "Accessible en fauteuil roulant"),
        ("greenway for a wheelchair user", "Accessible to wheelchair users"),
        ("Spaziergang mit dem Rollstuhl", "Mit dem Rollstuhl zugänglich"),
        ("wandeling met de rolstoel", "Toegankelijk met een rolstoel"),
    ],
)
def test_a_way_that_states_its_wheelchairs_is_first_and_says_so(
    adviser: Adviser, text: str, told: str
) -> None:
    advice, view = asked(adviser, text)
    assert names(advice)[0] == "chemin-des-mineurs"
    lines = said(view, "chemin-des-mineurs")
    assert told in lines
    assert not any("non précisée : demandez" in line for line in lines)


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("sentier de randonnée en joëlette", "Accessibilité non précisée"),
        ("randonnée en fauteuil roulant", "Accessibilité non précisée"),
        ("Wanderung mit dem Rollstuhl", "Zugänglichkeit nicht angegeben"),
        ("senderismo en silla de ruedas", "Accesibilidad no indicada"),
    ],
)
def test_no_path_is_for_a_chair_because_one_walks_or_parks_there(
    adviser: Adviser, text: str, unknown: str
) -> None:
    _, view = asked(adviser, text, "Monestiés")
    unstated = [card for card in view.cards if "chemin-des-mineurs" not in card.listing.id]
    for card in unstated:
        assert any(unknown in line for line in card.but), card
        assert not any("joëlette" in line or "fauteuil" in line for line in card.why), card.why


@pytest.mark.parametrize(
    "text",
    [
        "marché dimanche et où se garer",
        "market on Sunday and somewhere to park",
        "mercado el domingo y dónde aparcar",
    ],
)
def test_no_parking_of_another_town_beside_a_market(adviser: Adviser, text: str) -> None:
    advice, _ = asked(adviser, text, "Saint-Antonin-Noble-Val", FRIDAY)
    parking = [each for each in advice.proposals if "parking" in each.listing.concepts]
    assert "parking-bruniquel" not in names(advice)
    assert all(each.distance_km < 2 for each in parking)


@pytest.mark.parametrize("text", ["een wandeling in de schaduw", "boucle facile à l'ombre de 2 h"])
def test_another_plan_for_rain_is_no_hour_away(adviser: Adviser, text: str) -> None:
    advice, _ = asked(adviser, text, "Saint-Antonin-Noble-Val", FRIDAY)
    assert advice.fallback is not None
    first = advice.proposals[0].way.minutes
    assert advice.fallback.proposal.way.minutes <= max(first + 6, 30)


@pytest.mark.parametrize(
    "text", ["se baigner avec un enfant de 3 ans", "swimming with kids", "baden mit Kleinkindern"]
)
def test_another_plan_for_rain_is_for_the_children_too(adviser: Adviser, text: str) -> None:
    advice, _ = asked(adviser, text)
    assert advice.fallback is not None
    assert "families" in advice.fallback.proposal.listing.audience


def test_what_says_that_it_is_for_grown_ups_is_not_for_children(adviser: Adviser) -> None:
    advice, view = asked(adviser, "quelque chose à l'abri de la pluie avec des enfants de 5 ans")
    assert names(advice)[0] != "atelier-verre-demonstration"
    lines = [line for card in view.cards for line in card.why]
    assert not any("enfants" in line and "atelier" in line for line in lines)


def test_no_walk_is_blamed_for_being_no_museum(adviser: Adviser) -> None:
    _, view = asked(adviser, "un musée ou une promenade à plat", now=SUMMER)
    ways = [card for card in view.cards if "voie-verte" in card.listing.id]
    assert not any("musée" in line for card in ways for line in card.but)


@pytest.mark.parametrize(
    "text", ["hôtel près de la gare", "hotel vicino alla stazione", "hotel near the station"]
)
def test_near_the_station_is_not_near_that_of_another_town(adviser: Adviser, text: str) -> None:
    advice, _ = asked(adviser, text)
    assert names(advice)
    assert "hotel-reynes" not in names(advice)


@pytest.mark.parametrize(
    ("text", "here", "first"),
    [
        ("randonnée à la journée autour de l'aigoual", "Le Vigan", "quatre-mille-marches"),
        ("Tageswanderung am Mont Aigoual", "Le Vigan", "quatre-mille-marches"),
        ("ont se pòt crompar de formatge de cabra", "Le Vigan", "fromages-causses"),
        ("flat family bike ride, and where can we hire bikes", "Carmaux", "chemin-des-mineurs"),
    ],
)
def test_it_is_the_walk_the_cheese_and_the_ride_that_was_asked_for(
    adviser: Adviser, text: str, here: str, first: str
) -> None:
    advice, _ = asked(adviser, text, here)
    assert names(advice)[0] == first
    assert "route-aigoual" not in names(advice)


@pytest.mark.parametrize("text", ["un musée à Carmaux", "a museum in Carmaux", "museum in Carmaux"])
def test_no_park_stands_in_for_a_museum_that_is_full(adviser: Adviser, text: str) -> None:
    advice, _ = asked(adviser, text)
    for each in (advice.fallback.proposal,) if advice.fallback is not None else ():
        assert {"park", "mtb_centre", "swimming"}.isdisjoint(each.listing.concepts)


@pytest.mark.parametrize(
    "text", ["hi ha alguna fira diumenge?", "hay feria el domingo", "une foire"]
)
def test_a_fair_may_be_the_flea_market_of_that_day(adviser: Adviser, text: str) -> None:
    advice, _ = asked(adviser, text, now=datetime(2026, 7, 10, 10, 40, tzinfo=PARIS))
    assert names(advice)[:1] == ["brocante-demonstration"]


@pytest.mark.parametrize(
    "text",
    [
        "wine tasting this afternoon",
        "vineyards open tomorrow with tastings",
        "Weingut mit Verkostung",
        "une dégustation chez un vigneron",
    ],
)
def test_no_cheese_at_a_wine_tasting(adviser: Adviser, text: str) -> None:
    advice, _ = asked(adviser, text)
    assert names(advice)
    assert all("winery" in each.listing.concepts for each in advice.proposals)


@pytest.mark.parametrize("text", ["une dégustation", "a tasting"])
def test_a_tasting_alone_may_be_of_cheese(adviser: Adviser, text: str) -> None:
    assert "ferme-demonstration" in names(asked(adviser, text)[0])


@pytest.mark.parametrize(
    ("text", "here", "market"),
    [
        ("c'è un mercato sabato mattina? e dopo dove pranzare", "Le Vigan", "marche-le-vigan"),
        ("un marché samedi matin et où déjeuner après", "Le Vigan", "marche-le-vigan"),
        (
            "Sunday market, and where to have lunch",
            "Saint-Antonin-Noble-Val",
            "marche-saint-antonin",
        ),
    ],
)
def test_a_market_and_then_a_table_near_it(
    adviser: Adviser, text: str, here: str, market: str
) -> None:
    advice, _ = asked(adviser, text, here)
    assert names(advice)[0] == market
    assert "food" in [each.listing.kind for each in advice.proposals]
