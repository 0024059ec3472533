"""One Textual app for visitors and advisers: navigation, inactivity, lock-down, last words.

Screens are made once and reused. Only this file knows the stack of screens; screens ask for
another one by name, with a message.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import signal
import time
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual import events, on
from textual.app import App
from textual.binding import Binding

from catalog.errors import CatalogueError
from kiosk import themes
from kiosk.commands import Mode, Where, bindings
from kiosk.faults import wordless
from kiosk.idle import IdleClock, Phase
from kiosk.screens.page import Page
from kiosk.shelves import AROUND

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import BindingType

    from kiosk.post import Post
    from kiosk.screens.still_there import StillThereScreen

LOG: Final = logging.getLogger(__name__)

TICK_S: Final = 1.0
FULL_COLLECTION: Final = 1000
"""Young collections before a full one, which would cost a keystroke 10 to 25 ms."""

GREETING_TICKS: Final = 6
"""Seconds for which the first screen greets in one language."""

PASSED: Final = (Where.CONFIRM, Where.NOTICE)
"""Pages that nobody goes back to."""

HERE: Final = Path(__file__).parent
STYLES: Final = [*sorted(HERE.glob("widgets/*.tcss")), *sorted(HERE.glob("screens/*.tcss"))]


class KioskApp(App[None], inherit_bindings=False):
    """The kiosk. Ends with `return_code` 0, or 1 after a crash that is in the log."""

    CSS_PATH = STYLES  # type: ignore[assignment]  # Textual's own type forgets lists of Path
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    ESCAPE_TO_MINIMIZE = False
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 # as Textual declares it
        (0, "-narrow"),
        (72, "-normal"),
        (110, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 # as Textual declares it
        (0, "-low"),
        (22, "-tall"),
        (34, "-lofty"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Where.ANYWHERE),
        # Never reach a widget or the terminal, even where a widget binds them.
        *(Binding(key, "nothing", "", show=False, priority=True) for key in ("ctrl+c", "ctrl+z")),
        Binding("tab", "focus_next", "", show=False),
        Binding("shift+tab", "focus_previous", "", show=False),
    ]

    def __init__(self, post: Post, *, tick: Callable[[], float] = time.monotonic) -> None:
        """`tick` gives the monotonic seconds of the inactivity clock."""
        # The console's colours must be chosen before Textual reads NO_COLOR in its __init__.
        super().__init__(ansi_color=True if post.setting.console else None)
        self.post = post
        self._pages: dict[Where, Page] = {}
        self._warning: StillThereScreen | None = None
        self._leaving = False
        idle = post.config.idle
        self.idle = IdleClock(idle.seconds, idle.countdown, tick)
        self._ticks = 0
        self._minute = ""
        for theme in themes.themes():
            self.register_theme(theme)
        self._dress()

    # -- life

    def get_default_screen(self) -> Page:
        """The screen at the bottom of the stack: the first one, or the adviser's."""
        return self._page(self._base)

    def on_mount(self) -> None:
        """Start the clock; listen to the supervisor."""
        self.set_interval(TICK_S, self.tick)
        self.call_after_refresh(self._warm)
        if not self.is_headless:
            loop = asyncio.get_running_loop()
            loop.add_signal_handler(signal.SIGTERM, self.exit)

    def exit(self, *arguments: Any, **named: Any) -> None:
        """Close; from here on no tick speaks to screens whose widgets are going."""
        self._leaving = True
        super().exit(*arguments, **named)

    def _warm(self) -> None:
        """Once the first screen stands: the first letter typed is answered like the others."""
        if self.post.guide is not None:
            with suppress(CatalogueError):  # said when somebody asks
                self.post.guide.warm()
        if not self.is_headless:  # one app in this process
            # What stands now stands till the end; the rest is walked whole between visitors
            # (`action_new_visitor`), not between two letters.
            gc.collect()
            gc.freeze()
            gc.set_threshold(*gc.get_threshold()[:2], FULL_COLLECTION)
            self._warm_adviser()

    def _warm_adviser(self) -> None:
        """So is the first question in words, which would wait for more than a second: importing
        what reads it takes half of that, so it does not hold up the keys either."""

        def ready() -> None:
            import_module("kiosk.counsel")
            self.call_later(self._read_ahead)

        self.run_worker(ready, thread=True)

    def _read_ahead(self) -> None:
        if self.post.guide is not None and not self._leaving:
            self.post.counsel.ask(lambda adviser: adviser.placing.warm())

    async def on_event(self, event: events.Event) -> None:
        """Every key, tap and wheel turn feeds the inactivity clock."""
        if isinstance(event, (events.Key, events.Paste, events.MouseEvent)):
            self.idle.touch()
        await super().on_event(event)

    def tick(self) -> None:
        """Once a second: warn, forget, take in a new catalogue, move the greeting on. Whoever
        left the first page may have typed something, although no session knows of it yet."""
        if self._leaving:
            return
        if not self.screen_stack:
            return  # the app is closing: its screens went before its timers
        self._ticks += 1
        post = self.post
        post.forgetting.daily(post.clock())
        if post.session.fresh and self.screen is self._pages.get(self._base):
            if post.renew():
                self.refresh_page()
                if not self.is_headless:
                    self._read_ahead()
            self._greet()
        elif post.setting.mode is Mode.VISITOR:
            idle = self.idle.look()
            if idle.phase is Phase.OVER:
                self.action_new_visitor()
            elif idle.phase is Phase.WARNING:
                self._warn(idle.left)
            elif self._warned:
                self._unwarn()
        self._tell_time()

    def _greet(self) -> None:
        from kiosk.screens.attract import AttractScreen

        if isinstance(self.screen, AttractScreen) and self._ticks % GREETING_TICKS == 0:
            self.screen.turn += 1
            self.screen.refresh_words()

    def _tell_time(self) -> None:
        minute = self.post.clock().strftime("%H:%M")
        if minute != self._minute and isinstance(self.screen, Page):
            self._minute = minute
            self.screen.refresh_title()

    # -- the warning

    @property
    def _warned(self) -> bool:
        return self._warning is not None and self._warning in self.screen_stack

    def _warn(self, left: int) -> None:
        if self._warning is None:
            from kiosk.screens.still_there import StillThereScreen

            self._warning = StillThereScreen(self.post)
            self.install_screen(self._warning, "still-there")
        if not self._warned:
            self.push_screen(self._warning)
        self._warning.count(left)

    def _unwarn(self) -> None:
        if self.screen is self._warning:
            self.pop_screen()

    # -- going about

    @property
    def _base(self) -> Where:
        return Where.COUNTER if self.post.setting.mode is Mode.COUNTER else Where.ATTRACT

    def _page(self, where: Where) -> Page:
        """The one screen of this name, made when it is first wanted."""
        if where not in self._pages:
            page = _make(where, self.post)
            self._pages[where] = page
            self.install_screen(page, str(where))
        return self._pages[where]

    def go(self, where: Where) -> None:
        """Show a screen: by going back to it where it lies in the stack, else on top."""
        if where is Where.CHAT and self.post.guide is None:
            where = Where.ATTRACT
        if where is Where.FIND:
            if self._base is Where.COUNTER:
                where = Where.COUNTER
            elif self.post.guide is None:
                where = Where.ATTRACT
            self.post.session.trail.clear()
        page = self._page(where)
        if page in self.screen_stack:
            self._pop_to(page)
            page.refresh_words()
            return
        if self.screen in {self._pages.get(passed) for passed in PASSED}:
            self.pop_screen()
        self.push_screen(page)

    def _pop_to(self, page: Page) -> None:
        for _ in range(len(self.screen_stack) - 1):
            if self.screen is page:
                return
            self.pop_screen()

    def refresh_page(self) -> None:
        """Say the words of the present screen again."""
        if isinstance(self.screen, Page):
            self.screen.refresh_words()

    @on(Page.Go)
    def _go(self, event: Page.Go) -> None:
        self.go(event.where)

    @on(Page.Back)
    def _back(self) -> None:
        self.action_step_back()

    # -- the registry's actions

    def action_go(self, where: str) -> None:
        """Show the screen of this name."""
        if isinstance(self.screen, Page) and not self._busy:
            self.go(Where(where))

    def action_step_back(self) -> None:
        """One step back: another listing, the themes, the page before."""
        screen = self.screen
        if self._busy or screen is self._pages.get(self._base):
            return
        if isinstance(screen, Page) and screen.step_back():
            return
        self.pop_screen()

    def action_around(self) -> None:
        """What is around the post."""
        session = self.post.session
        session.text, session.shelf, session.around = "", AROUND.id, None
        self.go(Where.FIND)

    def action_new_visitor(self) -> None:
        """Forget the visitor everywhere; back to the first screen."""
        self.post.session.reset()
        base = self._page(self._base)
        self._pop_to(base)
        for page in self._pages.values():
            page.forget_all()
        self.idle.touch()
        self._dress()
        base.refresh_words()
        gc.collect()

    def action_colours(self) -> None:
        """The next colours; the console has its own only."""
        if not self.post.setting.console:
            names = themes.NAMES
            self.post.session.theme = names[(names.index(self.theme) + 1) % len(names)]
            self._dress()

    def action_leave(self) -> None:
        """Close the program, where the post allows it."""
        if not self.post.setting.locked:
            self.exit()

    def action_nothing(self) -> None:
        """Swallow a key."""

    @property
    def _busy(self) -> bool:
        return bool(getattr(self.screen, "busy", False)) and self._base is Where.ATTRACT

    def _dress(self) -> None:
        own = themes.CONSOLE if self.post.setting.console else self.post.config.theme
        self.theme = self.post.session.theme or own

    # -- lock-down: what Textual offers and a public screen must not

    async def action_quit(self) -> None:
        """Not from the keyboard: see `action_leave`."""

    def action_help_quit(self) -> None:
        """No hint how to quit."""

    def action_suspend_process(self) -> None:
        """Not on a public screen."""

    def action_screenshot(self, filename: str | None = None, path: str | None = None) -> None:
        """Not on a public screen."""

    def action_command_palette(self) -> None:
        """There is none."""

    def copy_to_clipboard(self, text: str) -> None:
        """Nothing of a visitor's goes to the terminal's clipboard."""

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """No browser."""

    # -- last words

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our names for colours exist before a theme does."""
        return themes.defaults()

    def _fatal_error(self) -> None:
        """A crash: the traceback goes to the log, never to the public screen."""
        error = self._exception
        LOG.critical("the app crashed: %s", wordless(error) if error is not None else "no reason")
        self._close_messages_no_wait()

    def panic(self, *renderables: object) -> None:
        """See `_fatal_error`."""
        said = ", ".join(type(each).__qualname__ for each in renderables)
        LOG.critical("the app crashed: %s", said, exc_info=True)
        self._return_code = 1
        self._close_messages_no_wait()


_SCREENS: Final = {
    Where.ATTRACT: "AttractScreen",
    Where.FIND: "FindScreen",
    Where.CHAT: "ChatScreen",
    Where.LISTING: "ListingScreen",
    Where.BASKET: "BasketScreen",
    Where.SLIP: "SlipScreen",
    Where.CONFIRM: "ConfirmScreen",
    Where.OUTCOME: "OutcomeScreen",
    Where.LANGUAGE: "LanguageScreen",
    Where.HELP: "HelpScreen",
    Where.COUNTER: "CounterScreen",
    Where.NOTICE: "NoticeScreen",
    Where.NOTICES: "NoticesScreen",
}


def _make(where: Where, post: Post) -> Page:
    """Imported when first wanted: the first screen does not wait for the code of the others."""
    module = import_module(f"kiosk.screens.{where}")
    page: Page = getattr(module, _SCREENS[where])(post)
    return page
