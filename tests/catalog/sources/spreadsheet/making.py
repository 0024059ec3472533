"""Tables and mappings written for a test, and what reading them gives."""

from __future__ import annotations

import csv
from datetime import date
from typing import TYPE_CHECKING, Any

from catalog.sources.draft import Draft, Rejection
from catalog.sources.formats import open_source

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

RETRIEVED = date(2026, 11, 21)
HEADER = ("Nom", "Latitude", "Longitude")


def write_csv(path: Path, *rows: Sequence[object], encoding: str = "utf-8") -> Path:
    with path.open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream, delimiter=";").writerows(rows)
    return path


def write_xlsx(path: Path, **sheets: Sequence[Sequence[object]]) -> Path:
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def write_mapping(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def results(path: Path) -> list[Draft | Rejection]:
    found = list(open_source(path).read(RETRIEVED))
    assert all(isinstance(item, Draft | Rejection) for item in found)
    return found  # type: ignore[return-value]


def drafts(path: Path) -> list[Draft]:
    found = results(path)
    assert all(isinstance(item, Draft) for item in found), found
    return found  # type: ignore[return-value]


def one(path: Path, titles: Sequence[str], cells: Sequence[object], mapping: str = "") -> Draft:
    """The draft of a table of one row, its position and name given unless titled."""
    given: dict[str, Any] = {"Nom": "Lavoir", "Latitude": "44.05", "Longitude": "2.15"}
    given |= dict(zip(titles, cells, strict=True))
    write_csv(path / "a.csv", tuple(given), tuple(given.values()))
    if mapping:
        base = '[columns]\nname = "Nom"\nlatitude = "Latitude"\nlongitude = "Longitude"\n'
        write_mapping(path / "a.mapping.toml", base + mapping)
    (draft,) = drafts(path / "a.csv")
    return draft


def cautions(draft: Draft) -> list[tuple[str, str]]:
    return [(caution.kind, caution.field) for caution in draft.warnings]
