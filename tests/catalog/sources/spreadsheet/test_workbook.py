from __future__ import annotations

import zipfile
from contextlib import suppress
from datetime import date, datetime, time
from typing import TYPE_CHECKING

import pytest

from catalog.errors import Unreadable
from catalog.model import Period, Slot
from catalog.sources.draft import Rejection
from catalog.sources.formats import open_source
from catalog.sources.spreadsheet import sheets, workbook
from tests.catalog.sources.spreadsheet.making import (
    HEADER,
    RETRIEVED,
    cautions,
    drafts,
    results,
    write_csv,
    write_mapping,
    write_xlsx,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ROW = ("Lavoir", 44.05, 2.15)


def changed(path: Path, member: str, change: Callable[[bytes], bytes]) -> Path:
    """The workbook with one of its parts rewritten."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[member] = change(parts[member])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORDS = ("Nom", "Latitude", "Longitude", "Lavoir")
AS_EXCEL = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{TYPES}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPES}.worksheet+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{TYPES}.sharedStrings+xml"/>'
    "</Types>",
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{RELATIONS}"><sheets>'
    '<sheet name="x" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="r2" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'
    "</Relationships>",
    "xl/worksheets/sheet1.xml": f"<worksheet {MAIN}><sheetData>"
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'
    '<c r="C1" t="s"><v>2</v></c></row><row r="2"><c r="A2" t="s"><v>3</v></c>'
    '<c r="B2"><f>40+4.05</f><v>44.05</v></c><c r="C2"><v>2.15</v></c></row>'
    "</sheetData></worksheet>",
    "xl/sharedStrings.xml": f"<sst {MAIN}>"
    + "".join(f"<si><t>{word}</t></si>" for word in WORDS)
    + "</sst>",
}


def as_excel(path: Path) -> Path:
    """A workbook with shared strings and a formula, as Excel writes it."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in AS_EXCEL.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>\n{content}')
    return path


def test_a_workbook_as_excel_writes_it(tmp_path: Path) -> None:
    (draft,) = drafts(as_excel(tmp_path / "a.xlsx"))
    assert draft.listing.name.texts[0].text == "Lavoir"
    assert draft.listing.place.latitude == 44.05


def test_typed_cells(tmp_path: Path) -> None:
    start = datetime(2026, 7, 14, 20, 30)  # noqa: DTZ001 (cells have no zone)
    end = datetime(2026, 7, 14, 23, 0)  # noqa: DTZ001
    table = write_xlsx(
        tmp_path / "a.xlsx",
        Feuil1=[
            (*HEADER, "CP", "INSEE", "Tarif", "Gratuit", "Date début", "Date fin", "MAJ", "Id"),
            (*ROW, 81400.0, 81060, 5.5, False, start, end, date(2026, 10, 1), 7),
        ],
    )
    (draft,) = drafts(table)
    listing = draft.listing
    assert (listing.place.latitude, listing.place.longitude) == (44.05, 2.15)
    assert (listing.place.postcode, listing.place.insee) == ("81400", "81060")
    assert [str(price.minimum) for price in listing.prices] == ["5.50"]
    day = date(2026, 7, 14)
    assert listing.dates == (Period(day, day, slots=(Slot(time(20, 30), time(23)),)),)
    assert listing.sources[0].updated == date(2026, 10, 1)
    assert listing.id == "sheet:a.7"


def test_the_same_table_in_both_formats(tmp_path: Path) -> None:
    rows = [(*HEADER, "Horaires", "Type"), ("Lavoir", "44.05", "2.15", "9h-12h", "WC"), ROW]
    listings = [
        [draft.listing for draft in drafts(path)]
        for path in (
            write_csv(tmp_path / "a.csv", *rows[:2], ("Halle", 44.1, 2.15)),
            write_xlsx(tmp_path / "a.xlsx", x=[*rows[:2], ("Halle", 44.1, 2.15)]),
        )
    ]
    assert listings[0] == listings[1]
    assert len(listings[0]) == 2


def test_titles_below_a_headline_and_empty_rows(tmp_path: Path) -> None:
    rows = [("Toilettes publiques de Carmaux",), (), ("mis à jour", "le 1/10"), HEADER, (), ROW]
    found = results(write_xlsx(tmp_path / "a.xlsx", x=[*rows, ("Total", 5), ROW]))
    assert [item.id for item in found if isinstance(item, Rejection)] == ["row 7", "row 8"]
    assert "row 6 already" in getattr(found[-1], "reason", "")


def test_the_mapping_names_the_sheet(tmp_path: Path) -> None:
    table = write_xlsx(
        tmp_path / "a.xlsx", Vide=[], Lisez=[("moi",)], WC=[HEADER, ROW], Lavoirs=[HEADER, ROW, ROW]
    )
    (draft,) = drafts(table)
    assert cautions(draft)[:2] == [("sheet_not_read", "Lisez"), ("sheet_not_read", "Lavoirs")]
    text = '[columns]\nname = "Nom"\nlatitude = "Latitude"\nlongitude = "Longitude"\n[table]\n'
    write_mapping(tmp_path / "a.mapping.toml", text + 'sheet = "Lavoirs"\n')
    assert len(results(table)) == 2
    write_mapping(tmp_path / "a.mapping.toml", text + 'sheet = "Lavoir"\n')
    with pytest.raises(Unreadable, match="no sheet 'Lavoir' with a table, did you mean 'Lavoirs'"):
        results(table)


def test_a_hidden_sheet_is_not_read(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    table = write_xlsx(tmp_path / "a.xlsx", Secret=[HEADER, ROW, ROW], WC=[HEADER, ROW])
    book = load_workbook(table)
    book["Secret"].sheet_state = "hidden"
    book.save(table)
    (draft,) = drafts(table)
    assert not [kind for kind, _ in cautions(draft) if kind == "sheet_not_read"]


def test_what_the_file_says_of_its_own_size_is_not_believed(tmp_path: Path) -> None:
    table = write_xlsx(tmp_path / "a.xlsx", x=[HEADER, ROW, ("Halle", 44.1, 2.1)])
    changed(
        table,
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b'<dimension ref="A1:C3"/>', b'<dimension ref="A1:A2"/>'),
    )
    assert len(drafts(table)) == 2


def test_merged_cells_count_once(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    table = write_xlsx(
        tmp_path / "a.xlsx",
        x=[(*HEADER, "Commune"), (*ROW, "Carmaux"), ("Halle", 44.1, 2.1, "Carmaux")],
    )
    book = load_workbook(table)
    book["x"].merge_cells("D2:D3")
    book.save(table)
    assert [draft.listing.place.commune for draft in drafts(table)] == ["Carmaux", None]


DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "member", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"]
)
@pytest.mark.parametrize(
    "change",
    [
        lambda xml: xml[:200],
        lambda _: b"",
        lambda xml: DOCTYPE + xml.partition(b"\n")[2],
        lambda xml: xml.replace(b"<", b"<<", 20),
        lambda xml: xml.replace(b"<v>", b"<v>99999"),
    ],
    ids=["cut", "empty", "entities", "torn", "wrong numbers"],
)
def test_damaged_workbooks_are_read_or_refused(
    tmp_path: Path, member: str, change: Callable[[bytes], bytes]
) -> None:
    table = changed(as_excel(tmp_path / "a.xlsx"), member, change)
    with suppress(Unreadable):
        results(table)


def test_entities_are_refused(tmp_path: Path) -> None:
    table = as_excel(tmp_path / "a.xlsx")
    changed(
        table,
        "xl/sharedStrings.xml",
        lambda xml: DOCTYPE + xml.partition(b"\n")[2].replace(b"Lavoir", b"&b;"),
    )
    with pytest.raises(Unreadable, match="the workbook is damaged"):
        results(table)


def test_rows_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = write_xlsx(tmp_path / "a.xlsx", x=[HEADER, ROW])
    changed(
        table,
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b'r="2"', b'r="900000000"'),
    )
    for module in (workbook, sheets):
        monkeypatch.setattr(module, "MAX_ROWS", 1_000)
    with pytest.raises(Unreadable, match="more than 1,000 rows"):
        results(table)


