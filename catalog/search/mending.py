"""Words with a space in them, mended: "cha teau", "la c hope"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from catalog.search.function_words import FUNCTION_WORDS
from catalog.search.question import WEIGHT, How, Reading, Word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from catalog.search.lexicon import Lexicon

_SHORTEST_JOINED: Final = 4


def mended(lexicon: Lexicon, typed: list[str], *, prefix: bool) -> list[str]:
    """The words of a line without the spaces that slipped into words: "ro che" is "roche" where
    neither "ro" nor "che" is a word of a listing. The last one may be unfinished."""
    kept: list[str] = []
    for at, word in enumerate(typed):
        if kept and _is_fragment(lexicon, kept[-1]) and _is_fragment(lexicon, word):
            joined = kept[-1] + word
            unfinished = prefix and at == len(typed) - 1 and len(joined) > _SHORTEST_JOINED
            if lexicon.listings(joined) or (unfinished and lexicon.begun(joined)):
                kept[-1] = joined
                continue
        kept.append(word)
    return kept


def _is_fragment(lexicon: Lexicon, word: str) -> bool:
    """Whether nobody knows a word as it stands."""
    return word.isalpha() and word not in FUNCTION_WORDS and not lexicon.is_known(word)


def read_across_spaces(lexicon: Lexicon, typed: Sequence[str], content: Sequence[Word]) -> None:
    """Read a word that nobody knows, or that stands beside a letter that is no word, together
    with its neighbour: "collegia le", "la c hope"."""
    known = {word.text: word for word in content}
    for left, right in pairwise(typed):
        joined = left + right
        if len(joined) < _SHORTEST_JOINED or not joined.isalpha():
            continue
        if (_is_piece(left, known) or _is_piece(right, known)) and lexicon.listings(joined):
            reading = Reading(How.JOINED, (joined,), WEIGHT[How.JOINED])
            for part in (left, right):
                if part in known:
                    known[part].add(reading)


def _is_piece(part: str, known: Mapping[str, Word]) -> bool:
    """Whether a part may be left from a word: no listing has it, or it is a mere letter."""
    if part in FUNCTION_WORDS:
        return False
    return part not in known or (not known[part].listings and not known[part].unfinished)
