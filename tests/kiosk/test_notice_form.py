"""What an adviser fills in: days as people write them, faults that name their line; the board
undoes each step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.clock import PARIS
from catalog.journal import Desk, DeskUnavailable, Notice, NoticeKind
from catalog.model import LANGUAGES, ListingId
from kiosk.board import Board
from kiosk.i18n import translator
from kiosk.notice_form import MAX_WORDS, Draft, Fault, Field, day_of, draft_of, notice_of

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 7, 23, 10, 40, tzinfo=PARIS)  # a Thursday
LAKE = ListingId("test:lake")
GOOD = Draft(LAKE, until="31/07", words="baignade interdite", initials="ld")


@pytest.mark.parametrize(
    ("lang", "written", "day"),
    [
        ("fr", "31/07", date(2026, 7, 31)),
        ("fr", "22/07", date(2026, 7, 22)),
        ("fr", "31/12/27", date(2027, 12, 31)),
        ("de", "31.7.", date(2026, 7, 31)),
        ("nl", "31-7-2026", date(2026, 7, 31)),
        ("en", "2026-07-31", date(2026, 7, 31)),
        ("fr", "vendredi", date(2026, 7, 24)),
        ("fr", "dans 3 jours", date(2026, 7, 26)),
        ("fr", "5 août", date(2026, 8, 5)),
        ("de", "morgen", date(2026, 7, 24)),
        ("en", "Friday", date(2026, 7, 24)),
        ("fr", "32/13", None),
        ("fr", "29/02/2026", None),
        ("fr", "un de ces jours", None),
        ("fr", "", None),
    ],
)
def test_days_are_read_as_people_write_them(lang: str, written: str, day: date | None) -> None:
    assert day_of(written, t=translator(lang), now=NOW) == day


@given(st.dates(date(2026, 1, 25), date(2027, 1, 18)), st.sampled_from(LANGUAGES))
@settings(max_examples=60, deadline=None)
def test_figures_without_a_year_mean_the_nearest_such_day(day: date, lang: str) -> None:
    written = f"{day.day}/{day.month:02}"
    assert day_of(written, t=translator(lang), now=NOW) == day
    assert day_of(day.isoformat(), t=translator(lang), now=NOW) == day


@given(st.text(max_size=90), st.text(max_size=90))
@settings(max_examples=80, deadline=None)
def test_whatever_is_written_is_a_notice_of_today_or_a_fault(until: str, words: str) -> None:
    made = notice_of(replace(GOOD, until=until, words=words), t=translator("fr"), now=NOW)
    if isinstance(made, Fault):
        assert made.field in {Field.UNTIL, Field.WORDS}
    else:
        assert made.since == NOW.date() <= made.until <= NOW.date() + timedelta(days=366)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (replace(GOOD, until=""), Field.UNTIL),
        (replace(GOOD, until="22/07/2026"), Field.UNTIL),
        (replace(GOOD, until="31/07/2031"), Field.UNTIL),
        (replace(GOOD, since="40/07"), Field.SINCE),
        (replace(GOOD, words="a@b"), Field.WORDS),
        (replace(GOOD, words="x " * MAX_WORDS), Field.WORDS),
        (replace(GOOD, words="", kind=NoticeKind.WARNING), Field.WORDS),
        (replace(GOOD, english="a@b"), Field.ENGLISH),
        (replace(GOOD, initials="Léa"), Field.INITIALS),
        (replace(GOOD, initials=""), Field.INITIALS),
    ],
)
def test_a_fault_names_its_line(lang: str, wrong: Draft, field: Field) -> None:
    made = notice_of(wrong, t=translator(lang), now=NOW)
    assert isinstance(made, Fault)
    assert made.field is field
    assert ": " in made.sentence.replace("\N{NO-BREAK SPACE}", " ")


def test_a_form_filled_in_again_is_the_same_notice() -> None:
    t = translator("fr")
    draft = replace(GOOD, english="no bathing", id="0" * 32)
    made = notice_of(draft, t=t, now=NOW)
    assert isinstance(made, Notice)
    assert notice_of(draft_of(made, t), t=t, now=NOW) == made


def test_each_step_is_undone_the_last_one_first(tmp_path: Path) -> None:
    made = notice_of(GOOD, t=translator("fr"), now=NOW)
    assert isinstance(made, Notice)
    with Desk.open(tmp_path / "desk.sqlite") as desk:
        board = Board(desk)
        assert board.write(made)
        (first,) = board.notices(NOW.date())
        assert board.write(replace(first, until=date(2026, 8, 5)))
        (second,) = board.notices(NOW.date())
        assert second.id == first.id
        assert board.withdraw(second)
        stood = [board.notices(NOW.date())]
        while board.undo():
            stood.append(board.notices(NOW.date()))
        assert stood == [(), (second,), (first,), ()]
        assert not board.undoable


class Broken:
    """A desk that takes nothing."""

    def notices(self, day: date) -> tuple[Notice, ...]:
        raise DeskUnavailable("broken")

    def write_notice(self, notice: Notice) -> Notice:
        raise DeskUnavailable("broken")

    def withdraw_notice(self, id: str) -> None:
        raise DeskUnavailable("broken")


@pytest.mark.parametrize("desk", [Broken(), None], ids=["broken", "none"])
def test_a_desk_that_fails_costs_the_notice_only(desk: Broken | None) -> None:
    made = notice_of(GOOD, t=translator("fr"), now=NOW)
    assert isinstance(made, Notice)
    board = Board(desk)
    assert board.notices(NOW.date()) == ()
    assert not board.write(made)
    assert not board.withdraw(made)
    assert not board.undo()
