"""The search tables, written once by a refresh into the catalogue it builds.

search_doc        one row a listing, the shortest names first: what the ranking reads
search_class      what listings are: kind and concepts, which many share
search_place      their communes, as the source writes them and normalised
search_season     when they may be open: weekdays, months, days and hours, which many share
search_text       FTS5 over the words and codes of each row, with prefix indexes; stores no text
search_body       FTS5 over name and summary in every language; last resort; stores no text
search_title      names to show in another language than French
search_commune    communes: middle of their listings
search_name       every name in every language, spelt as a query would be → rows
search_word       the distinct words, numbered: how many listings have one
search_sound      how words sound → words
search_form       forms of words and beginnings with letters left out → words: what is in reach of
                  a typo
search_phrase     words and phrases of the vocabulary → concepts
search_concept    the concepts, numbered: the French phrase for each
search_stem       stems of the phrases in each language → the phrases; every stem also alone
search_ordinary   words that are no slips, by their first letters → the rest and the languages
search_alias      other names of communes, departments, abbreviations → words or a code

The dictionaries, from search_name on, are shelves of packed lines (`shelf`), search_form a table
of hashes (`forms`): written row by row they were four times as large.

Rows are numbered by the length of the name, then by name, commune and id: where a condition has
more rows than are ever ranked, the first are the likeliest of those that hold what is typed, and
the order in which listings came changes no answer.
"""

from __future__ import annotations

import json
from collections import Counter
from statistics import median
from typing import TYPE_CHECKING, Final, NamedTuple

from catalog import vocabulary
from catalog.geo import Point
from catalog.model import LabelStatus, TermId
from catalog.search import codes
from catalog.search.filters import seasons
from catalog.search.index_words import write_aliases, write_concepts, write_names, write_words
from catalog.search.normalise import distinct_tokens, tokens
from catalog.search.ordinary import write_ordinary
from catalog.search.thesaurus import Namesakes
from catalog.text import clean_line

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from catalog.model import Listing
    from catalog.vocabulary import Concept

BODY_CHARACTERS: Final = 400
"""What is read of a summary: what a text is about, it says at once."""
_GATHERED: Final = 16 << 20
"""Bytes of full text that FTS5 sorts in memory before it writes them: with its own 1 MiB it takes
twice the time, merging what it wrote."""

_TABLES: Final = """
CREATE TABLE search_doc (
    id INTEGER PRIMARY KEY, listing TEXT NOT NULL, title TEXT NOT NULL, class INTEGER NOT NULL,
    place INTEGER NOT NULL, season INTEGER NOT NULL, latitude REAL NOT NULL,
    longitude REAL NOT NULL, name TEXT NOT NULL, alternative TEXT NOT NULL, facets TEXT NOT NULL
);
CREATE TABLE search_season (id INTEGER PRIMARY KEY, codes TEXT NOT NULL);
CREATE TABLE search_class (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, concepts TEXT NOT NULL);
CREATE TABLE search_place (id INTEGER PRIMARY KEY, town TEXT, commune TEXT NOT NULL);
CREATE VIRTUAL TABLE search_text USING fts5(
    name, alternative, commune, concepts, facets, cells,
    content='', columnsize=0, detail=column, prefix='1 2 3', tokenize='ascii'
);
CREATE VIRTUAL TABLE search_body USING fts5(
    body, content='', columnsize=0, detail=none, tokenize='ascii'
);
CREATE TABLE search_title (
    doc INTEGER NOT NULL, lang TEXT NOT NULL, title TEXT NOT NULL, PRIMARY KEY (doc, lang)
) WITHOUT ROWID;
CREATE TABLE search_commune (
    name TEXT NOT NULL, insee TEXT NOT NULL, title TEXT NOT NULL,
    latitude REAL NOT NULL, longitude REAL NOT NULL, listings INTEGER NOT NULL,
    PRIMARY KEY (name, insee)
) WITHOUT ROWID;
"""


_WAITING: Final = (
    "CREATE TABLE temp.search_waiting (listing_row INTEGER PRIMARY KEY, listing, title, kind,"
    " town, latitude, longitude, name, alternative, commune, concepts, facets, cells, season, body,"
    " insee, titles)",
    "CREATE TABLE temp.search_order (id INTEGER PRIMARY KEY, listing_row INTEGER NOT NULL)",
)
"""The rows until every listing is known, and then their order."""

