"""What is asked of those shown, answered in words: the way as they go, two fields in one breath."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from catalog.advice.dialogue import Dialogue, taken_away
from catalog.clock import PARIS
from catalog.geo import Point
from catalog.model import LANGUAGES, Kind
from catalog.request import Request
from catalog.request.interview import STEPS, answered
from kiosk.asker import Asker
from kiosk.counsel import say
from kiosk.i18n import translator
from kiosk.present.understood import option_words
from tests.kiosk.test_advice_transcripts import adviser
from tests.kiosk.test_turns_answered_well import answered as replies

if TYPE_CHECKING:
    from catalog.advice import Adviser
    from catalog.request.interview import Step
    from kiosk.conversation import Reply

__all__ = ["adviser"]


def told(adviser: Adviser, lang: str, *said: str) -> str:
    """What is answered to the last of several turns, at Monestiés on a Saturday in July."""
    _, last = replies(adviser, lang, *said)
    return "\n".join(last.lines)


@pytest.mark.parametrize(
    ("lang", "said", "way"),
    [
        ("es", ("museo de demostración, sin coche", "¿está lejos el primero?"), "a pie"),
        ("de", ("Museum mit dem Fahrrad", "wie weit ist das erste?"), "mit dem Rad"),
        ("fr", ("un musée", "le premier, c'est loin à pied ?"), "à pied"),
        ("en", ("a museum", "can we get to the first by bus?"), "on foot"),
    ],
)
def test_the_way_is_told_as_they_go(
    adviser: Adviser, lang: str, said: tuple[str, str], way: str
) -> None:
    lines = told(adviser, lang, *said)
    assert way in lines
    assert translator(lang)._("%(distance)s · about %(duration)s by car")[-8:] not in lines


def test_who_asks_for_a_bus_is_told_of_the_station(adviser: Adviser) -> None:
    lines = told(adviser, "en", "a museum", "can we get there by bus?")
    assert "Railway station 680 m from there" in lines


def test_two_fields_are_told_and_what_nobody_states(adviser: Adviser) -> None:
    asked = "is it open on Sunday and do they have toilets?"
    lines = told(adviser, "en", "something to do with our kids today", asked)
    assert "Sunday 26 July: open 10:00–19:00 · Not stated: toilets" in lines


def test_a_pushchair_is_told_what_the_card_says(adviser: Adviser) -> None:
    lines = told(adviser, "fr", "une balade", "avec la poussette c'est possible ?")
    assert "Pour poussettes\u00a0: voie verte" in lines


def test_one_is_pointed_at_by_what_it_is(adviser: Adviser) -> None:
    asked = "celui avec le château, il est ouvert dimanche ?"
    lines = told(adviser, "fr", "que voir autour de Najac", asked)
    assert lines.startswith("Forteresse royale de Najac")


@pytest.mark.parametrize(
    ("lang", "asked", "again", "told_of"),
    [
        ("fr", "combien coûte le premier ?", "et le deuxième ?", "Musée Bajén-Vega"),
        ("en", "how much is the first?", "and the second?", "Bajén-Vega Museum"),
        ("en", "is the first open on Sunday?", "what about the second one", "Bajén-Vega Museum"),
        ("de", "ist das erste weit?", "und das zweite?", "Museum Bajén-Vega"),
        ("es", "¿cuánto cuesta el primero?", "¿y el segundo?", "Museo Bajén-Vega"),
        ("it", "quanto costa il primo?", "e il secondo?", "Museo Bajén-Vega"),
        ("nl", "hoeveel kost het eerste?", "en het tweede?", "Museum Bajén-Vega"),
        ("oc", "quant còsta lo primièr ?", "e lo segond ?", "Bajén-Vega"),
        ("ca", "quant costa el primer?", "i el segon?", "Museu Bajén-Vega"),
    ],
)
def test_what_was_asked_of_one_is_asked_of_the_next(
    adviser: Adviser, lang: str, asked: str, again: str, told_of: str
) -> None:
    museum = {"fr": "un musée", "en": "a museum", "de": "ein Museum", "es": "un museo",
              "it": "un museo", "nl": "een museum", "oc": "un musèu", "ca": "un museu"}  # fmt: skip
    lines = told(adviser, lang, museum[lang], asked, again)
    assert told_of in lines
    if "Sunday" in asked:
        assert "Sunday 26 July" in lines


def _replied(adviser: Adviser, lang: str, *said: str) -> Reply:
    asker = Asker(
        t=translator(lang),
        now=datetime(2026, 7, 25, 10, 0, tzinfo=PARIS),
        origin=Point(44.0716, 2.0978),
        phone="",
        hours="",
        offered=LANGUAGES,
    )
    reply = say(adviser, Dialogue(lang=lang), said[0], asker)
    for text in said[1:]:
        reply = say(adviser, reply.dialogue, text, asker)
    return reply


@pytest.mark.parametrize(
    "text", ["a castle for 8", "where to sleep for 8", "where to sleep with kids"]
)
def test_nobody_is_asked_whether_beds_are_to_be_free(adviser: Adviser, text: str) -> None:
    question = _replied(adviser, "en", text).question
    assert question is None or "free of charge" not in [words for _, words in question.options]


@pytest.mark.parametrize(
    ("lang", "museums", "outdoors", "chip"),
    [
        ("fr", "un musée demain", "plutôt dehors", "en plein air"),
        ("en", "museums tomorrow", "rather outdoors", "outdoors"),
        ("de", "ein Museum morgen", "lieber draußen", "im Freien"),
        ("es", "un museo mañana", "mejor al aire libre", "al aire libre"),
        ("it", "un museo domani", "meglio all'aperto", "all’aperto"),
        ("nl", "een museum morgen", "liever buiten", "buiten"),
        ("oc", "un musèu deman", "puslèu defòra", "a l’aire liure"),
        ("ca", "un museu demà", "millor a l'aire lliure", "a l’aire lliure"),
    ],
)
def test_outdoors_is_one_chip_that_can_be_taken_away(
    adviser: Adviser, lang: str, museums: str, outdoors: str, chip: str
) -> None:
    reply = _replied(adviser, lang, museums, outdoors)
    parts = {each.words: each.part for each in reply.chips}
    assert chip in parts
    assert not any(part.value == "-museum" for part in parts.values())
    left = taken_away(reply.dialogue, parts[chip]).request
    assert left is not None
    assert not left.themes


def test_a_museum_refused_in_words_is_its_own_chip(adviser: Adviser) -> None:
    reply = _replied(adviser, "en", "what to do tomorrow", "museums, no")
    assert "no museum" in [each.words for each in reply.chips]


@pytest.mark.parametrize(
    ("lang", "asked", "text"),
    [
        ("fr", "un musée", "je ne sais pas"),
        ("en", "a museum", "whatever"),
        ("de", "ein Museum", "ist mir egal"),
        ("es", "un museo", "da igual"),
        ("it", "un museo", "non saprei"),
        ("nl", "een museum", "ik weet het niet"),
        ("oc", "un musèu", "sabi pas"),
        ("ca", "un museu", "tant me fa"),
    ],
)
def test_who_cannot_decide_is_told_what_to_begin_with(
    adviser: Adviser, lang: str, asked: str, text: str
) -> None:
    first = _replied(adviser, lang, asked)
    reply = _replied(adviser, lang, asked, text)
    (line,) = reply.lines
    assert line.startswith(translator(lang)._("Start with %(what)s") % {"what": ""})
    assert first.cards[0].title in line
    assert reply.cards == first.cards


def test_nothing_to_begin_with_is_said_once(adviser: Adviser) -> None:
    reply = _replied(adviser, "it", "cosa possiamo fare stasera?", "non saprei")
    assert reply.lines[0] == "Nulla corrisponde del tutto. Quasi, ma non proprio:"


def test_who_wants_nothing_is_left_in_peace(adviser: Adviser) -> None:
    reply = _replied(adviser, "en", "a museum", "no thanks")
    assert reply.lines == ("As you like. What else are you looking for?",)


def test_cheaper_than_what_states_no_price_is_no_journey(adviser: Adviser) -> None:
    first = _replied(adviser, "oc", "ont podèm nos banhar uèi ?", "amb lo can")
    reply = _replied(adviser, "oc", "ont podèm nos banhar uèi ?", "amb lo can", "mens car")
    assert {card.id for card in reply.cards} == {card.id for card in first.cards}
    assert len(reply.lines) == 1


def test_no_train_is_known_where_no_station_is_near(adviser: Adviser) -> None:
    reply = _replied(adviser, "en", "villages around Najac", "can we go to the second by train?")
    assert "Trains and buses: not known" in "\n".join(reply.lines)
    assert "not stated" not in "\n".join(reply.lines)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("question", STEPS, ids=lambda each: each.id)
def test_an_answer_typed_is_the_button_of_those_words(
    adviser: Adviser, lang: str, question: Step
) -> None:
    t = translator(lang)
    asker = Asker(
        t=t,
        now=datetime(2026, 7, 25, 10, 0, tzinfo=PARIS),
        origin=Point(44.0716, 2.0978),
        phone="",
        hours="",
        offered=LANGUAGES,
    )
    request = Request(types=() if question.id == "like" else (Kind.ATTRACTION,), lang=lang)
    dialogue = Dialogue(lang=lang, request=request, question=question.id)
    option = question.options[-1]
    reply = say(adviser, dialogue, option_words(question, option, t).upper(), asker)
    assert reply.dialogue.request == answered(request, question, option)
