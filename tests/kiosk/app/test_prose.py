"""Lines of the screen break at plain spaces only, styles and letters kept."""

from __future__ import annotations

import re
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.content import Content

from kiosk.widgets.plain import lines, plain
from kiosk.widgets.prose import Prose, broken

TOLD = "Entrée : 6,50\u00a0€ par personne\u00a0; « l’eau est basse »\u00a0: passez à gué"
COLUMNS = range(8, 70)
SPACED = re.compile(" +")
TEXTS = st.text(st.sampled_from("ab \u00a0\u202f:é日"), max_size=60).map(partial(SPACED.sub, " "))


@given(TEXTS, st.integers(1, 30))
def test_nothing_is_lost_but_the_spaces_where_a_line_ends(text: str, columns: int) -> None:
    found = [line.plain for line in broken(Content(text), columns)]
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    assert " ".join(found).split() == text.split()
    for line in found:
        assert cell_len(line) <= columns or " " not in line.strip(" ")


@given(TEXTS, st.integers(1, 30))
def test_no_line_could_have_taken_the_word_after_it(text: str, columns: int) -> None:
    found = [line.plain for line in broken(Content(text), columns)]
    for line, after in pairwise(found):
        assert cell_len(f"{line} {after.split(' ')[0]}") > columns


def test_styles_stay_on_their_letters() -> None:
    text = Content.styled("une belle promenade", "bold").stylize("underline", 4, 9)
    again = [
        [(line.plain[span.start : span.end], str(span.style)) for span in line.spans]
        for line in broken(text, 10)
    ]
    assert again == [[("une belle", "bold"), ("belle", "underline")], [("promenade", "bold")]]


class Told(App[None]):
    ALLOW_SELECT = False

    def compose(self) -> ComposeResult:
        yield Prose(id="told")


@pytest.mark.parametrize("columns", COLUMNS)
async def test_a_price_keeps_its_unit_and_a_mark_its_word_at_every_width(columns: int) -> None:
    app = Told()
    async with app.run_test(size=(columns, 40)) as pilot:
        prose = app.query_one(Prose)
        prose.say(lines(plain(TOLD), plain("")))
        await pilot.pause()
        shown = [strip.text.strip(" ") for strip in app.screen._compositor.render_strips()]
        shown = shown[: prose.size.height]
    assert " ".join(shown).split() == TOLD.split()
    if columns >= max(map(len, TOLD.split(" "))):
        assert "".join(each + " " for each in shown).strip(" ") == TOLD
