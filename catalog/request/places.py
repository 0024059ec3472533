"""The names of places that a question can hold: the gazetteer's and the catalogue's."""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from catalog.model import Kind
from catalog.request.lexicon import lexicon
from catalog.request.spelling import Speller, nearest
from catalog.search.function_words import FUNCTION_WORDS
from catalog.search.normalise import tokens
from catalog.vocabulary import real_words
from catalog.vocabulary.asking import named_places
from catalog.vocabulary.particles import particles
from catalog.vocabulary.places import place_words
from catalog.vocabulary.surroundings import surroundings

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from catalog.store.reader import Catalogue

_SITE_KINDS: Final = ("attraction", "activity", "office", "itinerary")
_HOUSE_KINDS: Final = ("producer", "lodging", "food")
"""Kinds of houses: many are called after their town, or by an article and a word ("Les Copains"),
and so is much else."""
MAX_PLACE_WORDS: Final = 6
_THOUSANDS: Final = re.compile(r"(?<=\d) (?=\d{3}\b)")
_MIN_LETTERS: Final = 3
_MAX_NAME: Final = 80
_HALF_LETTERS: Final = 5
"""Letters of a word that tells a site by itself."""
_OWN_NAME: Final = re.compile(r"(?<=[\s’'-])[^\W\d_]+")
_SUBTITLE: Final = re.compile(r"\s[-–:(]\s?|[,(]")
"""What stands behind the name in a name: "Corderie Royale - Centre International de la Mer"."""
_TELLING: Final = 2
_UNFINISHED: Final = particles("unfinished_name")
_TITLE_CASE: Final = re.compile(
    rf"\b(?:{'|'.join(sorted(word.capitalize() for word in particles('large_in_titles')))})\b"
)
"""Names in which every word is written large tell none that is proper."""


@lru_cache(maxsize=8_000)
def _key(name: str) -> str:
    return " ".join(tokens(name))


@cache
def _around() -> Mapping[str, str]:
    """The names of the surroundings by their normalised words."""
    return {_key(said): name for said, name in surroundings().names.items()}


@cache
def _gazetteer() -> Mapping[str, str]:
    """The names of the gazetteer, as their normalised words."""
    found: dict[str, str] = {}
    for name, place in named_places().items():
        for said in (name, *place.names()):
            found.setdefault(_key(said), name)
    return found


@cache
def _longest_around() -> Mapping[str, int]:
    """How many words the longest name of the surroundings has, by its first word."""
    found: dict[str, int] = {}
    for key in _around():
        parts = key.split(" ")
        found[parts[0]] = max(len(parts), found.get(parts[0], 0))
    return found


@cache
def _words_around() -> frozenset[str]:
    return frozenset(word for key in _around() for word in key.split(" "))


@cache
def _words_of_towns() -> frozenset[str]:
    """The words of the names that the gazetteer has for towns and territories."""
    return frozenset(
        word
        for name, place in named_places().items()
        if not place.kinds
        for said in (name, *place.names())
        for word in tokens(said)
    )


def _before_its_own(name: str, own: Container[str]) -> list[str]:
    """The everyday words before the proper name that ends a name; none where others follow it."""
    written = [_key(each).split(" ") for each in name.split()]
    proper = [any(part in own for part in parts) for parts in written]
    first = proper.index(True) if True in proper else 0
    return [part for parts in written[:first] for part in parts] if all(proper[first:]) else []


