"""What people do to a name between the eye and the keyboard, by class of error."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalog.search.function_words import FUNCTION_WORDS
from catalog.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

_AZERTY: Final = ("azertyuiop", "qsdfghjklm", "wxcvbn")
_SOUNDS: Final = (
    ("ph", "f"), ("qu", "k"), ("eau", "o"), ("au", "o"), ("ai", "e"), ("th", "t"), ("ca", "ka"),
    ("co", "ko"), ("ss", "s"), ("an", "en"), ("y", "i"), ("ll", "l"), ("nn", "n"),
)  # fmt: skip


def _neighbour(letter: str, random: Random) -> str:
    for row in _AZERTY:
        at = row.find(letter)
        if at >= 0:
            return random.choice([row[i] for i in (at - 1, at + 1) if 0 <= i < len(row)])
    return letter


def _one(word: str, random: Random, first: int = 1) -> str:
    if len(word) < first + 2:
        return word
    at = random.randrange(first, len(word) - 1)
    match random.randrange(4):
        case 0:
            return word[:at] + word[at + 1 :]
        case 1:
            return word[:at] + word[at] + word[at:]
        case 2:
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        case _:
            return word[:at] + _neighbour(word[at], random) + word[at + 1 :]


def _in_longest(text: str, change: Callable[[str], str]) -> str:
    words = text.split()
    at = max(range(len(words)), key=lambda i: len(words[i]))
    words[at] = change(words[at])
    return " ".join(words)


def _typo(name: str, random: Random) -> str:
    return _in_longest(fold(name), lambda word: _one(word, random))


def _two_typos(name: str, random: Random) -> str:
    return _in_longest(fold(name), lambda word: _one(_one(word, random), random))


def _first_letter(name: str, random: Random) -> str:
    return _in_longest(fold(name), lambda word: _neighbour(word[0], random) + word[1:])


def _sounds(name: str, random: Random) -> str:
    text = fold(name)
    found = [pair for pair in _SOUNDS if pair[0] in text]
    for old, new in random.sample(found, min(2, len(found))):
        text = text.replace(old, new, 1)
    return text


def _cut(name: str, random: Random) -> str:
    words = fold(name).split()
    words[-1] = words[-1][: max(3, len(words[-1]) * 2 // 3)]
    return " ".join(words)


def _cut_typo(name: str, random: Random) -> str:
    return _cut(_typo(name, random), random)


def _order(name: str, random: Random) -> str:
    words = fold(name).split()
    random.shuffle(words)
    return " ".join(words)


def _joined(name: str, random: Random) -> str:
    words = fold(name).split()
    at = random.randrange(len(words) - 1) if len(words) > 1 else 0
    return " ".join([*words[:at], "".join(words[at : at + 2]), *words[at + 2 :]])


def _split(name: str, random: Random) -> str:
    return _in_longest(
        fold(name), lambda w: f"{w[: len(w) // 2]} {w[len(w) // 2 :]}" if len(w) > 6 else w
    )


def _no_small_words(name: str, random: Random) -> str:
    return " ".join(word for word in fold(name).split() if word not in FUNCTION_WORDS)


def _saint(name: str, random: Random) -> str:
    return re.sub(r"\bsaint(e?)\b", r"st\1", fold(name))


CLASSES: Final[dict[str, Callable[[str, Random], str]]] = {
    "exact": lambda name, _: name,
    "no accents": lambda name, _: fold(name),
    "one typo": _typo,
    "two typos": _two_typos,
    "first letter": _first_letter,
    "by ear": _sounds,
    "still typing": _cut,
    "still typing, typo": _cut_typo,
    "word order": _order,
    "joined": _joined,
    "split": _split,
    "no small words": _no_small_words,
    "st for saint": _saint,
}
"""Class → what becomes of a name."""
