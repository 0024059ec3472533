"""Web addresses of sources: recognised, said without their secrets, turned into file names."""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import Final
from unicodedata import normalize
from urllib.parse import unquote, urlsplit, urlunsplit

MASK: Final = "***"

_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_SECRET_NAME: Final = re.compile(
    r"key$|token|secret|passw|pwd|signature|credential|auth|^sig$|^sess", re.IGNORECASE
)
_SECRET_INSIDE: Final = re.compile(
    r"((?:api_?key|token|secret|password)(?:%22|%3A|%20|[\"':= ])+)([^\"'&%,}\s]+)", re.IGNORECASE
)
"""APIDAE takes one `query` parameter that is JSON, with the key inside."""
_WEBSERVICE: Final = re.compile(r"(/webservice/[^/]+/)[^/]+")
"""DATAtourisme's diffuser writes the key of the application as the last part of the path."""
_IN_TEXT: Final = re.compile(r"[a-z][a-z0-9+.-]+://[^\s<>«»]+", re.IGNORECASE)
_NOT_NAME: Final = re.compile(r"[^A-Za-z0-9.-]+")
_LONGEST_NAME: Final = 60


def is_address(source: str) -> bool:
    """Whether a SOURCE is a web address, of whatever scheme, and not a path."""
    return _ADDRESS.match(source) is not None


def masked(address: str) -> str:
    """The address without passwords and keys; never raises, whatever the address is."""
    try:
        parts = urlsplit(address)
    except ValueError:  # no address at all, such as an unclosed "["
        return address.partition("://")[0] + "://" + MASK
    host = parts.netloc.rpartition("@")[2]
    netloc = f"{MASK}@{host}" if "@" in parts.netloc else host
    path = _WEBSERVICE.sub(rf"\g<1>{MASK}", parts.path)
    query = "&".join(_masked_pair(pair) for pair in parts.query.split("&"))
    return urlunsplit((parts.scheme, netloc, path, query, ""))


def masked_text(text: str) -> str:
    """A sentence of a library, every address in it masked."""
    return _IN_TEXT.sub(lambda found: masked(found[0]), text)


def _masked_pair(pair: str) -> str:
    name, equals, _ = pair.partition("=")
    if equals and _SECRET_NAME.search(unquote(name)):
        return f"{name}={MASK}"
    return _SECRET_INSIDE.sub(rf"\g<1>{MASK}", pair)


def folder_name(address: str) -> str:
    """One folder name for an address: readable, and its own. A key that is renewed does not
    change it, and cannot be found out from it."""
    safe = masked(address)
    digest = blake2b(safe.encode("utf-8", "replace"), digest_size=6).hexdigest()
    host = urlsplit(safe).netloc.rpartition("@")[2].partition(":")[0]
    return f"{file_name(host) or 'source'}-{digest}"


def file_name(raw: str) -> str:
    """A harmless file name made from what a server or an address says; "" if nothing is left."""
    last = unquote(raw).replace("\\", "/").rpartition("/")[2]
    plain = normalize("NFKD", last).encode("ascii", "ignore").decode()
    name = _NOT_NAME.sub("-", plain).strip("-.")
    stem, dot, suffix = name.rpartition(".")
    if dot and len(suffix) <= 8:
        return f"{stem[: _LONGEST_NAME - len(suffix)]}.{suffix}"
    return name[:_LONGEST_NAME]
