"""Whatever JSON comes in, a draft, a rejection or a withdrawal comes out; and twice the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.sources.draft import Draft, Rejection, Withdrawal
from catalog.sources.openagenda.event import read_event
from tests.catalog.sources.hostile import any_json, nested, paths, replaced
from tests.catalog.sources.openagenda.events import RETRIEVED, event, timing

if TYPE_CHECKING:
    from catalog.sources.values.series import Read

FULL = event(
    longDescription={"fr": "**a** [b](https://x.org)"},
    keywords={"fr": ["concert"], "en": ["gig"]},
    categories={"id": 1, "label": {"fr": "Culture"}},
    age={"min": 3, "max": 12},
    accessibility={"mi": True, "hi": True},
    conditions={"fr": "gratuit"},
    registration=[{"type": "phone", "value": "0563760000"}, "x@y.fr"],
    image={"base": "https://x.org/", "filename": "a.jpg"},
    imageCredits="©",
    firstTiming=timing("2026-12-05T07:00:00+01:00"),
    canonicalUrl="https://x.org/e",
    status=5,
)
JSON = any_json([*FULL, *FULL["location"], "id", "label", "fr", "begin", "end", "type", "value"])


def read(value: object) -> Read:
    result = read_event(value, RETRIEVED, where="f, event 1")
    assert isinstance(result, Draft | Rejection | Withdrawal)
    assert repr(read_event(value, RETRIEVED, where="f, event 1")) == repr(result)
    if isinstance(result, Rejection):
        assert result.id
        assert result.reason
    return result


def test_the_full_event_is_read_whole() -> None:
    assert isinstance(read(FULL), Draft)


@given(JSON)
def test_any_json(value: object) -> None:
    read(value)


@settings(max_examples=300)
@given(st.sampled_from(paths(FULL)), JSON)
def test_any_value_in_the_place_of_any_other(path: tuple[object, ...], value: object) -> None:
    read(replaced(FULL, path, value))


@given(st.dictionaries(st.sampled_from(sorted(FULL)), JSON, max_size=6))
def test_any_values_in_several_fields(values: dict[str, object]) -> None:
    read(FULL | values)


def test_a_thousand_levels() -> None:
    for key in FULL:
        read(FULL | {key: nested(900)})


def test_what_is_beyond_measure_is_cut_and_said() -> None:
    many = [
        timing(f"{1971 + n // 300}-{1 + n // 28 % 12:02}-{1 + n % 28:02}T10:00:00Z")
        for n in range(9_000)
    ]
    result = read(FULL | {"timings": many, "keywords": {"fr": [f"k{n}" for n in range(900)]}})
    assert isinstance(result, Draft)
    assert [w.kind for w in result.warnings].count("list_shortened") == 2
    assert len(result.listing.themes) <= 60
