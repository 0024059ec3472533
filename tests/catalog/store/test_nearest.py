from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.geo import Point, distance_km
from catalog.model import Kind
from catalog.store import nearest as room
from catalog.store.reader import Catalogue
from tests.catalog.making import make, write

if TYPE_CHECKING:
    from collections.abc import Iterator

LATITUDES = (-90.0, -89.9, -21.1, 0.0, 43.9, 44.0, 44.001, 44.3, 47.5, 60.0, 89.99)
LONGITUDES = (-180.0, -179.9, -61.2, 0.0, 2.0, 2.01, 2.5, 55.5, 179.95, 180.0)
SPOTS = [Point(latitude, longitude) for latitude in LATITUDES for longitude in LONGITUDES]
KINDS = (Kind.ATTRACTION, Kind.SERVICE, Kind.FOOD)


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    path = tmp_path_factory.mktemp("nearest") / "catalogue.sqlite"
    write(
        path,
        [
            make(str(n), latitude=at.latitude, longitude=at.longitude, kind=KINDS[n % 3])
            for n, at in enumerate(SPOTS)
        ],
    )
    with Catalogue.open(path) as opened:
        yield opened


@settings(max_examples=80, deadline=None)
@given(
    st.floats(-90, 90),
    st.floats(-180, 180),
    st.sets(st.sampled_from(KINDS)),
    st.integers(1, 120),
    st.none() | st.floats(0, 21_000),
    st.sampled_from([0, 2000]),
)
def test_equals_measuring_everything(
    catalogue: Catalogue,
    latitude: float,
    longitude: float,
    kinds: set[Kind],
    limit: int,
    within_km: float | None,
    few: int,
) -> None:
    origin = Point(latitude, longitude)
    every = sorted(
        (distance_km(origin, at), f"test:{n}")
        for n, at in enumerate(SPOTS)
        if not kinds or KINDS[n % 3] in kinds
    )
    expected = [(id, km) for km, id in every if within_km is None or km <= within_km][:limit]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, "_FEW", few)  # both ways of searching, whatever the filter leaves
        found = catalogue.nearest(origin, kinds=kinds, limit=limit, within_km=within_km)
    assert found == expected
