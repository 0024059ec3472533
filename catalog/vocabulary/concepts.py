"""Concepts: what a listing can be, offer or be asked for, with its words in eight languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Final

import msgspec

from catalog.model import LANGUAGES, Kind, TermId
from catalog.text import fold_lines
from catalog.vocabulary.files import DATA, entries, fault

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept. `group` is the file or folder it stands in; `kinds` () means that the word
    alone asks for no kind of listing (an amenity, a price term). `labels` has all eight
    languages; `synonyms` are the further words of each. `broader`: the more general concepts."""

    id: TermId
    group: str
    kinds: tuple[Kind, ...]
    labels: Mapping[str, str]
    synonyms: Mapping[str, tuple[str, ...]]
    broader: tuple[TermId, ...] = ()


_Words = Annotated[
    tuple[Annotated[str, msgspec.Meta(min_length=1)], ...], msgspec.Meta(min_length=1)
]


class _Entry(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """A section as it stands in the file."""

    fr: _Words
    en: _Words
    de: _Words
    es: _Words
    it: _Words
    nl: _Words
    oc: _Words
    ca: _Words
    kinds: tuple[Kind, ...] = ()
    broader: tuple[TermId, ...] = ()


def load(folder: Path) -> Mapping[TermId, Concept]:
    """The concepts of all files in a folder; a group is one file, or a folder of several.

    Raises Unreadable naming file, concept and key if a language or a broader concept is
    missing, a key is unknown, or two files describe the same concept.
    """
    found: dict[TermId, Concept] = {}
    origin: dict[TermId, Path] = {}
    for path in sorted(folder.rglob("*.ini")):
        group = path.relative_to(folder).parts[0].removesuffix(".ini")
        for name, entry in entries(path, _Entry).items():
            term = TermId(name)
            if term in found:
                raise fault(path, name, f"this concept also stands in {origin[term].name}")
            texts: dict[str, tuple[str, ...]] = {lang: getattr(entry, lang) for lang in LANGUAGES}
            found[term] = Concept(
                id=term,
                group=group,
                kinds=entry.kinds,
                labels=MappingProxyType({lang: names[0] for lang, names in texts.items()}),
                synonyms=MappingProxyType({lang: names[1:] for lang, names in texts.items()}),
                broader=entry.broader,
            )
            origin[term] = path
    for term, concept in found.items():
        for above in concept.broader:
            if above not in found:
                raise fault(origin[term], term, f"broader names {above}, which is no concept")
    return MappingProxyType(found)


@cache
def concepts() -> Mapping[TermId, Concept]:
    """Every concept of the house, read once."""
    return load(DATA / "concepts")


def label(term: TermId, lang: str) -> str | None:
    """The name of a concept in one of the eight languages; None if it is none of ours."""
    concept = concepts().get(term)
    return None if concept is None else concept.labels.get(lang)


@cache
def wider(term: TermId) -> tuple[TermId, ...]:
    """All that a concept also is, nearest first: castle → monument. () if it is none of ours."""
    found: dict[TermId, None] = {}
    level = [term]
    while level:
        level = [
            above
            for below in level
            if below in concepts()
            for above in concepts()[below].broader
            if above not in found and above != term
        ]
        found.update(dict.fromkeys(level))
    return tuple(found)


@cache
def words() -> Mapping[str, tuple[tuple[TermId, str], ...]]:
    """Every word and phrase, folded as `catalog.text.fold` does, with the concepts and
    languages it stands for: several where a word is ambiguous. Regular plurals are there too,
    unless the data of that language use the spelling for something."""
    found: dict[str, tuple[tuple[TermId, str], ...]] = {}
    plurals: list[tuple[str, tuple[TermId, str]]] = []
    written: dict[str, set[str]] = {lang: set() for lang in LANGUAGES}
    spelt: dict[tuple[TermId, str], tuple[str, ...]] = {
        (term, lang): (concept.labels[lang], *concept.synonyms[lang])
        for term, concept in concepts().items()
        for lang in LANGUAGES
    }
    folded = iter(fold_lines([text for texts in spelt.values() for text in texts]))
    for meaning, texts in spelt.items():
        lang = meaning[1]
        spellings = dict.fromkeys([next(folded) for _ in texts])
        written[lang].update(spellings)
        for word in spellings:
            found[word] = (*found.get(word, ()), meaning)
            if (plural := _plural(word, lang)) is not None:
                plurals.append((plural, meaning))
    for plural, meaning in plurals:
        known = found.get(plural, ())
        if plural not in written[meaning[1]] and meaning not in known:
            found[plural] = (*known, meaning)
    return MappingProxyType(found)


_PLURAL_IN_S: Final = frozenset({"fr", "en", "es", "oc", "ca"})


def _plural(phrase: str, lang: str) -> str | None:
    """The regular plural of a folded word, or of an English phrase, whose last word takes it
    ("tea room"); None where it has none or the language no rule so simple (German, Dutch and
    Italian plurals are written in the data)."""
    if lang not in _PLURAL_IN_S:
        return None
    before, _, word = phrase.rpartition(" ")
    if (before and lang != "en") or len(word) < 4 or word[-1] in "sxz0123456789":
        return None
    if lang == "ca" and word[-1] == "a":
        return word[:-2] + {"c": "qu", "g": "gu"}.get(word[-2], word[-2]) + "es"
    if lang == "es" and word[-1] not in "aeiou":
        return word + "es"
    if lang == "en":
        return f"{before} {_english_plural(word)}".lstrip()
    return word + "s"


def _english_plural(word: str) -> str:
    if word.endswith(("ch", "sh")):
        return word + "es"
    if word[-1] == "y" and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"
