"""The adviser's page: journeys by keyboard and by touch, follow-ups, nobody left behind."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from catalog.journal import Notice, NoticeKind
from catalog.model import LANGUAGES, ListingId
from catalog.request.turns import turn
from catalog.request.turns_model import Act
from catalog.vocabulary.turns import said_for
from kiosk.commands import Mode
from kiosk.widgets.cards import Cards
from kiosk.widgets.key import Key
from kiosk.widgets.key_strip import KeyStrip
from tests.bench.turns import PLACES, pasts
from tests.kiosk.app import stock
from tests.kiosk.app.harness import SIZES, opened
from tests.kiosk.app.test_hostile import MARKUP, hostile

if TYPE_CHECKING:
    from pathlib import Path

    from tests.kiosk.app.harness import Kiosk


async def say(kiosk: Kiosk, *texts: str) -> None:
    """Type, and wait for the answer."""
    for text in texts:
        await kiosk.press(f"«{text}»", "enter")
        await kiosk.settle()


def cards(kiosk: Kiosk) -> list[str]:
    return [card.id for card in kiosk.app.screen.query_one(Cards).cards]


def chips(kiosk: Kiosk) -> list[str]:
    reply = kiosk.app.post.session.reply
    return [chip.words for chip in reply.chips] if reply is not None else []


async def test_femke_asks_and_asks_again(catalogue: Path) -> None:
    """Story 5.1, steps 2 to 6, on the small catalogue."""
    async with opened(catalogue) as kiosk:
        await kiosk.press("6", "f9")
        await say(kiosk, "waar kunnen we zwemmen met kleine kinderen liefst een meertje")
        assert chips(kiosk) == ["zwemmen", "meer", "kinderen"]
        assert cards(kiosk)[0] == "test:lake"
        await say(kiosk, "en met hond?")
        assert chips(kiosk) == ["zwemmen", "meer", "kinderen", "hond"]
        await kiosk.press("+")
        assert kiosk.app.post.session.basket == ["test:lake"]
        await say(kiosk, "print")
        assert kiosk.page == "SlipScreen"
        assert "Meer van la Roucarié" in kiosk.text
        slip = kiosk.app.post.document()
        assert slip is not None
        assert slip.question == ("zwemmen", "meer", "kinderen", "hond")
        await kiosk.press("escape", "f2", "2")
        await kiosk.settle()
        assert kiosk.page == "ChatScreen"
        assert chips(kiosk) == ["swimming", "lake", "children", "dog"]


async def test_the_question_of_the_first_page_is_carried_over(catalogue: Path) -> None:
    async with opened(catalogue) as kiosk:
        await kiosk.press("1", "«où se baigner demain après-midi»", "f9")
        await kiosk.settle()
        assert kiosk.page == "ChatScreen"
        assert "test:lake" in cards(kiosk)


async def test_one_of_those_shown_opens_by_its_number_or_its_name(catalogue: Path) -> None:
    async with opened(catalogue) as kiosk:
        await kiosk.press("1", "f9")
        await say(kiosk, "un château")
        for said in ("le premier", "château de penne"):
            await say(kiosk, said)
            if kiosk.page == "ListingScreen":
                assert kiosk.app.post.session.current == "test:castle"
                await kiosk.press("escape")
        await kiosk.press("1")
        assert kiosk.page == "ListingScreen"
        assert kiosk.app.post.session.current == "test:castle"
        await kiosk.press("escape")
        assert kiosk.page == "ChatScreen"
        assert cards(kiosk)[0] == "test:castle"


async def test_a_question_about_what_is_shown_is_answered_from_its_fields(
    catalogue: Path,
) -> None:
    async with opened(catalogue, size=(120, 40)) as kiosk:
        await kiosk.press("1", "f9")
        await say(kiosk, "le château de Penne", "combien ça coûte ?")
        assert "6,50" in kiosk.text
        await say(kiosk, "c'est ouvert lundi ?")
        assert "Lundi 27 juillet : fermé" in kiosk.text
        await say(kiosk, "et mardi ?")
        assert "10:00–18:00" in kiosk.text
        # Nobody states it: said so, with the telephone of a person.
        await say(kiosk, "ils prennent les chiens ?")
        assert "non précisé" in kiosk.text
        assert "05 63 76 76 67" in kiosk.text


async def test_what_was_understood_is_taken_away_by_keys_and_by_touch(catalogue: Path) -> None:
    async with opened(catalogue) as kiosk:
        await kiosk.press("1", "f9")
        await say(kiosk, "une balade facile avec un chien")
        assert chips(kiosk) == ["à pied", "chien", "facile"]
        await kiosk.press("up", "right", "enter")
        await kiosk.settle()
        assert chips(kiosk) == ["à pied", "facile"]
        strip = kiosk.app.screen.query_one("#chips", KeyStrip)
        assert await kiosk.pilot.click(strip.keys[1])
        await kiosk.settle()
        assert chips(kiosk) == ["à pied"]
        await kiosk.press("escape")
        await kiosk.settle()
        assert chips(kiosk) == ["à pied", "facile"]


async def test_five_keys_are_enough(catalogue: Path) -> None:
    """Arrows, Enter and Escape, from the guided questions to a page and back."""
    async with opened(catalogue, size=(56, 16)) as kiosk:
        await kiosk.press("1", "f9", "0")
        for _ in range(6):
            await kiosk.press("down", "enter")
            await kiosk.settle()
        reply = kiosk.app.post.session.reply
        assert reply is not None
        assert reply.dialogue.request is not None
        assert reply.dialogue.request.party == ("family",)
        assert reply.dialogue.request.when == "today"
        assert reply.dialogue.request.max_price == 0


async def test_the_guided_questions_assume_nothing(catalogue: Path) -> None:
    async with opened(catalogue) as kiosk:
        await kiosk.press("3", "f9", "0")
        assert "Frage 1 von 6" in kiosk.text
        await kiosk.press("6")  # no matter who
        assert "Frage 2 von 6" in kiosk.text
        await kiosk.press("1", "5")  # today, then: show me
        await kiosk.settle()
        reply = kiosk.app.post.session.reply
        assert reply is not None
        assert reply.dialogue.request is not None
        said = {key: value for key, value in reply.dialogue.request.keys().items() if value}
        assert said == {"when": "today"}


async def test_a_lost_toy_is_for_a_person(catalogue: Path) -> None:
    async with opened(catalogue) as kiosk:
        await kiosk.press("1", "f9")
        await say(kiosk, "Perdu doudou")
        assert "05 63 76 76 67" in kiosk.text
        assert "mar.-sam. 9h30-18h" in kiosk.text


async def test_what_is_no_question_is_no_error(catalogue: Path) -> None:
    async with opened(catalogue) as kiosk:
        await kiosk.press("2", "f9")
        for text in ("va te faire foutre", "????", "日本語", "who won the match"):
            await say(kiosk, text)
            assert kiosk.page == "ChatScreen"
            assert kiosk.app.is_running


async def test_the_newest_question_wins(catalogue: Path) -> None:
    async with opened(catalogue) as kiosk:
        await kiosk.press("1", "f9")
        await kiosk.press("«un lac»", "enter", "«un château»", "enter", "«un musée»", "enter")
        await kiosk.settle()
        assert chips(kiosk) == ["musée"]


async def test_nothing_of_a_conversation_outlives_its_visitor(catalogue: Path) -> None:
    async with opened(catalogue) as kiosk:
        await kiosk.press("1", "f9")
        await say(kiosk, "un château avec un chien")
        await kiosk.press("«un musée»", "enter")
        kiosk.app.action_new_visitor()  # an answer is on its way
        await kiosk.settle()
        assert kiosk.app.post.session.fresh
        await kiosk.press("1", "f9")
        assert cards(kiosk) == []
        assert "chien" not in kiosk.text
        assert chips(kiosk) == []


async def test_starting_over_and_another_language_are_said(catalogue: Path) -> None:
    async with opened(catalogue) as kiosk:
        await kiosk.press("1", "f9")
        await say(kiosk, "un lac", "en anglais please")
        assert kiosk.app.post.session.lang == "en"
        assert chips(kiosk) == ["lake"]
        await say(kiosk, "start over")
        assert chips(kiosk) == []


async def test_hostile_texts_are_letters_on_cards(tmp_path: Path) -> None:
    path = stock.build(tmp_path / "catalogue.sqlite", hostile())
    async with opened(path, size=(120, 40)) as kiosk:
        await kiosk.press("1", "f9")
        await say(kiosk, "un château", "c'est loin ?", "[@click=app.quit]x[/]")
        assert kiosk.app.is_running
        await say(kiosk, "un château")
        assert MARKUP[:20] in kiosk.text


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_targets_of_the_page_are_three_rows_high(
    catalogue: Path, size: tuple[int, int]
) -> None:
    async with opened(catalogue, size=size) as kiosk:
        await kiosk.press("1", "f9")
        for text in ("une balade facile avec un chien demain", "autre chose"):
            await say(kiosk, text)
            for key in kiosk.app.screen.query(Key).results(Key):
                region = key.region
                if region.area and key.is_on_screen and key.visible:
                    assert region.height >= 3, key.action
                    assert region.right <= size[0], key.action
                    assert region.bottom <= size[1], key.action


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_what_was_understood_stands_apart_from_the_marked_card(
    catalogue: Path, size: tuple[int, int]
) -> None:
    async with opened(catalogue, size=size) as kiosk:
        await kiosk.press("1", "f9")
        await say(kiosk, "une balade facile avec un chien demain")
        screen = kiosk.app.screen
        chips, cards = screen.query_one("#chips", KeyStrip), screen.query_one(Cards)
        marked = cards.get_component_styles("option-list--option-highlighted").background
        apart = cards.region.y > chips.region.bottom
        assert apart or chips.keys[0].styles.background != marked


LONG = (
    "demain matin et après-midi avant 17h un château et une baignade avec deux enfants et un chien"
)


async def test_a_long_chip_is_written_out_where_there_is_room(catalogue: Path) -> None:
    async with opened(catalogue, size=(80, 24)) as kiosk:
        await kiosk.press("1", "f9")
        await say(kiosk, LONG)
        assert "demain matin et après-midi avant 17:00" in chips(kiosk)
        assert "demain matin et après-midi avant 17:00" in kiosk.text


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
async def test_the_counter_counts_what_it_has_no_room_to_repeat(
    catalogue: Path, size: tuple[int, int]
) -> None:
    text = f"{LONG} sans voiture à Monestiés, pas cher, en fauteuil roulant, en moins de 2 heures"
    async with opened(catalogue, size=size, mode=Mode.COUNTER) as kiosk:
        await say(kiosk, text)
        repeated = next(line for line in kiosk.text.splitlines() if "« demain" in line)
        assert "… »" in repeated
        assert "réponse" in repeated
        told = [words for words in chips(kiosk) if words in kiosk.text]
        over = re.search(r" · \+(\d+)\s*$", kiosk.text, re.MULTILINE)
        assert len(told) + (int(over[1]) if over else 0) >= len(chips(kiosk))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_may_be_touched_is_understood_when_said(lang: str) -> None:
    for section, act in (
        ("act more", Act.MORE),
        ("relative nearer", Act.REFINE),
        ("relative cheaper", Act.REFINE),
    ):
        found = turn(pasts(lang)["walk"], said_for(section, lang), PLACES, lang=lang)
        assert found.act is act
    shorter = turn(pasts(lang)["walk"], said_for("relative shorter", lang), PLACES, lang=lang)
    assert shorter.request is not None
    assert shorter.request.max_km == 4.0


async def test_a_question_is_counted_in_codes_and_kept_when_it_finds_nothing(
    catalogue: Path,
) -> None:
    async with opened(catalogue) as kiosk:
        await kiosk.press("1", "f9", "«une laverie»", "enter")
        await kiosk.settle()
        assert kiosk.counted.demand == [("fr", ("service", "laundry"), 0)]
        assert kiosk.counted.unanswered == ["une laverie"]
        assert "05 63 76 76 67" in kiosk.text


async def test_the_counter_says_honestly_that_there_is_nothing(catalogue: Path) -> None:
    async with opened(catalogue, mode=Mode.COUNTER) as kiosk:
        await kiosk.press("«une laverie»", "enter")
        await kiosk.settle()
        assert [lang for lang, *_ in kiosk.counted.demand] == [None]
        assert kiosk.counted.unanswered == ["une laverie"]


async def test_the_counter_says_what_an_answer_lacks(catalogue: Path) -> None:
    async with opened(catalogue, mode=Mode.COUNTER) as kiosk:
        await kiosk.press("«un hôtel 4 étoiles»", "enter")
        await kiosk.settle()
        reply = kiosk.app.post.session.reply
        assert reply is not None
        lacking = [card.why_not for card in reply.cards if card.why_not]
        assert lacking
        assert lacking[0].replace("\u00a0", " ") in kiosk.text.replace("\u00a0", " ")
        assert "4 étoiles" in [chip.words for chip in reply.chips]


async def test_thanks_at_the_counter_ask_for_nothing_new(catalogue: Path) -> None:
    async with opened(catalogue, mode=Mode.COUNTER) as kiosk:
        await kiosk.press("«une balade facile demain»", "enter")
        await kiosk.settle()
        reply = kiosk.app.post.session.reply
        counted = [*kiosk.counted.demand], [*kiosk.counted.counted]
        await kiosk.press("escape", "«merci beaucoup»", "enter")
        await kiosk.settle()
        again = kiosk.app.post.session.reply
        assert reply is not None
        assert again is not None
        assert again is not reply
        assert (again.cards, again.notes) == (reply.cards, reply.notes)
        assert (kiosk.counted.demand, kiosk.counted.counted) == counted


async def test_a_word_of_the_staff_outranks_the_catalogue(catalogue: Path) -> None:
    async with opened(catalogue, size=(120, 40)) as kiosk:
        kiosk.counted.noticed = (
            Notice(
                listing=ListingId("test:lake"),
                kind=NoticeKind.CLOSED,
                since=date(2026, 7, 22),
                until=date(2026, 7, 31),
                initials="LD",
            ),
        )
        await kiosk.press("1", "f9", "«un lac pour se baigner»", "enter")
        await kiosk.settle()
        reply = kiosk.app.post.session.reply
        assert reply is not None
        assert "test:lake" not in [card.id for card in reply.cards]
        assert "22 juillet" in kiosk.text


async def test_a_day_is_planned_stop_by_stop(catalogue: Path) -> None:
    async with opened(catalogue, size=(120, 40)) as kiosk:
        await kiosk.press("1", "f9", "«une journée demain, musées et châteaux»", "enter")
        await kiosk.settle()
        reply = kiosk.app.post.session.reply
        assert reply is not None
        assert reply.plan is not None
        assert "vendredi 24 juillet" in reply.cards[0].heading
        assert [card.id for card in reply.cards] == [each.id for each in reply.dialogue.shown]
        assert any("estimations" in note for note in reply.notes)
        await kiosk.press("«imprime»", "enter")
        await kiosk.settle()
        assert kiosk.page == "SlipScreen"
        document = kiosk.app.post.document()
        assert document is not None
        assert document.plan


@pytest.mark.parametrize("mode", [Mode.VISITOR, Mode.COUNTER])
async def test_the_hours_of_a_stop_stand_whole_over_it(catalogue: Path, mode: Mode) -> None:
    """A date in full and two hours are more than a column is wide."""
    async with opened(catalogue, size=(56, 40), mode=mode) as kiosk:
        if mode is Mode.VISITOR:
            await kiosk.press("1", "f9")
        await say(kiosk, "une journée entière pour visiter, en voiture")
        reply = kiosk.app.post.session.reply
        assert reply is not None
        heading = reply.cards[0].heading
        assert heading.startswith("Votre journée")
        told = " ".join(kiosk.text.split())
        assert heading.replace("\u00a0", " ").split(" · ")[-1] in told
        assert "…" not in told[told.index("Votre journée") :][:80]
