"""The mapping of a table: which column holds which field, written by hand in TOML."""

from __future__ import annotations

import re
from datetime import date  # noqa: TC003 (msgspec reads the annotations)
from typing import TYPE_CHECKING, Final

import msgspec

from catalog.errors import Unreadable
from catalog.handwritten import explain, keys_of, load, nearest
from catalog.model import Kind, TermId
from catalog.text import clean_line, fold
from catalog.vocabulary import concepts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

DEFAULT_SOURCE: Final = "sheet"
_SOURCE_NAME: Final = re.compile(r"[a-z][a-z0-9_]{1,30}", re.ASCII)
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}", re.ASCII)

Words = str | dict[str, str]
"""A column (French), or one for each language: `{ fr = "Nom", en = "Name" }`."""
Several = str | tuple[str, ...]
"""A column or a constant, or a list of them."""


class Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of every table: no key beyond those named."""


class SourceTable(Shape, frozen=True):
    """`[source]`: whose table this is."""

    name: str = DEFAULT_SOURCE
    publisher: str | None = None
    creator: str | None = None
    licence: str | None = None
    url: str | None = None
    updated: date | None = None


class TableTable(Shape, frozen=True):
    """`[table]`: which sheet of a workbook (the first that holds something where it is not
    said); whether a public form filled it."""

    sheet: str | None = None
    to_verify: bool = False


class ColumnsTable(Shape, frozen=True):
    """`[columns]`: the titles of the columns, as they stand in the first row."""

    id: str | None = None
    name: Words | None = None
    kind: str | None = None
    summary: Words | None = None
    description: Words | None = None
    practical: Words | None = None
    latitude: str | None = None
    longitude: str | None = None
    position: str | None = None
    street: Several = ()
    postcode: str | None = None
    commune: str | None = None
    insee: str | None = None
    phone: Several = ()
    email: Several = ()
    website: Several = ()
    hours: str | None = None
    dates: str | None = None
    start: str | None = None
    end: str | None = None
    times: str | None = None
    price: str | None = None
    free: str | None = None
    wheelchair: str | None = None
    pets: str | None = None
    labels: Several = ()
    spoken: Several = ()
    same_as: Several = ()
    updated: str | None = None


class EveryRowTable(Shape, frozen=True):
    """`[every_row]`: what is true of all rows and stands in no column."""

    kind: Several = ()
    postcode: str | None = None
    commune: str | None = None
    insee: str | None = None
    free: bool = False
    wheelchair: bool | None = None
    pets: bool | None = None
    labels: Several = ()
    spoken: Several = ()


class Mapping(Shape, frozen=True):
    """A whole mapping file."""

    source: SourceTable = SourceTable()
    table: TableTable = TableTable()
    columns: ColumnsTable = ColumnsTable()
    kinds: dict[str, Several] = {}
    every_row: EveryRowTable = EveryRowTable()


INNER_TABLES: Final[dict[str, type[msgspec.Struct]]] = {
    "source": SourceTable,
    "table": TableTable,
    "columns": ColumnsTable,
    "every_row": EveryRowTable,
}
WORDED: Final = ("name", "summary", "description", "practical")
"""The fields that have a column for each language."""


def beside(path: Path) -> Path | None:
    """The mapping of a table: `<its name>.mapping.toml`, else `mapping.toml`; None if there is
    neither."""
    own = (path.with_name(f"{stem}.mapping.toml") for stem in (path.stem, path.name))
    return next((file for file in (*own, path.with_name("mapping.toml")) if file.is_file()), None)


def read_mapping(path: Path) -> Mapping:
    """The mapping that a file holds. Raises Unreadable, naming the key and the nearest one."""
    document = load(path)
    try:
        mapping = msgspec.convert(document, Mapping)
    except msgspec.ValidationError as problem:
        raise _fault(path, explain(problem, Mapping, INNER_TABLES)) from None
    if not _SOURCE_NAME.fullmatch(mapping.source.name):
        raise Unreadable(
            f"{clean_line(mapping.source.name, limit=60)!r} is not a name for a source",
            where=f"{path}, [source], field name",
            remedy="Write lower-case letters and digits, for example name = 'segala'.",
        )
    for field in WORDED:
        for lang in by_language(getattr(mapping.columns, field)):
            if not _LANGUAGE.fullmatch(lang):
                raise _fault(path, f"field columns.{field}: {lang!r} is not a language code")
    for terms in mapping.kinds.values():
        _check_terms(path, "kinds", several(terms))
    _check_terms(path, "every_row.kind", several(mapping.every_row.kind))
    return mapping


def titles(mapping: Mapping, columns: Iterable[str], path: Path) -> dict[str, str]:
    """The column of the table for each title that the mapping writes; capitals and accents make
    no difference.

    Raises Unreadable where the table has no such column, or where the mapping names none for the
    name or for the position.
    """
    held = tuple(columns)
    alike = {fold(column): column for column in reversed(held)}
    found: dict[str, str] = {}
    for field, title in named_columns(mapping):
        column = title if title in held else alike.get(fold(title))
        if column is None:
            raise _fault(
                path,
                f"field columns.{field}: the table has no column "
                f"{clean_line(title, limit=60)!r}{nearest(title, held)}",
            )
        found[title] = column
    missing = missing_fields(mapping)
    if missing:
        raise _fault(path, f"[columns] names no column for: {', '.join(missing)}")
    return found


def missing_fields(mapping: Mapping) -> tuple[str, ...]:
    """What a listing cannot do without and no column gives."""
    columns = mapping.columns
    placed = columns.position or (columns.latitude and columns.longitude)
    return ("name",) * (not by_language(columns.name)) + ("latitude, longitude",) * (not placed)


def named_columns(mapping: Mapping) -> list[tuple[str, str]]:
    """(field, title of its column) for every column that the mapping names."""
    found: list[tuple[str, str]] = []
    for field in keys_of(ColumnsTable):
        value = getattr(mapping.columns, field)
        if field in WORDED:
            found += ((f"{field}.{lang}", column) for lang, column in by_language(value).items())
        else:
            found += ((field, column) for column in several(value))
    return found


def by_language(words: Words | None) -> dict[str, str]:
    """The column of each language; a single one is French."""
    if words is None:
        return {}
    return {"fr": words} if isinstance(words, str) else words


def several(value: Several | None) -> tuple[str, ...]:
    """One or several, as several."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value


