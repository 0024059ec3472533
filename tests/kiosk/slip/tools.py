"""The tools outside Python that read a slip back: zbarimg and poppler."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

if TYPE_CHECKING:
    from kiosk.slip.qr import Matrix

needs_zbar = pytest.mark.skipif(
    shutil.which("zbarimg") is None, reason="zbarimg (zbar-tools) is not installed"
)
needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None or shutil.which("pdftoppm") is None,
    reason="pdftotext and pdftoppm (poppler-utils) are not installed",
)


def decoded(png: bytes) -> set[str]:
    """The payloads of all QR codes in a picture."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "picture.png"
        path.write_bytes(png)
        found = run("zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", str(path))
    return set(found.split())


def pdf_text(pdf: bytes) -> str:
    """The text of all pages, in reading order."""
    return run("pdftotext", "-", "-", stdin=pdf)


def pdf_pictures(pdf: bytes) -> list[bytes]:
    """Every page as a PNG at 150 dpi."""
    with tempfile.TemporaryDirectory() as folder:
        run("pdftoppm", "-r", "150", "-png", "-", f"{folder}/page", stdin=pdf)
        return [path.read_bytes() for path in sorted(Path(folder).glob("page*"))]


def picture_of(modules: Matrix, scale: int = 4) -> bytes:
    """A QR matrix as a PNG."""
    side = len(modules)
    image = Image.new("L", (side, side), 255)
    image.putdata([0 if dark else 255 for row in modules for dark in row])
    return png_of(image.resize((side * scale, side * scale), Image.Resampling.NEAREST))


def png_of(image: Image.Image) -> bytes:
    """A picture as PNG bytes."""
    buffer = BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def run(*command: str, stdin: bytes = b"") -> str:
    """What a command prints; zbarimg's status for "nothing found" is no failure."""
    done = subprocess.run(command, input=stdin, capture_output=True, check=False, timeout=30)
    assert done.returncode in {0, 4}, done.stderr.decode(errors="replace")
    return done.stdout.decode()
