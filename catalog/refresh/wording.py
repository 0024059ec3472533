"""The sentences of the staff's refresh report, in French and in English.

They stand in `words/sentences`; what readers and errors say in English stands with its French in
`words/reasons`. Visitors never read them: what visitors read is translated by `kiosk`,
into eight languages.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from catalog.refresh.phrases import phrases
from catalog.refresh.words import tables

if TYPE_CHECKING:
    from catalog.errors import HouseError

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
        return english if self.lang == "en" else phrases(section).french(english) or english

    def number(self, count: int) -> str:
        """A count, its thousands set apart as the language does."""
        return f"{count:,}".replace(",", _THOUSANDS[self.lang])


@cache
def _sentences() -> dict[str, dict[str, str]]:
    return {
        f"{section}.{name}": sentence
        for section, entries in tables("sentences").items()
        for name, sentence in entries.items()
    }
