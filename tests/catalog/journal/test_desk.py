from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.clock import PARIS
from catalog.journal import Desk, DeskUnavailable, post_slug
from catalog.model import Kind, ListingId

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FRIDAY = datetime(2026, 7, 31, 9, 30, tzinfo=PARIS)
DAY = FRIDAY.date()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.open(tmp_path / "desk.sqlite") as opened:
        yield opened


def visit(desk: Desk, lang: str | None = "nl", post: str = "Marché de Carmaux") -> None:
    desk.count_visitor(post=post, channel="counter", lang=lang, at=FRIDAY)


def test_answers_are_counted_by_outcome(desk: Desk) -> None:
    lake = ListingId("demonstration:la-roucarie")
    for outcome in ("shown", "shown", "printed"):
        desk.count_answer(
            post="p",
            listing=lake,
            kind=Kind.ACTIVITY,
            outcome=outcome,
            lang="en",
            at=FRIDAY,
        )
    assert desk.answers(DAY, DAY, "shown") == ((lake, 2),)
    assert desk.answers(DAY, DAY, "taken") == ()


def test_a_desk_is_kept_between_openings_and_time_to_the_hour(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "desk.sqlite"
    for _ in range(2):
        with Desk.open(path) as desk:
            visit(desk)
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT day, hour, channel, length(id) FROM visitor").fetchall()
    connection.close()
    assert rows == [("2026-07-31", 9, "counter", 32)] * 2


WORDS = {("unanswered", "text", "je cherche un hôtel")}
"""What a visitor asked in vain is kept, scrubbed: words, but no name and no address."""
CODES = {"kinds", "themes", "slots"}
PERSONAL = [
    "Léa Durand",
    "lea@example.org",
    "je cherche un hôtel",
    "+33 6 12 34 56 78",
    "",
    "x" * 500,
]


@pytest.mark.parametrize("text", PERSONAL)
def test_no_column_takes_a_name_an_address_or_a_sentence(desk: Desk, text: str) -> None:
    """Each text column of every table, tried directly in SQL against the schema's checks."""
    connection = sqlite3.connect(desk.path)
    good: dict[str, dict[str, Any]] = {
        "visitor": {"id": "0" * 32, "post": "p", "day": "2026-07-31", "hour": 9, "lang": "fr"}
        | {"channel": "kiosk"},
        "answer": {"id": "0" * 32, "post": "p", "day": "2026-07-31", "hour": 9, "lang": "fr"}
        | {"kind": "food", "listing": "a:b", "outcome": "shown"},
        "unanswered": {"id": "0" * 32, "post": "p", "day": "2026-07-31", "hour": 9, "lang": "fr"}
        | {"kinds": "shop", "themes": "laundry", "text": "une laverie"},
        "demand": {"id": "0" * 32, "post": "p", "day": "2026-07-31", "hour": 9, "lang": "fr"}
        | {"channel": "kiosk", "slots": "swimming,kids", "proposals": 3},
        "notice": {"id": "0" * 32, "listing": "a:b", "kind": "closed", "since": "2026-07-31"}
        | {"until": "2026-08-01", "initials": "LD", "text": "{}"},
    }
    tables = {
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if not name.startswith("_sqlite")
    }
    assert tables - {"_sqlite_migrations"} == set(good)
    for table, row in good.items():
        columns = [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]
        assert set(columns) == set(row)
        for column in columns:
            if (table, column, text) in WORDS or (column in CODES and not text):
                continue
            values = [text if name == column else row[name] for name in columns]
            with pytest.raises(sqlite3.IntegrityError):
                connection.execute(
                    f"INSERT INTO {table} ({', '.join(columns)})"
                    f" VALUES ({', '.join('?' * len(columns))})",
                    values,
                )
    connection.close()


def test_demand_is_codes_without_names_or_ages(desk: Desk) -> None:
    said = {"post": "p", "channel": "kiosk", "lang": "nl", "at": FRIDAY}
    slots = ["activity", "swimming", "kids", "age:5", "name:Léa Durand", "swimming"]
    desk.count_demand(**said, slots=slots, proposals=3)  # type: ignore[arg-type]
    desk.count_demand(**said, slots=["laundry"] * 200, proposals=0)  # type: ignore[arg-type]
    desk.count_demand(**said, slots=[f"code_{n}" for n in range(90)], proposals=500)  # type: ignore[arg-type]
    connection = sqlite3.connect(desk.path)
    rows = connection.execute("SELECT slots, proposals FROM demand").fetchall()
    connection.close()
    assert ("activity,swimming,kids", 3) in rows
    assert ("laundry", 0) in rows
    assert sorted(proposals for _, proposals in rows) == [0, 3, 99]
    assert all(len(slots) <= 200 for slots, _ in rows)


def test_a_file_that_is_not_a_desk_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE mine (x)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(DeskUnavailable, match="not a desk"):
        Desk.open(path)
    assert path.read_bytes() == before
    path.write_bytes(b"not a database at all, but long enough to be read as one" * 20)
    with pytest.raises(DeskUnavailable, match="cannot be used"):
        Desk.open(path)


def test_a_newer_desk_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    Desk.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(DeskUnavailable, match="newer version"):
        Desk.open(path)


def test_a_folder_that_cannot_be_made_is_reported(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("")
    with pytest.raises(DeskUnavailable):
        Desk.open(blocker / "desk.sqlite")


@given(st.text())
def test_every_post_name_has_a_slug_the_schema_takes(name: str) -> None:
    slug = post_slug(name)
    assert 1 <= len(slug) <= 40
    assert all(char in "abcdefghijklmnopqrstuvwxyz0123456789-" for char in slug)
