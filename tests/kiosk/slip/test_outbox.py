from __future__ import annotations

import errno
import os
import stat
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.slip import outbox
from kiosk.slip.outbox import Retention, SavedSlip, SaveOutcome, purge, save, save_sentence
from kiosk.slip.paper import Receipt
from tests.kiosk.slip.samples import NOW, document, translator

if TYPE_CHECKING:
    from kiosk.slip.document import SlipDocument

DOCUMENT = document()
STEM = f"20261121-104700-{DOCUMENT.code}"


@pytest.fixture(autouse=True)
def plain_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sheet is drawn elsewhere; here it only has to be written."""
    monkeypatch.setattr(outbox, "sheet_pdf", lambda _: b"%PDF-1.7")


def keep(folder: Path, slip: SlipDocument = DOCUMENT, **options: Retention) -> SavedSlip:
    return save(slip, Receipt(slip, b"\x89PNG", 80, 21.0), folder, **options)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def at(days: float = 0, seconds: float = 0) -> SlipDocument:
    return replace(DOCUMENT, moment=NOW + timedelta(days=days, seconds=seconds))


def test_three_files_named_by_moment_and_content(tmp_path: Path) -> None:
    saved = keep(tmp_path / "new" / "outbox")
    assert saved.outcome is SaveOutcome.SAVED
    assert [path.name for path in saved.paths] == [f"{STEM}.{end}" for end in ("png", "pdf", "txt")]
    assert saved.paths[0].read_bytes() == b"\x89PNG"
    assert saved.paths[1].read_bytes() == b"%PDF-1.7"
    assert "Musée de l’Œuvre" in saved.paths[2].read_text(encoding="utf-8")
    assert names(tmp_path / "new" / "outbox") == {path.name for path in saved.paths}


def test_nobody_outside_the_group_reads_or_writes(tmp_path: Path) -> None:
    saved = keep(tmp_path / "outbox")
    modes = {stat.S_IMODE(path.stat().st_mode) for path in saved.paths}
    assert not any(mode & (stat.S_IRWXO | stat.S_IWGRP | stat.S_IXUSR) for mode in modes)
    assert not stat.S_IMODE((tmp_path / "outbox").stat().st_mode) & stat.S_IRWXO


@pytest.mark.parametrize(
    ("number", "outcome"),
    [
        (errno.ENOSPC, SaveOutcome.NO_SPACE),
        (errno.EDQUOT, SaveOutcome.NO_SPACE),
        (errno.EIO, SaveOutcome.NOT_WRITABLE),
        (errno.EROFS, SaveOutcome.NOT_WRITABLE),
    ],
)
@pytest.mark.parametrize("failing", [1, 2, 3])
def test_a_disk_that_fails_leaves_nothing_behind(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    outcome: SaveOutcome,
    failing: int,
) -> None:
    calls = iter(range(1, 10))

    def fsync(descriptor: int) -> None:
        if next(calls) == failing:
            raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fsync)
    assert keep(tmp_path) == SavedSlip(outcome)
    assert names(tmp_path) == set()


def test_a_failed_rename_takes_back_what_was_renamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.replace

    def replace_but_text(self: Path, target: Path) -> Path:
        if target.suffix == ".txt":
            raise OSError(errno.EIO, "input/output error")
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", replace_but_text)
    assert keep(tmp_path).outcome is SaveOutcome.NOT_WRITABLE
    assert names(tmp_path) == set()


def test_a_folder_that_is_a_file_is_an_outcome(tmp_path: Path) -> None:
    (tmp_path / "outbox").write_text("not a folder")
    assert keep(tmp_path / "outbox") == SavedSlip(SaveOutcome.NOT_WRITABLE)


def test_old_slips_go_by_age(tmp_path: Path) -> None:
    keep(tmp_path, at(days=-9))
    keep(tmp_path, at(days=-3))
    keep(tmp_path, at(), retention=Retention(days=7))
    assert len(names(tmp_path)) == 6
    assert not any(name.startswith("20261112") for name in names(tmp_path))


def test_old_slips_go_by_number(tmp_path: Path) -> None:
    for second in range(6):
        keep(tmp_path, at(seconds=second), retention=Retention(slips=3))
    assert {name[:15] for name in names(tmp_path)} == {
        "20261121-104703",
        "20261121-104704",
        "20261121-104705",
    }
    assert len(names(tmp_path)) == 9


def test_only_our_own_names_are_ever_removed(tmp_path: Path) -> None:
    mine = {"20200101-101010-ABC-DE.pdf", "20200101-101010-ABC-DE.png.part"}
    others = {
        "20200101-101010-ABC-DE.odt",
        "notes.txt",
        "20200101.pdf",
        "x20200101-101010-ABC-DE.pdf",
    }
    for name in mine | others:
        (tmp_path / name).write_text("x")
    assert purge(tmp_path, NOW) == len(mine)
    assert names(tmp_path) == others


def test_a_half_written_slip_of_a_power_cut_is_swept(tmp_path: Path) -> None:
    (tmp_path / f"{STEM}.png.part").write_text("half")
    purge(tmp_path, NOW)
    assert names(tmp_path) == set()


def test_every_outcome_has_its_sentence() -> None:
    sentences = {save_sentence(outcome, translator("en")) for outcome in SaveOutcome}
    assert len(sentences) == len(SaveOutcome)
    assert all(sentence.endswith(".") for sentence in sentences)
