"""The dictionaries, written once every listing is known: names, concepts, words and their
spellings. The line of each is told where it is made; `lexicon` reads them."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from catalog import vocabulary
from catalog.search import codes, forms, spelling
from catalog.search.normalise import phrase, tokens
from catalog.search.phonetic import sound
from catalog.search.shelf import packed, write_packed, write_shelf
from catalog.search.thesaurus import LABEL, Entry, endings, entries

if TYPE_CHECKING:
    import sqlite3
    from array import array
    from collections.abc import Iterator, Mapping, Sequence, Set

    from catalog.model import TermId
    from catalog.vocabulary import Concept, PlaceWords

LABELLED: Final = "="
NAMED: Final = "~"
"""After a language: the phrase is the concept's label there, or another name of it."""


class Shelves(NamedTuple):
    """The shelves that a vocabulary fills, packed, and the words it consists of."""

    concepts: tuple[bytes, ...]
    phrases: tuple[bytes, ...]
    stems: tuple[bytes, ...]
    words: frozenset[str]


def write_concepts(
    connection: sqlite3.Connection, known: Mapping[TermId, Concept]
) -> frozenset[str]:
    """Fill the thesaurus; the words that it consists of."""
    shelves = _house() if known is vocabulary.concepts() else shelves_of(known)
    write_packed(connection, "search_concept", shelves.concepts)
    write_packed(connection, "search_phrase", shelves.phrases)
    write_packed(connection, "search_stem", shelves.stems)
    return shelves.words


@cache
def _house() -> Shelves:
    """That of the house, the same in each catalogue that a process writes."""
    return shelves_of(vocabulary.concepts())


def shelves_of(known: Mapping[TermId, Concept]) -> Shelves:
    """The shelves of a vocabulary. Pure."""
    named: dict[tuple[str, TermId, str], Entry] = {}
    for entry in entries(known):
        named.setdefault((entry.phrase, entry.concept, entry.lang), entry)
    ordered = [named[key] for key in sorted(named)]
    concepts = sorted({entry.concept for entry in ordered})
    return Shelves(
        packed(_concept_lines(concepts, ordered)),
        packed(_phrase_lines(concepts, ordered)),
        packed(_stem_lines(ordered)),
        frozenset(word for entry in ordered for word in entry.phrase.split()),
    )


def _concept_lines(concepts: Sequence[TermId], every: Sequence[Entry]) -> Iterator[str]:
    """Concept → the French phrase for it."""
    french: dict[TermId, Entry] = {}
    for entry in sorted(every, key=lambda each: (-each.weight, len(each.phrase), each.phrase)):
        if entry.lang == "fr":
            french.setdefault(entry.concept, entry)
    for concept in concepts:
        yield f"{concept}\t{french[concept].phrase if concept in french else ''}"


def _phrase_lines(concepts: Sequence[TermId], every: Sequence[Entry]) -> Iterator[str]:
    """Phrase → each language, sign, number of a concept and, where it differs, its spelling:
    "aire pique nique" → "fr=412:aire de pique-nique"."""
    number = {concept: at for at, concept in enumerate(concepts)}
    said: dict[str, list[str]] = {}
    for entry in every:
        sign = LABELLED if entry.weight == LABEL else NAMED
        spelt = "" if entry.spelt == entry.phrase else ":" + " ".join(entry.spelt.split())
        said.setdefault(entry.phrase, []).append(
            f"{entry.lang}{sign}{number[entry.concept]}{spelt}"
        )
    return ("\t".join((key, *fields)) for key, fields in said.items())


def _stem_lines(every: Sequence[Entry]) -> Iterator[str]:
    """Stem → the languages in which it is that of a word, together; then each language with the
    endings of a phrase of which it is the stem (`endings`)."""
    alone: dict[str, set[str]] = {}
    whole: dict[str, set[str]] = {}
    for entry in every:
        whole.setdefault(entry.stem, set()).add(entry.lang + endings(entry.stem, entry.phrase))
        for stem in entry.stem.split():
            alone.setdefault(stem, set()).add(entry.lang)
    for stem in alone.keys() | whole.keys():
        langs = "".join(sorted(alone.get(stem, ())))
        yield "\t".join((stem, langs, *sorted(whole.get(stem, ()))))


