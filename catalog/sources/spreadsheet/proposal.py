"""A mapping proposed from the titles of the columns, confirmed by what stands below them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping as Table
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

import msgspec

from catalog.sources.spreadsheet.cells import dates_of, day_of, position_of, yes_no
from catalog.sources.spreadsheet.mapping import WORDED, ColumnsTable, Mapping, missing_fields
from catalog.sources.spreadsheet.sheets import Cell, text_of
from catalog.sources.values.moments import Impossible
from catalog.sources.values.placing import INSEE, degrees
from catalog.text import clean_line, fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from catalog.sources.spreadsheet.sheets import SheetRow

SAMPLE: Final = 200
"""Rows that are looked at."""
_MOST: Final = 0.8
_HALF: Final = 0.5
"""The share of the cells that must be what the title says, for fields on which a listing stands
and for others: tables have slips."""
_SEVERAL: Final = ("street", "phone", "email", "website", "labels", "spoken", "same_as")
_SURE: Final = ("name", "latitude", "longitude", "position", "insee", "dates", "start", "end")
_TITLE: Final = 200


@dataclass(frozen=True, slots=True)
class Doubt:
    """A column whose title says a field that its cells do not confirm."""

    column: str
    field: str
    example: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A mapping for a table; `doubts` are columns whose cells are not what the title says,
    `unused` the columns whose title says nothing, `examples` a cell of each column."""

    mapping: Mapping
    doubts: tuple[Doubt, ...]
    unused: tuple[str, ...]
    examples: Table[str, str]

    @property
    def missing(self) -> tuple[str, ...]:
        """What a listing cannot do without and no column gives."""
        return missing_fields(self.mapping)


@cache
def _words() -> tuple[Table[str, list[tuple[int, str]]], Table[str, str]]:
    """The fields that a folded title can mean, each with its place in the field's list; and the
    languages that a word behind a title means."""
    data = tomllib.loads((files(__package__) / "headers.toml").read_text(encoding="utf-8"))
    fields: dict[str, list[tuple[int, str]]] = {}
    for field, titles in data["fields"].items():
        for place, title in enumerate(titles):
            fields.setdefault(title, []).append((place, field))
    languages = {word: lang for lang, words in data["languages"].items() for word in words}
    return fields, languages


def meanings(title: str) -> list[tuple[int, str, str]]:
    """(how sure: 0 is surest, field, language) of a column's title, surest first."""
    fields, languages = _words()
    folded = fold(title[:_TITLE])
    found = [(place, field, "fr") for place, field in fields.get(folded, ())]
    head, _, last = folded.rpartition(" ")
    if head and last in languages:
        lang = languages[last]
        found += ((p, field, lang) for p, field in fields.get(head, ()) if field in WORDED)
    return sorted(found)


def is_known(title: str) -> bool:
    """Whether a title is one that tables have."""
    return bool(meanings(title))


def propose(columns: Sequence[str], rows: Sequence[SheetRow]) -> Proposal:
    """The mapping that the titles suggest, where the cells of the sample do not contradict."""
    cells = {
        column: [row.cells[column] for row in rows if column in row.cells] for column in columns
    }
    doubts: list[Doubt] = []
    taken: dict[str, str] = {}
    chosen: dict[tuple[str, str], list[str]] = {}
    candidates = sorted(
        (sure, place, field, lang, column)
        for place, column in enumerate(columns)
        for sure, field, lang in meanings(column)
    )
    for _, _, field, lang, column in candidates:
        slot = (field, lang)
        if column in taken or (slot in chosen and field not in _SEVERAL):
            continue
        if not _confirmed(field, cells[column]):
            doubts.append(Doubt(column, field, _example(cells[column])))
            continue
        taken[column] = field
        chosen.setdefault(slot, []).append(column)
    order = {column: place for place, column in enumerate(columns)}
    mapping = Mapping(columns=_columns(chosen, order))
    doubtful = tuple(doubt for doubt in doubts if doubt.column not in taken)
    named = {*taken, *(doubt.column for doubt in doubtful)}
    return Proposal(
        mapping,
        doubtful,
        tuple(column for column in columns if column not in named),
        {column: _example(cells[column]) for column in columns},
    )


def _columns(chosen: Table[tuple[str, str], list[str]], order: Table[str, int]) -> ColumnsTable:
    found: dict[str, Any] = {}
    for (field, lang), columns in chosen.items():
        if field in WORDED:
            found.setdefault(field, {})[lang] = columns[0]
        elif field in _SEVERAL and len(columns) > 1:
            found[field] = tuple(sorted(columns, key=order.__getitem__))
        else:
            found[field] = columns[0]
    if "position" in found and {"latitude", "longitude"} <= found.keys():
        del found["position"]  # the same twice; two numbers are the surer
    if ("latitude" in found) != ("longitude" in found):
        found.pop("latitude", None)
        found.pop("longitude", None)
    if "start" not in found:
        found.pop("end", None)
    return msgspec.convert(found, ColumnsTable)


def _example(cells: Sequence[Cell]) -> str:
    return clean_line(text_of(cells[0])[:400], limit=60) if cells else ""


def _confirmed(field: str, cells: Sequence[Cell]) -> bool:
    """Whether the cells are what the title says. A column without any cell confirms nothing that
    a listing needs, and contradicts nothing else."""
    if not cells:
        return field not in ("id", "name", "latitude", "longitude", "position")
    if field == "id":
        return len({text_of(cell) for cell in cells}) >= _MOST * len(cells)
    test = _TESTS.get(field)
    share = _MOST if field in _SURE else _HALF
    return test is None or sum(test(cell) for cell in cells) >= share * len(cells)


def _within(limit: float) -> Callable[[Cell], bool]:
    def test(cell: Cell) -> bool:
        value = degrees(text_of(cell)[:40])
        return value is not None and abs(value) <= limit

    return test


def _is_position(cell: Cell) -> bool:
    pair = position_of(cell)
    return pair is not None and all(degrees(part[:40]) is not None for part in pair)


def _is_like(pattern: str) -> Callable[[Cell], bool]:
    compiled = re.compile(pattern, re.IGNORECASE)
    return lambda cell: compiled.search(text_of(cell)[:400]) is not None


def _is_dates(cell: Cell) -> bool:
    try:
        return bool(dates_of(cell))
    except Impossible:
        return False


def _is_day(cell: Cell) -> bool:
    try:
        return bool(day_of(cell))
    except Impossible:
        return False


def _is_words(cell: Cell) -> bool:
    return isinstance(cell, str) and any(char.isalpha() for char in cell)


_TESTS: Final[dict[str, Callable[[Cell], bool]]] = {
    "name": _is_words,
    "kind": _is_words,
    "latitude": _within(90),
    "longitude": _within(180),
    "position": _is_position,
    "insee": lambda cell: INSEE.fullmatch(text_of(cell).strip().zfill(5).upper()) is not None,
    "postcode": _is_like(r"^\s*\d{4,5}\s*$"),
    "commune": _is_words,
    "phone": _is_like(r"\d.*\d.*\d.*\d.*\d.*\d"),
    "email": _is_like("@"),
    "website": _is_like(r"[a-z0-9]\.[a-z]{2,}"),
    "dates": _is_dates,
    "start": _is_day,
    "end": _is_day,
    "updated": _is_day,
    "free": lambda cell: yes_no(cell) is not None,
    "wheelchair": lambda cell: yes_no(cell) is not None or text_of(cell) == "limited",
    "pets": lambda cell: yes_no(cell) is not None,
}
