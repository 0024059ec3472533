from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from catalog.errors import Unreadable
from catalog.refresh.fetch import found_in
from catalog.sources.draft import Draft, Rejection
from catalog.sources.formats import open_source
from catalog.sources.geotrek.language import language_of
from catalog.sources.geotrek.lists import Family, family_of, list_of
from tests.catalog.sources.datatourisme.objects import thing, write_flux
from tests.catalog.sources.geotrek.answers import (
    LISTS,
    RETRIEVED,
    UUID,
    content,
    event,
    kinds,
    page,
    record,
    texts,
    trek,
    write_folder,
)

if TYPE_CHECKING:
    from pathlib import Path


def results(path: Path) -> list[Draft | Rejection]:
    reader = open_source(path)
    assert reader.name == "geotrek"
    found = list(reader.read(RETRIEVED))
    assert all(isinstance(one, Draft | Rejection) for one in found)
    return found  # type: ignore[return-value]


def test_a_folder_is_one_source_with_its_lists_joined(tmp_path: Path) -> None:
    folder = write_folder(
        tmp_path / "geotrek", touristiccontent=[content()], touristicevent=[event()]
    )
    reader = open_source(folder)
    assert (reader.label, reader.total) == ("Geotrek, 3 records", 3)
    found = results(folder)
    assert [type(one) for one in found] == [Draft] * 3
    assert {one.listing.kind.value for one in found if isinstance(one, Draft)} == {
        *("itinerary", "lodging", "event")
    }
    assert not {c.kind for one in found if isinstance(one, Draft) for c in one.warnings} & {
        "geotrek_id_unresolved"
    }


def test_a_zip_file_reads_the_same(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "geotrek")
    for name, prefix in (("flat.zip", ""), ("nested.zip", "geotrek-2026/")):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            for file in sorted(folder.iterdir()):
                archive.write(file, prefix + file.name)
            archive.writestr(f"{prefix}LISEZMOI.md", "# rien")
        assert results(tmp_path / name) == results(folder)


