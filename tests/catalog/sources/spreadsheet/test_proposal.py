from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.errors import Unreadable
from catalog.handwritten import keys_of
from catalog.sources.formats import open_source
from catalog.sources.spreadsheet.mapping import ColumnsTable, Mapping, titles
from catalog.sources.spreadsheet.proposal import meanings, propose
from catalog.sources.spreadsheet.sheets import SheetRow
from catalog.text import fold
from tests.catalog.sources.spreadsheet.making import drafts, write_csv

if TYPE_CHECKING:
    from pathlib import Path


def proposed(**columns: object) -> dict[str, object]:
    rows = [SheetRow(2, {title: cell for title, cell in columns.items() if cell != ""})]  # type: ignore[misc]
    mapping = propose(tuple(columns), rows).mapping
    return {
        field: value
        for field, value in msgspec.structs.asdict(mapping.columns).items()
        if value not in (None, ())
    }


@pytest.mark.parametrize(
    ("titles", "fields"),
    [
        (
            {"nom": "x", "code_postal": "81400", "lat": "44.0", "lon": 2.1, "tel.": "0563366366"},
            {
                "name": {"fr": "nom"},
                "postcode": "code_postal",
                "latitude": "lat",
                "longitude": "lon",
                "phone": "tel.",
            },
        ),
        (
            {"Nombre": "x", "Dirección": "calle 1", "Coordenadas": "44.1, 2.1", "Horario": "9-12"},
            {
                "name": {"fr": "Nombre"},
                "street": "Dirección",
                "position": "Coordenadas",
                "hours": "Horario",
            },
        ),
        (
            {"Name EN": "x", "Nom": "y", "Description (allemand)": "z", "Descriptif": "w"},
            {
                "name": {"fr": "Nom", "en": "Name EN"},
                "description": {"fr": "Descriptif", "de": "Description (allemand)"},
            },
        ),
        ({"X": 2.1, "Y": 44.1}, {"latitude": "Y", "longitude": "X"}),
        ({"X": 652000.5, "Y": 6300000.1}, {}),
        ({"Latitude": 44.1}, {}),
        ({"Adresse 1": "a", "Adresse 2": "b"}, {"street": ("Adresse 1", "Adresse 2")}),
        ({"Responsable": "M. X", "Contact": "Mme Y", "Portable": "0612345678", "N°": 1}, {}),
        ({"Début": "01/07/2026", "Fin": "02/07/2026"}, {"start": "Début", "end": "Fin"}),
        ({"Fin": "02/07/2026"}, {}),
        ({"Code INSEE": "Carmaux", "Email": "sans"}, {}),
        (
            {"geo_point_2d": "44.1, 2.1", "lat": 44.1, "lon": 2.1},
            {"latitude": "lat", "longitude": "lon"},
        ),
        ({"Accès PMR": "", "Nom": ""}, {"wheelchair": "Accès PMR"}),
    ],
)
def test_fields_from_titles(titles: dict[str, object], fields: dict[str, object]) -> None:
    assert proposed(**titles) == fields


def test_titles_in_the_file_are_folded_and_name_fields() -> None:
    from catalog.sources.spreadsheet import proposal

    fields, languages = proposal._words()
    assert all(title == fold(title) for title in (*fields, *languages))
    assert {field for said in fields.values() for _, field in said} == set(keys_of(ColumnsTable))
    assert all(len(lang) == 2 for lang in languages.values())
    assert meanings("CODE POSTAL")[0][1] == "postcode"


def test_the_surest_title_is_taken(tmp_path: Path) -> None:
    table = write_csv(
        tmp_path / "a.csv",
        ("Lieu", "Site", "Nom du site", "Commune", "lat", "long"),
        ("au bourg", "https://x.fr", "Lavoir", "Carmaux", "44.05", "2.15"),
    )
    (draft,) = drafts(table)
    assert draft.listing.name.texts[0].text == "Lavoir"
    assert draft.listing.contacts[0].websites == ("https://x.fr",)
    assert draft.warnings[0].kind == "column_unmapped"
    assert draft.warnings[0].field == "Lieu"


def test_a_table_that_says_too_little(tmp_path: Path) -> None:
    table = write_csv(
        tmp_path / "liste.csv", ("Intitulé", "Y", "X"), ("Lavoir", "6300123", "652123")
    )
    with pytest.raises(Unreadable) as caught:
        open_source(table)
    assert "no title names the latitude, longitude" in caught.value.message
    assert "column 'Y' holds no latitude (6300123)" in caught.value.message
    assert "catalog mapping liste.csv" in caught.value.remedy
    assert "liste.mapping.toml" in caught.value.remedy


def test_a_text_with_commas_is_no_table(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("Bonjour, voici la liste.\nMerci, bien à vous\n")
    with pytest.raises(Unreadable, match="a text file"):
        open_source(path)


TITLE = st.sampled_from(
    ["Nom", "Lat", "Lon", "X", "Y", "GPS", "Id", "CP", "Type", "Début", "Fin", "Adresse", "Name en"]
) | st.text(max_size=12)
CELL = st.sampled_from(["44.1", "2.1", "x", "oui", "44.1, 2.1", "01/07/2026"]) | st.text(max_size=8)


@given(st.lists(TITLE, min_size=1, max_size=8, unique=True), st.lists(st.lists(CELL, max_size=8)))
def test_a_proposal_names_each_column_once_and_fits(
    columns: list[str], cells: list[list[str]]
) -> None:
    rows = [
        SheetRow(n, dict(zip(columns, row, strict=False))) for n, row in enumerate(cells, start=2)
    ]
    proposal = propose(columns, rows)
    assert isinstance(proposal.mapping, Mapping)
    if not proposal.missing:
        used = titles(proposal.mapping, columns, None)  # type: ignore[arg-type]
        assert set(used) <= set(columns)
