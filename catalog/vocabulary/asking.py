"""The words of asking: when, where, who, how much. Data: `data/asking/`, one idea a file.

A section is `[group value]` with the phrases of each language; accents, capitals and
apostrophes do not matter. A phrase of two languages stands in both lists, one of two meanings
in both sections.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import msgspec

from catalog.model import LANGUAGES, Kind, TermId
from catalog.text import fold, fold_lines
from catalog.vocabulary.concepts import concepts
from catalog.vocabulary.files import DATA, Phrases, entries, sections

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase says: `Meaning("day", "tomorrow")`. `langs`: where it is said."""

    group: str
    value: str
    langs: tuple[str, ...]


@cache
def phrases() -> Mapping[str, tuple[Meaning, ...]]:
    """Every folded phrase with its meanings: "hier" is yesterday in French, here in German.

    Raises Unreadable when a data file is broken.
    """
    return MappingProxyType(_meanings(_asked()))


def spoken(path: Path) -> dict[str, tuple[Meaning, ...]]:
    """The folded phrases of one file whose sections are `[group value]`, with their meanings.

    Raises Unreadable when the file is broken.
    """
    return _meanings(_written(path))


@cache
def accented() -> Mapping[str, frozenset[str]]:
    """By language the words of asking and of concepts that it writes with an accent, in small
    letters: they tell Catalan "fàcil" from Spanish "fácil"."""
    texts: dict[str, list[str]] = {lang: [] for lang in LANGUAGES}
    for phrase, _, lang in _asked():
        texts[lang].append(phrase)
    for concept in concepts().values():
        for lang in LANGUAGES:
            texts[lang] += (concept.labels[lang], *concept.synonyms[lang])
    return {
        lang: frozenset(
            word for word in _WORD.findall("\n".join(spellings).casefold()) if not word.isascii()
        )
        for lang, spellings in texts.items()
    }


@cache
def _asked() -> tuple[tuple[str, str, str], ...]:
    """All phrases of asking as they are written, each with its section and its language."""
    return tuple(
        written for path in sorted((DATA / "asking").glob("*.ini")) for written in _written(path)
    )


def _written(path: Path) -> list[tuple[str, str, str]]:
    return [
        (phrase, section, lang)
        for section, entry in entries(path, Phrases).items()
        for lang in LANGUAGES
        for phrase in getattr(entry, lang)
    ]


def _meanings(written: Sequence[tuple[str, str, str]]) -> dict[str, tuple[Meaning, ...]]:
    said: dict[str, dict[str, dict[str, None]]] = {}
    folded = fold_lines([phrase for phrase, _, _ in written])
    for key, (_, section, lang) in zip(folded, written, strict=True):
        said.setdefault(key, {}).setdefault(section, {})[lang] = None
    return {
        key: tuple([_meaning(section, tuple(langs)) for section, langs in every.items()])
        for key, every in said.items()
    }


@cache
def _meaning(section: str, langs: tuple[str, ...]) -> Meaning:
    """One value for all phrases that mean the same."""
    group, _, value = section.partition(" ")
    return Meaning(group, value, langs)


def first_wording(path: Path, section: str, lang: str) -> str:
    """The first phrase of a section in a language, as it is written: "autre chose"; in French
    where the language is none of ours.

    Raises KeyError when there is no such section, Unreadable when the file is broken.
    """
    entry = entries(path, Phrases)[section]
    phrase: str = getattr(entry, lang if lang in LANGUAGES else "fr")[0]
    return phrase


class NamedPlace(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A place that people name. `kinds`: what it is asked for when a question names nothing
    else; `town`: where such a site lies; `everyday`: its name is also an everyday word;
    `communes`: those that a territory or a valley lies between, for it has no point of its own;
    the others are its names."""

    kinds: tuple[Kind, ...] = ()
    town: tuple[str, ...] = ()
    communes: tuple[str, ...] = ()
    everyday: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    de: tuple[str, ...] = ()
    es: tuple[str, ...] = ()
    it: tuple[str, ...] = ()
    nl: tuple[str, ...] = ()
    oc: tuple[str, ...] = ()
    ca: tuple[str, ...] = ()

    def names(self) -> tuple[str, ...]:
        """All its names but the house's own, which is the section."""
        spoken = (name for lang in LANGUAGES for name in getattr(self, lang))
        return tuple(dict.fromkeys((*spoken, *self.typed)))


@cache
def named_places() -> Mapping[str, NamedPlace]:
    """The gazetteer (`data/gazetteer.ini`) by the names that the house writes."""
    return MappingProxyType(entries(DATA / "gazetteer.ini", NamedPlace))


HARMLESS: Final = "harmless"
"""The section of `data/concerns.ini` whose phrases tell no concern."""


@cache
def concerns() -> Mapping[str, tuple[str, ...]]:
    """Phrases of all languages by the concern they tell (`data/concerns.ini`), the gravest
    first, then those that are `HARMLESS`; as they are written, with their gaps."""
    return MappingProxyType(
        {
            concern: tuple(phrase for lang in LANGUAGES for phrase in getattr(entry, lang))
            for concern, entry in entries(DATA / "concerns.ini", Phrases).items()
        }
    )


@cache
def needs() -> Mapping[tuple[TermId, ...], Mapping[str, tuple[str, ...]]]:
    """What people say who need something and do not name it (`data/needs/`): by the concepts
    they mean, their phrases in each language, as they are written. Raises Unreadable when a data
    file is broken."""
    found: dict[tuple[TermId, ...], dict[str, tuple[str, ...]]] = {}
    for path in sorted((DATA / "needs").glob("*.ini")):
        for section, entry in entries(path, Phrases).items():
            terms = tuple(TermId(name) for name in section.split())
            said = found.setdefault(terms, dict.fromkeys(LANGUAGES, ()))
            for lang in LANGUAGES:
                said[lang] += getattr(entry, lang)
    return MappingProxyType(found)


@cache
def losses() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """The kinds of words that tell who or what is lost (`data/lost.ini`): language → kind → its
    phrases as they are written."""
    read = entries(DATA / "lost.ini", Phrases)
    return MappingProxyType(
        {lang: {kind: getattr(entry, lang) for kind, entry in read.items()} for lang in LANGUAGES}
    )


@cache
def shorthand() -> Mapping[str, str]:
    """What is typed in a hurry → the folded words meant (`data/shorthand.ini`); a form that
    two languages read differently is read as the first writes it."""
    found: dict[str, str] = {}
    for name, section in sections(DATA / "shorthand.ini"):
        for typed, meant in section.items() if name in LANGUAGES else ():
            found.setdefault(fold(typed), fold(meant))
    return MappingProxyType(found)


@cache
def shorthand_of(lang: str) -> Mapping[str, str]:
    """The same for what is another word in another language: sections "only fr"."""
    found = dict(sections(DATA / "shorthand.ini")).get(f"only {lang}", {})
    return MappingProxyType({fold(typed): fold(meant) for typed, meant in found.items()})
