"""Conversations from question to question, and the question asked back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from catalog.advice import Adviser
from catalog.advice.asking_back import MOST_IN_A_ROW, WORTH_ASKING, ask_back
from catalog.advice.dialogue import (
    Dialogue,
    advised,
    asked_back,
    back,
    shown,
    step,
    taken_away,
    tapped,
    told,
)
from catalog.clock import PARIS
from catalog.geo import Point
from catalog.model import Itinerary, Kind, Listing, ListingId, Period, Price, Slot, TermId
from catalog.request import Request
from catalog.request.interview import STEPS, answered
from catalog.request.turns_model import Act, Shown
from catalog.request.understood import Part
from catalog.store.reader import Catalogue
from catalog.store.writer import CatalogueWriter
from tests.catalog.making import make, write_index

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = datetime(2026, 7, 23, 10, 40, tzinfo=PARIS)
HERE = Point(44.05, 2.158)
ALL_DAY = (Period(slots=(Slot(time(8), time(20)),)),)


def lakes() -> list[Listing]:
    """Six lakes, each a little further: the odd ones take no dogs, the far ones are free."""
    return [
        make(
            f"lake-{n}",
            f"Lac {n}",
            kind=Kind.ATTRACTION,
            latitude=44.05 + n / 100,
            longitude=2.158,
            concepts=(TermId("lake"),),
            openings=ALL_DAY,
            pets=n % 2 == 0,
            prices=(Price(free=True),) if n > 3 else (Price(minimum=Decimal(n + 2)),),
            audience=(TermId("families"),) if n < 3 else (),
        )
        for n in range(1, 9)
    ]


def walks() -> list[Listing]:
    """Six walks of 2 to 12 km, the shorter the nearer."""
    return [
        make(
            f"walk-{km}",
            f"Sentier {km}",
            kind=Kind.ITINERARY,
            latitude=44.05 + km / 1000,
            longitude=2.158,
            concepts=(TermId("walking_route"),),
            itinerary=Itinerary(distance_m=km * 1000),
        )
        for km in range(2, 14, 2)
    ]


@pytest.fixture(scope="module")
def adviser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Adviser]:
    path: Path = tmp_path_factory.mktemp("dialogue") / "catalogue.sqlite"
    toilets = make("wc", "Toilettes", kind=Kind.SERVICE, concepts=(TermId("toilets"),))
    with CatalogueWriter(path) as writer:
        write_index(
            writer.connection, [(writer.add(each), each) for each in (*lakes(), *walks(), toilets)]
        )
        writer.finish(version="2026-07-20T063000Z", built=NOW)
    with Catalogue.open(path) as catalogue:
        yield Adviser(catalogue)


def say(adviser: Adviser, dialogue: Dialogue, text: str) -> Dialogue:
    """The visitor says something, and is answered where there is something to answer."""
    after = step(dialogue, text, adviser.place_names())
    if not after.waits or after.request is None:
        return after
    after, advice = advised(adviser, after, after.request, here=HERE, now=NOW)
    return told(after, advice.proposals)


def ids(dialogue: Dialogue) -> list[str]:
    return [each.id for each in dialogue.shown]


def test_something_else_never_shows_again_what_was_shown(adviser: Adviser) -> None:
    dialogue = say(adviser, Dialogue(lang="fr"), "un lac")
    seen = ids(dialogue)
    assert len(seen) == 3
    for _ in range(2):
        dialogue = say(adviser, dialogue, "autre chose")
        assert not set(seen) & set(ids(dialogue))
        seen += ids(dialogue)
    assert len(seen) == 8
    assert ids(say(adviser, dialogue, "autre chose")) == []


def test_longer_shows_nothing_shorter(adviser: Adviser) -> None:
    first = say(adviser, Dialogue(lang="en"), "a walk")
    first = replace(first, shown=(Shown(id=ListingId("test:walk-6"), length_km=6.0),))
    longer = say(adviser, first, "something longer")
    assert ids(longer)
    assert all(each.length_km and each.length_km > 6 for each in longer.shown)
    asked = say(adviser, longer, "how far is it?")
    assert ids(asked) == ids(longer)
    assert asked.left_out == longer.left_out


def test_where_nothing_else_is_left_those_shown_come_again(adviser: Adviser) -> None:
    dialogue = say(adviser, Dialogue(lang="fr"), "un lac")
    for _ in range(2):
        dialogue = say(adviser, dialogue, "autre chose")
    last = ids(dialogue)
    again = say(adviser, dialogue, "plus court")
    assert again.turn is not None
    assert again.turn.unstated == "length"
    assert sorted(ids(again)) == sorted(last)


def test_what_was_passed_over_comes_back_where_it_is_nearer(adviser: Adviser) -> None:
    first = say(adviser, Dialogue(lang="en"), "a walk")
    far = replace(first, shown=(Shown(id=ListingId("test:walk-12"), distance_km=1.5),))
    far = replace(far, left_out=frozenset(each.id for each in walks()))
    nearer = say(adviser, far, "too far")
    assert "test:walk-2" in ids(nearer)


def test_a_question_stands_until_something_is_said(adviser: Adviser) -> None:
    dialogue = asked_back(say(adviser, Dialogue(lang="en"), "a lake"), STEPS[-1])
    assert dialogue.question == "budget"
    assert say(adviser, dialogue, "is it far?").question is None
    free = say(adviser, dialogue, "free")
    assert free.request is not None
    assert (free.request.max_price, free.question) == (0, None)
    passed = say(adviser, dialogue, "no idea")
    assert passed.request == dialogue.request
    assert (passed.question, passed.waits) == (None, True)
    assert passed.asked_back == ("budget",)


def test_whoever_came_before_an_errand_comes_after_two(adviser: Adviser) -> None:
    dialogue = say(adviser, Dialogue(lang="fr"), "un lac demain avec notre chien")
    for errand in ("où sont les toilettes ?", "une pharmacie"):
        dialogue = say(adviser, dialogue, errand)
        assert dialogue.request is not None
        assert dialogue.request.party == ()
    dialogue = say(adviser, dialogue, "et une balade ?")
    assert dialogue.request is not None
    assert (dialogue.request.party, dialogue.request.when) == (("dog",), "tomorrow")
    assert dialogue.text == "un lac demain avec notre chien\net une balade ?"


@pytest.mark.parametrize(
    ("lang", "outing", "errand", "text"),
    [
        ("fr", "un lac avec notre chien", "où sont les toilettes ?", "autre chose"),
        ("en", "a lake with our dog", "where are the toilets?", "something else"),
        ("de", "ein See mit unserem Hund", "wo sind die Toiletten?", "etwas anderes"),
        ("es", "un lago con nuestro perro", "¿dónde están los baños?", "otra cosa"),
        ("it", "un lago con il nostro cane", "dove sono i bagni?", "qualcos'altro"),
        ("nl", "een meer met onze hond", "waar zijn de toiletten?", "iets anders"),
        ("oc", "un lac amb nòstre can", "ont son los comuns ?", "quicòm mai"),
        ("ca", "un llac amb el nostre gos", "on són els lavabos?", "una altra cosa"),
    ],
)
def test_something_else_after_an_errand_is_another_outing(
    adviser: Adviser, lang: str, outing: str, errand: str, text: str
) -> None:
    first = say(adviser, Dialogue(lang=lang), outing)
    between = say(adviser, first, errand)
    assert between.request is not None
    assert between.request.types == (Kind.SERVICE,)
    other = say(adviser, between, text)
    assert other.request is not None
    assert ("lake" in other.request.themes, other.request.party) == (True, ("dog",))
    assert ids(other)
    assert not set(ids(first)) & set(ids(other))


def test_another_one_after_an_errand_is_another_of_those(adviser: Adviser) -> None:
    between = say(adviser, say(adviser, Dialogue(lang="en"), "a lake"), "where are the toilets?")
    other = say(adviser, between, "another one")
    assert other.request is not None
    assert other.request.themes == ("toilets",)


def test_where_nothing_is_nearer_the_nearest_come_closest(adviser: Adviser) -> None:
    first = say(adviser, Dialogue(lang="en"), "a lake with the dog")
    nearer = step(first, "nearer", adviser.place_names())
    assert nearer.request is not None
    after, advice = advised(adviser, nearer, nearer.request, here=HERE, now=NOW)
    assert not advice.proposals
    assert advice.near_misses[0].listing.id == "test:lake-2"
    assert after.left_out == frozenset()
    walk = say(adviser, after, "a walk instead")
    assert walk.request is not None
    assert walk.request.radius_km is None


def test_kilometres_that_were_said_are_kept_for_something_else(adviser: Adviser) -> None:
    first = say(adviser, Dialogue(lang="en"), "a lake within 5 km")
    walk = say(adviser, first, "a walk instead")
    assert walk.request is not None
    assert walk.request.radius_km == 5


def test_what_is_first_of_all_a_shelter_is_told_to_be_one(adviser: Adviser) -> None:
    lake = adviser.advise(Request(types=(Kind.ATTRACTION,)), here=HERE, now=NOW).proposals[0]
    roofs = [
        shown(replace(lake, listing=make("x", "X", concepts=tuple(map(TermId, own))))).roof
        for own in (("museum",), ("farm", "cheese_maker"), ("lake",))
    ]
    assert roofs == ["museum", "", ""]


def test_another_day_shows_all_of_them_again(adviser: Adviser) -> None:
    first = say(adviser, Dialogue(lang="fr"), "un lac")
    other = say(adviser, first, "autre chose")
    again = say(adviser, other, "et demain ?")
    assert again.left_out == frozenset()
    assert again.request is not None
    assert again.request.when == "tomorrow"


def test_nearer_and_cheaper_are_measured_by_what_was_shown(adviser: Adviser) -> None:
    first = say(adviser, Dialogue(lang="en"), "a lake with the dog")
    nearest = min(each.distance_km or 0 for each in first.shown)
    nearer = say(adviser, first, "too far")
    assert nearer.request is not None
    assert nearer.request.radius_km is not None
    assert nearer.request.radius_km * 1.2 < nearest
    paid = say(adviser, Dialogue(lang="en"), "a lake")
    cheaper = say(adviser, paid, "cheaper")
    assert cheaper.request is not None
    prices = [each.price for each in paid.shown if each.price is not None]
    assert isinstance(cheaper.request.max_price, float)
    assert cheaper.request.max_price < min(prices)


@pytest.mark.parametrize(
    ("lang", "text", "unstated"),
    [
        *(("fr", "moins cher", "price"), ("en", "cheaper", "price"), ("de", "billiger", "price")),
        *(("es", "más barato", "price"), ("it", "più economico", "price")),
        *(("nl", "goedkoper", "price"), ("oc", "mens car", "price"), ("ca", "més barat", "price")),
        *(
            ("fr", "plus court", "length"),
            ("de", "kürzer", "length"),
            ("it", "più corto", "length"),
        ),
        *(("es", "más fácil", "difficulty"), ("en", "shorter", "length"), ("fr", "plus près", "")),
    ],
)
def test_what_was_shown_and_states_no_figure_cannot_be_undercut(
    adviser: Adviser, lang: str, text: str, unstated: str
) -> None:
    walk = Request(types=(Kind.ITINERARY,), themes=("walking_route",), max_price=15.0, lang=lang)
    seen = Dialogue(
        lang=lang,
        request=walk,
        shown=(Shown(id=ListingId("a"), distance_km=2.0),),
        left_out=frozenset({ListingId("b")}),
    )
    after = step(seen, text, adviser.place_names())
    assert after.turn is not None
    assert after.turn.unstated == unstated
    assert after.left_out == {"a", "b"}  # nor is anything shown again
    assert after.request is not None
    assert after.request.max_price == 15.0  # the limit said before stands


def test_a_pick_is_what_the_next_question_is_about(adviser: Adviser) -> None:
    dialogue = say(adviser, Dialogue(lang="fr"), "un lac")
    picked = say(adviser, dialogue, "le deuxième")
    assert picked.chosen == ids(dialogue)[1]
    asking = say(adviser, picked, "c'est loin ?")
    assert asking.turn is not None
    assert (asking.turn.act, asking.turn.target) == (Act.ASK, picked.chosen)
    assert ids(asking) == ids(dialogue)


def test_back_is_the_answer_before_and_stops_at_the_first(adviser: Adviser) -> None:
    first = say(adviser, Dialogue(lang="fr"), "un lac")
    second = say(adviser, first, "avec un chien")
    assert back(second).request == first.request
    assert ids(back(second)) == ids(first)
    assert back(second).waits
    assert ids(back(back(back(second)))) == ids(first)
    assert not back(back(second)).waits


def test_starting_over_leaves_nothing_but_the_language(adviser: Adviser) -> None:
    dialogue = say(adviser, Dialogue(lang="nl"), "een meer met de hond")
    fresh = say(adviser, dialogue, "opnieuw beginnen")
    assert fresh.turn is not None
    assert Dialogue(lang="nl", turn=fresh.turn) == fresh
    assert fresh.turn.act is Act.RESTART


def test_a_part_taken_away_is_as_if_never_said(adviser: Adviser) -> None:
    dialogue = say(adviser, Dialogue(lang="fr"), "un lac avec un chien")
    left = taken_away(dialogue, Part("party", "dog"))
    assert left.waits
    assert left.request is not None
    assert left.request.party == ()


def test_a_long_conversation_stays_small(adviser: Adviser) -> None:
    dialogue = Dialogue(lang="fr")
    for n in range(40):
        dialogue = say(adviser, dialogue, "un lac" if n % 2 else "et demain ?")
    depth, before = 0, dialogue.before
    while before is not None:
        depth, before = depth + 1, before.before
    assert depth <= 8


def test_the_question_back_is_the_one_that_splits_most(adviser: Adviser) -> None:
    dialogue = say(adviser, Dialogue(lang="fr"), "un lac")
    assert dialogue.request is not None
    question = ask_back(adviser, dialogue.request, here=HERE, now=NOW, text="un lac")
    assert question is not None
    assert question.change >= WORTH_ASKING
    first = set(ids(dialogue))
    # A slow oracle: each answer of the question asked of the whole catalogue.
    changes = []
    for option in question.options:
        variant = answered(dialogue.request, question.step, option)
        advice = adviser.advise(variant, here=HERE, now=NOW, text="un lac")
        kept = first & {each.listing.id for each in advice.proposals}
        changes.append(1 - len(kept) / 3)
    assert sum(changes) / len(changes) == pytest.approx(question.change, abs=0.2)


def test_never_more_than_two_in_a_row_and_never_the_same(adviser: Adviser) -> None:
    dialogue = say(adviser, Dialogue(lang="fr"), "un lac")
    asked: list[str] = []
    while True:
        assert dialogue.request is not None
        question = ask_back(
            adviser, dialogue.request, here=HERE, now=NOW, asked_before=dialogue.asked_back
        )
        if question is None:
            break
        assert question.step.id not in asked
        asked.append(question.step.id)
        dialogue = asked_back(dialogue, question.step)
    assert 0 < len(asked) <= MOST_IN_A_ROW
    # A question of the visitor's own begins a new count.
    assert say(adviser, dialogue, "une piscine").asked_back == ()


def test_nothing_is_asked_when_the_answer_is_clear(adviser: Adviser) -> None:
    for text in ("toilettes", "un lac à moins de 2 km", "zzzz"):
        dialogue = say(adviser, Dialogue(lang="fr"), text)
        assert dialogue.request is not None
        assert ask_back(adviser, dialogue.request, here=HERE, now=NOW, text=text) is None


def test_an_answer_tapped_fills_what_was_asked(adviser: Adviser) -> None:
    dialogue = say(adviser, Dialogue(lang="fr"), "un lac")
    who = STEPS[0]
    after = tapped(dialogue, who, who.options[0])
    assert after.request is not None
    assert after.request.party == ("family",)
    assert after.waits


@pytest.mark.parametrize(
    ("lang", "text", "other", "third"),
    [
        ("fr", "un lac", "autre chose", "et demain ?"),
        ("en", "a lake", "something else", "and tomorrow?"),
        ("de", "ein See", "etwas anderes", "und morgen?"),
        ("es", "un lago", "otra cosa", "¿y mañana?"),
        ("it", "un lago", "qualcos'altro", "e domani?"),
        ("nl", "een meer", "iets anders", "en morgen?"),
        ("oc", "un lac", "quicòm mai", "e deman ?"),
        ("ca", "un llac", "una altra cosa", "i demà?"),
    ],
)
def test_something_else_brings_nothing_back_after_another_day(
    adviser: Adviser, lang: str, text: str, other: str, third: str
) -> None:
    seen = set[str]()
    dialogue = say(adviser, Dialogue(lang=lang), text)
    for _ in range(2):
        seen |= {*ids(dialogue)}
        dialogue = say(adviser, dialogue, other)
    again = say(adviser, dialogue, third)
    seen |= {*ids(again)}
    assert not seen & {*ids(say(adviser, again, other))}


def test_what_was_refused_by_its_number_stays_out(adviser: Adviser) -> None:
    first = say(adviser, Dialogue(lang="en"), "a lake")
    less = say(adviser, first, "not the second one")
    assert ids(first)[1] not in ids(less)
    assert ids(first)[0] in ids(less)
    for text in ("and tomorrow?", "with the dog"):
        less = say(adviser, less, text)
        assert ids(less)
        assert ids(first)[1] not in ids(less)


def test_what_is_known_stays_out_of_what_is_asked_next(adviser: Adviser) -> None:
    first = say(adviser, Dialogue(lang="en"), "a lake")
    others = say(adviser, first, "been there")
    tomorrow = say(adviser, others, "and tomorrow?")
    assert ids(tomorrow)
    assert not set(ids(first)) & {*ids(others), *ids(tomorrow)}


@pytest.mark.parametrize(
    ("lang", "text", "other"),
    [("fr", "un lac", "pas ça, autre chose de plus facile"),
     ("en", "a lake", "something else, easier"), ("de", "ein See", "etwas anderes, leichter"),
     ("es", "un lago", "otra cosa, más fácil"), ("it", "un lago", "qualcos'altro, più facile"),
     ("nl", "een meer", "iets anders, makkelijker"), ("oc", "un lac", "quicòm mai, mai aisit"),
     ("ca", "un llac", "una altra cosa, més fàcil")],
)  # fmt: skip
def test_something_else_that_is_easier_is_none_of_those_shown(
    adviser: Adviser, lang: str, text: str, other: str
) -> None:
    first = say(adviser, Dialogue(lang=lang), text)
    again = say(adviser, first, other)
    assert ids(again)
    assert not set(ids(first)) & set(ids(again))
