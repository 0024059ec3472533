"""The first screen, before anybody touches it: eight languages, and help without a touch.

Nothing must be pressed to read the office's telephone number, the nearest toilets and the
nearest office. The greeting turns through the post's languages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import events, on
from textual.containers import Grid, Vertical
from textual.content import Content

from kiosk.command import digit
from kiosk.commands import Where, bindings
from kiosk.i18n import languages, translator
from kiosk.screens.page import Page
from kiosk.slip.cells import kept, width
from kiosk.widgets.hills import Hills
from kiosk.widgets.key import Key
from kiosk.widgets.plain import lines, plain
from kiosk.widgets.prose import Prose

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from kiosk.guide import Row
    from kiosk.i18n import Translator

_APART: Final = "  "
_PART: Final = " · "
_BESIDE: Final = 4
"""Cells left and right of the help."""


class AttractScreen(Page, inherit_bindings=False):
    """Languages to press, help to read."""

    WHERE = Where.ATTRACT
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.ATTRACT)]
    AUTO_FOCUS = ""
    turn = 0
    """Which language greets; the app moves it on while nobody is there."""

    def body(self) -> ComposeResult:
        """Greeting, languages, help."""
        yield Prose(id="greeting")
        with Grid(id="languages"):
            for code in self.post.config.post.languages:
                yield Key(code)
        with Vertical(id="help"):
            yield Prose(id="office")
            yield Prose(id="nearest")
        yield Prose(id="imprint")
        yield Hills()

    def say(self) -> None:
        """Every word, in the language whose turn it is."""
        offered = self.post.config.post.languages
        names = {language.code: language.name for language in languages()}
        for number, key in enumerate(self.query("#languages Key").results(Key), start=1):
            key.say(str(number), names[key.action])
        t = self._greeting(offered)
        # Translators: the first word of the kiosk, large, to everybody who passes
        welcome = " ".join(t._("Welcome").upper())
        ask = t._("Walks, villages, swimming, markets, toilets: ask here")
        self._put("greeting", lines(plain(welcome, "bold $accent"), plain(ask)))
        self._put("office", self._office(t))
        self._put("nearest", self._nearest(t))
        self._put("imprint", self._imprint(t))

    def _greeting(self, offered: tuple[str, ...]) -> Translator:
        session = self.post.session
        if self.post.setting.screen_lang not in offered:
            return self.post.t
        return translator(session.lang or offered[self.turn % len(offered)])

    def _put(self, id: str, content: Content) -> None:
        self.query_one(f"#{id}", Prose).say(content)

    def _office(self, t: Translator) -> Content:
        office = self.post.config.office
        # Translators: the tourist office's telephone number, where a person answers
        phone = t._("Questions? Call us: %(phone)s") % {"phone": office.phone}
        return lines(plain(phone, "bold"), plain(office.hours))

    def _nearest(self, t: Translator) -> Content:
        columns = self.query_one("#nearest").size.width or self.app.size.width - _BESIDE
        return lines(*(_help_line(row, columns) for row in self.post.help_rows(t)))

    def _imprint(self, t: Translator) -> Content:
        post = self.post
        if post.guide is None:
            # Translators: the catalogue file is missing or broken; a person must be asked
            return plain(t._("The catalogue is not available just now."), "bold $closed")
        built = t.date(post.guide.catalogue.meta.built.date())
        parts = [
            # Translators: the day on which the catalogue was made
            t._("Information as of %(date)s") % {"date": built},
        ]
        if post.demonstration:
            parts.append(t._("This is a demonstration catalogue; check before you set off."))
        if not post.setting.locked:
            # Translators: only on posts that may be closed from the keyboard
            parts.append(t._("Ctrl+Q: quit"))
        return plain(" · ".join(parts))

    @on(Key.Pressed, "#languages Key")
    def _chosen(self, event: Key.Pressed) -> None:
        event.stop()
        self._choose(event.key.action)

    def on_resize(self) -> None:
        """Another width has room for other parts of the help."""
        self.refresh_words()

    def on_key(self, event: events.Key) -> None:
        """A digit is a language, arrows go through them; a letter starts a question in the
        post's own language."""
        offered = self.post.config.post.languages
        number = digit(event.character)
        if 0 < number <= len(offered):
            event.stop()
            self._choose(offered[number - 1])
        elif event.key in {"left", "up"}:
            self.focus_previous("#languages Key")
        elif event.key in {"right", "down"}:
            self.focus_next("#languages Key")
        elif event.is_printable:
            event.stop()
            self.post.session.text = (event.character or "").strip()
            self._choose(self.post.setting.screen_lang)

    def _choose(self, lang: str) -> None:
        self.post.session.lang = lang
        self.post.count_visitor()
        self.post_message(self.Go(Where.FIND))


def _help_line(row: Row, columns: int) -> Content:
    """The way and the status of a place. What has no room is left out rather than cut, the
    minutes first: who reads of the office asks whether it is open."""
    distance, _, minutes = row.way.partition(_PART)
    room = columns - width(row.title) - len(_APART)
    told = [
        _PART.join(filter(None, (*way, row.status.sentence)))
        for way in ((distance, minutes), (distance,), ())
    ]
    where = next((each for each in told if width(each) <= room), kept(row.way, room))
    return Content.assemble(plain(row.title, "bold"), _APART, plain(where))
