from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from catalog.sources.tourinsoft.entries import Entry, entries, is_empty, key
from catalog.sources.tourinsoft.fields import Fields, column_of, synonyms

WORDS = st.text(alphabet="abcé 12/:,", min_size=1, max_size=6).map(str.strip).filter(bool)


def parts(value: object) -> list[tuple[str, ...]]:
    return [entry.parts for entry in entries(value)]


def test_items_and_fields_with_single_and_double_signs() -> None:
    assert parts("#Qualité Tourisme") == [("Qualité Tourisme",)]
    assert parts("a|b|#c||d") == [("a", "b", ""), ("c", "", "d")]
    assert parts("16/03/2022|16/03/2022|09:30||10:45|##17/03/2022|17/03/2022||||") == [
        ("16/03/2022", "16/03/2022", "09:30", "", "10:45", ""),
        ("17/03/2022", "17/03/2022", "", "", "", ""),
    ]
    assert parts("a||b||c##d||||f") == [("a", "b", "c"), ("d", "", "f")]
    assert parts("||||##||") == []
    assert parts("F&#234;te &amp; bal#Caf&#xE9;") == [("Fête & bal",), ("Café",)]


def test_objects_lists_and_references() -> None:
    nested = {"results": [{"Photo": {"Url": "x"}}, {}]}
    assert [entry.text("Photo") for entry in entries(nested)] == ["x"]
    assert [entry.label for entry in entries([{"ThesLibelle": "Wifi"}, None, "Bar#Spa"])] == [
        *("Wifi", "Bar", "Spa")
    ]
    assert entries({"__deferred": {"uri": "x"}}) == []
    assert is_empty([{"a": None}, ""])
    assert Entry(named={"animauxacceptes": True}).text("AnimauxAcceptes") == ""
    assert entries({"AnimauxAcceptes": False})[0].text("Animauxacceptes") == "non"


@given(st.lists(st.lists(WORDS, min_size=1, max_size=4), min_size=1, max_size=4))
def test_what_was_joined_is_taken_apart(items: list[list[str]]) -> None:
    assert parts("#".join("|".join(item) for item in items)) == [tuple(item) for item in items]
    assert parts("##".join("|".join(item) for item in items)) == [tuple(item) for item in items]


def test_names_of_columns() -> None:
    assert key("DetailIDENTADRESSECP (2)") == key("detailidentadressecp")
    for name, meaning in {
        "GmapLatitude": "latitude",
        "DetailIDENTADRESSECOMMUNE": "commune",
        "DETAILDESCRIPTIF": "description",
        "LISTINGACCROCHE": "summary",
        "MoyensDeComs": "contact",
        "LanguesParleess": "languages",
        "ClassificationSousCategoriePatNaturels": "category",
        "IDENTDATEMANIFESTATION": "opening",
        "NomContact": "person",
        "IDENTFAX": "-",
    }.items():
        column = column_of(name)
        assert column is not None, name
        assert column.meaning == meaning, name
    assert column_of("AltitudeDeLaStation") is None
    assert column_of("x" * 500) is None


def test_languages_at_the_end_of_a_name() -> None:
    found = {name: column_of(name) for name in ("DESCRIPTIFGB", "DescriptionCommercialeCatalan")}
    assert [column and (column.meaning, column.lang) for column in found.values()] == [
        ("description", "en"),
        ("description", "ca"),
    ]
    assert column_of("TelephoneGB") is None


def test_the_table_names_each_column_once() -> None:
    assert len({column.meaning for column in synonyms().values()}) > 50
    fields = Fields({"GooglemapLatitude": "2", "GmapLatitude": "1", "Neige": "20 cm", "Vide": "#"})
    assert fields.values("latitude") == ["1", "2"]
    assert fields.unknown == ["Neige"]
