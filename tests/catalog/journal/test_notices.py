"""Notices expire and are signed; what nobody could answer is kept without whoever asked."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from catalog.clock import PARIS
from catalog.journal import Desk, DeskUnavailable, Notice, NoticeKind, by_listing, schema
from catalog.model import ListingId, Localized, Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LAKE = ListingId("demonstration:la-roucarie")
BAN = Notice(
    listing=LAKE,
    kind=NoticeKind.CLOSED,
    since=date(2026, 7, 22),
    until=date(2026, 7, 31),
    initials="LD",
    text=Localized((Text("fr", "baignade interdite"), Text("nl", "baden verboden"))),
)
FRIDAY = datetime(2026, 7, 31, 9, 30, tzinfo=PARIS)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.open(tmp_path / "desk.sqlite") as opened:
        yield opened


def test_a_notice_is_kept_whole_until_it_expires(desk: Desk) -> None:
    kept = desk.write_notice(BAN)
    assert replace(kept, id="") == BAN
    assert desk.notices(date(2026, 7, 23)) == (kept,)
    assert desk.notices(BAN.until) == (kept,)
    assert desk.notices(BAN.until + timedelta(days=1)) == ()
    longer = desk.write_notice(replace(kept, until=date(2026, 8, 5)))
    assert desk.notices(date(2026, 8, 1)) == (longer,)
    desk.withdraw_notice(kept.id)
    desk.withdraw_notice(kept.id)
    assert desk.notices(date(2026, 7, 1)) == ()


@pytest.mark.parametrize(
    "wrong",
    [
        replace(BAN, until=date(2026, 7, 21)),
        replace(BAN, initials=""),
        replace(BAN, initials="Léa Durand"),
        replace(BAN, text=Localized((Text("fr", "écrire à lea@example.org"),))),
        replace(BAN, listing=ListingId("la roucarié")),
    ],
)
def test_a_notice_without_expiry_initials_or_listing_is_refused(desk: Desk, wrong: Notice) -> None:
    with pytest.raises(DeskUnavailable):
        desk.write_notice(wrong)
    assert desk.notices(date(2026, 7, 1)) == ()


def test_the_newest_notice_of_a_listing_comes_first() -> None:
    later = replace(BAN, since=date(2026, 7, 25), kind=NoticeKind.WARNING)
    assert by_listing([BAN, later]) == {LAKE: (later, BAN)}
    assert BAN.shuts
    assert not later.shuts
    assert [BAN.holds(day) for day in (date(2026, 7, 21), BAN.since, BAN.until)] == [
        *(False, True, True)
    ]


def test_an_old_desk_learns_to_keep_notices(tmp_path: Path) -> None:
    """A desk of the first version, with its counts, opens as one of this version."""
    path = tmp_path / "desk.sqlite"
    with Desk.open(path) as desk:
        desk.count_visitor(post="p", channel="kiosk", lang="nl", at=FRIDAY)
    with sqlite3.connect(path) as old:
        old.executescript(
            "DROP TABLE notice; DROP TABLE unanswered; DROP TABLE demand; PRAGMA user_version = 1"
        )
        old.execute(
            "DELETE FROM _sqlite_migrations WHERE name IN ('notices_and_unanswered', 'demand')"
        )
    old.close()
    with Desk.open(path) as desk:
        assert desk.write_notice(BAN).id
    with sqlite3.connect(path) as new:
        assert new.execute("SELECT count(*) FROM visitor").fetchone() == (1,)
        assert new.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
    new.close()


def kept_texts(desk: Desk) -> list[str]:
    with sqlite3.connect(desk.path) as file:
        rows = file.execute("SELECT text FROM unanswered ORDER BY day").fetchall()
    file.close()
    return [text for (text,) in rows]


def test_what_found_no_answer_is_kept_scrubbed_for_thirty_days(desk: Desk) -> None:
    def keep(text: str, at: datetime) -> None:
        desk.keep_unanswered(
            post="p", lang="fr", text=text, kinds=["service"], themes=["laundry", "name:X"], at=at
        )

    keep("une laverie, mon numéro est le 06 12 34 56 78", FRIDAY)
    keep("06 12 34 56 78", FRIDAY)
    assert kept_texts(desk) == ["une laverie mon numéro est le"]
    keep("un pressing", FRIDAY + timedelta(days=1))
    desk.forget(FRIDAY.date() + timedelta(days=30))
    assert len(kept_texts(desk)) == 2
    desk.forget(FRIDAY.date() + timedelta(days=31))
    assert kept_texts(desk) == ["un pressing"]


def test_what_is_forgotten_is_in_no_file_of_the_desk(desk: Desk) -> None:
    for _ in range(50):
        desk.keep_unanswered(
            post="p", lang="fr", text="une laverie", kinds=[], themes=[], at=FRIDAY
        )
    desk.forget(FRIDAY.date() + timedelta(days=31))
    files = list(desk.path.parent.glob(f"{desk.path.name}*"))
    assert len(files) >= 2  # the log stands beside the desk while it is open
    assert not any(b"laverie" in file.read_bytes() for file in files)
