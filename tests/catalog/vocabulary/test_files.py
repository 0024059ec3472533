from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalog.errors import Unreadable
from catalog.model import LANGUAGES, Kind, TermId
from catalog.vocabulary.concepts import load
from catalog.vocabulary.gestures import load as load_gestures
from catalog.vocabulary.guarantees import load as load_guarantees

if TYPE_CHECKING:
    from pathlib import Path


def section(name: str, *more: str, without: str = "") -> str:
    lines = [f"[{name}]", *more]
    lines += [f"{lang} = {name} {lang}, other {lang}" for lang in LANGUAGES if lang != without]
    return "\n".join(lines) + "\n"


def refused(folder: Path, **files: str) -> str:
    for name, text in files.items():
        (folder / f"{name}.ini").write_text(text, encoding="utf-8")
    with pytest.raises(Unreadable) as caught:
        load(folder)
    assert caught.value.remedy
    return str(caught.value)


def test_a_file_becomes_concepts(tmp_path: Path) -> None:
    (tmp_path / "places.ini").write_text(
        "# places\n[*]\nkinds = attraction\n\n"
        + section("monument")
        + section("castle", "broader = monument", "kinds = event, attraction"),
        encoding="utf-8",
    )
    found = load(tmp_path)
    castle = found[TermId("castle")]
    assert castle.group == "places"
    assert castle.kinds == (Kind.EVENT, Kind.ATTRACTION)
    assert found[TermId("monument")].kinds == (Kind.ATTRACTION,)
    assert castle.broader == ("monument",)
    assert castle.labels["oc"] == "castle oc"
    assert castle.synonyms["oc"] == ("other oc",)


def test_a_folder_is_one_group_and_lines_may_go_on(tmp_path: Path) -> None:
    (tmp_path / "places").mkdir()
    text = section("lake").replace("fr = lake fr, other fr", "fr = lac,\n    étang\n    mare")
    (tmp_path / "places" / "nature.ini").write_text(text, encoding="utf-8")
    lake = load(tmp_path)[TermId("lake")]
    assert lake.group == "places"
    assert (lake.labels["fr"], lake.synonyms["fr"]) == ("lac", ("étang", "mare"))


def test_a_missing_language_is_named(tmp_path: Path) -> None:
    message = refused(tmp_path, places=section("castle", without="oc"))
    assert "places.ini [castle]" in message
    assert "`oc`" in message


def test_an_empty_language_is_named(tmp_path: Path) -> None:
    text = section("castle").replace("de = castle de, other de", "de =")
    message = refused(tmp_path, places=text)
    assert "places.ini [castle]" in message
    assert "$.de" in message


def test_an_empty_word_is_named(tmp_path: Path) -> None:
    text = section("castle").replace("castle de, other de", "castle de, , other de")
    message = refused(tmp_path, places=text)
    assert "$.de" in message


def test_an_unknown_kind_or_key_is_named(tmp_path: Path) -> None:
    message = refused(tmp_path, places=section("castle", "kinds = attractoin"))
    assert "places.ini [castle]" in message
    assert "attractoin" in message
    assert "kinds" in message
    message = refused(tmp_path, places=section("castle", "wider = monument"))
    assert "`wider`" in message


def test_a_broader_that_is_no_concept_is_named(tmp_path: Path) -> None:
    message = refused(tmp_path, places=section("castle", "broader = monumnet"))
    assert "places.ini [castle]" in message
    assert "monumnet" in message


def test_the_same_concept_twice_is_named(tmp_path: Path) -> None:
    message = refused(tmp_path, places=section("castle") + section("castle"))
    assert "places.ini [castle]" in message
    assert "line 10" in message
    message = refused(tmp_path, places=section("castle"), sights=section("castle"))
    assert "sights.ini [castle]" in message
    assert "places.ini" in message


def test_the_same_key_twice_is_named(tmp_path: Path) -> None:
    message = refused(tmp_path, places=section("castle", "fr = château"))
    assert "places.ini [castle] fr" in message


def test_a_line_that_is_none_is_named(tmp_path: Path) -> None:
    message = refused(tmp_path, places=section("castle") + "no sign of equality\n")
    assert "places.ini" in message
    assert "no sign of equality" in message


def test_a_file_that_is_not_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "places.ini").write_bytes(b"[castle]\nfr = ch\xe2teau\n")
    with pytest.raises(Unreadable, match=r"places\.ini: is not UTF-8"):
        load(tmp_path)


def test_a_file_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"gestures\.ini"):
        load_gestures(tmp_path / "gestures.ini")


@pytest.mark.parametrize(
    ("line", "named"),
    [("months = 0", "months"), ("months = 13", "months"), ("drought = perhaps", "drought")],
)
def test_a_gesture_with_a_bad_key_is_named(tmp_path: Path, line: str, named: str) -> None:
    path = tmp_path / "gestures.ini"
    path.write_text(section("refill", line), encoding="utf-8")
    with pytest.raises(Unreadable) as caught:
        load_gestures(path)
    assert "gestures.ini [refill]" in str(caught.value)
    assert named in str(caught.value)


def test_sentences_keep_their_commas(tmp_path: Path) -> None:
    path = tmp_path / "guarantees.ini"
    path.write_text(section("blue"), encoding="utf-8")
    assert load_guarantees(path)[TermId("blue")].fr == "blue fr, other fr"
