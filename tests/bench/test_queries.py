"""What the benchmark asks is what it says: models of error, halves, the handwritten list; and a
floor under the quality of the search on the demonstration catalogue."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from random import Random
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA, DamerauLevenshtein

from catalog.model import LANGUAGES
from catalog.search.engine import SearchEngine
from catalog.search.function_words import FUNCTION_WORDS
from catalog.store.reader import Catalogue
from catalog.text import fold
from tests.bench import documents, stock
from tests.bench.generated import listings
from tests.bench.peers import PEERS
from tests.bench.queries import errors, handwritten
from tests.bench.queries.drawn import draw
from tests.bench.queries.query import Known, held_back
from tests.bench.tables import Tally

if TYPE_CHECKING:
    from collections.abc import Iterator

WRITTEN: Final = handwritten.read()
NAMES: Final = st.one_of(
    st.sampled_from([listing.name.texts[0].text for listing in listings(300)]),
    st.sampled_from(["L'Œuvre d'Étienne", "Châteaux de Bruniquel", "Saint-Antonin-Noble-Val"]),
)
CHANCE: Final = st.integers(0, 2**32).map(Random)


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> stock.Stock:
    made = stock.demonstration(tmp_path_factory.mktemp("bench"))
    stock.prepare(made, [], print)
    return made


@pytest.fixture(scope="module")
def known(where: stock.Stock) -> Known:
    return Known(documents.read(where.documents))


@pytest.fixture(scope="module")
def engine(where: stock.Stock) -> Iterator[SearchEngine]:
    with Catalogue.open(where.catalogue) as opened:
        yield SearchEngine(opened)


# --- models of error ---------------------------------------------------------------------------


def distance(name: str, typed: str) -> int:
    return OSA.distance(fold(name), typed)


@given(NAMES, CHANCE)
def test_a_deletion_is_one_letter_less(name: str, chance: Random) -> None:
    typed = errors.deletion(name, chance)
    assert typed is not None
    assert len(typed) == len(fold(name)) - 1
    assert distance(name, typed) == 1


@given(NAMES, CHANCE)
def test_an_insertion_is_one_letter_more(name: str, chance: Random) -> None:
    typed = errors.insertion(name, chance)
    assert typed is not None
    assert len(typed) == len(fold(name)) + 1
    assert distance(name, typed) == 1


@given(NAMES, CHANCE)
def test_a_substitution_is_a_neighbouring_key(name: str, chance: Random) -> None:
    typed = errors.substitution(name, chance)
    assert typed is not None
    pairs = [(was, now) for was, now in zip(fold(name), typed, strict=True) if was != now]
    assert len(pairs) == 1
    assert pairs[0][1] in errors.NEIGHBOURS[pairs[0][0]]


def test_keys_touch_each_other() -> None:
    assert all(
        key in errors.NEIGHBOURS[other]
        for key, near in errors.NEIGHBOURS.items()
        if key != " "
        for other in near
    )
    assert set(errors.NEIGHBOURS["a"]) == {"z", "q"}


@given(NAMES, CHANCE)
def test_a_transposition_is_two_letters_swapped(name: str, chance: Random) -> None:
    typed = errors.transposition(name, chance)
    assert typed is not None
    assert sorted(typed) == sorted(fold(name))
    assert distance(name, typed) == 1


@given(NAMES, CHANCE)
def test_the_first_letter_of_one_word_is_wrong(name: str, chance: Random) -> None:
    typed = errors.first_letter(name, chance)
    assert typed is not None
    changed = [
        (was, now) for was, now in zip(fold(name).split(), typed.split(), strict=True) if was != now
    ]
    assert len(changed) == 1
    assert changed[0][0][0] != changed[0][1][0]
    assert distance(name, typed) == 1


@given(NAMES, CHANCE)
def test_two_errors_are_at_most_two_apart(name: str, chance: Random) -> None:
    typed = errors.two_errors(name, chance)
    assert typed is None or 1 <= DamerauLevenshtein.distance(fold(name), typed) <= 2


@pytest.mark.parametrize(
    ("model", "name", "typed"),
    [
        ("apostrophes", "L'Abbaye d'Aubrac", "labbaye daubrac"),
        ("apostrophes", "Abbaye", None),
        ("hyphens", "Cap-Découverte", "capdecouverte"),
        ("hyphens", "Cap Découverte", None),
        ("joined", "Lac Noir", "lacnoir"),
        ("joined", "Lac", None),
        ("no small words", "Lac de la Roucarié", "lac roucarie"),
        ("no small words", "Lac Noir", None),
        ("word order", "Lac Noir", "noir lac"),
        ("word order", "Lac", None),
        ("split", "Lac", None),
        ("st, ste", "Lac", None),
        ("no accents", "L'Œuvre d'Étienne", "l oeuvre d etienne"),
        ("exact", "L'Œuvre d'Étienne", "L'Œuvre d'Étienne"),
    ],
)
def test_a_model_with_one_outcome(model: str, name: str, typed: str | None) -> None:
    assert errors.WHOLE[model](name, Random(1)) == typed


@given(NAMES, CHANCE)
def test_spaces_come_and_go_but_letters_stay(name: str, chance: Random) -> None:
    words = fold(name).split()
    for model, more in (("joined", -1), ("split", 1)):
        typed = errors.WHOLE[model](name, chance)
        if typed is not None:
            assert typed.replace(" ", "") == "".join(words)
            assert len(typed.split()) == len(words) + more
    mixed = errors.word_order(name, chance)
    if mixed is not None:
        assert mixed.split() != words
        assert sorted(mixed.split()) == sorted(words)


@given(NAMES, CHANCE)
def test_saints_are_cut_short_and_nothing_else(name: str, chance: Random) -> None:
    typed = errors.saints(name, chance)
    assert (typed is not None) == bool({"saint", "sainte"} & set(fold(name).split()))
    if typed is not None:
        assert re.sub(r"\bst(e?)\b\.?", r"saint\1", typed) == fold(name)


@given(NAMES, CHANCE)
def test_small_words_go(name: str, chance: Random) -> None:
    typed = errors.no_small_words(name, chance)
    if typed is not None:
        assert not FUNCTION_WORDS & set(typed.split())


@given(NAMES, CHANCE)
def test_a_beginning_begins(name: str, chance: Random) -> None:
    typed = errors.beginning(name, chance)
    if typed is not None:
        assert fold(name).startswith(typed)
        assert 4 <= len(typed) < len(fold(name))


@pytest.mark.parametrize(
    ("name", "heard"),
    [
        ("Château", {"chato", "chateo"}),
        ("Église Saint-Hilaire", {"egli saint ilaire"}),
        ("Roquefort", {"rokefort", "rokefor"}),
    ],
)
def test_by_ear_is_how_it_sounds(name: str, heard: set[str]) -> None:
    found = {errors.by_ear(name, Random(seed)) for seed in range(200)}
    assert found & heard
    assert None not in found


def test_foreign_ears_hear_each_their_way() -> None:
    found = {errors.foreign_ear("Château de Bourgnac", Random(seed)) for seed in range(300)}
    typed = " ".join(filter(None, found))
    assert all(part in typed for part in ("shat", "schat", "burg", "boerg", "boorg"))


@given(st.text(max_size=60), CHANCE)
def test_no_name_is_too_odd(name: str, chance: Random) -> None:
    for model in errors.WHOLE.values():
        typed = model(name, chance)
        assert typed is None or isinstance(typed, str)
    errors.beginning(name, chance)


# --- questions drawn ---------------------------------------------------------------------------


def test_questions_are_drawn_alike_and_have_an_answer(known: Known) -> None:
    queries = draw(known, 5)
    assert queries == draw(known, 5)
    assert all(query.right and query.text for query in queries)
    asked = Counter(query.group for query in queries)
    assert min(asked[group] for group in errors.WHOLE) >= 4
    assert len(asked) > len(errors.WHOLE) + 6
    assert max(asked.values()) == 5


def test_right_is_every_listing_of_the_name_or_in_the_place(known: Known) -> None:
    (castle,) = known.called("Forteresse de Penne")
    assert known.called("Burg Penne") == {castle}
    assert known.being("castle", "penne") == {castle}
    assert known.being("monument") > known.being("castle") > known.being("castle", "Penne")
    assert castle in known.beginning("forteresse de p")


def test_the_halves_never_change_sides() -> None:
    sides = [held_back(text) for text in ("chato d penne", "najac", "Burg", "st antonin")]
    assert sides == [False, False, True, False]


def test_the_halves_are_about_halves(known: Known) -> None:
    for texts in ([each.text for each in WRITTEN], [query.text for query in draw(known, 20)]):
        assert 0.44 < sum(map(held_back, texts)) / len(texts) < 0.56


# --- the handwritten list ----------------------------------------------------------------------


def test_the_list_is_long_and_in_every_language() -> None:
    assert len(WRITTEN) >= 300
    spoken = Counter(each.lang for each in WRITTEN)
    assert set(spoken) == set(LANGUAGES)
    assert min(spoken.values()) >= 30
    assert max(Counter((each.lang, each.text) for each in WRITTEN).values()) == 1


def test_what_is_wanted_exists(known: Known) -> None:
    missing = [
        (each.text, wanted)
        for each in WRITTEN
        for wanted in each.wanted
        if not handwritten.answering(known, wanted)
    ]
    assert not missing
    assert not [each for each in WRITTEN if not each.wanted]


FLOORS: Final = {
    "fr": (96.5, 97.5), "en": (94.5, 95.5), "de": (96, 96), "es": (98, 98), "it": (98, 98),
    "nl": (98, 98), "oc": (97.5, 97.5), "ca": (97.5, 97.5), "all": (97.5, 98),
}  # fmt: skip
"""Percent of the list answered first, and among five: what was reached when this was written, less
about one question in a hundred (in a language with few, less one). Raise it when the search gets
better."""


def test_the_search_does_not_sink_below_its_floor(known: Known, engine: SearchEngine) -> None:
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    for each in WRITTEN:
        query = each.query(known)
        hits = engine.search(query.text, lang=query.lang, limit=5)
        found = [known.place_of[hit.id] for hit in hits]
        tallies[each.lang].add(query.right, found)
        tallies["all"].add(query.right, found)
    reached = {lang: tally.percent for lang, tally in tallies.items()}
    sunk = {
        lang: (reached[lang], floor)
        for lang, floor in FLOORS.items()
        if reached[lang][0] < floor[0] or reached[lang][1] < floor[1]
    }
    assert not sunk


# --- what is measured on -----------------------------------------------------------------------


def test_a_generated_catalogue_looks_like_one() -> None:
    made = list(listings(2000))
    assert made == list(listings(2000))
    assert len({each.id for each in made}) == 2000
    names = Counter(each.name.texts[0].text for each in made)
    assert sum(count > 1 for count in names.values()) > 50
    assert sum(count == 1 for count in names.values()) > 1000
    assert {text.lang for each in made for text in each.name.texts} == set(LANGUAGES)
    assert len({each.concepts for each in made}) >= 26
    length = sum(len(text.text) for each in made for text in each.summary.texts) / len(made)
    assert 150 < length < 500


@pytest.mark.parametrize("name", ["WRatio", "FTS5 prefix", "FTS5 trigram"])
def test_a_peer_finds_what_is_spelt_right(name: str, where: stock.Stock, known: Known) -> None:
    stock.prepare(where, [name], print)
    ask = PEERS[name].open(where.documents, where.folder)
    for query in draw(known, 10):
        if query.group == "no accents":
            assert query.right & {int(place) for place in ask(query.text, "fr", False)}
