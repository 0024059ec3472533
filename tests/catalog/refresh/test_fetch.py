"""Sources by address, from settings and inboxes, through whole refreshes."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from catalog.errors import Refused, Unreadable
from catalog.refresh import build
from catalog.refresh.letter import letter
from catalog.refresh.progress import Progress
from catalog.refresh.report import LeftOut, Outcome, Report
from catalog.refresh.run import Refresh
from catalog.refresh.settings import Settings, SourceSetting
from catalog.refresh.wording import Wording
from catalog.search.index import IndexWriter
from catalog.store.reader import Catalogue
from catalog.store.versions import DataFolder
from tests.catalog.making import NOW
from tests.catalog.refresh.server import Server
from tests.catalog.refresh.test_reasons import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.refresh.run import Result

HEAD = 'house-catalogue = 1\n[source]\nname = "essai"\n'
LISTING = """
[[listing]]
id = "l{n}"
kinds = ["attraction"]
name = "Château {n}"
place = {{ lat = 44.08, lon = 1.73 }}
"""


def house(count: int = 3) -> bytes:
    return (HEAD + "".join(LISTING.format(n=n) for n in range(count))).encode()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    with Server() as server:
        server.site.body, server.site.media_type = house(), "application/toml"
        yield server


class Office:
    def __init__(self, folder: Path) -> None:
        self.data = DataFolder(folder / "data")
        self.narration = io.StringIO()

    def run(self, *sources: str, day: int = 0, **options: Any) -> Result:
        progress = Progress(self.narration, Wording("fr"))
        now = NOW + timedelta(days=day)
        return Refresh(self.data, progress, **options).run(sources, now)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setattr(build, "IndexWriter", partial(IndexWriter, concepts={}))
    return Office(tmp_path)


def test_an_address_from_download_to_offline(server: Server, office: Office) -> None:
    address = server.url("/essai?key=SECRET")
    first = office.run(address).report
    assert (first.outcome, first.listings) == (Outcome.PUBLISHED, 3)
    (source,) = first.sources
    assert source.path == server.url("/essai?key=***")
    assert (source.freshness, source.fetched) == ("downloaded", NOW.isoformat())
    again = office.run(address, day=1).report
    assert (again.outcome, again.sources[0].freshness) == (Outcome.SAME, "not_changed")
    server.site.status = 500
    failed = office.run(address, day=2)
    assert isinstance(failed.error, Refused)
    assert failed.error.where == server.url("/essai?key=***")
    assert "The copy of 2026-11-22 is kept" in failed.error.remedy
    offline = office.run(address, day=2, offline=True).report
    assert (offline.outcome, offline.warnings) == (Outcome.SAME, {"offline_copy": 1})
    assert offline.warning_examples["offline_copy"][0].detail == "2026-11-22 09:30"
    assert offline.sources[0].freshness == "kept"
    assert Report.from_json(offline.to_json()) == offline


def test_no_secret_is_kept_or_told(server: Server, office: Office) -> None:
    for body in (house(), b"%PDF", b""):
        server.site.body, server.site.etag = body, None
        result = office.run(server.url("/essai?key=SECRET", userinfo="me:SECRET@"))
        for lang in ("fr", "en"):
            assert "SECRET" not in letter(result.report, Wording(lang))
        assert b"SECRET" not in result.report.to_json()
        assert "SECRET" not in str(result.error)
    assert "SECRET" not in office.narration.getvalue()
    for file in office.data.path.rglob("*"):
        assert "SECRET" not in str(file)
        assert not file.is_file() or b"SECRET" not in file.read_bytes()


@pytest.mark.parametrize(
    "mood",
    [
        {"status": 404},
        {"status": 401},
        {"status": 418},
        {"status": 429},
        {"status": 503},
        {"body": b""},
        {"body": b"<html>"},
        {"body": b"%PDF"},
        {"cut_at": [9] * 9},
        {"coding": "br"},
        {"coding": "gzip"},
        {"location": "/again"},
        {"location": "ftp://x/"},
    ],
)
@pytest.mark.parametrize("kept", [True, False])
def test_every_failure_is_told_in_french(
    server: Server, office: Office, mood: dict[str, Any], kept: bool
) -> None:
    if kept:
        office.run(server.url("/essai"))
    server.site.etag = server.site.modified = None
    for name, value in mood.items():
        setattr(server.site, name, value)
    result = office.run(server.url("/essai"))
    told = letter(result.report, Wording("fr"))
    assert result.error is not None
    assert "PAS PUBLIÉ" in told
    assert not ENGLISH.search(told.replace("/essai", "")), told


def test_what_no_reader_knows_does_not_take_the_place_of_a_good_copy(
    server: Server, office: Office
) -> None:
    office.run(server.url("/essai"))
    server.site.body, server.site.etag = b"%PDF-1.7", '"two"'
    server.site.media_type = "application/pdf"
    result = office.run(server.url("/essai"), force=True)
    assert isinstance(result.error, Unreadable)
    assert result.error.where == server.url("/essai")
    assert "a PDF document" in result.error.message
    assert office.run(server.url("/essai"), offline=True).report.listings == 3


def test_offline_without_a_copy(server: Server, office: Office) -> None:
    result = office.run(server.url("/essai"), offline=True)
    assert isinstance(result.error, Refused)
    assert "no copy" in result.error.message
    assert server.site.asked == []


def test_settings_name_the_sources(server: Server, office: Office, tmp_path: Path) -> None:
    file = tmp_path / "autre.toml"
    other = house(1).replace(b'"essai"', b'"autre"\nlicence = "ODbL"')
    file.write_bytes(other.replace("Château".encode(), b"Lac").replace(b"44.08", b"44.9"))
    week_ago = (NOW - timedelta(days=9)).timestamp()
    os.utime(file, (week_ago, week_ago))
    server.site.modified = (NOW - timedelta(days=40)).timestamp()
    settings = Settings(
        sources=(
            SourceSetting(
                origin=server.url("/essai"), name="Flux du Tarn", licence="LO 2.0", max_age_days=30
            ),
            SourceSetting(origin=str(file), licence="LO 2.0", max_age_days=9),
        )
    )
    report = office.run(settings=settings).report
    assert (report.listings, [source.name for source in report.sources]) == (
        4,
        ["Flux du Tarn", ""],
    )
    assert report.warnings == {"source_too_old": 1}
    (example,) = report.warning_examples["source_too_old"]
    assert (example.id, example.detail) == ("Flux du Tarn", "2026-10-12, 40 days old, 30 allowed")
    assert "40 jours, pour 30 au plus" in letter(report, Wording("fr"))
    with Catalogue.open(office.data.current) as catalogue:
        licences = {listing.id: listing.sources[0].licence for listing in catalogue.all()}
    assert licences["essai:l0"] == "LO 2.0"  # type: ignore[index]
    assert licences["autre:l0"] == "ODbL"  # type: ignore[index]
    assert office.run(str(file), settings=settings, force=True).report.listings == 1


def test_a_source_of_the_settings_that_shrinks(office: Office, tmp_path: Path) -> None:
    one, other = tmp_path / "one.toml", tmp_path / "other.toml"
    one.write_bytes(house(200))
    other.write_bytes(house(20).replace(b'"essai"', b'"autre"'))
    assert office.run(str(one), str(other)).error is None
    other.write_bytes(house(15).replace(b'"essai"', b'"autre"'))
    result = office.run(str(one), str(other))
    assert isinstance(result.error, Refused)
    assert "source autre has 15 records" in result.error.message
    assert office.run(str(one), str(other), settings=Settings(largest_drop=0.25)).error is None


def test_a_file_of_no_known_format_in_the_inbox(office: Office, tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    (inbox / "zip").mkdir(parents=True)
    (inbox / "zip" / "essai.toml").write_bytes(house())
    (inbox / "photo.png").write_bytes(b"\x89PNG....")
    for junk in ("Thumbs.db", "desktop.ini", "~$export.xlsx", ".DS_Store"):
        (inbox / junk).write_bytes(b"\x00")
    result = office.run(str(inbox))
    assert isinstance(result.error, Unreadable)
    assert result.error.where == str(inbox / "photo.png")
    assert not office.data.current.exists()
    report = office.run(str(inbox), force=True).report
    assert (report.listings, report.warnings) == (3, {"source_left_out": 1})
    reason = "this seems to be a picture, which this version does not read"
    assert report.left_out == (LeftOut(str(inbox / "photo.png"), reason),)
    assert "photo.png" in letter(report, Wording("fr"))
    assert Report.from_json(report.to_json()) == report


def test_an_inbox_with_a_pipe_or_a_dead_link_in_it(office: Office, tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "essai.toml").write_bytes(house())
    (inbox / "z.toml").symlink_to("nowhere")
    says = "there is no such file"
    for _ in range(2):
        result = office.run(str(inbox), force=True)
        assert isinstance(result.error, Unreadable)
        assert result.error.message.startswith(says)
        assert result.error.where == str(inbox / "z.toml")
        (inbox / "z.toml").unlink()
        os.mkfifo(inbox / "z.toml")
        says = "this is neither a file nor a folder"


def test_an_overlay_that_is_out_of_reach_stops_the_refresh(office: Office, tmp_path: Path) -> None:
    """Published without it, the catalogue would have lost every correction without a word."""
    (tmp_path / "essai.toml").write_bytes(house())
    overlay = office.data.path / "overlay"
    overlay.mkdir(parents=True)
    (overlay / "Thumbs.db").write_bytes(b"\x00")
    assert office.run(str(tmp_path / "essai.toml")).error is None
    (overlay / "Thumbs.db").unlink()
    overlay.rmdir()
    overlay.symlink_to(tmp_path / "stick" / "overlay")
    result = office.run(str(tmp_path / "essai.toml"), day=1)
    assert isinstance(result.error, Unreadable)
    assert result.error.where == str(overlay)


@pytest.mark.parametrize(
    ("name", "content"), [("flux.zip", b"PK\3\4cut"), ("e.toml", b"x"), ("empty.csv", b"")]
)
def test_force_leaves_out_nothing_that_is_broken(
    office: Office, tmp_path: Path, name: str, content: bytes
) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "essai.toml").write_bytes(house())
    (inbox / "z.png").write_bytes(b"\x89PNG....")
    (inbox / name).write_bytes(content)
    assert isinstance(office.run(str(inbox), force=True).error, Unreadable)
    assert not office.data.current.exists()


def test_a_file_that_is_named_is_not_left_out(office: Office, tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(b"\x89PNG....")
    assert isinstance(office.run(str(tmp_path / "photo.png"), force=True).error, Unreadable)


def test_a_refresh_of_files_does_not_load_the_web() -> None:
    script = "import sys, catalog.commands.refresh; print('httpx' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
    )
    assert done.stdout.strip() == "False"