_IN_ORDER: Final = "FROM temp.search_order AS o JOIN temp.search_waiting AS w USING (listing_row)"
_FILLING: Final = (
    "INSERT INTO temp.search_order (listing_row) SELECT listing_row FROM temp.search_waiting"
    " ORDER BY length(name), name, commune, listing",
    "INSERT INTO search_class (kind, concepts) SELECT DISTINCT kind, concepts"
    " FROM temp.search_waiting ORDER BY kind, concepts",
    "INSERT INTO search_place (town, commune) SELECT DISTINCT town, commune"
    " FROM temp.search_waiting ORDER BY commune, town",
    "INSERT INTO search_season (codes) SELECT DISTINCT season FROM temp.search_waiting"
    " ORDER BY season",
    "INSERT INTO search_doc SELECT o.id, listing, title, c.id, p.id, s.id, latitude, longitude,"
    f" name, alternative, facets {_IN_ORDER}"
    " CROSS JOIN search_class AS c ON c.concepts = w.concepts AND c.kind = w.kind"
    " CROSS JOIN search_place AS p ON p.commune = w.commune AND p.town IS w.town"
    " CROSS JOIN search_season AS s ON s.codes = w.season"
    " ORDER BY o.id",
    "INSERT INTO search_text (rowid, name, alternative, commune, concepts, facets, cells)"
    " SELECT o.id, name, alternative, commune, concepts, facets, cells || ' ' || season"
    f" {_IN_ORDER} ORDER BY o.id",
    f"INSERT INTO search_body (rowid, body) SELECT o.id, body {_IN_ORDER} ORDER BY o.id",
    "INSERT OR IGNORE INTO search_title SELECT o.id, t.key, t.value"
    f" {_IN_ORDER}, json_each(w.titles) AS t WHERE w.titles <> '{{}}'",
)


class Row(NamedTuple):
    """What the search tables hold of one listing: plain values, worked out without a database."""

    doc: tuple[object, ...]
    titles: tuple[tuple[str, str], ...]
    body: str
    insee: str


class Preparer:
    """Listings → rows. `concepts` defaults to the house vocabulary."""

    def __init__(self, concepts: Mapping[TermId, Concept] | None = None) -> None:
        self.known = vocabulary.concepts() if concepts is None else concepts
        self._namesakes = Namesakes(self.known)

    def row(self, listing: Listing) -> Row:
        """The row of one listing. Pure."""
        place = listing.place
        shown = listing.name.best("fr")
        title = clean_line(shown.text) if shown else ""
        name = " ".join(tokens(title))
        titles = {text: clean_line(text) for text in {t.text: None for t in listing.name.texts}}
        others = {" ".join(tokens(text)): None for text in titles}
        others.pop(name, None)
        others.pop("", None)
        commune = " ".join(tokens(place.commune or ""))
        called = self._namesakes.of(name.split(), listing.kinds) if name != commune else None
        return Row(
            doc=(
                listing.id,
                title,
                listing.kind.value,
                place.commune,
                place.latitude,
                place.longitude,
                name,
                " | ".join(others),
                commune,
                *_coded(listing, called, self.known),
            ),
            titles=tuple(
                (text.lang, titles[text.text])
                for text in listing.name.texts
                if titles[text.text] != title
            ),
            body=_body(listing),
            insee=place.insee or "",
        )


class IndexWriter:
    """The search tables in the making. Everything is written in the connection's present
    transaction; sqlite3 errors pass through."""

    def __init__(
        self, connection: sqlite3.Connection, concepts: Mapping[TermId, Concept] | None = None
    ) -> None:
        self._connection = connection
        self.preparer = Preparer(concepts)
        for statement in (*_TABLES.split(";"), *_WAITING):
            if statement.strip():
                connection.execute(statement)
        for table in ("search_text", "search_body"):
            connection.execute(
                f"INSERT INTO {table}({table}, rank) VALUES ('hashsize', {_GATHERED})"  # noqa: S608 - a name of ours
            )

    def add(self, rows: Sequence[tuple[int, Row]]) -> None:
        """Rows of listings, each under its rowid."""
        self._connection.executemany(
            "INSERT INTO temp.search_waiting VALUES"
            " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (rowid, *row.doc, row.body, row.insee, json.dumps(dict(reversed(row.titles))))
                for rowid, row in rows
            ],
        )

    def remove(self, rowid: int) -> None:
        """Take the row of a listing out again."""
        self._connection.execute("DELETE FROM temp.search_waiting WHERE listing_row = ?", (rowid,))

    def finish(self) -> None:
        """What can only be said of all listings together: order, full text, communes, words."""
        connection = self._connection
        for statement in _FILLING:
            connection.execute(statement)
        write_names(connection)
        connection.executemany(
            "INSERT INTO search_commune VALUES (?, ?, ?, ?, ?, ?)", _communes(connection)
        )
        connection.execute("INSERT INTO search_text(search_text) VALUES ('optimize')")
        connection.execute("INSERT INTO search_body(search_body) VALUES ('optimize')")
        phrases = write_concepts(connection, self.preparer.known)
        write_aliases(connection, vocabulary.place_words())
        write_words(connection, phrases)
        write_ordinary(connection)


