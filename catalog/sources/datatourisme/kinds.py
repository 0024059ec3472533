"""What a record is: its classes as kinds and concepts.

A record carries its classes with all their ancestors, in no order. Only the most specific ones
speak. Tour classes are believed when the record has the facts of a tour or is nothing else: a
municipal library of 2023 is typed `CyclingTour`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Final

from catalog.model import Kind, TermId

if TYPE_CHECKING:
    from collections.abc import Collection

_RANK: Final = (
    Kind.MARKET,
    Kind.EVENT,
    Kind.ITINERARY,
    Kind.OFFICE,
    Kind.LODGING,
    Kind.FOOD,
    Kind.HEALTH,
    Kind.ATTRACTION,
    Kind.PRODUCER,
    Kind.ACTIVITY,
    Kind.SHOP,
    Kind.TRANSPORT,
    Kind.SERVICE,
)
"""Which kind is the main one where classes of several kinds meet: a hotel with a restaurant is a
lodging, a museum with a workshop an attraction, a beach with a picnic area no service."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A class of the ontology in the house's terms; `ancestors` without itself."""

    name: str
    depth: int
    ancestors: frozenset[str] = frozenset()
    kinds: tuple[Kind, ...] = ()
    concepts: tuple[TermId, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What the classes of a record say. `unknown`: none of them is in the tree;
    `distrusted`: tour classes that the rest of the record contradicts."""

    kinds: tuple[Kind, ...]
    concepts: tuple[TermId, ...]
    classes: frozenset[str] = field(default_factory=frozenset)
    distrusted: tuple[str, ...] = ()


@cache
def classes() -> dict[str, Meaning]:
    """The class tree of `classes.txt`, read once."""
    found: dict[str, Meaning] = {}
    path: list[Meaning] = []
    lines = resources.files(__package__).joinpath("classes.txt").read_text("utf-8").splitlines()
    for line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        depth = (len(line) - len(line.lstrip())) // 4
        del path[depth:]
        head, _, concepts = line.partition("=")
        head, _, kinds = head.partition(":")
        name, *parents = head.replace("+", " ").split()
        above = path[-1] if path else None
        meaning = Meaning(
            name=name,
            depth=depth,
            ancestors=frozenset(
                ancestor
                for parent in (*([above.name] if above else []), *parents)
                for ancestor in (parent, *(found[parent].ancestors if parent in found else ()))
            ),
            kinds=tuple(Kind(kind) for kind in kinds.split()) or (above.kinds if above else ()),
            concepts=tuple(TermId(concept) for concept in concepts.split())
            or (above.concepts if above else ()),
        )
        found[name] = meaning
        path.append(meaning)
    return found


def read_kinds(names: Collection[str], *, tour_facts: bool) -> Reading:
    """The kinds (main one first) and concepts (those of the main kind first)."""
    return _reading(frozenset(classes().keys() & names), tour_facts)


@lru_cache(maxsize=4_096)
def _reading(names: frozenset[str], tour_facts: bool) -> Reading:
    known = {name: classes()[name] for name in names}
    covered = {ancestor for meaning in known.values() for ancestor in meaning.ancestors}
    leaves = [meaning for name, meaning in known.items() if name not in covered and meaning.kinds]
    tours = [leaf for leaf in leaves if leaf.name == "Tour" or "Tour" in leaf.ancestors]
    distrusted: tuple[str, ...] = ()
    if tours and not tour_facts and len(tours) < len(leaves):
        leaves = [leaf for leaf in leaves if leaf not in tours]
        distrusted = tuple(sorted(leaf.name for leaf in tours))
    leaves.sort(key=lambda leaf: (_RANK.index(leaf.kinds[0]), -leaf.depth, leaf.name))
    kinds = dict.fromkeys(leaf.kinds[0] for leaf in leaves)
    kinds.update(dict.fromkeys(kind for leaf in leaves for kind in leaf.kinds))
    concepts = dict.fromkeys(concept for leaf in leaves for concept in leaf.concepts)
    return Reading(tuple(kinds), tuple(concepts), frozenset(known), distrusted)
