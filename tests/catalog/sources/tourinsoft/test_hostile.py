"""Whatever comes in, a draft or a rejection comes out; and twice the same."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.errors import Unreadable
from catalog.sources.draft import Draft, Rejection
from catalog.sources.formats import open_source
from catalog.sources.tourinsoft.fields import synonyms
from catalog.sources.tourinsoft.record import read_record
from tests.catalog.sources.tourinsoft.records import RETRIEVED, record

if TYPE_CHECKING:
    import pytest

WORDS = [
    *("01/06/2100|02/06/2100||||||", "31/02/2026|", "a|b|c|d", "#", "##||", "Mardi soir$", "€"),
    *("Le 07/12/2026 De 25:00 à 10:00<br>", "99999999999", "1e9", "\x1b[2J", "/Date(0)/", "²", "٣"),
    *("http://", "@", "<img src='x'>", "Téléphone|", "|05 63", "3 étoiles", "-0,0", "NaN", "0|0|0"),
]
TEXTS = (
    st.text(max_size=30)
    | st.sampled_from(WORDS)
    | st.text(alphabet="#|$,/:0123456789 ", max_size=40)
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | TEXTS
NAMES = ["ThesLibelle", "Url", "Photo", "Datedebut", "lundiheuredebut1", "CoordonneesTelecom"]
JSON = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)
COLUMNS = st.sampled_from(sorted(synonyms())) | st.text(max_size=20)
CODES = st.sampled_from(["FMA", "ITI", "PCU", "HOT", "ORG", "ZZZ"])


def read(raw: dict[str, Any]) -> Draft | Rejection:
    result = read_record(raw, RETRIEVED, where="record 1")
    assert isinstance(result, Draft | Rejection)
    assert repr(read_record(raw, RETRIEVED, where="record 1")) == repr(result)
    return result


@given(st.dictionaries(COLUMNS, JSON, max_size=8))
def test_any_object(raw: dict[str, Any]) -> None:
    result = read(raw)
    assert isinstance(result, Draft) or (result.id and result.reason)


@settings(max_examples=300)
@given(CODES, st.dictionaries(COLUMNS, JSON, min_size=1, max_size=5))
def test_any_values_in_a_record(code: str, columns: dict[str, Any]) -> None:
    read(record(code) | columns)


@settings(max_examples=300)
@given(CODES, st.dictionaries(COLUMNS, TEXTS, min_size=1, max_size=5))
def test_any_texts_in_a_row(code: str, columns: dict[str, str]) -> None:
    read(record(code) | columns)


@settings(max_examples=60)
@given(st.lists(JSON | st.dictionaries(COLUMNS, JSON, max_size=4), max_size=4))
def test_any_list_in_a_feed(tmp_path_factory: pytest.TempPathFactory, items: list[Any]) -> None:
    path = tmp_path_factory.mktemp("feed") / "a.json"
    path.write_text(json.dumps({"value": [record(), *items]}).replace("NaN", "0"))
    try:
        results = list(open_source(path).read(RETRIEVED))
    except Unreadable:
        return  # "Infinity" is no JSON
    assert len(results) == len(items) + 1


@settings(max_examples=60)
@given(st.lists(st.lists(TEXTS, max_size=6), max_size=4))
def test_any_rows_in_a_table(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    path = tmp_path_factory.mktemp("table") / "a.csv"
    with path.open("w", encoding="utf-8", errors="replace", newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        writer.writerow(["SyndicObjectID", "SyndicObjectName", "GmapLatitude", "GmapLongitude"])
        writer.writerows([["PCU1", "Moulin", "44,17", "2,15"], *rows])
    for result in open_source(path).read(RETRIEVED):
        assert isinstance(result, Draft | Rejection)


def test_deep_and_long_values() -> None:
    deep: Any = "x"
    for _ in range(400):
        deep = [deep]
    for value in (deep, "#" * 200_000, "|" * 200_000, "a#" * 100_000, "1/1/2026,1/1/2026|" * 9_000):
        for column in ("PeriodeOuverture", "Photos", "Tarifs", "MoyenDeCom", "IDENTWEB", "Type"):
            read(record("FMA", **{column: value}))
