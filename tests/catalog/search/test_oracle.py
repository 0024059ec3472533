"""The engine against a slow, obvious one, and what must hold whatever is typed."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.geo import Point
from catalog.model import LANGUAGES
from catalog.search import candidates
from catalog.search.engine import NO_FILTERS, Filters, SearchEngine
from catalog.search.normalise import content, tokens
from catalog.search.question import Question
from catalog.store.reader import Catalogue
from tests.catalog.search.small import CARMAUX, LISTINGS, build

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from catalog.model import Listing

HERE = Point(*CARMAUX[:2])
SLOW = settings(
    deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def said(listing: Listing) -> list[str]:
    """Every word of a listing's names and commune."""
    texts = [text.text for text in listing.name.texts]
    return [word for text in (*texts, listing.place.commune or "") for word in tokens(text)]


def holding(words: list[str], *, prefix: bool) -> set[str]:
    """The listings that hold every word as it is typed, the last one perhaps as a beginning."""
    found = set()
    for listing in LISTINGS:
        there = said(listing)
        whole = words[:-1] if prefix else words
        if set(whole) <= set(there) and (
            not prefix or any(word.startswith(words[-1]) for word in there)
        ):
            found.add(str(listing.id))
    return found


WORDS = sorted({word for listing in LISTINGS for word in content(said(listing))})


@given(
    typed=st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True),
    cut=st.integers(0, 6),
    here=st.sampled_from([None, HERE]),
)
@SLOW
def test_who_holds_the_words_is_found_and_nothing_corrected_comes_before(
    typed: list[str], cut: int, here: Point | None, engine: SearchEngine
) -> None:
    prefix = 0 < cut < len(typed[-1]) - 2
    words = [*typed[:-1], typed[-1][:-cut] if prefix else typed[-1]]
    expected = holding(words, prefix=prefix)
    found = engine.explain(" ".join(words), prefix=prefix, limit=100, origin=here)
    if expected:
        assert expected <= {one.hit.id for one in found}
        last = max(at for at, one in enumerate(found) if one.hit.id in expected)
        for one in found[:last]:
            assert one.hit.id in expected or "corrected" not in one.parts


@given(
    listing=st.sampled_from(LISTINGS),
    noise=st.text(max_size=3),
    at=st.integers(0, 30),
    here=st.sampled_from([None, HERE]),
)
@SLOW
def test_adding_a_letter_never_raises(
    listing: Listing, noise: str, at: int, here: Point | None, engine: SearchEngine
) -> None:
    name = listing.name.texts[0].text
    line = name[:at] + noise + name[at:]
    for end in range(0, len(line) + 1, 3):
        for one in engine.explain(line[:end], origin=here):
            assert one.hit.score == pytest.approx(sum(one.parts.values()), abs=0.001)


QUESTIONS = (
    "m", "mo", "eglise", "st martin", "verfeil", "toilets", "burg", "chato", "marche", "wc albi",
    "musee", "carmeaux", "lac", "penne", "hotel", "sentier", "le", "village", "gr36", "xyz",
)  # fmt: skip


LINES = st.lists(
    st.tuples(
        st.lists(st.sampled_from([*WORDS, "chatau", "Burg", "près de", "le"]), max_size=3),
        st.integers(0, 4),
        st.sampled_from(["fr", "de"]),
        st.booleans(),
        st.sampled_from([None, HERE]),
        st.sampled_from([NO_FILTERS, Filters(within_km=20.0), Filters(dogs=True)]),
    ),
    min_size=2,
    max_size=6,
)


@given(lines=LINES)
@settings(SLOW, max_examples=25)
def test_what_was_asked_before_changes_no_answer(
    lines: list[tuple[list[str], int, str, bool, Point | None, Filters]], catalogue: Catalogue
) -> None:
    used = SearchEngine(catalogue)
    for words, cut, lang, prefix, here, filters in lines * 2:
        text = " ".join(words)[: -cut or None]
        answers = [
            engine.explain(text, lang=lang, prefix=prefix, filters=filters, origin=here)
            for engine in (used, SearchEngine(catalogue))
        ]
        assert answers[0] == answers[1]


