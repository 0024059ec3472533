"""What the words must be as a whole: told apart, balanced, rich; and what people type."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from pathlib import Path

import pytest

from catalog.model import LANGUAGES, TermId
from catalog.request.needed import needed_words
from catalog.text import fold
from catalog.vocabulary import concepts, everyday, wider, words
from catalog.vocabulary.asking import phrases

SPOKEN = tomllib.loads((Path(__file__).parent / "spoken.toml").read_text("utf-8"))
AMBIGUOUS = {
    # to bathe or the bathroom; the public pool or the pool of a campsite
    frozenset({"swimming", "toilets"}): {"it": "bagno", "ca": "bany"},
    frozenset({"swimming_pool", "pool"}): "*",
    # who asks for a bank may want money from the machine, and an organic dish the label
    frozenset({"bank", "atm"}): "*",
    frozenset({"organic", "bio"}): "*",
    # who comes, and what he pays
    frozenset({"kids", "child"}): "*",
    # compounds and phrases that say two things at once
    frozenset({"toilets", "wheelchair_friendly"}): "*",
    frozenset({"parking", "wheelchair_friendly"}): "*",
    frozenset({"lake", "swimming"}): "*",
    frozenset({"cave", "prehistory"}): "*",
    # a way, and that it comes back to where it began
    frozenset({"loop", "walking"}): "*",
    frozenset({"loop", "walking_route"}): "*",
    frozenset({"loop", "cycling_route"}): "*",
    frozenset({"museum", "glass"}): {"de": "glasmuseum", "nl": "glasmuseum"},
    frozenset({"museum", "mining"}): {"de": "bergbaumuseum", "nl": "mijnmuseum"},
    # one spelling, two things of one language
    frozenset({"circus", "cirque"}): {"fr": "cirque cirques", "es": "circo", "ca": "circ"},
    frozenset({"barbecue", "grill"}): {"fr": "grill", "en": "grill", "es": "parrilla"},
    frozenset({"theatre", "opera"}): "*",
    frozenset({"adventure_park", "cable_car"}): {"nl": "kabelbaan"},
    frozenset({"gastronomy", "delicatessen"}): {"it": "gastronomia"},
    frozenset({"farm", "local_products"}): {"en": "farm shop"},
}
"""The only words that may stand for two concepts of a language; "*": any of theirs."""


def meanings(word: str, lang: str) -> set[str]:
    return {term for term, spoken in words().get(fold(word), ()) if spoken == lang}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_word_has_one_meaning_in_a_language_unless_it_is_known_to_have_two(lang: str) -> None:
    named: dict[str, set[str]] = defaultdict(set)
    for concept in concepts().values():
        for word in (concept.labels[lang], *concept.synonyms[lang]):
            named[fold(word)].add(concept.id)
    unknown = {}
    for word, terms in named.items():
        if len(terms) > 1:
            allowed = AMBIGUOUS.get(frozenset(terms), {})
            if allowed != "*" and word not in _listed(allowed, lang):
                unknown[word] = terms
    assert unknown == {}


def _listed(allowed: object, lang: str) -> tuple[str, ...]:
    listed = allowed.get(lang, "") if isinstance(allowed, dict) else ""
    return (listed,) if listed == "farm shop" else tuple(listed.split())


def test_every_ambiguity_that_is_allowed_exists() -> None:
    shared = {
        frozenset(terms)
        for hits in words().values()
        for lang in LANGUAGES
        if len(terms := {term for term, spoken in hits if spoken == lang}) > 1
    }
    assert set(AMBIGUOUS) <= shared


def test_no_language_is_poor() -> None:
    """Every language has at least 60 % of the words of French, and no concept has one word only
    in more than a third of the cases."""
    count = {
        lang: sum(1 + len(concept.synonyms[lang]) for concept in concepts().values())
        for lang in LANGUAGES
    }
    assert min(count.values()) >= 0.6 * count["fr"], count
    for lang in LANGUAGES:
        alone = sum(not concept.synonyms[lang] for concept in concepts().values())
        assert alone <= len(concepts()) / 10, lang


def test_there_are_concepts_for_what_visitors_ask() -> None:
    assert len(concepts()) >= 460


@pytest.mark.parametrize("term", sorted(SPOKEN))
def test_what_people_type_leads_to_its_concept(term: str) -> None:
    assert set(SPOKEN[term]) == set(LANGUAGES)
    missed = [
        (lang, word.strip())
        for lang, line in SPOKEN[term].items()
        for word in line.split("|")
        if term not in meanings(word, lang)
    ]
    assert missed == []


def test_enough_is_written_by_hand() -> None:
    assert len(SPOKEN) >= 40


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_everyday_word_is_a_thing_elsewhere_and_nothing_at_home(lang: str) -> None:
    for word in everyday()[lang]:
        hits = words().get(word, ())
        asked = {spoken for said in phrases().get(word, ()) for spoken in said.langs}
        needed = needed_words().get(word, frozenset())
        assert hits or asked or needed, f"{word} names nothing anywhere: it need not stand here"
        assert all(spoken != lang for _, spoken in hits), word


@pytest.mark.parametrize(
    ("word", "lang", "expected"),
    [
        # es baño is the toilet; baño in a lake is a bathe
        ("baño en el lago", "es", {"swimming"}),
        ("baño en el río", "es", {"swimming"}),
        ("baño turco", "es", {"sauna"}),
        ("bagno nel lago", "it", {"swimming"}),
        ("bagno turco", "it", {"sauna"}),
        ("bany turc", "ca", {"sauna"}),
        # a Dutch bank holds money, the bench is a bankje
        ("bank", "nl", {"atm", "bank"}),
        ("bankje", "nl", {"bench"}),
        ("Bank", "de", {"atm", "bank"}),
        ("Parkbank", "de", {"bench"}),
        ("banc", "fr", {"bench"}),
        ("banc", "ca", {"atm", "bank"}),
        # maps, cards and menus
        ("kaart", "nl", {"tourist_map"}),
        ("Karte", "de", {"tourist_map"}),
        ("carte", "fr", {"tourist_map"}),
        ("carte bancaire", "fr", {"card"}),
        ("menu", "fr", {"set_menu"}),
        ("menú", "es", {"set_menu"}),
        # a castle is no lock, a cellar no cave, the sea no lake
        ("slot", "nl", {"castle"}),
        ("Schloss", "de", {"castle"}),
        ("cave", "fr", {"winery"}),
        ("cave", "en", {"cave"}),
        ("cava", "oc", {"winery"}),
        ("cava", "ca", set()),
        ("cantina", "it", {"winery"}),
        ("Meer", "de", {"sea"}),
        ("meer", "nl", {"lake"}),
        ("See", "de", {"lake"}),
        ("sea", "en", {"sea"}),
        ("see", "en", set()),
        # shops
        ("magasin", "fr", {"shop"}),
        ("magazine", "en", {"newsagent"}),
        ("library", "en", {"library"}),
        ("librería", "es", {"bookshop"}),
        ("bureau de tabac", "fr", {"tobacconist"}),
        ("bureau", "fr", set()),
        ("gare", "fr", {"train_station"}),
        ("gare", "it", {"sports_event"}),
        ("coin", "fr", set()),
        ("coins", "en", {"cash"}),
        ("petit coin", "fr", {"toilets"}),
        ("location", "fr", set()),
        ("location", "en", set()),
        ("location de vélos", "fr", {"bike_hire"}),
        # lodging
        ("pension", "fr", set()),
        ("pension pour chiens", "fr", {"kennel"}),
        ("Pension", "de", {"guesthouse"}),
        ("gîte", "fr", {"holiday_rental"}),
        ("camping", "nl", {"campsite"}),
        ("camper", "fr", {"campsite"}),
        ("camper", "it", {"camper_site"}),
        ("mas", "fr", set()),
        ("camera", "en", set()),
        # a drink, a beach, a pot
        ("bar", "fr", {"bar"}),
        ("plage", "fr", {"beach"}),
        ("pot", "fr", set()),
        ("pot d'accueil", "fr", {"welcome_drink"}),
        ("patron", "fr", set()),
        ("salire", "it", set()),
        ("Gift", "de", set()),
        ("gifts", "en", {"souvenir_shop"}),
        ("Rat", "de", set()),
        ("Kneipe", "de", {"bar"}),
        # truffles, not trout; a snail is no charge
        ("truites", "fr", {"fish_farm"}),
        ("cargols", "ca", {"snail_farm"}),
        # the fair and the funfair, the market and the makers'
        ("kermis", "nl", {"funfair"}),
        ("Kunsthandwerkermarkt", "de", {"craft_market"}),
        ("marché de potiers", "fr", {"craft_market"}),
        # gas in bottles, gas for the car
        ("gas bottle", "en", {"gas_bottles"}),
        ("gas station", "en", {"fuel_station"}),
    ],
)
def test_false_friends(word: str, lang: str, expected: set[str]) -> None:
    assert meanings(word, lang) == expected


@pytest.mark.parametrize(
    ("word", "lang", "expected"),
    [
        ("tea rooms", "en", {"tea_room"}),
        ("car parks", "en", {"parking"}),
        ("libraries", "en", {"library"}),
        ("beaches", "en", {"beach"}),
        ("taquillas", "es", {"luggage_storage"}),
        ("bakerys", "en", set()),
    ],
)
def test_english_phrases_have_plurals(word: str, lang: str, expected: set[str]) -> None:
    assert meanings(word, lang) == expected


def test_a_narrower_thing_is_found_through_the_wider_one() -> None:
    for narrow, wide in {
        "pottery": "craft_workshop",
        "dog_beach": "beach",
        "ebike_hire": "bike_hire",
        "fishmonger": "shop",
        "cathars": "medieval",
        "yurt": "unusual_lodging",
        "circus": "event",
        "halloween": "event",
    }.items():
        assert wide in wider(TermId(narrow))
