"""The rows kept while a question is typed are those that the file holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.search import rows
from catalog.search.rows import Rows
from tests.catalog.search.small import LISTINGS

if TYPE_CHECKING:
    import pytest

    from catalog.store.reader import Catalogue

IDS = st.lists(st.integers(0, len(LISTINGS) + 3), max_size=12)


@given(asked=st.lists(IDS, max_size=12), kept=st.integers(1, 8))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_rows_asked_for_again_are_those_of_the_file(
    asked: list[list[int]], kept: int, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "REMEMBERED", kept)
    kept_rows = Rows(catalogue)
    for ids in asked:
        fresh = Rows(catalogue).of(ids)
        found = kept_rows.of(ids)
        assert [doc.id for doc in found] == [id for id in ids if 1 <= id <= len(LISTINGS)]
        assert [(doc.id, doc.listing, doc.sight.terms) for doc in found] == [
            (doc.id, doc.listing, doc.sight.terms) for doc in fresh
        ]
