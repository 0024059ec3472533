"""The real files, read whole and compared with a naive count of the raw text."""

from __future__ import annotations

import csv
import re
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from catalog.model import Kind
from catalog.sources.draft import Draft
from catalog.sources.formats import open_source
from tests.catalog.sources.tourinsoft.records import RETRIEVED

if TYPE_CHECKING:
    from catalog.model import Period

DATA = Path(__file__).resolve().parents[5] / "shared" / "data"
BRITTANY = DATA / "events" / "tourinsoft-bretagne.csv"
FIXTURES = (
    DATA / "itineraries" / "geotrek-admin-fixtures" / "geotrek" / "tourism" / "tests" / "data"
)

pytestmark = pytest.mark.skipif(
    not (BRITTANY.exists() and FIXTURES.exists()), reason="the real files are not in ../shared/data"
)
_PERIOD = re.compile(
    r"(\d\d/\d\d/\d{4})\|(\d\d/\d\d/\d{4})\|(\d\d:\d\d)?\|(\d\d:\d\d)?\|(\d\d:\d\d)?\|(\d\d:\d\d)?"
)


@pytest.fixture(scope="module")
def rows() -> dict[str, dict[str, str]]:
    with BRITTANY.open(encoding="utf-8-sig", newline="") as stream:
        return {row["SyndicObjectID"]: row for row in csv.DictReader(stream, delimiter=";")}


@pytest.fixture(scope="module")
def drafts() -> dict[str, Draft]:
    found = list(open_source(BRITTANY).read(RETRIEVED))
    assert all(isinstance(result, Draft) for result in found)
    return {
        result.listing.sources[0].record: result for result in found if isinstance(result, Draft)
    }


def day(raw: str) -> date:
    return datetime.strptime(raw, "%d/%m/%Y").date()  # noqa: DTZ007 (a day has no zone)


def on_day(periods: tuple[Period, ...], when: date) -> list[Period]:
    names = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
    return [
        period
        for period in periods
        if isinstance(period.start, date)
        and period.start <= when
        and (period.end is None or when <= period.end)  # type: ignore[operator]
        and (not period.days or names[when.weekday()] in [d.value for d in period.days])
    ]


def test_every_row_is_read(rows: dict[str, dict[str, str]], drafts: dict[str, Draft]) -> None:
    assert drafts.keys() == rows.keys()
    assert len(rows) == 3050


def test_every_period_and_slot_is_kept(
    rows: dict[str, dict[str, str]], drafts: dict[str, Draft]
) -> None:
    periods = slots = 0
    for record, row in rows.items():
        dates = drafts[record].listing.dates
        for first, last, *hours in _PERIOD.findall(row["IDENTDATEMANIFESTATION"]):
            periods += 1
            opened = on_day(dates, day(first))
            assert opened, (record, first)
            if day(last) >= day(first) and not last.endswith("2100"):
                assert on_day(dates, day(last)), (record, last)
            kept = {
                (f"{s.opens:%H:%M}", f"{s.closes:%H:%M}" if s.closes else "")
                for period in opened
                for s in period.slots
            }
            for opens, closes in (hours[:2], hours[2:]):
                if opens and opens != closes:
                    slots += 1
                    assert (opens, closes) in kept, (record, first)
    assert (periods, slots) == (7437, 7000)


def test_no_day_is_made_up(rows: dict[str, dict[str, str]], drafts: dict[str, Draft]) -> None:
    """The days of an event are those of its raw periods, no more and no less."""
    for record, row in list(rows.items())[::3]:
        raw: set[date] = set()
        spans = [(day(a), day(b)) for a, b, *_ in _PERIOD.findall(row["IDENTDATEMANIFESTATION"])]
        if any(end.year > 2030 for _, end in spans):
            continue
        for start, end in spans:
            raw.update(map(date.fromordinal, range(start.toordinal(), end.toordinal() + 1)))
        between = range(min(raw).toordinal() - 1, max(raw).toordinal() + 2)
        dates = drafts[record].listing.dates
        kept = {d for d in map(date.fromordinal, between) if on_day(dates, d)}
        assert kept == raw, record


def test_places_names_and_free_entry(
    rows: dict[str, dict[str, str]], drafts: dict[str, Draft]
) -> None:
    for record, row in rows.items():
        listing = drafts[record].listing
        assert listing.place.latitude == pytest.approx(float(row["GmapLatitude"]))
        assert listing.place.longitude == pytest.approx(float(row["GmapLongitude"]))
        assert listing.place.insee == row["DetailIDENTADRESSEINSEE"]
        assert listing.place.postcode == row["DetailIDENTADRESSECP"]
        assert listing.sources[0].creator
        assert listing.sources[0].updated == date.fromisoformat(row["Updated"][:10])
        assert any(price.free for price in listing.prices) == (row["TARIFENTREE"] == "Gratuit")
        assert bool(listing.description) == bool(row["DetailIDENTDESCRIPTIONCOMMERCIALE"].strip())
        assert bool(listing.media) == bool(row["MULTIMEDIAPHOTO"])
    assert drafts["FMABRE022V53L7U3"].listing.place.street == ("La vallée des bambous", "Kergalaon")


def test_kinds_and_cautions(rows: dict[str, dict[str, str]], drafts: dict[str, Draft]) -> None:
    kinds = Counter(draft.listing.kind for draft in drafts.values())
    markets = sum("Marché" in row["DetailIDENTFMACATEGORIE"].split("#") for row in rows.values())
    assert kinds == {Kind.EVENT: 3050 - markets, Kind.MARKET: markets}
    cautions = Counter(caution.kind for draft in drafts.values() for caution in draft.warnings)
    assert cautions["column_not_read"] == 0
    assert cautions["date_without_end"] == 2
    assert sum(cautions.values()) < 100


def test_contacts(rows: dict[str, dict[str, str]], drafts: dict[str, Draft]) -> None:
    for record, row in rows.items():
        (contact, *_) = (*drafts[record].listing.contacts, None)
        mails = {mail.lower() for mail in row["IDENTMAIL"].split("#") if "@" in mail}
        kept = {mail.lower() for mail in contact.emails} if contact else set()
        assert mails <= kept | {""}, record


def test_the_feeds_of_the_orne_and_of_eure_et_loir() -> None:
    names = ("tourinsoftContent.json", "tourinsoftContentV3.json", "tourinsoftEvent.json")
    found = [list(open_source(FIXTURES / name).read(RETRIEVED)) for name in names]
    assert [len(results) for results in found] == [1, 2, 1]
    assert all(isinstance(result, Draft) for results in found for result in results)
    hotel, event = found[0][0], found[2][0]
    assert isinstance(hotel, Draft)
    assert isinstance(event, Draft)
    assert hotel.listing.place.commune == "Nogent-le-Rotrou"
    assert hotel.listing.contacts[0].phones == ("+33237534360",)
    assert [caution.kind for caution in event.warnings] == ["period_never"]
    assert event.listing.spoken == ("en", "de")
    assert len(event.listing.media) == 9
