"""The adviser's screen: one line, numbered answers, the list beside them. Keyboard only.

What is typed is searched at once. Enter asks the adviser inside: its three proposals and what
nearly fits take the place of the answers, and what is typed next may refer back ("et demain ?").
While the line is empty, 1 to 9 put an answer into the list (or take it out), + does so for the
marked one, ? tells why each is proposed, Enter opens it; a and Enter is "something else", p and
Enter prints. A line that begins with / is a command:

    /nl     language of the slip          /12    into the list: answer 12
    /p      print                         /s     see the slip        /n     next visitor
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.containers import Horizontal, Vertical
from textual.widgets import OptionList

from catalog.advice.dialogue import Dialogue
from catalog.errors import CatalogueError
from catalog.request.turns_model import Act
from catalog.vocabulary.turns import said_for
from kiosk.commands import Where, bindings
from kiosk.counsel import say
from kiosk.guide import Row
from kiosk.i18n import languages
from kiosk.notice_form import Draft
from kiosk.screens.listing import lead, side
from kiosk.screens.printing import PrintingPage
from kiosk.slip.cells import ended, kept, kept_lines, width
from kiosk.views import Openness, Status
from kiosk.widgets.answers import Answers
from kiosk.widgets.plain import BLANK, lines, plain
from kiosk.widgets.prose import Prose
from kiosk.widgets.search_line import SearchLine
from kiosk.widgets.title_bar import Title

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from catalog.advice import Adviser
    from catalog.model import ListingId
    from kiosk.conversation import Reply

COMMAND_MARKS: Final = "/:"
_NARROW, _ROOMY = 72, 100
"""Columns from which the head of the screen says more."""
_UNDERSTOOD: Final = 2
"""Lines for what was understood."""
_MARGINS: Final = 4
"""Columns beside its lines; twice as many on a high screen."""
LETTERS: Final = frozenset({"a", "p"})
"""What is a command when it is all that was typed."""


class CounterScreen(PrintingPage, inherit_bindings=False):
    """Ask, add, print, next."""

    WHERE = Where.COUNTER
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.COUNTER)]
    AUTO_FOCUS = "SearchLine"
    _note = ""
    _advising = False
    """Whether the answers are the adviser's, rather than those of the search."""
    _why = False

    def body(self) -> ComposeResult:
        """The line, the answers, the list."""
        yield SearchLine(quick="123456789+?!")
        yield Prose(id="said", classes="note")
        with Horizontal(id="desk"):
            yield Answers(numbered=True)
            with Vertical(id="beside"):
                yield Prose(id="marked")
                yield Prose(id="chosen")
        yield Prose(id="short")

    def headline(self) -> Title:
        """The post, and how old the catalogue is: red beyond a week."""
        post, t = self.post, self.post.t
        left = post.config.post.name
        if self.size.width >= _ROOMY:
            left = f"{left} · {post.config.office.name}"
        if post.guide is None:
            return Title(left, t._("The catalogue is not available just now."), alarm=True)
        words = t.date(post.guide.catalogue.meta.built.date(), "day")
        if self.size.width < _NARROW:
            return Title(left, f"{words} · {t.time(post.clock())}", alarm=post.stale)
        words = t._("Information as of %(date)s") % {"date": words}
        if post.stale:
            days = t.n_("%(count)s day old", "%(count)s days old", post.age_days or 0)
            words = f"{words} · {days}"
        if post.demonstration:
            mark = t._("Demonstration")
            words = f"{mark} · {words}"
        return Title(left, f"{words} · {t.time(post.clock())}", alarm=post.stale)

    def say(self) -> None:
        """The answers and the list."""
        t = self.post.t
        line = self.query_one(SearchLine)
        # Translators: in the adviser's line; the letters after / are commands and stay as they are
        hint = t._(
            "Question · ? why · a other · 1-9 add · ! notice · p print · /nl slip · /n next visitor"
        )
        line.placeholder = plain(kept(hint, self.size.width - 2 * _MARGINS)).plain
        line.focus()
        self._ask()

    def forget(self) -> None:
        """An empty line, no answers."""
        self._note = ""
        self._advising = self._why = False
        self.query_one(SearchLine).put("")
        self.query_one(Answers).show(())

    def _ask(self) -> None:
        post, session = self.post, self.post.session
        if self._advising and session.reply is not None:
            rows = self._rows(session.reply)
        else:
            asked = bool(session.text.strip() or session.around)
            answer = post.answer() if asked else None
            rows = answer.rows if answer is not None else ()
            if not asked:  # an idle screen tells what the office says today
                rows = post.notice_rows(post.board.notices(post.clock().date()))
        notes = session.reply.notes if self._advising and session.reply is not None else ()
        self.query_one(Answers).show(rows, chosen=frozenset(session.basket), notes=notes)
        self._say_beside()

    def _rows(self, reply: Reply) -> tuple[Row, ...]:
        """The adviser's proposals, then what nearly fits, as answers; with their why, if asked."""
        rows = []
        proposed = {id(card) for card in reply.cards}
        for card in (*reply.about, *reply.cards, *reply.misses):
            missed = id(card) not in proposed and bool(card.why_not)
            why = (card.why, card.why_not if not missed else "")
            asked = self._why and any(why)
            told = why if asked else (card.kind_line, card.way)
            rows.append(
                Row(
                    id=card.id,
                    title=card.title,
                    kind_line=" · ".join(filter(None, told)),
                    way="",
                    status=Status(Openness.CLOSED, card.why_not) if missed else card.status,
                    heading=card.heading,
                    lacks="" if missed or asked else card.why_not,
                )
            )
        return tuple(rows)

    def _advised(self) -> list[str]:
        """What the adviser understood, or says instead of proposing."""
        reply = self.post.session.reply
        if reply is None or not self._advising:
            return []
        asked = reply.question.words if reply.question is not None else ""
        understood = [chip.words for chip in reply.chips]
        return [part for part in (*reply.lines, asked, *understood) if part]

    def _say_beside(self) -> None:
        """Everything but the answers."""
        post, session, t = self.post, self.post.session, self.post.t
        rows = self.query_one(Answers).rows
        names = {language.code: language.name for language in languages()}
        first = [session.told or self._note]
        columns = self.size.width - _MARGINS * (1 + self.has_class("-lofty"))
        # Translators: %(language)s is a language's own name
        slip = t._("Slip: %(language)s") % {"language": names.get(post.slip_t.lang, "")}
        second: list[str] = []
        if session.text.strip():
            count = t.n_("%(count)s answer", "%(count)s answers", len(rows))
            room = columns - width(f"«  » · {count}")
            asked = "" if self.query_one(SearchLine).value else ended(session.text.strip(), room)
            first += [f"« {asked} »" if asked else "", count]
            second = self._advised()
        said = (
            kept(" · ".join(filter(None, (*first, slip))), columns),
            *kept_lines(" · ".join(second), columns, _UNDERSTOOD - self.has_class("-low")),
        )
        self.query_one("#said", Prose).say(lines(*map(plain, said)))
        chosen = post.basket()
        heading = t.n_("My list: %(count)s place", "My list: %(count)s places", len(chosen))
        self.query_one("#chosen", Prose).say(
            lines(
                plain(heading, "bold $accent"),
                *(
                    lines(plain(f"{number} {view.title}", "bold"), plain(view.way))
                    for number, view in enumerate(chosen, start=1)
                ),
            )
        )
        short = kept(" · ".join((heading, *(view.title for view in chosen))), columns)
        self.query_one("#short", Prose).say(plain(short, "bold $accent"))
        self._say_marked()

    def _say_marked(self) -> None:
        marked = self.query_one(Answers).marked
        view = self.post.view(marked) if marked is not None and self.size.width >= 100 else None
        t, reply = self.post.t, self.post.session.reply
        card = reply.card(marked) if reply and marked and self._advising else None
        if view is not None and card is not None:
            view = replace(view, way=card.way)  # by the visitor's own means, as in the answer
        self.query_one("#marked", Prose).say(
            plain("") if view is None else lines(lead(view), BLANK, side(view, t))
        )

    # -- the line

    @on(SearchLine.Changed)
    def _typed(self, event: SearchLine.Changed) -> None:
        if event.value[:1] in {*COMMAND_MARKS} or event.value.casefold() in LETTERS:
            return
        session = self.post.session
        session.text, session.around = event.value, None
        self._advising = self._why = False
        session.told = self._note = ""
        self.query_one(Answers).highlighted = None  # other letters: the mark is the first one's
        self._ask()

    @on(SearchLine.Submitted)
    def _entered(self, event: SearchLine.Submitted) -> None:
        line = self.query_one(SearchLine)
        text = event.value.strip()
        line.put("")
        if text[:1] and text[:1] in COMMAND_MARKS:
            self._command(text[1:].strip().casefold())
        elif not text:
            marked = self.query_one(Answers).marked
            if marked is not None:
                self._open(marked)
        elif text.casefold() in LETTERS:
            self._letter(text.casefold())
        else:
            self.post.count_visitor()
            self._ask_adviser(text)

    def _letter(self, letter: str) -> None:
        if letter == "p":
            self.action_print_now()
        elif self.post.session.reply is not None:
            self._ask_adviser(said_for("act more", self.post.t.lang))

    # -- the adviser inside

    def _ask_adviser(self, text: str) -> None:
        """Ask in the adviser's thread; what is asked last wins."""
        reply, t = self.post.session.reply, self.post.t
        dialogue = reply.dialogue if reply is not None else Dialogue(lang=t.lang)
        work = partial(say, dialogue=dialogue, text=text, asker=self.post.asker())
        self.run_worker(self._fetch(work, self.post.session.visit), group="ask", exclusive=True)

    async def _fetch(self, work: Callable[[Adviser], Reply], visit: int) -> None:
        try:
            reply = await asyncio.wrap_future(self.post.advise(work))
        except CatalogueError as error:
            self.post.give_up(error)
            self.refresh_words()
            return
        if visit != self.post.session.visit:
            return
        self.post.session.take_in(reply)
        # A name that the adviser reads nothing in is the search's.
        turn = reply.dialogue.turn
        self._advising = bool(reply.chips or reply.lines) and bool(
            (turn is not None and turn.act is Act.MORE)
            or reply.about
            or reply.cards
            or reply.misses
            or reply.urgent
            or not self.query_one(Answers).rows
        )
        self._why = False
        if self._advising:
            self.query_one(Answers).highlighted = None  # the first answer is the one to tell
            if reply.dialogue.waits or reply.urgent:  # thanks ask and show nothing new
                self.post.count_question(reply)
                self.post.count("shown", *(card.id for card in reply.cards))
        self._ask()

    @on(SearchLine.Quick)
    def _quick(self, event: SearchLine.Quick) -> None:
        event.stop()
        answers = self.query_one(Answers)
        if event.character == "+":
            self._toggle(answers.marked)
        elif event.character == "!":
            self.action_notice()
        elif event.character == "?":
            self._why = self._advising and not self._why
            self._ask()
        else:
            self._number(int(event.character))

    def _command(self, word: str) -> None:
        if word in self.post.config.post.languages:
            self.post.session.spoken = word
            self._say_beside()
        elif word.isdecimal():
            self._number(int(word[:4]))
        elif word == "p":
            self.action_print_now()
        elif word == "s":
            self.action_open_slip()
        elif word == "n":
            self.app.call_later(self.run_action, "app.new_visitor")
        else:
            # Translators: an adviser typed a command that does not exist
            self._note = self.post.t._("Unknown command: %(word)s") % {"word": f"/{word}"}
            self._say_beside()

    def _number(self, number: int) -> None:
        rows = self.query_one(Answers).rows
        if 0 < number <= len(rows):
            self._toggle(rows[number - 1].id)

    def _toggle(self, id: ListingId | None) -> None:
        session = self.post.session
        if id is None:
            return
        self._note = "" if session.toggle(id) else self.post.t._("List full")
        if id in session.basket:
            self.post.count("taken", id)
        self._ask()

    # -- keys

    def key_up(self) -> None:
        """The arrows work although the focus stays in the line."""
        self._move(-1)

    def key_down(self) -> None:
        """See `key_up`."""
        self._move(1)

    def key_pageup(self) -> None:
        """See `key_up`."""
        self.query_one(Answers).page(-1)
        self._say_marked()

    def key_pagedown(self) -> None:
        """See `key_up`."""
        self.query_one(Answers).page(1)
        self._say_marked()

    def _move(self, step: int) -> None:
        self.query_one(Answers).move(step)
        self._say_marked()

    @on(OptionList.OptionSelected)
    def _touched(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._number(event.option_index + 1)

    def _open(self, id: ListingId) -> None:
        self.post.session.trail.append(id)
        self.post.count("shown", id)
        self.post_message(self.Go(Where.LISTING))

    def action_notice(self) -> None:
        """Note what visitors must know of the marked place."""
        marked = self.query_one(Answers).marked
        if marked is None:
            # Translators: ! is a key; the adviser pressed it where no place is marked
            self._note = self.post.t._("Press ! on a place that you have found")
            self._say_beside()
            return
        self.post.draft = Draft(marked)
        self.post_message(self.Go(Where.NOTICE))

    def action_notices(self) -> None:
        """What the office says at present."""
        self.post_message(self.Go(Where.NOTICES))

    def action_open_slip(self) -> None:
        """See the slip in the visitor's language."""
        if self.post.session.basket:
            self.post_message(self.Go(Where.SLIP))

    def action_print_now(self) -> None:
        """Print at once: the adviser asked the visitor."""
        if self.start_printing():
            self._note = self.post.t._("One moment, please…")
            self._say_beside()

    def on_printing_page_done(self, event: PrintingPage.Done) -> None:
        """Say what became of the slip."""
        event.stop()
        if self.settle(event):
            self._say_beside()