class PlaceNames:
    """Place names by their normalised words. Built once for a catalogue, then only read.

    The gazetteer always stands behind the names given, and the surroundings behind both. Of the
    sites, only those count whose name holds a word that is not everyday: "Piscine municipale" is
    anywhere.
    """

    def __init__(self, communes: Iterable[str], sites: Iterable[str] = ()) -> None:
        self._names = dict(_gazetteer())
        self._everyday = {name for name, place in named_places().items() if place.everyday}
        self._sites: list[str] = [name for name, place in named_places().items() if place.kinds]
        self._communes = {key: name for name in communes if (key := _key(name))}
        written = frozenset(self._communes.values())
        # A town is written as the catalogue writes it.
        self._names.update(
            (key, name)
            for key, name in self._communes.items()
            if self._names.get(key, name) == name or name in written
        )
        self._add_other_names()
        self._words = {word: () for key in self._names for word in key.split()}
        self.speller = Speller(self._words)
        self._longest = dict(_longest_around())
        for key in self._names:
            self._lengthen(key.split(" "))
        # After the speller: a slip is never taken for a place so far.
        self._names = {**_around(), **self._names}
        self._everyday |= surroundings().everyday - set(self._communes.values())
        self._kinds: dict[str, tuple[Kind, ...]] = {}
        self._plain: dict[str, str] = {}
        self._town = {name: place.town[0] for name, place in named_places().items() if place.town}
        self._add_sites((_key(name), name, None, None) for name in sites)

    @classmethod
    def of(cls, catalogue: Catalogue) -> PlaceNames:
        """The communes and sites of an open catalogue; its search tables have their words."""
        kinds = (*_SITE_KINDS, *_HOUSE_KINDS)
        marks = ", ".join("?" * len(kinds))
        found = cls(commune.name for commune in catalogue.communes())
        found._add_sites(
            catalogue.rows(
                "SELECT DISTINCT name, title, kind, town FROM search_doc "  # noqa: S608 # marks only
                "JOIN search_class ON search_class.id = class "
                f"JOIN search_place ON search_place.id = place WHERE kind IN ({marks})",
                kinds,
            )
        )
        return found

    def _add_other_names(self) -> None:
        """What else the towns of the catalogue are called, as search knows it too: "Bayona" is
        Bayonne; no name that is an everyday word of any language."""
        known = place_words().aliases
        for name in tuple(self._communes.values()):
            for said in known.get(name, ()):
                key = _key(said)
                if len(key) >= _MIN_LETTERS and key not in lexicon().words:
                    self._names.setdefault(key, name)

    def _add_sites(self, sites: Iterable[tuple[str, str, str | None, str | None]]) -> None:
        everyday = lexicon().words.__contains__
        towns = _words_around().union(*(key.split(" ") for key in self._communes))
        for key, name, kind, town in sites:
            parts = key.split(" ")
            own = [part for part in parts if not everyday(part)]
            after = kind in _HOUSE_KINDS and self._after_site(parts)
            if kind not in _HOUSE_KINDS:
                self._sites.append(name)
                self._add_plain(parts, own, name)
            elif not after and (
                towns.issuperset(own) or len(FUNCTION_WORDS & {*parts}) > len(parts) - 2
            ):
                continue
            if town not in {None, name}:
                self._town.setdefault(name, town)
            if (
                2 <= len(parts) <= MAX_PLACE_WORDS
                and len(name) <= _MAX_NAME
                and (own or after)
                and self._names.setdefault(key, name) is name
            ):
                self._lengthen(parts)
                if kind is not None:
                    self._kinds[name] = (Kind(kind),)
                if (joined := _THOUSANDS.sub("", key)) != key:  # "sentier des 4000 marches"
                    self._names.setdefault(joined, name)

    def _add_plain(self, parts: list[str], own: list[str], name: str) -> None:
        """A name of everyday words, or the part of one before a subtitle or its proper name, which
        only who speaks of one thing can mean: "La Cité du Vin", "Maison de la Magie …"."""
        subtitle = _SUBTITLE.search(name)
        if subtitle is not None:
            parts = _key(name[: subtitle.start()]).split(" ")
        elif own:
            parts = _before_its_own(name, own)
        while parts and parts[0] in FUNCTION_WORDS:
            parts = parts[1:]
        telling = [part for part in parts if part not in FUNCTION_WORDS]
        key = " ".join(parts)
        if len(telling) < _TELLING or len(parts) > MAX_PLACE_WORDS or key in self._names:
            return
        if parts[-1] in _UNFINISHED or parts[-1] in FUNCTION_WORDS or key in lexicon().entries:
            return
        if subtitle is None and not own:
            self._plain[key] = name
        else:  # the beginnings of two names tell neither
            self._plain[key] = name if self._plain.get(key, name) == name else ""

    def plain(self, key: str) -> str | None:
        """The site that these folded words may mean, who speak of one thing, though each of them is
        everyday."""
        return self._plain.get(key) or None

    @cached_property
    def _plainly(self) -> frozenset[str]:
        return frozenset(self._plain.values())

    def is_plain(self, name: str) -> bool:
        """Whether it is the name of a site that `plain` gives."""
        return name in self._plainly

    def _after_site(self, parts: list[str]) -> bool:
        """Whether a house is called after what is no town: "Camping des Gorges de l'Aveyron"."""
        tails = (self._names.get(" ".join(parts[cut:])) for cut in range(1, len(parts) - 1))
        name = next(filter(None, tails), None)
        return name is not None and name in named_places() and name not in self._communes.values()

    def _lengthen(self, parts: list[str]) -> None:
        if len(parts) > self._longest.get(parts[0], 0):
            self._longest[parts[0]] = len(parts)

    def starting(self, word: str) -> int:
        """How many words the longest name has that starts with this one; 0 for none."""
        return self._longest.get(word, 0)

    def holds(self, word: str) -> bool:
        """Whether a word is of a town's name, or begins the name of a site."""
        return word in self._words or word in self._longest

    def named(self, phrase: str) -> str | None:
        """The place whose whole name these words are."""
        return self._names.get(_key(phrase))

    def half_named(self, word: str) -> str | None:
        """The one site whose name holds this folded word, where the word is no town's and of no
        everyday speech: "Castan" of the Distillerie Castan."""
        return self._halves.get(word)

    @cached_property
    def _halves(self) -> Mapping[str, str]:
        """Built when the first strange word is met: few questions hold one."""
        sites = dict.fromkeys(self._sites)
        towns = {word for key in self._communes for word in key.split(" ")}
        common = (
            *(lexicon().words, towns, _words_around(), _words_of_towns()),
            *real_words().values(),
        )
        found: dict[str, str] = {}
        twice: set[str] = set()
        for name in sites:
            if name.isupper() or _TITLE_CASE.search(name):
                continue
            for word in {_key(said) for said in _OWN_NAME.findall(name) if said[0].isupper()}:
                if len(word) < _HALF_LETTERS or any(word in known for known in common):
                    continue
                if found.setdefault(word, name) != name:
                    twice.add(word)
        return {word: name for word, name in found.items() if word not in twice}

    def is_given(self, name: str) -> bool:
        """Whether the house's own lists know it: their names are chosen with everyday words in
        mind."""
        return name in named_places() or name in surroundings().names.values()

    def is_everyday(self, name: str) -> bool:
        """Whether its name is also an everyday word, or too short to stand alone."""
        return name in self._everyday or len(name) < _MIN_LETTERS

    @property
    def words(self) -> Mapping[str, object]:
        """The single words of the towns' and the gazetteer's names."""
        return self._words

    def communes(self, name: str) -> tuple[str, ...]:
        """The communes that a territory of the gazetteer lies between; none for a place."""
        place = named_places().get(name)
        return () if place is None else place.communes

    def kinds(self, name: str) -> tuple[Kind, ...]:
        """What a site of the gazetteer is asked for when nothing else is named."""
        place = named_places().get(name)
        return () if place is None else place.kinds

    def town(self, name: str) -> str | None:
        """The town that a site lies in, where it is known."""
        return self._town.get(name)

    def listed_as(self, name: str) -> tuple[Kind, ...]:
        """The kind of a site of the catalogue; none of a town."""
        return self._kinds.get(name, ())

    def resembling(self, phrase: str) -> str | None:
        """The one town or gazetteer place that a mistyped name stands for; None when it is too
        short to tell, or when two are as near."""
        key = _key(phrase)
        near = nearest(key, tuple(self._communes) + tuple(self._gazetteer()))
        return None if near is None else self._names[near]

    def _gazetteer(self) -> Iterable[str]:
        for name, place in named_places().items():
            for said in (name, *place.names()):
                if (key := _key(said)) in self._names:
                    yield key
