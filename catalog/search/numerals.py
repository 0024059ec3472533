"""Numbers of kings and caves: "henri 4" is Henri IV, "lascaux 4" Lascaux IV, and "louis xiv" the
Louis 14 of a careless source."""

from __future__ import annotations

import re
from typing import Final

MOST: Final = 39
"""As far as such numbers go; from L on a numeral is rather a word."""
_TENS: Final = ("", "x", "xx", "xxx")
_ONES: Final = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_FIRST: Final = "ier"
"""What French writes for "1": François Ier."""
_VALUES: Final = {
    _FIRST: 1,
    **{_TENS[n // 10] + _ONES[n % 10]: n for n in range(2, MOST + 1)},
}
_NUMERALS: Final = {value: numeral for numeral, value in _VALUES.items()}
_NUMBER: Final = re.compile(r"[1-9]\d?", re.ASCII)


def other_writing(word: str) -> str | None:
    """A folded number in Roman numerals, or a numeral in digits; None for any other word and for
    a single letter, which is no numeral to whoever types it."""
    if word[:1].isdigit() and _NUMBER.fullmatch(word):
        return _NUMERALS.get(int(word))
    value = _VALUES.get(word) if len(word) > 1 else None
    return None if value is None else str(value)
