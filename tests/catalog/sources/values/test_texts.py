from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.sources.values.texts import repair, repair_mojibake, tidy
from catalog.text import clean

FRENCH = st.text(
    alphabet="abcdeéèêëàâçîïôùûœÂÎÉ ABC.,;:'’«»-–—…0123456789()\n", min_size=0, max_size=60
)


@pytest.mark.parametrize(
    ("raw", "plain", "repairs"),
    [
        ("Hôtel<br><br><b>calme</b>", "Hôtel\n\ncalme", ("markup_removed",)),
        ("d&#39;Albi &amp; Cordes", "d'Albi & Cordes", ("entities_decoded",)),
        ("&lt;p&gt;caché&lt;/p&gt;", "caché", ("entities_decoded", "markup_removed")),
        ("l&amp;nbsp;eau", "l eau", ("entities_decoded",)),
        ("<ul><li>un</li><li>deux</li></ul>", "• un\n• deux", ("markup_removed",)),
        ("<script>alert(1)</script>bon", "bon", ("markup_removed",)),
        ("\x1b[31mrouge\x1b[0m\x07", "rouge", ("control_characters_removed",)),
        ("rustic dÃ©cor", "rustic décor", ("mojibake_repaired",)),
        ("mill\u00e2\u20ac\u2122s", "mill’s", ("mojibake_repaired",)),
        ("5 mÂ²", "5 m²", ("mojibake_repaired",)),
        ("a\xa0b\r\nc", "a b\nc", ()),
        ("[/] [@click=app.quit] 10 < 20 > 5", "[/] [@click=app.quit] 10 < 20 > 5", ()),
    ],
)
def test_tidy(raw: str, plain: str, repairs: tuple[str, ...]) -> None:
    tidied = tidy(raw, limit=200)
    assert tidied.text == plain
    assert tidied.repairs == repairs


@pytest.mark.parametrize("text", ["Moyen Âge", "L'ÂNE", "âne", "naïf", "FLÂNERIE", "CHÂTEAU D’EAU"])
def test_right_accents_stay(text: str) -> None:
    assert repair_mojibake(text) == text
    assert tidy(text, limit=99).repairs == ()


@given(FRENCH)
def test_mojibake_is_undone(text: str) -> None:
    try:
        broken = text.encode("utf-8").decode("cp1252")
    except UnicodeDecodeError:
        return
    if repair_mojibake(text) == text:
        assert repair_mojibake(broken) == text


SPACED = st.text(alphabet="aéâïÂ€’œ \n\r\t\xa0&;<b>\xad\u0301", max_size=30)


@given(st.text() | FRENCH | SPACED, st.booleans(), st.sampled_from((5, 60)))
def test_quick_look_agrees_with_step_by_step(text: str, line: bool, limit: int) -> None:
    assert tidy(text, limit=limit, line=line) == repair(text, limit=limit, line=line)


@given(st.text(max_size=300), st.booleans())
def test_tidy_is_idempotent_in_safety(text: str, line: bool) -> None:
    tidied = tidy(text, limit=50, line=line).text
    assert len(tidied) <= 50
    assert tidied == clean(tidied)
    assert not (line and "\n" in tidied)


def test_shortened() -> None:
    tidied = tidy("mot " * 100, limit=20)
    assert tidied.text.endswith("…")
    assert tidied.repairs == ("text_shortened",)


@pytest.mark.parametrize(
    "piece",
    ["<script", "<!--", "<a ", "&lt;", "\x1b]0;", "\x9d", "\x1b[", "Ã", "â€", "\u0301", " ", "\n "],
)
def test_long_hostile_texts_are_read_in_linear_time(piece: str) -> None:
    tidied = tidy(piece * 1_000_000, limit=20_000)
    assert len(tidied.text) <= 20_000
    assert "text_shortened" in tidied.repairs


def test_comments_and_scripts_go_and_what_follows_stays() -> None:
    raw = "a<!-- x > y -->b<style>p{}</style>c<!-- open <b>d</b>"
    assert tidy(raw, limit=99).text == "abc<!-- open d"


def test_an_item_begins_on_the_line_of_its_mark() -> None:
    html = "<ul>\r\n<li>\r\n<p>Tout droit</p>\r\n</li>\r\n<li>  à gauche</li></ul>"
    assert tidy(html, limit=100).text == "• Tout droit\n\n• à gauche"
