"""Replies without a screen: people before catalogues, every language, every part in words."""

from __future__ import annotations

from datetime import date, datetime
from threading import Event, current_thread
from threading import enumerate as every_thread
from typing import TYPE_CHECKING

import pytest

from catalog.advice import Adviser
from catalog.advice.dialogue import Dialogue
from catalog.clock import PARIS
from catalog.geo import Point
from catalog.journal import Notice, NoticeKind
from catalog.model import LANGUAGES, ListingId
from catalog.request import Request
from catalog.request.interview import STEPS, answered
from catalog.store.reader import Catalogue
from catalog.vocabulary.turns import said_for
from kiosk.asker import Asker
from kiosk.counsel import Counsel, reworded, say
from kiosk.i18n import languages, translator
from kiosk.present.understood import chips, option_words
from kiosk.present.words import Words
from tests.kiosk.app import stock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HURT = {
    "fr": "mon fils s'est fait mal",
    "en": "my son is hurt",
    "de": "mein Sohn hat sich verletzt",
    "es": "mi hijo se ha hecho daño",
    "it": "mio figlio si è fatto male",
    "nl": "mijn zoon is gewond",
    "oc": "mon filh s'es fach mal",
    "ca": "el meu fill s'ha fet mal",
}
NEXT = {
    "fr": "et demain ?",
    "en": "and tomorrow?",
    "de": "und morgen?",
    "es": "¿y mañana?",
    "it": "e domani?",
    "nl": "en morgen?",
    "oc": "e deman ?",
    "ca": "i demà?",
}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stock.build(tmp_path_factory.mktemp("counsel") / "catalogue.sqlite")


@pytest.fixture(scope="module")
def adviser(path: Path) -> Iterator[Adviser]:
    with Catalogue.open(path) as catalogue:
        yield Adviser(catalogue)


SWIM = {
    "fr": "où se baigner avec des enfants",
    "en": "where can we swim with children",
    "de": "wo kann man mit Kindern baden",
    "es": "dónde bañarse con niños",
    "it": "dove fare il bagno con i bambini",
    "nl": "waar kunnen we zwemmen met kinderen",
    "oc": "ont se pòt banhar amb los enfants",
    "ca": "on ens podem banyar amb els nens",
}


