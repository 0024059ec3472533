"""The obvious alternatives, each set up as its documentation recommends.

They get the folded texts of `documents`: names in every language, communes, and the words in
eight languages for what a listing is; WRatio compares names only, all of them each time. An index
that can stand in a file does, written once; the others are made anew when they are opened.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from rapidfuzz import fuzz, process

from catalog.search.normalise import tokens
from tests.bench import documents

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

BEST: Final = 5
_CANDIDATES: Final = 200
_RAREST: Final = 8

Ask = Callable[[str, str, bool], "Sequence[int | str]"]
"""(text, language of the screen, unfinished) → the best listings, by id or place."""


class Peer(NamedTuple):
    """`write`: make the index in a folder, if it stands in files. `open`: (documents, folder)
    → a way to ask."""

    open: Callable[[Path, Path], Ask]
    write: Callable[[Path, Path], None] | None = None


def _ratio(texts: Path, folder: Path) -> Ask:
    names = [each.key for each in documents.read(texts)]

    def ask(text: str, lang: str, unfinished: bool) -> list[int]:
        query = " ".join(tokens(text))
        return [at for _, _, at in process.extract(query, names, scorer=fuzz.WRatio, limit=BEST)]

    return ask


_FIELDS: Final = "key, others, town, labels"


def _rows(texts: Path) -> Any:
    return (
        (place, each.key, " ".join(each.others), each.town, each.labels)
        for place, each in enumerate(documents.read(texts))
    )


def _write_prefix(texts: Path, folder: Path) -> None:
    connection = sqlite3.connect(folder / "prefix.sqlite")
    connection.execute(
        f"CREATE VIRTUAL TABLE t USING fts5({_FIELDS}, prefix='1 2 3', tokenize='ascii')"
    )
    connection.executemany(f"INSERT INTO t(rowid, {_FIELDS}) VALUES (?, ?, ?, ?, ?)", _rows(texts))
    connection.execute("INSERT INTO t(t) VALUES ('optimize')")
    connection.commit()
    connection.close()


def _prefix(texts: Path, folder: Path) -> Ask:
    """Every word, the last as a prefix; bm25, a name five times a label."""
    connection = sqlite3.connect(f"file:{folder / 'prefix.sqlite'}?mode=ro", uri=True)

    def ask(text: str, lang: str, unfinished: bool) -> list[int]:
        words = tokens(text)
        if not words:
            return []
        match = " AND ".join(f'"{word}"' for word in words) + "*"
        query = "SELECT rowid FROM t WHERE t MATCH ? ORDER BY bm25(t, 5, 4, 3, 1) LIMIT ?"
        return [row[0] for row in connection.execute(query, (match, BEST))]

    return ask


def _write_trigrams(texts: Path, folder: Path) -> None:
    connection = sqlite3.connect(folder / "trigram.sqlite")
    connection.execute(f"CREATE VIRTUAL TABLE t USING fts5({_FIELDS}, tokenize='trigram')")
    connection.executemany(f"INSERT INTO t(rowid, {_FIELDS}) VALUES (?, ?, ?, ?, ?)", _rows(texts))
    connection.execute("INSERT INTO t(t) VALUES ('optimize')")
    connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab('t', 'row')")
    connection.execute("CREATE TABLE rarity (term TEXT PRIMARY KEY, listings) WITHOUT ROWID")
    connection.execute("INSERT INTO rarity SELECT term, doc FROM v")
    connection.commit()
    connection.close()


def _trigrams(texts: Path, folder: Path) -> Ask:
    """The listings with the rarest trigrams of the question, re-ranked by rapidfuzz."""
    connection = sqlite3.connect(f"file:{folder / 'trigram.sqlite'}?mode=ro", uri=True)

    def ask(text: str, lang: str, unfinished: bool) -> list[int]:
        query = " ".join(tokens(text))
        grams = list(dict.fromkeys(query[at : at + 3] for at in range(len(query) - 2)))
        if not grams:
            return []
        marks = ",".join("?" * len(grams))
        rarest = connection.execute(
            f"SELECT term FROM rarity WHERE term IN ({marks}) ORDER BY listings LIMIT ?",
            (*grams, _RAREST),
        ).fetchall()
        if not rarest:
            return []
        match = " OR ".join(f'"{gram}"' for (gram,) in rarest)
        found = connection.execute(
            f"SELECT rowid, {_FIELDS} FROM t WHERE t MATCH ? ORDER BY rank LIMIT ?",
            (match, _CANDIDATES),
        ).fetchall()
        scores = [(_likeness(query, *fields), -place) for place, *fields in found]
        return [-place for _, place in sorted(scores, reverse=True)[:BEST]]

    return ask


def _likeness(query: str, key: str, others: str, town: str, labels: str) -> float:
    return max(
        fuzz.ratio(query, key) + 0.1,
        0.97 * fuzz.token_sort_ratio(query, f"{key} {town}"),
        0.95 * fuzz.WRatio(query, key),
        0.90 * fuzz.token_set_ratio(query, f"{key} {others} {town} {labels}"),
    )


def _schema() -> Any:
    tantivy = import_module("tantivy")

    builder = tantivy.SchemaBuilder().add_integer_field("place", stored=True)
    for field in _FIELDS.split(", "):
        builder.add_text_field(field, tokenizer_name="whitespace")
    return builder.build()


def _write_tantivy(texts: Path, folder: Path) -> None:
    tantivy = import_module("tantivy")

    (folder / "tantivy").mkdir()
    index = tantivy.Index(_schema(), path=str(folder / "tantivy"))
    writer = index.writer(heap_size=256_000_000, num_threads=1)
    for place, *fields in _rows(texts):
        values = dict(zip(_FIELDS.split(", "), fields, strict=True))
        writer.add_document(tantivy.Document(place=place, **values))
    writer.commit()
    writer.wait_merging_threads()


def _tantivy(texts: Path, folder: Path) -> Ask:
    """Any word, in any field, exact before misspelt (one error from four letters, two from
    eight), the last one as a prefix too."""
    tantivy = import_module("tantivy")

    schema = _schema()
    index = tantivy.Index.open(str(folder / "tantivy"))
    searcher = index.searcher()
    query, occur = tantivy.Query, tantivy.Occur.Should
    boosts = {"key": 3.0, "others": 2.0, "town": 2.0, "labels": 1.0}

    def ways(word: str, last: bool) -> list[Any]:
        reach = 0 if len(word) < 4 else 1 if len(word) < 8 else 2
        found = []
        for field, boost in boosts.items():
            exact = query.term_query(schema, field, word)
            found.append(query.boost_query(exact, boost * 2))
            if reach or last:
                close = query.fuzzy_term_query(schema, field, word, reach, prefix=last)
                found.append(query.boost_query(close, boost))
        return found

    def ask(text: str, lang: str, unfinished: bool) -> list[int]:
        words = tokens(text)
        if not words:
            return []
        clauses = [
            (occur, query.disjunction_max_query(ways(word, at == len(words) - 1)))
            for at, word in enumerate(words)
        ]
        found = searcher.search(query.boolean_query(clauses), limit=BEST, count=False).hits
        return [searcher.doc(address).get_first("place") for _, address in found]

    return ask


PEERS: Final = {
    "WRatio": Peer(_ratio),
    "FTS5 prefix": Peer(_prefix, _write_prefix),
    "FTS5 trigram": Peer(_trigrams, _write_trigrams),
    "tantivy": Peer(_tantivy, _write_tantivy),
}
"""Those in Python, by name."""

NODE_PEERS: Final = ("minisearch", "flexsearch")
"""Those in JavaScript: `peers.mjs`."""
