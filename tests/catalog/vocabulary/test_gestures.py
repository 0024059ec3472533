from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.model import (
    LANGUAGES,
    Itinerary,
    Kind,
    Label,
    LabelStatus,
    Listing,
    ListingId,
    Localized,
    Place,
    Source,
    TermId,
    Text,
)
from catalog.text import clean_line
from catalog.vocabulary import concepts, gesture_for, gestures, wider

MONTHS = range(1, 13)
SEEDS = [f"slip-{n}" for n in range(60)]


def listing(
    *terms: str,
    kind: Kind = Kind.ATTRACTION,
    labels: tuple[Label, ...] = (),
    modes: tuple[str, ...] = (),
) -> Listing:
    return Listing(
        id=ListingId("test:1"),
        kinds=(kind,),
        name=Localized((Text("fr", "Un lieu"),)),
        place=Place(44.05, 2.16),
        sources=(Source("test", "1", date(2026, 1, 1)),),
        concepts=tuple(map(TermId, terms)),
        labels=labels,
        itinerary=Itinerary(modes=tuple(map(TermId, modes))) if modes else None,
    )


def given_to(*suggestions: Listing, month: int = 7, drought: bool = False) -> set[str]:
    return {gesture_for(suggestions, month=month, seed=seed, drought=drought).id for seed in SEEDS}


def test_there_are_enough_and_each_is_short_in_every_language() -> None:
    assert len(gestures()) >= 24
    assert len({gesture.id for gesture in gestures()}) == len(gestures())
    for gesture in gestures():
        assert tuple(gesture.text) == LANGUAGES
        assert len(set(gesture.text.values())) == len(LANGUAGES)
        for text in gesture.text.values():
            assert 20 <= len(text) <= 110, (gesture.id, text)
            assert text == clean_line(text)
            assert text[-1] in ".!"


def test_they_name_only_concepts_of_ours() -> None:
    for gesture in gestures():
        assert set(gesture.concepts) <= set(concepts()), gesture.id
        assert len(set(gesture.months)) == len(gesture.months)


def test_none_forbids() -> None:
    scolding = {
        "fr": ("interdit", "défense de", "ne jetez pas"),
        "en": ("forbidden", "do not", "don't", "must not"),
        "de": ("verboten", "dürfen nicht"),
        "es": ("prohibido", "no tire"),
        "it": ("vietato",),
        "nl": ("verboden",),
        "oc": ("defendut", "enebit"),
        "ca": ("prohibit",),
    }
    for gesture in gestures():
        for lang, phrases in scolding.items():
            for phrase in phrases:
                assert phrase not in gesture.text[lang].casefold(), gesture.id


suggestions = st.lists(
    st.builds(
        lambda terms, kind: listing(*terms, kind=kind),
        st.lists(st.sampled_from(sorted(concepts())), max_size=3),
        st.sampled_from(Kind),
    ),
    max_size=3,
)


@given(suggestions, st.sampled_from(MONTHS), st.text(max_size=12), st.booleans())
def test_always_one_that_fits_and_the_same_again(
    chosen: list[Listing], month: int, seed: str, drought: bool
) -> None:
    gesture = gesture_for(chosen, month=month, seed=seed, drought=drought)
    assert gesture is gesture_for(chosen, month=month, seed=seed, drought=drought)
    assert not gesture.months or month in gesture.months
    assert drought or not gesture.drought
    has = {term for each in chosen for own in each.concepts for term in (own, *wider(own))}
    kinds = {kind for each in chosen for kind in each.kinds}
    if gesture.concepts or gesture.kinds:
        assert has & set(gesture.concepts) or kinds & set(gesture.kinds)


@given(suggestions, st.sampled_from(MONTHS), st.text(max_size=12))
def test_the_most_specific_that_fits_comes_first(
    chosen: list[Listing], month: int, seed: str
) -> None:
    has = {term for each in chosen for own in each.concepts for term in (own, *wider(own))}
    main = {term for each in chosen for own in each.concepts[:1] for term in (own, *wider(own))}
    beds = {Kind.LODGING} & {kind for each in chosen for kind in each.kinds}
    fitting = [
        gesture
        for gesture in gestures()
        if not gesture.drought and (not gesture.months or month in gesture.months)
    ]
    # A bed is a bed: what a hotel cooks comes behind it.
    first = {g.id for g in fitting if main & set(g.concepts) or beds & set(g.kinds)}
    made_for_it = first or {g.id for g in fitting if has & set(g.concepts)}
    if made_for_it:
        assert gesture_for(chosen, month=month, seed=seed).id in made_for_it


def test_nothing_suggested_gets_a_general_one() -> None:
    for gesture in map(str, given_to()):
        found = next(each for each in gestures() if each.id == gesture)
        assert not found.concepts
        assert not found.kinds


def test_seeds_take_turns() -> None:
    assert given_to(listing("walking_route", kind=Kind.ITINERARY)) >= {
        "stay_on_path",
        "close_gates",
    }
    assert len(given_to()) > 1


def test_seasons_are_kept() -> None:
    forest = listing("forest")
    assert "fire_risk" in given_to(forest, month=8)
    assert "fire_risk" not in given_to(forest, month=1)
    assert "mushrooms" in given_to(forest, month=10)


def test_a_broader_concept_is_enough() -> None:
    assert given_to(listing("cathedral")) == {"quiet_worship"}


def test_the_way_of_travelling_counts() -> None:
    ride = listing(kind=Kind.ITINERARY, modes=("cycling",))
    assert given_to(ride) == {"share_greenway"}


def test_only_an_obtained_label_counts() -> None:
    sure = listing(labels=(Label(TermId("natura2000")),))
    hoped = listing(labels=(Label(TermId("natura2000"), status=LabelStatus.IN_PROGRESS),))
    assert "protected_area" in given_to(sure)
    assert "protected_area" not in given_to(hoped)


@pytest.mark.parametrize(
    ("suggestion", "expected"),
    [
        (listing("lake"), {"drought_river"}),
        (listing("hotel", kind=Kind.LODGING), {"drought_camp"}),
        (listing("museum"), {"drought_water"}),
    ],
)
def test_a_drought_order_comes_first_among_equals(suggestion: Listing, expected: set[str]) -> None:
    assert given_to(suggestion, drought=True) == expected
    assert not given_to(suggestion) & {"drought_river", "drought_camp", "drought_water"}
