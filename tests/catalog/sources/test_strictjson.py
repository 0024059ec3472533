from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.sources.strictjson import decode

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(JSON)
def test_reads_what_json_writes(value: object) -> None:
    text = json.dumps(value, ensure_ascii=True)
    if "\\ud" not in text:
        assert decode(text.encode()) == value


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"[NaN]", "not JSON"),
        (b"[-Infinity]", "not JSON"),
        (b"{'a': 1}", "not JSON"),
        (b'{"a": 1', "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"[" * 200_000, "nested"),
        (b'{"a":' * 200_000, "nested"),
    ],
)
def test_refuses(raw: bytes, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        decode(raw)


def test_byte_order_mark_and_doubled_key() -> None:
    assert decode(b'\xef\xbb\xbf{"a": 1, "a": 2}') == {"a": 2}
