"""The sentences of the staff's refresh report, in French and in English.

They stand together in `sentences.toml`. Visitors never read them: what visitors read is
translated by `kiosk`, into eight languages.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Final

NARRATIONS: Final = ("fr", "en")
"""The staff's languages; the first is the default."""

_THOUSANDS: Final = {"fr": "\u202f", "en": ","}


class Wording:
    """The sentences of one of NARRATIONS."""

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def say(self, key: str, **values: object) -> str:
        """The sentence `section.name`, its `{names}` filled in."""
        return _sentences()[key][self.lang].format(**values)

    def known(self, key: str) -> str | None:
        """The sentence as it stands, or None: readers may warn of what this table has not."""
        sentence = _sentences().get(key)
        return sentence[self.lang] if sentence else None

    def number(self, count: int) -> str:
        """A count, its thousands set apart as the language does."""
        return f"{count:,}".replace(",", _THOUSANDS[self.lang])


@cache
def _sentences() -> dict[str, dict[str, str]]:
    document = tomllib.loads(
        (files("catalog.refresh") / "sentences.toml").read_text(encoding="utf-8")
    )
    return {
        f"{section}.{name}": sentence
        for section, entries in document.items()
        for name, sentence in entries.items()
    }
