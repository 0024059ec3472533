"""Any JSON in the place of any other, for readers of JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS = (
    *("fr", "2026-02-30", "2026-07-01", "9999-12-31", "2026-12-05T10:00:00+01:00", "25:00", "-1"),
    *("0", "1e9", "44.17", "https://x.org", "@", "\x1b[2J", "0001-01-01T00:00:00+14:00", "2", "6"),
)


def any_json(fields: Sequence[str]) -> st.SearchStrategy[object]:
    """JSON whose objects use the field names of a format, and others."""
    scalars = (
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(max_size=20)
        | st.sampled_from(WORDS)
    )
    keys = st.sampled_from(fields) | st.text(max_size=5)
    return st.recursive(
        scalars,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4),
        max_leaves=12,
    )


def paths(value: object, here: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    """Where every value inside a value stands."""
    found = [here]
    if isinstance(value, dict):
        for key, inner in value.items():
            found += paths(inner, (*here, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            found += paths(inner, (*here, index))
    return found


def replaced(value: Any, path: tuple[Any, ...], by: object) -> Any:
    """A copy with another value in one place."""
    if not path:
        return by
    copy = value.copy()
    copy[path[0]] = replaced(value[path[0]], path[1:], by)
    return copy


def nested(levels: int) -> object:
    """A value inside many lists."""
    deep: object = "x"
    for _ in range(levels):
        deep = [deep]
    return deep
