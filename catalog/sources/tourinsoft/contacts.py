"""How to reach the business: columns of their own, or `Téléphone filaire|02 …#Mél|…`.

Fax numbers are left out, and whatever is marked as an owner's or as private. What stands in the
wrong column (an address of mail among the telephones) is known by its shape.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from catalog.sources.tourinsoft.entries import scalar
from catalog.sources.values.addresses import business
from catalog.sources.values.texts import tidy
from catalog.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    from catalog.model import Contact
    from catalog.sources.tourinsoft.entries import Entry
    from catalog.sources.tourinsoft.fields import Fields
    from catalog.sources.values.notes import Notes

FIELD: Final = "MoyenDeCom"
_KIND_NAMES: Final = (
    *("TypedaccesTelecom", "Moyendecommunication", "Typedeplateforme", "Type"),
    *("Typedemoyendecommunication", "Typedemoyen", "Listeplateforme"),
)
_VALUE_NAMES: Final = ("CoordonneesTelecom", "Coordonnees", "Valeur", "URL", "Lien", "Url")
_PRIVATE: Final = re.compile(
    r"\b(?:prive|privee|personnel|personnelle|proprietaire|gerant|responsable|domicile|presse)\b"
)
_FAX: Final = re.compile(r"\b(?:fax|telecopieur|telecopie)\b")
_KINDS: Final = (
    ("phones", re.compile(r"\b(?:tel|telephone|portable|mobile|cellulaire|gsm|appel|numero)\b")),
    ("emails", re.compile(r"\b(?:mel|mail|email|e mail|courriel|messagerie)\b")),
    (
        "websites",
        re.compile(
            r"\b(?:site|web|url|facebook|twitter|instagram|youtube|tiktok|linkedin|pinterest|"
            r"tripadvisor|google|chaine|reservation|billetterie|x)\b"
        ),
    ),
)
_HREF: Final = re.compile(r"href\s*=\s*['\"]([^'\"<>]{4,900})['\"]", re.IGNORECASE)
_SITE: Final = re.compile(
    r"(?:https?:)?//\S+|www\.\S+|(?:[\w-]{1,63}\.)+[a-z]{2,24}(?:/\S*)?", re.I
)
_PHONE: Final = re.compile(r"\+?\d[\d .()/-]{7,24}")
MAX_VALUES: Final = 60


@dataclass(slots=True)
class _Raw:
    phones: dict[str, None] = field(default_factory=dict)
    emails: dict[str, None] = field(default_factory=dict)
    websites: dict[str, None] = field(default_factory=dict)

    def add(self, kind: str, value: str) -> None:
        """A value where its shape says that it belongs; `kind` for what has none."""
        value = value.strip()
        if "@" in value and "://" not in value:
            kind = "emails"
        elif _SITE.fullmatch(value):
            kind = "websites"
        elif _PHONE.fullmatch(value):
            kind = "phones"
        found: dict[str, None] = getattr(self, kind)
        if value and len(found) < MAX_VALUES:
            found[value] = None


def read_contacts(fields: Fields, department: str | None, notes: Notes) -> tuple[Contact, ...]:
    """What the record publishes for information and for booking."""
    info, booking = _Raw(), _Raw()
    for meaning, kind in (("phone", "phones"), ("email", "emails"), ("website", "websites")):
        for value in fields.values(meaning):
            if isinstance(value, str):
                for part in _parts(value, kind):
                    info.add(kind, part)
    for entry in (*fields.entries("contact"), *_objects(fields, "website")):
        _means(entry, info, notes)
    for value in fields.values("booking"):
        if isinstance(value, str) and "|" not in value:
            for part in _parts(value, "websites"):
                booking.add("websites", part)
    for entry in fields.entries("booking"):
        if entry.named or len(entry.parts) > 1:
            _means(entry, booking, notes)
    roles: tuple[tuple[Literal["info", "booking"], _Raw], ...] = (
        ("info", info),
        ("booking", booking),
    )
    contacts = (
        business(
            role,
            notes,
            FIELD,
            phones=raw.phones,
            emails=raw.emails,
            websites=raw.websites,
            department=department,
        )
        for role, raw in roles
    )
    return tuple(contact for contact in contacts if contact is not None)


def _objects(fields: Fields, meaning: str) -> list[Entry]:
    return [entry for entry in fields.entries(meaning) if entry.named]


def _parts(raw: str, kind: str) -> Iterator[str]:
    """The values of a column, `#` between them unless it belongs to an address."""
    links = _HREF.findall(raw)
    if links:
        yield from links[:MAX_VALUES]
        return
    text = tidy(raw, limit=4_000, line=True).text if "<" in raw or "&" in raw else raw[:8_000]
    found: list[str] = []
    for item in text.split("#", MAX_VALUES)[:MAX_VALUES]:
        part = item.partition("|")[0].strip()
        if kind == "websites" and part and found and not _SITE.fullmatch(part):
            found[-1] += f"#{part}"
        elif part:
            found.append(part)
    yield from found


def _means(entry: Entry, raw: _Raw, notes: Notes) -> None:
    """One means of communication: its kind in words, and the number or address."""
    if entry.named:
        label, value = entry.text(*_KIND_NAMES), entry.text(*_VALUE_NAMES)
        if not label and not value:
            _networks(entry, raw)
            return
    else:
        label, value = entry.part(0), entry.part(1)
        if not value:
            label, value = "", label
    kind = fold(label[:80])
    if not value or _FAX.search(kind):
        return
    if _PRIVATE.search(kind):
        notes.warn("contact_is_a_person", FIELD, label)
        return
    for name, words in _KINDS:
        if words.search(kind):
            raw.add(name, value)
            return
    if "@" in value or _SITE.fullmatch(value):
        raw.add("websites", value)
    else:
        notes.warn("contact_kind_unknown", FIELD, label or value)


def _networks(entry: Entry, raw: _Raw) -> None:
    """An object with one address for each social network."""
    for value in entry.named.values():
        address = scalar(value)
        if _SITE.fullmatch(address):
            raw.add("websites", address)
