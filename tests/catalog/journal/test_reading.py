"""A desk read without being written: the staff's notices for an answer without a screen."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import date
from typing import TYPE_CHECKING

import pytest

from catalog.errors import Unreadable
from catalog.journal import Desk, Notice, NoticeKind
from catalog.journal.reading import notices_at
from catalog.model import ListingId, Localized, Text

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 7, 23)


def notice(listing: str, since: int, until: int) -> Notice:
    return Notice(
        listing=ListingId(listing),
        kind=NoticeKind.CLOSED,
        since=date(2026, 7, since),
        until=date(2026, 7, until),
        initials="LD",
        text=Localized((Text("fr", "fermé"), Text("nl", "gesloten"))),
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A desk with a notice that is over, one that holds and one to come."""
    path = tmp_path / "post" / "desk.sqlite"
    with Desk.open(path) as desk:
        for each in (notice("x:1", 1, 22), notice("x:2", 20, 23), notice("x:3", 25, 30)):
            desk.write_notice(each)
    return path


def test_they_are_those_that_the_post_itself_reads(path: Path) -> None:
    with Desk.open(path) as desk:
        own = desk.notices(DAY)
        assert path.with_name("desk.sqlite-wal").exists()
        assert notices_at(path, DAY) == own  # while the post has it open
    assert [each.listing for each in own] == ["x:2", "x:3"]
    assert notices_at(path, DAY) == own


def test_nothing_is_written_not_even_beside_it(path: Path, tmp_path: Path) -> None:
    stick = tmp_path / "protected"
    stick.mkdir()
    shutil.copyfile(path, stick / "desk.sqlite")  # in WAL mode, without its -wal
    (stick / "desk.sqlite").chmod(0o444)
    stick.chmod(0o555)
    before = (stick / "desk.sqlite").read_bytes()
    try:
        assert len(notices_at(stick / "desk.sqlite", DAY)) == 2
        assert [each.name for each in stick.iterdir()] == ["desk.sqlite"]
    finally:
        stick.chmod(0o755)
    assert (stick / "desk.sqlite").read_bytes() == before


def test_a_post_without_a_desk_has_none_and_gets_none(tmp_path: Path) -> None:
    assert notices_at(tmp_path / "none" / "desk.sqlite", DAY) == ()
    assert list(tmp_path.iterdir()) == []


def test_a_desk_of_the_first_version_has_none(path: Path) -> None:
    with sqlite3.connect(path) as old:
        old.executescript("DROP TABLE notice; PRAGMA user_version = 1")
    old.close()
    assert notices_at(path, DAY) == ()


@pytest.mark.parametrize("words", ["[]", "3", '{"fr": '])
def test_a_row_that_another_hand_wrote_is_named(path: Path, words: str) -> None:
    with sqlite3.connect(path) as desk:
        desk.execute("PRAGMA ignore_check_constraints = ON")
        desk.execute("UPDATE notice SET text = ?", (words,))
    desk.close()
    with pytest.raises(Unreadable) as failure:
        notices_at(path, DAY)
    assert failure.value.where == str(path)


def test_a_file_that_is_no_desk_is_named(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 4096)
    with pytest.raises(Unreadable):
        notices_at(path, DAY)
