from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.errors import CatalogueDamaged, CatalogueError
from catalog.geo import Point, distance_km
from catalog.model import Kind, TermId
from catalog.search import thesaurus
from catalog.search.engine import Filters, SearchEngine
from catalog.search.normalise import tokens
from catalog.search.rows import REMEMBERED, Rows
from catalog.store.reader import Catalogue
from catalog.vocabulary import real_words
from tests.catalog.search.small import LISTINGS, MONESTIES, build, listing
from tests.catalog.search.vocabulary import CONCEPTS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from catalog.model import Listing

CARMAUX = Point(44.05, 2.16)
MILL = TermId("mill")
SHARED = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def shown(listing: Listing) -> str:
    name = listing.name.get("fr")
    assert name is not None
    return name.text


def away(listing: Listing, here: Point = CARMAUX) -> float:
    return distance_km(here, Point(listing.place.latitude, listing.place.longitude))


@pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: str(listing.id))
@pytest.mark.parametrize("prefix", [True, False])
def test_a_name_finds_itself_first(listing: Listing, prefix: bool, engine: SearchEngine) -> None:
    for text in listing.name.texts:
        hits = engine.search(text.text, lang=text.lang, prefix=prefix)
        twins = [twin.id for twin in LISTINGS if text in twin.name.texts]
        assert {hit.id for hit in hits[: len(twins)]} == set(twins)
        assert "name" in hits[0].reasons


OCCITAN_MILL = ["le", "molin"]
"""A word of the vocabulary: no error to be found."""


@pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: str(listing.id))
def test_one_error_still_finds_it(listing: Listing, engine: SearchEngine) -> None:
    name = shown(listing)
    at, word = max(
        ((name.index(word), word) for word in name.split()), key=lambda found: len(found[1])
    )
    middle = at + len(word) // 2
    swapped = name[:middle] + name[middle + 1] + name[middle] + name[middle + 2 :]
    dropped = name[: at + 2] + name[at + 3 :]
    for typo in (swapped, dropped):
        if len(word) >= 5 and tokens(typo) not in (tokens(name), OCCITAN_MILL):
            names = [hit.name for hit in engine.search(typo, prefix=False)[:5]]
            assert name in names, typo


def test_a_correction_never_beats_what_is_written_so(engine: SearchEngine) -> None:
    for one in engine.explain("barbe"):
        assert "corrected" not in one.parts
    found = engine.explain("penne marina", prefix=False)
    plain = [one.hit.score for one in found if "corrected" not in one.parts]
    corrected = [one.hit.score for one in found if "corrected" in one.parts]
    assert not plain or not corrected or min(plain) > max(corrected)


@given(text=st.text(max_size=40), prefix=st.booleans(), here=st.sampled_from([None, CARMAUX]))
@SHARED
def test_no_text_raises(text: str, prefix: bool, here: Point | None, engine: SearchEngine) -> None:
    hits = engine.search(text, prefix=prefix, origin=here)
    assert len(hits) <= 20
    assert len({hit.id for hit in hits}) == len(hits)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "x" * 10_000,
        "château " * 2_000,
        '"',
        '"""',
        "' OR 1=1 --",
        "a AND b OR NOT c NEAR(d)",
        "name:chateau",
        "chateau*",
        "^chateau",
        "(((",
        "\x00",
        "cha\x00teau",
        "\ud800",
        "🏰🏰",
        "قلعة",
        "城堡",
        "замок",
        "§castle",
        "¶attraction ¤0n1e1",
        "de la le les",
        "près de",
        "near",
        "é" * 300,
        "a\u0301" * 300,
        " ".join("abcdefghijklmnopqrstuvwxyz"),
        "1234567890" * 30,
        "ﬁ ﷺ ½ ①",
    ],
)
def test_hostile_text(text: str, engine: SearchEngine) -> None:
    for prefix in (True, False):
        for here in (None, CARMAUX):
            for filters in (Filters(), Filters(kinds=frozenset({Kind.SERVICE}), within_km=3.0)):
                engine.search(text, prefix=prefix, origin=here, filters=filters)


def test_operators_are_words(engine: SearchEngine) -> None:
    assert engine.search("chateau* bruniquel)")[0].name == "Château de Bruniquel"
    assert engine.search("§castle", prefix=False, lang="en") == engine.search(
        "castle", prefix=False, lang="en"
    )


def fits(listing: Listing, kinds: Sequence[Kind], concepts: Sequence[str]) -> bool:
    """The filters, said slowly: a kind or one of the concepts, or one narrower than it."""
    carried = {*listing.concepts, *listing.amenities, *(label.id for label in listing.labels)}
    carried |= {above for term in carried if term in CONCEPTS for above in CONCEPTS[term].broader}
    return (not kinds or bool(set(kinds) & set(listing.kinds))) and (
        not concepts or bool(carried & set(concepts))
    )


