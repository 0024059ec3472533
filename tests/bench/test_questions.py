"""The project's own questions: every need of visitors is asked."""

from __future__ import annotations

from collections import Counter

from catalog.model import LANGUAGES
from tests.bench.questions import NEEDS, questions

ALL = tuple(questions())


def test_every_need_is_asked() -> None:
    assert {each.need for each in ALL} >= set(NEEDS)


def test_needs_are_asked_in_every_language() -> None:
    told = Counter(each.lang for each in ALL if each.need is not None)
    assert min(told[lang] for lang in LANGUAGES) >= len(NEEDS) // len(LANGUAGES)
