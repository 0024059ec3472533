"""A question as one line of text, compared with the lines of a listing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from catalog.search import codes
from catalog.search.function_words import FUNCTION_WORDS
from catalog.search.question import LITERAL, How, Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from catalog.search.question import Question, Word
    from catalog.search.rows import Doc

REWRITTEN: Final = frozenset(How) - LITERAL - {How.CONCEPT, How.DEPARTMENT}
"""Ways of understanding that put other words in the place of those typed."""
OTHER_LANGUAGE_NAME: Final = 0.97
OTHER_ORDER: Final = 0.95
"""Likeness that a name keeps in another language, and with its words in another order."""
ALMOST: Final = 88.0
LOOSE_LIKENESS: Final = 0.55
"""The least likeness of lines with a slip in them, and of a badly misspelt word."""
AS_LONG: Final = 0.78
"""Share of the longer of two lines that the shorter has, if it is ALMOST the same."""


def is_foreign(reading: Reading, lang: str) -> bool:
    """Whether a word is that of a reader from abroad for a concept: most names say it in
    French."""
    return reading.how is How.CONCEPT and reading.lang == lang != "fr" and not reading.corrected


class Line:
    """A question with the words that a row was found by in place of those that were typed.
    `spoken`: as it is said in the language of the question; `text`: as a French name says it,
    `ordered` its words in the order of the alphabet; `words`: those spoken that decide."""

    def __init__(
        self,
        question: Question,
        by: Sequence[Reading | None],
        in_french: Callable[[str], str | None],
    ) -> None:
        said = written = question.typed.split()
        if by:
            replaced: dict[str, str] = {}
            french: dict[str, str] = {}
            before: Reading | None = None
            for word, reading in zip(question.words, by, strict=True):
                if reading is not None and reading.how in REWRITTEN:
                    replaced[word.text] = "" if reading is before else " ".join(reading.terms)
                elif reading is not None and is_foreign(reading, question.lang):
                    concept = codes.term(reading.terms[0])
                    same = before is not None and before.terms == reading.terms
                    french[word.text] = "" if same else in_french(concept) or word.text
                before = reading
            written = " ".join([replaced.get(each, each) for each in said]).split()
            said = written
            if french:
                french = {**replaced, **french}
                said = " ".join([french.get(each, each) for each in question.typed.split()]).split()
        self.spoken = " ".join(written)
        self.text = " ".join(said)
        self.size = len(self.text)
        self.ordered = " ".join(sorted(said))
        self.words = frozenset(written) - FUNCTION_WORDS or frozenset(written)
        self.several = len(self.words) > 1

    def likeness(self, doc: Doc, least: float) -> float:
        """How much the line is like the name of a row, with or without its commune, in any
        language and order: `least` to 100. What is compared counts only if it is more than what
        was compared before: most of it is given up at once."""
        asked, sight, name = self.text, doc.sight, doc.name
        likeness = max(least, fuzz.ratio(asked, name, score_cutoff=least))
        if self.several and likeness < 100 * OTHER_ORDER:
            other = fuzz.ratio(self.ordered, doc.ordered, score_cutoff=likeness)
            likeness = max(likeness, OTHER_ORDER * other)
        if sight.called == self.words:  # "cloitre": Le Cloître
            likeness = max(likeness, 100 * OTHER_ORDER)
        if (
            likeness < 100
            and not sight.town.isdisjoint(self.words)
            and not sight.town <= sight.called
        ):
            there = f"{name} {doc.commune}"
            likeness = max(likeness, fuzz.ratio(asked, there, score_cutoff=likeness))
            other = fuzz.token_sort_ratio(asked, there, score_cutoff=likeness)
            likeness = max(likeness, OTHER_ORDER * other)
        for each in sight.others:
            other = fuzz.ratio(self.spoken, each, score_cutoff=likeness)
            likeness = max(likeness, OTHER_LANGUAGE_NAME * other)
        return likeness


def understood(word: Word, reading: Reading) -> str:
    """`how:typed>understood`."""
    return f"{reading.how}:{word.text}>{'+'.join(map(codes.term, reading.terms))}"


def almost(line: str, other: str) -> bool:
    """Whether two lines are the same but for a slip."""
    return fuzz.ratio(line, other, score_cutoff=ALMOST) > 0


def badly_spelt(word: str, doc: Doc) -> float:
    """How much a badly misspelt word is like one of the row, 0 or from LOOSE_LIKENESS to 1."""
    found = process.extractOne(
        word,
        f"{doc.name} {doc.alternative} {doc.commune}".split(),
        scorer=OSA.normalized_similarity,
        score_cutoff=LOOSE_LIKENESS,
    )
    return float(found[1]) if found else 0.0
