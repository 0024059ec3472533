from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
import threading
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from catalog.errors import CatalogueDamaged, Refused, WrongUse
from catalog.model import ListingId
from catalog.store import checksum
from catalog.store.reader import Catalogue
from catalog.store.versions import KEPT, DataFolder
from catalog.store.writer import CatalogueWriter
from tests.catalog.dying import deaths
from tests.catalog.making import NOW, make, write

if TYPE_CHECKING:
    from pathlib import Path

ONE = ListingId("test:1")


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


def publish(folder: DataFolder, day: int, name: str = "Château") -> str:
    version = folder.new_version(NOW + timedelta(days=day))
    with folder.locked():
        write(folder.building, [make("1", f"{name} {day}")], version=version)
        folder.publish(folder.building)
    return version


def name_in_use(folder: DataFolder) -> str:
    with Catalogue.open(folder.current) as catalogue:
        catalogue.check()
        listing = catalogue.get(ONE)
        assert listing is not None
        return listing.name.texts[0].text


def test_the_last_five_versions_are_kept(folder: DataFolder) -> None:
    published = [publish(folder, day) for day in range(KEPT + 2)]
    assert [version.name for version in folder.versions()] == published[:1:-1]
    assert [version.current for version in folder.versions()] == [True, False, False, False, False]
    assert name_in_use(folder) == f"Château {KEPT + 1}"
    with closing(sqlite3.connect(folder.current)) as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_rollback_and_forward_again(folder: DataFolder) -> None:
    first, second, third = (publish(folder, day) for day in range(3))
    with folder.locked():
        assert folder.rollback().version == second
        assert folder.rollback().version == first
        with pytest.raises(Refused, match="no earlier version"):
            folder.rollback()
        assert name_in_use(folder) == "Château 0"
        assert folder.rollback(third).version == third
        assert folder.rollback(third).version == third
        with pytest.raises(WrongUse, match="no version '2020'"):
            folder.rollback("2020")
    assert name_in_use(folder) == "Château 2"
    assert [version.name for version in folder.versions()] == [third, second, first]


def test_rollback_to_a_broken_version_changes_nothing(folder: DataFolder) -> None:
    publish(folder, 0)
    publish(folder, 1)
    kept = folder.versions()[1].path
    kept.write_bytes(kept.read_bytes()[:20_000])
    with folder.locked():
        with pytest.raises(CatalogueDamaged):
            folder.rollback(folder.versions()[1].name)
        with pytest.raises(Refused, match="no earlier version"):
            folder.rollback()
    assert name_in_use(folder) == "Château 1"


def test_two_versions_in_one_second(folder: DataFolder) -> None:
    names = [publish(folder, 0) for _ in range(3)]
    assert names == [names[0], f"{names[0]}-2", f"{names[0]}-3"]
    assert len(folder.versions()) == 3


def test_a_clock_that_went_back(folder: DataFolder) -> None:
    first = publish(folder, 0)
    again = publish(folder, -3000, "Tour")
    assert again > first
    assert folder.rollback().version == first
    for _ in range(12):  # and one that stands still
        again = publish(folder, 0)
    assert folder.versions()[0].name == again


def test_a_catalogue_copied_in_by_hand_is_kept_too(folder: DataFolder) -> None:
    publish(folder, 0)
    shutil.rmtree(folder.path / "versions")
    assert [version.current for version in folder.versions()] == [True]
    publish(folder, 1)
    with folder.locked():
        folder.rollback()
    assert name_in_use(folder) == "Château 0"


