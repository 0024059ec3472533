"""The elements of the APIDAE reference: what an id or a French label means in the house.

Objects name elements as `{"elementReferenceType": "PrestationEquipement", "id": 972}`, in replies
with labels. `elements/*.txt` hold what they mean here; an element that is not there keeps its own
labels as the term `apidae:<id>`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

from catalog.model import Kind, TermId
from catalog.sources.apidae.fields import Node, Wording, items, number, wordings
from catalog.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

PREFIX: Final = "apidae"
_FOLDER: Final = "elements"


@dataclass(frozen=True, slots=True)
class Element:
    """One element of the tables. `concepts` None: the house has no word for it; () nothing to
    say. `label` is French; `id` 0 where only the label is known."""

    id: int
    label: str
    concepts: tuple[TermId, ...] | None = None
    kinds: tuple[Kind, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """The elements of one type."""

    by_id: dict[int, Element] = field(default_factory=dict)
    by_label: dict[str, Element] = field(default_factory=dict)


@cache
def sections() -> Mapping[str, Section]:
    """Every table of `elements/`, by type of element, read once."""
    found: dict[str, Section] = {}
    folder = resources.files(__package__) / _FOLDER
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        section = Section()
        for line in file.read_text("utf-8").splitlines():
            if line.startswith("["):
                section = found.setdefault(line.strip().strip("[]"), Section())
            elif line.strip() and not line.startswith("#"):
                for entry in line.split("|"):
                    _enter(section, entry.strip())
    return found


def _enter(section: Section, entry: str) -> None:
    """`id label`, `id label = concepts @kinds`."""
    head, at, kinds = entry.partition("@")
    head, equals, meaning = head.partition(" =")
    id_, _, label = head.strip().partition(" ")
    element = Element(
        id=int(id_),
        label=label.strip(),
        concepts=tuple(TermId(term) for term in meaning.split()) if equals else None,
        kinds=tuple(Kind(kind) for kind in kinds.split()) if at else (),
    )
    if element.id:
        section.by_id[element.id] = element
    section.by_label.setdefault(fold(element.label), element)


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune of `communes.json`."""

    insee: str | None
    name: str | None
    postcode: str | None


@dataclass(frozen=True, slots=True)
class Companions:
    """What the files beside the objects of an export say: labels of elements, communes, by id."""

    labels: Mapping[int, tuple[Wording, ...]] = field(default_factory=dict)
    communes: Mapping[int, Commune] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found:
    """An element that an object names: what it means, and its labels, as good as they are known.

    `key`: its id, or its folded label where it has none.
    """

    key: str
    id: int
    meaning: Element | None
    labels: tuple[Wording, ...]

    @property
    def french(self) -> str:
        """The French label, "" if there is none."""
        return next((words for lang, words in self.labels if lang == "fr"), "")


class Reference:
    """Elements as the objects of one source name them."""

    def __init__(self, companions: Companions | None = None) -> None:
        self.companions = companions or Companions()

    def find(self, value: object, section: str) -> Found | None:
        """The element that a value names; None if it names none.

        An element that says it is of another type than the field's is looked up there: test bases
        give ids of their own to types of their own.
        """
        raw: Node = value if isinstance(value, dict) else {"id": value}
        stated = raw.get("elementReferenceType")
        table = sections().get(stated if isinstance(stated, str) else section, Section())
        id_ = number(raw.get("id")) or 0
        inline = tuple(wordings(raw))
        labels = inline or self.companions.labels.get(id_, ())
        meaning = table.by_id.get(id_)
        french = next((words for lang, words in labels if lang == "fr"), "")
        if meaning is None and french:
            meaning = table.by_label.get(fold(french[:200]))
        if not labels and meaning is not None:
            labels = (("fr", meaning.label),)
        key = str(id_) if id_ else fold(french[:80]).replace(" ", "-")
        return Found(key, id_, meaning, labels) if key else None

    def each(self, value: object, *path: str, section: str) -> Iterator[Found]:
        """The elements of a list at the end of a path, each once."""
        seen: set[str] = set()
        for item in items(value, *path):
            found = self.find(item, section)
            if found is not None and found.key not in seen:
                seen.add(found.key)
                yield found


def labels_of(elements: object) -> dict[int, tuple[Wording, ...]]:
    """The labels of `elements_reference.json`, by id."""
    found: dict[int, tuple[Wording, ...]] = {}
    for element in _dicts(elements):
        id_ = number(element.get("id"))
        if id_ is not None:
            found[id_] = tuple(wordings(element))
    return found


def communes_of(communes: object) -> dict[int, Commune]:
    """The communes of `communes.json`, by id."""
    found: dict[int, Commune] = {}
    for raw in _dicts(communes):
        id_ = number(raw.get("id"))
        if id_ is not None:
            found[id_] = commune_of(raw)
    return found


def commune_of(raw: Node) -> Commune:
    """A commune as both `communes.json` and replies write it."""
    values = (raw.get(key) for key in ("code", "nom", "codePostal"))
    return Commune(
        *(value if isinstance(value, str) and value.strip() else None for value in values)
    )


def _dicts(values: object) -> Iterator[dict[str, Any]]:
    if isinstance(values, list):
        yield from (value for value in values if isinstance(value, dict))
