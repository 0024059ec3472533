from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from catalog.errors import Unreadable
from catalog.sources.draft import Draft, Rejection, Withdrawal
from catalog.sources.formats import open_source
from tests.catalog.sources.openagenda.events import RETRIEVED, event, timing, write

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.sources.draft import Found

SATURDAYS = ["2026-11-28", "2026-12-05", "2026-12-12", "2027-01-09"]


def market(number: int, day: str, **more: Any) -> dict[str, Any]:
    return event(
        7000 + number,
        timings=[timing(f"{day}T07:00:00+01:00", f"{day}T12:30:00+01:00")],
        image={"base": "https://x.org/", "filename": f"{number}.jpg"},
        updatedAt=f"2026-0{number + 1}-01T00:00:00Z",
        **more,
    )


def read(path: Path, content: object) -> list[Found]:
    return list(open_source(write(path / "events.json", content)).read(RETRIEVED))


@pytest.mark.parametrize(
    ("content", "total"),
    [
        ({"total": 2, "events": [event(1), event(2, title={"fr": "X"})]}, 2),
        ({"events": [event(1)]}, 1),
        ({"success": True, "event": event(1)}, 1),
        ([event(1), event(2, title={"fr": "X"})], 2),
        (event(1), 1),
        ({"total": 0, "events": [], "after": None}, 0),
        ([{"uid": 1, "removed": True, "updatedAt": "2026-01-01T00:00:00Z"}], 1),
        ({"total": 1, "events": [{"uid": 1, "title": "x", "dateRange": "x"}]}, 1),
    ],
)
def test_every_envelope(tmp_path: Path, content: object, total: int) -> None:
    reader = open_source(write(tmp_path / "a.json", content))
    assert (reader.name, reader.total, reader.label) == (
        "openagenda",
        total,
        f"OpenAgenda, {total} records",
    )
    assert len(list(reader.read(RETRIEVED))) == total


@pytest.mark.parametrize(
    "content",
    [
        {"events": []},
        {"events": [1]},
        [{"uid": 1}],
        {"uid": 1, "title": "x"},
        [],
        {},
        {"event": {}},
    ],
)
def test_other_files_are_left_to_others(tmp_path: Path, content: object) -> None:
    with pytest.raises(Unreadable, match="this seems to be"):
        open_source(write(tmp_path / "a.json", content))


def test_the_settings_of_an_agenda_are_refused_with_the_way_out(tmp_path: Path) -> None:
    settings = {"uid": 9, "title": "Ségala", "slug": "segala", "settings": {}, "schema": {}}
    with pytest.raises(Unreadable, match="hold no event") as refusal:
        open_source(write(tmp_path / "agenda.json", settings))
    assert "/events?detailed=1" in refusal.value.remedy


def test_a_weekly_market_is_one_listing_with_all_its_dates(tmp_path: Path) -> None:
    other = event(1, title={"fr": "Concert"})
    events = [market(n, day) for n, day in enumerate(SATURDAYS, start=1)]
    results = read(tmp_path, {"total": 5, "events": [events[2], other, *events[:2], events[3]]})
    assert len(results) == 2
    one = results[0]
    assert isinstance(one, Draft)
    assert one.listing.id == "openagenda:7001"
    assert one.listing.same_as == tuple(f"openagenda:700{n}" for n in (2, 3, 4))
    days = sorted(str(period.start) for period in one.listing.dates)
    assert days == ["2026-11-28", "2027-01-09"]
    assert str(one.listing.dates[0].end) == "2026-12-12"
    assert str(one.listing.confirmed) == "2026-05-01"


@pytest.mark.parametrize(
    "difference",
    [
        {"registration": [{"type": "phone", "value": "0563760001"}]},
        {"description": {"fr": "Édition spéciale"}},
        {"status": 6},
        {"status": 5},
        {"state": 0},
        {"conditions": {"fr": "2 €"}},
        {"title": {"fr": "La Brocante de la Verrerie", "en": "Flea market"}},
        {"originAgenda": {"uid": 10, "title": "Agenda du Ségala"}},
        {"location": event()["location"] | {"uid": 501}},
    ],
)
def test_what_differs_stays_apart(tmp_path: Path, difference: dict[str, Any]) -> None:
    first, second = market(1, SATURDAYS[0]), market(2, SATURDAYS[1]) | difference
    assert len(read(tmp_path, [first, second])) == 2


def test_places_without_a_number_are_told_by_commune_and_name(tmp_path: Path) -> None:
    place = {name: value for name, value in event()["location"].items() if name != "uid"}
    moved = place | {"latitude": 44.0513, "name": "PLACE DE LA VERRERIE"}
    events = [market(1, SATURDAYS[0], location=place), market(2, SATURDAYS[1], location=moved)]
    assert len(read(tmp_path, events)) == 1
    nameless = [one | {"location": place | {"name": ""}} for one in events]
    assert len(read(tmp_path, nameless)) == 2


def test_broken_events_do_not_break_the_others(tmp_path: Path) -> None:
    path = tmp_path / "events.json"
    good = write(tmp_path / "good.json", event(3)).read_bytes()
    path.write_bytes(
        b'{"events": [' + good + b', {"uid": "\xff"}, 5, {"uid": 4, "removed": true}]}'
    )
    results = list(open_source(path).read(RETRIEVED))
    assert [type(one) for one in results] == [Draft, Rejection, Rejection, Withdrawal]
    assert isinstance(results[1], Rejection)
    assert results[1].id == "events.json, event 2"


def test_a_file_that_breaks_off_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "events.json", {"events": [event(1)]})
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(Unreadable, match="not JSON"):
        open_source(path)
