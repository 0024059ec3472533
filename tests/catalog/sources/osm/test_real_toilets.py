"""The real toilets of Nouvelle-Aquitaine, compared with a naive count of the raw file."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from catalog.hours import expression
from catalog.sources.draft import Draft, Rejection
from catalog.sources.formats import open_source

FILE = (
    Path(__file__).resolve().parents[5]
    / "shared" / "data" / "places" / "osm-toilets-nouvelle-aquitaine.csv"
)  # fmt: skip

pytestmark = pytest.mark.skipif(not FILE.exists(), reason="the real file is not in ../shared/data")


def test_every_row_is_there_as_it_stands() -> None:
    with FILE.open(encoding="utf-8-sig", newline="") as stream:
        raw = {row["osm_id"]: row for row in csv.DictReader(stream, delimiter=";")}
    results = list(open_source(FILE).read(date(2026, 11, 21)))
    found = {
        result.listing.sources[0].record: result.listing
        for result in results
        if isinstance(result, Draft)
    }
    rejected = [result for result in results if isinstance(result, Rejection)]
    assert (len(raw), len(found), len(rejected)) == (4327, 4318, 9)
    for record, row in raw.items():
        if row["access"] in ("no", "restricted"):
            assert record not in found
            continue
        listing = found[record]
        assert listing.place.latitude == float(row["Y"])
        assert listing.place.longitude == float(row["X"])
        assert (listing.place.insee, listing.place.commune) == (row["com_insee"], row["com_nom"])
        known = {"yes": True, "designated": True, "no": False}
        assert listing.access.wheelchair is known.get(row["wheelchair"])
        assert any(price.free for price in listing.prices) == (row["fee"] == "no")
        water = {*listing.concepts, *listing.amenities}
        assert ("drinking_water" in water) == (row["drinking_water"] == "yes")
        assert ("changing_table" in listing.amenities) == (row["changing_table"] == "yes")
        assert ("osm:access=customers" in listing.amenities) == (row["access"] == "customers")
        assert bool(row["opening_hours"]) == bool(listing.openings or listing.practical)
        if row["opening_hours"] == "24/7":
            assert expression(listing.openings) == "Mo-Su 00:00-24:00"
    kinds = Counter(c.kind for result in results if isinstance(result, Draft)
                    for c in result.warnings)  # fmt: skip
    assert kinds == {"access_rule_unknown": 5, "price_without_unit": 3, "hours_not_held": 2}
