"""One address over HTTP into a file: resumed where it broke off, under limits of time and size.

HTTP as RFC 9110 has it: conditional requests (section 13), ranges (14), content codings (8.4).
Imported only when a source is a web address, and with it httpx.
"""

from __future__ import annotations

import re
import socket
import ssl
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from mimetypes import guess_extension
from typing import TYPE_CHECKING, Final

import httpx

from catalog.refresh.addresses import file_name, masked, masked_text
from catalog.refresh.arrival import Unreached, Unusable
from catalog.refresh.copies import PartFacts
from catalog.store.faults import writing
from catalog.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from catalog.refresh.arrival import Limits
    from catalog.refresh.copies import Kept, Shelf

KILO: Final = 1000
_AGENT: Final = "kiosk-catalog"
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_NO_RANGE: Final = (httpx.codes.PARTIAL_CONTENT, httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE)
_CODINGS: Final = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
_HOST: Final = re.compile(rb"[A-Za-z0-9._:-]+")
_SUFFIXES: Final = {
    "application/geo+json": ".geojson",
    "application/gpx+xml": ".gpx",
    "application/json": ".json",
    "application/ld+json": ".json",
    "application/toml": ".toml",
    "application/zip": ".zip",
    "text/calendar": ".ics",
    "text/csv": ".csv",
}
"""What `mimetypes` has not, or not on every machine."""
_KNOWN: Final = (
    *(".csv", ".tsv", ".txt", ".toml", ".xml", ".json", ".geojson", ".jsonld", ".ics"),
    *(".gpx", ".kml", ".kmz", ".xls", ".xlsx", ".ods", ".zip"),
)
"""Suffixes of files that can be sources; `export.php` is none."""


class _BrokenOff(Unreached):
    """The connection ended in the middle; what has come is there."""


@dataclass(frozen=True, slots=True)
class Received:
    """A whole download in the shelf's `.part`, as it came."""

    facts: PartFacts
    media_type: str


class Transfer:
    """One address. `step` is told how many bytes have come, and how many there will be."""

    def __init__(
        self,
        address: str,
        shelf: Shelf,
        *,
        limits: Limits,
        clock: Callable[[], float],
        step: Callable[[int, int | None], None],
    ) -> None:
        self._address = address
        self._shelf = shelf
        self._limits = limits
        self._clock = clock
        self._step = step

    def run(self, kept: Kept | None) -> Received | None:
        """Bring the address into the shelf's part; None where the server says that `kept` is
        still what it has.

        Raises Unreached, Unusable, or Refused when the disk is full.
        """
        timeout = httpx.Timeout(self._limits.read_s, connect=self._limits.connect_s)
        headers = {"User-Agent": _AGENT, "Accept-Encoding": "gzip, deflate"}
        with httpx.Client(timeout=timeout, headers=headers) as client:
            attempts = 0
            while True:
                before = self._so_far()
                try:
                    return self._attempt(client, kept)
                except _BrokenOff:
                    attempts += 1
                    if attempts >= self._limits.attempts or self._so_far() <= before:
                        raise

    def _so_far(self) -> int:
        """Bytes of a download that can be gone on with."""
        begun = self._shelf.begun()
        return begun[1] if begun else 0

    def _attempt(self, client: httpx.Client, kept: Kept | None) -> Received | None:
        begun = self._shelf.begun()
        with _in_words(), self._response(client, _conditions(begun, kept)) as response:
            status = response.status_code
            if begun and _goes_on(response, *begun):
                return self._receive(response, *begun)
            if status == httpx.codes.NOT_MODIFIED and kept and not begun:
                return None
            if not begun or status not in _NO_RANGE:
                _refuse_status(response)
                return self._receive(response, self._begin(response), 0)
        self._shelf.drop_part()  # what is there fits nothing that the server has: from the start
        return self._attempt(client, kept)

    @contextmanager
    def _response(
        self, client: httpx.Client, conditions: dict[str, str]
    ) -> Iterator[httpx.Response]:
        """The answer to a GET, after a bounded number of redirects."""
        url = _read_url(self._address)
        if url is None:
            raise Unusable("this is not a web address")
        for _ in range(self._limits.redirects + 1):
            with client.stream("GET", url, headers=conditions) as response:
                location = response.headers.get("location")
                if response.status_code not in _REDIRECTS or not location:
                    yield response
                    return
                url = _redirected(url, location)
        raise Unusable(f"the server leads on and on (more than {self._limits.redirects} redirects)")

    def _begin(self, response: httpx.Response) -> PartFacts:
        coding = response.headers.get("content-encoding", "").strip().lower()
        if coding not in _CODINGS:
            raise Unusable(f"the answer is packed with {clean_line(coding, limit=40)!r}")
        facts = PartFacts(
            etag=_header(response, "etag"),
            modified=_header(response, "last-modified"),
            total=_length(response),
            encoding=coding,
            name=_name(response),
        )
        self._shelf.begin(facts)
        return facts

    def _receive(self, response: httpx.Response, facts: PartFacts, offset: int) -> Received:
        """Write the body behind the `offset` bytes that are there already."""
        size = offset
        self._refuse_large(facts.total or size)
        pace = _Pace(self._clock, self._limits, size)
        with writing(self._shelf.part), self._shelf.part.open("ab") as stream:
            for chunk in response.iter_raw():
                stream.write(chunk)
                size += len(chunk)
                self._refuse_large(size)
                pace.check(size)
                self._step(size, facts.total)
        if facts.total is not None and size < facts.total:
            raise _BrokenOff(_so_many(size, facts.total))
        return Received(facts, response.headers.get("content-type", ""))

    def _refuse_large(self, size: int) -> None:
        if size > self._limits.bytes:
            self._shelf.drop_part()
            raise Unusable(f"the file is larger than {self._limits.bytes >> 20:,} MiB")


