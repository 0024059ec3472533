from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest

from catalog.errors import (
    CatalogueDamaged,
    CatalogueError,
    CatalogueForeign,
    CatalogueMissing,
)
from catalog.geo import Point
from catalog.model import (
    NOTHING,
    Kind,
    Label,
    LabelStatus,
    ListingId,
    Localized,
    MonthDay,
    Period,
    Source,
    TermId,
    Text,
)
from catalog.store.header import SCHEMA_VERSION
from catalog.store.reader import Catalogue
from catalog.store.record import encode_labels
from catalog.store.writer import CatalogueWriter
from tests.catalog.making import NOW, VERSION, make, write

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from catalog.model import Listing

WIFI = TermId("kb:Wifi")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "catalogue.sqlite"


@pytest.fixture
def shelf(path: Path) -> Iterator[Shelf]:
    shelf = Shelf(path)
    yield shelf
    shelf.close()


class Shelf:
    """Opens catalogues made of listings, and closes them after the test."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._opened: list[Catalogue] = []

    def of(self, *listings: Listing, limit_ms: int = 2000) -> Catalogue:
        write(self._path, listings)
        self._opened.append(Catalogue.open(self._path, limit_ms=limit_ms))
        return self._opened[-1]

    def close(self) -> None:
        for catalogue in self._opened:
            catalogue.close()


def ids(listings: Iterable[Listing]) -> list[str]:
    return [listing.id for listing in listings]


def test_meta(shelf: Shelf) -> None:
    licence = "Licence Ouverte"
    old = Source("osm", "7", date(2026, 11, 21), updated=date(2020, 1, 1), licence=licence)
    toilets = make("7", source="osm", kind=Kind.SERVICE, sources=(old,))
    meta = shelf.of(make("1"), make("2"), toilets).meta
    assert (meta.version, meta.built, meta.listings) == (VERSION, NOW, 3)
    assert meta.by_kind == {Kind.ATTRACTION: 2, Kind.SERVICE: 1}
    assert [(s.name, s.records, s.updated, s.licence) for s in meta.sources] == [
        ("osm", 1, date(2020, 1, 1), licence),
        ("test", 2, date(2026, 5, 1), None),
    ]
    assert not meta.demonstration


def test_one_demonstration_listing_makes_a_demonstration(shelf: Shelf) -> None:
    assert shelf.of(make("1"), make("2", source="demonstration")).meta.demonstration


def test_get_and_get_many_in_the_order_asked(shelf: Shelf) -> None:
    catalogue = shelf.of(*(make(str(n)) for n in range(1200)))
    wanted = [ListingId(f"test:{n}") for n in (700, 3, 3, 1199, 5000, 0)]
    assert ids(catalogue.get_many(wanted)) == [id for id in wanted if id != "test:5000"]
    assert catalogue.get(ListingId("test:3")) == make("3")
    assert catalogue.get(ListingId("test:5000")) is None
    assert ids(catalogue.all()) == [f"test:{n}" for n in range(1200)]


def test_find_by_every_name_of_a_listing(shelf: Shelf) -> None:
    source = Source("test", "PCU47", date(2026, 1, 1), url="https://example.org/47")
    wikidata = "http://www.wikidata.org/entity/Q1"
    listing = make("a", sources=(source,), same_as=(wikidata,))
    catalogue = shelf.of(make("b"), listing)
    for reference in ("test:a", "PCU47", " https://example.org/47\n", wikidata):
        assert catalogue.find(reference) == listing
    for reference in ("", "nothing", "PCU4%", "\ud800", "x" * 100_000, "a\0b"):
        assert catalogue.find(reference) is None


def test_thesaurus(path: Path) -> None:
    labels = Localized((Text("fr", "Wifi gratuit"),))
    with CatalogueWriter(path) as writer:
        for each in (labels, Localized((Text("fr", "autre"),))):
            writer.add_terms([(WIFI, encode_labels(each))])
        writer.finish(version=VERSION, built=NOW)
    with Catalogue.open(path) as catalogue:
        assert catalogue.thesaurus(WIFI) == labels
        assert catalogue.thesaurus(TermId("kb:None")) == NOTHING


def test_communes_stand_in_the_middle_of_their_listings(shelf: Shelf) -> None:
    far = make("3", latitude=48.0, longitude=7.0)  # one wrong position does not move the commune
    (commune,) = shelf.of(make("1"), make("2"), far).communes()
    assert (commune.name, commune.insee, commune.listings) == ("Penne", "81206", 3)
    assert commune.point == Point(44.08, 1.73)


def test_nearest_by_kind_and_concept(shelf: Shelf) -> None:
    castle = TermId("castle")
    catalogue = shelf.of(
        make("far", latitude=44.5, concepts=(castle,)),
        make("near", latitude=44.1),
        make("here", kind=Kind.SERVICE),
        make("pool", latitude=44.2, kind=Kind.ACTIVITY, amenities=(WIFI,)),
    )
    here = Point(44.08, 1.73)
    assert [id for id, _ in catalogue.nearest(here)] == [
        "test:here",
        "test:near",
        "test:pool",
        "test:far",
    ]
    assert [id for id, _ in catalogue.nearest(here, kinds=[Kind.ATTRACTION])] == [
        "test:near",
        "test:far",
    ]
    assert [id for id, _ in catalogue.nearest(here, concepts=[castle, WIFI])] == [
        "test:pool",
        "test:far",
    ]
    assert catalogue.nearest(here, kinds=[Kind.SERVICE], concepts=[castle]) == []
    assert [id for id, _ in catalogue.nearest(here, within_km=3)] == ["test:here", "test:near"]
    assert catalogue.nearest(here, limit=0) == []
    assert catalogue.nearest(here, within_km=float("nan")) == []


def test_a_label_counts_once_obtained(shelf: Shelf) -> None:
    candidate = Label(TermId("bio"), status=LabelStatus.IN_PROGRESS)
    catalogue = shelf.of(
        make("has", labels=(Label(TermId("bio")),)), make("hopes", labels=(candidate,))
    )
    near = catalogue.nearest(Point(44.08, 1.73), concepts=[TermId("bio")])
    assert [id for id, _ in near] == ["test:has"]


def test_happening(shelf: Shelf) -> None:
    def event(record: str, *dates: Period) -> Listing:
        return make(record, kind=Kind.EVENT, dates=dates)

    catalogue = shelf.of(
        event("fair", Period(date(2026, 5, 2), date(2026, 5, 3))),
        event("summer", Period(MonthDay(7, 1), MonthDay(8, 31))),
        event("winter", Period(MonthDay(12, 1), MonthDay(1, 6))),
        event("always", Period()),
        event("off", Period(date(2026, 5, 2), date(2026, 5, 3), closed=True)),
        make("no dates"),
    )

    def found(first: date, last: date) -> set[str]:
        return {id.removeprefix("test:") for id in catalogue.happening(first, last)}

    assert found(date(2026, 5, 3), date(2026, 5, 9)) == {"fair", "always"}
    assert found(date(2026, 5, 4), date(2026, 5, 9)) == {"always"}
    assert found(date(2026, 8, 31), date(2026, 8, 31)) == {"summer", "always"}
    assert found(date(2026, 1, 6), date(2026, 1, 6)) == {"winter", "always"}
    assert found(date(2026, 12, 31), date(2027, 1, 1)) == {"winter", "always"}
    assert found(date(2027, 1, 1), date(2027, 12, 31)) == {"summer", "winter", "always"}
    assert found(date(2026, 6, 1), date(2027, 6, 1)) == {"summer", "winter", "always"}


def test_happening_of_a_sort_nearest_first(shelf: Shelf) -> None:
    """Among many dated things: of the kinds and concepts asked for, the nearest, over New Year."""
    winter = Period(MonthDay(12, 20), MonthDay(12, 31))
    far = [
        make(f"far{n}", kind=Kind.EVENT, latitude=45.0 + n / 100, dates=(winter,)) for n in range(3)
    ]
    near = make("near", kind=Kind.EVENT, dates=(winter,), concepts=(TermId("concert"),))
    stall = make("stall", kind=Kind.MARKET, dates=(winter,))
    catalogue = shelf.of(*far, stall, near)
    span = (date(2026, 12, 28), date(2027, 1, 3))
    here = Point(44.0, 1.73)
    events = catalogue.happening(*span, kinds=[Kind.EVENT], near=here, limit=2)
    assert events == ["test:near", "test:far0"]
    assert catalogue.happening(*span, concepts=[TermId("concert")], near=here) == ["test:near"]
    assert catalogue.happening(*span, kinds=[Kind.MARKET]) == ["test:stall"]


def test_a_slow_question_is_stopped(shelf: Shelf) -> None:
    catalogue = shelf.of(make(), limit_ms=1)
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    with pytest.raises(CatalogueError, match="longer than 1 ms"):
        catalogue.rows(endless)
    assert catalogue.get(ListingId("test:1")) == make()


def test_nobody_writes(shelf: Shelf) -> None:
    catalogue = shelf.of(make())
    with pytest.raises(CatalogueError, match="readonly"):
        catalogue.rows("DELETE FROM listing")
    assert catalogue.get(ListingId("test:1")) is not None


def test_missing(tmp_path: Path) -> None:
    with pytest.raises(CatalogueMissing, match="no catalogue") as caught:
        Catalogue.open(tmp_path / "none.sqlite")
    assert "none.sqlite" in str(caught.value)
    assert "catalog refresh" in caught.value.remedy


def test_foreign_files(path: Path, tmp_path: Path) -> None:
    path.write_bytes(b"")
    with pytest.raises(CatalogueForeign, match="empty"):
        Catalogue.open(path)
    path.write_bytes(b"PK\x03\x04 not a database at all" * 100)
    with pytest.raises(CatalogueForeign, match="not an SQLite file"):
        Catalogue.open(path)
    path.unlink()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE listing (id)")
    with pytest.raises(CatalogueForeign, match="our mark"):
        Catalogue.open(path)
    with pytest.raises(CatalogueForeign):
        Catalogue.open(tmp_path)


def test_another_schema_version(path: Path) -> None:
    write(path, [make()])
    with closing(sqlite3.connect(path)) as writer:
        writer.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    with pytest.raises(CatalogueForeign, match=f"version {SCHEMA_VERSION + 1}"):
        Catalogue.open(path)


def test_an_unfinished_file_is_no_catalogue(path: Path) -> None:
    with CatalogueWriter(path) as writer:
        writer.add(make())
        writer.connection.commit()
    with pytest.raises(CatalogueForeign, match="our mark"):
        Catalogue.open(path)


def test_cut_short_at_any_page(path: Path, tmp_path: Path) -> None:
    whole = write(path, [make(str(n)) for n in range(50)]).read_bytes()
    cut = tmp_path / "cut.sqlite"
    for size in range(0, len(whole), 4096 * 7):
        cut.write_bytes(whole[:size])
        with pytest.raises(CatalogueDamaged if size else CatalogueForeign):
            Catalogue.open(cut)


def test_damage_is_named_and_never_a_sqlite_error(path: Path) -> None:
    whole = bytearray(write(path, [make(str(n)) for n in range(50)]).read_bytes())
    pages = len(whole) // 4096
    found = 0
    for page in range(1, pages):
        broken = whole.copy()
        broken[page * 4096 : page * 4096 + 64] = b"\xa5" * 64
        path.write_bytes(broken)
        try:
            with Catalogue.open(path) as catalogue:
                catalogue.check()
                list(catalogue.all())
        except CatalogueDamaged:
            found += 1
    assert found == pages - 1


def test_a_record_that_no_longer_fits_the_model(path: Path) -> None:
    write(path, [make()])
    with closing(sqlite3.connect(path)) as writer:
        writer.execute("UPDATE listing SET record = '{\"id\": 3}'")
        writer.commit()
    with (
        Catalogue.open(path) as catalogue,
        pytest.raises(CatalogueDamaged, match="record test:1"),
    ):
        catalogue.get(ListingId("test:1"))


def test_odd_paths(tmp_path: Path) -> None:
    odd = tmp_path / "été 100% #1?mode=rw&x.sqlite"
    write(odd, [make()])
    with Catalogue.open(odd) as catalogue:
        assert catalogue.meta.listings == 1


def test_adding_again_replaces_everything(path: Path) -> None:
    first = make("1", kind=Kind.EVENT, dates=(Period(MonthDay(1, 1), MonthDay(1, 2)),))
    second = make("1", "Autre", concepts=(TermId("castle"),), latitude=45.0)
    with CatalogueWriter(path) as writer:
        assert writer.add(first) == 1
        assert writer.add(make("2")) == 2
        assert writer.add(second) == 1
        assert writer.get(first.id) == second
        assert [rowid for rowid, _ in writer.listings()] == [1, 2]
        writer.finish(version=VERSION, built=NOW)
    with Catalogue.open(path) as catalogue:
        assert catalogue.get(first.id) == second
        assert catalogue.meta.by_kind == {Kind.ATTRACTION: 2}
        assert catalogue.meta.sources[0].records == 2
        assert catalogue.happening(date(2026, 1, 1), date(2026, 1, 1)) == []
        assert catalogue.nearest(Point(45.0, 1.73), limit=1)[0] == (first.id, 0.0)