def test_without_hard_links(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> None:
        raise OSError(errno.EPERM, "no hard links on this disk")

    monkeypatch.setattr(os, "link", none)
    publish(folder, 0)
    publish(folder, 1)
    with folder.locked():
        folder.rollback()
    assert name_in_use(folder) == "Château 0"


def test_forget_spares_the_version_in_use(folder: DataFolder) -> None:
    first, second = publish(folder, 0), publish(folder, 1)
    folder.forget(second)
    folder.forget(first)
    assert [version.name for version in folder.versions()] == [second]


def test_an_open_reader_keeps_its_catalogue(folder: DataFolder) -> None:
    publish(folder, 0)
    with Catalogue.open(folder.current) as reader:
        assert not reader.changed_on_disk()
        publish(folder, 1)
        assert reader.changed_on_disk()
        listing = reader.get(ONE)
        assert listing is not None
        assert listing.name.texts[0].text == "Château 0"
        folder.current.unlink()
        assert reader.changed_on_disk()


def test_two_at_once(folder: DataFolder) -> None:
    with folder.locked():
        with (
            pytest.raises(Refused, match=f"at work.*process {os.getpid()}, since 2"),
            folder.locked(),
        ):
            pass
        publish_file = folder.building
        publish_file.write_bytes(b"work in progress")
        with pytest.raises(Refused), folder.locked():
            pass
        assert publish_file.exists()
    assert not publish_file.exists()
    with folder.locked():
        pass


@pytest.mark.parametrize("end", ["-wal", "-journal", "-shm"])
def test_a_journal_beside_the_catalogue_is_refused(folder: DataFolder, end: str) -> None:
    publish(folder, 0)
    stray = folder.current.with_name(folder.current.name + end)
    stray.write_bytes(b"x")
    with pytest.raises(Refused, match=end), folder.locked():
        pass
    assert stray.read_bytes() == b"x"
    assert name_in_use(folder) == "Château 0"


def sha256sum(folder: DataFolder) -> set[str]:
    """What coreutils say of every checksum file in the folder."""
    said = set()
    for stated in folder.path.rglob("*.sha256"):
        done = subprocess.run(
            [str(shutil.which("sha256sum")), "--check", "--strict", stated.name],
            cwd=stated.parent,
            capture_output=True,
            text=True,
            check=False,
        )
        said.add(f"{done.returncode}")
    return said


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="coreutils are not installed")
def test_checksums_are_those_of_sha256sum(folder: DataFolder) -> None:
    for day in range(3):
        publish(folder, day)
    assert sha256sum(folder) == {"0"}
    assert len(list(folder.path.rglob("*.sha256"))) == 4
    with folder.locked():
        folder.rollback()
    assert sha256sum(folder) == {"0"}
    folder.current.unlink()  # a new file: the one of the version stays as it is
    folder.current.write_bytes(b"x")
    assert sha256sum(folder) == {"0", "1"}


def test_what_is_no_longer_what_was_published(folder: DataFolder) -> None:
    first = publish(folder, 0)
    publish(folder, 1)
    newer, older = folder.versions()
    assert [folder.is_whole(version) for version in (newer, older)] == [True, True]
    harm(older.path)
    assert [folder.is_whole(version) for version in (newer, older)] == [True, False]
    with folder.locked(), pytest.raises(CatalogueDamaged, match=first) as caught:
        folder.rollback()
    assert "--check" in caught.value.remedy
    assert name_in_use(folder) == "Château 1"
    checksum.beside(older.path).unlink()
    assert folder.is_whole(older) is None
    checksum.beside(newer.path).write_bytes(b"\xff rubbish")
    assert folder.is_whole(newer)  # the echo beside the catalogue in use
    checksum.beside(folder.current).unlink()
    assert folder.is_whole(newer) is None


def harm(path: Path) -> None:
    """Change one letter of a name: SQLite sees nothing wrong."""
    content = path.read_bytes()
    assert content.count("Château".encode()) >= 1
    path.write_bytes(content.replace("Château".encode(), b"Chateaux"))


