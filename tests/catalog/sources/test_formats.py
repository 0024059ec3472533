from __future__ import annotations

import json
import os
import zipfile
from typing import TYPE_CHECKING

import pytest

from catalog.errors import UnknownFormat, Unreadable
from catalog.sources.candidate import Candidate
from catalog.sources.draft import Draft
from catalog.sources.formats import open_source, recognised
from tests.catalog.sources.datatourisme.objects import RETRIEVED, thing, write_flux

if TYPE_CHECKING:
    from pathlib import Path


HOUSE = "house-catalogue = 1\n[source]\nname = 'own'\n"


def unpacked(folder: Path) -> Path:
    (folder / "objects" / "0").mkdir(parents=True)
    (folder / "index.json").write_text(json.dumps([{"label": "x", "file": "0/a.json"}]))
    (folder / "objects" / "0" / "a.json").write_text(json.dumps(thing()))
    return folder


def test_zip_folder_and_nested_folder(tmp_path: Path) -> None:
    sources = [
        write_flux(tmp_path / "flux.zip", {"0/a.json": thing()}),
        write_flux(tmp_path / "nested.zip", {"0/a.json": thing()}, prefix="flux-2026/"),
        unpacked(tmp_path / "folder"),
        unpacked(tmp_path / "outer" / "flux-2026").parent,
    ]
    drafts = []
    for path in sources:
        reader = open_source(path)
        assert (reader.name, reader.total) == ("datatourisme", 1)
        drafts.append(list(reader.read(RETRIEVED)))
    assert all(isinstance(found[0], Draft) and found == drafts[0] for found in drafts)
    assert open_source(sources[0]).label == "DATAtourisme flux v3, 1 records"


def test_a_folder_with_more_in_it_than_one_source_is_not_that_source(tmp_path: Path) -> None:
    """Else what lies beside would be lost without a word."""
    unpacked(tmp_path / "flux" / "unpacked")
    (tmp_path / "flux" / "toilets.csv").write_text("a,b\n")
    (tmp_path / "apidae" / "export" / "objets_modifies").mkdir(parents=True)
    (tmp_path / "apidae" / "export" / "objets_modifies" / "objets_modifies-1.json").write_text("{}")
    (tmp_path / "apidae" / "toilets.csv").write_text("a,b\n")
    for name in ("folder", "table", "pipe"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "own.toml").write_text(HOUSE)
    (tmp_path / "folder" / "flux").mkdir()
    (tmp_path / "table" / "toilets.txt").write_text("a;b\n")
    os.mkfifo(tmp_path / "pipe" / "pipe")
    for folder in sorted(tmp_path.iterdir()):
        assert recognised(Candidate(folder)) is None, folder
    for name in ("folder", "pipe"):
        next(path for path in (tmp_path / name).iterdir() if path.suffix == "").rename(
            tmp_path / name / ".hidden"
        )
        (tmp_path / name / "README").write_text("ours")
        assert recognised(Candidate(tmp_path / name)) is not None
    (tmp_path / "flux" / "toilets.csv").unlink()
    assert recognised(Candidate(tmp_path / "flux")) is not None


def test_another_source_among_the_files_of_an_export(tmp_path: Path) -> None:
    unpacked(tmp_path / "flux")
    assert open_source(tmp_path / "flux").total == 1
    (tmp_path / "flux" / "toilets.csv").write_text("a,b\n")
    with pytest.raises(Unreadable, match="lies among the files of an export"):
        open_source(tmp_path / "flux")


def test_house_format(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text("house-catalogue = 2\n")
    with pytest.raises(Unreadable, match="house-catalogue"):
        open_source(path)
    with pytest.raises(Unreadable, match="house-catalogue"):
        open_source(tmp_path)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.zip", b"", "empty"),
        ("a.pdf", b"%PDF-1.7 ...", "a PDF document"),
        ("a.csv", b"Nom_du_POI,Categories,Latitude\nx,y,1\n", "the table has no mapping"),
        ("a.gz", b"\x1f\x8b\x08", "a gzip file"),
        ("a.html", b"<!DOCTYPE html><title>404", "a web page"),
        ("a.xml", b'<?xml version="1.0"?><feed></feed>', "an XML file"),
        ("a.json", b'{"type": "FeatureCollection"}', "a GeoJSON map"),
        ("a.json", b"[]", "a JSON file"),
        ("a.bin", b"\x00\x01\x02", "a binary file"),
        ("a.txt", b"bonjour", "a text file"),
        ("a.zip", b"PK\x03\x04broken", "damaged or was cut short"),
    ],
)
def test_what_is_not_a_source(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(Unreadable, match=says) as caught:
        open_source(path)
    assert str(path) in str(caught.value)
    assert caught.value.remedy
    assert caught.value.exit_code == 4
    known = "empty" in says or "damaged" in says  # broken, but a file that could be ours
    assert isinstance(caught.value, UnknownFormat) is not known


@pytest.mark.parametrize(
    ("members", "says"),
    [
        (["a/objets_modifies/1.json", "b/objets_modifies/1.json"], "an APIDAE export"),
        (["[Content_Types].xml", "word/document.xml"], "an Office document"),
        (["objects/0/a.json"], "a DATAtourisme flux without its index.json"),
        (["readme.txt"], "a zip file without index.json"),
        ([], "an empty zip file"),
    ],
)
def test_zip_files_that_are_something_else(tmp_path: Path, members: list[str], says: str) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for member in members:
            archive.writestr(member, "{}")
    with pytest.raises(Unreadable, match=says):
        open_source(path)


@pytest.mark.parametrize(
    ("index", "says"),
    [
        ({"type": "x"}, "not that of a DATAtourisme flux"),
        ([1, 2, 3], "not that of a DATAtourisme flux"),
        ([], "the flux is empty"),
    ],
)
def test_an_index_that_is_none(tmp_path: Path, index: object, says: str) -> None:
    path = write_flux(tmp_path / "a.zip", {}, index=index)
    with pytest.raises(Unreadable, match=says):
        open_source(path)


def test_an_index_that_is_not_json(tmp_path: Path) -> None:
    folder = unpacked(tmp_path / "flux")
    (folder / "index.json").write_bytes(b'[{"label": ')
    with pytest.raises(Unreadable, match="index of the flux cannot be read"):
        open_source(folder)


def test_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="no such file"):
        open_source(tmp_path / "missing.zip")
    with pytest.raises(Unreadable, match="an empty folder"):
        open_source(tmp_path)
    (tmp_path / "flux.zip").write_bytes(b"x")
    with pytest.raises(Unreadable, match="a folder with nothing to read in it"):
        open_source(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "flux.zip"
    path.write_bytes(b"PK")
    path.chmod(0)
    with pytest.raises(Unreadable, match="may not be read"):
        open_source(path)
