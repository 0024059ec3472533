from __future__ import annotations

import pytest

from catalog.sources.apidae.fields import (
    items,
    localized,
    node,
    nodes,
    number,
    text,
    without_empty_figures,
    wordings,
)
from catalog.sources.values.notes import Notes


def test_paths_never_raise() -> None:
    value = {"a": {"b": [{"c": 1}, 2, None], "d": {"e": "x"}, "f": None, "n": 4.5, "t": True}}
    assert nodes(value, "a", "b") == [{"c": 1}]
    assert items(value, "a", "d") == [{"e": "x"}]
    assert items(value, "a", "f") == items(value, "z", "y") == items(3, "z") == []
    assert node(value, "a", "d") == {"e": "x"}
    assert node(value, "a", "b") == node(None, "a") == {}
    assert (text(value, "a", "n"), text(value, "a", "t"), text(value, "a", "d")) == (
        "4.5",
        None,
        None,
    )


@pytest.mark.parametrize(
    ("raw", "id_"),
    [(12, 12), ("12", 12), (0, None), (-1, None), (True, None), (1.5, None), ("²", None),
     ("9" * 30, None), (1 << 60, None), (None, None), ([1], None)],
)  # fmt: skip
def test_numbers(raw: object, id_: int | None) -> None:
    assert number(raw) == id_


def test_every_language_is_kept() -> None:
    languages = {"Fr": "fr", "En": "en", "Es": "es", "It": "it", "De": "de", "Nl": "nl"}
    languages |= {"Ru": "ru", "Zh": "zh", "PtBR": "pt", "Ja": "ja", "Ko": "ko"}
    field = {f"libelle{key}": f"mot {key}" for key in languages} | {"libelle": "x", "autre": "y"}
    assert wordings(field) == [(lang, f"mot {key}") for key, lang in languages.items()]
    assert wordings(["x"]) == wordings({"libelleFr": " ", "libelleEn": 3}) == []


@pytest.mark.parametrize(
    ("key", "words", "kept"),
    [
        ("libelleEn", "Musique (EN)", False),
        ("libelleEn", "Music (EN)", False),
        ("libelleDe", "Musique (EN)", False),
        ("libelleZh", "按年龄分组（EN）", False),
        ("libellePtBR", "Música (PTBR)", False),
        ("libelleEn", "Kehl (DE)", True),
        ("libelleFr", "Musique (EN)", True),
        ("libelleEn", "The year (EN route)", True),
        ("libelleEn", "Musique", True),
    ],
)
def test_placeholders_for_translations(key: str, words: str, kept: bool) -> None:
    field = {"libelleFr": "Musique"} | {key: words}
    notes = Notes("1")
    found = localized(field, notes, limit=100, field="nom", line=True)
    assert (words in [wording.text for wording in found.texts]) is kept
    assert [caution.kind for caution in notes.cautions] == (
        [] if kept else ["placeholder_translation"]
    )


def test_generated_sentences_without_figures() -> None:
    notes = Notes("1")
    field = {"libelleFr": "Samedi 4 à 17h.", "libelleZh": "月 的 星期六", "libelleEn": "On 4"}
    assert without_empty_figures(field, notes, "f").keys() == {"libelleFr", "libelleEn"}
    assert [caution.kind for caution in notes.cautions] == ["wording_without_figures"]
    all_year = {"libelleFr": "Toute l'année.", "libelleZh": "全年."}
    assert without_empty_figures(all_year, notes, "f") == all_year
    assert without_empty_figures("x", notes, "f") == {}
