from __future__ import annotations

import os
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from catalog.errors import Refused, Unreadable, WrongUse
from catalog.hours import school
from catalog.model import Kind, ListingId, Localized, TermId, Text
from catalog.refresh import build
from catalog.refresh.report import Outcome, Report
from catalog.refresh.wording import Wording
from catalog.search.engine import SearchEngine
from catalog.search.index import IndexWriter
from catalog.sources.draft import Caution, Draft, Rejection
from catalog.store.reader import Catalogue
from catalog.store.versions import DataFolder
from catalog.store.writer import CatalogueWriter
from tests.catalog.dying import deaths
from tests.catalog.making import NOW, make

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.model import Listing
    from tests.catalog.refresh.conftest import Desk


def many(count: int, **fields: Any) -> list[Listing]:
    return [make(str(n), f"Château {n}", **fields) for n in range(count)]


def ids_in_use(desk: Desk) -> list[str]:
    with Catalogue.open(desk.data.current) as catalogue:
        catalogue.check()
        return [listing.id for listing in catalogue.all()]


def leftovers(desk: Desk) -> set[str]:
    return {path.name for path in desk.data.path.iterdir()} - {
        ".lock",
        "versions",
        "catalogue.sqlite",
        "catalogue.sqlite.sha256",
        "last-report.json",
    }


def test_a_first_refresh(desk: Desk) -> None:
    labels = Localized((Text("fr", "Wifi"),))
    record = Draft(make("1"), ((TermId("kb:Wifi"), labels),), (Caution("odd", "1", "f", "v"),))
    result = desk.refresh(record, Rejection("stub", "2", "no name"), make("3", kind=Kind.FOOD))
    report = result.report
    assert result.error is None
    assert (report.read, report.new, report.listings, report.published) == (3, 2, 2, True)
    assert report.version == "2026-11-21T083000Z"
    assert report.by_kind == {"attraction": 1, "food": 1}
    assert report.by_language == {"fr": 2}
    assert report.warnings == {"odd": 1}
    assert [(one.id, one.reason) for one in report.rejected] == [("2", "no name")]
    assert desk.data.report.read_bytes() == report.to_json()
    with Catalogue.open(desk.data.current) as catalogue:
        assert catalogue.meta.version == report.version
        assert catalogue.meta.built == NOW
        assert catalogue.thesaurus(TermId("kb:Wifi")) == labels
        assert [hit.id for hit in SearchEngine(catalogue).search("chateau de pene")] == [
            "test:1",
            "test:3",
        ]
    assert leftovers(desk) == set()


