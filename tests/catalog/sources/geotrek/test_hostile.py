"""Whatever JSON a record is, a draft or a rejection comes out; and twice the same."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.errors import Unreadable
from catalog.sources.draft import Draft, Rejection
from catalog.sources.formats import open_source
from catalog.sources.geotrek.lists import Family, Lists
from catalog.sources.geotrek.record import read_record
from tests.catalog.sources.geotrek.answers import (
    RETRIEVED,
    content,
    event,
    lists,
    record,
    texts,
    trek,
)

if TYPE_CHECKING:
    from pathlib import Path

WORDS = [
    *("fr", "en", "2026-02-30", "25:00", "-1", "1e9", "44.1", "https://x.org", "/a.jpg", "\x1b[2J"),
    *("<p>&eacute;", "Facile", "Boucle", "81060", "POINT(1 44)", "SRID=2154;POINT(1 2)", "\ud800"),
]
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=12)
    | st.sampled_from(WORDS)
)
KEYS = st.sampled_from(["fr", "en", "id", "label", "name", "url", "type", "coordinates", "x"])
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=10,
)
RICH: dict[Family, dict[str, Any]] = {
    Family.TREK: trek(
        labels=[1, 3],
        accessibilities=[1],
        attachments=[{"type": "image", "url": "https://x.org/a.jpg", "author": "x"}],
        web_links=[{"name": texts("x"), "url": "https://x.org"}],
        children=[1],
        description=texts("<p>x</p>", "y"),
    ),
    Family.CONTENT: content(),
    Family.EVENT: event(price="5", place="x", cancelled=True),
    Family.SITE: record(1, orientation=[], wind=[], practice=1, ratings=[1], period=texts("x")),
    Family.COURSE: record(2, equipment=texts("x"), height=1, type=2, length=5, duration=1),
    Family.POI: record(3, type=1, type_label=texts("Lac")),
    Family.SERVICE: record(4, type=1),
    Family.DESK: record(5, latitude=44.0, longitude=2.0, municipality="x", phone="0563", type={}),
}
JOINED = lists()
JOINED.add("service_type", {"id": 1, "name": texts("Eau potable"), "practices": []})


def read(raw: dict[str, Any], family: Family, joined: Lists) -> Draft | Rejection:
    result = read_record(raw, family, joined, RETRIEVED, language="fr", member="a, 1")
    again = read_record(raw, family, joined, RETRIEVED, language="fr", member="a, 1")
    assert repr(again) == repr(result)
    if isinstance(result, Rejection):
        assert result.id
        assert result.reason
    else:
        assert result.listing.name
        assert result.listing.id.startswith("geotrek:")
    return result


def test_the_rich_records_are_drafts() -> None:
    for family, raw in RICH.items():
        assert isinstance(read(raw, family, JOINED), Draft), family


@settings(max_examples=150)
@given(st.sampled_from(sorted(RICH)), st.data())
def test_any_value_in_any_field(family: Family, data: st.DataObject) -> None:
    raw = RICH[family]
    fields = data.draw(st.dictionaries(st.sampled_from(sorted(raw)), JSON, max_size=3))
    read(raw | fields, family, JOINED)


@given(st.sampled_from(sorted(RICH)), st.dictionaries(st.text(max_size=8) | KEYS, JSON, max_size=5))
def test_any_object(family: Family, raw: dict[str, Any]) -> None:
    read(raw, family, JOINED)


@given(st.sampled_from(["practice", "theme", "label", "category", "source", "city"]), JSON)
def test_any_entry_of_a_list(known: str, entry: object) -> None:
    joined = lists()
    if isinstance(entry, dict):
        for number in (1, 2, 3, 4, 7):
            joined.add(known, entry | {"id": number})
    read(RICH[Family.TREK], Family.TREK, joined)
    read(RICH[Family.CONTENT], Family.CONTENT, joined)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(st.sampled_from(["results", "features", "count", "next", "crs", "id"]), JSON)
)
def test_any_file(tmp_path: Path, value: dict[str, object]) -> None:
    path = tmp_path / "x.json"
    text = json.dumps(value).encode("utf-8", "replace")
    path.write_bytes(text)
    with suppress(Unreadable):
        found = list(open_source(path).read(RETRIEVED))
        assert all(isinstance(one, Draft | Rejection) for one in found)


def test_a_thousand_levels_and_a_million_letters() -> None:
    deep: object = "x"
    for _ in range(900):
        deep = [deep]
    for family, raw in RICH.items():
        for key in raw:
            read(raw | {key: deep}, family, JOINED)
    read(trek(description=texts("<p>" * 300_000), name=texts("x" * 300_000)), Family.TREK, JOINED)
