"""Every listing is found by its own name, however the spaces, the small words and the last letters
of what is typed went wrong; and whatever is asked for is found without what nobody has."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.geo import Point
from catalog.model import LANGUAGES, Kind, TermId
from catalog.search.engine import Filters, SearchEngine
from catalog.search.function_words import FUNCTION_WORDS
from catalog.search.mending import mended
from catalog.search.normalise import tokens
from catalog.store.reader import Catalogue
from catalog.text import fold
from tests.catalog.search.small import (
    ALBI,
    CARMAUX,
    LISTINGS,
    PENNE,
    TANUS,
    VERFEIL_82,
    build,
    listing,
)
from tests.catalog.search.vocabulary import CONCEPTS, EVENT

if TYPE_CHECKING:
    from pathlib import Path

HERE = Point(*CARMAUX[:2])
SLOW = settings(
    deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
NAMES = sorted({text.text for listing in LISTINGS for text in listing.name.texts})
FRENCH = sorted({listing.name.texts[0].text for listing in LISTINGS})


def found(engine: SearchEngine, text: str, **how: object) -> list[str]:
    return [fold(hit.name) for hit in engine.search(text, **how)]  # type: ignore[arg-type]


@pytest.mark.parametrize("here", [None, HERE])
@pytest.mark.parametrize("name", FRENCH)
def test_a_name_finds_itself_first(name: str, here: Point | None, engine: SearchEngine) -> None:
    for text in (name, fold(name), name.upper(), f"  {name}  "):
        for prefix in (True, False):
            assert found(engine, text, origin=here, prefix=prefix)[0] == fold(name)


@given(name=st.sampled_from(NAMES), lang=st.sampled_from(["fr", "en", "de", "oc"]))
@SLOW
def test_a_name_in_any_language_finds_its_listing(
    name: str, lang: str, engine: SearchEngine
) -> None:
    bearers = {str(each.id) for each in LISTINGS if name in [t.text for t in each.name.texts]}
    assert str(engine.search(name, lang=lang)[0].id) in bearers


@given(name=st.sampled_from(FRENCH), at=st.integers(1, 40))
@SLOW
def test_a_space_that_slipped_in_hides_no_name(name: str, at: int, engine: SearchEngine) -> None:
    line = fold(name)
    inside = [i for i in range(2, len(line) - 1) if line[i - 1].isalpha() and line[i].isalpha()]
    cut = inside[at % len(inside)]
    assert line in found(engine, f"{line[:cut]} {line[cut:]}", limit=5)


@given(name=st.sampled_from(FRENCH), at=st.integers(0, 40), letter=st.sampled_from("aesrtq"))
@SLOW
def test_a_letter_too_many_hides_no_name(
    name: str, at: int, letter: str, engine: SearchEngine
) -> None:
    line = fold(name)
    long = [i for i, word in enumerate(line.split()) if len(word) > 4 and word.isalpha()]
    if not long:
        return
    words = line.split()
    word = words[long[at % len(long)]]
    cut = 1 + at % (len(word) - 1)
    words[long[at % len(long)]] = word[:cut] + letter + word[cut:]
    assert line in found(engine, " ".join(words), limit=5)


@given(name=st.sampled_from(FRENCH), small=st.sampled_from(["le", "la", "les", "du", "de la"]))
@SLOW
def test_another_small_word_hides_no_name(name: str, small: str, engine: SearchEngine) -> None:
    words = [small if word in FUNCTION_WORDS else word for word in tokens(name)]
    assert fold(name) in found(engine, " ".join(words), limit=5)


@given(name=st.sampled_from(FRENCH), size=st.integers(1, 40))
@SLOW
def test_no_beginning_of_a_name_finds_nothing(name: str, size: int, engine: SearchEngine) -> None:
    assert found(engine, name[: size % len(name) + 1])


THERE = sorted({term for listing in LISTINGS for term in listing.concepts})


@pytest.mark.parametrize(("what", "beside"), list(product(THERE, sorted(CONCEPTS))))
def test_what_somebody_is_is_found_whatever_nobody_has_beside_it(
    what: TermId, beside: TermId, engine: SearchEngine
) -> None:
    text = f"{CONCEPTS[what].labels['de']} {CONCEPTS[beside].labels['es']}"
    for here in (None, HERE):
        assert engine.search(text, lang="de", origin=here), text


class _Words:
    """A lexicon that knows a few words."""

    def __init__(self, *words: str) -> None:
        self._words = words

    def listings(self, word: str) -> int | None:
        return 1 if word in self._words else None

    def is_known(self, word: str) -> bool:
        return word in self._words

    def begun(self, beginning: str) -> tuple[str, ...]:
        return tuple(word for word in self._words if word.startswith(beginning))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (["cha", "teau"], ["chateau"]),
        (["vieux", "cha", "teau", "bleu"], ["vieux", "chateau", "bleu"]),
        (["cha", "te", "au"], ["cha", "te", "au"]),  # only two parts, and "au" is a word
        (["cha", "tea"], ["chatea"]),  # it may go on
        (["vieux", "teau"], ["vieux", "teau"]),
        (["chateau", "bleu"], ["chateau", "bleu"]),
        ([], []),
    ],
)
def test_mended(typed: list[str], expected: list[str]) -> None:
    lexicon = _Words("chateau", "vieux", "bleu")
    assert mended(lexicon, typed, prefix=True) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(("lang", "word"), [*zip(LANGUAGES, EVENT, strict=True)])
def test_what_is_of_a_kind_is_found_by_its_kind(lang: str, word: str, engine: SearchEngine) -> None:
    """Though its source says of what sort it is in no other way: the Sainte-Barbe is an event."""
    for text in (word, f"{word} Carmaux", f"Carmaux {word.upper()}"):
        first = engine.explain(text, lang=lang, prefix=False)[0]
        assert first.hit.name == "Fête de la Sainte-Barbe", text
        assert "missing" not in first.parts


def test_a_name_that_is_a_concept_but_for_its_small_words(tmp_path: Path) -> None:
    falls = (
        listing(1, "Cascade du Pont", Kind.ATTRACTION, ALBI, "waterfall", amenities="waterfall"),
        listing(2, "Chute d'Eau", Kind.ATTRACTION, ALBI, amenities="waterfall"),
    )
    with Catalogue.open(build(tmp_path / "catalogue.sqlite", falls)) as catalogue:
        for text in ("chute d'eau", "chute eau", "eau chute"):
            assert found(SearchEngine(catalogue), text, prefix=False)[0] == "chute d eau", text


@pytest.mark.parametrize("short", ["bug", "xyz", "12"])
def test_a_text_has_every_word_that_it_is_said_to_have(short: str, engine: SearchEngine) -> None:
    for hit in engine.search(f"{short} himalayenne"):
        assert "text" not in hit.reasons
    told = engine.search("une himalayenne")[0]
    assert (told.name, "text" in told.reasons) == ("Sentier de la loutre", True)


def test_a_commune_alone_is_the_village_before_what_stands_in_it(tmp_path: Path) -> None:
    there = (
        listing(1, "Tour de Verfeil", Kind.ATTRACTION, VERFEIL_82, "castle"),
        listing(2, "Cité médiévale de Verfeil", Kind.ATTRACTION, VERFEIL_82, "village"),
        listing(3, "Puits Henri IV", Kind.ATTRACTION, ALBI, "castle"),
        listing(4, "Puits Napoléon", Kind.ATTRACTION, ALBI, "castle"),
    )
    with Catalogue.open(build(tmp_path / "catalogue.sqlite", there)) as catalogue:
        engine = SearchEngine(catalogue)
        for text in ("verfeil", "Verfeil", "verfe", "verfiel", "vila verfeil"):
            assert engine.search(text)[0].name == "Cité médiévale de Verfeil", text
        for text in ("tour verfeil", "burg verfeil", "castle verfeil"):
            assert engine.search(text)[0].name == "Tour de Verfeil", text
        for text in ("puits henri 4", "henri 4", "puits 4"):
            assert engine.search(text)[0].name == "Puits Henri IV", text


def test_what_nobody_has_does_not_hide_the_town_misspelt(engine: SearchEngine) -> None:
    """No cascade falls in Carmaux, nor is there one of what this vocabulary calls `pool`."""
    for text in ("pool on site carmau", "carmeaux cascata", "burcht carmax", "carmau kasteel"):
        hits = engine.search(text, prefix=False)
        assert hits, text
    assert engine.search("musée carmax", prefix=False)[0].name == "Musée du Verre"


def test_a_name_is_found_behind_what_no_source_says_that_it_is(tmp_path: Path) -> None:
    there = (
        listing(1, "Le Chalard", Kind.ATTRACTION, (45.5, 1.1, "Le Chalard", "87031")),
        listing(2, "Village de La Roche-Chalais", Kind.ATTRACTION, PENNE, "village"),
        listing(3, "Village de Saint-Avit-de-Vialard", Kind.ATTRACTION, TANUS, "village"),
        listing(4, "Village de Fanlac", Kind.ATTRACTION, ALBI, "village"),
        listing(5, "Les Grands Champs", Kind.FOOD, ALBI),
        listing(8, "Les Trois Bruyères", Kind.LODGING, CARMAUX),
        listing(6, "Restaurant du Grand Chemin", Kind.FOOD, ALBI, "restaurant"),
        listing(7, "Restaurant des Grandes Ombres", Kind.FOOD, CARMAUX, "restaurant"),
    )
    names = {
        "Le Chalard": ("le chalard", "chalard"),
        "Les Trois Bruyères": ("les trois bruyere", "trois bruiaires"),
        "Les Grands Champs": ("les grands champs", "grands champs albi"),
    }
    kinds = {
        "Le Chalard": ("village", "dorf", "pueblo", "vilatge"),
        "Les Trois Bruyères": ("village", "restaurant", "wasserfall"),
        "Les Grands Champs": ("restaurant", "restaurante", "gaststätte"),
    }
    with Catalogue.open(build(tmp_path / "catalogue.sqlite", there)) as catalogue:
        engine = SearchEngine(catalogue)
        for name, heard in names.items():
            for kind, said in product(kinds[name], heard):
                for text in (f"{kind} {said}", f"{said} {kind}"):
                    assert engine.search(text)[0].name == name, text
        assert engine.search("village fanlac")[0].name == "Village de Fanlac"


def test_what_is_asked_in_another_language_is_compared_with_french_names(tmp_path: Path) -> None:
    there = (
        listing(1, "Camping de la Touche", Kind.ATTRACTION, ALBI, "picnic_area"),
        listing(2, "Aire des Cèdres", Kind.ATTRACTION, ALBI, "picnic_area"),
    )
    with Catalogue.open(build(tmp_path / "catalogue.sqlite", there)) as catalogue:
        engine = SearchEngine(catalogue)
        concept = CONCEPTS[TermId("picnic_area")]
        for lang in LANGUAGES:
            for text in (concept.labels[lang], f"{concept.labels[lang]} albi"):
                assert engine.search(text, lang=lang)[0].name == "Aire des Cèdres", (text, lang)


def test_a_town_at_the_end_of_a_line_is_hardly_the_beginning_of_a_name(tmp_path: Path) -> None:
    pau = (43.3, -0.37, "Pau", "64445")
    there = (
        listing(1, "Musée Paul-Émile Victor", Kind.ATTRACTION, ALBI, "museum"),
        listing(2, "Musée des Allées", Kind.ATTRACTION, pau, "museum"),
    )
    with Catalogue.open(build(tmp_path / "catalogue.sqlite", there)) as catalogue:
        engine = SearchEngine(catalogue)
        for text in ("musée pau", "museo pau", "musee de pau"):
            assert engine.search(text)[0].name == "Musée des Allées", text
        for text in ("musée pa", "musée paul"):
            assert engine.search(text)[0].name == "Musée Paul-Émile Victor", text


def test_the_words_of_a_name_without_the_small_ones_are_worth_all_beside_their_phrase(
    tmp_path: Path,
) -> None:
    """ "Jardin plantes" is "Le Jardin des Plantes" before any botanical garden."""
    there = (
        listing(1, "Soirs d'Arifat", Kind.MARKET, ALBI, "night_market"),
        listing(2, "Le Marché Gourmand", Kind.MARKET, PENNE, "viewpoint"),
    )
    with Catalogue.open(build(tmp_path / "catalogue.sqlite", there)) as catalogue:
        engine = SearchEngine(catalogue)
        for text in ("le marché gourmand", "marché gourmand", "marche gourmand"):
            best = engine.explain(text, prefix=False)[0]
            assert best.hit.name == "Le Marché Gourmand", text
            assert best.parts["words"] == 100.0, text
        assert engine.search("marché nocturne", prefix=False)[0].name == "Soirs d'Arifat"


def test_either_of_two_words_that_stand_nowhere_together_may_be_the_slip(tmp_path: Path) -> None:
    there = (
        listing(1, "Vallée du Pot", Kind.ATTRACTION, ALBI),
        *(listing(10 + at, "Pont Eiffel", Kind.ATTRACTION, PENNE) for at in range(4)),
    )
    with Catalogue.open(build(tmp_path / "catalogue.sqlite", there)) as catalogue:
        engine = SearchEngine(catalogue)
        for text in ("pot eiffel", "eiffel pot"):
            names = {hit.name for hit in engine.search(text, prefix=False)[:2]}
            assert "Pont Eiffel" in names, text
        assert engine.search("pot eiffel", prefix=False)[0].name == "Pont Eiffel"


def test_a_name_that_is_one_word_says_what_it_names(tmp_path: Path) -> None:
    there = (
        listing(1, "Château", Kind.ATTRACTION, ALBI),
        listing(2, "Place du Foirail", Kind.ATTRACTION, PENNE),
    )
    with Catalogue.open(build(tmp_path / "catalogue.sqlite", there)) as catalogue:
        filters = Filters(concepts=frozenset({TermId("castle")}))
        found = SearchEngine(catalogue).search("", prefix=False, filters=filters)
        assert [hit.name for hit in found] == ["Château"]
