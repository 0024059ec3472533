from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.model import Difficulty, Shape
from catalog.sources.values.notes import Notes
from catalog.sources.values.routes import (
    altitudes,
    climb,
    difficulty_of,
    hours,
    length,
    shape_of,
    written_duration,
)


def kinds(notes: Notes) -> list[str]:
    return [caution.kind for caution in notes.cautions]


@pytest.mark.parametrize(
    ("written", "minutes", "days"),
    [
        *(("2h", 120, None), ("1h30", 90, None), ("2H", 120, None), ("2h00", 120, None)),
        *(("0h45", 45, None), ("45 mn", 45, None), ("30 min", 30, None), ("8h05", 485, None)),
        *(("1 jour", None, 1), ("3 jours", None, 3), ("2 heures 15 min", 135, None)),
        *(("1 h 05", 65, None), (" 10h ", 600, None), ("26h", 1560, None), ("", None, None)),
    ],
)
def test_durations_in_words(written: str, minutes: int | None, days: int | None) -> None:
    notes = Notes("x")
    assert written_duration(written, notes, "f") == (minutes, days)
    assert not notes.cautions


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        *(("2", "duration_without_unit"), ("1.5", "duration_without_unit")),
        *(("2h à 3h", "route_duration_unreadable"), ("une matinée", "route_duration_unreadable")),
        *(("0h", "tour_figure_impossible"), ("999 jours", "tour_figure_impossible")),
    ],
)
def test_durations_that_say_nothing_are_left_out(written: str, kind: str) -> None:
    notes = Notes("x")
    assert written_duration(written, notes, "f") == (None, None)
    assert kinds(notes) == [kind]


def test_hours_by_definition() -> None:
    notes = Notes("x")
    assert hours(5.25, notes, "f") == (315, None)
    assert hours("1,5", notes, "f") == (90, None)
    assert hours(24.0, notes, "f") == (None, 1)
    assert hours(36, notes, "f") == (None, 2)
    assert hours(None, notes, "f") == hours("", notes, "f") == (None, None)
    assert not notes.cautions
    assert hours(0, notes, "f") == hours(1e9, notes, "f") == hours("x", notes, "f") == (None, None)
    assert len(notes.cautions) == 3


def test_metres() -> None:
    notes = Notes("x")
    assert length(7606.3, notes, "l") == 7606
    assert climb(-777, notes, "d") == 777
    assert altitudes(1358, "2042", notes, "a", "b") == (1358, 2042)
    assert altitudes(None, 5, notes, "a", "b") == (None, 5)
    assert length(None, notes, "l") is None
    assert not notes.cautions
    assert altitudes(900, 100, notes, "a", "b") == (None, None)
    assert (length(12, notes, "l"), climb(1e7, notes, "d"), length(True, notes, "l")) == (None,) * 3
    assert kinds(notes)[:3] == ["tour_figure_impossible"] * 3
    assert kinds(notes)[3] == "tour_figure_unreadable"


def test_difficulties_in_many_words() -> None:
    assert difficulty_of("Très facile") == "very_easy"
    assert difficulty_of("Fácil / Facile") == "easy"
    assert difficulty_of("Muy difícil / Très difficile") == "very_hard"
    assert difficulty_of("Media / Moyenne") == "medium"
    assert difficulty_of("Schwer") == "hard"
    assert difficulty_of("noire") is None
    found = {difficulty_of(word) for word in ("veryEasy", "easy", "medium", "hard", "expert")}
    assert found == set(get_args(Difficulty))


def test_shapes() -> None:
    assert shape_of("Boucle") == shape_of("", "Loop") == Shape.LOOP
    assert shape_of("Aller-retour") == shape_of("Return trip") == Shape.THERE_AND_BACK
    assert shape_of("Traversée") == shape_of("Crossing") == Shape.ONE_WAY
    assert shape_of("Descente") is None


@given(st.text(max_size=80) | st.from_regex(r"\d{1,4} ?[hjmn:\d ]{0,8}", fullmatch=True))
def test_any_text_is_a_duration_or_none(text: str) -> None:
    notes = Notes("x")
    minutes, days = written_duration(text, notes, "f")
    assert minutes is None or minutes > 0
    assert days is None or 0 < days <= 365
    assert not (notes.cautions and (minutes or days))


@given(st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=60))
def test_any_value_is_a_figure_or_none(value: object) -> None:
    notes = Notes("x")
    assert 100 <= (length(value, notes, "l") or 100) <= 5_000_000
    assert 0 <= (climb(value, notes, "c") or 0) <= 60_000
    minutes, days = hours(value, notes, "h")
    assert minutes is None or 0 < minutes < 1440
    assert days is None or 0 < days <= 365
