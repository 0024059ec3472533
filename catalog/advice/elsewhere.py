"""A sight somewhere else, whose name says what it is: "le Puy du Fou" is no mountain here, nor "the
Eiffel Tower" a tower."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.advice.kinds import SIGHTS
from catalog.model import TermId
from catalog.request.language import NOUNS_LARGE
from catalog.text import words
from catalog.vocabulary import concepts
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from catalog.advice.candidates import Candidates
    from catalog.request import Request

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_PATH: Final = re.compile(
    rf"\b({'|'.join(sorted(particles('numbered_path')))})[®°\s]{{0,3}}(\d{{1,4}})\b", re.I
)
"""How the long paths are called: "GR 65", "GR®65"."""
_WITHIN: Final = particles("inside_a_name")
_LETTERS: Final = 3


def elsewhere(request: Request, text: str, candidates: Candidates) -> Request:
    """The request with such a name as a place nobody knows, and without the theme that its first
    word would be; the request itself where there is none, or where the catalogue has it."""
    path = _unknown_path(text, candidates)
    if path and not request.unplaced:
        return replace(request, unplaced=path)
    if request.unplaced or request.where or request.lang == NOUNS_LARGE or text.isupper():
        return request
    rest, known = frozenset(request.rest.split()), concepts()
    for first, last in _names(text):
        inside = [s for s in request.spans if first <= s.start and s.end <= last]
        themes = {s.value for s in inside if s.key == "themes" and s.value in known}
        if not any(SIGHTS.intersection(known[TermId(each)].kinds) for each in themes):
            continue
        name = text[first:last]
        strange = [m for m in _WORD.finditer(name) if m.group()[0].isupper()]
        if not any(rest & {*words(m.group())} and len(m.group()) >= _LETTERS for m in strange):
            continue
        if candidates.knows(name):
            return request
        left = tuple(theme for theme in request.themes if theme not in themes)
        return replace(request, themes=left, unplaced=name)
    return request


def _unknown_path(text: str, candidates: Candidates) -> str:
    """A numbered path that nothing in the catalogue bears in its name: another GR is not that
    one; "" where there is none such."""
    for found in _PATH.finditer(text):
        sort, number = found.group(1).upper(), found.group(2)
        if not candidates.has_path(number):
            return f"{sort} {number}"
    return ""


def _names(text: str) -> list[tuple[int, int]]:
    """Where two capitalised words or more follow each other, small words between them left in."""
    found: list[list[re.Match[str]]] = [[]]
    for each in _WORD.finditer(text):
        gap = text[found[-1][-1].end() : each.start()] if found[-1] else ""
        if each.group()[0].isupper() and not set(gap) & set(",.;:!?()"):
            found[-1] += [each]
        elif found[-1] and each.group().casefold() not in _WITHIN:
            found.append([])
    return [(run[0].start(), run[-1].end()) for run in found if len(run) > 1]