def test_a_folder_beside_other_files_in_an_inbox(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    write_folder(inbox / "geotrek")
    write_flux(inbox / "flux.zip", {"0/a.json": thing()})
    opened = [(path, open_source(path)) for path, _ in found_in(inbox)]
    assert [(path.name, reader.name) for path, reader in opened] == [
        ("flux.zip", "datatourisme"),
        ("geotrek", "geotrek"),
    ]
    (draft,) = opened[1][1].read(RETRIEVED)
    assert isinstance(draft, Draft)
    assert draft.listing.itinerary is not None
    assert draft.listing.itinerary.difficulty == "easy"


def test_files_loose_among_others_find_their_lists(tmp_path: Path) -> None:
    write_folder(tmp_path)
    write_flux(tmp_path / "flux.zip", {"0/a.json": thing()})
    opened = [(path, open_source(path)) for path, _ in found_in(tmp_path)]
    assert {reader.name for _, reader in opened} == {"geotrek", "datatourisme"}
    assert len(opened) == len(LISTS) + 2
    found = [
        draft
        for path, reader in opened
        if path.suffix == ".json"
        for draft in reader.read(RETRIEVED)
    ]
    (draft,) = found
    assert isinstance(draft, Draft)
    assert "geotrek_id_unresolved" not in kinds(draft)


def test_a_lone_file(tmp_path: Path) -> None:
    (tmp_path / "export.json").write_text(page([trek(), 5, trek(8, published={"fr": False})]))
    found = results(tmp_path / "export.json")
    assert isinstance(found[0], Draft)
    assert "geotrek_id_unresolved" in kinds(found[0])
    assert found[1] == Rejection("geotrek", "export.json, 2", "the record is not a JSON object")
    assert isinstance(found[2], Rejection)


def test_pages_are_put_together_and_missing_ones_are_said(tmp_path: Path) -> None:
    first = page([trek(1), trek(2)], count=5, following="https://x.org/?page=2")
    (tmp_path / "a.json").write_text(first)
    (tmp_path / "b.json").write_text(page([trek(3)], count=5))
    found = results(tmp_path)
    assert sum(isinstance(one, Draft) for one in found) == 3
    assert found[-1] == Rejection(
        "geotrek", "a.json", "field next: 2 of 5 records are on pages that are not here"
    )
    (tmp_path / "b.json").write_text(page([trek(n) for n in (3, 4, 5)], count=5))
    assert all(isinstance(one, Draft) for one in results(tmp_path))


def test_a_single_record_as_its_address_answers(tmp_path: Path) -> None:
    (tmp_path / "10439.json").write_text(json.dumps(trek(10439)))
    (draft,) = results(tmp_path / "10439.json")
    assert isinstance(draft, Draft)
    assert draft.listing.id == f"geotrek:{UUID.format(10439)}"


def features(properties: list[dict[str, Any]], crs: str = "EPSG:4326") -> str:
    return json.dumps(
        {
            "type": "FeatureCollection",
            "crs": {"type": "name", "properties": {"name": crs}},
            "features": [
                {
                    "type": "Feature",
                    "id": number,
                    "geometry": {"type": "LineString", "coordinates": [[2.1, 44.1], [2.2, 44.2]]},
                    "properties": one,
                }
                for number, one in enumerate(properties)
            ],
        }
    )


OLD = {
    "pk": 3,
    "name": "The lake",
    "published": True,
    "ascent": 100,
    "duration": 2.0,
    "difficulty": {"id": 1, "label": "Very easy"},
    "route": {"id": 1, "label": "Loop"},
    "usages": [{"id": 4, "label": "On foot"}],
}


def test_a_map_of_the_first_api_in_its_language(tmp_path: Path) -> None:
    (tmp_path / "trek.geojson").write_text(features([OLD]))
    (draft,) = results(tmp_path / "trek.geojson")
    assert isinstance(draft, Draft)
    assert [(text.lang, text.text) for text in draft.listing.name.texts] == [("en", "The lake")]
    assert draft.listing.place.longitude == 2.1


def test_a_map_that_is_not_in_degrees_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "trek.geojson"
    path.write_text(features([OLD], crs="urn:ogc:def:crs:EPSG::2154"))
    with pytest.raises(Unreadable, match="EPSG:2154") as problem:
        open_source(path)
    assert problem.value.where == str(path)
    assert "WGS84" in problem.value.remedy
    path.write_text(features([{"x": 1}], crs="EPSG:2154"))
    with pytest.raises(Unreadable, match="does not read"):  # not Geotrek's: not Geotrek's to say
        open_source(path)


def test_what_else_lies_in_the_folder_is_said(tmp_path: Path) -> None:
    write_folder(
        tmp_path,
        signage=[record(1, implantation_year=2000, sealing=1)],
        trek_ids=[{"uuid": "x"}],
        mystery=[{"id": 1, "label": texts("Faune"), "pictogram": "x"}],
    )
    (tmp_path / "broken.json").write_text('{"count": 1, "results": [')
    (tmp_path / "gone.json").write_text('{"detail": "Not found."}')
    (tmp_path / "config.json").write_text('{"URL_1": {"url": "x"}}')
    reasons = {one.id: one.reason for one in results(tmp_path) if isinstance(one, Rejection)}
    assert reasons.keys() == {"signage.json", "mystery.json", "broken.json", "config.json"}
    assert "signposts" in reasons["signage.json"]
    assert "theme.json" in reasons["mystery.json"]
    assert "not JSON" in reasons["broken.json"]


def test_a_folder_without_records_is_no_source(tmp_path: Path) -> None:
    write_folder(tmp_path / "a", trek=[])
    with pytest.raises(Unreadable):
        open_source(tmp_path / "a")


@pytest.mark.parametrize(
    "text",
    [
        '{"results": [{"id": 1, "name": "x"}], "count": 1, "next": null}',
        '{"count": 1, "results": [[1]]}',
        '{"features": [{"type": "Feature", "properties": {"nom_itineraire": "x"}}]}',
        '{"id": 5}',
        "[1, 2]",
    ],
)
def test_other_files_are_not_taken(tmp_path: Path, text: str) -> None:
    (tmp_path / "x.json").write_text(text)
    with pytest.raises(Unreadable, match="does not read"):
        open_source(tmp_path / "x.json")


def test_lists_are_told_by_keys_whatever_the_file_is_called() -> None:
    told = {name: list_of(entries[0], "page.json") for name, entries in LISTS.items()}
    assert told == {
        "trek_practice.json": "practice",
        "trek_difficulty.json": "difficulty",
        "trek_route.json": "route",
        "theme.json": None,  # as networks: `id, label, pictogram`
        "trek_network.json": None,
        "structure.json": None,  # as sectors and organisms: `id, name`
        "source.json": "source",
        "label.json": "label",
        "touristiccontent_category.json": "category",
        "touristicevent_type.json": "event_type",
        "trek_accessibility.json": None,
    }
    by_name = {name: list_of(entries[0], name) for name, entries in LISTS.items()}
    assert by_name["theme.json"] == "theme"
    assert by_name["trek_network.json"] == "network"
    assert by_name["structure.json"] == "structure"
    assert by_name["trek_accessibility.json"] == "accessibility"
    assert list_of(LISTS["theme.json"][0], "x/Trek-Theme_page_2.json") == "theme"


def test_families_are_told_by_keys() -> None:
    assert family_of(trek()) is Family.TREK
    assert family_of(content()) is Family.CONTENT
    assert family_of(event()) is Family.EVENT
    assert family_of(OLD) is Family.TREK
    assert family_of({"name": "x"}) is None


@pytest.mark.parametrize(
    ("raw", "name", "language"),
    [
        ({"pdf": "https://x.org/api/de/treks/1/x.pdf"}, "trek.json", "de"),
        ({"printable": "/api/en/treks/1/x.pdf"}, "trek.fr.json", "en"),
        ({}, "treks_it.geojson", "it"),
        ({"difficulty": {"label": "Moyen"}, "route": {"label": "Boucle"}}, "a.json", "fr"),
        ({"difficulty": {"label": "Muy fácil"}}, "a.json", "es"),
        ({}, "export.json", "fr"),
    ],
)
def test_the_language_of_a_file(raw: dict[str, Any], name: str, language: str) -> None:
    assert language_of([raw], name) == language
