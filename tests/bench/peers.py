"""The same questions asked of the obvious alternatives."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from catalog.search.normalise import tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def ratio_over_all(names: Sequence[str]) -> Callable[[str], list[int]]:
    """rapidfuzz's WRatio over every folded name: positions of the five best."""
    folded = [" ".join(tokens(name)) for name in names]

    def ask(text: str) -> list[int]:
        query = " ".join(tokens(text))
        return [at for _, _, at in process.extract(query, folded, scorer=fuzz.WRatio, limit=5)]

    return ask


def prefix_alone(names: Sequence[str]) -> Callable[[str], list[int]]:
    """SQLite FTS5 with prefix indexes and bm25: every word, the last as a prefix."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(name, prefix='1 2 3', tokenize='ascii')")
    connection.executemany(
        "INSERT INTO t(rowid, name) VALUES (?, ?)",
        enumerate((" ".join(tokens(name)) for name in names), 0),
    )

    def ask(text: str) -> list[int]:
        words = tokens(text)
        if not words:
            return []
        match = " AND ".join(f'"{word}"' for word in words) + "*"
        query = "SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank LIMIT 5"
        return [row[0] for row in connection.execute(query, (match,))]

    return ask
