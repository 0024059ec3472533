"""Whatever lies in the file: drafts, rejections or a refusal, never anything else."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.errors import Unreadable
from catalog.sources.draft import Draft, Rejection
from catalog.sources.formats import open_source
from tests.catalog.sources.spreadsheet.making import HEADER, RETRIEVED, write_mapping, write_xlsx

MAPPING = """
[columns]
name = "Nom"
position = "GPS"
hours = "Horaires"
dates = "Dates"
price = "Tarif"
kind = "Type"
id = "Id"
"""
TITLES = b"Nom;GPS;Horaires;Dates;Tarif;Type;Id\n"
PIECES = st.sampled_from(
    (
        *("Lavoir", "44.1, 2.1", "9h-12h", "01/07/2026", "5 €", "WC", "=1", "#N/A", '"', ";", "\n"),
        *("\0", "\ufeff", "\x1b[2J", "\u202e", "9" * 400, "Ã©", "&eacute;", "<b>", "-", "1e999"),
    )
)


def read(name: str, content: bytes, mapping: str = "") -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        if mapping:
            write_mapping(path.with_name("mapping.toml"), mapping)
        with suppress(Unreadable):
            for item in open_source(path).read(RETRIEVED):
                assert isinstance(item, Draft | Rejection)
                assert isinstance(item, Draft) or item.reason


@settings(max_examples=80)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_table(text: str) -> None:
    read("a.csv", TITLES + text.encode("utf-8", "surrogatepass"), MAPPING)


@settings(max_examples=80)
@given(st.lists(st.lists(PIECES, min_size=7, max_size=7).map(";".join), max_size=4))
def test_any_rows(rows: list[str]) -> None:
    read("a.csv", TITLES + "\n".join(rows).encode("utf-8", "surrogatepass"), MAPPING)


@settings(max_examples=80)
@given(st.binary(max_size=400), st.sampled_from(["a.csv", "a.xlsx", "a.tsv", "a.txt", "a.ods"]))
def test_any_bytes(content: bytes, name: str) -> None:
    read(name, content)
    read(name, b"Nom;Latitude;Longitude\nx;44.1;2.1\n" + content)


@cache
def parts() -> dict[str, bytes]:
    with TemporaryDirectory() as folder:
        rows = [(*HEADER, "Date"), ("Lavoir", 44.05, 2.15, RETRIEVED), ("Halle", 44.1, 2.1, None)]
        path = write_xlsx(Path(folder) / "a.xlsx", x=rows)
        with zipfile.ZipFile(path) as archive:
            return {name: archive.read(name) for name in archive.namelist()}


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(
        ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"]
    ),
    st.integers(0, 2_000),
    st.integers(0, 20),
    st.binary(max_size=6) | st.sampled_from([b"<", b'"', b"99999999999999999999", b"ZZZ9", b"-1"]),
)
def test_any_bytes_in_a_workbook(member: str, at: int, cut: int, by: bytes) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts().items():
            at %= len(content)
            changed = content[:at] + by + content[at + cut :]
            archive.writestr(name, changed if name == member else content)
    read("a.xlsx", stream.getvalue())
