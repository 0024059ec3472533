"""Where the words of a question stand in what is shown: spans to underline, and why."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from catalog.search import codes
from catalog.search.normalise import tokens
from catalog.search.question import How
from catalog.text import fold_letter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.search.question import Reading, Word
    from catalog.search.rows import Doc

Field = Literal["name", "commune", "other_name", "concept", "facet", "department", "text"]

_SHOWN: Final = ("name", "commune")


@dataclass(frozen=True, slots=True)
class Match:
    """One word found. `start`, `end`: the letters in the name or commune as the hit shows them,
    None where the field is not shown. `typed` was read as `understood` (a word, or the id of a
    concept); `how` is a way of `question.How`; `lang` the language of a concept's word."""

    field: Field
    start: int | None
    end: int | None
    how: str
    typed: str
    understood: str
    lang: str | None = None


class Spelt(NamedTuple):
    """One word of a shown text as the index spells it; `ends[n]`: where its first n letters end
    in the text (0 for none: where it starts)."""

    word: str
    ends: tuple[int, ...]


def spelt(text: str) -> list[Spelt]:
    """The words of a shown text, with their letters' places. "Œuvre" is "oeuvre": its first two
    letters end where Œ does."""
    letters: list[str] = []
    ends: list[int] = []
    for at, char in enumerate(text):
        folded = fold_letter(char)
        if not folded and ends:
            ends[-1] = at + 1  # an accent by itself goes with its letter
        for letter in folded:
            letters.append(letter)
            ends.append(at + 1)
    found: list[Spelt] = []
    cuts = [0, *(n for n, pair in enumerate(pairwise(letters), 1) if _parted(*pair)), len(letters)]
    for first, after in pairwise(cuts):
        word = "".join(letters[first:after]).strip()
        if not word:
            continue
        before = ends[first - 1] if first else 0
        places = (before, *ends[first:after])
        said = tokens(word)
        if len(said) == 1 and len(said[0]) == len(word):
            found.append(Spelt(said[0], places))
        else:  # "St" is said "saint": all of it or nothing
            found += [Spelt(each, (before, *[places[-1]] * len(each))) for each in said]
    return found


def _parted(left: str, right: str) -> bool:
    return left == " " or right == " " or left.isdigit() != right.isdigit()


def matches(
    words: Sequence[Word], by: Sequence[Reading | None], doc: Doc, name: str
) -> tuple[Match, ...]:
    """The words found in a row that is shown under `name`, in the order of the question."""
    shown: dict[Field, list[Spelt]] = {"name": spelt(name), "commune": spelt(doc.town or "")}
    found: dict[Match, None] = {}
    for word, reading in zip(words, by, strict=False):
        if reading is not None:
            for match in _of(word, reading, doc, shown):
                found[match] = None
    return tuple(found)


def _of(word: Word, reading: Reading, doc: Doc, shown: dict[Field, list[Spelt]]) -> list[Match]:
    how, typed = str(reading.how), word.text
    if reading.how in (How.CONCEPT, How.DEPARTMENT):
        field: Field = "department"
        if reading.how is How.CONCEPT:
            field = "concept" if reading.terms[0] in doc.sight.is_a else "facet"
        return [Match(field, None, None, how, typed, codes.term(reading.terms[0]), reading.lang)]
    for field in _SHOWN:
        spans = [
            Match(field, each.ends[0], each.ends[size], how, typed, each.word)
            for each in shown[field]
            if (size := _letters(each.word, reading))
        ]
        if spans:
            return spans
    return [Match("other_name", None, None, how, typed, " ".join(reading.terms))]


def _letters(word: str, reading: Reading) -> int:
    """How many letters of a shown word a reading stands for; 0 if it is another word."""
    if not reading.beginning:
        return len(word) if word in reading.terms else 0
    if not word.startswith(reading.terms[0]):
        return 0
    return len(reading.terms[0])
