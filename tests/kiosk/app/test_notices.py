"""An adviser notes a closure; every post reads it first, until it is withdrawn."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from catalog.journal import Desk, Notice, NoticeKind
from catalog.model import ListingId, Localized, Text
from kiosk.commands import Mode
from kiosk.widgets.answers import Answers
from tests.kiosk.app.harness import SIZES, compare, opened

if TYPE_CHECKING:
    from pathlib import Path

    from tests.kiosk.app.harness import Kiosk

BAN = Notice(
    listing=ListingId("test:lake"),
    kind=NoticeKind.CLOSED,
    since=date(2026, 7, 22),
    until=date(2026, 7, 31),
    initials="LD",
    text=Localized((Text("fr", "baignade interdite"), Text("en", "no bathing"))),
    id="0" * 32,
)
ROAD = Notice(
    listing=ListingId("test:castle"),
    kind=NoticeKind.WARNING,
    since=date(2026, 7, 23),
    until=date(2026, 7, 24),
    initials="MR",
    text=Localized((Text("fr", "route de Vaour barrée"),)),
    id="1" * 32,
)


async def note(kiosk: Kiosk, *lines: str) -> None:
    """Fill in the form from its second line on, and publish."""
    await kiosk.press("enter")
    for line in lines:
        await kiosk.press(*([f"«{line}»"] if line else []), "enter")


def told(kiosk: Kiosk) -> str:
    """The screen's words on one line."""
    return " ".join(kiosk.text.replace("▲", "").split())


async def test_an_adviser_notes_a_closure_that_visitors_read_first(catalogue: Path) -> None:
    """Story 5.2, step 6."""
    async with opened(catalogue, mode=Mode.COUNTER) as kiosk:
        await kiosk.press("«roucarié»", "enter")
        await kiosk.settle()
        await kiosk.press("!")
        assert kiosk.page == "NoticeScreen"
        assert "Lac de la Roucarié" in kiosk.text
        await note(kiosk, "", "vendredi prochain", "baignade interdite", "no bathing", "ld")
        assert kiosk.page == "NoticesScreen"
        (kept,) = kiosk.counted.noticed
        assert (kept.since, kept.until) == (date(2026, 7, 23), date(2026, 7, 24))
        assert kept.initials == "LD"
        assert "(baignade interdite)" in told(kiosk)
        await kiosk.press("escape")
        assert kiosk.page == "CounterScreen"
        await kiosk.press("«lac»")
        assert "(baignade interdite)" in told(kiosk)


@pytest.mark.parametrize(
    ("lines", "field"),
    [
        (("", "", "fermé", "", "LD"), "Jusqu’au"),
        (("", "un de ces jours", "fermé", "", "LD"), "Jusqu’au"),
        (("30/07", "29/07", "fermé", "", "LD"), "Jusqu’au"),
        (("32/13", "31/07", "fermé", "", "LD"), "Du"),
        (("", "31/07", "écrire à lea@example.org", "", "LD"), "Texte"),
        (("", "31/07", "fermé", "write to lea@example.org", "LD"), "En anglais"),
        (("", "31/07", "fermé", "", ""), "Initiales"),
        (("", "31/07", "fermé", "", "Léa Durand"), "Initiales"),
    ],
)
async def test_what_is_wrong_names_the_line_and_the_way_out(
    catalogue: Path, lines: tuple[str, ...], field: str
) -> None:
    async with opened(catalogue, size=(56, 16), mode=Mode.COUNTER) as kiosk:
        await kiosk.press("«roucarié»", "enter")
        await kiosk.settle()
        await kiosk.press("!")
        await note(kiosk, *lines)
        assert kiosk.page == "NoticeScreen"
        assert f"! {field}\N{NO-BREAK SPACE}: " in kiosk.text.replace(" : ", "\N{NO-BREAK SPACE}: ")
        assert kiosk.counted.noticed == ()
        assert "fermé" in kiosk.text or "@" in kiosk.text  # nothing of it is lost


