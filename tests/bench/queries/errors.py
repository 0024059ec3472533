"""What people do to a name between the eye and the keyboard: one function a way to err.

Each takes a name and a source of chance, and gives what is typed, or None where a name offers no
occasion for that error (no apostrophe, no hyphen, one word only).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalog.search.function_words import FUNCTION_WORDS
from catalog.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

_AZERTY: Final = ("azertyuiop", "qsdfghjklm", " wxcvbn  ")
_SHORTEST: Final = 4
"""Letters of the shortest word that an error befalls: shorter ones are mostly small words."""


def _neighbours() -> dict[str, str]:
    """The keys that touch each key."""
    found: dict[str, str] = {}
    for row, keys in enumerate(_AZERTY):
        for column, key in enumerate(keys):
            around = {
                _AZERTY[y][x]
                for y, x in (
                    (row, column - 1), (row, column + 1), (row - 1, column), (row - 1, column + 1),
                    (row + 1, column), (row + 1, column - 1),
                )
                if 0 <= y < len(_AZERTY) and 0 <= x < len(_AZERTY[y])
            }  # fmt: skip
            found[key] = "".join(sorted(around - {" ", key}))
    return found


NEIGHBOURS: Final = _neighbours()


def _neighbour(letter: str, random: Random) -> str:
    return random.choice(NEIGHBOURS.get(letter) or letter)


def _within(name: str, random: Random, change: Callable[[str], str | None]) -> str | None:
    """The folded name with one of its longer words changed; the longer, the likelier."""
    words = fold(name).split()
    places = [at for at, word in enumerate(words) if len(word) >= _SHORTEST and word.isalpha()]
    while places:
        (at,) = random.choices(places, [len(words[place]) for place in places])
        changed = change(words[at])
        if changed is not None and changed != words[at]:
            return " ".join([*words[:at], changed, *words[at + 1 :]])
        places.remove(at)
    return None


def as_written(name: str, random: Random) -> str:
    """Letter for letter."""
    return name


def without_accents(name: str, random: Random) -> str:
    """As on a keyboard that has none."""
    return fold(name)


def _delete(word: str, random: Random) -> str:
    at = random.randrange(1, len(word))
    return word[:at] + word[at + 1 :]


def _insert(word: str, random: Random) -> str:
    at = random.randrange(1, len(word))
    return (
        word[:at]
        + (word[at] if random.random() < 0.5 else _neighbour(word[at], random))
        + word[at:]
    )


def _substitute(word: str, random: Random) -> str:
    at = random.randrange(1, len(word))
    return word[:at] + _neighbour(word[at], random) + word[at + 1 :]


def _transpose(word: str, random: Random) -> str | None:
    places = [at for at in range(1, len(word) - 1) if word[at] != word[at + 1]]
    if not places:
        return None
    at = random.choice(places)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


_SLIPS: Final = (_delete, _insert, _substitute, _transpose)


def deletion(name: str, random: Random) -> str | None:
    """A letter forgotten, not the first of its word."""
    return _within(name, random, lambda word: _delete(word, random))


def insertion(name: str, random: Random) -> str | None:
    """A letter doubled, or a neighbouring key touched as well."""
    return _within(name, random, lambda word: _insert(word, random))


def substitution(name: str, random: Random) -> str | None:
    """A neighbouring key of a French keyboard for another, not the first of its word."""
    return _within(name, random, lambda word: _substitute(word, random))


def transposition(name: str, random: Random) -> str | None:
    """Two letters in the wrong order, not the first of its word."""
    return _within(name, random, lambda word: _transpose(word, random))


def first_letter(name: str, random: Random) -> str | None:
    """The first letter of a word forgotten, wrong, or after the second."""

    def change(word: str) -> str:
        match random.randrange(3):
            case 0:
                return word[1:]
            case 1:
                return word[1] + word[0] + word[2:]
            case _:
                return _neighbour(word[0], random) + word[1:]

    return _within(name, random, change)


def slip(name: str, random: Random) -> str | None:
    """One error of the fingers, of any of the four sorts."""
    return _within(name, random, lambda word: random.choice(_SLIPS)(word, random))


def two_errors(name: str, random: Random) -> str | None:
    """Two slips of the fingers, in one word or in two."""
    once = slip(name, random)
    twice = slip(once, random) if once is not None else None
    return None if twice == fold(name) else twice


def apostrophes(name: str, random: Random) -> str | None:
    """Apostrophes left out: "labbaye"."""
    if not re.search(r"\w['’]\w", name):
        return None
    return fold(re.sub(r"(?<=\w)['’](?=\w)", "", name))


def hyphens(name: str, random: Random) -> str | None:
    """Hyphens left out, what they joined now one word: "saintantonin noble val"."""
    places = [found.start() for found in re.finditer(r"(?<=\w)-(?=\w)", name)]
    if not places:
        return None
    at = random.choice(places)
    return fold(name[:at] + name[at + 1 :])


def saints(name: str, random: Random) -> str | None:
    """Saint and sainte cut short, with a full stop or without."""
    text = fold(name)
    dot = random.choice(("", "."))
    changed = re.sub(r"\bsaint(e?)\b", rf"st\1{dot}", text)
    return None if changed == text else changed


def joined(name: str, random: Random) -> str | None:
    """Two neighbouring words as one."""
    words = fold(name).split()
    if len(words) < 2:
        return None
    at = random.randrange(len(words) - 1)
    return " ".join([*words[:at], words[at] + words[at + 1], *words[at + 2 :]])


def split(name: str, random: Random) -> str | None:
    """A space inside a long word: "roc amadour"."""
    return _within(name, random, lambda word: _cut_in_two(word, random) if len(word) >= 7 else None)


def _cut_in_two(word: str, random: Random) -> str:
    at = random.randrange(3, len(word) - 2)
    return f"{word[:at]} {word[at:]}"


def beginning(name: str, random: Random) -> str | None:
    """Still typing: the last words missing, the last one typed cut short."""
    text = fold(name)
    least = max(4, len(text) // 3)
    cuts = [at for at in range(least, len(text)) if text[at - 1] != " " and text[at] != " "]
    return text[: random.choice(cuts)] if cuts else None


def word_order(name: str, random: Random) -> str | None:
    """The words in another order."""
    words = fold(name).split()
    others = [word for word in words if word not in FUNCTION_WORDS]
    if len(set(others)) < 2:
        return None
    mixed = list(words)
    while mixed == words:
        random.shuffle(mixed)
    return " ".join(mixed)


def no_small_words(name: str, random: Random) -> str | None:
    """Articles and prepositions left out."""
    words = fold(name).split()
    kept = [word for word in words if word not in FUNCTION_WORDS]
    return " ".join(kept) if kept and len(kept) < len(words) else None


_FRENCH_EAR: Final = (
    (r"ph", "f"), (r"eaux?\b", "o"), (r"eau", "o"), (r"au", "o"), (r"qu", "k"),
    (r"c(?=[aou])", "k"),
    (r"c(?=[ei])", "s"), (r"(?<=[aeiou])ss(?=[aeiou])", "c"), (r"ch(?=r)", "k"), (r"th", "t"),
    (r"(?<!c)h", ""), (r"y", "i"), (r"([lmnprt])\1", r"\1"), (r"ai", "e"), (r"ei", "e"),
    (r"an", "en"), (r"en(?=[tdcs])", "an"), (r"ain", "in"), (r"ein", "in"), (r"oi", "oua"),
    (r"(?<=\w{3})[tdsxp]\b", ""), (r"(?<=\w{3})es?\b", ""), (r"(?<=\w{3})er\b", "e"),
    (r"g(?=[ei])", "j"), (r"ge(?=[ao])", "j"), (r"gn", "ni"), (r"tion", "sion"), (r"ille", "iye"),
    (r"om(?=[bp])", "on"), (r"am(?=[bp])", "an"), (r"(?<=[aeiou])s(?=[aeiou])", "z"),
    (r"oeu", "e"), (r"x", "ks"), (r"ou", "oo"), (r"que\b", "k"),
)  # fmt: skip
"""French spellings of one sound, as a child or somebody in a hurry writes them."""

_FOREIGN_EARS: Final[dict[str, Sequence[tuple[str, str]]]] = {
    "en": (
        (r"ch", "sh"), (r"ou", "oo"), (r"eau", "oh"), (r"au", "o"), (r"(?<=\w{3})[tdsx]\b", ""),
        (r"ai", "ay"), (r"(?<=\w{3})e\b", ""), (r"qu", "k"), (r"gn", "ny"), (r"oi", "wa"),
        (r"ille", "ee"), (r"(?<=[bcdfglmnprst])i(?=[bcdfglmnprst])", "ee"), (r"j", "zh"),
        (r"(?<=\w{2})ier\b", "yay"), (r"u(?=[bcdfglmnprst])", "oo"),
    ),
    "de": (
        (r"ch", "sch"), (r"ou", "u"), (r"eau", "o"), (r"au", "o"), (r"ai", "ä"), (r"qu", "k"),
        (r"c(?=[aou])", "k"), (r"v", "w"), (r"(?<=\w{3})[tdsx]\b", ""),
        (r"u(?=[bcdfglmnprst])", "ü"),
        (r"gn", "nj"), (r"oi", "oa"), (r"j", "sch"), (r"s(?=[pt])", "sch"), (r"z", "s"),
    ),
    "es": (
        (r"ou", "u"), (r"eau", "o"), (r"au", "o"), (r"v", "b"), (r"gn", "ñ"), (r"qu", "k"),
        (r"ch", "sh"), (r"j", "ll"), (r"ss", "s"), (r"(?<=\w{3})[tdsx]\b", ""), (r"oi", "ua"),
        (r"([lmnprt])\1", r"\1"), (r"\bs(?=[ptc])", "es"), (r"ai", "e"), (r"ç", "s"), (r"z", "c"),
    ),
    "it": (
        (r"ch", "sc"), (r"ou", "u"), (r"eau", "o"), (r"au", "o"), (r"qu", "c"), (r"gn", "gn"),
        (r"ph", "f"), (r"j", "g"), (r"(?<=\w{3})[tdsx]\b", ""), (r"oi", "ua"), (r"y", "i"),
        (r"h", ""), (r"ai", "e"), (r"th", "t"), (r"c(?=[aou])", "c"), (r"k", "c"),
    ),
    "nl": (
        (r"ou", "oe"), (r"ch", "sj"), (r"eau", "o"), (r"au", "o"), (r"qu", "k"),
        (r"c(?=[aou])", "k"),
        (r"ai", "e"), (r"u(?=[bcdfglmnprst])", "uu"), (r"(?<=\w{3})[tdsx]\b", ""), (r"gn", "nj"),
        (r"oi", "wa"), (r"ge", "zje"), (r"y", "i"), (r"z", "s"),
    ),
}  # fmt: skip
"""How readers of other languages write down what they heard, each by the rules of their own."""


def _heard(name: str, random: Random, rules: Sequence[tuple[str, str]], most: int) -> str | None:
    text = fold(name)
    usable = [rule for rule in rules if re.search(rule[0], text)]
    for old, new in random.sample(usable, min(most, len(usable))):
        text = re.sub(old, new, text, count=1)
    return None if text == fold(name) or len(fold(text)) < 3 else text


def by_ear(name: str, random: Random) -> str | None:
    """Written as it sounds in French, in two or three places."""
    return _heard(name, random, _FRENCH_EAR, random.choice((2, 2, 3)))


def foreign_ear(name: str, random: Random) -> str | None:
    """Written as it sounds to an English, German, Spanish, Italian or Dutch ear."""
    rules = _FOREIGN_EARS[random.choice(sorted(_FOREIGN_EARS))]
    return _heard(name, random, rules, random.choice((1, 2, 2)))


WHOLE: Final[dict[str, Callable[[str, Random], str | None]]] = {
    "exact": as_written,
    "no accents": without_accents,
    "deletion": deletion,
    "insertion": insertion,
    "substitution": substitution,
    "transposition": transposition,
    "first letter": first_letter,
    "two errors": two_errors,
    "apostrophes": apostrophes,
    "hyphens": hyphens,
    "st, ste": saints,
    "joined": joined,
    "split": split,
    "word order": word_order,
    "no small words": no_small_words,
    "by ear": by_ear,
    "foreign ear": foreign_ear,
}
"""Class → what becomes of a whole name."""
