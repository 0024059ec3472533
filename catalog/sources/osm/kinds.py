"""What an element is: its tags as kinds and concepts, by the table in `tags.txt`."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final

from catalog.model import Kind, TermId

if TYPE_CHECKING:
    from collections.abc import Mapping

Condition = tuple[str, str]

OWN: Final = {
    ("amenity", "shelter"): {
        "fr": "abri", "en": "shelter", "de": "Schutzhütte", "es": "refugio", "it": "riparo",
        "nl": "schuilhut", "oc": "abric", "ca": "aixopluc",
    },
    ("amenity", "bicycle_parking"): {
        "fr": "stationnement pour vélos", "en": "bicycle parking", "de": "Fahrradabstellplatz",
        "es": "aparcamiento para bicicletas", "it": "parcheggio per biciclette",
        "nl": "fietsenstalling", "oc": "parcatge de bicicletas",
        "ca": "aparcament de bicicletes",
    },
}  # fmt: skip
"""What the house has no concept for: kept as terms of the source, with their words."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table."""

    tags: tuple[Condition, ...]
    kinds: tuple[Kind, ...]
    concepts: tuple[TermId, ...]

    def fits(self, tags: Mapping[str, str]) -> bool:
        """Whether all its conditions hold; the key of one with `!=` ends in "!"."""
        return all(
            (value in values_of(tags.get(key.removesuffix("!"), ""))) is not key.endswith("!")
            for key, value in self.tags
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """The main kind first; `own`: tags that are terms of the source."""

    kinds: tuple[Kind, ...]
    concepts: tuple[TermId, ...]
    own: tuple[Condition, ...]


@cache
def table() -> tuple[Line, ...]:
    """The lines of `tags.txt`, read once."""
    found: list[Line] = []
    lines = resources.files(__package__).joinpath("tags.txt").read_text("utf-8").splitlines()
    for line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        left, _, right = line.partition(" : ")
        kinds, _, concepts = right.partition("=")
        conditions = [part.strip().partition("=") for part in left.split(" + ")]
        found.append(
            Line(
                tags=tuple((key, value) for key, _, value in conditions),
                kinds=tuple(Kind(kind) for kind in kinds.split()),
                concepts=tuple(TermId(concept) for concept in concepts.split()),
            )
        )
    return tuple(found)


@cache
def _by_first_tag() -> Mapping[Condition, tuple[int, ...]]:
    places: defaultdict[Condition, list[int]] = defaultdict(list)
    for place, line in enumerate(table()):
        places[line.tags[0]].append(place)
    return {tag: tuple(found) for tag, found in places.items()}


@cache
def keys() -> frozenset[str]:
    """The keys that say what an element is: the first of each line."""
    return frozenset(line.tags[0][0] for line in table())


def values_of(raw: str) -> tuple[str, ...]:
    """The values of a tag: `pizza;burger` has two."""
    if ";" not in raw:
        return (raw.strip(),) if raw.strip() else ()
    return tuple(value for part in raw[:500].split(";") if (value := part.strip()))


def read_kinds(tags: Mapping[str, str]) -> Reading:
    """What the tags say; no kinds where they name nothing that the house holds."""
    first = [(key, value) for key in keys() & tags.keys() for value in values_of(tags[key])]
    places = sorted({place for tag in first for place in _by_first_tag().get(tag, ())})
    fitting = [line for place in places if (line := table()[place]).fits(tags)]
    return Reading(
        kinds=tuple(dict.fromkeys(kind for line in fitting for kind in line.kinds)),
        concepts=tuple(dict.fromkeys(concept for line in fitting for concept in line.concepts)),
        own=tuple(dict.fromkeys(tag for line in fitting for tag in line.tags if tag in OWN)),
    )
