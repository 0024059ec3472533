"""Access to a JSON-LD object without minding how loosely it is written.

Any value may be a scalar or a list of them; keys are read with and without their prefix; nothing
here raises, whatever the JSON.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, TypeGuard

if TYPE_CHECKING:
    from collections.abc import Iterator

Node = dict[str, Any]
"""A JSON object."""

_SPELLINGS: Final[dict[str, tuple[str, ...]]] = {
    "id": ("@id", "uri", "id", "key"),
    "type": ("@type", "type"),
    "identifier": ("dc:identifier", "identifier"),
    "label": ("rdfs:label", "label"),
    "comment": ("rdfs:comment", "comment"),
    "description": ("dc:description", "description"),
    "contributor": ("dc:contributor", "contributor"),
    "language": ("rdf:language", "language"),
    "predicate": ("rdf:predicate", "predicate"),
    "sameAs": ("owl:sameAs", "sameAs"),
    "homepage": ("foaf:homepage", "homepage"),
    "title": ("ebucore:title", "title"),
    "locator": ("ebucore:locator", "locator"),
    "hasMimeType": ("ebucore:hasMimeType", "hasMimeType"),
    "hasAnnotation": ("ebucore:hasAnnotation", "hasAnnotation"),
    "hasRelatedResource": ("ebucore:hasRelatedResource", "hasRelatedResource"),
    "isCoveredBy": ("ebucore:isCoveredBy", "isCoveredBy"),
    **{
        name: (f"schema:{name}", name)
        for name in (
            "address",
            "streetAddress",
            "postalCode",
            "addressLocality",
            "geo",
            "latitude",
            "longitude",
            "openingHoursSpecification",
            "validFrom",
            "validThrough",
            "dayOfWeek",
            "opens",
            "closes",
            "startDate",
            "endDate",
            "priceSpecification",
            "price",
            "minPrice",
            "maxPrice",
            "priceCurrency",
            "acceptedPaymentMethod",
            "telephone",
            "email",
            "legalName",
            "ratingValue",
        )
    },
}
_FOREIGN: Final = ("schema:", "olo:", "foaf:")
_USUAL: Final = frozenset(("fr", "en", "de", "es", "it", "nl"))
_LANGUAGE: Final = re.compile(r"@?([a-zA-Z]{2,3})(?:[-_][a-zA-Z0-9]{1,8}){0,3}")


def is_node(value: object) -> TypeGuard[Node]:
    """Whether a value is a JSON object."""
    return isinstance(value, dict)


def get(node: Node, name: str) -> object:
    """The value of a field under any of its spellings, None if absent."""
    spellings = _SPELLINGS.get(name)
    if spellings is None:
        return node.get(name)
    for spelling in spellings:
        value = node.get(spelling)
        if value is not None:
            return value
    return None


def items(node: Node, name: str) -> list[object]:
    """The values of a field, as a list, whatever it was."""
    value = get(node, name)
    if value is None:
        return []
    if isinstance(value, list):
        return [item for item in value if item is not None] if None in value else value
    return [value]


def nodes(node: Node, name: str) -> list[Node]:
    """The objects among the values of a field."""
    value = get(node, name)
    if isinstance(value, dict):
        return [value]
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def scalar(value: object) -> str | None:
    """A value as text: the first of a list, the `@value` of an object; None for anything else."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, list):
        value = next((item for item in value if item is not None), None)
    if isinstance(value, dict):
        value = value.get("@value")
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return repr(value)
    return None


def text(node: Node, name: str) -> str | None:
    """The first value of a field as text."""
    return scalar(get(node, name))


def texts(node: Node, name: str) -> list[str]:
    """All values of a field as texts, each once."""
    values = items(node, name)
    if len(values) < 2:
        only = scalar(values[0]) if values else None
        return [] if only is None else [only]
    found = (scalar(item) for item in values)
    return list(dict.fromkeys(item for item in found if item is not None))


def flag(node: Node, name: str) -> bool | None:
    """A yes or no; None if absent, unclear or contradictory."""
    said = {_yes_or_no(item) for item in items(node, name)}
    return said.pop() if len(said) == 1 else None


def _yes_or_no(value: object) -> bool | None:
    if isinstance(value, bool):
        return value
    word = (scalar(value) or "").lower()
    if word in ("true", "1", "oui", "yes"):
        return True
    return False if word in ("false", "0", "non", "no") else None


def local(name: str) -> str:
    """A term without its namespace: `kb:Wifi`, `https://…/core#Wifi` → `Wifi`."""
    return name[max(name.rfind("#"), name.rfind("/"), name.rfind(":")) + 1 :]


def reference(value: object) -> str | None:
    """The term that a value refers to, without namespace."""
    if isinstance(value, dict):
        value = get(value, "id")
    return local(value.strip()) or None if isinstance(value, str) else None


def types(node: Node) -> frozenset[str]:
    """The classes of an object in DATAtourisme's own ontology, without namespace."""
    return frozenset(
        [
            local(item)
            for item in items(node, "type")
            if isinstance(item, str) and not item.startswith(_FOREIGN)
        ]
    )


def by_language(value: object) -> Iterator[tuple[str, str]]:
    """(language, wording) pairs of a language map, in order.

    A plain string is French: the producers are, and the ontology's default is.
    """
    for part in value if isinstance(value, list) else [value]:
        if isinstance(part, str):
            yield "fr", part
        elif is_node(part):
            if isinstance(part.get("@value"), str):
                language = part.get("@language")
                yield (
                    (_language(language) if isinstance(language, str) else None) or "fr",
                    part["@value"],
                )
                continue
            for key, wordings in part.items():
                language = key if key in _USUAL else _language(key)
                if language is None:
                    continue
                for wording in wordings if isinstance(wordings, list) else [wordings]:
                    found = wording.strip() if isinstance(wording, str) else scalar(wording)
                    if found:
                        yield language, found


def _language(key: str) -> str | None:
    if key == "@id":
        return None
    match = _LANGUAGE.fullmatch(key)
    return match.group(1).lower() if match else None