def test_the_catalogue_in_use_is_mended_from_its_version(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> None:
        raise OSError(errno.EPERM, "no hard links on this disk")

    monkeypatch.setattr(os, "link", none)
    version = publish(folder, 0)
    harm(folder.current)
    (only,) = folder.versions()
    assert folder.is_whole(only) is False
    with folder.locked():
        assert folder.rollback(version).version == version
    assert folder.is_whole(only)
    assert name_in_use(folder) == "Château 0"


def test_a_checksum_that_is_left_behind_is_set_right(folder: DataFolder) -> None:
    publish(folder, 0)
    echo = checksum.beside(folder.current)
    right = echo.read_bytes()
    orphan = checksum.beside(folder.versions()[0].path.with_name("catalogue-2020.sqlite"))
    for wrong in (b"", right.replace(b"  ", b"?"), b"0" * 64 + b"  catalogue.sqlite\n"):
        echo.write_bytes(wrong)
        orphan.write_bytes(right)
        with folder.locked():
            assert echo.read_bytes() == right
            assert not orphan.exists()


def test_a_catalogue_copied_in_by_hand_gets_its_checksum(folder: DataFolder) -> None:
    publish(folder, 0)
    shutil.rmtree(folder.path / "versions")
    (only,) = folder.versions()
    assert folder.is_whole(only)  # by the checksum that came with it
    checksum.beside(folder.current).unlink()
    assert folder.is_whole(only) is None
    publish(folder, 1)
    assert [folder.is_whole(version) for version in folder.versions()] == [True, True]


def test_what_a_new_catalogue_is_compared_with(folder: DataFolder) -> None:
    assert folder.last_good() is None
    first, second = publish(folder, 0), publish(folder, 1)
    assert folder.last_good() == replace(folder.versions()[0], path=folder.current)
    folder.current.unlink()
    folder.current.write_bytes(b"rubbish")
    found = folder.last_good()
    assert found is not None
    assert (found.name, found.current) == (second, False)
    with folder.locked():
        folder.rollback(first)
    assert name_in_use(folder) == "Château 0"


def test_as_many_versions_as_asked(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data", keep=2)
    published = [publish(folder, day) for day in range(4)]
    assert [version.name for version in folder.versions()] == published[:1:-1]
    assert len(list(folder.path.rglob("*.sha256"))) == 3


def test_waiting_for_another(folder: DataFolder) -> None:
    told: list[tuple[str, str]] = []
    asked, order = threading.Event(), []

    def waiting(process: str, since: str) -> None:
        told.append((process, since))
        asked.set()

    def second() -> None:
        with DataFolder(folder.path).locked(waiting=waiting) as waited:
            order.append(f"second, waited {waited}")

    thread = threading.Thread(target=second)
    with folder.locked(waiting=waiting) as waited:
        thread.start()
        assert asked.wait(10)
        order.append(f"first, waited {waited}")
    thread.join(10)
    assert order == ["first, waited False", "second, waited True"]
    ((process, since),) = told
    assert process == str(os.getpid())
    assert datetime.fromisoformat(since).year >= 2024


def test_killed_while_publishing(folder: DataFolder) -> None:
    publish(folder, 0)
    names = []
    for _ in deaths(lambda: publish(folder, 1)):
        names.append(name_in_use(folder))
        # At no moment is a good version taken for a damaged one, nor is one without its checksum.
        assert all(folder.is_whole(version) for version in folder.versions())
        assert any(version.current for version in folder.versions())
        if names[-1] == "Château 1":  # published before it died: begin again from the old one
            with folder.locked():
                folder.rollback(folder.versions()[-1].name)
    assert "Château 0" in names
    assert "Château 1" in names
    with folder.locked():
        pass
    assert {file.name for file in (folder.path / "versions").iterdir()} == {
        f"catalogue-{version.name}.sqlite{end}"
        for version in folder.versions()
        for end in ("", ".sha256")
    }
    stated = checksum.beside(folder.current).read_bytes()
    assert stated == checksum.line(checksum.digest_of(folder.current), "catalogue.sqlite")
    leftovers = {path.name for path in folder.path.iterdir()}
    assert leftovers == {".lock", "catalogue.sqlite", "catalogue.sqlite.sha256", "versions"}


def test_killed_while_rolling_back(folder: DataFolder) -> None:
    first, second = publish(folder, 0), publish(folder, 1)

    def back() -> None:
        with folder.locked():
            folder.rollback(first)

    for _ in deaths(back):
        assert name_in_use(folder) in ("Château 0", "Château 1")
        assert all(folder.is_whole(version) for version in folder.versions())
        assert {version.name for version in folder.versions()} == {first, second}
        with folder.locked():
            folder.rollback(second)
    assert name_in_use(folder) == "Château 0"


def test_a_full_disk_while_writing(folder: DataFolder) -> None:
    publish(folder, 0)
    with folder.locked(), pytest.raises(Refused, match="no room left") as caught:
        _fill(folder.building)
    assert str(folder.path) in str(caught.value)
    assert not folder.building.exists()
    assert name_in_use(folder) == "Château 0"


def _fill(path: Path) -> None:
    with CatalogueWriter(path) as writer:
        (pages,) = writer.connection.execute("PRAGMA page_count").fetchone()
        writer.connection.execute(f"PRAGMA max_page_count = {pages + 20}")
        for number in range(1000):
            writer.add(make(str(number)))


def test_a_full_disk_while_swapping(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    publish(folder, 0)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(Refused, match="no room left"):
            publish(folder, 1)
    assert name_in_use(folder) == "Château 0"
    assert not folder.building.exists()


def test_a_report_that_does_not_fit_leaves_the_one_before(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, _: bytes) -> None:
        path.touch()
        raise OSError(errno.ENOSPC, "No space left on device")

    with folder.locked():
        folder.keep_report(b"one")
        monkeypatch.setattr(type(folder.report), "write_bytes", full)
        folder.keep_report(b"two")
    assert folder.report.read_bytes() == b"one"
    assert {path.name for path in folder.path.iterdir()} == {
        ".lock",
        "last-report.json",
        "versions",
    }


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"a file, not a folder")
    with pytest.raises(Refused, match="cannot be written"), DataFolder(tmp_path / "data").locked():
        pass


def test_work_in_progress_that_cannot_be_swept(folder: DataFolder) -> None:
    publish(folder, 1)
    folder.building.mkdir()
    with pytest.raises(Refused, match="cannot be written"), folder.locked():
        pass
    assert name_in_use(folder) == "Château 1"


def test_old_versions_that_cannot_be_removed_do_not_undo_a_publication(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in range(KEPT):
        publish(folder, day)

    def refuse(_folder: DataFolder, _version: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(DataFolder, "_remove", refuse)
    publish(folder, KEPT)
    folder.forget("2020-01-01T000000Z")
    assert name_in_use(folder) == f"Château {KEPT}"
