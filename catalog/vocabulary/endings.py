"""How regular verbs are conjugated (`data/endings.ini`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import msgspec

from catalog.model import LANGUAGES
from catalog.vocabulary.files import DATA, entries, fault

_NOTHING = "-"


@dataclass(frozen=True, slots=True)
class Verbs:
    """The verbs of a language whose infinitives end alike. `stems`: how the end of a stem is
    written in a form, and how in the infinitive; `before`: what may stand in front of a form;
    `doubled`: the infinitive may double the last letter of the stem."""

    lang: str
    infinitive: str
    endings: tuple[str, ...]
    stems: tuple[tuple[str, str], ...]
    before: str
    doubled: bool


class _Entry(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    endings: tuple[str, ...]
    stems: tuple[str, ...] = ()
    before: str = ""
    doubled: bool = False


@cache
def verbs() -> tuple[Verbs, ...]:
    """Every conjugation. Raises Unreadable when the data file is broken."""
    path = DATA / "endings.ini"
    found = []
    for section, entry in entries(path, _Entry, frozenset({"before", "doubled"})).items():
        lang, _, infinitive = section.partition(" ")
        stems = tuple((form, stem) for form, _, stem in (s.partition(">") for s in entry.stems))
        if lang not in LANGUAGES or not infinitive:
            raise fault(path, section, f"the sections must be {', '.join(LANGUAGES)}")
        ending = "" if infinitive == _NOTHING else infinitive
        found.append(Verbs(lang, ending, entry.endings, stems, entry.before, entry.doubled))
    return tuple(found)
