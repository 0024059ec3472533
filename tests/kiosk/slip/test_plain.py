from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.slip.cells import width
from kiosk.slip.document import Answer, Detail
from kiosk.slip.plain import MIN_COLUMNS, centimetres, render
from kiosk.slip.trimming import trimmed
from tests.kiosk.slip.samples import document, view, views

if TYPE_CHECKING:
    from kiosk.views import ListingView

GOLDENS = Path(__file__).parent / "goldens"

words = st.text(st.sampled_from("abé'’œ-·€ 日"), max_size=60)
lines = st.lists(words, max_size=4).map(tuple)
places = st.builds(
    view,
    st.integers(1, 9),
    title=words.map(lambda text: f"Lac {text}"),
    kind_line=words,
    way=words,
    hours=lines,
    prices=lines,
    facts=lines,
    verified=words,
    credits=lines,
)


@settings(max_examples=60)
@given(st.lists(places, max_size=6), words, lines, st.integers(MIN_COLUMNS, 60))
def test_any_slip_fits_its_columns_and_says_every_word(
    chosen: list[ListingView], question: str, warnings: tuple[str, ...], columns: int
) -> None:
    slip = document(chosen=chosen, answer=Answer(question=(question,)), warnings=warnings)
    text = render(slip, columns)
    assert text.endswith("\n")
    for line in text.splitlines():
        assert width(line) <= columns
        assert not re.search(r"[\x00-\x1f\x7f-\x9f]", line)
    squeezed = re.sub(r"[\s]", "", text)
    for item in slip.everything():
        for said in (item.title, item.kind_line, item.way, item.verified, *item.told()):
            assert re.sub(r"\s", "", said) in squeezed
    for said in (*slip.warnings, *slip.credits, *slip.question, *slip.contact, slip.emergency):
        assert re.sub(r"\s", "", said) in squeezed


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("columns", [32, 42, 48])
def test_golden(lang: str, columns: int) -> None:
    golden = (GOLDENS / f"{lang}-{columns}.txt").read_text(encoding="utf-8")
    assert render(document(lang), columns) == golden


def test_the_way_stands_at_the_right_edge() -> None:
    text = render(document(), 48)
    way = next(line for line in text.splitlines() if "900 m" in line)
    assert way == "900 m · about 15 min on foot".rjust(48)
    assert "  Lake · Le Garric   14 km · about 25 min by car\n" in text


def test_a_shortened_slip_says_so() -> None:
    assert "Shortened" not in render(document(), 48)
    assert "Shortened to save paper" in render(trimmed(document(), Detail.KEY), 60)


def test_too_narrow_is_refused() -> None:
    with pytest.raises(ValueError, match="24 columns, not 23"):
        render(document(), 23)


def test_centimetres_grow_with_the_text() -> None:
    short = centimetres(document(chosen=views()[:1], answer=Answer()), 48)
    assert 5 < short < centimetres(document(), 48) < 40
