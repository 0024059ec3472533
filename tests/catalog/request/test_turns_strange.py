"""What is no question of a catalogue: a greeting, a rude word, another alphabet, small talk."""

from __future__ import annotations

import pytest

from catalog.model import LANGUAGES, Kind
from catalog.request.model import Concern
from catalog.request.turns import turn
from catalog.request.turns_model import Act, Past
from tests.bench.turns import PLACES, pasts
from tests.catalog.request.test_turns_anew import each


@each(
    fr="bonjour", en="hello", de="hallo", es="hola", it="buongiorno", nl="hallo", oc="adieu",
    ca="bon dia",
)  # fmt: skip
def test_a_greeting_seeks_nothing(lang: str, text: str) -> None:
    found = turn(Past(), text, PLACES, lang=lang)
    assert (found.act, found.request) == (Act.UNCLEAR, None)


@each(
    fr="bonjour, un musée", en="hello, a museum", de="hallo, ein Museum", es="hola, un museo",
    it="buongiorno, un museo", nl="hallo, een museum", oc="adieu, un musèu",
    ca="bon dia, un museu",
)  # fmt: skip
def test_who_greets_may_ask(lang: str, text: str) -> None:
    found = turn(Past(), text, PLACES, lang=lang)
    assert found.request is not None
    assert found.request.themes == ("museum",)


def test_a_good_day_at_the_end_is_a_farewell() -> None:
    assert turn(pasts("ca")["lake"], "bon dia", PLACES, lang="ca").act is Act.BYE


@each(
    fr="va te faire foutre connard", en="fuck off you idiot", de="verpiss dich du Arschloch",
    es="vete a la mierda gilipollas", it="vaffanculo stronzo", nl="rot op klootzak",
    oc="vai te far fotre", ca="ves a la merda imbècil",
)  # fmt: skip
@pytest.mark.parametrize("begun", [False, True])
def test_an_insult_seeks_nothing(lang: str, text: str, *, begun: bool) -> None:
    past = pasts(lang)["museum"] if begun else Past()
    found = turn(past, text, PLACES, lang=lang)
    assert (found.act, found.concern) == (Act.CONCERN, Concern.INSULT)
    assert found.request == past.request


def test_a_rude_word_hides_no_question() -> None:
    found = turn(Past(), "putain où sont les toilettes", PLACES, lang="fr")
    assert found.request is not None
    assert found.request.types == (Kind.SERVICE,)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("text", ["где туалет?", "厕所在哪里", "أين المرحاض؟", "που είναι;"])
def test_another_alphabet_keeps_the_question(lang: str, text: str) -> None:
    past = pasts(lang)["museum"]
    found = turn(past, text, PLACES, lang=lang)
    assert (found.act, found.request) == (Act.UNCLEAR, past.request)


@each(
    fr="qui a gagné le match ?", en="who won the match?", de="wer hat das Spiel gewonnen?",
    es="¿quién ganó el partido?", it="chi ha vinto la partita?",
    nl="wie heeft de wedstrijd gewonnen?", oc="qual a ganhat lo partit ?",
    ca="qui ha guanyat el partit?",
)  # fmt: skip
def test_who_won_is_no_question_of_a_catalogue(lang: str, text: str) -> None:
    past = pasts(lang)["museum"]
    found = turn(past, text, PLACES, lang=lang)
    assert (found.act, found.request) == (Act.UNCLEAR, past.request)


@each(
    fr="tu es un robot ?", en="are you a robot?", de="bist du ein Roboter?",
    es="¿eres un robot?", it="sei un robot?", nl="ben je een robot?", oc="ès un robòt ?",
    ca="ets un robot?",
)  # fmt: skip
def test_what_speaks_here_is_for_a_person(lang: str, text: str) -> None:
    assert turn(Past(), text, PLACES, lang=lang).concern is Concern.DESK


@each(
    fr="une guêpe m'a piqué et je gonfle", en="I got stung by a wasp and I'm swelling up",
    de="eine Wespe hat mich gestochen und es schwillt an",
    es="me ha picado una avispa y se me hincha", it="mi ha punto una vespa e mi si gonfia",
    nl="ik ben gestoken door een wesp en het zwelt op",
    oc="una guespa m'a ponhut e confli", ca="m'ha picat una vespa i se m'infla",
)  # fmt: skip
def test_a_sting_that_swells_is_an_emergency(lang: str, text: str) -> None:
    assert turn(pasts(lang)["lake"], text, PLACES, lang=lang).concern is Concern.EMERGENCY
