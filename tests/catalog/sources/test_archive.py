from __future__ import annotations

import os
import stat
import zipfile
from typing import TYPE_CHECKING

import pytest

from catalog.errors import Unreadable
from catalog.sources.archive import Archive, BadMember, Folder, Limits, is_safe

if TYPE_CHECKING:
    from pathlib import Path

SMALL = Limits(members=10, member=1000, index=1000, total=3000, ratio=20, ratio_from=5000)


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def test_reads_and_ignores_litter(tmp_path: Path) -> None:
    members = {"a/b.json": b"1", "__MACOSX/a/._b.json": b"x", "a/.DS_Store": b"x"}
    with Archive(zipped(tmp_path / "a.zip", members)) as archive:
        assert archive.names == {"a/b.json"}
        assert archive.read("a/b.json") == b"1"
        assert archive.unsafe == ()


@pytest.mark.parametrize("name", ["../a", "/etc/passwd", "a/../../b", "C:/a", "a\\b", ""])
def test_unsafe_names(name: str) -> None:
    assert not is_safe(name)


def test_unsafe_members_are_not_read(tmp_path: Path) -> None:
    with Archive(zipped(tmp_path / "a.zip", {"../evil.json": b"1", "good.json": b"2"})) as archive:
        assert archive.names == {"good.json"}
        assert archive.unsafe == ("../evil.json",)
        with pytest.raises(BadMember, match="not in the archive"):
            archive.read("../evil.json")


def test_a_member_that_is_too_large(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"big": os.urandom(1001), "small": b"1"})
    with Archive(path, SMALL) as archive:
        with pytest.raises(BadMember, match="larger than"):
            archive.read("big")
        assert archive.read("small") == b"1"


def test_too_much_in_all(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {str(n): os.urandom(900) for n in range(3)})
    with Archive(path, SMALL) as archive:
        for name in ("0", "1", "2"):
            archive.read(name)
        with pytest.raises(Unreadable, match="unpacked"):
            archive.read("0")


def test_a_bomb_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("index.json", "w") as stream,
    ):
        for _ in range(300):
            stream.write(b" " * 1_000_000)
    assert path.stat().st_size < 2_000_000
    with pytest.raises(Unreadable, match="would unpack to") as caught:
        Archive(path)
    assert "bomb.zip" in str(caught.value)


def test_too_many_entries(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {str(n): b"" for n in range(11)})
    with pytest.raises(Unreadable, match="11 entries"):
        Archive(path, SMALL)


def test_a_zip_that_was_cut_short(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a": os.urandom(5000)})
    path.write_bytes(path.read_bytes()[:2500])
    with pytest.raises(Unreadable, match="cut short"):
        Archive(path)


def test_a_damaged_member(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a": b"hello " * 500, "b": b"1"})
    raw = bytearray(path.read_bytes())
    raw[40] ^= 0xFF
    path.write_bytes(raw)
    with Archive(path) as archive:
        with pytest.raises(BadMember, match="damaged"):
            archive.read("a")
        assert archive.read("b") == b"1"


def test_an_encrypted_member(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a": b"secret"})
    raw = bytearray(path.read_bytes())
    raw[6] |= 1  # the flag of the local header
    central = raw.rindex(b"PK\x01\x02")
    raw[central + 8] |= 1
    path.write_bytes(raw)
    with Archive(path) as archive, pytest.raises(BadMember, match="encrypted"):
        archive.read("a")


def test_folder(tmp_path: Path) -> None:
    (tmp_path / "in" / "sub").mkdir(parents=True)
    (tmp_path / "in" / "sub" / "a.json").write_bytes(b"1")
    (tmp_path / "secret").write_bytes(b"2")
    (tmp_path / "in" / "link").symlink_to(tmp_path / "secret")
    with Folder(tmp_path / "in") as folder:
        assert "sub/a.json" in folder.names
        assert folder.read("sub/a.json") == b"1"
        with pytest.raises(BadMember, match="leads out"):
            folder.read("link")
        with pytest.raises(BadMember, match="leads out"):
            folder.read("../secret")
        with pytest.raises(BadMember, match="does not exist"):
            folder.read("nothing")
        os.mkfifo(tmp_path / "in" / "pipe")
        with pytest.raises(BadMember, match="not a file"):
            folder.read("pipe")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"1")
    path.chmod(stat.S_IWUSR)
    with Folder(tmp_path) as folder, pytest.raises(BadMember, match="permissions"):
        folder.read("a")
