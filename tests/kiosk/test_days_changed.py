"""A planned day that is only changed: a stop less or more, an hour later; the others stay, and it
stands as it was after thanks, yes or a slip."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalog.model import LANGUAGES
from catalog.vocabulary.turns import said_for
from tests.kiosk.test_advice_transcripts import adviser
from tests.kiosk.test_days_talked_about import DAY
from tests.kiosk.test_planned_days import said, stops

if TYPE_CHECKING:
    from catalog.advice import Adviser
    from kiosk.conversation import Reply

__all__ = ["adviser"]

STAGE_OUT = {
    "fr": "enlève la deuxième étape",
    "en": "drop the second stage",
    "de": "nimm die zweite Station raus",
    "es": "quita la segunda etapa",
    "it": "togli la seconda sosta",
    "nl": "haal de tweede halte eruit",
    "oc": "levatz la segonda estapa",
    "ca": "treu la segona etapa",
}
CASTLE = {
    "fr": "ajoute un château l'après-midi",
    "en": "add a castle in the afternoon",
    "de": "füge am Nachmittag eine Burg hinzu",
    "es": "añade un castillo por la tarde",
    "it": "aggiungi un castello nel pomeriggio",
    "nl": "voeg in de middag een kasteel toe",
    "oc": "ajustatz un castèl l'aprèp-miègjorn",
    "ca": "afegeix un castell a la tarda",
}
NEXT_DAY = {
    "fr": "demain",
    "en": "tomorrow",
    "de": "morgen",
    "es": "mañana",
    "it": "domani",
    "nl": "morgen",
    "oc": "deman",
    "ca": "demà",
}
LATER = {
    "fr": "on préfère partir plus tard",
    "en": "start later",
    "de": "etwas später los",
    "es": "salimos más tarde",
    "it": "partiamo più tardi",
    "nl": "we vertrekken liever later",
    "oc": "partèm mai tard",
    "ca": "sortim més tard",
}


def ids(reply: Reply) -> set[str]:
    return {stop.proposal.listing.id for stop in stops(reply)}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_stage_taken_out_leaves_the_other_stops(adviser: Adviser, lang: str) -> None:
    before = said(adviser, (DAY[lang],), lang, "Carmaux")
    after = said(adviser, (DAY[lang], STAGE_OUT[lang]), lang, "Carmaux")
    gone = stops(before)[1].proposal.listing.id
    assert gone not in ids(after)
    assert ids(before) - {gone} <= ids(after)
    assert after.dialogue.request == before.dialogue.request


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "une étape de moins"), ("en", "one stop less"), ("de", "eine Station weniger"),
     ("es", "una parada menos"), ("it", "una tappa in meno"), ("nl", "een stop minder"),
     ("oc", "una etapa de mens"), ("ca", "una parada menys")],
)  # fmt: skip
def test_a_day_of_one_stop_less_has_nothing_in_its_place(
    adviser: Adviser, lang: str, text: str
) -> None:
    before = said(adviser, (DAY[lang],), lang, "Carmaux")
    after = said(adviser, (DAY[lang], text), lang, "Carmaux")
    last = next(stop for stop in reversed(stops(before)) if not stop.meal)
    assert ids(after) == ids(before) - {last.proposal.listing.id}
    assert after.dialogue.request == before.dialogue.request


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_stop_added_leaves_the_day_and_its_date(adviser: Adviser, lang: str) -> None:
    before = said(adviser, (DAY[lang],), lang, "Albi")
    after = said(adviser, (DAY[lang], CASTLE[lang]), lang, "Albi")
    assert before.dialogue.request is not None
    assert after.dialogue.request is not None
    assert after.dialogue.request.when == before.dialogue.request.when
    assert after.dialogue.request.duration == "day"
    castle = next(s for s in stops(after) if "castle" in s.proposal.listing.concepts)
    assert castle.begin.hour >= 13
    assert len(ids(before) & ids(after)) >= len(ids(before)) - 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_day_that_begins_later_keeps_its_stops(adviser: Adviser, lang: str) -> None:
    before = said(adviser, (DAY[lang],), lang, "Carmaux")
    after = said(adviser, (DAY[lang], LATER[lang]), lang, "Carmaux")
    assert before.plan is not None
    assert after.plan is not None
    assert after.plan.days[0].start > before.plan.days[0].start
    assert after.plan.days[0].day == before.plan.days[0].day
    assert len(ids(before) & ids(after)) >= len(ids(before)) - 1


def test_what_was_taken_out_stays_out_of_the_later_day(adviser: Adviser) -> None:
    before = said(adviser, (DAY["en"],), "en", "Carmaux")
    turns = (DAY["en"], STAGE_OUT["en"], LATER["en"], "start at 11 instead")
    assert stops(before)[1].proposal.listing.id not in ids(said(adviser, turns, "en", "Carmaux"))


@pytest.mark.parametrize("section", ["act thanks", "act print", "act yes"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_day_stands_after_a_word(adviser: Adviser, lang: str, section: str) -> None:
    before = said(adviser, (DAY[lang],), lang, "Carmaux")
    after = said(adviser, (DAY[lang], said_for(section, lang)), lang, "Carmaux")
    assert (after.cards, after.notes) == (before.cards, before.notes)
    assert after.question is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "on déjeune où ?"), ("en", "where do we have lunch?"), ("de", "wo essen wir?"),
     ("es", "¿dónde comemos?"), ("it", "dove pranziamo?"), ("nl", "waar lunchen we?"),
     ("oc", "ont dinnam ?"), ("ca", "on dinem?")],
)  # fmt: skip
def test_lunch_is_had_at_the_table_of_the_day(adviser: Adviser, lang: str, text: str) -> None:
    before = said(adviser, (DAY[lang],), lang, "Carmaux")
    after = said(adviser, (DAY[lang], text), lang, "Carmaux")
    table = next(stop.proposal.listing for stop in stops(before) if stop.meal)
    assert after.cards == before.cards
    assert after.dialogue.turn is not None
    assert (after.dialogue.turn.target, len(after.lines)) == (table.id, 1)


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "on peut partir plus tôt ?"), ("en", "can we start earlier?"),
     ("de", "können wir früher losfahren?"), ("es", "¿podemos salir más temprano?"),
     ("it", "possiamo partire prima?"), ("nl", "kunnen we eerder vertrekken?"),
     ("oc", "podèm partir mai lèu ?"), ("ca", "podem sortir més d'hora?")],
)  # fmt: skip
def test_a_day_begins_earlier_where_that_is_asked(adviser: Adviser, lang: str, text: str) -> None:
    day = f"{DAY[lang]}, {NEXT_DAY[lang]}"
    before = said(adviser, (day,), lang, "Carmaux")
    after = said(adviser, (day, text), lang, "Carmaux")
    assert before.plan is not None
    assert after.plan is not None
    assert after.plan.days[0].start < before.plan.days[0].start


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "enlève le musée"), ("en", "take out the museum"), ("de", "nimm das Museum raus"),
     ("es", "quita el museo"), ("it", "togli il museo"), ("nl", "haal het museum eruit"),
     ("oc", "levatz lo musèu"), ("ca", "treu el museu")],
)  # fmt: skip
def test_a_stop_is_taken_out_by_what_it_is(adviser: Adviser, lang: str, text: str) -> None:
    before = said(adviser, (DAY[lang],), lang, "Monestiés")
    after = said(adviser, (DAY[lang], text), lang, "Monestiés")
    seen = [stop.proposal.listing for stop in stops(before) if not stop.meal]
    gone = {each.id for each in seen if "museum" in each.concepts}
    assert gone
    assert not gone & ids(after)
    assert {each.id for each in seen} - gone <= ids(after)