async def test_a_notice_is_changed_withdrawn_and_put_back(catalogue: Path) -> None:
    async with opened(catalogue, mode=Mode.COUNTER) as kiosk:
        kiosk.counted.noticed = (BAN, ROAD)
        await kiosk.press("f7")
        assert kiosk.page == "NoticesScreen"
        assert "(baignade interdite)" in told(kiosk)
        await kiosk.press("delete")
        assert BAN not in kiosk.counted.noticed
        await kiosk.press("u")
        assert set(kiosk.counted.noticed) == {BAN, ROAD}
        kiosk.counted.noticed = (BAN, ROAD)
        await kiosk.press("escape", "f7", "up", "enter")
        assert kiosk.page == "NoticeScreen"
        await kiosk.press("down", "down", *["backspace"] * 10, "«5 août»", "f9")
        assert kiosk.page == "NoticesScreen"
        changed = {each.id: each for each in kiosk.counted.noticed}
        assert changed[BAN.id].until == date(2026, 8, 5)
        assert changed[BAN.id].text == BAN.text
        await kiosk.press("u")
        assert BAN in kiosk.counted.noticed


async def test_a_real_desk_keeps_it(tmp_path: Path, catalogue: Path) -> None:
    with Desk.open(tmp_path / "desk.sqlite") as desk:
        async with opened(catalogue, mode=Mode.COUNTER, journal=desk) as kiosk:
            await kiosk.press("«roucarié»", "enter")
            await kiosk.settle()
            await kiosk.press("!", "right", "right")
            await note(kiosk, "", "demain", "cyanobactéries", "", "LD")
            await kiosk.press("escape", "f5")
            assert "cyanobactéries" in kiosk.text
        (kept,) = desk.notices(date(2026, 7, 23))
        assert kept.kind is NoticeKind.WARNING


async def test_without_a_desk_the_adviser_is_told(catalogue: Path) -> None:
    async with opened(catalogue, mode=Mode.COUNTER, journal=None) as kiosk:
        await kiosk.press("«roucarié»", "enter")
        await kiosk.settle()
        await kiosk.press("!")
        await note(kiosk, "", "demain", "fermé", "", "LD")
        assert kiosk.page == "NoticeScreen"
        assert "journal" in kiosk.text


async def test_visitors_cannot_write_notices(catalogue: Path) -> None:
    async with opened(catalogue) as kiosk:
        kiosk.counted.noticed = (BAN,)
        await kiosk.press("1", "«penne»", "enter", "!", "f7", "f9")
        assert kiosk.page not in {"NoticeScreen", "NoticesScreen"}
        assert kiosk.counted.noticed == (BAN,)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_visitors_read_the_notice_before_all_else(
    catalogue: Path, size: tuple[int, int]
) -> None:
    async with opened(catalogue, size=size) as kiosk:
        kiosk.counted.noticed = (BAN, ROAD)
        await kiosk.press("2", "«roucarié»")
        await kiosk.settle()  # the list takes its width when it is first shown
        rows = kiosk.text.splitlines()
        at = next(n for n, row in enumerate(rows) if "Lac de la" in row)
        assert "Closed since 22 July" in rows[at + 1]
        assert "bathing)" in told(kiosk)
        await kiosk.press("enter")
        rows = kiosk.text.splitlines()
        at = next(n for n, row in enumerate(rows) if "Lac de la" in row)
        assert "Closed since 22 July" in rows[at + 1]
        assert "bathing)" in told(kiosk)
        await kiosk.press("+", "escape", "escape", "«penne castle»")
        assert "! route de Vaour barrée [French]" in kiosk.text
        await kiosk.press("enter")
        assert "! route de Vaour barrée [French]" in kiosk.text
        await kiosk.press("+", "f3", "p")
        slip = kiosk.app.post.document()
        assert slip is not None
        assert "no bathing" in slip.suggestions[0].status.sentence
        assert slip.suggestions[1].lines[0].text.startswith("! route de Vaour")


async def test_the_idle_counter_tells_what_the_office_says(catalogue: Path) -> None:
    async with opened(catalogue, mode=Mode.COUNTER) as kiosk:
        kiosk.counted.noticed = (BAN, ROAD)
        await kiosk.press("f5")
        rows = kiosk.app.screen.query_one(Answers).rows
        assert [row.id for row in rows] == [BAN.listing, ROAD.listing]
        await kiosk.press("«zzzz»", *["backspace"] * 4)
        assert "route de Vaour" in kiosk.text


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_screens_of_notices(catalogue: Path, size: tuple[int, int]) -> None:
    name = f"{size[0]}x{size[1]}"
    async with opened(catalogue, size=size, mode=Mode.COUNTER) as kiosk:
        kiosk.counted.noticed = (BAN, ROAD)
        await kiosk.press("f5")
        compare(f"{name}-counter-notices", kiosk.text)
        await kiosk.press("f7")
        compare(f"{name}-notices", kiosk.text)
        await kiosk.press("enter", "down", "down", *["backspace"] * 10, "f9")
        compare(f"{name}-notice-fault", kiosk.text)