def _coded(
    listing: Listing, called: TermId | None, known: Mapping[TermId, Concept]
) -> tuple[str, str, str, str]:
    """The columns concepts, facets, cells and season. `called`: what the name alone says it is."""
    concepts = (*listing.concepts, *((called,) if called else ()))
    point = Point(listing.place.latitude, listing.place.longitude)
    what = [*_codes(concepts, known), *map(codes.concept, _kinds(listing, known))]
    return (
        " ".join([*dict.fromkeys(what), *map(codes.kind, listing.kinds)]),
        " ".join([*_facts(listing), *_codes(_facets(listing), known)]),
        " ".join(codes.cells(point)),
        " ".join(seasons(listing)),
    )


def _kinds(listing: Listing, known: Mapping[TermId, Concept]) -> list[TermId]:
    """The concepts that are its kinds: an event is an event, though its source says of what sort
    none is."""
    return [term for kind in listing.kinds if (term := TermId(kind.value)) in known]


def _facets(listing: Listing) -> list[TermId]:
    """What a listing offers or holds beside what it is. Labels count once obtained."""
    return [
        *listing.themes,
        *(listing.itinerary.modes if listing.itinerary else ()),
        *(label.id for label in listing.labels if label.status is LabelStatus.OBTAINED),
        *listing.amenities,
        *listing.audience,
    ]


def _facts(listing: Listing) -> list[str]:
    """Where it is and what is stated for certain, as codes; nothing stands for the unknown."""
    stated = [f"spoken_{lang}" for lang in listing.spoken]
    if listing.pets is not None:
        stated.append("dogs" if listing.pets else "no_dogs")
    if listing.access.wheelchair is not None:
        stated.append("wheelchair" if listing.access.wheelchair else "no_wheelchair")
    stated += [f"access_{mark}" for mark in listing.access.marks]
    paid = any((price.minimum or price.maximum or 0) > 0 for price in listing.prices)
    # Free for children beside a tariff for others is no free visit.
    if any(price.free for price in listing.prices) and not paid:
        stated.append("free")
    elif paid:
        stated.append("paid")
    insee = listing.place.insee
    where = [codes.department(codes.department_of(insee))] if insee else []
    return [*where, *map(codes.fact, stated)]


def _codes(terms: Iterable[TermId], known: Mapping[TermId, Concept]) -> list[str]:
    """The codes of terms and of everything broader, each once, nearest first."""
    found: dict[TermId, None] = {}
    pending = list(terms)
    while pending:
        term = pending.pop(0)
        if term not in found:
            found[term] = None
            pending.extend(known[term].broader if term in known else ())
    return [codes.concept(term) for term in found]


def _body(listing: Listing) -> str:
    """The distinct words of the names and of the beginnings of the summaries, all languages."""
    texts = dict.fromkeys(each.text for each in (*listing.name.texts, *listing.summary.texts))
    return " ".join(distinct_tokens(text[:BODY_CHARACTERS] for text in texts))


def _communes(connection: sqlite3.Connection) -> list[tuple[str, str, str, float, float, int]]:
    """Where the communes are: the middle of their listings."""
    points: dict[tuple[str, str], list[tuple[float, float]]] = {}
    titles: dict[tuple[str, str], Counter[str]] = {}
    for name, insee, title, latitude, longitude in connection.execute(
        "SELECT commune, insee, town, latitude, longitude"
        f" {_IN_ORDER} WHERE commune <> '' ORDER BY o.id"
    ):
        points.setdefault((name, insee), []).append((latitude, longitude))
        titles.setdefault((name, insee), Counter())[title] += 1
    return [
        (
            name,
            insee,
            titles[name, insee].most_common(1)[0][0],
            median(latitude for latitude, _ in places),
            median(longitude for _, longitude in places),
            len(places),
        )
        for (name, insee), places in points.items()
    ]
