from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from catalog.geo import Point

if TYPE_CHECKING:
    from catalog.search.engine import SearchEngine

QUERIES = tomllib.loads((Path(__file__).parent / "golden.toml").read_text())["query"]
PLACES = {"carmaux": Point(44.05, 2.16)}


@pytest.mark.parametrize("case", QUERIES, ids=lambda case: f"{case['q']} {case.get('from', '')}")
def test_golden(case: dict[str, Any], engine: SearchEngine) -> None:
    hits = engine.search(
        case["q"],
        lang=case.get("lang", "fr"),
        prefix=not case.get("finished", False),
        origin=PLACES.get(case.get("from", "")),
    )
    names = [hit.name for hit in hits]
    assert names[: len(case["top"])] == case["top"]
    if case.get("only"):
        assert len(names) == len(case["top"])
    assert not set(case.get("never", ())) & set(names)
