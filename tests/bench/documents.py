"""A catalogue as every way to search gets it: one document a listing, in the catalogue's order.

A file of JSON lines, written once: Python and Node read the same one. The folded texts are those
that the peers index: they are told as much as this engine is, names in every language, commune,
and in eight languages the words for what a listing is.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from catalog import vocabulary
from catalog.search.normalise import tokens
from catalog.store.reader import Catalogue
from catalog.vocabulary.concepts import wider

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from catalog.model import Listing, TermId


class Document(NamedTuple):
    """`name`: the French one, or the one shown instead; `names`: (language, name) of all.
    `concepts`: what it is, the more general included. Then folded: `key` of the name, `others`
    of the other names, `town` of the commune, `labels` of the concepts stated."""

    id: str
    name: str
    names: tuple[tuple[str, str], ...]
    commune: str
    concepts: tuple[str, ...]
    key: str
    others: tuple[str, ...]
    town: str
    labels: str


def folded(text: str) -> str:
    """A text as index and question are spelt."""
    return " ".join(tokens(text))


def document(listing: Listing) -> Document:
    """The document of a listing."""
    shown = listing.name.best("fr")
    name = shown.text if shown else ""
    key = folded(name)
    others = dict.fromkeys(folded(text.text) for text in listing.name.texts)
    others.pop(key, None)
    stated = [term for term in listing.concepts if term in vocabulary.concepts()]
    kinds = (kind.value for kind in listing.kinds if kind.value in vocabulary.concepts())
    concepts = dict.fromkeys((*stated, *(wide for term in stated for wide in wider(term)), *kinds))
    return Document(
        id=listing.id,
        name=name,
        names=tuple((text.lang, text.text) for text in listing.name.texts),
        commune=listing.place.commune or "",
        concepts=tuple(concepts),
        key=key,
        others=tuple(others),
        town=folded(listing.place.commune or ""),
        labels=" ".join(dict.fromkeys(word for term in stated for word in _labels(term))),
    )


_LABELS: dict[TermId, tuple[str, ...]] = {}


def _labels(term: TermId) -> tuple[str, ...]:
    if term not in _LABELS:
        labels = vocabulary.concepts()[term].labels.values()
        _LABELS[term] = tuple(word for label in labels for word in tokens(label))
    return _LABELS[term]


def write(catalogue: Path, path: Path) -> None:
    """The documents of a catalogue, into a file."""
    with Catalogue.open(catalogue) as opened, path.open("w", encoding="utf-8") as lines:
        for listing in opened.all():
            lines.write(json.dumps(document(listing), ensure_ascii=False) + "\n")


def read(path: Path) -> Iterator[Document]:
    """The documents of a file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            id, name, names, commune, concepts, key, others, town, labels = json.loads(line)
            yield Document(
                id,
                name,
                tuple((lang, text) for lang, text in names),
                commune,
                tuple(concepts),
                key,
                tuple(others),
                town,
                labels,
            )