def asker(lang: str) -> Asker:
    return Asker(
        t=translator(lang),
        now=datetime(2026, 7, 23, 10, 40, tzinfo=PARIS),
        origin=Point(44.0501, 2.1580),
        phone="05 63 76 76 67",
        hours="mar.-sam. 9h30-18h",
        offered=LANGUAGES,
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_emergency_is_answered_in_every_language(adviser: Adviser, lang: str) -> None:
    reply = say(adviser, Dialogue(lang=lang), HURT[lang], asker(lang))
    assert reply.urgent
    told = " ".join(reply.lines)
    for number in ("112", "15", "114", "05 63 76 76 67"):
        assert number in told
    assert [card.id for card in reply.cards] == ["test:office"]
    assert reply.quick == ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_follow_up_is_told_in_every_language(adviser: Adviser, lang: str) -> None:
    first = say(adviser, Dialogue(lang=lang), "Penne", asker(lang))
    after = say(adviser, first.dialogue, NEXT[lang], asker(lang))
    assert after.dialogue.request is not None
    assert after.dialogue.request.when == "tomorrow"
    assert len(after.chips) == len(first.chips) + 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_cards_shown_again_tell_of_the_day_that_was_asked_for(adviser: Adviser, lang: str) -> None:
    first = say(adviser, Dialogue(lang=lang), SWIM[lang], asker(lang))
    after = say(adviser, first.dialogue, NEXT[lang], asker(lang))
    told = {card.id: card.status.state for card in after.cards}
    again = say(adviser, after.dialogue, said_for("act thanks", lang), asker(lang)).cards
    tomorrow = asker(lang).t.date(date(2026, 7, 24), "day")
    assert again
    assert {card.id: card.status.state for card in again}.items() <= told.items()
    assert all(tomorrow.casefold() in card.status.sentence.casefold() for card in again)


def test_cards_shown_again_tell_how_far_it_is_by_bike(adviser: Adviser) -> None:
    first = say(adviser, Dialogue(lang="en"), SWIM["en"], asker("en"))
    after = say(adviser, first.dialogue, "we are on bikes", asker("en"))
    taken = say(adviser, after.dialogue, "thanks, the first", asker("en"))
    assert taken.cards
    assert all("by bike" in card.way for card in taken.cards)


def test_going_back_answers_the_question_before(adviser: Adviser) -> None:
    first = say(adviser, Dialogue(lang="fr"), SWIM["fr"], asker("fr"))
    after = say(adviser, first.dialogue, NEXT["fr"], asker("fr"))
    again = say(adviser, after.dialogue, "annulez", asker("fr"))
    assert (again.cards, again.chips, again.lines) == (first.cards, first.chips, first.lines)
    nowhere = say(adviser, again.dialogue, "retour", asker("fr"))
    assert nowhere.lines == ("Il n'y a rien avant.",)


def test_why_is_answered_with_the_reasons(adviser: Adviser) -> None:
    first = say(adviser, Dialogue(lang="fr"), SWIM["fr"], asker("fr"))
    why = say(adviser, first.dialogue, "pourquoi ?", asker("fr"))
    assert why.cards == first.cards
    assert why.question is None
    assert [line.partition(" : ")[0] for line in why.lines] == [card.title for card in first.cards]
    assert all(card.why in line for card, line in zip(first.cards, why.lines, strict=True))


def test_a_question_about_those_shown_changes_none_of_them(adviser: Adviser) -> None:
    """What was shown often gives way to its equals, but not while it is spoken of."""
    before = say(adviser, Dialogue(lang="fr"), "une visite", asker("fr"))
    shown = [each.id for each in before.dialogue.shown]
    adviser.shown = dict.fromkeys(shown, 1000)
    after = say(adviser, before.dialogue, "ils prennent les chiens ?", asker("fr"))
    adviser.shown = {}
    assert {each.id for each in after.dialogue.shown} == set(shown)


def test_what_nearly_fits_can_be_asked_about(adviser: Adviser) -> None:
    first = say(adviser, Dialogue(lang="fr"), "se baigner à 2 h du matin", asker("fr"))
    assert first.misses
    assert not first.cards
    far = say(adviser, first.dialogue, "c'est loin ?", asker("fr"))
    assert (far.cards, far.misses) == (first.cards, first.misses)
    assert len(far.lines) == len(first.misses)
    assert "km" in far.lines[0]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_answer_of_the_guided_questions_has_words(lang: str) -> None:
    t = translator(lang)
    for step in STEPS:
        words = [option_words(step, option, t) for option in step.options]
        assert all(words)
        assert len(set(words)) == len(words)
        for option in step.options:
            filled = answered(Request(), step, option)
            assert all(chip.words for chip in chips(filled, Words(t)))


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("screen", LANGUAGES)
def test_who_speaks_another_language_is_offered_it(
    adviser: Adviser, spoken: str, screen: str
) -> None:
    reply = say(adviser, Dialogue(lang=screen), SWIM[spoken], asker(screen))
    names = {each.code: each.name for each in languages()}
    offered = set(reply.quick) & set(names.values())
    assert offered == ({names[spoken]} if spoken != screen else set())
    for name in offered:
        after = say(adviser, reply.dialogue, name, asker(screen))
        assert after.dialogue.turn is not None
        assert after.dialogue.turn.language == spoken
        told = reworded(adviser, after, asker(spoken))
        assert [card.id for card in told.cards] == [card.id for card in reply.cards]
        assert not set(told.quick) & set(names.values())


def test_a_word_of_several_languages_offers_none(adviser: Adviser) -> None:
    reply = say(adviser, Dialogue(lang="de"), "camping", asker("de"))
    assert "Français" not in reply.quick


def test_another_language_says_the_same(adviser: Adviser) -> None:
    french = say(adviser, Dialogue(lang="fr"), "un lac avec des enfants", asker("fr"))
    dutch = reworded(adviser, french, asker("nl"))
    assert [card.id for card in dutch.cards] == [card.id for card in french.cards]
    assert [chip.words for chip in dutch.chips] == ["meer", "kinderen"]
    assert dutch.dialogue.asked_back == french.dialogue.asked_back


def test_a_closed_place_is_asked_by_nobody_and_a_name_by_its_fields(adviser: Adviser) -> None:
    first = say(adviser, Dialogue(lang="fr"), "le château de Penne", asker("fr"))
    price = say(adviser, first.dialogue, "combien ça coûte ?", asker("fr"))
    assert "6,50" in price.lines[0]
    dogs = say(adviser, price.dialogue, "les chiens sont acceptés ?", asker("fr"))
    assert "05 63 76 76 67" in dogs.lines[0]


def test_a_day_that_the_staff_shuts_is_told_beside_the_day_that_is_left(adviser: Adviser) -> None:
    saturday = Notice(
        listing=ListingId("test:castle"),
        kind=NoticeKind.CLOSED,
        since=date(2026, 7, 25),
        until=date(2026, 7, 25),
        initials="LD",
    )
    adviser.notices = (saturday,)
    try:
        first = say(adviser, Dialogue(lang="en"), "a castle this week", asker("en"))
        days = say(adviser, first.dialogue, "is it open on Saturday?", asker("en"))
        on_the_day = say(adviser, Dialogue(lang="en"), "a castle on Saturday", asker("en"))
    finally:
        adviser.notices = ()
    (card,) = [each for each in first.cards if each.id == saturday.listing]
    assert card.status.sentence.endswith("Saturday 25 July: closed")
    assert "Closed on 25 July" in card.why_not
    assert not card.status.staff
    assert "Saturday 25 July: closed" in " ".join(days.lines)
    assert saturday.listing not in [each.id for each in on_the_day.cards]
    (missed,) = [each for each in on_the_day.misses if each.id == saturday.listing]
    assert missed.status.staff
    assert "Closed on 25 July" in missed.status.sentence


def test_the_adviser_lives_in_one_thread_and_lets_go(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[str] = []
    close = Catalogue.close

    def told(catalogue: Catalogue) -> None:
        closed.append(current_thread().name)
        close(catalogue)

    monkeypatch.setattr(Catalogue, "close", told)
    counsel, go, begun = Counsel(path), Event(), Event()

    def held(_: Adviser) -> bool:
        begun.set()
        return go.wait(60)

    work = [
        counsel.ask(lambda adviser: say(adviser, Dialogue(lang="fr"), "un lac", asker("fr")))
        for _ in range(3)
    ]
    assert len({future.result().cards for future in work}) == 1
    long = counsel.ask(held)
    waiting = counsel.ask(lambda adviser: adviser)
    assert begun.wait(60)
    counsel.close()
    assert waiting.cancelled()
    go.set()
    assert long.result(60)
    for thread in every_thread():
        if thread.name.startswith("counsel"):
            thread.join(60)
    assert closed == ["counsel_0"]
