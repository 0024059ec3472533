"""The adviser's proposals as a list of cards, then what nearly fitted, greyed, with why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets.option_list import Option

from kiosk.widgets.answers import Answers
from kiosk.widgets.plain import lines, plain, state

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.model import ListingId
    from kiosk.conversation import Card


class Cards(Answers, can_focus=False):
    """Numbered cards. The arrows reach them through their screen, a finger opens one at once."""

    def show_cards(
        self,
        cards: Sequence[Card],
        misses: Sequence[Card],
        *,
        chosen: frozenset[ListingId],
    ) -> None:
        """Replace the cards."""
        marked, before = self.marked, [card.id for card in self.cards]
        self.cards = (*cards, *misses)
        low = self.app.size.height < 22
        self.clear_options()
        for number, card in enumerate(self.cards):
            missed = number >= len(cards)
            prompt = _missed(card) if missed else _proposed(number, card, chosen, low=low)
            self.add_option(Option(prompt, id=str(number)))
        ids = [card.id for card in self.cards]
        if not ids:
            return
        # The mark stays only where the same cards are shown again.
        self.highlighted = ids.index(marked) if ids == before and marked in ids else 0
        if ids != before:
            self.scroll_home(animate=False)

    cards: tuple[Card, ...] = ()

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

    @property
    def at_top(self) -> bool:
        """Whether nothing stands above the mark."""
        return not self.highlighted

    @property
    def at_end(self) -> bool:
        """Whether nothing stands below the mark."""
        return self.highlighted is None or self.highlighted >= len(self.cards) - 1


def _proposed(number: int, card: Card, chosen: frozenset[ListingId], *, low: bool) -> Content:
    """A card on four lines, on three where the screen is low."""
    mark = f"{number + 1} {'+ ' if card.id in chosen else ''}"
    title = Content.assemble(plain(mark, "bold $accent"), " ", plain(card.title, "bold"))
    about = " · ".join(part for part in (card.why, card.why_not) if part)
    if low:
        return lines(
            title, plain(" · ".join(part for part in (card.kind_line, card.way) if part)),
            state(card.status),
        )  # fmt: skip
    verified = plain(f"· {card.verified}" if card.verified else "", "$quiet")
    return lines(
        title,
        plain(" · ".join(part for part in (card.kind_line, card.way) if part)),
        Content.assemble(state(card.status), " ", verified),
        plain(about, "$quiet"),
    )


def _missed(card: Card) -> Content:
    """What stands beside the proposals, on two lines and its heading."""
    name = " · ".join(part for part in (card.title, card.kind_line, card.way) if part)
    against = plain(f"■ {card.why_not}", "$closed") if card.why_not else state(card.status)
    heading = plain(card.heading, "italic") if card.heading else None
    return lines(heading, plain(f"–  {name}", "$quiet"), against)
