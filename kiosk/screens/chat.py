"""Asking the adviser in one's own words: what was understood, three cards, what to say next.

The line is always ready. Enter asks what was typed, or opens the marked card when the line is
empty; then 1 to 3 open a card, the other digits press the keys below, 0 begins the guided
questions. Up and down go through the chips, the cards and the keys below; on a chip Enter takes
it away.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.widgets import OptionList

from catalog.advice.dialogue import Dialogue, back, interviewed, taken_away, tapped
from catalog.errors import CatalogueError
from catalog.request.interview import answered
from catalog.request.turns_model import Act
from kiosk.commands import Where, bindings
from kiosk.conversation import Guided, Reply
from kiosk.counsel import reply as answer
from kiosk.counsel import reworded, say
from kiosk.screens.writing import WritingPage
from kiosk.widgets.advised import Advised
from kiosk.widgets.cards import CARDS, Cards
from kiosk.widgets.key_strip import KeyStrip
from kiosk.widgets.letters import Letters
from kiosk.widgets.plain import plain
from kiosk.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from catalog.advice import Adviser
    from catalog.model import ListingId
    from catalog.request import Request


class ChatScreen(WritingPage, inherit_bindings=False):
    """The conversation of the session."""

    WHERE = Where.CHAT
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.CHAT)]
    AUTO_FOCUS = "SearchLine"
    _waiting = False

    def body(self) -> ComposeResult:
        """Line, chips, sentences, cards, question, keys."""
        yield SearchLine(quick="0123456789+")
        yield Advised()
        yield Letters()

    # -- saying what stands

    def say(self) -> None:
        """The conversation as it stands, in the session's language."""
        session, t = self.post.session, self.post.t
        line = self.query_one(SearchLine)
        # Translators: inside the empty line of the adviser
        hint = t._("Ask in your own words: a lake for small children…")
        line.placeholder = plain(hint).plain
        line.focus()
        self._show()
        if session.reply is not None and session.reply.lang != t.lang:
            self._ask(partial(reworded, before=session.reply, asker=self.post.asker()), anew=False)
        elif session.reply is None and session.guided is None:
            self._begin()

    def _begin(self) -> None:
        """The question that was typed on the page before, if any; it is asked once."""
        session = self.post.session
        text, session.text = session.text.strip(), ""
        if text and not self._waiting:
            self._say(text)

    def _show(self) -> None:
        """What stands in the session: the guided question, else the last reply."""
        session, t = self.post.session, self.post.t
        advised = self.query_one(Advised)
        asking = session.guided is not None
        if session.guided is not None:
            advised.show_guided(session.guided, t)
        elif session.reply is not None:
            asking = session.reply.question is not None
            advised.show(session.reply, t, chosen=frozenset(session.basket))
        else:
            advised.welcome(t, waiting=self._waiting)
        self.set_class(asking, "-asking")
        self.refresh_bar()

    def labels(self) -> Mapping[str, str | None]:
        """Keys that would do nothing just now say nothing."""
        labels = dict(super().labels())
        if self.post.session.guided is not None:
            labels["screen.guide"] = None
        if self.query_one(Cards).marked is None:
            labels["screen.take"] = None
        return labels

    def forget(self) -> None:
        """Nothing of the conversation."""
        self.query_one(SearchLine).put("")
        self._waiting = False
        self.show_letters(wanted=False)
        self._show()

    # -- asking

    def _say(self, text: str) -> None:
        reply = self.post.session.reply
        dialogue = reply.dialogue if reply is not None else Dialogue(lang=self.post.t.lang)
        self._ask(partial(say, dialogue=dialogue, text=text, asker=self.post.asker()))

    def _answer(self, dialogue: Dialogue) -> None:
        """Answer a conversation that a touch has changed."""
        self._ask(partial(answer, dialogue=dialogue, asker=self.post.asker()))

    def _ask(self, work: Callable[[Adviser], Reply], *, anew: bool = True) -> None:
        """Ask in the adviser's thread. What is asked last wins: an older answer is dropped.
        `anew`: something was said, which may want something done."""
        self._waiting = True
        fetching = self._fetch(work, self.post.session.visit, anew=anew)
        self.run_worker(fetching, group="ask", exclusive=True)

    async def _fetch(self, work: Callable[[Adviser], Reply], visit: int, *, anew: bool) -> None:
        try:
            reply = await asyncio.wrap_future(self.post.advise(work))
        except CatalogueError as error:
            self.post.give_up(error)
            self.post_message(self.Go(Where.ATTRACT))
            return
        if visit == self.post.session.visit:
            self._waiting = False
            self._take_in(reply)
            if anew:
                if reply.dialogue.waits:
                    self.post.count_question(reply)
                self._do(reply)

    def _take_in(self, reply: Reply) -> None:
        """Keep a reply and show it."""
        session = self.post.session
        fresh = session.reply is None or session.reply.cards != reply.cards
        session.take_in(reply)
        session.guided = None
        if fresh:
            self.post.count("shown", *(card.id for card in reply.cards))
        self._show()

    def _do(self, reply: Reply) -> None:
        """What was asked to be done beside answering."""
        session, turn = self.post.session, reply.dialogue.turn
        if turn is None:
            return
        if turn.act is Act.PICK and turn.target is not None:
            self._open(turn.target)
        elif turn.act is Act.TAKE:
            for id in (turn.target or self.query_one(Cards).marked, *turn.also):
                self._toggle(id)
        elif turn.act in {Act.PRINT, Act.QR}:
            self._to_slip(turn.target, *turn.also)
        elif turn.language in self.post.config.post.languages:
            session.lang = turn.language
            self.refresh_words()

    def _to_slip(self, target: ListingId | None, *also: ListingId) -> None:
        """The slip with the listings meant, else with the list, else with all that is shown."""
        session, reply = self.post.session, self.post.session.reply
        cards = reply.cards if reply is not None else ()
        wanted = [target, *also] if target is not None else [card.id for card in cards]
        if target is not None or not session.basket:
            for id in wanted:
                if id not in session.basket and session.toggle(id):
                    self.post.count("taken", id)
        if session.basket:
            self.post_message(self.Go(Where.SLIP))

    # -- the line and the keys

    @on(SearchLine.Submitted)
    def _entered(self) -> None:
        self.action_ask()

    def action_ask(self) -> None:
        """Ask what was typed; open the marked card when nothing was."""
        line = self.query_one(SearchLine)
        text = line.value.strip()
        if text:
            line.put("")
            self.show_letters(wanted=False)
            self._say(text)
            return
        marked = self.query_one(Cards).marked
        if marked is not None:
            self._open(marked)

    def action_take(self) -> None:
        """Put the marked card into the list, or take it out."""
        self._toggle(self.query_one(Cards).marked)

    def action_guide(self) -> None:
        """Begin the guided questions."""
        self.post.session.guided = Guided()
        self._show()

    @on(SearchLine.Quick)
    def _digit(self, event: SearchLine.Quick) -> None:
        event.stop()
        if event.character == "+":
            self.action_take()
        elif event.character == "0":
            self.action_guide()
        elif self.post.session.guided is not None:
            self._press(int(event.character) - 1)
        elif int(event.character) <= CARDS:
            cards = self.query_one(Cards).numbered
            if int(event.character) <= len(cards):
                self._open(cards[int(event.character) - 1].id)
        else:
            self._press(int(event.character) - CARDS - 1)

    @on(KeyStrip.Touched, "#tiles")
    @on(KeyStrip.Touched, "#quick")
    def _quick_touched(self, event: KeyStrip.Touched) -> None:
        event.stop()
        self._press(event.place)

    @on(KeyStrip.Touched, "#chips")
    def _chip_touched(self, event: KeyStrip.Touched) -> None:
        event.stop()
        reply = self.post.session.reply
        self.query_one(SearchLine).focus()
        if reply is not None and event.place < len(reply.chips):
            self._answer(taken_away(reply.dialogue, reply.chips[event.place].part))

    def _press(self, place: int) -> None:
        """One of the keys below."""
        session = self.post.session
        self.query_one(SearchLine).focus()
        if session.guided is not None:
            self._guide_on(session.guided, place)
            return
        reply = session.reply
        if reply is None:
            return
        question = reply.question
        if question is None:
            if place < len(reply.quick):
                self._say(reply.quick[place])
        elif place < len(question.options):
            option = question.options[place][0]
            self._answer(tapped(reply.dialogue, question.step, option))
        elif place == len(question.options):
            self._pass_over(reply)

    def _pass_over(self, reply: Reply) -> None:
        """The question stays unanswered: nothing is assumed, it is not asked again."""
        self.post.session.reply = replace(reply, question=None)
        self._show()

    def _guide_on(self, guided: Guided, place: int) -> None:
        """An answer, a question passed over, or enough questions."""
        options = guided.step.options
        if place > len(options) + (not guided.last):
            return
        request = guided.request
        if place < len(options):
            request = answered(request, guided.step, options[place])
        if guided.last or place > len(options):
            self._finish(request)
            return
        self.post.session.guided = Guided(guided.number + 1, request)
        self._show()

    def _finish(self, request: Request) -> None:
        """Answer what the guided questions have filled."""
        session = self.post.session
        before = session.reply.dialogue if session.reply is not None else Dialogue()
        before = replace(before, lang=self.post.t.lang)
        self._answer(interviewed(before, replace(request, lang=self.post.t.lang)))

    def step_back(self) -> bool:
        """Out of the guided questions, or one question back."""
        session = self.post.session
        if session.guided is not None:
            session.guided = None
            self._show()
            return True
        if session.reply is None:
            return False
        before = session.reply.dialogue.before
        if before is None:
            session.reply, session.text = None, ""
            self._show()
            return False
        self._answer(back(session.reply.dialogue))
        return True

    # -- going about

    def on_key(self, event: events.Key) -> None:
        """Arrows go through what is shown; a letter always reaches the line."""
        advised = self.query_one(Advised)
        on_key = advised.holds(self.focused)
        if on_key and event.key in {"up", "down"}:
            event.stop()
            self.query_one(SearchLine).focus()
        elif advised.walk(event.key, self.focused):
            event.stop()
        elif on_key and event.is_printable and event.key != "space":
            event.stop()
            self.query_one(SearchLine).focus()
            self.query_one(SearchLine).touch(event.character or "")

    def key_pageup(self) -> None:
        """A screenful of cards up."""
        self.query_one(Cards).page(-1)

    def key_pagedown(self) -> None:
        """A screenful of cards down."""
        self.query_one(Cards).page(1)

    @on(OptionList.OptionSelected)
    def _touched(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        cards = self.query_one(Cards).cards
        if event.option_index < len(cards):
            self._open(cards[event.option_index].id)

    def _toggle(self, id: ListingId | None) -> None:
        session = self.post.session
        if id is None:
            return
        session.toggle(id)
        if id in session.basket:
            self.post.count("taken", id)
        self._show()
        self.refresh_bar()

    def _open(self, id: ListingId) -> None:
        self.post.session.trail.append(id)
        self.post_message(self.Go(Where.LISTING))
