from __future__ import annotations

import re
from importlib import resources

import pytest

from catalog.model import Kind
from catalog.sources.apidae.kinds import TYPES
from catalog.sources.apidae.labels import MARKS
from catalog.sources.apidae.reference import (
    Commune,
    Companions,
    Reference,
    communes_of,
    labels_of,
    sections,
)
from catalog.sources.values.languages import language_code
from catalog.text import fold
from catalog.vocabulary import concepts
from tests.catalog.sources.apidae.objects import element

ENTRIES = [
    (name, one)
    for name, section in sections().items()
    for one in {id(e): e for e in (*section.by_id.values(), *section.by_label.values())}.values()
]


def test_every_concept_of_the_tables_is_a_house_word() -> None:
    assert len(ENTRIES) > 1_500
    unknown = {term for _, one in ENTRIES for term in one.concepts or () if term not in concepts()}
    assert not unknown


def test_entries_are_whole_and_stand_once() -> None:
    seen: dict[int, str] = {}
    for name, one in ENTRIES:
        assert one.label
        assert re.match(r"[A-Za-z0-9À-ÿ]", one.label), one
        if one.id:
            assert seen.setdefault(one.id, name) == name, one
    assert len(seen) > 1_400


def test_as_many_entries_as_the_files_hold() -> None:
    folder = resources.files("catalog.sources.apidae") / "elements"
    ids = [
        entry.split()[0]
        for file in folder.iterdir()
        for line in file.read_text("utf-8").splitlines()
        if line.strip() and not line.startswith(("#", "["))
        for entry in line.split("|")
    ]
    stated = [id_ for id_ in ids if id_ != "0"]
    assert len(stated) == len(set(stated))
    assert set(map(int, stated)) == {one.id for _, one in ENTRIES if one.id}


def test_every_type_names_sections_that_there_are() -> None:
    without_words = {"AopAocIgp", "SejourPackageTypeHebergement"}
    for kind in TYPES.values():
        for _, section in (*kind.finer, *kind.about, *kind.broad):
            assert section in sections() or section in without_words


def test_the_languages_of_the_table_have_codes() -> None:
    for one in sections()["Langue"].by_id.values():
        assert language_code(one.label), one


def test_the_marks_are_those_of_the_table() -> None:
    assert MARKS.keys() == sections()["LabelTourismeHandicap"].by_id.keys()


def test_by_id_then_by_label_then_its_own_words() -> None:
    reference = Reference()
    by_id = reference.find(element(3495), "PatrimoineCulturelTheme")
    assert by_id is not None
    assert by_id.meaning is not None
    assert by_id.meaning.concepts == ("castle",)
    assert by_id.labels == (("fr", "Château"),)
    by_label = reference.find(element(777777, "CHATEAU fort"), "PatrimoineCulturelTheme")
    assert by_label is not None
    assert by_label.meaning is not None
    assert by_label.meaning.concepts == ("castle",)
    own = reference.find(element(777777, "Soucoupe", libelleEn="Saucer"), "EquipementActivite")
    assert own is not None
    assert (own.meaning, own.labels) == (None, (("fr", "Soucoupe"), ("en", "Saucer")))
    without_id = reference.find(element(0, "Soucoupe volante"), "EquipementActivite")
    assert without_id is not None
    assert without_id.key == "soucoupe-volante"
    assert reference.find({}, "EquipementActivite") is None


def test_an_element_of_another_type_is_not_taken_for_the_fields() -> None:
    found = Reference().find(element(1300, "Test", "Testserv"), "PrestationEquipement")
    assert found is not None
    assert (found.meaning, found.labels) == (None, (("fr", "Test"),))


def test_companions_give_words_and_communes() -> None:
    labels = labels_of(
        [{"id": 972, "libelleFr": "Parking", "libelleDe": "Parkplatz"}, {"id": "x"}, 3, None]
    )
    assert labels == {972: (("fr", "Parking"), ("de", "Parkplatz"))}
    found = Reference(Companions(labels)).find({"id": 972}, "PrestationEquipement")
    assert found is not None
    assert found.labels == (("fr", "Parking"), ("de", "Parkplatz"))
    communes = communes_of([{"id": 1, "code": "01001", "nom": "L'Abergement", "codePostal": 3}])
    assert communes == {1: Commune("01001", "L'Abergement", None)}
    assert labels_of({"id": 1}) == {}
    assert communes_of("x") == {}


@pytest.mark.parametrize(
    ("section", "id_", "kinds"),
    [
        ("EquipementActivite", 3333, (Kind.ITINERARY,)),
        ("FeteEtManifestationCategorie", 2107, (Kind.MARKET, Kind.EVENT)),
        ("StructureType", 3166, (Kind.OFFICE,)),
        ("CommerceEtServiceTypeDetaille", 2590, (Kind.HEALTH,)),
    ],
)
def test_kinds_of_elements(section: str, id_: int, kinds: tuple[Kind, ...]) -> None:
    assert sections()[section].by_id[id_].kinds == kinds


def test_labels_are_found_as_they_are_folded() -> None:
    for name, section in sections().items():
        for label in section.by_label:
            assert label == fold(label), name
