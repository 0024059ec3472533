"""A question as one line of text, to be compared with the lines of a listing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.search import codes
from catalog.search.function_words import FUNCTION_WORDS
from catalog.search.question import LITERAL, How, Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.search.question import Question, Word

REWRITTEN: Final = frozenset(How) - LITERAL - {How.CONCEPT, How.DEPARTMENT}
"""Ways of understanding that put other words in the place of those typed."""


class Line:
    """A question with the words that a row was found by in place of those that were typed."""

    def __init__(self, question: Question, by: Sequence[Reading | None]) -> None:
        written = question.typed.split()
        if by:
            replaced: dict[str, str] = {}
            before: Reading | None = None
            for word, reading in zip(question.words, by, strict=True):
                if reading is not None and reading.how in REWRITTEN:
                    replaced[word.text] = "" if reading is before else " ".join(reading.terms)
                before = reading
            written = " ".join([replaced.get(each, each) for each in written]).split()
        self.text = " ".join(written)
        self.ordered = " ".join(sorted(written))
        self.words = frozenset(written) - FUNCTION_WORDS or frozenset(written)
        self.several = len(self.words) > 1


def understood(word: Word, reading: Reading) -> str:
    """`how:typed>understood`."""
    return f"{reading.how}:{word.text}>{'+'.join(map(codes.term, reading.terms))}"
