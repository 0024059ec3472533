from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.errors import Unreadable
from catalog.sources.markup import local, records, text

if TYPE_CHECKING:
    from pathlib import Path


def written(folder: Path, content: bytes) -> Path:
    path = folder / "a.xml"
    path.write_bytes(content)
    return path


def test_records_come_whole_and_in_order(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        b'<r xmlns:n="urn:n"><x/><n:a k="1"><b>caf\xc3\xa9</b></n:a>'
        b'<y><a k="2"><a k="3"/></a></y></r>',
    )
    found = [(local(e), e.get("k"), text(e, "b"), len(e)) for e in records(path, ("a",))]
    assert found == [("a", "1", "café", 1), ("a", "2", "", 1)]


def test_what_was_read_is_forgotten(tmp_path: Path) -> None:
    path = written(tmp_path, b"<r>" + b"<o/><a><b>x</b></a>" * 500 + b"</r>")
    first = None
    for element in records(path, ("a",)):
        assert first is None or len(first) == 0
        first = element


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "not XML"),
        (b"<r><a>", "not XML"),
        (b"<r>\xe9</r>", "not XML"),
        (b'<!DOCTYPE r [<!ENTITY e "x">]><r>&e;</r>', "document type"),
        (b'<!DOCTYPE r SYSTEM "file:///etc/passwd"><r/>', "document type"),
        (b"<a>" * 100 + b"</a>" * 100, "nested too deeply"),
        (b'<?xml version="1.0" encoding="nope"?><r/>', "not XML"),
    ],
)
def test_what_is_refused(tmp_path: Path, content: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        list(records(written(tmp_path, content), ("b",)))


@given(st.binary(max_size=60) | st.text(alphabet="<>/ab&;'\"=![]-?", max_size=40).map(str.encode))
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = written(tmp_path_factory.mktemp("any"), b"<r>" + content + b"</r>")
    with suppress(Unreadable):
        list(records(path, ("a",)))
