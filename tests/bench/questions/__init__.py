"""The project's own questions: one file a language, each line a question and its reading."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from catalog.model import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER: Final = Path(__file__).parent
NEEDS: Final = range(1, 129)
"""The numbers of the needs of visitors and of their offices."""
_LISTS: Final = frozenset({"party", "mobility", "labels", "themes"})
_KEYS: Final = {"radius": "radius_km", "dur": "duration", "mob": "mobility", "price": "max_price",
                "diff": "difficulty"}  # fmt: skip
_NUMBERS: Final = frozenset({"radius_km", "max_km"})


@dataclass(frozen=True, slots=True)
class Question:
    """`expected`: the keys that a word of `text` fills; `types`: one of them is enough; `need`:
    which one of the 128 needs it stands for, None where it was written for none."""

    text: str
    lang: str
    types: frozenset[str]
    expected: dict[str, object]
    need: int | None = None

    @property
    def held_back(self) -> bool:
        """Whether tuning may not look at it: half of all, by a hash that never changes."""
        return sha256(self.text.encode()).digest()[0] % 2 == 1


def questions() -> Iterator[Question]:
    """All questions, in the order of the languages."""
    for lang in LANGUAGES:
        for line in (FOLDER / f"{lang}.txt").read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                yield _question(line, lang)


def _question(line: str, lang: str) -> Question:
    text, _, reading = line.partition(" => ")
    types, *keys = reading.split(" | ")
    expected: dict[str, object] = {}
    need = None
    for key in keys:
        name, _, value = key.partition(" ")
        name = _KEYS.get(name, name)
        if name == "need":
            need = int(value)
        else:
            expected[name] = _value(name, value)
    return Question(text, lang, frozenset(types.split()) - {"-"}, expected, need)


def _value(name: str, value: str) -> object:
    if name in _LISTS:
        return frozenset(value.split())
    if name == "where":
        return tuple(value.split(" > "))
    if name in _NUMBERS:
        return float(value)
    if name == "max_price":
        return value if value == "low" else float(value)
    if name == "difficulty":
        return frozenset(value.split())
    return value
