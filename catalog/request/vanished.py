"""Somebody called by a name whom nobody can find: "Léa a disparu", "we lost Emma", "no encuentro a
Lucía". No list of names: it is a word that the house does not know, where only a name can stand."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from catalog.model import LANGUAGES
from catalog.request.gaps import parts_of
from catalog.request.lexicon import lexicon
from catalog.request.lost import alone, kinds_of, lost_words
from catalog.search.function_words import FUNCTION_WORDS
from catalog.vocabulary import real_words
from catalog.vocabulary.asking import losses
from catalog.vocabulary.persons import person_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from catalog.request.gaps import Forms
    from catalog.request.places import PlaceNames

_AUXILIARIES: Final = 3
"""How many small words stand between who is gone and the verb: "n'est toujours pas"."""
_LEAST: Final = 2
_MOST: Final = 20
"""Letters a name has at most."""
_NAMED_WITH_ARTICLE: Final = frozenset({"it", "oc", "ca"})
"""Languages that say "la Giulia", and whose nouns have no capital."""
_BARE_NOUNS: Final = frozenset({"en", "de", "nl"})
"""Languages whose things need no article either: "power is gone"."""


def somebody_vanished(
    words: Sequence[Forms], typed: Callable[[], Sequence[str]], places: PlaceNames
) -> bool:
    """Whether a name is told gone, lost or not to be found. `words`: folded, slips mended;
    `typed`: gives the same as they were typed."""
    telling = _telling()
    langs = {lang for word in words for form in word for lang in telling.get(form, ())}
    if not langs:
        return False
    written = typed()
    return any(_Telling(words, written, places, lang).told() for lang in LANGUAGES if lang in langs)


@cache
def _telling() -> Mapping[str, frozenset[str]]:
    """Each word that begins to tell of a loss → its languages: most questions hold none."""
    found: dict[str, set[str]] = {}
    for lang in LANGUAGES:
        for kind in ("gone", "lost", "find no more"):
            for phrase in losses()[lang][kind]:
                for parts in parts_of(phrase):
                    for word in parts[0][0]:
                        found.setdefault(word, set()).add(lang)
    return {word: frozenset(langs) for word, langs in found.items()}


class _Telling(NamedTuple):
    """A question, read in one language."""

    words: Sequence[Forms]
    typed: Sequence[str]
    places: PlaceNames
    lang: str

    def told(self) -> bool:
        """Whether a name stands before "has disappeared", or behind "we lost"."""
        for start, end in self._spans("gone"):
            at = self._past_auxiliaries(start - 1)
            finite = at < start - 1 or end - start > 1 or self._is("fled", start)
            if finite and self._is_subject(at):
                return True
        for start, end in self._spans("lost"):
            at = self._past_auxiliaries(start - 1)
            itself = self._is("itself", start - 1) or self._is("itself", start - 2)
            if at < start - 1 and (itself or self._is("is", start - 1)) and self._is_subject(at):
                return True
            inside = self.lang == "nl" and self._is("has", start - 2)  # "we zijn Daan kwijt"
            if self._is_object(start - 1 if inside else end):
                return True
        return any(self._is_object(end) for _, end in self._spans("find no more"))

    def _past_auxiliaries(self, at: int) -> int:
        for _ in range(_AUXILIARIES):
            if not self._is("has", at):
                break
            at -= 1
        return at

    def _is_subject(self, at: int) -> bool:
        """Whether the word is a name and begins its clause."""
        if not self._may_name(at) or self._is("nobody", at):
            return False
        if self.lang in _BARE_NOUNS and not self._has_capital(at):
            return False
        before = self._word(at - 1)
        if self._is("a", at - 1) or before in _ARTICLES:
            led = self.lang in _NAMED_WITH_ARTICLE and self._has_capital(at)
            return led and not self._is("of", at - 2)
        if self._is("my", at - 1) or self._is("of", at - 1) or self._is("beside", at - 1):
            return False
        small = before in FUNCTION_WORDS or self._small(at - 1) or self._is("cry", at - 1)
        return not before or small or self._may_name(at - 1)

    def _is_object(self, at: int) -> bool:
        """Whether the word behind, or behind "a" or an article, is a name with its capital."""
        if self.lang == "de":
            return False  # every noun has one
        if self._is("to name", at):
            at += 1
        elif self.lang == "ca":
            return False  # its names have an article
        return self._may_name(at) and self._has_capital(at) and not self._is("nobody", at)

    def _may_name(self, at: int) -> bool:
        """Whether nobody here knows the word, as one says nothing of a name."""
        word = self._word(at)
        if not _LEAST <= len(word) <= _MOST or not word.isalpha() or self.places.holds(word):
            return False
        if word in lost_words() or word in FUNCTION_WORDS:
            return False
        if word in person_words()["names too"]:
            return self._has_capital(at)
        common = self.lang in _BARE_NOUNS and at == 0 and word in real_words()[self.lang]
        return not common and self.lang not in lexicon().words.get(word, ())

    def _has_capital(self, at: int) -> bool:
        written = self.typed[at]
        return written[:1].isupper() and not (len(written) > 1 and written.isupper())

    def _small(self, at: int) -> bool:
        """Whether a word is of everyday speech only: "help", "hello"."""
        entry = lexicon().entries.get(self._word(at))
        return entry is not None and not entry.terms

    def _word(self, at: int) -> str:
        return self.words[at][0] if 0 <= at < len(self.words) and self.words[at] else ""

    def _is(self, kind: str, at: int) -> bool:
        return self._word(at) in alone(self.lang, kind)

    def _spans(self, kind: str) -> Iterator[tuple[int, int]]:
        kinds = kinds_of(self.lang)
        for at in range(len(self.words)):
            ends = (stood[-1] + 1 for told, stood in kinds.starting(self.words, at) if told == kind)
            end = next(ends, None)
            if end is not None:
                yield at, end


_ARTICLES: Final = frozenset({"le", "la", "les", "l", "el", "los", "las", "il", "lo", "the", "der",
                              "die", "das", "de", "het", "en", "na", "els"})  # fmt: skip
