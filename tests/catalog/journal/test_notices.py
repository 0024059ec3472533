"""Notices expire and are signed; what nobody could answer is kept without whoever asked."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.clock import PARIS
from catalog.journal import Desk, DeskUnavailable, Notice, NoticeKind, by_listing, schema
from catalog.journal.scrub import LONGEST, scrubbed
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
    keep("un pressing", FRIDAY + timedelta(days=30))
    assert len(kept_texts(desk)) == 2
    keep("un vétérinaire", FRIDAY + timedelta(days=31))
    assert kept_texts(desk) == ["un pressing", "un vétérinaire"]


@pytest.mark.parametrize(
    ("lang", "text", "kept"),
    [
        ("fr", "Où est la laverie ?", "où est la laverie"),
        ("fr", "je m'appelle Jean Dupont, une laverie", "je une laverie"),
        ("fr", "ma fille Emma a perdu son doudou", "ma fille a perdu son doudou"),
        ("en", "My name is Ann Lee and I need a laundry", "my name and need a laundry"),
        ("en", "mail me: ann.lee@example.org", "mail me"),
        ("de", "Wo ist hier eine Wäscherei?", "wo ist hier eine wäscherei"),
        ("de", "Ich heiße Peter Müller, wo ist der Waschsalon?", "ich wo ist der waschsalon"),
        ("nl", "wasserette? bel 0612345678", "wasserette bel"),
        ("de", "Peter Müller sucht eine Wäscherei", "sucht eine wäscherei"),
        ("es", "Soy María, busco lavandería", "busco lavandería"),
    ],
)
def test_no_name_no_number_no_address_is_left(lang: str, text: str, kept: str) -> None:
    assert scrubbed(text, lang) == kept


@given(st.text(max_size=600), st.sampled_from(["fr", "de", "en"]))
@settings(max_examples=150)
def test_whatever_is_typed_the_desk_takes_what_is_left_of_it(
    tmp_path_factory: pytest.TempPathFactory, text: str, lang: str
) -> None:
    left = scrubbed(text, lang)
    assert len(left) <= LONGEST
    assert "@" not in left
    with Desk.open(tmp_path_factory.getbasetemp() / "any.sqlite") as desk:
        desk.keep_unanswered(post="p", lang=lang, text=text, kinds=[], themes=[], at=FRIDAY)
