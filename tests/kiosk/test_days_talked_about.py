"""What is said of a planned day as a whole: when one is back, what it costs, a stop less, another
bed, one thing more; asked of the demonstration catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalog.model import LANGUAGES, Kind
from catalog.request.turns_model import Act
from tests.kiosk.test_advice_transcripts import adviser
from tests.kiosk.test_planned_days import MORNING, said, stops

if TYPE_CHECKING:
    from catalog.advice import Adviser

__all__ = ["adviser"]

DAY = {
    "fr": "une journée en voiture en famille",
    "en": "a whole day by car with the family",
    "de": "ein ganzer Tag mit dem Auto mit der Familie",
    "es": "un día entero en coche en familia",
    "it": "una giornata intera in auto in famiglia",
    "nl": "een hele dag met de auto met het gezin",
    "oc": "una jornada en veitura en familha",
    "ca": "un dia sencer en cotxe en família",
}
TWO_DAYS = {
    "fr": "deux jours en voiture, vieux villages",
    "en": "two days by car, old villages",
    "de": "zwei Tage mit dem Auto, alte Dörfer",
    "es": "dos días en coche, pueblos antiguos",
    "it": "due giorni in auto, vecchi borghi",
    "nl": "twee dagen met de auto, oude dorpen",
    "oc": "dos jorns en veitura, vilatges vièlhs",
    "ca": "dos dies en cotxe, pobles antics",
}
BACK_WHEN = {
    "fr": "on rentre à quelle heure ?",
    "en": "what time are we back?",
    "de": "um wie viel Uhr sind wir zurück?",
    "es": "¿a qué hora volvemos?",
    "it": "a che ora torniamo?",
    "nl": "hoe laat zijn we terug?",
    "oc": "a quina ora tornam ?",
    "ca": "a quina hora tornem?",
}
HOW_LONG = {
    "fr": "ça dure combien de temps en tout ?",
    "en": "how long does it take in all?",
    "de": "wie lange sind wir unterwegs?",
    "es": "¿cuánto dura todo?",
    "it": "quanto dura in tutto?",
    "nl": "hoe lang duurt het in totaal?",
    "oc": "quant de temps dura tot ?",
    "ca": "quant dura tot?",
}
HOW_MUCH = {
    "fr": "combien ça coûte en tout ?",
    "en": "how much is it all together?",
    "de": "was kostet das alles zusammen?",
    "es": "¿cuánto cuesta todo?",
    "it": "quanto costa tutto?",
    "nl": "wat kost het allemaal samen?",
    "oc": "quant còsta tot ?",
    "ca": "quant costa tot?",
}
WITHOUT = {
    "fr": "enlevez le deuxième arrêt",
    "en": "take out the second stop",
    "de": "lassen Sie den zweiten Stopp weg",
    "es": "quite la segunda parada",
    "it": "tolga la seconda tappa",
    "nl": "laat de tweede stop weg",
    "oc": "levatz la segonda arrestada",
    "ca": "traieu la segona parada",
}
EXCHANGED = {
    "fr": "remplacez le deuxième arrêt par un château",
    "en": "replace the second stop with a castle",
    "de": "ersetzen Sie den zweiten Halt durch eine Burg",
    "es": "cambie la segunda parada por un castillo",
    "it": "sostituisca la seconda tappa con un castello",
    "nl": "vervang de tweede stop door een kasteel",
    "oc": "remplaçatz la segonda arrestada per un castèl",
    "ca": "canvieu la segona parada per un castell",
}
CAMPING = {
    "fr": "plutôt un camping pour la nuit",
    "en": "camping is fine for the night",
    "de": "lieber ein Campingplatz für die Nacht",
    "es": "mejor un camping para la noche",
    "it": "meglio un campeggio per la notte",
    "nl": "liever een camping voor de nacht",
    "oc": "puslèu un campatge per la nuèit",
    "ca": "millor un càmping per a la nit",
}
QUIETER = {
    "fr": "plus calme, avec un parc",
    "en": "quieter, with a park",
    "de": "ruhiger, mit einem Park",
    "es": "más tranquilo, con un parque",
    "it": "più tranquillo, con un parco",
    "nl": "rustiger, met een park",
    "oc": "mai tranquille, amb un parc",
    "ca": "més tranquil, amb un parc",
}


@pytest.mark.parametrize("asked", [BACK_WHEN, HOW_LONG])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_when_one_is_back_is_told_of_the_day(
    adviser: Adviser, lang: str, asked: dict[str, str]
) -> None:
    reply = said(adviser, (DAY[lang], asked[lang]), lang, "Carmaux")
    assert reply.plan is not None
    day = reply.plan.days[0]
    assert len(reply.lines) == 1
    assert f"{day.start:%H:%M}" in reply.lines[0]
    assert f"{day.back:%H:%M}" in reply.lines[0]
    assert len(reply.cards) == len(day.stops)


def test_of_two_days_the_one_that_is_named_is_told(adviser: Adviser) -> None:
    turns = (TWO_DAYS["en"], "what time are we back on Friday?")
    reply = said(adviser, turns, "en", "Saint-Antonin-Noble-Val")
    assert [line.partition(" ")[0] for line in reply.lines] == ["Friday"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_the_whole_day_costs_is_told_first(adviser: Adviser, lang: str) -> None:
    reply = said(adviser, (DAY[lang], HOW_MUCH[lang]), lang, "Carmaux")
    assert reply.plan is not None
    assert str(reply.plan.price_known.normalize()) in reply.lines[0]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_stop_is_taken_out_of_the_day(adviser: Adviser, lang: str) -> None:
    before = said(adviser, (DAY[lang],), lang, "Carmaux")
    after = said(adviser, (DAY[lang], WITHOUT[lang]), lang, "Carmaux")
    gone = stops(before)[1].proposal.listing.id
    assert gone not in {stop.proposal.listing.id for stop in stops(after)}
    assert after.dialogue.request == before.dialogue.request


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "enlevez le deuxième arrêt de vendredi"),
     ("en", "take out the second stop on Friday"),
     ("de", "lassen Sie am Freitag den zweiten Stopp weg"),
     ("es", "quite la segunda parada del viernes"),
     ("it", "tolga la seconda tappa di venerdì"),
     ("nl", "laat de tweede stop van vrijdag weg"),
     ("oc", "levatz la segonda arrestada de divendres"),
     ("ca", "traieu la segona parada de divendres")],
)  # fmt: skip
def test_a_stop_is_counted_among_those_of_its_day(adviser: Adviser, lang: str, text: str) -> None:
    here = "Saint-Antonin-Noble-Val"
    before = said(adviser, (TWO_DAYS[lang],), lang, here)
    after = said(adviser, (TWO_DAYS[lang], text), lang, here)
    assert before.plan is not None
    assert after.plan is not None
    gone = before.plan.days[1].stops[1].proposal.listing.id
    assert gone not in {stop.proposal.listing.id for stop in stops(after)}
    assert after.plan.days[0].stops == before.plan.days[0].stops


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "sans le deuxième arrêt"), ("en", "without the second stop"),
     ("de", "ohne den zweiten Halt"), ("es", "sin la segunda parada"),
     ("it", "senza la seconda tappa"), ("nl", "zonder de tweede stop"),
     ("oc", "sens la segonda arrestada"), ("ca", "sense la segona parada")],
)  # fmt: skip
def test_a_day_without_a_stop(adviser: Adviser, lang: str, text: str) -> None:
    before = said(adviser, (DAY[lang],), lang, "Carmaux")
    after = said(adviser, (DAY[lang], text), lang, "Carmaux")
    gone = stops(before)[1].proposal.listing.id
    assert gone not in {stop.proposal.listing.id for stop in stops(after)}


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "is the second one far away without a car?"), ("de", "ist der zweite Halt weit weg?"),
     ("nl", "is de tweede ver weg?"), ("es", "¿el segundo se puede visitar sin reserva?")],
)  # fmt: skip
def test_what_is_asked_of_a_stop_takes_none_out(adviser: Adviser, lang: str, text: str) -> None:
    before = said(adviser, (DAY[lang],), lang, "Carmaux")
    after = said(adviser, (DAY[lang], text), lang, "Carmaux")
    assert after.dialogue.turn is not None
    assert after.dialogue.turn.act is Act.ASK
    assert after.dialogue.shown == before.dialogue.shown


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_stop_gives_way_to_what_is_wanted_in_its_place(adviser: Adviser, lang: str) -> None:
    before = said(adviser, (DAY[lang],), lang, "Carmaux")
    after = said(adviser, (DAY[lang], EXCHANGED[lang]), lang, "Carmaux")
    gone = stops(before)[1].proposal.listing.id
    assert gone not in {stop.proposal.listing.id for stop in stops(after)}
    assert any("castle" in stop.proposal.listing.concepts for stop in stops(after))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_another_sort_of_bed_leaves_the_days(adviser: Adviser, lang: str) -> None:
    turns = (TWO_DAYS[lang], CAMPING[lang])
    reply = said(adviser, turns, lang, "Saint-Antonin-Noble-Val")
    assert reply.plan is not None
    assert len(reply.plan.days) == 2
    bed = reply.plan.days[0].bed
    assert bed is not None
    assert "campsite" in bed.listing.concepts


def test_a_bed_is_a_question_of_its_own_after_a_day_without_a_night(adviser: Adviser) -> None:
    reply = said(adviser, (DAY["en"], "a campsite"), "en", "Carmaux")
    assert reply.plan is None
    assert all(Kind.LODGING in each.kinds for each in reply.dialogue.shown)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_thing_more_leaves_the_day(adviser: Adviser, lang: str) -> None:
    reply = said(adviser, (DAY[lang], QUIETER[lang]), lang, "Carmaux")
    assert reply.dialogue.turn is not None
    assert reply.dialogue.turn.act is Act.REFINE
    assert any("park" in stop.proposal.listing.concepts for stop in stops(reply))
    assert MORNING.date() in {stop.begin.date() for stop in stops(reply)}
