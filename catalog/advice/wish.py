"""One wish of a day as it is told, and the part of the day that it is told for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from catalog.model import Kind, TermId
from catalog.request.tokens import phrase, tokenise
from catalog.request.turns_merging import ANYTHING
from catalog.search.function_words import FUNCTION_WORDS
from catalog.vocabulary.asking import phrases
from catalog.vocabulary.particles import particles, particles_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

OrderWord = Literal[
    "before_that", "before_a_thing", "after_a_thing", "in_the_first_place", "in_the_second_place"
]
"""What a word of order says."""
STOP: Final = re.compile(r"[,;:.!?\n–—/+>→]")
_LONGEST: Final = 4
"""Words of the longest phrase that says "something to do"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One thing wished for, or a place to be seen. `step`: when it comes, beside the others, None
    whenever; `part`: the part of the day it was told for, "" for none."""

    terms: tuple[TermId, ...] = ()
    kinds: tuple[Kind, ...] = ()
    place: str = ""
    step: int | None = None
    part: str = ""


@dataclass(slots=True)
class Said:
    """A wish, a part of the day or a word of order, where it stands."""

    start: int
    end: int
    sort: Literal["wish", "part"] | OrderWord
    wish: Wish | None = None
    part: str = ""
    step: float = 0.0


def with_anything(said: Sequence[Said], text: str) -> list[Said]:
    """The same with what is wished for by no name, where a part of the day is told for it and
    another for what is named: "something this morning and a beach this afternoon"."""
    found: list[Said] = []
    for n, each in enumerate(said):
        behind = {one.sort: one for one in said[n + 1 : n + 3]}
        other = behind["part"].part if {*behind} == {"part", "wish"} else each.part
        told = [one for one in found if one.sort in {"part", "wish"}][-1:]
        free = each.sort == "part" and other != each.part and not (told and told[0].wish)
        behind_it = said[n + 1].start if free else 0
        if free and said[n + 1].sort == "part":  # "we come at noon; what is there after lunch"
            stops = [stop.start() for stop in STOP.finditer(text, each.end, behind_it)]
            behind_it = stops[-1] if stops else behind_it
        if free and _says_anything(text[told[0].end if told else 0 : behind_it]):
            found.append(Said(each.start, each.start, "wish", wish=Wish(kinds=ANYTHING)))
        found.append(each)
    return found


def _says_anything(text: str) -> bool:
    tokens = tokenise(text)
    return any(
        meaning.group == "idea"
        for first in range(len(tokens))
        for length in range(1, min(_LONGEST, len(tokens) - first) + 1)
        for meaning in phrases().get(phrase(tokens, first, length), ())
    )


def give_parts(said: Sequence[Said], text: str, lang: str) -> None:
    """Give each part of the day to the wishes of its piece: to those before it where the piece
    begins with a wish, else to those behind it; where its piece has none, to those that follow."""
    told = [each for each in said if each.sort in {"part", "wish"}]
    pieces: list[list[Said]] = []
    for each in told:
        if pieces and not _parted(said, pieces[-1][-1], each, text):
            pieces[-1].append(each)
        else:
            pieces.append([each])
    open_part = ""
    for piece in pieces:
        wishes = [each for each in piece if each.sort == "wish"]
        parts = [each for each in piece if each.sort == "part"]
        if not parts:
            _give(wishes, open_part)
            continue
        several = len({each.part for each in parts}) > 1
        open_part = "" if wishes or several else parts[-1].part
        if several and all(each.wish is not None and _is_place(each.wish) for each in wishes):
            continue  # "in the afternoon and the evening in Albi: …"
        left: list[Said] = []
        now = ""
        for each in piece:
            if each.sort == "wish":
                left.append(each)
                _give([each], now)
            elif not (now or all(wish.part for wish in left) or _leads(each, piece, text, lang)):
                _give(left, each.part)
                left = []
            else:
                now = each.part


def _is_place(wish: Wish) -> bool:
    return bool(wish.place) and not (wish.terms or wish.kinds)


def _leads(part: Said, piece: Sequence[Said], text: str, lang: str) -> bool:
    """Whether a part belongs to what is behind it: "the old town and in the evening a fish"."""
    if piece[-1].sort != "wish":
        return False
    joins = particles("and") | particles_of("and_or_in")[lang]
    for token in reversed(tokenise(text[: part.start])):
        if token.word in joins or token.word not in FUNCTION_WORDS:
            return token.word in joins
    return False


def _give(wishes: Iterable[Said], part: str) -> None:
    for each in wishes:
        each.part = each.part or part


def _parted(said: Sequence[Said], one: Said, other: Said, text: str) -> bool:
    """Whether a stop, or a word that says "then", stands between the two."""
    between = (each for each in said if one.end <= each.start < other.start)
    then = any(each.sort == "in_the_second_place" for each in between)
    return then or STOP.search(text[one.end : other.start]) is not None
