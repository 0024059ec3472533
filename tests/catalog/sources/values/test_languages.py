from __future__ import annotations

import pytest

from catalog.sources.values.languages import language_code


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("fr", "fr"),
        ("en-GB", "en"),
        ("Néerlandais", "nl"),
        ("Béarnais", "oc"),
        ("Provençal", "oc"),
        ("Langue des signes française", "fsl"),
        ("BR", None),
        ("xx", None),
        ("", None),
        ("parlé" * 100, None),
    ],
)
def test_codes_and_french_words(raw: str, code: str | None) -> None:
    assert language_code(raw) == code