def test_formats_without_end(tmp_path: Path) -> None:
    """They would be built one by one before the first cell is seen."""
    table = changed(
        write_xlsx(tmp_path / "a.xlsx", x=[HEADER, ROW]),
        "xl/styles.xml",
        lambda xml: xml + b" " * workbook.MAX_STYLES,
    )
    with pytest.raises(Unreadable, match="too many different formats"):
        open_source(table)


def test_a_workbook_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = write_xlsx(tmp_path / "a.xlsx", x=[HEADER, ROW])
    monkeypatch.setattr(workbook, "MAX_UNPACKED", 1_000)
    with pytest.raises(Unreadable, match="the workbook would unpack to"):
        open_source(table)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.xls", b"\xd0\xcf\x11\xe0" + bytes(600), "a table of an old Excel"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0" + bytes(600), "or one with a password"),
        ("a.doc", b"\xd0\xcf\x11\xe0" + bytes(600), "an old Office document"),
    ],
)
def test_other_formats_of_tables(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Unreadable, match=says) as caught:
        open_source(tmp_path / name)
    assert caught.value.remedy


def test_open_document_tables(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<x/>")
    with pytest.raises(Unreadable, match="OpenDocument") as caught:
        open_source(path)
    assert "save it as .xlsx or as CSV" in caught.value.remedy


def test_a_workbook_without_a_table(tmp_path: Path) -> None:
    for rows in ([], [("seul",)]):
        with pytest.raises(Unreadable, match="no sheet with a table"):
            list(open_source(write_xlsx(tmp_path / "a.xlsx", x=rows)).read(RETRIEVED))
