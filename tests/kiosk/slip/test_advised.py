"""The same advice on paper: reasons, cautions, what is shut, rain, the way, the planned day.

After an intended change: KIOSK_GOLDENS=write, then read the slips as a visitor would.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from catalog.advice.dialogue import Dialogue
from kiosk.asker import Asker
from kiosk.counsel import reworded, say
from kiosk.i18n import translator
from kiosk.present import listing_view
from kiosk.present.words import Words
from kiosk.slip.advised import answer_of
from kiosk.slip.document import SlipDocument, build
from kiosk.slip.paper import MAX_CENTIMETRES, receipt, sheet_pdf
from kiosk.slip.plain import render
from tests.kiosk.slip.samples import CONFIG
from tests.kiosk.test_advice_transcripts import BAN, CARMAUX, NOW, adviser

if TYPE_CHECKING:
    from catalog.advice import Adviser
    from kiosk.conversation import Reply

__all__ = ["adviser"]  # the fixture

GOLDENS = Path(__file__).with_name("goldens")
ASKED = {
    "nl": "waar kunnen we zwemmen in een meer met kleine kinderen en een hond",
    "fr": "une journée demain, musées et villages",
    "de": "Museum bei Regen mit dem Rad",
}


def asker(lang: str) -> Asker:
    return Asker(t=translator(lang), now=NOW, origin=CARMAUX, phone="05 63", hours="")


def document(adviser: Adviser, reply: Reply, lang: str) -> SlipDocument:
    t, words = translator(lang), Words(translator(lang), adviser.catalogue.thesaurus)
    ids = [card.id for card in reply.cards]
    views = [
        listing_view(each, t=t, now=NOW, origin=CARMAUX, thesaurus=adviser.catalogue.thesaurus)
        for each in adviser.catalogue.get_many(ids)
    ]
    answer = answer_of([reply], reply, ids, words=words, now=NOW)
    return build(views, config=CONFIG, t=t, now=NOW, answer=answer)


@pytest.mark.parametrize("lang", ASKED)
def test_a_slip_reads_like_the_advice(adviser: Adviser, lang: str) -> None:
    reply = say(adviser, Dialogue(lang=lang), ASKED[lang], asker(lang))
    told = render(document(adviser, reply, lang), 48)
    path = GOLDENS / f"advised-{lang}.txt"
    if os.environ.get("KIOSK_GOLDENS") == "write":
        path.write_text(told, "utf-8")
    assert told == path.read_text("utf-8")


@pytest.mark.parametrize("lang", ASKED)
@pytest.mark.parametrize("paper_mm", [80, 58])
def test_its_receipt_is_short_enough_and_its_sheet_is_drawn(
    adviser: Adviser, lang: str, paper_mm: int
) -> None:
    reply = say(adviser, Dialogue(lang=lang), ASKED[lang], asker(lang))
    slip = document(adviser, reply, lang)
    assert receipt(slip, paper_mm).centimetres <= MAX_CENTIMETRES
    assert sheet_pdf(slip).startswith(b"%PDF")


def test_the_closed_lake_is_a_warning_never_a_suggestion(adviser: Adviser) -> None:
    reply = say(adviser, Dialogue(lang="nl"), ASKED["nl"], asker("nl"))
    slip = document(adviser, reply, "nl")
    lake = adviser.catalogue.get_many([BAN.listing])[0].name.best("nl")
    assert lake is not None
    assert any(lake.text in warning for warning in slip.warnings)
    assert all(lake.text != each.title for each in slip.everything())


def test_a_slip_in_another_language_than_the_screen_says_the_same(adviser: Adviser) -> None:
    reply = say(adviser, Dialogue(lang="nl"), ASKED["nl"], asker("nl"))
    dutch, german = (document(adviser, reply, lang) for lang in ("nl", "de"))
    assert [len(each.lines) for each in dutch.suggestions] == [
        len(each.lines) for each in german.suggestions
    ]
    assert dutch.question != german.question
    again = reworded(adviser, reply, asker("de"))
    assert [card.id for card in again.cards] == [card.id for card in reply.cards]
    assert again.advice is not None


def test_what_was_chosen_elsewhere_has_no_reasons(adviser: Adviser) -> None:
    reply = say(adviser, Dialogue(lang="fr"), ASKED["fr"], asker("fr"))
    words = Words(translator("fr"), adviser.catalogue.thesaurus)
    answer = answer_of([reply], reply, ["demonstration:no-such"], words=words, now=NOW)  # type: ignore[list-item]
    assert answer.beside == {}
    assert answer.fallback is answer.on_the_way is None
    assert answer.plan == answer.misses == ()


@pytest.mark.parametrize("paper", [58, 80])
def test_a_receipt_shortened_for_its_length_still_tells_the_day(
    adviser: Adviser, paper: int
) -> None:
    reply = say(adviser, Dialogue(lang="fr"), ASKED["fr"], asker("fr"))
    whole = document(adviser, reply, "fr")
    drawn = receipt(whole, paper)
    assert drawn.centimetres <= MAX_CENTIMETRES
    hours = [line.time for line in whole.plan if line.time]
    told = [line.time for line in drawn.document.plan if line.time]
    assert len(told) > 3
    assert hours[: len(told)] == told
    if len(told) < len(hours):  # what is left out is the day for rain, whole
        assert hours[len(told)] == whole.plan[1].time


@pytest.mark.parametrize(
    "text",
    [
        "bonjour je m'appelle sophie durandet tel 0612345678 un musée",
        "seropositif un restaurant pour mme kowalski",
        "my name is kowalski, a lake",
        "ein Museum für familie kowalski",
    ],
)
def test_a_slip_and_its_copy_hold_no_word_that_only_search_took(
    adviser: Adviser, text: str
) -> None:
    reply = say(adviser, Dialogue(lang="fr"), text, asker("fr"))
    assert reply.dialogue.request is not None
    assert reply.dialogue.request.rest
    told = render(document(adviser, reply, "fr"), 48).lower()
    assert not any(word in told for word in ("durandet", "kowalski", "seropositif", "0612345678"))
