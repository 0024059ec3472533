"""QR codes that need no server: a `geo:` address that any phone opens in its own map.

The same matrix is drawn as cells on screen, as dots on paper and as squares in a PDF.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

Matrix = tuple[tuple[bool, ...], ...]
"""Rows of modules, True dark, the quiet zone included."""

QUIET: Final = 4
"""Light modules around the code (ISO/IEC 18004 asks for four)."""

MAX_BYTES: Final = 200
"""Longest payload: beyond it the modules of a 28 mm code get too small for old phones."""


def geo_uri(latitude: float, longitude: float) -> str:
    """The place as a `geo:` URI (RFC 5870), WGS84 degrees to about one metre.

    Raises ValueError when the point is not on earth.
    """
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise ValueError(f"{latitude}, {longitude} is not a place on earth")
    return f"geo:{_degrees(latitude)},{_degrees(longitude)}"


@lru_cache(maxsize=64)
def matrix(payload: str) -> Matrix:
    """The modules of the smallest QR code of `payload`, at least 15 % of it recoverable.

    Raises ValueError when the payload is empty, not ASCII, or over `MAX_BYTES`.
    """
    import segno  # deferred: 60 ms, spent by the first code and not by the start

    if not payload or not payload.isascii() or len(payload) > MAX_BYTES:
        raise ValueError(f"a QR payload has 1 to {MAX_BYTES} ASCII characters, not {payload!r}")
    code = segno.make(payload, error="m", micro=False, boost_error=True)
    return tuple(tuple(bool(module) for module in row) for row in code.matrix_iter(border=QUIET))


def svg(modules: Matrix) -> str:
    """The code as an SVG picture of one black shape on white, one unit a module."""
    side = len(modules)
    path = "".join(
        f"M{column} {row}h1v1h-1z"
        for row, line in enumerate(modules)
        for column, dark in enumerate(line)
        if dark
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" '
        f'width="{side}" height="{side}"><path fill="#fff" d="M0 0h{side}v{side}H0z"/>'
        f'<path d="{path}"/></svg>'
    )


def _degrees(value: float) -> str:
    text = f"{value:.5f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
