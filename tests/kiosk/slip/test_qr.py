from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.slip.qr import MAX_BYTES, QUIET, geo_uri, matrix, svg
from tests.kiosk.slip.tools import decoded, needs_zbar, picture_of


def test_a_place_is_a_geo_uri_of_rfc_5870() -> None:
    assert geo_uri(44.0494, 2.158) == "geo:44.0494,2.158"
    assert geo_uri(-0.000001, 180) == "geo:0,180"
    assert geo_uri(44.123456789, -1.5) == "geo:44.12346,-1.5"


@pytest.mark.parametrize("point", [(91.0, 0.0), (0.0, -180.5), (float("nan"), 0.0)])
def test_a_place_off_the_earth_is_refused(point: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="not a place"):
        geo_uri(*point)


@pytest.mark.parametrize("payload", ["", "é", "x" * (MAX_BYTES + 1)])
def test_a_payload_that_an_old_phone_cannot_read_is_refused(payload: str) -> None:
    with pytest.raises(ValueError, match="payload"):
        matrix(payload)


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_any_place_gives_a_small_square_with_a_quiet_zone(lat: float, lon: float) -> None:
    modules = matrix(geo_uri(lat, lon))
    side = len(modules)
    assert side <= 25 + 2 * QUIET  # version 2
    assert all(len(row) == side for row in modules)
    edge = [*modules[:QUIET], *modules[-QUIET:]]
    assert not any(any(row) for row in edge)
    assert not any(any(row[:QUIET]) or any(row[-QUIET:]) for row in modules)


def test_the_picture_has_one_square_a_dark_module() -> None:
    modules = matrix("geo:44.0494,2.158")
    assert svg(modules).count("h1v1") == sum(map(sum, modules))


@needs_zbar
def test_a_phone_reads_the_place_back() -> None:
    assert decoded(picture_of(matrix("geo:44.0494,2.158"))) == {"geo:44.0494,2.158"}
