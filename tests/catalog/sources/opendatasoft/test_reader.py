from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from catalog.errors import Unreadable
from catalog.sources.draft import Draft, Rejection
from catalog.sources.formats import open_source
from tests.catalog.sources.days import days_of
from tests.catalog.sources.opendatasoft.records import OCCITANIE, RETRIEVED, fields

ROOT = Path(__file__).resolve().parents[4]
REAL = (
    ROOT.parent
    / "shared/data/events/occitanie-2022/agenda-participatif-occitanie-2022"
    / "agendas-participatif-des-sorties-en-occitanie.json"
)
POINT = {"type": "Point", "coordinates": [2.1571, 44.0512]}
V1 = {"datasetid": OCCITANIE, "recordid": "abc", "fields": fields(), "geometry": POINT}
V2 = {"record": {"id": "abc", "timestamp": "x", "fields": fields()}, "links": []}
FEATURE = {"type": "Feature", "geometry": POINT, "properties": fields(geo_point_2d=None)}


@pytest.mark.parametrize(
    "content",
    [
        {"nhits": 1, "parameters": {"dataset": OCCITANIE}, "records": [V1]},
        {"total_count": 1, "links": [], "records": [V2]},
        {"total_count": 1, "results": [fields(geo_point_2d={"lon": 2.1571, "lat": 44.0512})]},
        [V1],
        [fields()],
        {"type": "FeatureCollection", "features": [FEATURE]},
    ],
)
def test_every_envelope_gives_the_same(tmp_path: Path, content: object) -> None:
    path = tmp_path / f"{OCCITANIE}.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    reader = open_source(path)
    assert (reader.name, reader.total, reader.label) == (
        "opendatasoft",
        1,
        "Opendatasoft agenda, 1 records",
    )
    (draft,) = reader.read(RETRIEVED)
    assert isinstance(draft, Draft)
    assert draft.listing.id == "opendatasoft:Fete-du-verre"
    assert draft.listing.place.latitude == 44.0512
    assert draft.listing.sources[0].licence == "Licence Ouverte 2.0"
    assert draft.to_verify
    assert draft.warnings == ()


@pytest.mark.parametrize(
    "content", [{"records": []}, {"results": [{"titre": "x"}]}, [{"titre": "x"}], {"records": 5}]
)
def test_other_files_are_left_to_others(tmp_path: Path, content: object) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(Unreadable, match="this seems to be"):
        open_source(path)


def test_broken_records_do_not_break_the_others(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    good = json.dumps(V1).encode()
    path.write_bytes(b'{"records": [' + good + b', "x", {"fields": {"titre": "\xff"}}]}')
    results = list(open_source(path).read(RETRIEVED))
    assert [type(one) for one in results] == [Draft, Rejection, Rejection]
    assert [one.id for one in results if isinstance(one, Rejection)] == [
        "a.json, record 2",
        "a.json, record 3",
    ]


@pytest.mark.skipif(
    not REAL.is_file(), reason="the real agenda is not beside the repository (../shared/data)"
)
def test_the_real_agenda_against_its_raw_records() -> None:
    raw: list[dict[str, Any]] = [
        record["fields"] for record in json.loads(REAL.read_text(encoding="utf-8"))["records"]
    ]
    results = list(open_source(REAL).read(RETRIEVED))
    assert len(results) == len(raw) == 400
    nowhere = [one["geo_point_2d"] == [0, 0] for one in raw]
    assert [isinstance(result, Rejection) for result in results] == nowhere
    kinds: Counter[str] = Counter()
    for stated, result in zip(raw, results, strict=True):
        if not isinstance(result, Draft):
            continue
        assert result.to_verify
        one = result.listing
        assert [one.place.latitude, one.place.longitude] == stated["geo_point_2d"]
        assert one.place.insee == stated["code_insee"]
        first, last = (date.fromisoformat(stated[key]) for key in ("date_debut", "date_fin"))
        kept = {day for day, _ in days_of(one.dates)}
        assert (min(kept), max(kept), len(kept)) == (first, last, (last - first).days + 1)
        assert bool(one.description) == ("description" in stated)
        assert one.place.postcode is not None
        assert one.place.postcode in stated["adresse"]
        kinds.update(caution.kind for caution in result.warnings)
        assert not any(period.note for period in one.dates)
    placed = [one for one, no in zip(raw, nowhere, strict=True) if not no]
    cut = sum("(...)" in one.get("description", "")[-8:] for one in placed)
    assert kinds["description_cut"] == cut > 300
    assert kinds["positions_disagree"] == 0
