"""Where the words of a question stand in what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.search.matching import shown
from catalog.search.normalise import tokens

if TYPE_CHECKING:
    from catalog.search.engine import Match, SearchEngine


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40))
def test_every_word_stands_where_it_says(text: str) -> None:
    found = shown(text)
    for word, first, last in found.words:
        start, end = found.starts[first], found.ends[last]
        assert 0 <= start < end <= len(text)
        assert word in tokens(text[start:end])


@pytest.mark.parametrize(
    ("text", "word", "slice_"),
    [
        ("L'Œuvre d'Étienne", "oeuvre", "Œuvre"),
        ("Straßenfest", "strassenfest", "Straßenfest"),
        ("St-Martin", "saint", "St"),
        ("GR36 Albi", "36", "36"),
        (normalize("NFD", "Écomusée"), "ecomusee", normalize("NFD", "Écomusée")),
    ],
)
def test_folded_letters_lead_back_to_the_text(text: str, word: str, slice_: str) -> None:
    found = shown(text)
    ((first, last),) = [each[1:] for each in found.words if each[0] == word]
    assert text[found.starts[first] : found.ends[last]] == slice_


def of(engine: SearchEngine, text: str, name: str, *, lang: str = "fr") -> dict[str, list[Match]]:
    """The matches of the hit of this name, by typed word."""
    (hit,) = [each for each in engine.search(text, lang=lang, limit=50) if each.name == name][:1]
    found: dict[str, list[Match]] = {}
    for match in hit.matches:
        found.setdefault(match.typed, []).append(match)
    return found


def test_matches_say_which_word_where_how_and_in_which_language(engine: SearchEngine) -> None:
    found = of(engine, "Burg bruniquel", "Château de Bruniquel", lang="de")
    (castle,) = found["burg"]
    assert (castle.field, castle.how, castle.understood, castle.lang) == (
        "concept", "concept", "castle", "de",
    )  # fmt: skip
    (place,) = found["bruniquel"]
    assert (place.field, place.start, place.end) == ("name", 11, 20)


def test_of_a_beginning_only_the_letters_typed_are_marked(engine: SearchEngine) -> None:
    (match,) = of(engine, "musee toul", "Musée Toulouse-Lautrec")["toul"]
    assert (match.start, match.end) == (6, 10)
    (match,) = of(engine, "oe", "L'Œuvre d'Étienne")["oe"]
    assert (match.start, match.end) == (2, 3)


def test_a_corrected_word_is_marked_as_it_is_written(engine: SearchEngine) -> None:
    (match,) = of(engine, "toulouse lautrek", "Musée Toulouse-Lautrec")["lautrek"]
    assert (match.how, match.start, match.end) == ("spelling", 15, 22)


def test_a_commune_and_a_name_that_is_not_shown(engine: SearchEngine) -> None:
    (match,) = of(engine, "chapelle tanus", "Chapelle de Las Planques")["tanus"]
    assert (match.field, match.start, match.end) == ("commune", 0, 5)
    (match,) = of(engine, "fortress penne", "Forteresse de Penne")["fortress"]
    assert (match.field, match.start) == ("other_name", None)
    (match,) = of(engine, "passerelle himalayenne", "Sentier de la loutre")[
        "passerelle himalayenne"
    ]
    assert match.field == "text"


@pytest.mark.parametrize(
    ("word", "lang"),
    [
        ("marker", "en"),
        ("polls", "en"),
        ("cartel", "en"),
        ("Schluss", "de"),
        ("Augsburg", "de"),
        ("Arbeitsmarkt", "de"),
        ("handeling", "nl"),
        ("woningmarkt", "nl"),
    ],
)
def test_a_word_of_everyday_speech_becomes_no_concept(
    word: str, lang: str, engine: SearchEngine
) -> None:
    hits = engine.search(word, lang=lang, prefix=False)
    told = [reason for hit in hits for reason in hit.reasons]
    assert not [reason for reason in told if reason.startswith(f"concept:{word.casefold()}>")]
