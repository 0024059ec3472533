from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.errors import Unreadable
from catalog.sources.candidate import Candidate, is_companion
from catalog.sources.documents import Document
from catalog.sources.house import reader as house
from catalog.sources.tables import Row, Table

if TYPE_CHECKING:
    from pathlib import Path


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_records_of_a_document_are_raw_until_asked_for(tmp_path: Path) -> None:
    path = written(tmp_path, "a.json", b'\xef\xbb\xbf{"n": 2, "rows": [{"a": "\xc3\xa9"}, 3]}')
    document = Document(path)
    assert document.keys == {"n", "rows"}
    assert [json.loads(bytes(raw)) for raw in document.items("rows")] == [{"a": "é"}, 3]
    assert (document.get("n"), document.get("x"), document.items("n")) == (2, None, [])
    assert document.first("rows") == {"a": "é"}


def test_records_below_several_keys(tmp_path: Path) -> None:
    path = written(tmp_path, "a.json", b'{"d": {"results": [{"a": 1}, 2]}, "e": [1], "f": 3}')
    document = Document(path)
    assert [json.loads(bytes(raw)) for raw in document.items("d", "results")] == [{"a": 1}, 2]
    assert document.first("d", "results") == {"a": 1}
    for keys in (("d",), ("d", "x"), ("x", "y"), ("e", "x"), ("f", "x"), ("d", "results", "a")):
        assert document.items(*keys) == []


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"3", "neither a JSON object nor"),
        (b'{"a": ', "not JSON"),
        (b'[{"a": NaN}]', "not JSON"),
        (b"[" * 50_000, "nested too deeply|not JSON"),  # as deep as the interpreter allows
    ],
)
def test_what_is_no_document(tmp_path: Path, content: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        Document(written(tmp_path, "a.json", content))


def test_one_broken_text_does_not_hide_the_other_records(tmp_path: Path) -> None:
    document = Document(written(tmp_path, "a.json", b'["\xe9", {"a": 1}]'))
    assert document.first() == {"a": 1}


@given(st.binary(max_size=200))
def test_any_bytes_are_a_document_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = written(tmp_path_factory.mktemp("any"), "a.json", content)
    try:
        document = Document(path)
    except Unreadable:
        return
    assert (
        document.items()
        or document.keys
        or content.strip(b"\xef\xbb\xbf \n\r\t")
        in (
            b"[]",
            b"{}",
        )
        or content.lstrip(b"\xef\xbb\xbf \n\r\t")[:1] in (b"[", b"{")
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_tables_of_every_office(tmp_path: Path, encoding: str, separator: str) -> None:
    lines = [["Nom", "Prix", "Nom"], ['"Été; à,\t|"', "5,50", "x"], [], ["b", "", ""]]
    text = "\r\n".join(separator.join(line) for line in lines).replace("5,50", "5.50")
    table = Table(written(tmp_path, "a.csv", text.encode(encoding)))
    assert table.columns == ("Nom", "Prix", "Nom (2)")
    assert list(table.rows()) == [
        Row(2, {"Nom": "Été; à,\t|", "Prix": "5.50", "Nom (2)": "x"}),
        Row(4, {"Nom": "b"}),
    ]


def test_a_row_longer_than_its_header_and_lines_inside_fields(tmp_path: Path) -> None:
    table = Table(written(tmp_path, "a.csv", b'a;b\n"1\n2";3;4\n\x005;6\n'))
    assert list(table.rows()) == [
        Row(3, {"a": "1\n2", "b": "3"}, surplus=True),
        Row(4, {"a": "5", "b": "6"}),
    ]


def test_a_field_without_end(tmp_path: Path) -> None:
    table = Table(written(tmp_path, "a.csv", b'a;b\n1;"' + b"x\n" * 600_000))
    with pytest.raises(Unreadable, match="field larger than"):
        list(table.rows())


def test_a_candidate_is_looked_at_lazily(tmp_path: Path) -> None:
    candidate = Candidate(written(tmp_path, "a.csv", b"Nom;Commune\nx;y\n"))
    assert candidate.container is None
    assert candidate.document is None
    assert candidate.table is not None
    assert Candidate(written(tmp_path, "b.json", b'{"a": 1}')).table is None
    assert Candidate(written(tmp_path, "c.bin", b"\x00\x01")).text == ""


def test_rows_are_numbered_as_a_spreadsheet_program_counts_them(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('a,b\n"1\n2",3\n\n5,6\n')
    assert [(row.line, row.number) for row in Table(path).rows()] == [(3, 2), (5, 4)]


def test_the_mapping_of_a_table_is_no_source(tmp_path: Path) -> None:
    for name in ("mapping.toml", "toilets.mapping.toml"):
        (tmp_path / name).write_text("[columns]\n")
        assert is_companion(tmp_path / name)
        assert house.recognise(Candidate(tmp_path / name)) is None
    assert house.recognise(Candidate(tmp_path)) is None
    assert not is_companion(tmp_path / "mapping.csv")
