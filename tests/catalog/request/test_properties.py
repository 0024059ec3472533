"""What holds for every question: the project's own are the sample."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.request import PlaceNames, Span, read
from catalog.request.lexicon import lexicon
from catalog.vocabulary.asking import shorthand
from tests.bench.questions import Question, questions
from tests.bench.requests import COMMUNES, JUDGED, faults, passes

PLACES = PlaceNames(COMMUNES)
QUESTIONS = tuple(questions())
SAMPLE = tuple(question for question in QUESTIONS if not question.held_back)


def plain(text: str) -> str:
    """No accents, no capitals."""
    opened = unicodedata.normalize("NFKD", text.lower())
    return "".join(char for char in opened if not unicodedata.combining(char))


def test_the_tuned_half_is_read_and_the_other_nearly_as_well() -> None:
    right = [passes(faults(each, read(each.text, PLACES))) for each in QUESTIONS]
    assert sum(right) >= 0.93 * len(right)


@given(st.sampled_from(QUESTIONS))
@settings(max_examples=150)
def test_reading_is_deterministic_and_spans_tell_its_words(question: Question) -> None:
    request = read(question.text, PLACES)
    assert request == read(question.text, PLACES)
    filled = request.keys()
    for span in request.spans:
        assert question.text[span.start : span.end].strip()
        assert filled[span.key] not in (None, [])
    for key, value in filled.items():
        if value not in (None, []) and key not in {"types", "where"}:
            assert any(span.key == key for span in request.spans), key


def text_without(text: str, *spans: Span) -> str:
    """The question with a word that says nothing for the words of these spans; the others keep
    their places."""
    for span in spans:
        text = text[: span.start] + "字".ljust(span.end - span.start) + text[span.end :]
    return text


@given(st.sampled_from(SAMPLE), st.sampled_from(sorted(JUDGED - {"types"})))
@settings(max_examples=300)
def test_a_key_goes_with_its_words(question: Question, key: str) -> None:
    text = question.text
    for _ in range(5):
        spans = [span for span in read(text, PLACES).spans if span.key == key]
        if not spans:
            break
        text = text_without(text, *spans)
        assert len(text) == len(question.text)
    assert getattr(read(text, PLACES), key) in (None, ())


@given(st.sampled_from(SAMPLE))
@settings(max_examples=150)
def test_capitals_and_marks_between_words_do_not_matter(question: Question) -> None:
    as_typed = read(question.text, PLACES).keys()
    for text in (question.text.upper(), question.text + " !!", question.text.replace("?", " ")):
        if "ß" not in question.text:
            assert read(text, PLACES).keys() == as_typed


def test_most_questions_survive_without_accents() -> None:
    kept = [
        passes(faults(each, read(plain(each.text), PLACES)))
        for each in SAMPLE
        if passes(faults(each, read(each.text, PLACES)))
    ]
    assert sum(kept) >= 0.97 * len(kept)


@pytest.mark.parametrize("letters", [400, 40_000])
def test_a_long_paste_is_read_in_bounded_time(letters: int) -> None:
    before = time.thread_time()
    read(("où manger avec 2 enfants demain " * 2_000)[:letters], PLACES)
    read("xqzvbnk wrtpsdf " * 3_000, PLACES)
    assert time.thread_time() - before < 2.0


@pytest.mark.parametrize("text", ["", " ", "🏰🏊", "где туалет", "トイレ", "\x00\x1b[m", "?" * 500])
def test_other_alphabets_and_noise_are_an_empty_request(text: str) -> None:
    assert all(value in (None, []) for value in read(text, PLACES).keys().values())


def test_shorthand_is_no_word_of_the_house() -> None:
    """A shorthand stands for its words in every language: it must be a word of none."""
    meant = {typed for typed in shorthand() if typed in lexicon().entries}
    assert not meant
