from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kiosk.slip.cells import ended, kept, kept_lines, width, wrap

texts = st.text(st.sampled_from("abcé œ€·  -日本\u00a0\u0301m\n"), max_size=120)


def test_wide_and_combining_characters() -> None:
    assert width("日本") == 4
    assert width("e\u0301") == 1
    assert width("6,50\u00a0€") == 6


def test_a_price_is_never_cut_at_its_no_break_space() -> None:
    assert wrap("Adulte 6,50\u00a0€", 10) == ["Adulte", "6,50\u00a0€"]


def test_a_long_word_is_broken_where_the_line_is_full() -> None:
    assert wrap("au abcdefghijkl", 5) == ["au", "abcde", "fghij", "kl"]
    assert wrap("日本語日本語", 5) == ["日本", "語日", "本語"]


def test_nothing_is_one_empty_line() -> None:
    assert wrap("", 10) == [""]


@given(texts, st.integers(2, 30))
def test_every_line_fits_and_no_letter_is_lost(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert all(width(line) <= columns for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")


@given(texts, st.integers(2, 30))
def test_a_line_is_never_broken_too_early(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    for line, following in pairwise(lines):
        first_word = following.split(" ")[0]
        assert width(line) + 1 + width(first_word) > columns or width(line) == columns


@given(st.lists(st.text("aé ", min_size=1, max_size=9), min_size=1, max_size=6), st.integers(1, 60))
def test_parts_are_left_out_whole_from_the_end(parts: list[str], columns: int) -> None:
    line = " · ".join(parts)
    left = kept(line, columns)
    assert line.startswith(left)
    assert left.split(" · ") == parts[: left.count(" · ") + 1]
    more = " · ".join(parts[: left.count(" · ") + 2])
    assert left == line or width(more) > columns


@given(
    st.lists(st.text("aé ", min_size=1, max_size=9).filter(str.strip), min_size=1, max_size=9),
    st.integers(12, 60),
    st.integers(1, 3),
)
def test_parts_for_which_there_is_no_line_are_counted(
    parts: list[str], columns: int, most: int
) -> None:
    lines = kept_lines(" · ".join(parts), columns, most)
    assert len(lines) <= most
    assert all(width(line) <= columns for line in lines)
    told = " ".join(lines).split()

    def saying(number: int) -> str:
        """The line that leaves so many out."""
        seen = parts[: len(parts) - number]
        return " · ".join((*seen, f"+{number}") if number else seen)

    fewest = next(
        (n for n in range(len(parts)) if len(wrap(saying(n), columns)) <= most), len(parts)
    )
    first = wrap(parts[0], columns)[:most]
    assert told == (saying(fewest) if fewest < len(parts) else " ".join(first)).split()


@given(texts, st.integers(2, 60))
def test_a_text_ends_with_an_ellipsis_where_it_is_too_long(text: str, columns: int) -> None:
    told = ended(text, columns)
    assert width(told) <= columns
    assert told == text or (told.endswith("…") and text.startswith(told[:-1]))
