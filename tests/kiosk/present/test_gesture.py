"""No line of a gesture breaks before a mark of French punctuation."""

from __future__ import annotations

import pytest

from catalog.vocabulary import gestures
from kiosk.present.gesture import gesture_line


@pytest.mark.parametrize("lang", ["fr", "oc"])
def test_marks_stay_with_the_word_before_them(lang: str) -> None:
    for gesture in gestures():
        told = gesture_line(gesture, lang)
        assert told.replace("\u00a0", " ") == gesture.text[lang]
        assert not any(f" {mark}" in told for mark in ":;!?»")
        assert "« " not in told


def test_other_languages_write_no_such_space() -> None:
    for gesture in gestures():
        assert gesture_line(gesture, "de") == gesture.text["de"]


def test_no_gesture_is_no_line() -> None:
    assert gesture_line(None, "fr") == ""