@given(lines=LINES, limit=st.integers(1, 6))
@settings(SLOW, max_examples=25)
def test_what_is_not_compared_or_not_asked_of_the_index_changes_no_answer(
    lines: list[tuple[list[str], int, str, bool, Point | None, Filters]],
    limit: int,
    catalogue: Catalogue,
) -> None:
    engine = SearchEngine(catalogue)
    for words, cut, lang, prefix, here, filters in lines:
        text = " ".join(words)[: -cut or None]
        some = engine.explain(text, lang=lang, prefix=prefix, filters=filters, origin=here)
        few = engine.explain(
            text, lang=lang, prefix=prefix, filters=filters, origin=here, limit=limit
        )
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(candidates, "NARROW", 0)
            every = SearchEngine(catalogue).explain(
                text, lang=lang, prefix=prefix, filters=filters, origin=here, limit=1_000
            )
        assert some == every[:20]
        assert few == every[:limit]


@pytest.mark.parametrize("typed", ["Musée-de-la-Mine ", "  MUSEE DE  LA MINE", "musee de la mine."])
def test_spaces_signs_and_capitals_ask_nothing_new(typed: str, engine: SearchEngine) -> None:
    assert engine.explain(typed) == engine.explain("musee de la mine")


@pytest.fixture(scope="module", params=[1, 2])
def shuffled(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SearchEngine]:
    listings = list(LISTINGS)
    Random(request.param).shuffle(listings)
    path = build(tmp_path_factory.mktemp("shuffled") / "catalogue.sqlite", listings)
    with Catalogue.open(path) as catalogue:
        yield SearchEngine(catalogue)


@pytest.mark.parametrize("here", [None, HERE])
@pytest.mark.parametrize("text", QUESTIONS)
def test_the_order_of_insertion_changes_nothing(
    text: str, here: Point | None, engine: SearchEngine, shuffled: SearchEngine
) -> None:
    assert shuffled.explain(text, origin=here) == engine.explain(text, origin=here)


def test_of_very_many_the_whole_names_are_among_those_looked_at(tmp_path: Path) -> None:
    """More listings hold a word than are ever ranked: the likeliest must be among them."""
    from tests.catalog.search.small import listing

    others = [
        listing(number, f"Moulin de la rivière {number}", LISTINGS[0].kind, CARMAUX, "mill")
        for number in range(1, 500)
    ]
    path = build(
        tmp_path / "many.sqlite",
        [*others, listing(900, "Moulin neuf", LISTINGS[0].kind, CARMAUX, "mill")],
    )
    with Catalogue.open(path) as catalogue:
        engine = SearchEngine(catalogue)
        for text in ("moulin n", "moulni neuf", "moulin neuff"):
            assert engine.search(text)[0].name == "Moulin neuf", text
        assert engine.search("moulin")[0].name == "Moulin neuf"


@given(
    typed=st.lists(
        st.one_of(st.sampled_from(WORDS), st.sampled_from(("museu", "schloss", "aire", "xqz"))),
        min_size=2,
        max_size=4,
    ),
    cut=st.integers(0, 3),
    lang=st.sampled_from(LANGUAGES),
)
@SLOW
def test_what_nobody_knows_is_in_no_phrase(
    typed: list[str], cut: int, lang: str, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To leave out the runs of words that hold one that nobody knows changes no answer."""
    text = " ".join(typed)
    text = text[: len(text) - cut]
    found = SearchEngine(catalogue).explain(text, lang=lang)
    with monkeypatch.context() as changed:
        changed.setattr(Question, "unheard", property(lambda _: []))
        assert SearchEngine(catalogue).explain(text, lang=lang) == found
