"""Asking: the search line, the themes while it is empty, the answers while it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.containers import Grid, Horizontal
from textual.widgets import ContentSwitcher, OptionList

from kiosk.commands import Where, bindings
from kiosk.guide import ROWS
from kiosk.screens.listing import lead, side
from kiosk.screens.writing import WritingPage
from kiosk.shelves import SHELVES, shelf
from kiosk.widgets.answers import Answers
from kiosk.widgets.key import Key
from kiosk.widgets.letters import Letters
from kiosk.widgets.pager import Pager
from kiosk.widgets.plain import BLANK, lines, plain
from kiosk.widgets.prose import Prose
from kiosk.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from catalog.model import ListingId
    from kiosk.guide import Answer

_SENTENCE: Final = 4
"""Words from which a search line rather holds a question."""


class FindScreen(WritingPage, inherit_bindings=False):
    """The page on which visitors ask."""

    WHERE = Where.FIND
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.FIND)]
    AUTO_FOCUS = "SearchLine"

    def body(self) -> ComposeResult:
        """The line, then themes or answers or what to do when there are none."""
        yield Prose(id="ask", classes="heading")
        yield SearchLine(quick="123456789")
        yield Prose(id="said", classes="note")
        with ContentSwitcher(initial="shelves", id="results"):
            with Grid(id="shelves"):
                for each in SHELVES:
                    yield Key(each.id, classes="-tile", focusable=False)
            with Horizontal(id="found"):
                yield Answers()
                yield Prose(id="peek")
                yield Pager()
            yield Prose(id="nothing")
        yield Letters()

    def say(self) -> None:
        """The question and its answer in the session's language."""
        t = self.post.t
        # Translators: heading above the search line
        self.query_one("#ask", Prose).say(plain(t._("What are you looking for?")))
        # Translators: inside the empty search line
        hint = t._("Type a word: castle, swimming, market, toilets…")
        line = self.query_one(SearchLine)
        line.placeholder = plain(hint).plain
        if line.value != self.post.session.text:
            line.put(self.post.session.text)
        for number, (key, each) in enumerate(
            zip(self.query("#shelves Key").results(Key), SHELVES, strict=True), start=1
        ):
            key.say(str(number), t._(each.label), t._(each.hint))
        line.focus()
        self._ask()

    def forget(self) -> None:
        """No letters, no answers, no keyboard."""
        self.query_one(SearchLine).put("")
        self.query_one(Answers).show(())
        self.query_one("#peek", Prose).say(plain(""))
        self.query_one("#nothing", Prose).say(plain(""))
        self.show_letters(wanted=False)

    @property
    def asked(self) -> bool:
        """Whether there is a question, by letters or by theme."""
        session = self.post.session
        return bool(session.text.strip() or session.shelf is not None or session.around)

    def step_back(self) -> bool:
        """Back to the themes, if they are not shown already."""
        session = self.post.session
        if not self.asked and not session.text:
            return False
        session.text, session.shelf, session.around = "", None, None
        self.refresh_words()
        return True

    def _ask(self) -> None:
        switcher = self.query_one("#results", ContentSwitcher)
        if not self.asked:
            switcher.current = "shelves"
            self.query_one("#said", Prose).say(plain(""))
            return
        answer = self.post.answer()
        if answer is None:
            self.post_message(self.Go(Where.ATTRACT))
            return
        self.query_one("#said", Prose).say(plain(self._said(answer)))
        if not answer.rows:
            self._say_nothing()
            switcher.current = "nothing"
            return
        switcher.current = "found"
        session = self.post.session
        self.query_one(Answers).show(answer.rows, chosen=frozenset(session.basket))

    def _said(self, answer: Answer) -> str:
        """What the list is, in words: its number, its order."""
        t = self.post.t
        number = t.n_("%(count)s answer", "%(count)s answers", len(answer.rows))
        if answer.more:
            number = t.n_("The first %(count)s answer", "The first %(count)s answers", ROWS)
        question = answer.question
        if len(question.text.split()) >= _SENTENCE:
            # Translators: F9 is the key; it gives advice on the sentence typed in the search line
            return " · ".join((number, t._("F9: advice on this question")))
        if question.text.strip():
            return number
        if question.shelf is not None:
            wanted = shelf(question.shelf)
            # Translators: how the list is ordered
            order = t._("by date") if wanted.dated else t._("by distance")
            return " · ".join((t._(wanted.label), number, order))
        # Translators: heading of a list of what lies near a place
        near = t._("Near %(place)s") % {"place": answer.near}
        return " · ".join((near, number, t._("by distance")))

    def _say_nothing(self) -> None:
        t, office = self.post.t, self.post.config.office
        nearest = self.post.help_rows(t)[-1:]
        self.query_one("#nothing", Prose).say(
            lines(
                plain(t._("Nothing found."), "bold $accent"),
                plain(t._("Try fewer words, or another word for the same thing.")),
                # Translators: Enter is the key; the adviser inside reads whole sentences
                plain(t._("Enter: ask it as a question, in your own words.")),
                plain(t._("Esc or an empty line brings the themes back.")),
                BLANK,
                # Translators: where a person answers
                plain(t._("Or ask the office: %(phone)s") % {"phone": office.phone}, "bold"),
                plain(office.hours),
                BLANK,
                *(plain(" · ".join((row.title, row.way, row.status.sentence))) for row in nearest),
            )
        )

    # -- letters

    @on(SearchLine.Changed)
    def _typed(self, event: SearchLine.Changed) -> None:
        session = self.post.session
        session.text = event.value
        session.shelf = session.around = None
        self.query_one(Answers).highlighted = None  # other letters: the mark is the first one's
        self._ask()
        self.query_one(Answers).scroll_home(animate=False)

    @on(SearchLine.Quick)
    def _digit(self, event: SearchLine.Quick) -> None:
        event.stop()
        self._open_shelf(SHELVES[int(event.character) - 1].id)

    @on(SearchLine.Submitted)
    def _enter(self) -> None:
        marked = self.query_one(Answers).marked
        if self.asked and marked is not None and self._listed:
            self._open(marked)
        elif self.post.session.text.strip():
            self.post_message(self.Go(Where.CHAT))

    # -- answers

    @property
    def _listed(self) -> bool:
        return self.query_one("#results", ContentSwitcher).current == "found"

    def key_up(self) -> None:
        """The arrows work although the focus stays in the line."""
        self.query_one(Answers).move(-1)

    def key_down(self) -> None:
        """See `key_up`."""
        self.query_one(Answers).move(1)

    def key_pageup(self) -> None:
        """See `key_up`."""
        self.query_one(Answers).page(-1)

    def key_pagedown(self) -> None:
        """See `key_up`."""
        self.query_one(Answers).page(1)

    @on(Pager.Turn)
    def _turn(self, event: Pager.Turn) -> None:
        event.stop()
        self.query_one(Answers).page(event.direction)

    @on(OptionList.OptionHighlighted)
    def _peek(self, event: OptionList.OptionHighlighted) -> None:
        """On a wide screen the marked answer is shown beside the list."""
        event.stop()
        peek = self.query_one("#peek", Prose)
        marked = self.query_one(Answers).marked
        # Not by its size: it has none until the list it stands beside was first laid out.
        wide = self.has_class("-wide")
        view = self.post.view(marked) if marked is not None and wide else None
        peek.say(plain("") if view is None else lines(lead(view), BLANK, side(view, self.post.t)))

    @on(OptionList.OptionSelected)
    def _touched(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        rows = self.query_one(Answers).rows
        if event.option_index < len(rows):
            self._open(rows[event.option_index].id)

    @on(Key.Pressed, "#shelves Key")
    def _shelf(self, event: Key.Pressed) -> None:
        event.stop()
        self._open_shelf(event.key.action)

    def _open_shelf(self, id: str) -> None:
        session = self.post.session
        session.text, session.shelf, session.around = "", id, None
        self.refresh_words()
        self.query_one(Answers).highlighted = 0
        self.query_one(Answers).scroll_home(animate=False)

    def _open(self, id: ListingId) -> None:
        self.post.session.trail.append(id)
        self.post.count("shown", id)
        self.post_message(self.Go(Where.LISTING))
