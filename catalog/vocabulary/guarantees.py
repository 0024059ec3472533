"""What a label guarantees, in one sentence: only what its owner publishes."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec

from catalog.model import LANGUAGES, TermId
from catalog.vocabulary.files import DATA, entries

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Sentence(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """One sentence in the eight languages."""

    fr: str
    en: str
    de: str
    es: str
    it: str
    nl: str
    oc: str
    ca: str


def load(path: Path) -> Mapping[TermId, Sentence]:
    """The sentences of one file by label. Raises Unreadable naming file, label and key."""
    read = entries(path, Sentence, plain=frozenset(LANGUAGES))
    return MappingProxyType({TermId(name): sentence for name, sentence in read.items()})


@cache
def _guarantees() -> Mapping[TermId, Sentence]:
    return load(DATA / "guarantees.ini")


def guarantee(term: TermId, lang: str) -> str | None:
    """What the label guarantees, in one of the eight languages; None where we say nothing."""
    sentence = _guarantees().get(term)
    if sentence is None or lang not in LANGUAGES:
        return None
    text: str = getattr(sentence, lang)
    return text
