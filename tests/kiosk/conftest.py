from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

import catalog
from catalog.clock import PARIS
from catalog.sources.draft import Draft
from catalog.sources.formats import open_source
from catalog.store.writer import CatalogueWriter
from tests.catalog.making import write_index

RECORDS = Path(catalog.__file__).parent / "demonstration"
BUILT = datetime(2026, 7, 23, 10, 40, tzinfo=PARIS)


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration catalogue as a file; nobody writes it."""
    path = tmp_path_factory.mktemp("demonstration") / "catalogue.sqlite"
    found = [
        each.listing
        for each in open_source(RECORDS).read(date(2026, 7, 20))
        if isinstance(each, Draft)
    ]
    with CatalogueWriter(path) as writer:
        write_index(writer.connection, [(writer.add(each), each) for each in found])
        writer.finish(version="2026-07-20T083000Z", built=BUILT)
    return path
