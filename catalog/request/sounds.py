"""Words as they sound: what is spelt by ear → the known word of a language that sounds the same.

fr "chato" → "chateau", es "castiyo" → "castillo", nl "zwembat" → "zwembad".
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA

from catalog.request.lexicon import SPEECH, lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

_MIN_LETTERS: Final = 5
"""Letters of a word that is known by its sound: of shorter ones too many sound alike."""
_MIN_SAID: Final = 3
_APART: Final = 3
"""How many letters what is heard may differ from what is written: "chato", "chateau"."""
_SOFT: Final = (("ce", "se"), ("ci", "si"), ("cy", "si"), ("ge", "je"), ("gi", "ji"))
_GERMANIC: Final = (
    ("ph", "f"), ("ck", "k"), ("tz", "z"), ("ts", "z"), ("dt", "t"), ("qu", "kw"), ("ie", "i"),
)  # fmt: skip
_IBERIAN: Final = (
    ("ch", "#"), ("que", "ke"), ("qui", "ki"), ("gue", "g_e"), ("gui", "g_i"), *_SOFT,
    ("tj", "j"), ("tg", "j"), ("ll", "i"), ("h", ""), ("b", "v"), ("z", "s"), ("ss", "s"),
    ("q", "k"), ("c", "k"), ("y", "i"), ("w", "gu"), ("_", ""),
)  # fmt: skip
_SPOKEN: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "fr": (
        ("ph", "f"), ("sch", "#"), ("ch", "#"), ("eau", "o"), ("au", "o"), ("qu", "k"),
        ("aill", "ai"), ("ill", "i"), ("gue", "g_e"), ("gui", "g_i"), ("ai", "e"), ("ei", "e"),
        ("tion", "sion"), ("am", "en"), ("em", "en"), ("an", "en"), *_SOFT,
        ("h", ""), ("k", "c"), ("ss", "s"), ("z", "s"), ("y", "i"), ("w", "v"), ("_", ""),
    ),
    "en": (
        ("ph", "f"), ("igh", "i"), ("kn", "n"), ("wh", "w"), ("ck", "k"), ("tch", "#"),
        ("ch", "#"), ("ee", "ea"), ("ce", "se"), ("ci", "si"), ("cy", "si"),
        ("c", "k"), ("ss", "s"), ("z", "s"), ("y", "i"),
    ),
    "de": (
        *_GERMANIC, ("ei", "ai"), ("ay", "ai"), ("ae", "e"), ("oe", "o"), ("ue", "u"),
        ("sch", "#"), ("ah", "a"), ("eh", "e"), ("ih", "i"), ("oh", "o"), ("uh", "u"),
        ("th", "t"), ("v", "f"), ("y", "i"),
    ),
    "nl": (
        *_GERMANIC, ("ij", "#"), ("ei", "#"), ("y", "#"), ("oe", "u"), ("au", "ou"), ("ch", "g"),
        ("th", "t"), ("c", "k"), ("v", "f"), ("z", "s"),
    ),
    "es": _IBERIAN,
    "ca": (("o", "u"), ("ix", "x"), *_IBERIAN),
    "oc": (("lh", "i"), ("nh", "n"), ("ou", "o"), ("u", "o"), *_IBERIAN),
    "it": (
        ("ch", "k"), ("gh", "g"), ("cq", "qu"), ("ck", "k"), ("h", ""), ("c", "k"), ("x", "s"),
        ("y", "i"), ("j", "i"), ("z", "s"), ("w", "v"),
    ),
}  # fmt: skip
"""What is written → what is heard, in order, by language."""
_HARD: Final = {
    "de": (("ch", "k"), ("g", "k"), ("d", "t"), ("b", "p")),
    "nl": (("d", "t"),),
}
"""What ends a word as another letter would."""
_SILENT: Final = {
    "fr": re.compile(r"(?<=...)(?:es?|[stxdp]{1,2})$"),
    "oc": re.compile(r"(?<=...)[nstr]$"),
    "ca": re.compile(r"(?<=...)[ae]$"),
}
"""What is not heard at the end of a word."""


def spoken_as(word: str, lang: str) -> str | None:
    """The one known word of the language that sounds like this one and is written nearly so;
    None where there is none, or where two of different meaning do."""
    if len(word) < _MIN_LETTERS:
        return None
    found = [
        (apart, said)
        for said in _heard(lang).get(sound(word, lang), ())
        if (apart := OSA.distance(word, said)) <= _APART and apart * 2 < len(said)
    ]
    if not found:
        return None
    found.sort()
    entries = lexicon().entries
    nearest = [said for apart, said in found if apart == found[0][0]]
    if len(nearest) > 1 and any(entries[said] != entries[nearest[0]] for said in nearest[1:]):
        return None
    return nearest[0]


def sound(word: str, lang: str) -> str:
    """How a word sounds in a language, roughly."""
    for written, spoken in _SPOKEN[lang]:
        if written in word:
            word = word.replace(written, spoken)
    heard = "".join([char for at, char in enumerate(word) if at == 0 or char != word[at - 1]])
    for written, spoken in _HARD.get(lang, ()):
        if heard.endswith(written):
            heard = heard.removesuffix(written) + spoken
    silent = _SILENT.get(lang)
    return silent.sub("", heard) if silent else heard


@cache
def _heard(lang: str) -> Mapping[str, tuple[str, ...]]:
    """The words of a language that say something, by their sound."""
    found: dict[str, list[str]] = {}
    for said, entry in lexicon().entries.items():
        if len(said) < _MIN_SAID or lang not in entry.langs or not said.isalpha():
            continue
        if any(spoken == lang for _, spoken in entry.terms) or any(
            meaning.group != SPEECH and lang in meaning.langs for meaning in entry.meanings
        ):
            found.setdefault(sound(said, lang), []).append(said)
    return {heard: tuple(words) for heard, words in found.items()}
