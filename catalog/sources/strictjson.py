"""JSON from outside: strict where looseness would hide a fault.

RFC 8259 text in UTF-8, with or without a byte-order mark. `NaN` and `Infinity` are refused (they
are not JSON and no field means them). Of a key that is given twice the last value counts, as in
nearly every other reader. Nesting is limited by the decoder's own guard (about a thousand levels;
the deepest real object has twelve).
"""

from __future__ import annotations

from typing import Final

import msgspec

_DECODER: Final = msgspec.json.Decoder(object)


def decode(raw: bytes) -> object:
    """The value of a JSON text. Raises ValueError with a sentence that says what is wrong."""
    if raw.startswith(b"\xef\xbb\xbf"):
        raw = raw[3:]
    if not raw.strip():
        raise ValueError("the file is empty")
    try:
        return _DECODER.decode(raw)
    except RecursionError:
        raise ValueError("the values are nested too deeply") from None
    except UnicodeDecodeError:
        raise ValueError("the text is not UTF-8") from None
    except msgspec.DecodeError as error:
        raise ValueError(f"this is not JSON ({error})") from None
