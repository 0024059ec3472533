from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.model import LANGUAGES
from catalog.text import fold
from catalog.vocabulary import concepts, words


def meanings(word: str, lang: str) -> set[str]:
    return {term for term, spoken in words().get(fold(word), ()) if spoken == lang}


@given(st.sampled_from(sorted(concepts())), st.sampled_from(LANGUAGES))
def test_every_written_word_leads_to_its_concept(term: str, lang: str) -> None:
    concept = concepts()[next(each for each in concepts() if each == term)]
    for word in (concept.labels[lang], *concept.synonyms[lang]):
        assert term in meanings(word, lang)


@given(st.sampled_from(sorted(words())))
def test_keys_are_folded_and_meanings_distinct(word: str) -> None:
    assert fold(word) == word
    assert word
    assert len(set(words()[word])) == len(words()[word])
    assert {lang for _, lang in words()[word]} <= set(LANGUAGES)


@pytest.mark.parametrize(
    ("word", "lang", "expected"),
    [
        # "marche" without its accent is a market day far more often than a walk
        ("marche", "fr", {"market"}),
        ("marché", "fr", {"market"}),
        ("marche à pied", "fr", {"walking"}),
        ("marcher", "fr", {"walking"}),
        # to bathe is not the bathroom
        ("baño", "es", {"toilets"}),
        ("bañar", "es", {"swimming"}),
        ("bañarse", "es", {"swimming"}),
        ("zona de baño", "es", {"swimming"}),
        ("bagno", "it", {"toilets", "swimming"}),
        ("fare il bagno", "it", {"swimming"}),
        ("bany", "ca", {"toilets", "swimming"}),
        # a market by night is not any market
        ("markt", "nl", {"market"}),
        ("nachtmarkt", "nl", {"night_market"}),
        ("avondmarkt", "nl", {"night_market"}),
        ("vlooienmarkt", "nl", {"flea_market"}),
        ("kerstmarkt", "nl", {"christmas_market"}),
        # the pool and the act
        ("Bad", "de", {"swimming_pool"}),
        ("baden", "de", {"swimming"}),
        ("Freibad", "de", {"swimming_pool"}),
        # pools of three sorts
        ("pool", "en", {"swimming_pool", "pool"}),
        ("car pool", "en", {"carpool_area"}),
        ("pool table", "en", {"billiards"}),
        # a place and a feast that are no things
        ("penne", "it", set()),
        ("pasta", "it", {"pizzeria"}),
        ("barbe", "fr", set()),
        ("Sainte-Barbe", "fr", set()),
        # an appellation is no place, and says wine
        ("vin de Gaillac", "fr", {"wine"}),
        # a petrol station is no rest area, "gas" no gas works
        ("gas", "en", {"fuel_station"}),
        ("libreria", "it", {"bookshop"}),
        ("librairie", "fr", {"bookshop"}),
        ("biblioteca", "it", {"library"}),
        ("camping", "fr", {"campsite"}),
        ("camper", "nl", {"camper_site"}),
        # one spelling, several countries
        ("Dom", "de", {"cathedral"}),
        ("pub", "en", {"bar"}),
        ("bars", "fr", {"bar"}),
        ("Klo", "de", {"toilets"}),
        ("vueja-granièr", "oc", {"flea_market"}),
        ("baden", "nl", set()),
        ("pech", "nl", set()),
        ("Strom", "de", set()),
        ("grève", "fr", set()),
        ("nieve", "es", set()),
    ],
)
def test_words_that_mislead(word: str, lang: str, expected: set[str]) -> None:
    assert meanings(word, lang) == expected


@pytest.mark.parametrize(
    ("word", "lang", "expected"),
    [
        ("resto", "fr", "restaurant"),
        ("loo", "en", "toilets"),
        ("où dormir", "fr", "lodging"),
        ("what's on", "en", "event"),
        ("senderismo", "es", "walking"),
        ("wandelen", "nl", "walking"),
        ("agriturismo", "it", "farm_inn"),
        ("passeg", "oc", "walking"),
        ("canalla", "ca", "kids"),
        ("Univer'trail", "fr", "univertrail"),
        ("Occ'ygène", "fr", "occygene"),
        ("PBVF", "fr", "plus_beaux_villages"),
        ("meertje", "nl", "lake"),
        ("Klo", "de", "toilets"),
    ],
)
def test_what_visitors_type(word: str, lang: str, expected: str) -> None:
    assert expected in meanings(word, lang)


@pytest.mark.parametrize(
    ("word", "lang", "expected"),
    [
        ("cascades", "fr", {"waterfall"}),
        ("waterfalls", "en", {"waterfall"}),
        ("hoteles", "es", {"hotel"}),
        ("albergos", "it", set()),
        ("discoteques", "ca", {"nightclub"}),
        ("fleques", "ca", {"bakery"}),
        ("Apothekes", "de", set()),
    ],
)
def test_regular_plurals_where_the_language_has_a_simple_rule(
    word: str, lang: str, expected: set[str]
) -> None:
    assert meanings(word, lang) == expected


def test_a_plural_never_adds_to_a_spelling_that_its_language_writes() -> None:
    written = {
        (fold(word), lang)
        for concept in concepts().values()
        for lang in LANGUAGES
        for word in (concept.labels[lang], *concept.synonyms[lang])
    }
    for word, lang in written:
        for term, spoken in words()[word]:
            concept = concepts()[term]
            if spoken == lang:
                assert word in map(fold, (concept.labels[lang], *concept.synonyms[lang]))
