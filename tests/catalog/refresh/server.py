"""A web server of one file on this machine, in every mood that servers have."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self


@dataclass
class Site:
    """What the server does. `cut_at`: bytes of a body after which it hangs up, for each of the
    next requests; `status` other than 200 is answered with `body` as it stands."""

    body: bytes = b""
    status: int = 200
    etag: str | None = '"one"'
    modified: float | None = 1_790_000_000  # 2026-09-21
    media_type: str = "application/octet-stream"
    ranges: bool = True
    length: int | None = None
    stated_length: bool = True
    coding: str | None = None
    disposition: str | None = None
    location: str | None = None
    cut_at: list[int] = field(default_factory=list)
    hang: bool = False
    range_lie: str | None = None
    asked: list[dict[str, str]] = field(default_factory=list)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        site = self.server.site
        site.asked.append({"path": self.path, **{k.lower(): v for k, v in self.headers.items()}})
        if site.hang:
            self.server.released.wait(10)
            self.close_connection = True
            return
        if site.location is not None and self.path != "/landed":
            self.send_response(302)
            self.send_header("Location", site.location)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if site.status == 200 and self._is_known(site):
            self._head(site, 304)
            self.end_headers()
            return
        self._send(site)

    def _is_known(self, site: Site) -> bool:
        return site.etag is not None and self.headers.get("If-None-Match") == site.etag

    def _send(self, site: Site) -> None:
        start = 0
        status = site.status
        wanted = self.headers.get("Range")
        if wanted and site.ranges and self.headers.get("If-Range") in (site.etag, self._date(site)):
            start = int(wanted.removeprefix("bytes=").rstrip("-"))
            status = 206 if start < len(site.body) else 416
        body = site.body[start:] if status != 416 else b""
        self._head(site, status)
        if status == 206:
            said = site.range_lie or f"bytes {start}-{len(site.body) - 1}/{len(site.body)}"
            self.send_header("Content-Range", said)
        if site.stated_length:
            self.send_header("Content-Length", str(site.length or len(body)))
        self.end_headers()
        if site.cut_at:
            body = body[: site.cut_at.pop(0)]
            self.close_connection = True
        self.wfile.write(body)
        if site.length or not site.stated_length:
            self.close_connection = True

    def _head(self, site: Site, status: int) -> None:
        self.send_response(status)
        self.send_header("Content-Type", site.media_type)
        for name, value in (
            ("ETag", site.etag),
            ("Last-Modified", self._date(site)),
            ("Content-Encoding", site.coding),
            ("Content-Disposition", site.disposition),
        ):
            if value:
                self.send_header(name, value)

    def _date(self, site: Site) -> str | None:
        return None if site.modified is None else formatdate(site.modified, usegmt=True)

    def log_message(self, format: str, *args: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    """`with Server() as server: server.site.body = …; server.url("/flux.zip")`"""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.site = Site()
        self.released = threading.Event()
        self._thread = threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is no news."""

    def url(self, path: str = "/flux.zip", *, userinfo: str = "") -> str:
        return f"http://{userinfo}127.0.0.1:{self.server_address[1]}{path}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.released.set()
        self.shutdown()
        self.server_close()
        self._thread.join()
