"""The looking up of readings, against comparing every reading with every word of a row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.search.lookup import Lookups
from catalog.search.question import IN_FRENCH, How, Reading, Word

TERMS = st.text(alphabet="abc", min_size=1, max_size=5)
READINGS = st.lists(
    st.builds(
        lambda how, terms, weight, beginning: Reading(
            how, tuple(terms), weight, beginning=beginning and len(terms) == 1
        ),
        st.sampled_from(How),
        st.lists(TERMS, min_size=1, max_size=3),
        st.sampled_from([0.5, 0.74, 0.8, 0.93, 1.0]),
        st.booleans(),
    ),
    max_size=12,
)
ROW = st.dictionaries(TERMS, st.sampled_from([0.75, 0.96, 1.0]), max_size=8)


def worth(reading: Reading, row: dict[str, float]) -> float:
    """What one reading earns in one row."""
    if len(reading.terms) > 1:
        return reading.weight if row.keys() >= set(reading.terms) else 0.0
    (wanted,) = reading.terms
    if not reading.beginning:
        return reading.weight * row.get(wanted, 0.0)
    return max(
        (
            here * reading.weight * (0.95 + 0.05 * len(wanted) / len(term))
            for term, here in row.items()
            if term.startswith(wanted)
        ),
        default=0.0,
    )


@given(READINGS, st.lists(ROW, min_size=1, max_size=5))
def test_the_best_of_all_readings(readings: list[Reading], rows: list[dict[str, float]]) -> None:
    word, other = (Word(text, unfinished=True, listings=None) for text in ("abc", "b"))
    for reading in readings:
        word.add(reading)
    other.add(Reading(How.WORD, ("b",), 1.0))
    lookups = Lookups([word, other], lambda: set().union(*rows))
    for row in rows:
        expected = max((worth(each, row) for each in word.readings.values()), default=0.0)
        (found, beside), (by, _) = lookups.best(row)
        assert beside == row.get("b", 0.0)
        assert found == pytest.approx(expected)
        assert worth(by, row) == pytest.approx(expected) if by else not expected


def test_the_french_word_for_a_concept_is_worth_less_in_the_name_of_what_is_none() -> None:
    word = Word("playas", unfinished=False, listings=0)
    word.add(Reading(How.CONCEPT, ("§beach",), 0.85))
    word.add(Reading(How.ALIAS, ("plage",), IN_FRENCH, code="§beach"))
    lookups = Lookups([word], set)
    beach, unnamed = {"plage": 1.0, "§beach": 1.0}, {"§beach": 1.0}
    visit, other = {"plage": 1.0}, {"dune": 1.0}
    worths = [lookups.best(row)[0][0] for row in (beach, unnamed, visit, other)]
    assert worths == sorted(set(worths), reverse=True)
