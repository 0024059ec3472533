"""Shelves and forms against the plain dictionaries that they pack."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.search import forms
from catalog.search.shelf import LINES, Shelf, write_shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

WORDS = st.text("abé 1", min_size=1, max_size=5)


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    opened = sqlite3.connect(":memory:")
    yield opened
    opened.close()


def asking(connection: sqlite3.Connection) -> Callable[..., list[tuple[Any, ...]]]:
    return lambda sql, parameters=(): connection.execute(sql, parameters).fetchall()


@given(
    said=st.dictionaries(WORDS, st.text("xy\u00e7 ", max_size=3), max_size=4 * LINES),
    keys=st.lists(WORDS, max_size=8),
)
@settings(deadline=None, max_examples=60)
def test_a_shelf_says_what_it_was_given(said: dict[str, str], keys: list[str]) -> None:
    connection = sqlite3.connect(":memory:")
    write_shelf(connection, "shelf", (f"{key}\t{value}" for key, value in said.items()))
    shelf = Shelf(asking(connection), "shelf")
    ordered = sorted(said)
    asked = [*keys, *ordered[::LINES], *ordered[-1:]]
    assert list(shelf.each(asked)) == [(key, said[key]) for key in asked if key in said]
    for key in asked:
        assert shelf.says(key) == said.get(key)
        assert list(shelf.begun(key)) == [(k, said[k]) for k in ordered if k.startswith(key)]
    numbers = [0, len(ordered) - 1, len(ordered) // 2] if ordered else []
    assert list(shelf.numbered(numbers)) == [(n, ordered[n], said[ordered[n]]) for n in numbers]
    assert list(shelf.numbered([len(ordered), 10**6])) == []
    connection.close()


def test_a_shelf_does_not_keep_more_than_it_may(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("catalog.search.shelf._UNPACKED", 3)
    every = [f"{number:05}" for number in range(10 * LINES)]
    write_shelf(connection, "shelf", (f"{key}\t{key}" for key in every))
    shelf = Shelf(asking(connection), "shelf")
    assert list(shelf.each(every)) == [(key, key) for key in every]
    assert list(shelf.begun("0")) == [(key, key) for key in every]


def _hashed(entry: tuple[str, int, int]) -> tuple[Sequence[int], int, int]:
    form, kind, number = entry
    return forms.hashed((form,)), kind, number


@given(st.lists(st.tuples(WORDS, st.integers(0, 7), st.integers(0, 300)), max_size=120))
@settings(deadline=None)
def test_every_form_is_found_and_few_others(every: list[tuple[str, int, int]]) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute(forms.TABLE)
    forms.write_forms(connection, map(_hashed, every))
    found = forms.Forms(asking(connection))
    for form in {form for form, _, _ in every}:
        wanted = {(kind, number) for other, kind, number in every if other == form}
        assert wanted <= found.of(frozenset((form,)))
    assert found.of(frozenset(form for form, _, _ in every)) <= {(kind, n) for _, kind, n in every}
    connection.close()


def test_few_other_forms_are_met(connection: sqlite3.Connection) -> None:
    connection.execute(forms.TABLE)
    every = [(f"form {number}", 0, number) for number in range(2_000)]
    forms.write_forms(connection, map(_hashed, every))
    found = forms.Forms(asking(connection))
    assert sum(len(found.of(frozenset((f"other {number}",)))) for number in range(100)) < 60


def test_forms_are_written_in_one_order(connection: sqlite3.Connection) -> None:
    every = [(f"f{number % 40}", number % 8, number) for number in range(200)]
    written = []
    for order in (every, every[::-1]):
        connection.execute(forms.TABLE)
        forms.write_forms(connection, map(_hashed, order))
        written.append(asking(connection)("SELECT * FROM search_form ORDER BY bucket"))
        connection.execute("DROP TABLE search_form")
    assert written[0] == written[1]
