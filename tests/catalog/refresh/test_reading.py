from __future__ import annotations

import errno
import os
import signal
import struct
from datetime import date
from multiprocessing import Pipe
from multiprocessing.context import SpawnProcess
from typing import TYPE_CHECKING, Any

import pytest

from catalog.errors import Refused, Unreadable
from catalog.refresh import reading as room
from catalog.refresh.licensed import Licensed
from catalog.refresh.prepare import Held, Ready, items
from catalog.refresh.reading import reading
from catalog.search.index import Preparer
from catalog.sources.draft import Draft, Rejection
from catalog.sources.formats import open_source
from tests.catalog.making import make
from tests.catalog.refresh.conftest import Stub
from tests.catalog.sources.datatourisme.objects import thing, write_flux

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 11, 16)


@pytest.fixture
def flux(tmp_path: Path) -> Path:
    objects: dict[str, Any] = {
        f"{n}/{n}.json": thing(**{"@id": f"https://x/{n:03}"}) for n in range(41)
    }
    objects["3/3.json"] = {"@id": "https://x/003"}
    return write_flux(tmp_path / "flux.zip", objects)


@pytest.fixture(autouse=True)
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "WORTH_IT", 10)
    monkeypatch.setattr(os, "cpu_count", lambda: 3)


def test_several_processes_find_what_one_finds_in_the_same_order(flux: Path) -> None:
    alone = list(items(open_source(flux), DAY, Preparer()))
    with reading(flux, open_source(flux), DAY, Preparer()) as found:
        together = list(found)
    assert together == alone
    assert [type(item) for item in alone].count(Rejection) == 1
    assert [type(item) for item in alone].count(Ready) == 40


def test_a_process_that_is_killed_is_noticed(flux: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[room._Worker] = []
    begin = room._Worker.__init__

    def noted(worker: room._Worker, path: Path, *rest: Any) -> None:
        begin(worker, path, *rest)
        started.append(worker)
        pid = worker._process.pid
        assert pid is not None
        os.kill(pid, signal.SIGKILL)

    monkeypatch.setattr(room._Worker, "__init__", noted)
    with (
        pytest.raises(Refused, match="was stopped"),
        reading(flux, open_source(flux), DAY, Preparer()) as found,
    ):
        list(found)
    assert len(started) == 3


def test_ctrl_c_is_not_for_the_processes(flux: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The terminal sends it to all of them, those that are only coming up too."""
    begin = room._Worker.__init__

    def interrupted(worker: room._Worker, path: Path, *rest: Any) -> None:
        begin(worker, path, *rest)
        assert worker._process.pid is not None
        os.kill(worker._process.pid, signal.SIGINT)

    monkeypatch.setattr(room._Worker, "__init__", interrupted)
    with reading(flux, open_source(flux), DAY, Preparer()) as found:
        assert len(list(found)) == 41
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def test_a_process_that_stops_within_a_message_is_noticed(flux: Path) -> None:
    worker = room._Worker.__new__(room._Worker)
    worker._path = flux
    worker._receiver, sender = Pipe(duplex=False)
    os.write(sender.fileno(), struct.pack("!i", 100) + b"half")
    sender.close()
    with pytest.raises(Refused, match="was stopped"):
        next(worker.items())


def test_a_process_that_does_not_start(flux: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr(SpawnProcess, "start", full)
    with (
        pytest.raises(Refused, match="did not start"),
        reading(flux, open_source(flux), DAY, Preparer()),
    ):
        pass


def test_what_a_process_cannot_read_is_said_as_if_it_were_here(flux: Path) -> None:
    reader = open_source(flux)
    flux.write_bytes(b"PK\x03\x04 cut short")
    with (
        pytest.raises(Unreadable, match="damaged or was cut short") as caught,
        reading(flux, reader, DAY, Preparer()) as found,
    ):
        list(found)
    assert caught.value.where == str(flux)
    assert caught.value.remedy


def test_a_source_that_cannot_be_shared_is_read_by_one_process(tmp_path: Path) -> None:
    path = tmp_path / "many.toml"
    head = 'house-catalogue = 1\n[source]\nname = "many"\n'
    record = '[[listing]]\nid = "l{n}"\nkinds = ["food"]\nname = "{n}"\n'
    record += "place = {{ lat = 44, lon = 2 }}\n"
    path.write_text(head + "".join(record.format(n=n) for n in range(30)), encoding="utf-8")
    alone = list(items(Licensed(open_source(path), "ODbL"), DAY, Preparer()))
    with reading(path, Licensed(open_source(path), "ODbL"), DAY, Preparer()) as found:
        together = list(found)
    assert together == alone
    assert len(alone) == 30
    (first, *_) = alone
    assert isinstance(first, Ready)
    assert first.rows.sources[0][1] == "ODbL"


def test_a_small_source_is_read_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(room, "WORTH_IT", 21)
    stub = Stub(tuple(make(str(n)) for n in range(20)))
    with reading(tmp_path, stub, DAY, Preparer({})) as found:
        assert sum(isinstance(item, Ready) for item in found) == 20


def test_what_waits_for_a_person_and_what_cannot_be_stored() -> None:
    held, broken = Draft(make("1", "Fête"), to_verify=True), make("2", "Ch\ud800teau")
    found = list(items(Stub((held, Draft(broken))), DAY, Preparer({})))
    assert found[0] == Held("test:1", "Fête")
    assert isinstance(found[1], Rejection)
    assert "cannot be stored" in found[1].reason