def kinds_of(terms: Iterable[str]) -> tuple[tuple[Kind, ...], tuple[TermId, ...]]:
    """The kinds and concepts that words of the vocabulary say: `toilets` is a service, and
    `itinerary` is no more than its kind."""
    kinds: dict[Kind, None] = {}
    said: list[TermId] = []
    for term in terms:
        if term in tuple(Kind):
            kinds[Kind(term)] = None
        concept = concepts().get(TermId(term))
        if concept is not None and concept.group != "kinds":
            kinds.update(dict.fromkeys(concept.kinds[:1]))
            said.append(concept.id)
    return tuple(kinds), tuple(dict.fromkeys(said))


def words_of_kinds(mapping: Mapping) -> dict[str, tuple[str, ...]]:
    """The terms that `[kinds]` gives for each folded word of the column `kind`."""
    return {fold(word): several(terms) for word, terms in mapping.kinds.items()}


def _check_terms(path: Path, field: str, terms: Iterable[str]) -> None:
    known = {*Kind, *(str(term) for term, concept in concepts().items() if concept.kinds)}
    for term in terms:
        if term not in known:
            shown = clean_line(term, limit=60)
            raise _fault(path, f"field {field}: {shown!r} is not a kind{nearest(term, known)}")


def _fault(path: Path, message: str) -> Unreadable:
    return Unreadable(
        clean_line(message, limit=400),
        where=str(path),
        remedy="Correct that line; `catalog mapping FILE` shows what a mapping looks like.",
    )
