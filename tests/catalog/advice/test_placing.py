"""A town around is near or far by distance, outside when it is; on the road is on the road."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.advice import Adviser
from catalog.advice.corridor import Corridor
from catalog.advice.travel import Mode
from catalog.clock import PARIS
from catalog.geo import Point, distance_km
from catalog.model import Kind, Place, TermId
from catalog.request import PlaceNames, read
from catalog.store.reader import Catalogue
from catalog.store.writer import CatalogueWriter
from tests.catalog.making import VERSION, make, write_index

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Point(44.05, 2.16)
NOW = datetime(2026, 7, 23, 10, 40, tzinfo=PARIS)
TOWNS = {
    "Carmaux": (44.05, 2.16),
    "Albi": (43.93, 2.15),
    "Tanus": (44.10, 2.32),  # on the road to Rodez
    "Penne": (44.08, 1.73),  # the other way
}


@pytest.fixture(scope="module")
def adviser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Adviser]:
    path = tmp_path_factory.mktemp("towns") / "catalogue.sqlite"
    with CatalogueWriter(path) as writer:
        listings = [
            make(
                f"t:{name}",
                f"Château de {name}",
                kind=Kind.ATTRACTION,
                concepts=(TermId("castle"),),
                place=Place(*point, commune=name, insee=f"8100{at}"),
            )
            for at, (name, point) in enumerate(TOWNS.items())
        ]
        write_index(writer.connection, [(writer.add(each), each) for each in listings])
        writer.finish(version=VERSION, built=datetime(2026, 7, 23, tzinfo=UTC))
    with Catalogue.open(path) as catalogue:
        yield Adviser(catalogue)


def communes(adviser: Adviser, text: str) -> list[str | None]:
    found = adviser.ask(text, here=HERE, now=NOW).proposals
    return [each.listing.place.commune for each in found]


def test_what_the_first_question_waits_for_is_read_ahead(adviser: Adviser) -> None:
    with Catalogue.open(adviser.catalogue.path) as catalogue:
        fresh = Adviser(catalogue)
        fresh.placing.warm()
    # The file is closed: nothing more is read of it.
    assert fresh.place_names().named("carmaux") == "Carmaux"


def test_a_town_of_the_catalogue_lies_where_the_catalogue_says(adviser: Adviser) -> None:
    assert adviser.where("Albi") == Point(43.93, 2.15)
    assert adviser.ask("château à Albi", here=HERE, now=NOW).outside is None


@pytest.mark.parametrize(
    ("text", "first", "nearest"),
    [
        ("un château près de Castres", "Albi", "Albi"),
        ("ein Schloss bei Castres", "Albi", "Albi"),
        ("un castell a prop de Castres", "Albi", "Albi"),
        ("a castle near Rodez", "Tanus", "Tanus"),
        ("un castillo cerca de Caussade", "Penne", "Penne"),
        ("a castle within 10 km of Castres", None, "Albi"),
        ("un castello vicino a Marsiglia", None, "Tanus"),
    ],
)
def test_a_town_around_is_told_to_be_outside(
    adviser: Adviser, text: str, first: str | None, nearest: str
) -> None:
    answer = adviser.ask(text, here=HERE, now=NOW)
    assert answer.outside is not None
    assert answer.outside.nearest == nearest
    assert answer.unplaced == ()
    assert next(iter(communes(adviser, text)), None) == first
    for each in answer.proposals:  # measured from there, and said to be
        assert each.place == answer.outside.place
        assert each.distance_km >= answer.outside.distance_km - 0.1


def test_a_river_has_no_point(adviser: Adviser) -> None:
    answer = adviser.ask("un château au bord de la Dordogne", here=HERE, now=NOW)
    assert (answer.unplaced, answer.outside) == (("Dordogne",), None)


@pytest.mark.parametrize(
    "text",
    [
        *("un château sur la route de Rodez", "a castle on the way to Rodez"),
        *("auf dem Weg nach Rodez ein Schloss", "un castillo de camino a Rodez"),
        *("un castello sulla strada per Rodez", "een kasteel onderweg naar Rodez"),
        *("un castèl sus la rota de Rodés", "un castell de camí a Rodez"),
    ],
)
def test_on_the_road_is_what_makes_it_little_longer(adviser: Adviser, text: str) -> None:
    request = read(text, PlaceNames(TOWNS))
    assert (request.where, request.towards) == (None, "Rodez")
    answer = adviser.advise(request, here=HERE, now=NOW)
    assert {each.listing.place.commune for each in answer.proposals} == {"Carmaux", "Tanus"}
    assert all(each.towards is not None and each.towards[1] < 10 for each in answer.proposals)


def test_a_train_is_taken_to_a_town_and_nobody_stops(adviser: Adviser) -> None:
    request = read("un bus direction Rodez", PlaceNames(TOWNS))
    assert (request.where, request.towards) == ("Rodez", "")


def test_between_two_towns_is_not_beyond_them(adviser: Adviser) -> None:
    assert set(communes(adviser, "un château entre Gaillac et Caussade")) == {"Penne"}


points = st.builds(Point, st.floats(43.0, 45.0), st.floats(1.0, 3.0))


@given(start=points, goal=points, stop=points)
def test_a_detour_is_never_less_than_nothing_and_none_at_both_ends(
    start: Point, goal: Point, stop: Point
) -> None:
    road = Corridor(start, goal, "", Mode.CAR)
    assert 0 <= road.detour_km(stop) <= 2 * distance_km(start, stop) + 1e-6
    assert road.detour_km(start) == pytest.approx(0, abs=1e-6)
    assert road.detour_km(goal) == pytest.approx(0, abs=1e-6)
