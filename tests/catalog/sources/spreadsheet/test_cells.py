from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.model import Slot
from catalog.sources.spreadsheet.cells import (
    dates_of,
    day_of,
    is_error,
    parts_of,
    position_of,
    price_of,
    slots_of,
    yes_no,
)
from catalog.sources.spreadsheet.sheets import Cell, cell_of, text_of
from catalog.sources.values.moments import Impossible
from catalog.sources.values.notes import Notes

CELLS = (
    st.text(max_size=40)
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.booleans()
    | st.dates()
    | st.times()
    | st.datetimes()
    | st.text(alphabet="0123456789/-.,: €duaethH;\n", max_size=30)
)


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        *(("oui", True), ("X", True), ("Non", False), ("n", False), (1, True), (0, False)),
        *((1.0, True), (True, True), ("peut-être", None), ("limited", None), ("", None)),
        *(("non accessible", False), ("Acceptés", True), ("Ja", True), (date(2026, 1, 1), None)),
    ],
)
def test_yes_and_no(cell: Cell, answer: bool | None) -> None:
    assert yes_no(cell) is answer


@pytest.mark.parametrize(
    ("cell", "pair"),
    [
        ("44.05, 2.15", ("44.05", "2.15")),
        ("44.05,2.15", ("44.05", "2.15")),
        ("44,05 ; 2,15", ("44,05", "2,15")),
        ("44,05, 2,15", ("44,05", "2,15")),
        ("44,05,2,15", ("44.05", "2.15")),
        ("44.05 2.15", ("44.05", "2.15")),
        ("(44.05 -2.15)", ("44.05", "-2.15")),
        ("Carmaux", None),
        ("1,2,3", None),
    ],
)
def test_positions(cell: str, pair: tuple[str, str] | None) -> None:
    assert position_of(cell) == pair


JULY, AUGUST = date(2026, 7, 1), date(2026, 8, 31)


@pytest.mark.parametrize(
    ("cell", "ranges"),
    [
        ("01/07/2026", [(JULY, JULY)]),
        ("1.7.2026", [(JULY, JULY)]),
        ("le 01/07/2026", [(JULY, JULY)]),
        ("2026-07-01", [(JULY, JULY)]),
        ("du 01/07/2026 au 31/08/2026", [(JULY, AUGUST)]),
        ("01/07/2026-31/08/2026", [(JULY, AUGUST)]),
        ("2026-07-01 - 2026-08-31", [(JULY, AUGUST)]),
        ("01/07/2026 ; 31/08/2026", [(JULY, JULY), (AUGUST, AUGUST)]),
        ("01/07/2026 et 31/08/2026", [(JULY, JULY), (AUGUST, AUGUST)]),
        ("01/07/2026\n31/08/2026", [(JULY, JULY), (AUGUST, AUGUST)]),
        (JULY, [(JULY, JULY)]),
        (datetime(2026, 7, 1, 20, 30), [(JULY, JULY)]),  # noqa: DTZ001 (cells have no zone)
    ],
)
def test_dates(cell: Cell, ranges: list[tuple[date, date]]) -> None:
    assert dates_of(cell) == ranges


@pytest.mark.parametrize("cell", ["tous les ans", "01/07", "30/02/2026", "1/7/26", 46204, "x" * 9])
def test_dates_that_are_none(cell: Cell) -> None:
    with pytest.raises(Impossible):
        dates_of(cell)
    with pytest.raises(Impossible):
        day_of(cell)


@pytest.mark.parametrize(
    ("cell", "slots"),
    [
        ("20h30", (Slot(time(20, 30)),)),
        ("de 14h à 18h", (Slot(time(14), time(18)),)),
        ("10:00-12:00, 14h-17h", (Slot(time(10), time(12)), Slot(time(14), time(17)))),
        (time(9, 15, 30), (Slot(time(9, 15)),)),
    ],
)
def test_hours_of_a_day(cell: Cell, slots: tuple[Slot, ...]) -> None:
    assert slots_of(cell) == slots


@pytest.mark.parametrize(
    ("cell", "lowest", "highest", "free", "caution"),
    [
        ("5 €", "5.00", "5.00", False, None),
        ("5,50€", "5.50", "5.50", False, None),
        (5.5, "5.50", "5.50", False, None),
        ("de 5 à 8 €", "5.00", "8.00", False, None),
        ("5€ - 8€", "5.00", "8.00", False, None),
        ("8-5", "5.00", "8.00", False, "price_reversed"),
        ("à partir de 5 euros", "5.00", None, False, None),
        ("Gratuit", None, None, True, None),
        ("Adulte 5 €, enfant 3 €", None, None, False, "price_as_text"),
        ("libre participation", None, None, False, "price_as_text"),
    ],
)
def test_prices(
    cell: Cell, lowest: str | None, highest: str | None, free: bool, caution: str | None
) -> None:
    notes = Notes("row 2")
    price = price_of(cell, notes, "Tarif")
    assert price is not None
    assert (price.minimum, price.maximum) == (
        lowest and Decimal(lowest),
        highest and Decimal(highest),
    )
    assert price.free is free
    assert bool(price.note) == (caution == "price_as_text")
    assert [found.kind for found in notes.cautions] == ([caution] if caution else [])


@pytest.mark.parametrize(
    ("cell", "caution"),
    [(0, "price_zero"), ("0 €", "price_zero"), ("999999", "price_impossible"), (-5, "price_imp")],
)
def test_what_is_no_price(cell: Cell, caution: str) -> None:
    notes = Notes("row 2")
    assert price_of(cell, notes, "Tarif") is None
    assert notes.cautions[0].kind.startswith(caution)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (81400, "81400"),
        (81400.0, "81400"),
        (44.05, "44.05"),
        (True, "true"),
        (date(2026, 7, 14), "2026-07-14"),
        (datetime(2026, 7, 14), "2026-07-14"),  # noqa: DTZ001
        (datetime(2026, 7, 14, 9, 5), "2026-07-14 09:05"),  # noqa: DTZ001
        (time(9, 5), "09:05"),
    ],
)
def test_cells_as_a_person_types_them(value: Cell, text: str) -> None:
    assert text_of(value) == text


def test_errors_of_formulas() -> None:
    assert is_error("#N/A")
    assert is_error(" #REF! ")
    assert not is_error("#1")
    assert cell_of(float("nan")) is None
    assert cell_of("  ") is None


@given(CELLS)
def test_any_cell(cell: Cell) -> None:
    text_of(cell)
    yes_no(cell)
    parts_of(cell)
    position_of(cell)
    price = price_of(cell, Notes("row 2"), "Tarif")
    assert price is None or not (price.free and price.minimum)
    for reader in (dates_of, day_of, slots_of):
        with suppress(Impossible):
            reader(cell)
