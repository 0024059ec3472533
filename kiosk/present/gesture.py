"""The gesture that fits, in the visitor's language: its marks stay with the words they close."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from catalog.vocabulary import Gesture

_SPACED: Final = frozenset({"fr", "oc"})
"""Languages that write a space before ":" and inside of "« »"."""
_BEFORE_MARK: Final = re.compile(r" (?=[:;!?»])|(?<=«) ")
_NO_BREAK: Final = "\u00a0"


def gesture_line(gesture: Gesture | None, lang: str) -> str:
    """The text of a gesture, "" where there is none; no line breaks before a mark of French
    or Occitan punctuation."""
    text = gesture.text.get(lang, "") if gesture is not None else ""
    return _BEFORE_MARK.sub(_NO_BREAK, text) if lang in _SPACED else text
