"""What visitors say once there is an answer: follow-ups, picks, commands. `data/turns.ini`."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from catalog.vocabulary.asking import Meaning, first_wording, spoken
from catalog.vocabulary.files import DATA

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def turn_phrases() -> Mapping[str, tuple[Meaning, ...]]:
    """Every folded phrase with its meanings: "no" is a no in English, "number" in French.

    Raises Unreadable when the data file is broken.
    """
    return MappingProxyType(spoken(DATA / "turns.ini"))


@cache
def turn_words(lang: str | None = None) -> frozenset[str]:
    """Every single word of those phrases, in one language or in all: what a slip of the finger
    is compared with. Not small talk: there are too many such words near those that name a thing.
    """
    return frozenset(
        word
        for phrase, meanings in turn_phrases().items()
        if any(
            meaning.group != "chatter" and (lang is None or lang in meaning.langs)
            for meaning in meanings
        )
        for word in phrase.split()
    )


@cache
def said_for(section: str, lang: str) -> str:
    """How a meaning is said first in a language: `said_for("act more", "de")`."""
    return first_wording(DATA / "turns.ini", section, lang)
