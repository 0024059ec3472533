"""A word nobody knows → the known word it was meant to be, within strict budgets.

An ending, then two words in one, then one slip of the finger. Where two words of different
meaning are as near, it stays as typed: a wrong guess is worse than none.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from catalog.request.lexicon import lexicon
from catalog.request.sounds import spoken_as
from catalog.request.spacing import apart, elided
from catalog.vocabulary import bound_heads

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_MIN_SLIP: Final = 5
"""Letters a word must have before a slip is forgiven."""
_MIN_TWO_SLIPS: Final = 9
_MIN_ABROAD: Final = 8
"""Letters of a word that is known through a slip in a question in another language."""
_ENDINGS: Final = {
    "en": ("s", "es"),
    "de": ("s", "es", "n", "en", "e", "er", "em"),
    "nl": ("s", "en", "n", "e", "er", "tje", "tjes", "je", "jes", "etje", "etjes", "pje", "pjes"),
}
"""What a language puts behind its words: English no German -er ("banker" is no bank)."""
_ROMANCE: Final = ("s", "es", "n", "en", "e", "er", "em", "x")
_LEFT: Final = ("e", "n", "en", "s")
"""What may be left out at the end of a word."""
_ENGLISH_LEFT: Final = ("s",)
_VOWELS: Final = "aeio"
_DIMINUTIVE: Final = {
    "es": re.compile(r"(?:ec|c)?(?:it|ill)[oa]s?$"),
    "ca": re.compile(r"et(?:a|s|es)?$"),
    "oc": re.compile(r"(?:et(?:a|s|as)?|on[as]?|onas)$"),
    "it": re.compile(r"(?:in|ett|ell)[oaie]$"),
}
_OPENING: Final = ("", "e", "en", "n")
"""What may be missing of the first part of a compound: de "Tauchkurs", nl "duikcursus"."""
_PLAIN: Final = ("", "e")
_LINKS: Final = ("", "s", "n", "en", "es", "e")
_GERMANIC: Final = frozenset({"de", "nl"})
_MIN_PART: Final = 4
_MIN_HEAD: Final = 5
_MIN_LED: Final = 8
_MIN_COMPOUND: Final = 9
_DOTS: Final = (("ae", "a"), ("oe", "o"), ("ue", "u"))
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_ROWS: Final = (
    *("qwertyuiop", "asdfghjkl", "zxcvbnm"),
    *("azertyuiop", "qsdfghjklm", "wxcvbn"),
    *("qwertzuiop", "yxcvbnm"),
)
_BESIDE: Final = {
    letter: "".join(
        {
            row[near]
            for row in _ROWS
            for near in (row.find(letter) - 1, row.find(letter) + 1)
            if letter in row and 0 <= near < len(row)
        }
    )
    for letter in _LETTERS
}
"""The keys beside each letter, on a French, German or English keyboard."""
_NAMING: Final = frozenset(
    {"asks", "party", "offspring", "mobility", "day", "part", "weather", "season", "month", "meal",
     "duration", "tour", "hire", "repair", "name"}
)  # fmt: skip
"""Groups of words that may open a compound."""
_ENDING: Final = frozenset({"speech", "unit", "travel", "plan", "absorbs"})
_WHO: Final = frozenset({"party", "mobility"})
_SOUNDS: Final = (
    ("ph", "f"), ("qu", "k"), ("ck", "k"), ("c", "k"), ("y", "i"), ("z", "s"), ("eau", "o"),
    ("au", "o"), ("ai", "e"), ("ei", "e"), ("an", "en"), ("h", ""), ("b", "v"), ("w", "v"),
)  # fmt: skip


def nearest(word: str, known: Sequence[str]) -> str | None:
    """The one name within the budget of a whole mistyped name."""
    if len(word) < _MIN_SLIP + 1:
        return None
    slips = 1 if len(word) < _MIN_TWO_SLIPS else 2
    near = process.extract(word, known, scorer=OSA.distance, score_cutoff=slips, limit=2)
    if not near or (len(near) > 1 and near[0][1] == near[1][1]):
        return None
    return str(near[0][0])


@cache
def _by_length() -> Mapping[int, Sequence[str]]:
    """The words of the lexicon, by how many letters they have."""
    found: dict[int, list[str]] = {}
    for word in lexicon().words:
        found.setdefault(len(word), []).append(word)
    return found


class Speller:
    """Corrects words against the lexicon and the words of places."""

    def __init__(self, places: Mapping[str, object]) -> None:
        self._places = places
        known = lexicon().words
        by_length = {length: list(words) for length, words in _by_length().items()}
        for word in places:
            if word not in known:
                by_length.setdefault(len(word), []).append(word)
        self._by_length = by_length
        self.correct = lru_cache(maxsize=2_000)(self._correct)

    def knows(self, word: str) -> bool:
        """Whether a word needs no correction."""
        return word in lexicon().words or word in self._places

    def names(self, word: str) -> bool:
        """Whether a place is named so, or by a name with this word in it."""
        return word in self._places

    def _correct(self, word: str, lang: str, heard: frozenset[str]) -> tuple[str, ...]:
        """The word or words meant by an unknown one; () when nothing is near enough. `heard`:
        the languages that may be spoken here, `lang` most of all."""
        if len(word) < _MIN_PART or len(word) > 40 or not word.isalpha():
            return ()
        word = _dotted(word, lang)
        if lang in lexicon().words.get(word, ()):
            return (word,)
        ended = self._without_ending(word, lang, heard)
        if ended is not None:
            return (ended,)
        heard_as = spoken_as(word, lang)
        if heard_as is not None:
            return (heard_as,)
        return (
            apart(word, lang)
            or elided(word, lang, self._places)
            or self._parted(word, lang, heard)
            or self._compound_elsewhere(word, lang, heard)
            or self._slipped(word, lang, heard)
        )

    def _compound_elsewhere(self, word: str, lang: str, heard: frozenset[str]) -> tuple[str, ...]:
        """A long German or Dutch compound where the other words do not tell the language: "of"
        is Dutch and English."""
        if lang in _GERMANIC or len(word) < _MIN_COMPOUND:
            return ()
        others = [(other, frozenset({other})) for other in sorted(heard & _GERMANIC)]
        found = (self._two(word, *other) or self._dated(word, *other) for other in others)
        return next((parts for parts in found if parts), ())

    def _without_ending(self, word: str, lang: str, heard: frozenset[str]) -> str | None:
        entries = lexicon().entries
        sure = len(heard) == 1
        stems = [word.removesuffix(e) for e in _ENDINGS.get(lang, _ROMANCE) if word.endswith(e)]
        if lang not in _ENDINGS or not sure:
            if word[-1] in _VOWELS:
                stems += [word[:-1] + vowel for vowel in _VOWELS]
            if word.endswith(("os", "as")):
                stems += [word[:-2] + "o", word[:-2] + "a"]
        if lang in _DIMINUTIVE:
            stems += _full(word, lang)
        stems += [word + end for end in (_ENGLISH_LEFT if sure and lang == "en" else _LEFT)]
        found = [
            stem
            for stem in stems
            if len(stem) >= _MIN_PART and stem in entries and heard & entries[stem].langs
        ]
        found.sort(key=lambda stem: lang not in entries[stem].langs)
        return found[0] if found else None

    def _parted(self, word: str, lang: str, heard: frozenset[str]) -> tuple[str, ...]:
        """What a word is made of: of two known ones, of a known last one, of who comes or how."""
        parts = self._two(word, lang, heard)
        if parts:
            return parts
        entries, germanic = lexicon().entries, lang in _GERMANIC
        if germanic:
            if dated := self._dated(word, lang, heard):
                return dated
            for cut in range(3, len(word) - _MIN_HEAD + 1):
                head = word[cut:]
                if head in bound_heads()[lang]:
                    continue
                if (entry := entries.get(head)) and entry.terms and lang in entry.langs:
                    return (head,)
        return self._led(word, _MIN_HEAD if germanic else _MIN_LED)

    def _two(self, word: str, lang: str, heard: frozenset[str]) -> tuple[str, ...]:
        """Two known words of one language written as one: German and Dutch compounds, a
        forgotten space."""
        entries, germanic = lexicon().entries, lang in _GERMANIC
        least = 3 if germanic else _MIN_PART
        for cut in range(least, len(word) - least + 1):
            head = word[cut:]
            placed = len(head) >= _MIN_PART and head in self._places
            if head not in entries and not placed:
                continue
            if germanic and not placed and not _may_end(head):
                continue
            for link in _LINKS if germanic else ("",):
                first = word[:cut].removesuffix(link) if link else word[:cut]
                if len(first) < least:
                    continue
                for said in [first + end for end in (_OPENING if germanic else _PLAIN)]:
                    named = said in self._places or not germanic or _opens(said, head)
                    if self._together(said, head, heard) and named:
                        return (said, head)
        return ()

    def _dated(self, word: str, lang: str, heard: frozenset[str]) -> tuple[str, ...]:
        """A compound that opens with a day and a part of it: de "Freitagabendkonzert"."""
        for cut in range(len(word) - _MIN_PART, 2 * _MIN_PART, -1):
            if word[cut:] in lexicon().entries and _may_end(word[cut:]):
                for link in _LINKS[:2]:
                    parts = self._two(word[:cut].removesuffix(link), lang, heard)
                    if parts and _says(parts[0], "day") and _tells_part(parts[1]):
                        return (*parts, word[cut:])
        return ()

    def _together(self, first: str, head: str, heard: frozenset[str]) -> bool:
        """Whether both words are said in one language that may be spoken here; a place is named
        in any."""
        words = lexicon().entries
        for part in (first, head):
            if part in self._places:
                continue
            if part not in words:
                return False
            heard &= words[part].langs
        return bool(heard)

    @staticmethod
    def _led(word: str, least: int) -> tuple[str, ...]:
        """A compound led by who comes or how: "Rollstuhlzugang", "motorradfreundlich"."""
        for cut in range(len(word) - 2, least - 1, -1):
            entry = lexicon().entries.get(word[:cut])
            if entry is not None and any(m.group in _WHO for m in entry.meanings):
                return (word[:cut],)
        return ()

    def _slipped(self, word: str, lang: str, heard: frozenset[str]) -> tuple[str, ...]:
        if len(word) < _MIN_SLIP:
            return self._swapped(word, lang)
        slips = 1 if len(word) < _MIN_TWO_SLIPS else 2
        near = [
            candidate
            for length in range(len(word) - slips, len(word) + slips + 1)
            for candidate, distance, _ in process.extract(
                word, self._by_length.get(length, ()), scorer=OSA.distance, score_cutoff=slips,
                limit=24,
            )
            if self._likely(word, candidate, int(distance))
            and self._told(candidate, int(distance), heard)
        ]  # fmt: skip
        if not near:
            return ()
        ranked = sorted(near, key=lambda candidate: self._rank(word, candidate, lang))
        best = ranked[0]
        if len(ranked) > 1:
            second = ranked[1]
            same = self._rank(word, best, lang) == self._rank(word, second, lang)
            entries = lexicon().entries
            if same and entries.get(best) != entries.get(second):
                return ()
        return (best,)

    def _swapped(self, word: str, lang: str) -> tuple[str, ...]:
        """The one short word of the language whose inner letters stand in another order: "Hnud",
        "taix"."""
        words = lexicon().words
        found = {
            meant
            for at in range(1, len(word) - 1)
            if lang
            in words.get(meant := f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}", ())
        }
        return tuple(found) if len(found) == 1 else ()

    def _told(self, candidate: str, slips: int, heard: frozenset[str]) -> bool:
        """Whether a word is said in a language that may be spoken here; a place is named in any,
        and one slip in a long word leaves no doubt."""
        if candidate in self._places or (slips == 1 and len(candidate) >= _MIN_ABROAD):
            return True
        return bool(heard & lexicon().words[candidate])

    @staticmethod
    def _likely(word: str, candidate: str, slips: int) -> bool:
        """Whether a hand slips this way: short words forgive a letter too many, too few, two
        swapped or one that sounds the same, but not any other letter."""
        if slips == 2:
            return word[0] == candidate[0] or _sound(word) == _sound(candidate)
        if len(candidate) < _MIN_SLIP and _sound(word) != _sound(candidate):
            return False
        if len(word) != len(candidate) or sorted(word) == sorted(candidate):
            return len(word) > _MIN_SLIP or word[0] == candidate[0]
        return len(word) > 6 or _sound(word) == _sound(candidate) or _key_beside(word, candidate)

    def _rank(self, word: str, candidate: str, lang: str) -> tuple[bool, int, bool, bool, bool]:
        langs = lexicon().words.get(candidate, frozenset({lang}))
        return (
            lang not in langs,
            int(OSA.distance(word, candidate)),
            sorted(word) != sorted(candidate),
            _sound(word) != _sound(candidate),
            word[0] != candidate[0],
        )


def _names(word: str) -> bool:
    """Whether a word tells a thing, a time, who comes or how: no article, no "unter"."""
    entry = lexicon().entries.get(word)
    if entry is None:
        return False
    return bool(entry.terms) or any(meaning.group in _NAMING for meaning in entry.meanings)


def _opens(first: str, head: str) -> bool:
    """Whether a compound may open so: "zweistündig" counts, "Einkauf" does not."""
    return _names(first) or (_says(first, "number") and _says(head, "unit"))


def _says(word: str, group: str) -> bool:
    entry = lexicon().entries.get(word)
    return entry is not None and any(meaning.group == group for meaning in entry.meanings)


def _tells_part(word: str) -> bool:
    """Whether it is a part of the day; "Morgen" is tomorrow besides."""
    return _says(word, "part") or _says(word, "day")


def _may_end(word: str) -> bool:
    """Whether a compound may end so: with what names something, or with a long word that says
    nothing: "-besuch"."""
    if _names(word):
        return True
    entry = lexicon().entries[word]
    return len(word) >= _MIN_HEAD and any(m.group in _ENDING for m in entry.meanings)


def _dotted(word: str, lang: str) -> str:
    """German without a key for its dots: "fruehstueck"."""
    if lang != "de":
        return word
    for written, meant in _DOTS:
        word = word.replace(written, meant)
    return word


def _full(word: str, lang: str) -> list[str]:
    """What a diminutive may be made of: es "fresquito", "pueblecitos", ca "concertet"."""
    stem = _DIMINUTIVE[lang].sub("", word)
    if stem == word:
        return []
    hard = stem[:-2] + "c" if stem.endswith("qu") else stem[:-1] if stem.endswith("gu") else stem
    return [hard + "o", hard + "a", hard + "e", hard, stem + "e"]


def _key_beside(word: str, candidate: str) -> bool:
    """Whether the one other letter of a thing's name lies beside the right key, on the keyboard
    of any of the languages."""
    if word[0] != candidate[0] or not _names(candidate):
        return False
    typed, meant = next(
        (pair for pair in zip(word, candidate, strict=True) if pair[0] != pair[1]), ("", "")
    )
    return meant in _BESIDE.get(typed, "")


@lru_cache(maxsize=4_000)
def _sound(word: str) -> str:
    """How a word sounds, roughly: doubled letters once, letters that sound alike as one."""
    for written, spoken in _SOUNDS:
        word = word.replace(written, spoken)
    heard = "".join(char for n, char in enumerate(word) if n == 0 or char != word[n - 1])
    return heard.rstrip("est") or heard
