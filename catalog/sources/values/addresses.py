"""How to reach a business: telephone numbers, e-mail and web addresses as feeds type them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from catalog.model import Contact
from catalog.sources.values.phones import phones as numbers_in
from catalog.sources.values.texts import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal

    from catalog.sources.values.notes import Notes

_EMAIL: Final = re.compile(r"[\w.+'&-]{1,64}@(?:[\w-]{1,63}\.)+[a-zA-Z]{2,24}")
_BETWEEN: Final = re.compile(r"[\s,;|<>]+")
_SCHEME: Final = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_HOST: Final = re.compile(r"(?:[\w-]{1,63}\.)+[a-zA-Z][\w-]{1,62}(?::\d{1,5})?")
_PLAIN: Final = re.compile(
    r"https?://(?:[a-z0-9-]{1,63}\.)+[a-z][a-z0-9-]{1,62}(?:[/?#][!-%'-;=?-~]{0,900})?"
)
"""An address as it should be; "&" is looked at again, for it may be "&amp;"."""
MAX_URL: Final = 1_000


def business(
    role: Literal["info", "booking"],
    notes: Notes,
    field: str,
    *,
    phones: Iterable[str] = (),
    emails: Iterable[str] = (),
    websites: Iterable[str] = (),
    department: str | None = None,
) -> Contact | None:
    """One contact from raw values, several in one field included; None when nothing is left.

    What cannot be read is left out with a caution, a doubtful phone number kept with one.
    `department` decides the dialling region.
    """
    contact = Contact(
        role=role,
        phones=_phones(phones, department, field, notes),
        emails=_emails(emails, field, notes),
        websites=_websites(websites, field, notes),
    )
    return contact if contact.phones or contact.emails or contact.websites else None


def _phones(
    raws: Iterable[str], department: str | None, field: str, notes: Notes
) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for raw in raws:
        if raw in found:
            continue
        numbers = numbers_in(raw[:200], department)
        if not numbers:
            notes.warn("phone_unreadable", field, raw)
        for number, valid in numbers:
            if not valid and number not in found:
                notes.warn("phone_doubtful", field, number)
            found[number] = None
    return tuple(found)


def _emails(raws: Iterable[str], field: str, notes: Notes) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for raw in raws:
        for part in _BETWEEN.split(tidy(raw, limit=1_000, line=True).text.removeprefix("mailto:")):
            if not part:
                continue
            name, _, domain = part.rpartition("@")
            address = f"{name}@{domain.lower()}"
            if _EMAIL.fullmatch(address):
                found[address] = None
            else:
                notes.warn("email_unreadable", field, part)
    return tuple(found)


def _websites(raws: Iterable[str], field: str, notes: Notes) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for raw in raws:
        if _PLAIN.fullmatch(raw) and not _BETWEEN.search(raw):
            found[raw] = None
            continue
        for part in _BETWEEN.split(tidy(raw, limit=4_000, line=True).text):
            if not part:
                continue
            address = web_address(part)
            if address is None:
                notes.warn("website_unreadable", field, part)
            else:
                found[address] = None
    return tuple(found)


def web_address(raw: str) -> str | None:
    """An http or https address with its scheme and host in small letters, or None.

    "www.ot.fr" gets `http://`, the only scheme that every such site answers to; "//host" gets
    `https:`.
    """
    if _PLAIN.fullmatch(raw):
        return raw
    address = tidy(raw, limit=MAX_URL + 1, line=True).text
    if address.startswith("//"):
        address = f"https:{address}"
    elif not _SCHEME.match(address):
        address = f"http://{address}"
    if len(address) > MAX_URL or " " in address:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    host = parts.netloc.lower()
    if parts.scheme.lower() not in ("http", "https") or not _HOST.fullmatch(host):
        return None
    return parts._replace(scheme=parts.scheme.lower(), netloc=host).geturl()