def test_it_says_when_the_school_calendar_ends_soon(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "school_calendar_ends" not in desk.refresh(make("1")).report.warnings
    monkeypatch.setattr(school, "known_until", lambda: NOW.date() + timedelta(days=100))
    assert desk.refresh(make("1")).report.warnings == {"school_calendar_ends": 1}
    assert Wording("fr").known("warning.school_calendar_ends")


def test_nothing_left_to_publish_is_a_refusal_that_says_where_all_is(desk: Desk) -> None:
    desk.refresh(*many(3))
    waiting = Draft(make("1"), to_verify=True)
    for records, rejected in (((waiting,), 0), ((waiting, Rejection("stub", "2", "no name")), 1)):
        result = desk.refresh(*records)
        assert isinstance(result.error, Refused)
        assert f"1 wait for a person, {rejected} are rejected" in result.error.message
        assert [one.id for one in result.report.to_verify] == ["1"]
    assert len(ids_in_use(desk)) == 3


def test_a_name_without_a_word_in_it_stops_nothing(desk: Desk) -> None:
    assert desk.refresh(*many(3), make("4", "★★★")).report.published


def test_new_changed_unchanged_gone(desk: Desk) -> None:
    desk.refresh(*many(10))
    changed = replace(make("1", "Château 1"), pets=True)
    report = desk.refresh(*many(1), changed, *many(9)[2:], make("new")).report
    assert (report.new, report.changed, report.unchanged, report.gone) == (1, 1, 8, 1)
    assert [(gone.id, gone.name) for gone in report.gone_listings] == [("test:9", "Château 9")]
    assert report.previous == 10
    (told,) = report.changed_listings
    assert (told.id, told.name) == ("test:1", "Château 1")
    assert [(one.field, one.before, one.after) for one in told.fields] == [("pets", "", "yes")]


def test_the_same_again_is_published_with_its_new_date_and_no_new_version(desk: Desk) -> None:
    desk.refresh(*many(3))
    path = desk.source(*many(3))
    report = desk.run(path, now=NOW + timedelta(days=7)).report
    assert (report.outcome, report.published, report.unchanged) == (Outcome.SAME, True, 3)
    assert [version.name for version in desk.data.versions()] == [report.version]
    with Catalogue.open(desk.data.current) as catalogue:
        assert catalogue.meta.built == NOW + timedelta(days=7)


def test_several_sources_make_one_catalogue(desk: Desk) -> None:
    report = desk.run(desk.source(make("1"), name="a"), desk.source(make("2"), name="b")).report
    assert ids_in_use(desk) == ["test:1", "test:2"]
    assert [(source.path[-1], source.read) for source in report.sources] == [("a", 1), ("b", 1)]


@pytest.mark.parametrize(
    ("dates", "kept"),
    [
        ((date(2026, 1, 1), date(2026, 2, 1)), 1),
        ((date(2026, 2, 1), date(2026, 1, 1)), 0),
        ((date(2026, 1, 1), date(2026, 1, 1)), 0),
        ((None, date(2026, 1, 1)), 1),
        ((date(2026, 1, 1), None), 0),
    ],
)
def test_of_a_listing_that_comes_twice_the_latest_stays(
    desk: Desk, dates: tuple[date | None, date | None], kept: int
) -> None:
    report = desk.refresh(
        *(make("1", f"Nom {n}", updated=day) for n, day in enumerate(dates))
    ).report
    assert (report.read, report.listings, report.warnings) == (2, 1, {"duplicate_id": 1})
    with Catalogue.open(desk.data.current) as catalogue:
        assert next(catalogue.all()).name.texts[0].text == f"Nom {kept}"


def test_a_dry_run_tells_all_and_changes_nothing(desk: Desk) -> None:
    desk.refresh(*many(5))
    before = desk.data.current.read_bytes(), desk.data.report.read_bytes()
    report = desk.run(desk.source(*many(6)), dry_run=True).report
    assert (report.outcome, report.published, report.version) == (Outcome.DRY_RUN, False, None)
    assert (report.new, report.unchanged) == (1, 5)
    assert (desk.data.current.read_bytes(), desk.data.report.read_bytes()) == before
    assert len(desk.data.versions()) == 1
    assert leftovers(desk) == set()


@pytest.mark.parametrize(("left", "published"), [(80, True), (79, False)])
def test_losing_more_than_a_fifth_is_refused(desk: Desk, left: int, *, published: bool) -> None:
    desk.refresh(*many(100))
    result = desk.refresh(*many(left))
    assert result.report.published is published
    assert len(ids_in_use(desk)) == (left if published else 100)
    assert (result.error is None) is published
    if result.error:
        assert isinstance(result.error, Refused)
        assert "100" in result.error.message
        assert "--force" in result.error.remedy
        assert (result.report.outcome, result.report.gone) == (Outcome.REFUSED, 21)
        assert desk.run(desk.source(*many(left)), force=True).report.published


def test_real_data_may_be_smaller_than_the_demonstration(desk: Desk) -> None:
    desk.refresh(*many(10, source="demonstration"))
    assert desk.refresh(make("1")).report.published


def test_the_demonstration_does_not_replace_real_data(desk: Desk) -> None:
    desk.refresh(make("1"))
    result = desk.refresh(*many(10, source="demonstration"))
    assert isinstance(result.error, Refused)
    assert ids_in_use(desk) == ["test:1"]


def test_nothing_in_it(desk: Desk) -> None:
    assert isinstance(desk.refresh().error, Unreadable)
    result = desk.refresh(Rejection("stub", "7", "field name: missing"))
    assert isinstance(result.error, Refused)
    assert "field name: missing" in str(result.error)
    assert not desk.data.current.exists()


def test_force_does_not_publish_nothing(desk: Desk) -> None:
    desk.refresh(make("1"))
    assert isinstance(desk.run(desk.source(), force=True).error, Unreadable)
    assert ids_in_use(desk) == ["test:1"]


def test_a_source_that_breaks_midway(desk: Desk) -> None:
    desk.refresh(make("1"))
    result = desk.refresh(*many(50), Unreadable("the zip is cut short", where="flux.zip"))
    assert isinstance(result.error, Unreadable)
    assert (result.report.outcome, result.report.read) == (Outcome.UNREADABLE, 50)
    assert result.report.reason == "flux.zip: the zip is cut short"
    assert ids_in_use(desk) == ["test:1"]
    assert leftovers(desk) == set()
    assert Report.from_json(desk.data.report.read_bytes()) == result.report


def test_a_text_that_cannot_be_stored_rejects_its_record(desk: Desk) -> None:
    report = desk.refresh(make("1"), make("2", "Ch\ud800teau"), make("\ud800")).report
    assert (report.listings, len(report.rejected)) == (1, 2)
    assert "cannot be stored" in report.rejected[0].reason
    assert Report.from_json(report.to_json()).listings == 1


def test_a_damaged_catalogue_in_use_does_not_stop_its_successor(desk: Desk) -> None:
    desk.refresh(*many(10))
    desk.data.current.write_bytes(b"rubbish")
    report = desk.refresh(make("1")).report
    assert (report.published, report.new, report.previous) == (True, 1, None)


def test_a_damaged_catalogue_is_not_the_measure_the_version_before_it_is(desk: Desk) -> None:
    desk.refresh(*many(100))
    desk.run(desk.source(*many(90)), now=NOW + timedelta(days=1))
    for file in (desk.data.current, desk.data.versions()[0].path):
        file.write_bytes(b"rubbish")
    result = desk.run(desk.source(*many(70)), now=NOW + timedelta(days=2))
    assert isinstance(result.error, Refused)
    assert (result.report.previous, result.report.gone) == (100, 30)
    report = desk.run(desk.source(*many(80)), now=NOW + timedelta(days=2)).report
    assert report.published
    assert len(ids_in_use(desk)) == 80


def test_pages_that_rotted_do_not_stop_a_refresh(desk: Desk) -> None:
    desk.refresh(*many(300))
    whole = desk.data.current.read_bytes()
    middle = len(whole) // 4
    desk.data.current.write_bytes(whole[:middle] + bytes(len(whole) - middle))
    report = desk.run(desk.source(*many(300)), now=NOW + timedelta(days=1)).report
    assert report.published
    assert len(ids_in_use(desk)) == 300
    assert leftovers(desk) == set()


def test_a_broken_search_index_is_not_published(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Halfway(IndexWriter):
        def finish(self) -> None:
            super().finish()
            self._connection.execute("DELETE FROM search_doc WHERE id > 1")

    desk.refresh(make("1"))
    monkeypatch.setattr(build, "IndexWriter", partial(Halfway, concepts={}))
    result = desk.refresh(*many(10))
    assert isinstance(result.error, Refused)
    assert "failed its checks" in result.error.message
    assert ids_in_use(desk) == ["test:1"]
    assert leftovers(desk) == set()


def test_a_full_disk(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def small(writer: CatalogueWriter, path: Path) -> None:
        create(writer, path)
        writer.connection.execute("PRAGMA max_page_count = 60")

    desk.refresh(make("1"))
    create = CatalogueWriter.__init__
    monkeypatch.setattr(CatalogueWriter, "__init__", small)
    result = desk.refresh(*many(200))
    assert isinstance(result.error, Refused)
    assert "no room left" in result.error.message
    assert ids_in_use(desk) == ["test:1"]
    assert leftovers(desk) == set()


def test_interrupted_midway(desk: Desk) -> None:
    desk.refresh(make("1"))
    with pytest.raises(KeyboardInterrupt):
        desk.refresh(*many(20), KeyboardInterrupt())
    assert ids_in_use(desk) == ["test:1"]
    assert leftovers(desk) == set()


def test_killed_at_every_step(desk: Desk) -> None:
    desk.refresh(make("1"))
    path = desk.source(make("1"), make("2"))
    met = set()
    for _ in deaths(lambda: desk.run(path, now=NOW + timedelta(days=1))):
        met.add(len(ids_in_use(desk)))
        desk.run(desk.source(make("1"), name="one"), force=True)
    assert met == {1, 2}
    assert ids_in_use(desk) == ["test:1", "test:2"]
    assert leftovers(desk) == set()


def test_two_at_once(desk: Desk) -> None:
    desk.refresh(make("1"))
    report = desk.data.report.read_bytes()
    with DataFolder(desk.data.path).locked():
        result = desk.refresh(make("1"), make("2"))
    assert isinstance(result.error, Refused)
    assert "another refresh" in result.error.message
    assert desk.data.report.read_bytes() == report
    assert ids_in_use(desk) == ["test:1"]


@pytest.mark.parametrize("address", ["ftp://me:secret@x/y.zip", "file:///etc/passwd"])
def test_an_address_of_another_kind_is_wrong_use_with_the_way_out(desk: Desk, address: str) -> None:
    result = desk.run(address)
    assert isinstance(result.error, WrongUse)
    assert result.error.where == address.replace("me:secret@", "***@")
    assert "give its path" in result.error.remedy
    assert b"secret" not in result.report.to_json()


def test_a_missing_source(desk: Desk) -> None:
    result = desk.run(desk.source(make("1")), str(desk.path / "usb" / "flux.zip"))
    assert isinstance(result.error, Unreadable)
    assert "flux.zip" in result.error.where
    assert not desk.data.current.exists()


def test_a_device_is_no_source(desk: Desk) -> None:
    os.mkfifo(desk.path / "pipe")
    result = desk.run(str(desk.path / "pipe"))
    assert isinstance(result.error, Unreadable)
    assert "neither a file nor a folder" in result.error.message


def test_an_inbox_stands_for_all_that_lies_in_it(desk: Desk) -> None:
    inbox = desk.path / "inbox"
    inbox.mkdir()
    (inbox / ".hidden").write_bytes(b"x")
    desk.source(make("1"), name="inbox/a.zip")
    desk.source(make("2"), name="inbox/b.toml")
    assert desk.run(str(inbox)).report.listings == 2


def test_ids_are_found_by_bare_record(desk: Desk) -> None:
    desk.refresh(make("51f1b780"))
    with Catalogue.open(desk.data.current) as catalogue:
        found = catalogue.find("51f1b780")
    assert found is not None
    assert found.id == ListingId("test:51f1b780")
