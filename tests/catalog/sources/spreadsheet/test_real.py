"""Two real tables, read by a mapping and compared with a naive count of their raw cells."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from catalog.errors import Unreadable
from catalog.sources.candidate import Candidate
from catalog.sources.draft import Draft
from catalog.sources.spreadsheet.reader import recognise
from tests.catalog.sources.spreadsheet.making import RETRIEVED, write_mapping

if TYPE_CHECKING:
    from catalog.model import Listing

DATA: Final = Path(__file__).resolve().parents[5] / "shared" / "data"
TOILETS: Final = DATA / "places" / "osm-toilets-nouvelle-aquitaine.csv"
EVENTS: Final = DATA / "events" / "tourinsoft-bretagne.csv"

pytestmark = pytest.mark.skipif(
    not (TOILETS.exists() and EVENTS.exists()), reason="the real tables are not in ../shared/data"
)

TOILETS_MAPPING = """
[columns]
id = "osm_id"
name = "type"
latitude = "Y"
longitude = "X"
commune = "com_nom"
insee = "com_insee"
hours = "opening_hours"
wheelchair = "wheelchair"
[every_row]
kind = "toilets"
"""
EVENTS_MAPPING = """
[source]
name = "bretagne"
[columns]
id = "SyndicObjectID"
name = "SyndicObjectName"
latitude = "GmapLatitude"
longitude = "GmapLongitude"
description = "DetailIDENTDESCRIPTIONCOMMERCIALE"
postcode = "DetailIDENTADRESSECP"
commune = "DetailIDENTADRESSECOMMUNE"
insee = "DetailIDENTADRESSEINSEE"
email = "IDENTMAIL"
phone = "IDENTTEL"
[every_row]
kind = "event"
"""


def read(
    table: Path, mapping: str, folder: Path
) -> tuple[list[dict[str, str]], dict[str, Listing], Counter[str], list[str]]:
    """The raw rows, the listings by record, the cautions by kind, and the reasons of rejections."""
    linked = folder / table.name
    linked.symlink_to(table)
    write_mapping(linked.with_name(f"{linked.stem}.mapping.toml"), mapping)
    with table.open(encoding="utf-8-sig", newline="") as stream:
        raw = list(csv.DictReader(stream, delimiter=";"))
    source = recognise(Candidate(linked))
    assert source is not None
    listings, cautions, reasons = {}, Counter[str](), []
    for item in source.read(RETRIEVED):
        if isinstance(item, Draft):
            listings[item.listing.sources[0].record] = item.listing
            cautions.update(caution.kind for caution in item.warnings)
        else:
            reasons.append(item.reason)
    return raw, listings, cautions, reasons


def test_toilets(tmp_path: Path) -> None:
    raw, listings, cautions, reasons = read(TOILETS, TOILETS_MAPPING, tmp_path)
    assert reasons == []
    assert len(listings) == len(raw) == 4327
    for row in raw:
        listing = listings[row["osm_id"]]
        place = listing.place
        assert (place.latitude, place.longitude) == (float(row["Y"]), float(row["X"]))
        assert (place.insee or "") == row["com_insee"]
        said = {"yes": True, "no": False}.get(row["wheelchair"])
        assert listing.access.wheelchair is said
        assert bool(row["opening_hours"]) == bool(listing.openings or listing.practical)
    unclear = sum(row["wheelchair"] not in ("", "yes", "no") for row in raw)
    assert cautions["access_unclear"] == unclear > 0
    stated = sum(bool(row["opening_hours"]) for row in raw)
    read_as_hours = sum(bool(listing.openings) for listing in listings.values())
    assert read_as_hours == stated - cautions["hours_as_text"]
    assert read_as_hours > 0.9 * stated > 0


def test_events(tmp_path: Path) -> None:
    raw, listings, _, reasons = read(EVENTS, EVENTS_MAPPING, tmp_path)
    assert len(listings) + len(reasons) == len(raw) == 3050
    twice = len(raw) - len({row["SyndicObjectID"] for row in raw})
    assert sum("the same id" in reason for reason in reasons) <= twice
    for row in raw:
        listing = listings.get(row["SyndicObjectID"])
        if listing is None or listing.name.texts[0].text != row["SyndicObjectName"]:
            continue
        assert listing.place.latitude in (float(row["GmapLatitude"]), float(row["GmapLongitude"]))
        assert bool(listing.description) == bool(row["DetailIDENTDESCRIPTIONCOMMERCIALE"].strip())
        mails = {mail.lower() for contact in listing.contacts for mail in contact.emails}
        assert all(mail in row["IDENTMAIL"].lower() for mail in mails)


def test_official_tables_without_coordinates_are_refused() -> None:
    for name in ("communes.csv", "departements.csv", "laposte-insee-codes-postaux.csv"):
        with pytest.raises(Unreadable, match="no title names"):
            recognise(Candidate(DATA / "places" / name))
