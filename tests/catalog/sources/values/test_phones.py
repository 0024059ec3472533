from __future__ import annotations

import pytest

from catalog.sources.values.phones import phones


@pytest.mark.parametrize(
    ("raw", "numbers"),
    [
        ("+33 5 63 36 63 66", (("+33563366366", True),)),
        ("05.63.36.63.66", (("+33563366366", True),)),
        ("+33 (0)5 63 36 63 66", (("+33563366366", True),)),
        ("0563366366 / 06 12 34 56 78", (("+33563366366", True), ("+33612345678", True))),
        ("05633663660612345678", (("+33563366366", True), ("+33612345678", True))),
        ("+34 943 31 67 89", (("+34943316789", True),)),
        ("3639", (("3639", True),)),
        ("+33 670", (("+33 670", False),)),
        ("+33 055648280", (("+33 055648280", False),)),
        ("sur place", ()),
    ],
)
def test_phones(raw: str, numbers: tuple[tuple[str, bool], ...]) -> None:
    assert phones(raw) == numbers


def test_overseas_region() -> None:
    assert phones("0590 82 09 30", "971") == (("+590590820930", True),)
