"""A reply as it stands on the screen: chips, sentences, cards, a question back, what to say next.

It shows frozen values and says what was touched; the screen around it holds the conversation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical

from catalog.request.interview import STEPS
from kiosk.present.understood import asked_back
from kiosk.widgets.cards import CARDS, Cards
from kiosk.widgets.key import Key
from kiosk.widgets.key_strip import KeyStrip
from kiosk.widgets.pager import Pager
from kiosk.widgets.plain import lines, plain
from kiosk.widgets.prose import Prose

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from catalog.model import ListingId
    from kiosk.conversation import Guided, Reply
    from kiosk.i18n import Translator


class Advised(Vertical):
    """Chips above, cards in the middle, keys below."""

    def compose(self) -> ComposeResult:
        """The parts, empty."""
        yield KeyStrip(id="chips")
        yield Prose(id="spoken")
        with Horizontal(id="advised"):
            yield Cards()
            yield Pager()
        yield Prose(id="asked")
        yield KeyStrip(id="tiles")
        yield KeyStrip(id="quick")

    def welcome(self, t: Translator, *, waiting: bool) -> None:
        """Before the first reply."""
        told = (
            t._("Ask me about walks, swimming, villages, food, events, toilets…"),
            # Translators: 0 is a key to press
            t._("Or press 0: six short questions, and you choose."),
        )
        self._put((t._("One moment, please…"),) if waiting else told)
        self._show_strip("chips", [])
        self._show_strip("quick", [])
        self._show_strip("tiles", [])
        self._show_cards(None, frozenset())

    def show(self, reply: Reply, t: Translator, *, chosen: frozenset[ListingId]) -> None:
        """A reply; `chosen` are the listings of the visitor's list."""
        question = reply.question
        self._put(reply.lines, urgent=reply.urgent, asked=question.words if question else "")
        self._show_strip("chips", [("×", chip.words) for chip in reply.chips])
        answers = list(reply.quick)
        if question is not None:
            # Translators: key: pass over a question; one or two short words
            answers = [*(words for _, words in question.options), t._("No matter")]
        self._show_strip("quick", [(str(CARDS + n), words) for n, words in enumerate(answers, 1)])
        self._show_strip("tiles", [])
        self._show_cards(reply, chosen)

    def show_guided(self, guided: Guided, t: Translator) -> None:
        """One of the guided questions."""
        question = asked_back(guided.step, guided.step.options, t)
        # Translators: which of the guided questions this is: "Question 2 of 6"
        count = t._("Question %(number)s of %(total)s")
        self._put((count % {"number": guided.number + 1, "total": len(STEPS)}, question.words))
        answers = [*(words for _, words in question.options), t._("No matter")]
        if not guided.last:
            # Translators: key: enough questions, show the proposals; one or two short words
            answers.append(t._("Show me"))
        self._show_strip("chips", [])
        self._show_strip("quick", [])
        self._show_strip("tiles", [(str(n), words) for n, words in enumerate(answers, 1)])
        self._show_cards(None, frozenset())

    def walk(self, key: str, focused: Widget | None) -> bool:
        """An arrow: along a row of keys, else through the cards to the keys above and below.
        Whether it meant anything."""
        strip = _strip_of(focused)
        if strip is not None and isinstance(focused, Key):
            return self._along(key, focused, strip)
        if key not in {"up", "down"}:
            return False
        cards = self.query_one(Cards)
        beyond = cards.at_top if key == "up" else cards.at_end
        ways = ("#chips",) if key == "up" else ("#tiles", "#quick")
        strips = (self.query_one(way, KeyStrip) for way in ways)
        strip = next((each for each in strips if each.keys and each.display), None)
        if beyond and strip is not None:
            strip.keys[0].focus()
        else:
            cards.move(1 if key == "down" else -1)
        return True

    def holds(self, focused: Widget | None) -> bool:
        """Whether the focus is on one of the keys."""
        return _strip_of(focused) is not None

    def _along(self, key: str, focused: Key, strip: KeyStrip) -> bool:
        if key in {"left", "right"}:
            keys = strip.keys
            step = 1 if key == "right" else -1
            keys[(keys.index(focused) + step) % len(keys)].focus()
            return True
        return False

    def _put(self, told: tuple[str, ...], *, urgent: bool = False, asked: str = "") -> None:
        for id, text in (("spoken", told), ("asked", (asked,))):
            static = self.query_one(f"#{id}", Prose)
            static.say(lines(*(plain(line) for line in text)))
            static.display = any(text)
        self.query_one("#spoken", Prose).set_class(urgent, "-urgent")

    def _show_strip(self, id: str, written: list[tuple[str, str]]) -> None:
        self.query_one(f"#{id}", KeyStrip).show(written, tiles=id == "tiles")

    def _show_cards(self, reply: Reply | None, chosen: frozenset[ListingId]) -> None:
        self.query_one("#advised").display = reply is not None and bool(
            reply.cards or reply.misses or reply.about
        )
        self.query_one(Cards).show_cards(reply, chosen=chosen)

    @on(Pager.Turn)
    def _turn(self, event: Pager.Turn) -> None:
        event.stop()
        self.query_one(Cards).page(event.direction)


def _strip_of(focused: Widget | None) -> KeyStrip | None:
    """The strip that a key stands in."""
    if not isinstance(focused, Key):
        return None
    return next((each for each in focused.ancestors if isinstance(each, KeyStrip)), None)
