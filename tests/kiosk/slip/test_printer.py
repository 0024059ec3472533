from __future__ import annotations

import errno
import socket
import sys
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from kiosk.config import PrinterConfig
from kiosk.slip import printer as printer_module
from kiosk.slip.paper import DOTS, receipt
from kiosk.slip.printer import FRAGMENT_DOTS, PrintOutcome, outcome_sentence, raster, send
from tests.kiosk.slip.escpos_reader import BadJob, read
from tests.kiosk.slip.samples import document, translator
from tests.kiosk.slip.simulator import Mood, PrinterSimulator
from tests.kiosk.slip.tools import decoded, needs_zbar, png_of, run

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

PATIENCE_S = 0.25
SMALL = png_of(Image.linear_gradient("L").resize((576, 300)))


def attempt(mood: Mood, png: bytes = SMALL) -> tuple[PrintOutcome, PrinterSimulator]:
    with PrinterSimulator(mood) as printer:
        outcome = send(
            png, PrinterConfig(host="127.0.0.1", port=printer.port, timeout_s=PATIENCE_S)
        )
    return outcome, printer


@pytest.mark.parametrize("mood", [Mood.OK, Mood.NEAR_END])
def test_a_ready_printer_gets_the_slip_once(mood: Mood) -> None:
    outcome, printer = attempt(mood)
    assert outcome is PrintOutcome.PRINTED
    assert bytes(printer.received) == raster(SMALL, 80)
    assert printer.connections == 1


@pytest.mark.parametrize(
    ("mood", "expected"),
    [(Mood.PAPER_OUT, PrintOutcome.PAPER_OUT), (Mood.OFF_LINE, PrintOutcome.OFFLINE)],
)
def test_a_printer_that_cannot_print_gets_no_byte_of_the_slip(
    mood: Mood, expected: PrintOutcome
) -> None:
    outcome, printer = attempt(mood)
    assert outcome is expected
    assert not printer.received


@pytest.mark.parametrize("mood", [Mood.RUNS_OUT, Mood.OPENED])
def test_trouble_during_the_job_is_told_and_not_retried(mood: Mood) -> None:
    outcome, printer = attempt(mood)
    assert outcome is PrintOutcome.INTERRUPTED
    assert bytes(printer.received) == raster(SMALL, 80)
    assert printer.connections == 1


@pytest.mark.parametrize("mood", [Mood.MUTE, Mood.FALLS_SILENT])
def test_silence_is_never_called_printed(mood: Mood) -> None:
    outcome, printer = attempt(mood)
    assert outcome is PrintOutcome.UNCONFIRMED
    assert bytes(printer.received) == raster(SMALL, 80)
    assert printer.connections == 1


def test_a_reset_in_the_middle_is_unconfirmed_and_not_retried() -> None:
    outcome, printer = attempt(Mood.RESETS, receipt(document()).png)
    assert outcome is PrintOutcome.UNCONFIRMED
    assert printer.connections == 1


def test_a_printer_that_reads_nothing_is_unconfirmed() -> None:
    outcome, printer = attempt(Mood.NOT_READING)
    assert outcome is PrintOutcome.UNCONFIRMED
    assert not printer.received


def test_a_line_lost_before_the_slip_printed_nothing() -> None:
    outcome, printer = attempt(Mood.HANGS_UP)
    assert outcome is PrintOutcome.UNREACHABLE
    assert not printer.received


def test_what_the_printer_says_unasked_is_no_answer() -> None:
    outcome, _ = attempt(Mood.CHATTY)
    assert outcome is PrintOutcome.PRINTED


def test_a_closed_port_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    config = PrinterConfig(host="127.0.0.1", port=port, timeout_s=PATIENCE_S)
    assert send(SMALL, config) is PrintOutcome.UNREACHABLE


@pytest.mark.parametrize(
    "png", [b"", b"not a picture", SMALL[:80], png_of(Image.new("L", (584, 8), 255))]
)
def test_a_picture_that_does_not_suit_the_paper_is_refused(png: bytes) -> None:
    outcome, printer = attempt(Mood.OK, png)
    assert outcome is PrintOutcome.REFUSED
    assert printer.connections == 0


@pytest.mark.parametrize("paper_mm", [80, 58])
def test_the_job_burns_exactly_the_receipt(paper_mm: int) -> None:
    drawn = receipt(document(), paper_mm)
    job = raster(drawn.png, paper_mm)
    printed = read(job, DOTS[paper_mm])
    assert printed.tallest <= FRAGMENT_DOTS
    assert len(printed.rows) == pytest.approx(drawn.centimetres / 2.54 * 203, abs=5)
    burnt = sum(byte.bit_count() for row in printed.rows for byte in row)
    assert 0.05 < burnt / (len(printed.rows) * DOTS[paper_mm]) < 0.25


@needs_zbar
@pytest.mark.parametrize("paper_mm", [80, 58])
def test_the_map_codes_survive_the_printer(paper_mm: int) -> None:
    drawn = receipt(document(), paper_mm)
    job = raster(drawn.png, paper_mm)
    paper = read(job, DOTS[paper_mm]).png()
    assert decoded(paper) == {item.geo for item in drawn.document.everything()}


def test_the_driver_prints_nothing_on_our_own_screen(capsys: pytest.CaptureFixture[str]) -> None:
    raster(SMALL, 80)
    assert capsys.readouterr() == ("", "")


def test_a_driver_that_cannot_load_is_an_outcome(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_space() -> ModuleType:
        raise OSError(errno.ENOSPC, "no space left on device")

    monkeypatch.setattr(printer_module, "_driver", no_space)
    outcome, printer = attempt(Mood.OK)
    assert outcome is PrintOutcome.NO_DRIVER
    assert printer.connections == 0


def test_the_driver_leaves_no_folder_and_no_log_on_stderr(tmp_path: Path) -> None:
    code = (
        "import logging; from kiosk.slip.printer import _driver; _driver();"
        "print([type(h).__name__ for h in logging.getLogger().handlers])"
    )
    said = run("env", f"TMPDIR={tmp_path}", sys.executable, "-c", code)
    assert said.strip() == "['NullHandler']"
    assert list(tmp_path.iterdir()) == []


def test_printing_libraries_load_only_to_print() -> None:
    code = "import kiosk.slip.printer, sys; print('escpos' in sys.modules, 'PIL' in sys.modules)"
    assert run(sys.executable, "-c", code).split() == ["False", "False"]


def test_the_reader_is_strict() -> None:
    job = raster(SMALL, 80)
    for bad in (job[2:], job[:-4], job[:-1], job + b"hello", job + job, job[:40] + job[41:]):
        with pytest.raises(BadJob):
            read(bad, 576)
    with pytest.raises(BadJob, match="576 dots on paper of 384"):
        read(job, 384)


def test_every_outcome_has_its_sentence() -> None:
    sentences = {outcome_sentence(outcome, translator("en")) for outcome in PrintOutcome}
    assert len(sentences) == len(PrintOutcome)
    assert all(sentence.endswith(".") for sentence in sentences)
