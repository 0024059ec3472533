"""Another language, at any moment; the question, the list and the page stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.containers import Grid

from kiosk.command import digit
from kiosk.commands import Where, bindings
from kiosk.i18n import languages
from kiosk.screens.page import Page
from kiosk.widgets.key import Key
from kiosk.widgets.plain import plain
from kiosk.widgets.prose import Prose

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class LanguageScreen(Page, inherit_bindings=False):
    """The names of the languages, each in itself. At a counter it is the slip that changes."""

    WHERE = Where.LANGUAGE
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.LANGUAGE)]

    def body(self) -> ComposeResult:
        """One key for each language of the post."""
        yield Prose(classes="heading")
        with Grid(id="languages"):
            for code in self.post.config.post.languages:
                yield Key(code)

    def say(self) -> None:
        """The names."""
        t = self.post.t
        # Translators: heading of the choice of language; at a counter it is the slip's
        heading = t._("Language of the slip") if self.adviser else t._("Language")
        self.query_one(".heading", Prose).say(plain(heading))
        names = {language.code: language.name for language in languages()}
        for number, key in enumerate(self.query("#languages Key").results(Key), start=1):
            key.say(str(number), names[key.action])

    @on(Key.Pressed, "#languages Key")
    def _pressed(self, event: Key.Pressed) -> None:
        event.stop()
        self._choose(event.key.action)

    def on_key(self, event: events.Key) -> None:
        """A digit is a language, arrows go through them."""
        offered = self.post.config.post.languages
        number = digit(event.character)
        if 0 < number <= len(offered):
            event.stop()
            self._choose(offered[number - 1])
        elif event.key in {"left", "up"}:
            self.focus_previous("#languages Key")
        elif event.key in {"right", "down"}:
            self.focus_next("#languages Key")

    def _choose(self, lang: str) -> None:
        if self.adviser:
            self.post.session.spoken = lang
        else:
            self.post.session.lang = lang
        self.post_message(self.Back())
