from __future__ import annotations

import sqlite3
from contextlib import closing

from sqlite_utils import Database

from catalog.store.schema import CATALOGUE, create


def test_migrations_make_the_tables_once() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        create(connection)
        database = Database(connection)
        assert CATALOGUE.pending(database) == []
        applied = [migration.name for migration in CATALOGUE.applied(database)]
        create(connection)
        assert [migration.name for migration in CATALOGUE.applied(database)] == applied
        tables = {name for name in database.table_names() if not name.startswith(("_", "place_"))}
    assert applied[0] == "listings"
    assert tables == {
        *("listing", "listing_kind", "listing_concept", "listing_reference", "occurrence"),
        *("place", "commune", "term", "meta"),
    }
