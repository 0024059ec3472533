"""One journey a use, from the first screen to its end, by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.commands import Mode
from kiosk.config import PrinterConfig
from kiosk.widgets.answers import Answers
from tests.kiosk.app import stock
from tests.kiosk.app.harness import opened
from tests.kiosk.slip.simulator import Mood, PrinterSimulator

if TYPE_CHECKING:
    from pathlib import Path


async def test_help_is_seen_without_a_touch(catalogue: Path) -> None:
    async with opened(catalogue, size=(56, 16)) as kiosk:
        assert "05 63 76 76 67" in kiosk.text
        assert "Toilet" in kiosk.text
        assert "Office de tourisme de Carmaux" in kiosk.text
        for name in ("Français", "English", "Deutsch", "Español", "Italiano", "Nederlands"):
            assert name in kiosk.text


async def test_a_visitor_in_dutch_finds_the_toilets(catalogue: Path) -> None:
    async with opened(catalogue) as kiosk:
        await kiosk.press("6", *"toilette")
        assert kiosk.app.post.session.lang == "nl"
        assert "Jean-Jaurès" in kiosk.text.splitlines()[5]
        await kiosk.press("enter")
        assert kiosk.page == "ListingScreen"
        assert kiosk.app.post.t.lang == "nl"


@pytest.mark.parametrize("mode", Mode)
async def test_the_first_answer_is_marked_at_each_letter(catalogue: Path, mode: Mode) -> None:
    async with opened(catalogue, mode=mode, size=(120, 40)) as kiosk:
        await kiosk.press(*(["2"] if mode is Mode.VISITOR else []))
        answers, firsts = kiosk.app.screen.query_one(Answers), set()
        for letter in "castle penne":
            await kiosk.press("space" if letter == " " else letter)
            firsts.add(answers.marked)
            assert answers.highlighted == (0 if answers.rows else None)
        assert len(firsts) > 1
        await kiosk.press(*["backspace"] * len("astle penne"), "down")
        assert answers.highlighted == 1
        await kiosk.press("a")
        assert answers.highlighted == 0


async def test_a_sentence_in_the_search_line_is_offered_advice(catalogue: Path) -> None:
    async with opened(catalogue, size=(120, 40)) as kiosk:
        await kiosk.press("2", "«castle with children»")
        assert "F9: advice" not in kiosk.text
        await kiosk.press("«castle with children tomorrow»")
        assert "F9: advice on this question" in kiosk.text
        await kiosk.press("f9")
        await kiosk.settle()
        assert kiosk.page == "ChatScreen"
        assert "tomorrow" in kiosk.text


async def test_a_castle_badly_typed_goes_home_on_a_phone(catalogue: Path) -> None:
    async with opened(catalogue, size=(120, 40)) as kiosk:
        await kiosk.press("2", "«pene casle»", "enter")
        assert "Penne Castle" in kiosk.text
        await kiosk.press("+", "f3")
        assert kiosk.page == "BasketScreen"
        await kiosk.press("p")
        assert "Penne Castle" in kiosk.text
        await kiosk.press("m")
        assert kiosk.page == "OutcomeScreen"
        assert "44.0781, 1.7316" in kiosk.text
        assert kiosk.counted.visitors == [("Poste d'essai", "kiosk", "en")]
        assert kiosk.counted.counted == [
            ("test:castle", "shown", "en"),
            ("test:castle", "taken", "en"),
        ]


@pytest.mark.parametrize("mood", [Mood.OK, Mood.PAPER_OUT], ids=lambda mood: mood.name)
async def test_printing_takes_two_keys_and_never_ends_dead(tmp_path: Path, mood: Mood) -> None:
    path = stock.build(tmp_path / "catalogue.sqlite")
    with PrinterSimulator(mood) as printer:
        config = PrinterConfig(host="127.0.0.1", port=printer.port, timeout_s=1.0)
        async with opened(path, size=(120, 40), printer=config) as kiosk:
            await kiosk.press("2", "«penne»", "enter", "+", "f3", "p", "p")
            assert kiosk.page == "ConfirmScreen"
            assert " cm" in kiosk.text
            assert printer.received == b""
            await kiosk.press("enter")
            await kiosk.settle()
            assert kiosk.page == "OutcomeScreen"
            assert "44.0781, 1.7316" in kiosk.text
            printed = ("test:castle", "printed", "en") in kiosk.counted.counted
            assert printed is (mood is Mood.OK)
            assert list((tmp_path / "outbox").glob("*.pdf"))


async def test_without_a_printer_the_slip_is_saved(tmp_path: Path) -> None:
    path = stock.build(tmp_path / "catalogue.sqlite")
    async with opened(path) as kiosk:
        await kiosk.press("2", "«penne»", "enter", "+", "f3", "p", "p", "enter")
        await kiosk.settle()
        assert kiosk.page == "OutcomeScreen"
        assert len(list((tmp_path / "outbox").iterdir())) == 3


async def test_a_result_for_a_visitor_who_left_is_dropped(tmp_path: Path) -> None:
    path = stock.build(tmp_path / "catalogue.sqlite")
    async with opened(path) as kiosk:
        await kiosk.press("2", "«penne»", "enter", "+", "f3", "p", "p")
        await kiosk.pilot.press("enter")
        kiosk.app.action_new_visitor()
        await kiosk.settle()
        assert kiosk.page == "AttractScreen"
        assert kiosk.app.post.session.fresh


async def test_another_language_keeps_question_page_and_list(catalogue: Path) -> None:
    async with opened(catalogue) as kiosk:
        await kiosk.press("2", "«penne»", "f2", "6")
        assert kiosk.page == "FindScreen"
        assert kiosk.app.post.session.text == "penne"
        assert "Kasteel van Penne" in kiosk.text
        await kiosk.press("enter", "+", "f2", "2")
        assert kiosk.page == "ListingScreen"
        assert "Penne Castle" in kiosk.text
        assert kiosk.app.post.session.basket == ["test:castle"]


async def test_a_place_can_be_removed_and_put_back(catalogue: Path) -> None:
    async with opened(catalogue) as kiosk:
        await kiosk.press("2", "«penne»", "enter", "+", "escape", "escape", "«walk»")
        await kiosk.press("enter", "+", "f3")
        before = list(kiosk.app.post.session.basket)
        assert len(before) == 2
        await kiosk.press("delete")
        assert kiosk.app.post.session.basket == before[1:]
        await kiosk.press("u")
        assert kiosk.app.post.session.basket == before


async def test_six_places_fill_the_list(catalogue: Path) -> None:
    async with opened(catalogue) as kiosk:
        await kiosk.press("2", "«moulin»")
        for _ in range(5):
            kiosk.app.post.session.toggle(kiosk.app.screen.query_one(Answers).rows[_].id)
        for _ in range(2):
            await kiosk.press("down", "down", "down", "down", "down", "enter", "+", "escape")
        assert len(kiosk.app.post.session.basket) == 6


async def test_themes_open_by_digit_and_close_by_escape(catalogue: Path) -> None:
    async with opened(catalogue) as kiosk:
        await kiosk.press("2", "6")
        assert "Marché de Carmaux" in kiosk.text
        assert kiosk.text.index("Marché") < kiosk.text.index("Concert")
        await kiosk.press("escape")
        assert "Marché de Carmaux" not in kiosk.text
        await kiosk.press("3")
        assert "Roucarié" in kiosk.text
        assert "Hôtel" not in kiosk.text


async def test_nearby_asks_around_the_place(catalogue: Path) -> None:
    async with opened(catalogue, size=(120, 40)) as kiosk:
        await kiosk.press("2", "«penne»", "enter", "n")
        assert kiosk.page == "FindScreen"
        assert "Penne Castle" in kiosk.text
        assert "test:castle" not in [row.id for row in kiosk.app.screen.query_one(Answers).rows]


async def test_nothing_found_says_what_to_do(catalogue: Path) -> None:
    async with opened(catalogue) as kiosk:
        await kiosk.press("2", "«qqqzzzxxx»")
        assert "05 63 76 76 67" in kiosk.text
        assert "Office de tourisme de Carmaux" in kiosk.text


async def test_an_adviser_answers_in_four_keys(catalogue: Path) -> None:
    async with opened(catalogue, mode=Mode.COUNTER, name="marche-carmaux") as kiosk:
        await kiosk.press("«chateau penne»", "enter", "1")
        assert kiosk.app.post.session.basket == ["test:castle"]
        await kiosk.press("«/nl»", "enter", "f8")
        assert kiosk.page == "SlipScreen"
        assert "Kasteel van Penne" in kiosk.text
        assert kiosk.app.post.t.lang == "fr"
        await kiosk.press("escape")
        assert kiosk.page == "CounterScreen"
        assert kiosk.counted.visitors == [("marche-carmaux", "counter", None)]
        assert ("test:castle", "taken", None) in kiosk.counted.counted
        await kiosk.press("f5", "«lac»")
        assert kiosk.app.post.session.basket == []
        assert kiosk.app.post.session.spoken is None


async def test_an_adviser_prints_and_serves_the_next(tmp_path: Path) -> None:
    path = stock.build(tmp_path / "catalogue.sqlite")
    async with opened(path, mode=Mode.COUNTER) as kiosk:
        await kiosk.press("«penne»", "enter", "1", "f9")
        await kiosk.settle()
        assert len(list((tmp_path / "outbox").iterdir())) == 3
        await kiosk.press("«/n»", "enter")
        assert kiosk.app.post.session.fresh
        await kiosk.press("«/zz»", "enter")
        assert "/zz" in kiosk.text


async def test_an_adviser_asks_why_and_for_something_else(tmp_path: Path) -> None:
    """Story 5.2, steps 3 and 4, by keyboard."""
    path = stock.build(tmp_path / "catalogue.sqlite")
    async with opened(path, size=(120, 40), mode=Mode.COUNTER) as kiosk:
        await kiosk.press("«se baigner demain après-midi avec des enfants»", "enter")
        await kiosk.settle()
        rows = kiosk.app.screen.query_one(Answers).rows
        assert rows[0].id == "test:lake"
        before = kiosk.text
        await kiosk.press("?")
        assert kiosk.text != before
        await kiosk.press("?")
        assert kiosk.text == before
        await kiosk.press("«a»", "enter")
        await kiosk.settle()
        assert "test:lake" not in [row.id for row in kiosk.app.screen.query_one(Answers).rows]
        await kiosk.press("«un château»", "enter")
        await kiosk.settle()
        await kiosk.press("1", "«p»", "enter")
        await kiosk.settle()
        assert kiosk.app.post.session.basket == ["test:castle"]
        assert list((tmp_path / "outbox").iterdir())
        await kiosk.press("f5")
        assert kiosk.app.post.session.fresh


async def test_an_old_catalogue_alarms_the_adviser(tmp_path: Path) -> None:
    old = stock.BUILT.replace(month=6)
    path = stock.build(tmp_path / "catalogue.sqlite", built=old)
    async with opened(path, mode=Mode.COUNTER) as kiosk:
        assert kiosk.app.screen.query_one("TitleBar").has_class("-alarm")
