"""What an experienced adviser would never say, asked of the demonstration catalogue: what is
proposed is what was asked for, near, and told as known."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from catalog.advice.origin import origin_of
from catalog.advice.planning import Plan, plan
from catalog.clock import PARIS
from kiosk.i18n import translator
from kiosk.present.advice import AdviceView, advice_view
from tests.kiosk.test_advice_transcripts import adviser

if TYPE_CHECKING:
    from catalog.advice import Advice, Adviser

__all__ = ["adviser"]

SUMMER = datetime(2026, 7, 23, 10, 40, tzinfo=PARIS)  # a Thursday
WINTER = datetime(2026, 1, 17, 10, 0, tzinfo=PARIS)  # a Saturday


def asked(
    adviser: Adviser, text: str, here: str = "Carmaux", now: datetime = SUMMER
) -> tuple[Advice, AdviceView]:
    advice = adviser.ask(text, here=origin_of(here, adviser, "here"), now=now)
    t = translator(advice.request.lang)
    return advice, advice_view(advice, t=t, now=now, thesaurus=adviser.catalogue.thesaurus)


def names(advice: Advice) -> list[str]:
    return [each.listing.id.partition(":")[2] for each in advice.proposals]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("swim in a lake or a river", "Not stated: swimming"),
        ("dove fare il bagno in un lago o nel fiume", "Non indicato: balneazione"),
    ],
)
def test_a_river_is_no_bathing_place_for_being_a_river(
    adviser: Adviser, text: str, told: str
) -> None:
    _, view = asked(adviser, text, "Le Vigan")
    rivers = [card for card in view.cards if "gorges" in card.listing.id]
    assert rivers
    assert all(told in card.but for card in rivers)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Wanderung mit Aussicht", "Nicht angegeben: Aussichtspunkt"),
        ("une randonnée avec point de vue", "Non précisé : point de vue"),
    ],
)
def test_a_walk_says_that_nobody_states_its_view(adviser: Adviser, text: str, told: str) -> None:
    _, view = asked(adviser, text, "Le Vigan")
    assert view.cards
    assert told in [line.replace("\u00a0", " ") for line in view.cards[0].but]


@pytest.mark.parametrize("text", ["piscine couverte", "beheiztes Hallenbad", "heated pool"])
def test_no_museum_for_a_covered_pool(adviser: Adviser, text: str) -> None:
    advice, _ = asked(adviser, text, now=WINTER)
    assert names(advice)[:1] == ["odyssee"]
    assert "musee-demonstration" not in names(advice)


def test_a_barbecue_by_the_lake_is_no_museum(adviser: Adviser) -> None:
    advice, view = asked(adviser, "faire un barbecue au bord du lac")
    assert names(advice)[0] == "pique-nique-roucarie"
    said = " ".join(line for card in view.cards for line in card.why)
    assert "aire de pique-nique" not in said  # nobody asked for that


@pytest.mark.parametrize("text", ["voir les étoiles", "stargazing"])
def test_stars_are_no_sights_besides(adviser: Adviser, text: str) -> None:
    advice, view = asked(adviser, text, "Le Vigan")
    assert not advice.proposals
    assert view.nothing


@pytest.mark.parametrize("text", ["un lugar tranquilo", "somewhere quiet", "un endroit calme"])
def test_quiet_is_sought_in_nature(adviser: Adviser, text: str) -> None:
    advice, _ = asked(adviser, text)
    assert advice.proposals
    assert "mediatheque-carmaux" not in names(advice)
    assert all(any(c.field == "lacks" for c in each.cautions) for each in advice.proposals)


def test_birds_on_a_river_are_looked_for_around_it(adviser: Adviser) -> None:
    text = (
        "où observer les oiseaux, une zone natura 2000 ou un espace naturel sensible sur le viaur"
    )
    advice, _ = asked(adviser, text)
    assert {"vallee-du-viaur", "natura-2000-viaur"} <= set(names(advice))
    assert advice.about is None


def test_the_labelled_trail_centre_is_where_one_runs(adviser: Adviser) -> None:
    text = "Trailrunning Strecke ca 20 km, gibts da nicht diese Univer'Trail Station"
    advice, _ = asked(adviser, text, "Cap Découverte")
    assert names(advice) == ["base-univertrail"]


@pytest.mark.parametrize(
    "text",
    ["canoe hire tomorrow", "location de canoës", "Kanuverleih", "kano huren", "noleggio canoe"],
)
def test_canoes_are_hired_where_one_goes_canoeing(adviser: Adviser, text: str) -> None:
    advice, _ = asked(adviser, text, "Saint-Antonin-Noble-Val")
    assert names(advice)[0] == "canoe-saint-antonin"


@pytest.mark.parametrize("text", ["boire un verre en terrasse ce soir", "glaces", "an ice cream"])
def test_what_may_be_had_here_is_not_sought_far_away(adviser: Adviser, text: str) -> None:
    advice, view = asked(adviser, text, "Saint-Antonin-Noble-Val")
    told = (*advice.proposals, *advice.near_misses)
    assert told
    assert not view.relaxed
    assert all(each.distance_km < 20 for each in told)


def test_a_table_at_noon_is_near(adviser: Adviser) -> None:
    now = datetime(2026, 7, 27, 12, 15, tzinfo=PARIS)
    advice, _ = asked(adviser, "où déjeuner maintenant", "Najac", now)
    assert all(each.distance_km < 21.5 for each in advice.proposals)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Zug nach Rodez", "gare-carmaux", "gare-rodez"),
        ("tren a Rodez", "gare-carmaux", "gare-rodez"),
        ("horaires des trains pour Toulouse", "gare-carmaux", "gare-carmaux"),
    ],
)
def test_one_gets_in_where_one_stands(adviser: Adviser, text: str, first: str, last: str) -> None:
    advice, view = asked(adviser, text)
    assert names(advice)[0] == first
    assert names(advice)[-1] == last
    assert advice.outside is None
    assert not any("Rodez :" in line for card in view.cards for line in card.why)


def test_of_a_station_the_timetable_is_what_is_not_known(adviser: Adviser) -> None:
    _, view = asked(adviser, "is there a train to Albi", "Najac")
    assert view.cards[0].status == "Departure times are not in our catalogue: please ask the office"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("marche carmaux quel jour", "Marché du vendredi matin au centre de Carmaux."),
        ("pharmacie de garde", "3237"),
        ("dónde hay una farmacia", "3237"),
    ],
)
def test_the_catalogue_s_own_line_is_told(adviser: Adviser, text: str, said: str) -> None:
    _, view = asked(adviser, text)
    assert any(said in line for line in view.cards[0].why)


def test_rain_sends_nobody_to_ruins_or_to_the_church_of_a_village(adviser: Adviser) -> None:
    advice, _ = asked(
        adviser, "que faire quand il pleut avec des enfants", "Saint-Antonin-Noble-Val"
    )
    assert names(advice)[0] == "grotte-du-bosc"
    assert not {"chateau-de-penne"} & set(names(advice))
    dry = [e for e in advice.proposals if any(why.key == "weather" for why in e.reasons)]
    assert "demonstration:varen" not in [each.listing.id for each in dry]


@pytest.mark.parametrize(
    "text", ["Es ist so heiß, wo ist es kühl?", "what can we do today, it's snowing"]
)
def test_the_town_where_one_stands_is_no_other_plan(adviser: Adviser, text: str) -> None:
    advice, _ = asked(adviser, text, "Le Vigan")
    other = advice.fallback
    assert other is None or other.proposal.listing.id != "demonstration:le-vigan"


def test_what_goes_with_a_day_is_on_that_day(adviser: Adviser) -> None:
    advice, _ = asked(adviser, "que faire en janvier avec des enfants", now=WINTER)
    way = advice.on_the_way
    assert way is None or way.proposal.listing.id != "demonstration:marche-carmaux"  # on Fridays


def test_who_swims_in_autumn_is_shown_the_pool_first(adviser: Adviser) -> None:
    now = datetime(2026, 10, 27, 13, 0, tzinfo=PARIS)
    advice, _ = asked(adviser, "baignade", "Najac", now)
    assert names(advice)[0] == "odyssee"


def test_today_is_called_today(adviser: Adviser) -> None:
    now = datetime(2026, 7, 23, 22, 45, tzinfo=PARIS)
    _, view = asked(adviser, "où dormir ce soir", now=now)
    assert "Ouvert aujourd’hui" in view.cards[0].why


def test_an_unknown_date_is_not_another_time(adviser: Adviser) -> None:
    now = datetime(2026, 7, 24, 17, 30, tzinfo=PARIS)
    advice, view = asked(adviser, "concerts this weekend", "Saint-Antonin-Noble-Val", now)
    assert advice.near_misses
    assert not view.relaxed
    assert view.nothing == "Nothing certain for this question."


def test_each_limit_that_nobody_states_is_told(adviser: Adviser) -> None:
    _, view = asked(adviser, "promenade facile poussette 1h", "Najac")
    assert "difficulté" in view.unsure
    assert "durée" in view.unsure


def test_who_stands_in_a_country_is_not_measured_from_its_middle(adviser: Adviser) -> None:
    advice, view = asked(adviser, "que voir dans les Cévennes", "Le Vigan")
    assert advice.proposals
    assert not any("Cévennes :" in line for card in view.cards for line in (*card.why, *card.but))


def planned(adviser: Adviser, text: str, here: str, now: datetime = SUMMER) -> Plan:
    point = origin_of(here, adviser, "here")
    request = adviser.ask(text, here=point, now=now).request
    found = plan(adviser, request, here=point, now=now)
    assert found is not None
    return found


def test_a_morning_with_children_begins_when_doors_open(adviser: Adviser) -> None:
    found = planned(adviser, "half a day tomorrow morning with kids 6 and 9", "Najac")
    assert found.days[0].start.hour == 9
    assert found.days[0].back.hour <= 13


def test_a_day_asked_for_at_four_is_tomorrow(adviser: Adviser) -> None:
    now = datetime(2026, 7, 26, 16, 0, tzinfo=PARIS)
    assert planned(adviser, "une journée", "Najac", now).days[0].day.day == 27
    assert planned(adviser, "two days starting now", "Najac", now).days[0].day.day == 26


def test_a_day_in_a_place_stays_around_it(adviser: Adviser) -> None:
    now = datetime(2026, 7, 25, 9, 0, tzinfo=PARIS)
    found = planned(adviser, "un día en Najac y alrededores", "Najac", now)
    assert all(stop.distance_km < 15 for stop in found.days[0].stops)


def test_every_day_has_its_lunch_and_no_idle_afternoon(adviser: Adviser) -> None:
    found = planned(adviser, "trois jours dans les Cévennes", "Le Vigan")
    assert all(day.lunch for day in found.days)
    assert all(day.back.hour >= 16 for day in found.days)


def test_where_rain_was_named_the_day_itself_is_dry(adviser: Adviser) -> None:
    found = planned(adviser, "une journée en hiver sous la pluie", "Carmaux", WINTER)
    stops = [stop.proposal.listing.id for stop in found.days[0].stops]
    assert found.rain is None
    assert not {"demonstration:statue-jean-jaures", "demonstration:carmaux"} & {*stops}


def test_the_rainy_day_is_not_an_hour_away(adviser: Adviser) -> None:
    found = planned(adviser, "une journée demain, villages", "Saint-Antonin-Noble-Val")
    assert found.rain is not None
    assert all(stop.travel_minutes <= 45 for stop in found.rain.stops)


@pytest.mark.parametrize("text", ["deux jours", "two days", "zwei Tage"])
def test_days_of_which_nothing_is_said_show_what_not_to_miss(adviser: Adviser, text: str) -> None:
    found = planned(adviser, text, "Carmaux")
    stops = {stop.proposal.listing.id for day in found.days for stop in day.stops}
    assert {f"demonstration:{name}" for name in ("monesties", "cordes-sur-ciel")} <= stops


def test_who_comes_back_to_no_bed_near_sleeps_where_the_day_began(adviser: Adviser) -> None:
    now = datetime(2026, 7, 24, 17, 0, tzinfo=PARIS)
    found = planned(adviser, "un week-end en amoureux", "Saint-Antonin-Noble-Val", now)
    assert found.days[0].bed is not None


@pytest.mark.parametrize(
    "text",
    [
        "une petite randonnée avec des enfants de 5 et 7 ans",
        "an easy walk with children of 5 and 7",
        "Busco una ruta de senderismo fácil con niños de 5 y 7 años",
        "een wandeling met kinderen van 5 en 7 jaar",
    ],
)
def test_all_sorts_of_a_route_are_what_it_is(adviser: Adviser, text: str) -> None:
    """A themed trail for children, on foot, comes before a greenway twice as far away."""
    advice, _ = asked(adviser, text, "Najac", SUMMER)
    assert names(advice)[0] == "sentier-roger-le-brochet"
