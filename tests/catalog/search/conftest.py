from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalog.search.engine import SearchEngine
from catalog.store.reader import Catalogue
from tests.catalog.search.small import build

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    path = build(tmp_path_factory.mktemp("search") / "catalogue.sqlite")
    with Catalogue.open(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def engine(catalogue: Catalogue) -> SearchEngine:
    return SearchEngine(catalogue)
