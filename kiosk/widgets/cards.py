"""The adviser's proposals as a list of cards, then what nearly fitted, greyed, with why not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.widgets.option_list import Option

from kiosk.slip.cells import kept, wrap
from kiosk.widgets.answers import Answers, inset_by
from kiosk.widgets.plain import lines, plain, state

if TYPE_CHECKING:
    from catalog.model import ListingId
    from kiosk.conversation import Card, Reply


CARDS: Final = 3
"""Digits up to this one open cards; those after it press the keys below."""
_LOFTY: Final = 34
"""Height from which three cards have room for their whole why."""
_LOW: Final = 22
"""Height below which a card says no more than what, where and when."""
_BESIDE: Final = 16
"""Columns of the screen that the margins and the pager take, at most."""


class Cards(Answers, can_focus=False):
    """Numbered cards; above them the place that was asked about and does not fit. The arrows
    reach them through their screen, a finger opens one at once."""

    reply: Reply | None = None
    cards: tuple[Card, ...] = ()
    """As they stand: the place asked about, the numbered ones, what nearly fits."""

    def show_cards(self, reply: Reply | None, *, chosen: frozenset[ListingId]) -> None:
        """Replace the cards by those of a reply."""
        marked, before = self.marked, [card.id for card in self.cards]
        self.reply, self._chosen = reply, chosen
        about = reply.about if reply is not None else ()
        numbered = self.numbered
        self.cards = (*about, *numbered, *(reply.misses if reply is not None else ()))
        self.clear_options()
        for place, card in enumerate(self.cards):
            number = place - len(about)
            prompt = (
                self._proposed(number, card) if 0 <= number < len(numbered) else self._missed(card)
            )
            self.add_option(Option(prompt, id=str(place)))
        if reply is not None and self.cards and not self._low:
            self.add_notes(reply.notes)
        ids = [card.id for card in self.cards]
        if not ids:
            return
        # The mark stays only where the same cards are shown again.
        first = len(about) if numbered else 0
        self.highlighted = ids.index(marked) if ids == before and marked in ids else first
        if ids != before:
            self.scroll_home(animate=False)

    def on_resize(self) -> None:
        """Another width breaks texts elsewhere."""
        if self.cards:
            self.show_cards(self.reply, chosen=self._chosen)

    @property
    def numbered(self) -> tuple[Card, ...]:
        """The cards that digits open."""
        return self.reply.cards if self.reply is not None else ()

    @property
    def columns(self) -> int:
        """Cells of a card's text; what the screen leaves it before it was laid out."""
        return super().columns or self.app.size.width - _BESIDE

    @property
    def _low(self) -> bool:
        return self.app.size.height < _LOW

    @property
    def marked(self) -> ListingId | None:
        """The listing under the mark."""
        place = self.highlighted
        return self.cards[place].id if place is not None and place < len(self.cards) else None

    def move(self, step: int) -> None:
        """Move the mark by cards, stopping at both ends."""
        if self.cards:
            place = (self.highlighted or 0) + step
            self.highlighted = min(max(place, 0), len(self.cards) - 1)
            if place >= len(self.cards) - 1:
                self.call_after_refresh(self.scroll_end, animate=False)  # the notes below

    @property
    def at_top(self) -> bool:
        """Whether nothing stands above the mark."""
        return not self.highlighted

    @property
    def at_end(self) -> bool:
        """Whether nothing stands below the mark."""
        return self.highlighted is None or self.highlighted >= len(self.cards) - 1

    def _proposed(self, number: int, card: Card) -> Content:
        """A card on four lines and its heading, on three where the screen is low."""
        key = f"{number + 1} " if number < CARDS else ""
        mark = f"{key}{'+ ' if card.id in self._chosen else ''}"
        heading = self.whole(plain(card.heading, "bold $accent")) if card.heading else []
        title = Content.assemble(
            plain(mark, "bold $accent"), " " if mark else "", plain(card.title, "bold")
        )
        inset = len(key)
        columns = self.columns - inset
        where = plain(kept(_joined(card.kind_line, card.way), columns))
        told = self.whole(state(card.status), inset)
        verified = plain(card.verified, "$quiet") if card.verified and not self._low else None
        said = verified is not None and told[-1].plain
        beside = Content(" · ").join((told[-1], verified)) if verified and said else None
        if beside is not None and beside.cell_length <= columns:
            told[-1], verified = beside, None
        # What the office itself says outranks the rest.
        body = [*told, where] if card.status.staff else [where, *told]
        # What to mind is read first where there is one line for it.
        lofty = self.app.size.height >= _LOFTY
        about = _joined(*((card.why, card.why_not) if lofty else (card.why_not, card.why)))
        if not self._low:
            why = _on_lines(about, columns, 2 if lofty else 1)
            body += [plain(line, "$quiet") for line in why]
        if lofty and verified is not None:
            body.append(verified)
        return lines(*heading, title, *(inset_by(inset, line) for line in body))

    def _missed(self, card: Card) -> Content:
        """What stands beside the proposals, on two lines or three, and its heading."""
        name = kept(_joined(card.title, card.kind_line, card.way), self.columns - 3)
        against = (
            [plain(line, "$closed") for line in _on_lines(f"■ {card.why_not}", self.columns, 2)]
            if card.why_not
            else self.whole(state(card.status))
        )
        heading = self.whole(plain(card.heading, "italic")) if card.heading else []
        return lines(*heading, plain(f"–  {name}", "$quiet"), *against)


def _on_lines(text: str, columns: int, most: int) -> list[str]:
    """A text on so many lines at most, its last parts left out where they do not fit."""
    found = wrap(text, columns)
    if len(found) <= most:
        return found
    rest = " ".join(found[most - 1 :])
    return [*found[: most - 1], kept(rest, columns)]


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))
