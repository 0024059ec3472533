"""What all screens share: title bar, body, bar of keys; words said again on every return.

A screen is made once for the life of the app (a screen pushed anew each time leaks a little
with textual 8.2.8) and holds nothing of a visitor that `forget` does not wipe.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Container
from textual.message import Message
from textual.screen import Screen

from kiosk.commands import Mode, Where
from kiosk.widgets.key import Key
from kiosk.widgets.key_bar import KeyBar
from kiosk.widgets.title_bar import Title, TitleBar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult

    from kiosk.post import Post


class Page(Screen[None], inherit_bindings=False):
    """One screen of the kiosk."""

    WHERE: ClassVar[Where]

    class Go(Message):
        """Another screen is wanted."""

        def __init__(self, where: Where) -> None:
            super().__init__()
            self.where = where

    class Back(Message):
        """The screen has nothing left to show: the one before is wanted."""

    def __init__(self, post: Post) -> None:
        super().__init__()
        self.post = post
        self.ready = False  # Textual's own is_mounted is true before the widgets are there

    def compose(self) -> ComposeResult:
        """Title bar, body, bar of keys."""
        yield TitleBar()
        with Container(id="body"):
            yield from self.body()
        yield KeyBar(self.WHERE, self.post.setting.mode)

    def body(self) -> ComposeResult:
        """The widgets between the two bars."""
        raise NotImplementedError

    def say(self) -> None:
        """Write everything the screen shows, in the session's language."""
        raise NotImplementedError

    def step_back(self) -> bool:
        """Undo one step inside the screen. False when there is none: the screen is left."""
        return False

    def forget(self) -> None:
        """Wipe whatever the widgets hold of the visitor."""

    def labels(self) -> Mapping[str, str | None]:
        """Labels of the bar that differ from the registry's, by action."""
        session, t = self.post.session, self.post.t
        if not session.basket:
            return {}
        # Translators: key: the visitor's list, with the number of places in it
        mine = t._("My list (%(count)s)") % {"count": len(session.basket)}
        return {"app.go('basket')": mine}

    def headline(self) -> Title:
        """The words of the title bar."""
        post = self.post
        config, t = post.config, post.t
        right = t.time(post.clock())
        if post.demonstration:
            # Translators: mark in the title bar; the catalogue is not a real one
            mark = t._("Demonstration")
            right = f"{mark} · {right}"
        return Title(left=f"{config.office.name} · {config.post.place}", right=right)

    def refresh_words(self) -> None:
        """Say everything again: after a return, another language, another minute."""
        if not self.ready:
            return
        self.query_one(TitleBar).title = self.headline()
        self.say()
        self.refresh_bar()

    def refresh_bar(self) -> None:
        """Write the keys again: one of them may say something else now."""
        self.query_one(KeyBar).say(self.post.t, self.labels())

    def refresh_title(self) -> None:
        """The clock has moved."""
        if self.ready:
            self.query_one(TitleBar).title = self.headline()

    def forget_all(self) -> None:
        """`forget`, for a screen that may never have been shown."""
        if self.ready:
            self.forget()

    def on_mount(self) -> None:
        """First words."""
        self.ready = True
        self.refresh_words()

    def on_screen_resume(self) -> None:
        """Words may have changed while another screen was on top."""
        self.refresh_words()

    @on(Key.Pressed, "KeyBar Key")
    async def _bar(self, event: Key.Pressed) -> None:
        event.stop()
        await self.run_action(event.key.action)

    @property
    def adviser(self) -> bool:
        """Whether the screen serves an adviser rather than a visitor."""
        return self.post.setting.mode is Mode.COUNTER
