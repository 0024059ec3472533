"""`catalog.text.fold` against its definition, said slowly for a whole text."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from catalog.text import fold, fold_lines

OPENED = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
    | {"·": None, "’": " ", "'": " "}
)


def defined(text: str) -> str:
    text = unicodedata.normalize("NFKD", text.casefold().translate(OPENED))
    bare = "".join(
        char
        for char in text
        if not unicodedata.combining(char) and not "\ud800" <= char <= "\udfff"
    )
    return re.sub(r"[\W_]+", " ", bare.casefold().translate(OPENED)).strip()


@given(st.text(st.characters(categories=None), max_size=40))
@example("Ŀ ℠ ﷺ ½ ① ǅ İ ΐ ᾳ ß ẞ ſt ﬃ 한글 \u0345 a\u0301\u0327\u0316b _x_ \x1c\x85\u2028 \ud800")
def test_folding_is_as_defined(text: str) -> None:
    assert fold(text) == defined(text)


def test_every_character_folds_as_defined() -> None:
    for start in range(0, 0x30000, 64):
        block = "|".join(map(chr, range(start, start + 64)))
        assert fold(block) == defined(block), f"U+{start:04X}"


@given(st.lists(st.text(max_size=12) | st.text("é\u2019 œ\n·½'a", max_size=6), max_size=6))
@example([""])
@example([" a  b ", "", "  ", "É"])
def test_many_lines_fold_as_each_does(texts: list[str]) -> None:
    assert fold_lines(texts) == [fold(text) for text in texts]