class _Pace:
    """Whether bytes come fast enough to ever end."""

    def __init__(self, clock: Callable[[], float], limits: Limits, size: int) -> None:
        self._clock = clock
        self._limits = limits
        self._since = clock()
        self._size = size

    def check(self, size: int) -> None:
        """Raise Unreached when the last stretch of time has brought too little."""
        now = self._clock()
        if now - self._since < self._limits.slow_s:
            return
        if size - self._size < self._limits.slow_bytes:
            raise Unreached(f"the server sends too slowly ({size // KILO:,} kB so far)")
        self._since, self._size = now, size


def _conditions(begun: tuple[PartFacts, int] | None, kept: Kept | None) -> dict[str, str]:
    """Ask for the rest of what is begun, else for what is newer than what is kept."""
    if begun:
        facts, size = begun
        return {"Range": f"bytes={size}-", "If-Range": facts.validator or ""}
    conditions = {}
    if kept and kept.etag:
        conditions["If-None-Match"] = kept.etag
    if kept and kept.modified:
        conditions["If-Modified-Since"] = kept.modified
    return conditions


def _goes_on(response: httpx.Response, facts: PartFacts, size: int) -> bool:
    """Whether the answer is the rest of what has been begun, and of the same file."""
    if response.status_code != httpx.codes.PARTIAL_CONTENT:
        return False
    unit, _, rest = response.headers.get("content-range", "").partition(" ")
    sent, _, total = rest.partition("/")
    same = facts.total is None or total in ("*", str(facts.total))
    coding = response.headers.get("content-encoding", "").strip().lower()
    return unit == "bytes" and sent.startswith(f"{size}-") and same and coding == facts.encoding


def _read_url(address: str, base: httpx.URL | None = None) -> httpx.URL | None:
    """An address as httpx has it, from the one that led to it; None for what no server has."""
    try:
        url = base.join(address) if base else httpx.URL(address)
    except (httpx.InvalidURL, ValueError):
        return None
    known = url.scheme in ("http", "https") and _HOST.fullmatch(url.raw_host)
    return url if known and (url.port or 0) < 65_536 else None


def _redirected(url: httpx.URL, location: str) -> httpx.URL:
    target = _read_url(location, url)
    if target is None:
        raise Unusable("the server leads on to something that is no web address")
    if url.scheme == "https" and target.scheme == "http":
        raise Unusable(
            f"the server leads from https to an address without encryption ({masked(str(target))})"
        )
    here = (url.scheme, url.host, url.port) == (target.scheme, target.host, target.port)
    if here and url.userinfo and not target.userinfo:
        return target.copy_with(username=url.username, password=url.password)
    return target


def _refuse_status(response: httpx.Response) -> None:
    status = response.status_code
    if status == httpx.codes.OK:
        return
    if status in (401, 403, 407):
        raise Unusable(f"the server asks for another key or password (status {status})")
    if status in (404, 410):
        raise Unusable(f"there is nothing under this address any more (status {status})")
    if status == httpx.codes.TOO_MANY_REQUESTS:
        raise Unreached("the server has been asked too often (status 429)")
    if status >= 500:
        raise Unreached(f"the server has a fault of its own (status {status})")
    raise Unusable(f"the server gives no file (status {status})")


@contextmanager
def _in_words() -> Iterator[None]:
    """What httpx raises, as reasons."""
    try:
        yield
    except httpx.ConnectTimeout:
        raise Unreached("the server does not answer") from None
    except httpx.TimeoutException:
        raise _BrokenOff("the server has stopped sending") from None
    except httpx.ConnectError as error:
        raise Unreached(_why(error)) from None
    except (httpx.NetworkError, httpx.RemoteProtocolError):
        raise _BrokenOff("the connection broke off before the end") from None
    except (httpx.UnsupportedProtocol, httpx.LocalProtocolError, httpx.InvalidURL):
        raise Unusable("this is not a web address") from None
    except httpx.TransportError as error:
        detail = clean_line(masked_text(str(error)), limit=120)
        raise Unreached(f"the network failed ({detail})") from None


def _why(error: BaseException) -> str:
    """What was behind a connection that could not be made."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return "the certificate of the server is not to be trusted"
        if isinstance(cause, socket.gaierror):
            return "the name of the server is not known here (no network?)"
        cause = cause.__cause__ or cause.__context__
    return "the server cannot be reached"


def _so_many(size: int, total: int) -> str:
    return f"the connection broke off after {size // KILO:,} of {total // KILO:,} kB"


def _length(response: httpx.Response) -> int | None:
    length = response.headers.get("content-length", "")
    return int(length) if length.isascii() and length.isdigit() else None


def _header(response: httpx.Response, name: str) -> str | None:
    """A header to be sent back one day: only what may stand in one."""
    value: str = response.headers.get(name, "")
    fits = value.isascii() and value.isprintable() and len(value) <= 1000
    return value if value and fits else None


def _name(response: httpx.Response) -> str:
    """What to call the file: as the server does, else as the address, with a suffix that says
    its type, since tables and tracks are recognised by it."""
    message = Message()
    message["content-disposition"] = response.headers.get("content-disposition", "")
    name = file_name(message.get_filename() or "")
    path = httpx.URL(masked(str(response.url))).path
    name = name or file_name(path) or file_name(response.url.host) or "source"
    if name.lower().endswith(_KNOWN):
        return name
    media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    typed = _SUFFIXES.get(media_type) or guess_extension(media_type)
    return name.partition(".")[0] + typed if typed else name