@given(
    text=st.sampled_from(["", "chateau", "m", "musee du verre", "toiletes", "markt carmaux"]),
    kinds=st.lists(st.sampled_from([Kind.ATTRACTION, Kind.SERVICE, Kind.MARKET]), max_size=2),
    concepts=st.lists(st.sampled_from(["castle", "monument", "pool", "toilets"]), max_size=2),
    within=st.sampled_from([None, 1.0, 15.0, 45.0]),
)
@SHARED
def test_filters_hold(
    text: str, kinds: list[Kind], concepts: list[str], within: float | None, engine: SearchEngine
) -> None:
    filters = Filters(frozenset(kinds), frozenset(map(TermId, concepts)), within)
    allowed = {
        listing.id: away(listing)
        for listing in LISTINGS
        if fits(listing, kinds, concepts) and (within is None or away(listing) <= within)
    }
    hits = engine.search(text, filters=filters, origin=CARMAUX, limit=100)
    assert {hit.id for hit in hits} <= allowed.keys()
    for hit in hits:
        assert hit.distance_km == pytest.approx(allowed[hit.id])
    if not text and filters:
        assert [hit.id for hit in hits] == sorted(
            allowed, key=lambda id: (allowed[id], in_order(id))
        )


def in_order(id: str) -> tuple[int, str, str, str]:
    """Where a listing stands among those that nothing else sets apart."""
    (one,) = (listing for listing in LISTINGS if listing.id == id)
    name = " ".join(tokens(shown(one)))
    return len(name), name, " ".join(tokens(one.place.commune or "")), id


def test_nothing_asked_nothing_found(engine: SearchEngine) -> None:
    assert engine.search("") == ()
    assert engine.search("", origin=CARMAUX) == ()
    assert engine.search("chateau", limit=0) == ()


@pytest.mark.parametrize("concept", ["castle", "museum", "toilets", "village", "walking_route"])
@pytest.mark.parametrize("lang", ["fr", "en", "de", "es", "it", "nl", "oc", "ca"])
def test_a_concept_in_any_language_is_answered_nearest_first(
    concept: str, lang: str, engine: SearchEngine
) -> None:
    term = TermId(concept)
    hits = engine.search(CONCEPTS[term].labels[lang], lang=lang, prefix=False, origin=CARMAUX)
    expected = sorted(
        (listing for listing in LISTINGS if term in listing.concepts),
        key=lambda listing: (away(listing), in_order(listing.id)),
    )
    assert [hit.id for hit in hits[: len(expected)]] == [listing.id for listing in expected]


def test_the_nearest_of_very_many_come_first(tmp_path: Path) -> None:
    """More matches around than are ever looked at: the nearest must still be among them."""
    crowd = [
        listing(number, f"Moulin {number}", Kind.ATTRACTION, (*spot, "Carmaux", "81060"), "mill")
        for number, spot in enumerate(
            ((44.05 + 0.0011 * (97 * n % 1201), 2.16 + 0.0007 * (n % 13)) for n in range(1200)), 1
        )
    ]
    expected = sorted(crowd, key=away)[:20]
    with Catalogue.open(build(tmp_path / "crowd.sqlite", crowd)) as many:
        for text, filters in (("mill", Filters()), ("", Filters(concepts=frozenset({MILL})))):
            hits = SearchEngine(many).search(text, origin=CARMAUX, filters=filters)
            assert [hit.id for hit in hits] == [one.id for one in expected]


def test_a_name_that_begins_with_what_it_is_counts_as_it(tmp_path: Path) -> None:
    named = [
        listing(1, "Moulin de la Garde", Kind.ATTRACTION, MONESTIES),
        listing(2, "Parc du Moulin", Kind.ATTRACTION, MONESTIES),
        listing(3, "Le Moulin de Jules", Kind.FOOD, MONESTIES),
        listing(4, "Moulin", Kind.ATTRACTION, (44.0, 2.0, "Moulin", "81999")),
    ]
    with Catalogue.open(build(tmp_path / "named.sqlite", named)) as small:
        hits = SearchEngine(small).search("", filters=Filters(concepts=frozenset({MILL})))
        assert [hit.name for hit in hits] == ["Moulin de la Garde"]
        assert SearchEngine(small).search("Mühle")[0].name == "Moulin de la Garde"


def test_what_it_is_comes_before_what_next_door_has(tmp_path: Path) -> None:
    listings = [
        listing(1, "Café du Centre", Kind.FOOD, MONESTIES, amenities="toilets"),
        listing(2, "Sanitaires du Bosc", Kind.SERVICE, MONESTIES, "toilets", step=0.5),
    ]
    here = Point(*MONESTIES[:2])
    with Catalogue.open(build(tmp_path / "two.sqlite", listings)) as small:
        hits = SearchEngine(small).search("WC", origin=here)
        assert [hit.name for hit in hits] == ["Sanitaires du Bosc", "Café du Centre"]


