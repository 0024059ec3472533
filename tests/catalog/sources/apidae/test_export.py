from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from catalog.errors import Unreadable
from catalog.sources.draft import Draft, Found, Rejection, Withdrawal
from catalog.sources.formats import open_source
from tests.catalog.sources.apidae.objects import (
    COMMUNE,
    RETRIEVED,
    element,
    thing,
    write_export,
)

if TYPE_CHECKING:
    from pathlib import Path


def bare(number: int) -> dict[str, Any]:
    """An object as exports have it: elements and communes by id only."""
    obj = thing("EQUIPEMENT", {"activites": [{"id": 777}]}, id=number, identifier=None)
    obj["localisation"]["adresse"]["commune"] = {"id": COMMUNE["id"]}
    return obj


COMPANIONS: dict[str, object] = {
    "objets_supprimes": [123, "456"],
    "communes": [COMMUNE],
    "elements_reference": [element(777, "Piste de luge", libelleDe="Rodelbahn")],
    "selections": [{"id": 1, "objetsTouristiques": [{"type": "EQUIPEMENT", "id": 1}]}],
    "criteres_internes": [{"id": 5, "libelle": "en litige"}],
}


def read(path: Path) -> list[Found]:
    return list(open_source(path).read(RETRIEVED))


def ids(path: Path) -> list[str]:
    return [one.listing.id for one in read(path) if isinstance(one, Draft)]


def test_an_export(tmp_path: Path) -> None:
    path = write_export(
        tmp_path / "export.zip",
        {"objets_modifies-2.json": bare(2), "objets_modifies-1.json": [bare(1), bare(3)]},
        COMPANIONS,
    )
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("__MACOSX/objets_modifies/._objets_modifies-1.json", b"litter")
        archive.writestr("objets_lies/objets_lies-9.json", json.dumps(bare(9)))
    reader = open_source(path)
    assert (reader.name, reader.total) == ("apidae", None)
    assert reader.label == "APIDAE export, records in 2 files"
    found = list(reader.read(RETRIEVED))
    withdrawn = [one.id for one in found[:2] if isinstance(one, Withdrawal)]
    assert withdrawn == ["apidae:123", "apidae:456"]
    drafts = [one for one in found[2:] if isinstance(one, Draft)]
    assert [one.listing.id for one in drafts] == ["apidae:1", "apidae:3", "apidae:2"]
    assert {one.listing.place.insee for one in drafts} == {"81060"}
    assert [text.text for text in dict(drafts[0].terms)[drafts[0].listing.concepts[0]].texts] == [
        "Piste de luge",
        "Rodelbahn",
    ]
    assert not any(one.warnings for one in drafts)


def test_zip_folder_and_one_folder_around(tmp_path: Path) -> None:
    objects: dict[str, object] = {"objets_modifies-1.json": bare(1)}
    flat = write_export(tmp_path / "a.zip", objects, COMPANIONS)
    nested = write_export(tmp_path / "b.zip", objects, COMPANIONS, prefix="export-2026/")
    with zipfile.ZipFile(flat) as archive:
        archive.extractall(tmp_path / "folder")
    with zipfile.ZipFile(nested) as archive:
        archive.extractall(tmp_path / "outer")
    assert read(flat) == read(nested) == read(tmp_path / "folder") == read(tmp_path / "outer")
    assert len(read(flat)) == 3


def test_without_companions(tmp_path: Path) -> None:
    path = write_export(tmp_path / "a.zip", {"1.json": bare(1)})
    (draft,) = read(path)
    assert isinstance(draft, Draft)
    assert {one.kind for one in draft.warnings} == {"commune_unresolved", "element_unknown"}


def test_deletions_only(tmp_path: Path) -> None:
    path = write_export(tmp_path / "a.zip", {}, {"objets_supprimes": [1, {"id": 2}, 0]})
    found = read(path)
    assert [type(one).__name__ for one in found] == ["Withdrawal", "Rejection", "Rejection"]
    listed = tmp_path / "objets_supprimes.json"
    listed.write_text("[ 504, 505 ]")
    assert open_source(listed).label == "APIDAE deletions, 2 records"
    assert [one.id for one in read(listed) if isinstance(one, Withdrawal)] == [
        "apidae:504",
        "apidae:505",
    ]


def test_bad_members_do_not_stop_the_others(tmp_path: Path) -> None:
    path = write_export(
        tmp_path / "a.zip",
        {
            "a.json": bare(1),
            "b.json": b'{"cut": ',
            "c.json": b"",
            "d.json": b'[{}, 3, {"id": 7}]',
            "e.json": [[1]],
            "f.json": bare(2),
        },
    )
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("../objets_modifies/up.json", b"{}")
    found = read(path)
    assert [one.listing.id for one in found if isinstance(one, Draft)] == ["apidae:1", "apidae:2"]
    reasons = {one.id: one.reason for one in found if isinstance(one, Rejection)}
    assert "not JSON" in reasons["objets_modifies/b.json"]
    assert "empty" in reasons["objets_modifies/c.json"]
    assert reasons["objets_modifies/d.json, 2"] == "this is not an object of APIDAE"
    assert reasons["7"] == "field nom: the record has no name"
    assert reasons["objets_modifies/e.json, 1"] == "this is not an object of APIDAE"
    assert "leads out" in reasons["../objets_modifies/up.json"]


@pytest.mark.parametrize("name", ["elements_reference", "communes", "objets_supprimes"])
def test_a_damaged_companion_is_no_silent_loss(tmp_path: Path, name: str) -> None:
    companion = {name: b'[{"id": 1'}
    path = write_export(tmp_path / "a.zip", {"1.json": bare(1)}, companion)
    with pytest.raises(Unreadable, match="a file of the export cannot be read") as caught:
        read(path)
    assert f"{name}.json" in str(caught.value)
    assert caught.value.remedy


def test_replies(tmp_path: Path) -> None:
    path = tmp_path / "reply.json"
    reply = {"query": {"count": 2}, "numFound": 900, "objetsTouristiques": [thing(), 5]}
    path.write_text("\ufeff" + json.dumps(reply), encoding="utf-8")
    reader = open_source(path)
    assert reader.total == 2
    assert reader.label == "APIDAE reply, 2 of the 900 records found"
    draft, rejection = reader.read(RETRIEVED)
    assert isinstance(draft, Draft)
    assert rejection == Rejection("apidae", "reply.json, 2", "this is not an object of APIDAE")
    path.write_text(json.dumps({"query": {}, "numFound": 0, "formatVersion": "v002"}))
    assert (open_source(path).total, read(path)) == (0, [])
    path.write_text(json.dumps({"objetsTouristiques": "x"}))
    assert read(path) == []


def test_objects_alone(tmp_path: Path) -> None:
    path = tmp_path / "objet.json"
    path.write_text(json.dumps(thing()))
    assert (open_source(path).label, ids(path)) == ("APIDAE reply, 1 records", ["apidae:900001"])
    path.write_text(json.dumps([thing(id=1), thing(id=2)]))
    assert ids(path) == ["apidae:1", "apidae:2"]


@pytest.mark.parametrize(
    "content",
    [
        {"type": "FeatureCollection", "features": []},
        {"type": "HOTELLERIE", "id": 3},
        {"@context": "x", "id": 3, "nom": {}},
        [{"id": 6157, "libelleFr": "Géologie"}],
        [504],
        [],
        {"results": [], "count": 0},
    ],
)
def test_what_is_not_ours_is_left_to_others(tmp_path: Path, content: object) -> None:
    path = tmp_path / "other.json"
    path.write_text(json.dumps(content))
    with pytest.raises(Unreadable):
        open_source(path)
