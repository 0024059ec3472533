from __future__ import annotations

import shutil
import sqlite3
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from catalog.clock import PARIS
from catalog.errors import Unreadable
from catalog.journal import Desk, schema
from catalog.model import Kind, ListingId
from catalog.worklist.demand import Demand, InVain, demand
from tests.catalog.worklist.making import desk

if TYPE_CHECKING:
    from pathlib import Path

YEAR = (date(2025, 11, 21), date(2026, 11, 21))


def test_posts_are_added_up(tmp_path: Path) -> None:
    first = desk(tmp_path / "a.sqlite", ("x:1", 3), ("x:2", 1), lang="nl")
    second = desk(tmp_path / "b.sqlite", ("x:1", 2))
    found = demand([first, second], *YEAR)
    assert dict(found.asked) == {"x:1": 5, "x:2": 1}
    assert found.answers == 6
    assert dict(found.languages) == {"de": 1, "nl": 1}
    assert demand([], *YEAR) == Demand()


def test_a_desk_given_twice_counts_once(tmp_path: Path) -> None:
    first = desk(tmp_path / "a.sqlite", ("x:1", 3))
    copy = tmp_path / "copy of the stick.sqlite"
    shutil.copyfile(first, copy)
    assert demand([first, copy, first], *YEAR) == demand([first], *YEAR)


def test_only_the_days_asked_for_count(tmp_path: Path) -> None:
    path = desk(tmp_path / "a.sqlite", ("x:1", 3), day=datetime(2024, 8, 1, tzinfo=PARIS))
    assert demand([path], *YEAR) == Demand()
    with Desk.open(path) as post:
        for day in (YEAR[0], YEAR[1]):
            at = datetime(day.year, day.month, day.day, 10, tzinfo=PARIS)
            post.count_answer(
                post="p",
                listing=ListingId("x:1"),
                kind=Kind.FOOD,
                outcome="taken",
                lang=None,
                at=at,
            )
    assert dict(demand([path], *YEAR).asked) == {"x:1": 2}


def test_a_desk_in_use_and_one_on_a_protected_stick(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    with Desk.open(path) as post:
        at = datetime(2026, 8, 1, 10, tzinfo=PARIS)
        post.count_answer(
            post="p", listing=ListingId("x:1"), kind=Kind.FOOD, outcome="shown", lang=None, at=at
        )
        assert dict(demand([path], *YEAR).asked) == {"x:1": 1}
    stick = tmp_path / "stick"
    stick.mkdir()
    shutil.copyfile(path, stick / "desk.sqlite")  # in WAL mode, without its -wal
    before = (stick / "desk.sqlite").read_bytes()
    stick.chmod(0o555)
    try:
        assert dict(demand([stick / "desk.sqlite"], *YEAR).asked) == {"x:1": 1}
    finally:
        stick.chmod(0o755)
    assert (stick / "desk.sqlite").read_bytes() == before


def test_what_is_no_desk(tmp_path: Path) -> None:
    for name, content in {
        "empty.sqlite": b"",
        "text.sqlite": b"hello " * 100,
        "broken.sqlite": b"SQLite format 3\x00" + b"\xff" * 4096,
    }.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(Unreadable):
            demand([tmp_path / name], *YEAR)
    with pytest.raises(Unreadable, match="no such file"):
        demand([tmp_path / "none.sqlite"], *YEAR)
    with pytest.raises(Unreadable, match="no such file"):
        demand([tmp_path], *YEAR)
    newer = desk(tmp_path / "newer.sqlite")
    with sqlite3.connect(newer) as file:
        file.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    file.close()
    with pytest.raises(Unreadable, match="newer version"):
        demand([newer], *YEAR)
    foreign = tmp_path / "foreign.sqlite"
    with sqlite3.connect(foreign) as file:
        file.execute("CREATE TABLE answer (id, listing, day)")
    file.close()
    with pytest.raises(Unreadable, match="no counts"):
        demand([foreign], *YEAR)


def test_one_bad_desk_is_named(tmp_path: Path) -> None:
    good = desk(tmp_path / "good.sqlite", ("x:1", 1))
    (tmp_path / "bad.sqlite").write_bytes(b"PK\x03\x04")
    with pytest.raises(Unreadable) as failure:
        demand([good, tmp_path / "bad.sqlite"], *YEAR)
    assert failure.value.where.endswith("bad.sqlite")


def test_what_was_asked_in_vain_is_grouped_by_what_was_understood(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    at = datetime(2026, 11, 2, 10, tzinfo=PARIS)
    with Desk.open(path) as post:
        for text, themes in (
            ("une laverie", ["laundry"]),
            ("wasserette", ["laundry"]),
            ("wasserette", ["laundry"]),
            ("un barbier", []),
        ):
            post.keep_unanswered(post="p", lang="fr", text=text, kinds=[], themes=themes, at=at)
    assert demand([path], *YEAR).unanswered == (
        InVain(3, ("laundry",), ("wasserette", "une laverie")),
        InVain(1, (), ("un barbier",)),
    )
    assert demand([path, path], *YEAR).unanswered[0].times == 3


def test_a_desk_of_the_first_version_kept_no_questions(tmp_path: Path) -> None:
    path = desk(tmp_path / "a.sqlite", ("x:1", 1))
    with sqlite3.connect(path) as old:
        old.executescript("DROP TABLE unanswered; PRAGMA user_version = 1")
    old.close()
    found = demand([path], *YEAR)
    assert found.answers == 1
    assert found.unanswered == ()
