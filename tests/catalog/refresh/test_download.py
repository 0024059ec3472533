"""Downloads from a real server on this machine, in every mood that servers have."""

from __future__ import annotations

import errno
import gzip
import io
import random
import socket
import zlib
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from catalog.errors import HouseError, Refused, Unreadable
from catalog.refresh import arrival
from catalog.refresh.arrival import Limits
from catalog.refresh.download import Copy, Downloads, Freshness
from catalog.refresh.progress import Progress
from catalog.refresh.transfer import _redirected
from catalog.refresh.wording import Wording
from tests.catalog.making import NOW
from tests.catalog.refresh.server import Server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BODY = random.Random(1).randbytes(300_000)
NEWER = random.Random(2).randbytes(200_000)
QUICK = Limits(connect_s=2, read_s=2)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    with Server() as server:
        server.site.body = BODY
        yield server


class Office:
    """The downloads of one data folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.narration = io.StringIO()

    def get(self, url: str, *, day: int = 0, **more: Any) -> Copy:
        """Download and keep, as a refresh does with what a reader has recognised."""
        progress = Progress(self.narration, Wording("en"), clock=count().__next__)
        options: dict[str, Any] = {"limits": QUICK, **more}
        downloads = Downloads(self.folder, progress, NOW + timedelta(days=day), **options)
        copy = downloads.get(url)
        downloads.keep(copy)
        return copy

    def fails(self, url: str, **more: Any) -> HouseError:
        with pytest.raises(HouseError) as caught:
            self.get(url, **more)
        assert caught.value.message.endswith("; nothing was changed")
        assert caught.value.remedy
        return caught.value


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "downloads")


def test_downloaded_once_then_asked_whether_it_is_newer(server: Server, office: Office) -> None:
    first = office.get(server.url())
    assert first.path.read_bytes() == BODY
    assert first.path.name == "flux.zip"
    assert first.freshness is Freshness.DOWNLOADED
    assert f"{first.modified:%Y-%m-%d}" == "2026-09-21"
    again = office.get(server.url(), day=3)
    assert (again.freshness, again.path) == (Freshness.NOT_CHANGED, first.path)
    assert server.site.asked[1]["if-none-match"] == '"one"'
    assert again.kept.confirmed == NOW + timedelta(days=3)
    assert again.kept.fetched == NOW
    server.site.body, server.site.etag = NEWER, '"two"'
    newer = office.get(server.url(), day=4)
    assert newer.path.read_bytes() == NEWER
    assert not first.path.exists()
    assert [file.name for file in newer.path.parents[1].iterdir() if file.is_file()] == [
        "kept.json"
    ]


def test_without_validators_it_comes_each_time(server: Server, office: Office) -> None:
    server.site.etag = server.site.modified = None
    copies = [office.get(server.url()) for _ in range(2)]
    assert [copy.freshness for copy in copies] == [Freshness.DOWNLOADED] * 2
    assert copies[1].path.read_bytes() == BODY
    assert copies[1].modified == NOW


def test_a_copy_that_was_harmed_is_not_relied_on(server: Server, office: Office) -> None:
    office.get(server.url()).path.write_bytes(b"x" * len(BODY))
    assert "no copy of this source" in office.fails(server.url(), offline=True).message
    again = office.get(server.url())
    assert (again.freshness, again.path.read_bytes()) == (Freshness.DOWNLOADED, BODY)


@pytest.mark.parametrize("etag", ['"one"', 'W/"one"', None])
def test_broken_off_again_and_again_it_goes_on(
    server: Server, office: Office, etag: str | None
) -> None:
    server.site.etag = etag
    server.site.cut_at = [100_000, 50_000, 1]
    assert office.get(server.url()).path.read_bytes() == BODY
    assert [asked.get("range") for asked in server.site.asked] == [
        *(None, "bytes=100000-", "bytes=150000-", "bytes=150001-"),
    ]


def test_half_a_download_is_gone_on_with_by_the_next_refresh(
    server: Server, office: Office
) -> None:
    server.site.cut_at = [1000, 0]
    error = office.fails(server.url())
    assert isinstance(error, Refused)
    assert "broke off" in error.message
    assert office.get(server.url()).path.read_bytes() == BODY
    assert server.site.asked[-1]["range"] == "bytes=1000-"
    assert "Downloading http://127.0.0.1" in office.narration.getvalue()


@pytest.mark.parametrize(
    "mood",
    [
        {"ranges": False},
        {"body": NEWER, "etag": '"two"'},  # it has changed in between
        {"range_lie": "bytes 5-299999/300000"},
        {"range_lie": "bytes 1000-299999/17"},
        {"range_lie": "octets"},
        {"body": BODY[:500]},  # shorter than what is there: 416
    ],
)
def test_half_a_download_that_fits_nothing_begins_again(
    server: Server, office: Office, mood: dict[str, Any]
) -> None:
    server.site.cut_at = [1000, 0]
    office.fails(server.url())
    for name, value in mood.items():
        setattr(server.site, name, value)
    assert office.get(server.url()).path.read_bytes() == server.site.body


def test_a_server_without_ranges_is_asked_once(server: Server, office: Office) -> None:
    server.site.etag = server.site.modified = None
    server.site.cut_at = [1000] * 9
    assert "broke off" in office.fails(server.url()).message
    assert len(server.site.asked) == 1


def test_attempts_come_to_an_end(server: Server, office: Office) -> None:
    server.site.cut_at = [1000] * 90
    office.fails(server.url())
    assert len(server.site.asked) == QUICK.attempts


def test_a_length_that_promises_too_much(server: Server, office: Office) -> None:
    server.site.length = len(BODY) + 7
    assert "broke off" in office.fails(server.url()).message


def test_a_body_without_a_length(server: Server, office: Office) -> None:
    server.site.stated_length = False
    assert office.get(server.url()).path.read_bytes() == BODY


def test_a_server_that_hangs(server: Server, office: Office) -> None:
    server.site.hang = True
    error = office.fails(server.url(), limits=Limits(read_s=0.05))
    assert isinstance(error, Refused)
    assert "stopped sending" in error.message


def test_a_server_that_only_pretends_to_send(server: Server, office: Office) -> None:
    hours = count(step=3600)
    limits = Limits(slow_s=60, slow_bytes=10_000_000)
    error = office.fails(server.url(), limits=limits, clock=lambda: float(next(hours)))
    assert "too slowly" in error.message
    patient = Limits(slow_s=60, slow_bytes=1)
    assert office.get(server.url(), limits=patient, clock=lambda: float(next(hours)))


def test_nobody_there(office: Office) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    error = office.fails(f"http://127.0.0.1:{port}/x?token=secret")
    assert isinstance(error, Refused)
    assert "cannot be reached" in error.message
    assert "secret" not in str(error)


def test_the_network_fails_and_a_copy_is_there(server: Server, office: Office) -> None:
    kept = office.get(server.url())
    server.site.status = 503
    server.site.etag = '"two"'
    error = office.fails(server.url(), day=1)
    assert isinstance(error, Refused)
    assert "The copy of 2026-11-21 is kept" in error.remedy
    assert "--offline" in error.remedy
    asked = len(server.site.asked)
    offline = office.get(server.url(), day=9, offline=True)
    assert (offline.freshness, offline.path) == (Freshness.KEPT, kept.path)
    assert offline.kept.confirmed == NOW
    assert len(server.site.asked) == asked


@pytest.mark.parametrize(
    ("status", "kind", "says"),
    [
        (401, Unreadable, "another key"),
        (403, Unreadable, "another key"),
        (404, Unreadable, "nothing under this address"),
        (410, Unreadable, "nothing under this address"),
        (418, Unreadable, "gives no file"),
        (206, Unreadable, "gives no file"),
        (300, Unreadable, "gives no file"),
        (304, Unreadable, "gives no file"),
        (429, Refused, "asked too often"),
        (500, Refused, "fault of its own"),
        (503, Refused, "fault of its own"),
    ],
)
def test_what_a_server_answers(
    server: Server, office: Office, status: int, kind: type[HouseError], says: str
) -> None:
    server.site.status = status
    server.site.body = b""
    error = office.fails(server.url())
    assert type(error) is kind
    assert says in error.message
    assert not list(office.folder.rglob("kept.json"))


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (b"\xef\xbb\xbf\n<!DOCTYPE HTML><title>Expired", "application/zip"),
        (b"<html><body>Maintenance", "application/octet-stream"),
        (b"<?xml version='1.0'?><!DOCTYPE html>", "application/xhtml+xml"),
        (b"<div>Connexion", "text/html; charset=utf-8"),
        (b"", "application/zip"),
    ],
)
def test_a_page_instead_of_the_file(
    server: Server, office: Office, body: bytes, media_type: str
) -> None:
    kept = office.get(server.url())
    server.site.body, server.site.media_type, server.site.etag = body, media_type, None
    error = office.fails(server.url())
    assert isinstance(error, Unreadable)
    assert "web page" in error.message or "empty" in error.message
    assert "The copy of" in error.remedy
    assert office.get(server.url(), offline=True).path == kept.path


@pytest.mark.parametrize("body", [b'{"a": 1}', b"<gpx></gpx>", b"PK\3\4", b"<?xml ?><x/>"])
def test_data_sent_as_a_page_is_data(server: Server, office: Office, body: bytes) -> None:
    server.site.body, server.site.media_type = body, "text/html"
    assert office.get(server.url()).path.read_bytes() == body


def raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


def two_members(body: bytes) -> bytes:
    return gzip.compress(body[:1000]) + gzip.compress(body[1000:])


@pytest.mark.parametrize(
    ("coding", "pack"),
    [
        ("gzip", gzip.compress),
        ("x-gzip", gzip.compress),
        ("gzip", two_members),
        ("deflate", zlib.compress),
        ("deflate", raw_deflate),
        ("identity", bytes),
    ],
)
def test_a_packed_answer(
    server: Server, office: Office, coding: str, pack: Callable[[bytes], bytes]
) -> None:
    server.site.body, server.site.coding = pack(BODY), coding
    server.site.cut_at = [1000]
    assert office.get(server.url()).path.read_bytes() == BODY
    assert len(server.site.asked) == 2


@pytest.mark.parametrize(
    ("coding", "body", "says"),
    [
        ("br", BODY, "packed with 'br'"),
        ("gzip", BODY, "damaged"),
        ("gzip", gzip.compress(BODY)[:-100], "damaged"),
        ("gzip", b"", "damaged"),
        ("deflate", b"", "damaged"),
    ],
)
def test_packed_in_vain(
    server: Server, office: Office, coding: str, body: bytes, says: str
) -> None:
    server.site.body, server.site.coding = body, coding
    error = office.fails(server.url())
    assert isinstance(error, Unreadable)
    assert says in error.message


def test_a_bomb(server: Server, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrival, "_RATIO_FROM", 1 << 20)
    server.site.body, server.site.coding = gzip.compress(bytes(5 << 20)), "gzip"
    error = office.fails(server.url())
    assert "unpack to more than" in error.message
    monkeypatch.setattr(arrival, "_RATIO_FROM", 1 << 30)
    small = Limits(bytes=2 << 20)
    assert "unpack to more than" in office.fails(server.url(), limits=small).message
    assert max(file.stat().st_size for file in office.folder.rglob("*") if file.is_file()) < 3 << 20


@pytest.mark.parametrize("stated", [True, False])
def test_a_file_too_large(server: Server, office: Office, stated: bool) -> None:
    server.site.stated_length = stated
    error = office.fails(server.url(), limits=Limits(bytes=100_000))
    assert isinstance(error, Unreadable)
    assert "larger than" in error.message
    assert not list(office.folder.rglob(".part"))


def test_redirects(server: Server, office: Office) -> None:
    server.site.location = "/landed"
    copy = office.get(server.url("/here", userinfo="me:secret@"))
    assert copy.path.read_bytes() == BODY
    assert [asked["path"] for asked in server.site.asked] == ["/here", "/landed"]
    assert server.site.asked[0]["authorization"] == server.site.asked[1]["authorization"]
    assert "secret" not in copy.address
    with Server() as elsewhere:
        elsewhere.site.body = BODY
        server.site.location = elsewhere.url("/landed")
        office.get(server.url("/there", userinfo="me:secret@"))
        assert "authorization" not in elsewhere.site.asked[0]


@pytest.mark.parametrize(
    ("location", "says"),
    [
        ("/again", "leads on and on"),
        ("ftp://x/y", "no web address"),
        ("http://[", "no web address"),
        ("file:///etc/passwd", "no web address"),
    ],
)
def test_redirects_that_lead_nowhere(
    server: Server, office: Office, location: str, says: str
) -> None:
    server.site.location = location
    assert says in office.fails(server.url()).message
    assert len(server.site.asked) <= QUICK.redirects + 1


def test_from_https_to_http_is_refused() -> None:
    httpx = pytest.importorskip("httpx")
    with pytest.raises(arrival.Unusable, match="without encryption") as caught:
        _redirected(httpx.URL("https://a/"), "http://b/?token=secret")
    assert "secret" not in str(caught.value)
    assert _redirected(httpx.URL("http://a/"), "https://b/") == httpx.URL("https://b/")


@pytest.mark.parametrize(
    ("path", "media_type", "disposition", "name"),
    [
        ("/flux.zip", "application/octet-stream", None, "flux.zip"),
        ("/export.php?format=csv", "text/csv; charset=utf-8", None, "export.csv"),
        ("/webservice/abc/KEY", "application/zip", None, "127.zip"),
        ("/", "application/geo+json", None, "127.geojson"),
        ("/x", "", None, "x"),
        ("/x", "text/csv", 'attachment; filename="toilettes.csv"', "toilettes.csv"),
        ("/x", "", "attachment; filename*=UTF-8''%C3%A9t%C3%A9.json", "ete.json"),
        ("/x", "", 'attachment; filename="../../.bashrc"', "bashrc"),
        ("/%2e%2e%2fa.csv", "", None, "a.csv"),
        ("/" + "a" * 300 + ".csv", "", None, "a" * 57 + ".csv"),
    ],
)
def test_names(
    server: Server, office: Office, path: str, media_type: str, disposition: str | None, name: str
) -> None:
    server.site.media_type, server.site.disposition = media_type, disposition
    copy = office.get(server.url(path))
    assert copy.path.name == name
    assert copy.path.resolve().is_relative_to(office.folder.resolve())


@pytest.mark.parametrize(
    "address",
    ["http://", "http://[", "https://a b/", "http://\u0000/", "http://x:99999/", "http://x:y/"],
)
def test_what_is_no_address(office: Office, address: str) -> None:
    assert "not a web address" in office.fails(address).message


def test_a_full_disk(server: Server, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = office.get(server.url())
    server.site.body, server.site.etag = NEWER, '"two"'

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        assert "no room left" in office.fails(server.url()).message
    assert office.get(server.url(), offline=True).path == kept.path


def test_progress_counts_kilobytes(server: Server, office: Office) -> None:
    office.get(server.url())
    told = office.narration.getvalue()
    assert "Downloading http://127.0.0.1" in told
    assert "kB" in told
