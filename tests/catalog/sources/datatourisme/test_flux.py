from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from catalog.errors import Unreadable
from catalog.sources.draft import Draft, Rejection
from catalog.sources.formats import open_source
from tests.catalog.sources.datatourisme.objects import (
    CONTEXT_V2,
    RETRIEVED,
    thing,
    write_flux,
)

if TYPE_CHECKING:
    from pathlib import Path


def numbered(number: int) -> dict[str, object]:
    return thing(**{"@id": f"https://data.datatourisme.fr/23/record-{number}"})


def test_a_bad_member_does_not_stop_the_others(tmp_path: Path) -> None:
    objects: dict[str, object] = {
        "a.json": numbered(1),
        "b.json": b'{"cut": ',
        "c.json": b"[NaN]",
        "d.json": b"",
        "e.json": [1, 2],
        "f.json": numbered(2),
    }
    index = [{"label": name, "file": name} for name in [*objects, "gone.json", "../up.json"]]
    write_flux(tmp_path / "flux.zip", objects | {"new.json": numbered(3)}, index=index)
    with zipfile.ZipFile(tmp_path / "flux.zip", "a") as archive:
        archive.writestr("__MACOSX/._a.json", b"litter")
        archive.writestr("/absolute.json", b"{}")
    results = list(open_source(tmp_path / "flux.zip").read(RETRIEVED))
    assert [r.listing.id for r in results if isinstance(r, Draft)] == [
        "datatourisme:record-1",
        "datatourisme:record-2",
    ]
    reasons = {r.id: r.reason for r in results if isinstance(r, Rejection)}
    assert " ".join(reasons) == (
        "b.json c.json d.json e.json gone.json ../up.json /absolute.json new.json"
    )
    assert "not JSON" in reasons["b.json"]
    assert "not JSON" in reasons["c.json"]
    assert "empty" in reasons["d.json"]
    assert "one JSON object" in reasons["e.json"]
    assert "not in the archive" in reasons["gone.json"]
    assert "outside" in reasons["../up.json"]
    assert "leads out" in reasons["/absolute.json"]
    assert "withdrawn" in reasons["new.json"]


def test_the_same_record_twice(tmp_path: Path) -> None:
    write_flux(tmp_path / "flux.zip", {"a.json": numbered(1), "b.json": numbered(1)})
    first, second = open_source(tmp_path / "flux.zip").read(RETRIEVED)
    assert isinstance(first, Draft)
    assert isinstance(second, Rejection)
    assert "a.json" in second.reason


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    path = write_flux(tmp_path / "flux.zip", {"a.json": numbered(1), "b.json": numbered(2)})
    assert list(open_source(path).read(RETRIEVED)) == list(open_source(path).read(RETRIEVED))


def test_the_label_says_the_version(tmp_path: Path) -> None:
    path = write_flux(tmp_path / "flux.zip", {"a.json": numbered(1)})
    assert open_source(path).label == "DATAtourisme flux v3, 1 records"
    folder = tmp_path / "old"
    (folder / "objects").mkdir(parents=True)
    (folder / "index.json").write_text(json.dumps([{"label": "x", "file": "a.json"}]))
    assert open_source(folder).label == "DATAtourisme flux, 1 records"
    (folder / "context.jsonld").write_text(json.dumps({"@context": CONTEXT_V2}))
    assert open_source(folder).label == "DATAtourisme flux v2, 1 records"


def test_an_index_of_something_else(tmp_path: Path) -> None:
    path = write_flux(tmp_path / "flux.zip", {}, index=[{"name": "a"}, {"name": "b"}])
    with pytest.raises(Unreadable, match=r"index\.json"):
        open_source(path)
