from __future__ import annotations

from contextlib import nullcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.errors import Refused
from catalog.refresh.guards import WATCHED_FROM, check
from catalog.store.meta import Meta, SourceSummary
from tests.catalog.making import NOW


def meta(demonstration: bool = False, **records: int) -> Meta:
    sources = tuple(SourceSummary(name, count) for name, count in records.items())
    return Meta("v", NOW, demonstration, sum(records.values()), {}, sources)


def test_a_source_that_stops_is_not_lost_in_the_sum() -> None:
    with pytest.raises(Refused, match=r"source osm has 79 records, 100 .* 21% fewer") as caught:
        check(meta(apidae=1000, osm=79), meta(apidae=1000, osm=100))
    assert "--force" in caught.value.remedy
    with pytest.raises(Refused, match=r"source osm has 0 records, 20 .* 100% fewer"):
        check(meta(apidae=1000), meta(apidae=1000, osm=WATCHED_FROM))
    check(meta(apidae=1000), meta(apidae=1000, osm=WATCHED_FROM - 1))
    check(meta(apidae=1000, osm=80), meta(apidae=1000, osm=100))
    check(meta(apidae=1000, osm=10), meta(apidae=1000, osm=100), largest_drop=0.9)
    with pytest.raises(Refused, match=r"limit 0%"):
        check(meta(apidae=999), meta(apidae=1000), largest_drop=0)


def test_nothing_to_compare_with() -> None:
    check(meta(apidae=1), None)
    check(meta(apidae=1), meta(demonstration=True, demonstration_source=100))


@given(st.integers(0, 10_000), st.integers(1, 10_000), st.floats(0, 1))
def test_the_guard_speaks_exactly_when_the_share_is_passed(
    left: int, before: int, allowed: float
) -> None:
    refused = before - left > allowed * before
    with pytest.raises(Refused, match=f"{left:,}") if refused else nullcontext():
        check(meta(a=left), meta(a=before), largest_drop=allowed)
