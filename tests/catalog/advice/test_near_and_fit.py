"""What an adviser weighs beside the words: the way with a small child, hours that nobody states, a
bed that is none, a castle for who likes history, and its roof."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from catalog.advice.holding import called
from catalog.advice.model import ASKED
from catalog.clock import PARIS
from catalog.geo import Point
from catalog.model import Kind, Localized, Period, Price, Slot, TermId, Text
from tests.catalog.advice.test_boundaries import advising, at

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.advice import Advice
    from catalog.model import Listing

HERE = Point(44.05, 2.16)
NOW = datetime(2026, 7, 23, 10, 40, tzinfo=PARIS)
OPEN = (Period(slots=(Slot(time(9), time(19)),)),)


def ids(advice: Advice) -> list[str]:
    return [each.listing.id.removeprefix("test:") for each in advice.proposals]


def also(listing: Listing, *concepts: str, **fields: object) -> Listing:
    more = tuple(map(TermId, concepts))
    return replace(listing, concepts=(*listing.concepts, *more), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "où se baigner sans voiture avec un bébé"),
        ("en", "where can we swim without a car, with a baby"),
        ("de", "wo können wir ohne Auto mit einem Baby baden"),
        ("es", "dónde bañarse sin coche con un bebé"),
        ("it", "dove fare il bagno senza macchina con un neonato"),
        ("nl", "waar kunnen we zonder auto zwemmen met een baby"),
        ("oc", "ont nos podèm banhar sens veitura amb un nenon"),
        ("ca", "on ens podem banyar sense cotxe amb un nadó"),
    ],
)
def test_nobody_walks_an_hour_with_a_baby(tmp_path: Path, lang: str, text: str) -> None:
    places = ((0.7, "near"), (2.3, "mid"), (4.2, "far"))
    near, mid, far = (at(km, id, "swimming", kind=Kind.ACTIVITY) for km, id in places)
    with advising(tmp_path, near, mid, far) as adviser:
        assert ids(adviser.ask(text, here=HERE, now=NOW, lang=lang)) == ["near", "mid"]
        grown = "où se baigner sans voiture"
        assert ids(adviser.ask(grown, here=HERE, now=NOW, lang="fr")) == ["near", "mid", "far"]


def test_at_the_door_before_a_drive_where_no_time_was_asked(tmp_path: Path) -> None:
    door = at(0.2, "door", "museum")
    drive = at(9.5, "drive", "museum", openings=OPEN)
    with advising(tmp_path, door, drive) as adviser:
        assert ids(adviser.ask("un musée", here=HERE, now=NOW, lang="fr")) == ["door", "drive"]
        now = adviser.ask("un musée ouvert maintenant", here=HERE, now=NOW, lang="fr")
        assert ids(now)[0] == "drive"


def test_a_short_way_more_for_known_hours_is_worth_it(tmp_path: Path) -> None:
    door = at(0.2, "door", "museum")
    town = at(4.0, "town", "museum", openings=OPEN)
    with advising(tmp_path, door, town) as adviser:
        assert ids(adviser.ask("un musée", here=HERE, now=NOW, lang="fr"))[0] == "town"


@pytest.mark.parametrize(
    ("lang", "text", "van"),
    [
        ("fr", "où dormir cette nuit à deux", False),
        ("en", "somewhere to sleep tonight for two", False),
        ("de", "wo können wir heute Nacht zu zweit schlafen", False),
        ("es", "un sitio para dormir esta noche, dos personas", False),
        ("it", "un posto per dormire stanotte in due", False),
        ("nl", "waar kunnen we vannacht met twee slapen", False),
        ("oc", "ont dormir aqueste ser a dos", False),
        ("ca", "un lloc per dormir aquesta nit per a dues persones", False),
        ("fr", "où dormir cette nuit en camping-car", True),
        ("fr", "une aire de camping-car pour la nuit", True),
    ],
)
def test_where_vans_stand_is_a_bed_for_vans(
    tmp_path: Path, lang: str, text: str, *, van: bool
) -> None:
    inn = at(3.0, "inn", "guesthouse", kind=Kind.LODGING)
    park = at(0.5, "park", "camper_site", kind=Kind.LODGING)
    with advising(tmp_path, inn, park) as adviser:
        assert ("park" in ids(adviser.ask(text, here=HERE, now=NOW, lang=lang))) is van


def test_a_hotel_pool_is_no_reason_to_eat_there(tmp_path: Path) -> None:
    hotel = also(at(5.3, "hotel", "hotel", kind=Kind.LODGING), "restaurant", openings=OPEN)
    hotel = replace(hotel, kinds=(Kind.LODGING, Kind.FOOD), amenities=(TermId("pool"),))
    table = at(0.6, "table", "restaurant", kind=Kind.FOOD, openings=OPEN)
    with advising(tmp_path, hotel, table) as adviser:
        advice = adviser.ask("restaurant à midi, deux enfants", here=HERE, now=NOW, lang="fr")
        assert ids(advice)[0] == "table"
        told = {reason.value for each in advice.proposals for reason in each.reasons}
        assert "pool" not in told


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "on aime l'histoire, que voir"),
        ("en", "we love history, what can we see"),
        ("de", "wir mögen Geschichte, was gibt es zu sehen"),
        ("es", "nos gusta la historia, qué ver"),
        ("it", "ci piace la storia, cosa vedere"),
        ("nl", "we houden van geschiedenis, wat is er te zien"),
        ("ca", "ens agrada la història, què podem veure"),
    ],
)
def test_who_likes_history_likes_a_castle(tmp_path: Path, lang: str, text: str) -> None:
    castle = at(0.3, "castle", "castle", openings=OPEN)
    museum = also(at(22.0, "museum", "museum", openings=OPEN), "local_history")
    with advising(tmp_path, castle, museum, at(0.5, "pond", "lake")) as adviser:
        assert ids(adviser.ask(text, here=HERE, now=NOW, lang=lang))[:2] == ["castle", "museum"]


@pytest.mark.parametrize(("beside", "out"), [("garden", False), ("ruins", True)])
def test_a_garden_takes_no_roof_off_a_castle(tmp_path: Path, beside: str, *, out: bool) -> None:
    castle = also(at(0.3, "castle", "castle", openings=OPEN), beside)
    with advising(tmp_path, castle) as adviser:
        advice = adviser.ask("que visiter s'il pleut", here=HERE, now=NOW, lang="fr")
        assert ids(advice) == ["castle"] * (not out)


@pytest.mark.parametrize(
    ("name", "winery"),
    [
        ("Maison des Vins de Bergerac", True),
        ("Cave coopérative de Técou", True),
        ("Domaine départemental d'Ognoas", False),
        ("Maison du pays", False),
    ],
)
def test_a_sight_is_a_cellar_by_all_the_words_for_one(name: str, *, winery: bool) -> None:
    sight = replace(at(1.0, "sight", "museum"), name=Localized((Text("fr", name),)), concepts=())
    assert called(replace(sight, kinds=(Kind.ATTRACTION,)), TermId("winery")) is winery


def test_the_nearest_that_answers_as_well_is_one_of_three(tmp_path: Path) -> None:
    """Of the caves that are known to be open one gives way to the one of which nobody says so and
    that is a quarter of an hour nearer; not where a time was asked."""
    far = (at(20.0 + step, f"far{step}", "cave", openings=OPEN) for step in range(3))
    with advising(tmp_path, at(9.0, "near", "cave"), *far) as adviser:
        found = ids(adviser.ask("une grotte à visiter", here=HERE, now=NOW, lang="fr"))
        assert (found[0], len(found)) == ("near", 3)
        today = ids(adviser.ask("une grotte ouverte aujourd'hui", here=HERE, now=NOW, lang="fr"))
        assert "near" not in today


@pytest.mark.parametrize(
    ("name", "told"),
    [("Château de Morlanne", True), ("Jardin du château de Morlanne", False)],
)
def test_a_castle_filed_as_a_garden_keeps_its_roof(
    tmp_path: Path, name: str, *, told: bool
) -> None:
    castle = replace(
        at(0.5, "castle", "garden", openings=OPEN), name=Localized((Text("fr", name),))
    )
    with advising(tmp_path, castle) as adviser:
        asked = "un château ou un musée aujourd'hui, il pleut"
        assert ids(adviser.ask(asked, here=HERE, now=NOW, lang="fr")) == ["castle"] * told


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "dormir dans un troglo"),
        ("en", "sleep in a cave dwelling"),
        ("de", "in einer Höhlenwohnung übernachten"),
        ("es", "dormir en una casa troglodita"),
        ("it", "dormire in una casa troglodita"),
        ("nl", "slapen in een grotwoning"),
        ("ca", "dormir en una casa troglodita"),
    ],
)
def test_a_house_in_the_rock_says_so_in_its_name(tmp_path: Path, lang: str, text: str) -> None:
    name = Localized((Text("fr", "Gîte troglodytique 1875"),))
    rock = replace(at(9.0, "rock", "holiday_rental", kind=Kind.LODGING), name=name)
    house = at(0.3, "house", "holiday_rental", kind=Kind.LODGING)
    with advising(tmp_path, house, rock) as adviser:
        assert ids(adviser.ask(text, here=HERE, now=NOW, lang=lang)) == ["rock"]


def test_who_wants_to_be_out_in_nature_is_so_in_a_wood(tmp_path: Path) -> None:
    with advising(tmp_path, at(3.0, "wood", "forest")) as adviser:
        found = adviser.ask("une sortie nature", here=HERE, now=NOW, lang="fr").proposals
    assert [each.listing.id for each in found] == ["test:wood"]
    assert "nature_outing" in {caution.value for caution in found[0].cautions}


def test_whom_an_outing_is_for_asks_no_price(tmp_path: Path) -> None:
    castle = at(0.3, "castle", "castle", prices=(Price(minimum=Decimal(5)),))
    with advising(tmp_path, castle) as adviser:
        asked = "un château pour un enfant de 3 ans"
        found = adviser.ask(asked, here=HERE, now=NOW, lang="fr").proposals
    assert [each.listing.id for each in found] == ["test:castle"]
    assert ASKED not in {reason.key for reason in found[0].reasons}