def test_a_name_that_is_all_that_is_typed_comes_before_what_its_words_mean(tmp_path: Path) -> None:
    listings = [
        listing(1, "Pré du Bosc", Kind.SERVICE, MONESTIES, "picnic_area", amenities="picnic_area"),
        listing(2, "Aire de Pique-Nique", Kind.FOOD, MONESTIES, amenities="picnic_area", step=0.5),
    ]
    with Catalogue.open(build(tmp_path / "two.sqlite", listings)) as small:
        hits = SearchEngine(small).search("aire de pique-nique")
        assert [hit.name for hit in hits] == ["Aire de Pique-Nique", "Pré du Bosc"]


def test_a_hit_says_why(engine: SearchEngine) -> None:
    (best, *_) = engine.explain("Burg bruniquel", lang="de", origin=CARMAUX)
    assert best.hit.reasons == ("concept:burg>castle",)
    assert best.hit.score == pytest.approx(sum(best.parts.values()), abs=0.001)
    assert set(best.parts) <= {"words", "name", "resemblance", "near", "town", "whole"}
    assert "spelling:lautrek>lautrec" in engine.search("toulouse lautrek")[0].reasons
    assert engine.search("passerelle himalayenne")[0].reasons == ("text",)


def test_a_hit_is_named_in_the_language_asked(engine: SearchEngine) -> None:
    assert engine.search("musée du verre", lang="en")[0].name == "Glass Museum"
    assert engine.search("musée du verre", lang="de")[0].name == "Musée du Verre"


class Failing:
    """A catalogue whose every question fails, once the engine is made."""

    def __init__(self, catalogue: Catalogue, error: Exception) -> None:
        self._catalogue, self._error = catalogue, error
        self.meta = catalogue.meta
        self.failing = False

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[object, ...]]:
        if self.failing:
            raise self._error
        return self._catalogue.rows(sql, parameters)


def test_too_late_is_nothing_but_damage_is_told(catalogue: Catalogue) -> None:
    for error in (CatalogueError("late"), CatalogueDamaged("broken")):
        failing = Failing(catalogue, error)
        engine = SearchEngine(failing)  # type: ignore[arg-type]
        failing.failing = True
        if isinstance(error, CatalogueDamaged):
            with pytest.raises(CatalogueDamaged):
                engine.search("chateau")
        else:
            assert engine.search("chateau") == ()


def test_rows_are_remembered_within_bounds(catalogue: Catalogue) -> None:
    every = [row[0] for row in catalogue.rows("SELECT id FROM search_doc ORDER BY id")]
    assert 10 < len(every) < REMEMBERED
    asked: list[int] = []

    class Counted:
        def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[object, ...]]:
            asked.extend(json.loads(str(parameters[0])))
            return catalogue.rows(sql, parameters)

    rows = Rows(Counted())  # type: ignore[arg-type]
    assert [doc.id for doc in rows.of([3, 1, -1])] == [3, 1]
    assert [doc.id for doc in rows.of([1, 2, 3])] == [1, 2, 3]
    assert asked == [3, 1, -1, 2]
    rows.of([*every, *range(10_000, 10_000 + REMEMBERED)])
    assert [doc.id for doc in rows.of(every)] == every


def test_warm_loads_the_stemmers_and_changes_no_answer(catalogue: Catalogue) -> None:
    thesaurus._stemmer.cache_clear()
    cold, warm = SearchEngine(catalogue), SearchEngine(catalogue)
    warm.warm()
    assert thesaurus._stemmer.cache_info().currsize == len({*thesaurus.STEMMERS.values()})
    for text in ("toulouse lautrek", "Burg bruniquel", "m"):
        assert warm.explain(text, origin=CARMAUX) == cold.explain(text, origin=CARMAUX)


REAL = sorted((lang, word) for lang, words in real_words().items() for word in words)


@SHARED
@given(st.sampled_from(REAL))
def test_a_real_word_is_a_slip_of_no_other_meaning(
    engine: SearchEngine, said: tuple[str, str]
) -> None:
    """Of a name it is one, where it is all that is typed and finds nothing else."""
    lang, word = said
    for hit in engine.search(word, lang=lang, prefix=False):
        if any(reason.startswith(("spelling", "sound")) for reason in hit.reasons):
            assert not [reason for reason in hit.reasons if reason.startswith("concept")]


@pytest.mark.parametrize("lang", ["fr", "es", "it", "ca"])
def test_what_is_no_word_still_is_mended(engine: SearchEngine, lang: str) -> None:
    assert engine.search("bruniqel", lang=lang)[0].commune == "Bruniquel"
