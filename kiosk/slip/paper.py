"""The slip on paper: the receipt as a PNG of printer dots, the sheet as a tagged PDF.

One Typst template draws both; the document reaches it as JSON, so that no text of the
catalogue is ever read as code. Only the fonts inside Typst are used: the same slip on every
machine. The compiler is kept: the first page takes some 50 to 100 ms, the next ones a tenth.
"""

from __future__ import annotations

import json
import struct
import unicodedata
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, Final, cast

import typst

from kiosk.slip.document import Detail, SlipDocument, Suggestion
from kiosk.slip.qr import matrix, svg
from kiosk.slip.trimming import trimmed

DOTS_PER_INCH: Final = 203
DOTS: Final = {80: 576, 58: 384}
"""Printable dots across, by width of the paper roll in millimetres."""

MAX_CENTIMETRES: Final = 25.0
"""Longest receipt: what a hand can hold and a roll can spare."""

_TEMPLATE: Final = Path(__file__).with_name("slip.typ")
_PROBE: Final = b"""#set document(title: "-")
#set text(font: ("Libertinus Serif", "DejaVu Sans Mono"))
#sys.inputs.data"""
_NO_GLYPH: Final = "\u25a1"
_compiling: Final = Lock()


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receipt ready to print, and the document as it stands on it: shortened if need be. The
    picture is exactly as wide as the printer's dots."""

    document: SlipDocument
    png: bytes
    paper_mm: int
    centimetres: float


def receipt(document: SlipDocument, paper_mm: int = 80) -> Receipt:
    """The receipt of `document`, saying as much as fits in `MAX_CENTIMETRES`.

    Raises ValueError for a paper that is not in `DOTS`.
    """
    if paper_mm not in DOTS:
        raise ValueError(f"paper of {paper_mm} mm: known are {', '.join(map(str, DOTS))}")
    drawn = _receipt(document, paper_mm)
    for detail in Detail:
        if drawn.centimetres <= MAX_CENTIMETRES:
            break
        if detail > document.detail:
            drawn = _receipt(trimmed(document, detail), paper_mm)
    return drawn


def sheet_pdf(document: SlipDocument) -> bytes:
    """The A5 sheet as a tagged PDF (PDF/UA-1, ISO 14289-1), of as many pages as it needs.

    A text that no font can show even character by character costs the conformity mark, never
    the sheet.
    """
    try:
        return _compile(document, dots=0, format="pdf", pdf_standards=["ua-1"])
    except typst.TypstError:
        return _compile(document, dots=0, format="pdf")


def _receipt(document: SlipDocument, paper_mm: int) -> Receipt:
    made = _compile(document, dots=DOTS[paper_mm], format="png", ppi=DOTS_PER_INCH)
    (height,) = struct.unpack(">I", made[20:24])  # IHDR (PNG 11.2.2)
    return Receipt(document, made, paper_mm, round(height / DOTS_PER_INCH * 2.54, 1))


def _compile(document: SlipDocument, *, dots: int, **options: Any) -> bytes:
    data = json.dumps(_data(document, dots), ensure_ascii=False)
    with _compiling:
        made = _compiler().compile(
            _TEMPLATE,
            sys_inputs={"data": data},
            timestamp=int(document.moment.timestamp()),
            **options,
        )
    return cast("bytes", made)  # a list only for a PNG of several pages, a receipt is one


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    return typst.Compiler(root=_TEMPLATE.parent, ignore_system_fonts=True)


def _data(document: SlipDocument, dots: int) -> dict[str, Any]:
    headings = document.headings
    places = [
        *(_place(str(number), "", item) for number, item in enumerate(document.suggestions, 1)),
        *(
            _place("", heading, item)
            for heading, item in (
                (headings.fallback, document.fallback),
                (headings.on_the_way, document.on_the_way),
            )
            if item is not None
        ),
    ]
    told = asdict(document) | {
        "moment": document.moment.isoformat(),
        "title": f"{document.office} · {document.code}",
        "listed": document.detail >= Detail.LIST,
        "places": places,
    }
    return {"slip": _drawable(told), "dots": dots}


def _place(mark: str, heading: str, item: Suggestion) -> dict[str, Any]:
    modules = matrix(item.geo) if item.geo else ()
    return asdict(item) | {
        "mark": mark,
        "heading": heading,
        "told": item.told(),
        "qr": svg(modules) if modules else "",
        "modules": len(modules),
        "alt": f"{item.title}: {item.geo}",
    }


def _drawable(value: Any) -> Any:
    """`value` with every text in it made of characters that the fonts inside Typst have."""
    if isinstance(value, str):
        return value if value.isascii() else "".join(map(_character, value))
    if isinstance(value, dict):
        return {key: _drawable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_drawable(item) for item in value]
    return value


def _character(char: str) -> str:
    """The character; where no font has it, a box for a letter and nothing for a pictogram."""
    if char.isascii() or _has_glyph(char):
        return char
    return "" if unicodedata.category(char).startswith("S") else _NO_GLYPH


@lru_cache(maxsize=4096)
def _has_glyph(char: str) -> bool:
    """Asked of Typst itself: it refuses a PDF/UA page that would show a missing glyph."""
    try:
        with _compiling:
            _compiler().compile(
                _PROBE, sys_inputs={"data": char}, format="pdf", pdf_standards=["ua-1"]
            )
    except typst.TypstError:
        return False
    return True
