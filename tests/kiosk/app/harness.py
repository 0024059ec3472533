"""A kiosk under test: fixed moment, a clock that only a test moves, a size, a printer or none."""

from __future__ import annotations

import os
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual import events
from textual.pilot import Pilot

from catalog.clock import PARIS
from catalog.journal import Notice
from kiosk.app import KioskApp
from kiosk.commands import Mode
from kiosk.config import Config, IdleConfig, OfficeConfig, PathsConfig, PostConfig, PrinterConfig
from kiosk.post import Post, Setting

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable

    from catalog.journal.desk import Channel, Outcome
    from catalog.model import Kind, ListingId

NOW = datetime(2026, 7, 23, 10, 40, tzinfo=PARIS)  # a Thursday
SIZES = ((56, 16), (80, 24), (120, 40))
GOLDENS = Path(__file__).with_name("goldens")


@dataclass
class FakeTime:
    """Seconds that pass only when told."""

    seconds: float = 0.0

    def __call__(self) -> float:
        return self.seconds


@dataclass
class Counted:
    """A journal that remembers."""

    visitors: list[tuple[str, str, str | None]] = field(default_factory=list)
    counted: list[tuple[str, str, str | None]] = field(default_factory=list)
    demand: list[tuple[str | None, tuple[str, ...], int]] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)
    forgotten: list[date] = field(default_factory=list)
    noticed: tuple[Notice, ...] = ()

    def count_visitor(self, *, post: str, channel: Channel, lang: str | None, at: datetime) -> None:
        self.visitors.append((post, channel, lang))

    def count_answer(
        self,
        *,
        post: str,
        listing: ListingId,
        kind: Kind,
        outcome: Outcome,
        lang: str | None,
        at: datetime,
    ) -> None:
        self.counted.append((listing, outcome, lang))

    def count_demand(
        self,
        *,
        post: str,
        channel: Channel,
        lang: str | None,
        slots: Iterable[str],
        proposals: int,
        at: datetime,
    ) -> None:
        self.demand.append((lang, tuple(slots), proposals))

    def keep_unanswered(
        self,
        *,
        post: str,
        lang: str | None,
        text: str,
        kinds: Iterable[str],
        themes: Iterable[str],
        at: datetime,
    ) -> None:
        self.unanswered.append(text)

    def forget(self, today: date) -> None:
        self.forgotten.append(today)

    def notices(self, day: date) -> tuple[Notice, ...]:
        return self.noticed

    def write_notice(self, notice: Notice) -> Notice:
        kept = replace(notice, id=notice.id or f"{len(self.noticed):032x}")
        self.withdraw_notice(kept.id)
        self.noticed += (kept,)
        return kept

    def withdraw_notice(self, id: str) -> None:
        self.noticed = tuple(each for each in self.noticed if each.id != id)

    def answers(self, first: date, last: date, outcome: Outcome) -> tuple[tuple[str, int], ...]:
        return tuple((id, 1) for id, was, _ in self.counted if was == outcome)


@dataclass
class Kiosk:
    """The app, its pilot, and what the test may move or look at."""

    app: KioskApp
    pilot: Pilot[None]
    time: FakeTime
    counted: Counted

    async def press(self, *keys: str) -> None:
        """Keys one by one; words in «» arrive at once."""
        for key in keys:
            if key.startswith("«"):
                self.app.post_message(events.Paste(key.strip("«»")))
            else:
                await self.pilot.press(key)
            await self.pilot.pause()

    async def settle(self) -> None:
        """Until the workers are done and the screen shows it."""
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def tap(self, selector: str, offset: tuple[int, int] = (1, 1)) -> None:
        """A finger on a widget."""
        assert await self.pilot.click(selector, offset=offset)
        await self.pilot.pause()

    @property
    def text(self) -> str:
        """What stands on the screen."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips).replace("\u00a0", " ")

    @property
    def page(self) -> str:
        return type(self.app.screen).__name__


def setting(catalogue: Path, **more: Any) -> Setting:
    """The post of the tests, in a folder of its own."""
    printer: PrinterConfig | None = more.pop("printer", None)
    name: str = more.pop("name", "Poste d'essai")
    post = PostConfig(name=name, place="Carmaux", latitude=44.0501, longitude=2.1580)
    config = Config(
        post=post,
        office=OfficeConfig(
            name="Office de Carmaux", phone="05 63 76 76 67", hours="mar.-sam. 9h30-18h"
        ),
        idle=IdleConfig(seconds=45, countdown=15),
        printer=printer,
        paths=PathsConfig(data=catalogue.parent, outbox=catalogue.parent / "outbox"),
        theme=more.pop("theme", "day"),
    )
    plain = Setting(
        config=config,
        mode=Mode.VISITOR,
        catalogue=catalogue,
        origin=post.point,
    )
    return replace(plain, **more)


@asynccontextmanager
async def opened(
    catalogue: Path, size: tuple[int, int] = (80, 24), **more: Any
) -> AsyncIterator[Kiosk]:
    """A running kiosk on this catalogue; `more` is for `setting`, `journal` replaces `Counted`."""
    clock, counted = FakeTime(), Counted()
    journal = more.pop("journal", counted)
    post = Post(setting(catalogue, **more), clock=lambda: NOW, journal=journal)
    post.open()
    app = KioskApp(post, tick=clock)
    try:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield Kiosk(app, pilot, clock, counted)
            if not app.return_code:
                app.exit()
    finally:
        post.close()


def compare(name: str, text: str) -> None:
    """The screen against its golden file; KIOSK_GOLDENS=write makes the files anew."""
    path = GOLDENS / f"{name}.txt"
    if os.environ.get("KIOSK_GOLDENS") == "write":
        path.write_text(text + "\n", encoding="utf-8")
    assert text + "\n" == path.read_text(encoding="utf-8")
