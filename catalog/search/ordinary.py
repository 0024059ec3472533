"""Words of a language that nobody mistyped, however near they are to a word of a name."""

from __future__ import annotations

from functools import cache

from catalog.vocabulary import real_words
from catalog.vocabulary.asking import phrases


@cache
def ordinary(lang: str) -> frozenset[str]:
    """The folded words that stay as typed in a line of this language: those that look like a
    slip and are none, and the words of asking. () in a language that is none of ours."""
    said = {
        phrase
        for phrase, meanings in phrases().items()
        if " " not in phrase and any(lang in meaning.langs for meaning in meanings)
    }
    return real_words().get(lang, frozenset()) | said
