"""The sentences of the staff's refresh report, in the eight languages.

They stand in `words/sentences`; what readers and errors say in English stands with its
translations in `words/reasons`. Visitors never read them: what visitors read is translated by
`kiosk`.
"""

from __future__ import annotations

import string
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from catalog.model import LANGUAGES
from catalog.refresh import figures
from catalog.refresh.phrases import phrases
from catalog.refresh.words import tables

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from catalog.errors import HouseError

NARRATIONS: Final = LANGUAGES
"""The staff's languages; the first is the default."""


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

    def reason(self, english: str) -> str:
        """A sentence that a reader or an error says, as the staff reads it; one that the table
        has not stays English."""
        return self._told(english)

    def label(self, english: str) -> str:
        """A reader's `label`."""
        return self._told(english, "label")

    def detail(self, english: str) -> str:
        """A caution's `detail`; nearly always a value of the source, which stays as it is."""
        return self._told(english, "detail")

    def because(self, where: str, english: str) -> str:
        """A reason, after the file or record that it is about where one is named."""
        why = self.reason(english)
        return (
            self.say("letter.because", where=self._told(where, "where"), why=why) if where else why
        )

    def failure(self, error: HouseError) -> str:
        """An error for the terminal: where and why, and the way out on a line of its own."""
        head = self.because(error.where, error.message)
        return f"{head}\n  → {self.reason(error.remedy)}" if error.remedy else head

    def _told(self, english: str, section: str = "") -> str:
        return phrases(section, self.lang).said(english) or english

    def number(self, count: int) -> str:
        """A count, its thousands set apart as the language does."""
        return figures.count(count, self.lang)

    def day(self, date: date) -> str:
        """A date in figures, in the language's order."""
        return figures.day(date, self.lang)


@cache
def _sentences() -> Mapping[str, Mapping[str, str]]:
    return {
        f"{section}.{name}": whole(f"{section}.{name}", sentence)
        for section, entries in tables("sentences").items()
        for name, sentence in entries.items()
    }


def whole(key: str, sentence: Any) -> Mapping[str, str]:
    """An entry of the table, sure to be in all languages with the same names in braces.

    Raises ValueError that names the key: a language forgotten must stop the tests, never a
    refresh on a Monday morning in that language.
    """
    if not isinstance(sentence, dict) or sentence.keys() != set(NARRATIONS):
        found = sorted(sentence) if isinstance(sentence, dict) else type(sentence).__name__
        raise ValueError(f"{key} must be in {', '.join(NARRATIONS)}; found: {found}")
    names = {lang: sorted(_names(words)) for lang, words in sentence.items()}
    wrong = [lang for lang in NARRATIONS if names[lang] != names[NARRATIONS[0]]]
    if wrong:
        raise ValueError(f"{key}: the names in braces differ in {', '.join(wrong)}")
    return sentence


def _names(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}
