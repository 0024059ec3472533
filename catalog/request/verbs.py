"""The infinitive of a regular form of a verb: ca "mengem" → "menjar", nl "gefietst" → "fietsen".

A form must end as its language conjugates and give an infinitive that the vocabulary has, so a
wrong guess is rare.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from catalog.request.lexicon import lexicon
from catalog.request.needed import needed_words
from catalog.vocabulary.endings import Verbs, verbs

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHORTEST: Final = 3
"""Letters a stem must have: less may be anything."""
_BEHIND: Final = 3
"""How many letters of a stem may stand behind its changing vowel: "encuentr-", "encontr-"."""
_VOWELS: Final = frozenset("aeiou")
_ASKING: Final = frozenset({"asks", "asks_alone", "idea", "hire", "repair", "rule"})


@lru_cache(maxsize=4_000)
def infinitive(word: str, lang: str) -> str | None:
    """The known infinitive that a word is a form of in a language; None where it is none."""
    for conjugation in _of(lang):
        for stem in _stems(word, conjugation):
            found = stem + conjugation.infinitive
            if len(stem) >= _SHORTEST and _known(found, lang):
                return found
    return None


@cache
def _of(lang: str) -> tuple[Verbs, ...]:
    return tuple(every for every in verbs() if every.lang == lang)


def _known(word: str, lang: str) -> bool:
    if lang in needed_words().get(word, ()):
        return True
    entry = lexicon().entries.get(word)
    return entry is not None and (
        any(spoken == lang for _, spoken in entry.terms)
        or any(m.group in _ASKING and lang in m.langs for m in entry.meanings)
    )


def _stems(word: str, conjugation: Verbs) -> Iterator[str]:
    """What may stand before the ending of the infinitive, as it is written there."""
    for end in conjugation.endings:
        if not word.endswith(end):
            continue
        stem = word.removesuffix(end)
        yield from _written(stem, conjugation)
        if conjugation.before and stem.startswith(conjugation.before):
            yield from _written(stem.removeprefix(conjugation.before), conjugation)


def _written(stem: str, conjugation: Verbs) -> Iterator[str]:
    yield stem
    if conjugation.doubled and stem and stem[-1] not in _VOWELS:
        yield stem + stem[-1]
    for form, infinite in conjugation.stems:
        at = stem.rfind(form) if form else len(stem)
        behind = len(stem) - at - len(form)
        if at > 0 and behind <= (_BEHIND if form[:1] in _VOWELS else 0):
            yield stem[:at] + infinite + stem[at + len(form) :]
