"""The names of places that a question can hold: the catalogue's communes and its sites."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from catalog.search.normalise import tokens
from catalog.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.store.reader import Catalogue

_SITE_KINDS: Final = ("attraction", "activity", "office", "itinerary")
_MIN_TYPO_LETTERS: Final = 6
MAX_PLACE_WORDS: Final = 6


def _key(name: str) -> str:
    return " ".join(tokens(name))


class PlaceNames:
    """Place names by their normalised words. Built once for a catalogue, then only read."""

    def __init__(self, communes: Iterable[str], sites: Iterable[str] = ()) -> None:
        self._communes = {key: name for name in communes if (key := _key(name))}
        # A one-word site ("Piscine") is a common noun more often than a place.
        self._sites = {
            key: name
            for name in sites
            if 2 <= len(words(name)) <= MAX_PLACE_WORDS
            and (key := _key(name)) not in self._communes
        }

    @classmethod
    def of(cls, catalogue: Catalogue) -> PlaceNames:
        """The communes and sites of an open catalogue."""
        marks = ", ".join("?" * len(_SITE_KINDS))
        sites = catalogue.rows(
            f"SELECT name FROM listing WHERE kind IN ({marks})",  # noqa: S608 # question marks only
            _SITE_KINDS,
        )
        return cls((commune.name for commune in catalogue.communes()), (name for (name,) in sites))

    def named(self, phrase: str) -> str | None:
        """The place whose whole name these words are."""
        key = _key(phrase)
        return self._communes.get(key) or self._sites.get(key)

    def is_commune(self, name: str) -> bool:
        """Whether a name found is a commune's."""
        return self._communes.get(_key(name)) == name

    def resembling(self, phrase: str) -> str | None:
        """The one commune that a mistyped name stands for: one slip, two in long names.

        None when it is too short to tell, or when two communes are as near.
        """
        key = _key(phrase)
        if len(key) < _MIN_TYPO_LETTERS:
            return None
        slips = 1 if len(key) < 9 else 2
        near = process.extract(
            key, self._communes.keys(), scorer=OSA.distance, score_cutoff=slips, limit=2
        )
        if not near or (len(near) > 1 and near[0][1] == near[1][1]):
            return None
        return self._communes[near[0][0]]
