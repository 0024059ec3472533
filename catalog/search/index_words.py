"""The tables of words, written once every listing is known: thesaurus, other names, spellings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from catalog.search import codes, spelling
from catalog.search.normalise import phrase, tokens
from catalog.search.phonetic import sound
from catalog.search.thesaurus import entries

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from catalog.model import TermId
    from catalog.vocabulary import Concept, PlaceWords


def write_concepts(connection: sqlite3.Connection, known: Mapping[TermId, Concept]) -> set[str]:
    """Fill the thesaurus; the words that it consists of."""
    every = list(entries(known))
    connection.executemany(
        "INSERT OR IGNORE INTO search_concept VALUES (?, ?, ?, ?, ?)",
        [(each.phrase, each.lang, each.concept, each.weight, each.spelt) for each in every],
    )
    connection.execute(
        "CREATE INDEX search_concept_french ON search_concept (concept) WHERE lang = 'fr'"
    )
    connection.executemany(
        "INSERT OR IGNORE INTO search_stem VALUES (?, ?, ?)",
        [(each.stem, each.lang, each.phrase) for each in every]
        + [(stem, each.lang, "") for each in every for stem in each.stem.split()],
    )
    return {word for each in every for word in each.phrase.split()}


def write_aliases(connection: sqlite3.Connection, known: PlaceWords) -> None:
    """Fill the table of other names. A commune that the catalogue has under an alias keeps it."""
    here = {name for (name,) in connection.execute("SELECT name FROM search_commune")}
    rows: set[tuple[str, str, str]] = set()
    for name, others in known.aliases.items():
        target = " ".join(tokens(name))
        for other in others if target in here else ():
            rows.add((" ".join(tokens(other)), "alias", target))
    for short, meant in known.abbreviations.items():
        rows.update((short, "abbreviation", phrase(each)) for each in meant)
    for number, names in known.departments.items():
        code = codes.department(number)
        rows.add((" ".join(tokens(number)), "department", code))
        rows.update((phrase(name), "department", code) for name in names)
    connection.executemany(
        "INSERT INTO search_alias VALUES (?, ?, ?)",
        sorted(row for row in rows if row[0] and row[2] and row[0] != row[2]),
    )


def write_words(connection: sqlite3.Connection, phrases: set[str]) -> None:
    """The distinct words of listings and vocabulary, with what a misspelling finds them by."""
    connection.execute(
        "CREATE VIRTUAL TABLE temp.search_terms USING fts5vocab('main', 'search_text', 'row')"
    )
    counts: dict[str, int] = {
        term: listings
        for term, listings in connection.execute("SELECT term, doc FROM temp.search_terms")
        if term[0].isalnum()
    }
    connection.execute("DROP TABLE temp.search_terms")
    every = sorted(counts.keys() | phrases)
    connection.executemany(
        "INSERT INTO search_word VALUES (?, ?, ?, ?)",
        [(id, word, counts.get(word, 0), sound(word)) for id, word in enumerate(every, 1)],
    )
    deletions: list[tuple[Any, ...]] = []
    beginnings: set[str] = set()
    for id, word in enumerate(every, 1):
        if len(word) >= spelling.SHORTEST and word.isalpha():
            here = word in counts
            # The vocabulary is the same in every catalogue, however small: one letter is enough.
            reach = 2 if here and len(word) >= spelling.REACH else 1
            deletions.extend((form, id) for form in spelling.deletions(word, reach))
            if here:
                beginnings.update(word[:size] for size in spelling.PREFIXES if size < len(word))
    connection.executemany("INSERT INTO search_deletion VALUES (?, ?)", sorted(deletions))
    connection.executemany(
        "INSERT INTO search_beginning VALUES (?, ?)",
        sorted(
            (form, beginning)
            for beginning in beginnings
            for form in spelling.deletions(beginning, 1)
        ),
    )
    connection.execute("CREATE INDEX search_word_sound ON search_word (sound) WHERE sound <> ''")
