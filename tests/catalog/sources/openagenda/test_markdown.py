from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.sources.openagenda.markdown import plain


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**gras** et *penché*, K**ogoba**", "gras et penché, Kogoba"),
        ("_penché_ mais snake_case_ici", "penché mais snake_case_ici"),
        ("# Titre\ntexte", "Titre\ntexte"),
        ("Titre\n=====\ntexte", "Titre\n\ntexte"),
        ("- un\n* deux\n+ trois", "• un\n• deux\n• trois"),
        ("[site](https://x.org/a_b)", "site (https://x.org/a_b)"),
        ("[https://x.org](https://x.org)", "https://x.org"),
        ('[mel](mailto:a@x.org "titre")', "mel (a@x.org)"),
        ("<https://x.org/a>", "https://x.org/a"),
        ("![photo](https://x.org/a.jpg)", "photo (https://x.org/a.jpg)"),
        ('<a class="x" href="https://x.org">ici</a>', "ici (https://x.org)"),
        ("> cité\n> encore", "cité\nencore"),
        (r"5 \* 3 et \#1", "5 * 3 et #1"),
        ("3 * 4 * 5 = 60", "3 * 4 * 5 = 60"),
        ("4 < 5, [sic] (voir plus bas)", "4 < 5, [sic] (voir plus bas)"),
        ("ligne\\\nsuivante", "ligne\nsuivante"),
        ("prix : 5€ ~~10€~~", "prix : 5€ 10€"),
    ],
)
def test_marks_go_and_words_stay(markdown: str, text: str) -> None:
    assert plain(markdown) == text


@given(st.text(alphabet="abé 12,.;:\n", max_size=80))
def test_text_without_marks_stays_as_it_is(text: str) -> None:
    assert plain(text) == text


@given(st.text(alphabet="ab*_[]()<>#-+>`~\\ \n!:/htps.", max_size=120))
def test_letters_are_never_lost(text: str) -> None:
    assert sorted(c for c in plain(text) if c.isalpha()) == sorted(c for c in text if c.isalpha())


@pytest.mark.parametrize("mark", ["[", "*a ", "_a", "<a href=", "[a](https://", "`", "> ", "\\"])
def test_hostile_repetitions_are_quick(mark: str) -> None:
    assert plain(mark * 40_000) is not None
