"""Noting that a place is closed, an event cancelled, or what to mind: six lines to fill in.

Enter and the arrows go from line to line, F9 (or Enter on the last) publishes. Days may be
written in words; what was understood stands beside them at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import events, on
from textual.containers import Horizontal

from catalog.journal.notices import NoticeKind
from kiosk.commands import Where, bindings
from kiosk.i18n import N_
from kiosk.notice_form import (
    ENGLISH,
    KINDS,
    LABELS,
    Draft,
    Fault,
    Field,
    day_of,
    notice_of,
)
from kiosk.screens.page import Page
from kiosk.widgets.choice import Choice
from kiosk.widgets.plain import lines, plain
from kiosk.widgets.prose import Prose
from kiosk.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

WRITTEN: Final = tuple(field for field in Field if field is not Field.KIND)
HINTS: Final = {
    # Translators: inside an empty line: what is assumed when nothing is written
    Field.SINCE: N_("today"),
    # Translators: inside an empty line: examples of a day
    Field.UNTIL: N_("31/07, Friday, tomorrow…"),
    # Translators: inside an empty line: examples of the words of a notice
    Field.WORDS: N_("bathing forbidden, road closed…"),
    # Translators: inside an empty line that may stay empty
    Field.ENGLISH: N_("if you like"),
    # Translators: inside an empty line: examples of initials
    Field.INITIALS: N_("LD"),
}


class NoticeScreen(Page, inherit_bindings=False):
    """The form of `post.draft`."""

    WHERE = Where.NOTICE
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.NOTICE)]
    AUTO_FOCUS = ""
    _shown: Draft | None = None
    _initials = ""

    def body(self) -> ComposeResult:
        """The place, the lines, what is wrong or will be read."""
        yield Prose(classes="heading")
        for field in Field:
            with Horizontal(classes="field", id=f"line-{field}"):
                yield Prose(classes="name")
                if field is Field.KIND:
                    yield Choice(id=field)
                else:
                    yield SearchLine(id=field)
                if field in {Field.SINCE, Field.UNTIL}:
                    yield Prose(classes="read")
        yield Prose(id="fault")

    def say(self) -> None:
        """The labels; the fields, when another notice is filled in."""
        t, draft = self.post.t, self.post.draft
        for field in Field:
            label = self.query_one(f"#line-{field} .name", Prose)
            label.say(plain(t._(LABELS[field]), "bold"))
        for field in WRITTEN:
            self._line(field).placeholder = plain(t._(HINTS[field])).plain
        self.query_one(f"#line-{Field.ENGLISH}").display = t.lang != ENGLISH
        self.query_one(Choice).say([t._(label) for label in KINDS.values()])
        if draft is not None and draft is not self._shown:
            self._fill(draft)
        self._say_place()
        self._read_days()

    def forget(self) -> None:
        """An empty form; the adviser's initials stay for the next."""
        self._shown = None
        for field in WRITTEN:
            self._line(field).put("")

    def action_write(self) -> None:
        """Publish what stands, or say what is wrong and go there."""
        if not self.adviser or self._shown is None:
            return
        t = self.post.t
        made = notice_of(self._filled(self._shown), t=t, now=self.post.clock())
        if isinstance(made, Fault):
            self._say_fault(made.sentence)
            self._focus(made.field)
        elif self.post.board.write(made):
            self._initials = made.initials
            self._shown = self.post.draft = None
            self.post_message(self.Go(Where.NOTICES))
        else:
            # Translators: the file of notices cannot be written; an adviser reads it
            self._say_fault(t._("The notice could not be kept: see the log of this post."))

    # -- the lines

    def _line(self, field: Field) -> SearchLine:
        return self.query_one(f"#{field}", SearchLine)

    def _fill(self, draft: Draft) -> None:
        self._shown = draft
        self.query_one(Choice).chosen = list(KINDS).index(draft.kind)
        for field in WRITTEN:
            self._line(field).put(str(getattr(draft, field)))
        if not draft.initials:
            self._line(Field.INITIALS).put(self._initials)
        self._say_fault("")
        self._focus(Field.KIND)

    def _filled(self, draft: Draft) -> Draft:
        written = {str(field): self._line(field).value for field in WRITTEN}
        kind = list(NoticeKind)[self.query_one(Choice).chosen]
        return Draft(listing=draft.listing, kind=kind, id=draft.id, **written)

    def _focus(self, field: Field) -> None:
        self.query_one(f"#{field}").focus()

    @on(SearchLine.Changed)
    def _typed(self) -> None:
        self._read_days()

    @on(SearchLine.Submitted)
    def _entered(self, event: SearchLine.Submitted) -> None:
        event.stop()
        if event.input.id == Field.INITIALS:
            self.action_write()
        else:
            self.focus_next("Choice, SearchLine")

    def on_key(self, event: events.Key) -> None:
        """The arrows go from line to line; the choice is left with Enter too."""
        choosing = isinstance(self.focused, Choice)
        if event.key == "up":
            self.focus_previous("Choice, SearchLine")
        elif event.key == "down" or (choosing and event.key == "enter"):
            self.focus_next("Choice, SearchLine")
        elif not (choosing and event.key == "backspace"):  # which must not leave the page
            return
        # Else the line that has the focus now would be asked about the same key.
        event.stop()
        event.prevent_default()

    # -- what is said beside them

    def _say_place(self) -> None:
        view = self.post.view(self._shown.listing) if self._shown is not None else None
        told = "" if view is None else f"{view.title} · {view.kind_line}"
        self.query_one(".heading", Prose).say(plain(told))

    def _read_days(self) -> None:
        """The days as they were understood."""
        t, now = self.post.t, self.post.clock()
        for field, last in ((Field.SINCE, False), (Field.UNTIL, True)):
            written = self._line(field).value.strip()
            day = day_of(written, t=t, now=now, last=last) if written else None
            if field is Field.SINCE and not written:
                day = now.date()
            near = day is not None and day.year == now.year
            read = "→ ?" if written else ""
            if day is not None:
                read = f"→ {t.date(day, 'day' if near else 'full')}"
            self.query_one(f"#line-{field} .read", Prose).say(plain(read))

    def _say_fault(self, sentence: str) -> None:
        fault = self.query_one("#fault", Prose)
        fault.say(lines(plain(f"! {sentence}" if sentence else "", "bold $closed")))
