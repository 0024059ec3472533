"""The guided interview and the parts of what was understood: the same keys, said or unsaid."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.model import Kind
from catalog.request import PlaceNames, Request, read
from catalog.request.interview import STEPS, answered, asked
from catalog.request.understood import Part, parts, without

PLACES = PlaceNames(["Carmaux", "Penne"])
SENTENCES = (
    "waar kunnen we zwemmen met kinderen",
    "balade facile de moins de 5 km avec un chien à Penne demain matin",
    "un musée gratuit pour ados, pas les châteaux, s'il pleut",
    "laverie",
    "restaurant accessible en fauteuil roulant ce soir à Carmaux, 20 euros",
)


def test_six_taps_at_most_and_none_is_needed() -> None:
    assert len(STEPS) == 6
    request = Request()
    for step in STEPS:
        assert not asked(request, step)
    assert parts(request) == ()


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.id)
def test_each_answer_fills_its_key_and_no_other(step) -> None:  # type: ignore[no-untyped-def]
    for option in step.options:
        filled = answered(Request(), step, option)
        assert asked(filled, step)
        others = [each for each in STEPS if each.id != step.id]
        assert not any(asked(filled, other) for other in others)


def test_the_answers_are_what_a_typed_question_says() -> None:
    typed = read("en famille demain, sans voiture, gratuit", PLACES, lang="fr")
    tapped, steps = Request(), {step.id: step for step in STEPS}
    for step, option in (("who", 0), ("when", 1), ("move", 1), ("budget", 0)):
        tapped = answered(tapped, steps[step], steps[step].options[option])
    # Who types no more than this wants an outing; who taps is asked "what do you like" as well.
    assert tapped.keys() == replace(typed, spans=(), types=()).keys()


@pytest.mark.parametrize("text", SENTENCES)
def test_every_part_can_be_taken_away_and_only_that(text: str) -> None:
    request = read(text, PLACES)
    for part in parts(request):
        left = without(request, part)
        assert part not in parts(left)
        gone = set(parts(request)) - set(parts(left))
        assert gone == {part}
        assert set(parts(left)) <= set(parts(request))


@pytest.mark.parametrize("text", SENTENCES)
def test_with_all_parts_taken_away_nothing_was_said(text: str) -> None:
    request = read(text, PLACES)
    while parts(request):
        request = without(request, parts(request)[0])
    assert not any(value for value in request.keys().values())
    assert request.rest == ""


def test_a_kind_is_no_part_where_a_theme_says_it() -> None:
    request = read("waar kunnen we zwemmen", PLACES, lang="nl")
    assert Kind.ACTIVITY in request.types
    assert Part("themes", "swimming") in parts(request)
    assert not any(part.key == "types" for part in parts(request))


@given(st.lists(st.sampled_from([(s, o) for s in STEPS for o in s.options]), max_size=8))
def test_taps_in_any_order_are_parts_that_can_be_taken_away(taps) -> None:  # type: ignore[no-untyped-def]
    request = Request()
    for step, option in taps:
        request = answered(request, step, option)
    for part in parts(request):
        assert part not in parts(without(request, part))