def write_aliases(connection: sqlite3.Connection, known: PlaceWords) -> None:
    """Fill the shelf of other names: phrase → each way and the words or code that it stands for.
    A commune that the catalogue has under an alias keeps it."""
    here = {name for (name,) in connection.execute("SELECT name FROM search_commune")}
    rows: set[tuple[str, str, str]] = set()
    for name, others in known.aliases.items():
        target = " ".join(tokens(name))
        for other in others if target in here else ():
            rows.add((" ".join(tokens(other)), "alias", target))
    for name, others in known.saints.items():  # "Chiesa San Giovanni", "St. Peter"
        rows.update((" ".join(tokens(other)), "alias", phrase(name)) for other in others)
    for short, meant in known.abbreviations.items():
        rows.update((short, "abbreviation", phrase(each)) for each in meant)
    for number, names in known.departments.items():
        code = codes.department(number)
        rows.add((" ".join(tokens(number)), "department", code))
        rows.update((phrase(name), "department", code) for name in names)
    said: dict[str, list[str]] = {}
    for key, how, terms in sorted(rows):
        if key and terms and key != terms:
            said.setdefault(key, []).append(f"{how} {terms}")
    write_shelf(
        connection, "search_alias", ("\t".join((key, *others)) for key, others in said.items())
    )


def write_names(connection: sqlite3.Connection) -> None:
    """Fill the shelf of names: name → the rows that bear it, in any language."""
    rows: dict[str, dict[int, None]] = {}
    for doc, name, others in connection.execute(
        "SELECT id, name, alternative FROM search_doc ORDER BY id"
    ):
        for each in (name, *others.split(" | ")):
            if each:
                rows.setdefault(each, {})[doc] = None
    write_shelf(
        connection,
        "search_name",
        (f"{name}\t{' '.join(map(str, docs))}" for name, docs in rows.items()),
    )


def write_words(connection: sqlite3.Connection, phrases: Set[str]) -> None:
    """The distinct words of listings and vocabulary, and what a misspelling finds them by.

    Word → in how many listings it stands, nothing where only the vocabulary has it. Sound → the
    numbers of the words that sound so.
    """
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
    write_shelf(connection, "search_word", (f"{word}\t{counts.get(word, '')}" for word in every))
    sounds: dict[str, list[str]] = {}
    for number, word in enumerate(every):
        if heard := sound(word):
            sounds.setdefault(heard, []).append(str(number))
    write_shelf(
        connection,
        "search_sound",
        (f"{heard}\t{' '.join(numbers)}" for heard, numbers in sounds.items()),
    )
    connection.execute(forms.TABLE)
    forms.write_forms(connection, _forms(every, counts))


def _forms(
    every: Sequence[str], counts: Mapping[str, int]
) -> Iterator[tuple[array[int], int, int]]:
    """The forms of the heads of all words, and of the beginnings of those of listings. Words of
    one head stand one after the other: the first stands for them."""
    heads: dict[str, tuple[int, int]] = {}
    beginnings: dict[str, int] = {}
    for number, word in enumerate(every):
        if not spelling.is_correctable(word):
            continue
        head = word[: spelling.REACH]
        first, reach = heads.get(head, (number, 1))
        heads[head] = first, max(reach, spelling.reach(word, word in counts))
        if word in counts:
            for size in spelling.PREFIXES:
                if size < len(word):
                    beginnings.setdefault(word[:size], number)
    for head, (number, reach) in heads.items():
        hashes = _hashed(head) if reach == 1 else forms.hashed(spelling.deletions(head, reach))
        yield hashes, forms.HEAD, number
    for beginning, number in beginnings.items():
        hashes = forms.hashed(spelling.deletions(beginning, 1))
        yield hashes, len(beginning) - forms.SHORTER, number


@lru_cache(maxsize=32_768)
def _hashed(head: str) -> array[int]:
    """Kept, since most are of the vocabulary: the same in each catalogue that a process writes."""
    return forms.hashed(spelling.deletions(head, 1))
