"""A place that is named and that nobody here knows: told as unknown, never passed over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalog.model import Kind
from catalog.request.language import NOUNS_LARGE
from catalog.vocabulary import concepts, everyday
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from catalog.request.marks import Mark, Scan

MOST_LETTERS: Final = 60
_CLEAR: Final = ("near", "road", "between")
_WEAK: Final = ("place_prep", "from", "to")
_IN: Final = particles("into")
_OF: Final = particles("of_or_about")
_ARTICLES: Final = particles("before_unknown_place")
_AT_THE: Final = particles("at_the")
_VERB_ENDINGS: Final = ("er", "ir", "re", "ar", "en", "ing", "ant")
"""What ends a verb rather than a town, in small letters: fr "à grignoter", "en attendant"."""
_LETTERS: Final = 4
_SMALL_LETTERS: Final = 6
_PRONOUN: Final = "I"
"""English writes it large, and it is of no name."""
_RUN: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_STANDING: Final = frozenset(Kind) - {Kind.EVENT, Kind.FOOD, Kind.PRODUCER, Kind.SHOP}
"""Kinds that are of a place: "the castle of Chambord", but not the ham of Bayonne."""


def unplaced(scan: Scan, lang: str) -> str:
    """The words, as typed, that name a place which is neither in the gazetteer nor in the
    catalogue; "" where there are none. A capital, or a word like "near", must say that a place
    is meant: nouns of German and words in small letters need more."""
    for index, mark in enumerate(scan.marks):
        if index in scan.denied or not _announces(scan, index, mark):
            continue
        at = index + 1
        if scan.at(at).word in _ARTICLES and scan.typed(scan.at(at))[:1].islower():
            at += 1
        name, last = _run(scan, at, lang)
        if name and _meant(scan, mark, at, last, lang):
            return name[:MOST_LETTERS]
    return ""


def _announces(scan: Scan, index: int, mark: Mark) -> bool:
    if not any(mark.says(group) for group in (*_CLEAR, *_WEAK)) and mark.word not in _AT_THE:
        return False
    if mark.word not in _OF and not mark.says("from"):
        return True
    before = scan.at(index - 1)
    if before.says("product"):
        return False
    told = {kind for term in before.terms for kind in concepts()[term].kinds[:1]}
    told |= {Kind(kind) for kind in before.all("asks")}
    return bool(told & _STANDING)


def _run(scan: Scan, at: int, lang: str) -> tuple[str, int]:
    """The name that begins at a mark, as typed, and the index behind its last mark."""
    first = scan.at(at)
    found = _RUN.match(scan.text, first.start) if first.word else None
    if found is None:
        return "", at
    end = found.end()
    while (after := _RUN.match(scan.text, end + 1)) and scan.text[end] == " ":
        inside = _between(scan, after.start(), after.end())
        if not after.group()[0].isupper() or not inside or after.group() == _PRONOUN:
            break
        if lang == NOUNS_LARGE and not all(mark.unknown for mark in inside):
            break
        end = after.end()
    last = at
    while scan.at(last).word and scan.at(last).start < end:
        last += 1
    return scan.text[first.start : end], last


def _between(scan: Scan, start: int, end: int) -> list[Mark]:
    return [mark for mark in scan.marks if start <= mark.start < end]


def _meant(scan: Scan, before: Mark, at: int, last: int, lang: str) -> bool:
    """Whether these marks name a place: one of them must be a word nobody knows."""
    marks = scan.marks[at:last]
    common = everyday()[lang]
    strange = [
        mark
        for mark in marks
        if mark.unknown and len(mark.word) >= _LETTERS and mark.word not in common
    ]
    if not strange or any(mark.place is not None for mark in marks):
        return False
    name = scan.text[marks[0].start : marks[-1].end]
    clear = any(before.says(group) for group in _CLEAR)
    if name[0].isupper() and not scan.text.isupper():
        if "-" in name or lang != NOUNS_LARGE or clear:
            return "-" in name or all(_plain(mark) for mark in marks)
        return before.word in _IN and _ends(scan, last)
    return (
        all(mark.unknown for mark in marks)
        and len(name) >= _SMALL_LETTERS
        and (clear or before.word in _IN)
        and _ends(scan, last)
        and (clear or not name.split()[0].endswith(_VERB_ENDINGS))
    )


def _plain(mark: Mark) -> bool:
    """Whether a word of a name says nothing else that the house would have asked about."""
    return not mark.terms and not mark.all("asks")


def _ends(scan: Scan, last: int) -> bool:
    """Whether nothing unknown follows: in "in schöner Lage" the first word is no town."""
    return not scan.at(last).unknown or not scan.at(last).word
