from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from catalog.refresh.merge.priority import Ranks
from catalog.refresh.merge.sight import keys_of
from catalog.refresh.progress import Progress
from catalog.refresh.run import Refresh
from catalog.refresh.wording import Wording
from catalog.store.reader import Catalogue
from catalog.store.versions import DataFolder
from tests.catalog.making import NOW
from tests.catalog.refresh.merge.test_join import listing

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.refresh.report import Report

HEAD = 'house-catalogue = 1\n[source]\nname = "{name}"\n'
RECORD = """
[[listing]]
id = "{id}"
kinds = ["{kind}"]
concepts = ["{concept}"]
confirmed = 2026-07-01
[listing.name]
fr = "{name}"
[listing.place]
lat = {latitude}
lon = 2.16
commune = "{commune}"
insee = "81060"
"""
MUSEUM = {"id": "verre", "kind": "attraction", "concept": "museum", "name": "Musée du verre"}


def record(**changes: object) -> str:
    facts = {**MUSEUM, "latitude": 44.05, "commune": "Carmaux", **changes}
    return RECORD.format(**facts)


def refreshed(tmp_path: Path, **files: str) -> tuple[Report, Catalogue]:
    paths = []
    for name, records in files.items():
        path = tmp_path / f"{name}.toml"
        path.write_text(HEAD.format(name=name) + records, encoding="utf-8")
        paths.append(str(path))
    folder = DataFolder(tmp_path / "data")
    progress = Progress(io.StringIO(), Wording("fr"))
    result = Refresh(folder, progress).run(paths, NOW)
    assert result.error is None
    return result.report, Catalogue.open(folder.current)


def test_one_museum_of_two_sources(tmp_path: Path) -> None:
    report, catalogue = refreshed(
        tmp_path,
        segala=record() + '[listing.summary]\nfr = "Du verre"\n',
        ville=record(id="m1", name="MUSÉE DU VERRE", latitude=44.0505)
        + '[listing.summary]\nen = "Glass"\n',
    )
    with catalogue:
        assert (report.read, report.listings, report.merged) == (2, 1, 1)
        found = catalogue.find("m1")
        assert found is not None
        assert found.id == "segala:verre"
        assert {text.lang for text in found.summary.texts} == {"fr", "en"}
        assert found.origin("summary.en").name == "ville"
        (hits,) = catalogue.rows("SELECT count(*) FROM search_doc")
        assert hits == (1,)


def test_what_may_be_one_is_left_to_a_person(tmp_path: Path) -> None:
    report, catalogue = refreshed(
        tmp_path, segala=record(), ville=record(id="m1", name="Musée du vert", latitude=44.053)
    )
    catalogue.close()
    assert (report.listings, report.merged) == (2, 0)
    (pair,) = report.doubtful_pairs
    assert {pair.first, pair.second} == {"segala:verre", "ville:m1"}
    assert (pair.why, pair.distance_m) == ("like_name_near", 334)
    assert json.loads(report.to_json())["doubtful_pairs"][0]["first_name"]


def test_two_of_one_source_are_never_joined(tmp_path: Path) -> None:
    twice = record() + record(id="verre-2")
    report, catalogue = refreshed(tmp_path, segala=twice, ville=record(id="m1"))
    catalogue.close()
    assert (report.listings, report.merged) == (2, 1)
    assert {pair.why for pair in report.doubtful_pairs} == {"twice_in_one_source", "name_and_place"}


def test_contradictions_are_told(tmp_path: Path) -> None:
    dogs = "pets = true\n"
    report, catalogue = refreshed(
        tmp_path,
        segala=record().replace("confirmed", dogs + "confirmed"),
        ville=record(id="m1").replace("confirmed", "pets = false\nconfirmed"),
    )
    catalogue.close()
    (told,) = report.discrepancies
    assert (told.field, told.kept, told.other) == ("pets", "yes", "no")
    assert (told.kept_source, told.other_source) == ("segala", "ville")


def test_a_thousand_toilets_of_one_name_are_not_a_thousand_doubts(tmp_path: Path) -> None:
    toilets = "".join(
        record(id=f"wc-{n}", kind="service", concept="toilets", name="Toilettes publiques")
        for n in range(40)
    )
    report, catalogue = refreshed(tmp_path, segala=toilets)
    catalogue.close()
    assert (report.listings, report.doubtful_pairs) == (40, ())


@pytest.mark.parametrize(
    ("stated", "key"),
    [
        ("PCUAQU047FS0004T", "pcuaqu047fs0004t"),
        ("http://www.wikidata.org/entity/Q3585254/", "www.wikidata.org/entity/q3585254"),
        ("https://www.wikidata.org/entity/Q3585254", "www.wikidata.org/entity/q3585254"),
        ("12", None),
        ("12345678", None),
        ("musee-verre", None),
    ],
)
def test_ids_that_tell(stated: str, key: str | None) -> None:
    assert keys_of(listing(same_as=(stated,))) == ({key} if key else set())


def test_who_is_believed_first() -> None:
    ranks = Ranks(("ville",))
    order = [("ville", "house"), ("overlay", "overlay"), ("segala", "house"), ("x", "unheard")]
    assert sorted(order, key=lambda pair: ranks.of(*pair)) == order
    assert ranks.of("segala", "house") == ranks.of("segala", "house")
    assert ranks.of("bram", "house") != ranks.of("segala", "house")


PAIR = '[[{what}]]\nids = ["segala:verre", "{other}"]\ndate = 2026-11-16\nby = "MC"\n'


def office_says(tmp_path: Path, text: str) -> None:
    folder = tmp_path / "data" / "overlay"
    folder.mkdir(parents=True)
    (folder / "pairs.toml").write_text("house-overlay = 1\n" + text, encoding="utf-8")


def test_a_person_decides_on_a_pair_once(tmp_path: Path) -> None:
    office_says(tmp_path, PAIR.format(what="same", other="m1"))
    far = record(id="m1", name="Verrerie royale", latitude=44.07)
    report, catalogue = refreshed(tmp_path, segala=record(), ville=far)
    with catalogue:
        assert (report.listings, report.merged, report.doubtful_pairs) == (1, 1, ())
        found = catalogue.find("m1")
        assert found is not None
        assert found.id == "segala:verre"


def test_two_that_a_person_told_apart_stay_two_and_are_not_asked_again(tmp_path: Path) -> None:
    office_says(tmp_path, PAIR.format(what="different", other="ville:m1"))
    report, catalogue = refreshed(tmp_path, segala=record(), ville=record(id="m1"))
    catalogue.close()
    assert (report.listings, report.merged, report.doubtful_pairs) == (2, 0, ())


def test_two_of_one_source_that_a_person_calls_one(tmp_path: Path) -> None:
    office_says(
        tmp_path,
        PAIR.format(what="same", other="segala:verre-2")
        + PAIR.format(what="same", other="segala:gone"),
    )
    report, catalogue = refreshed(tmp_path, segala=record() + record(id="verre-2"))
    catalogue.close()
    assert (report.listings, report.merged) == (1, 1)
    assert [rejected.reason for rejected in report.rejected] == [
        "no listing of this refresh has the id segala:gone"
    ]
