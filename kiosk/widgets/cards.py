"""The adviser's proposals as a list of cards, then what nearly fitted, greyed, with why not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.widgets.option_list import Option

from kiosk.slip.cells import wrap
from kiosk.widgets.answers import Answers
from kiosk.widgets.plain import lines, plain, state

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.model import ListingId
    from kiosk.conversation import Card


CARDS: Final = 3
"""Digits up to this one open cards; those after it press the keys below."""
_LOFTY: Final = 34
"""Height from which three cards have room for their whole why."""
_BESIDE: Final = 16
"""Columns of the screen that the margins and the pager take, at most."""


class Cards(Answers, can_focus=False):
    """Numbered cards. The arrows reach them through their screen, a finger opens one at once."""

    def show_cards(
        self,
        cards: Sequence[Card],
        misses: Sequence[Card],
        notes: Sequence[str] = (),
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
            columns = 0 if low else self.app.size.width - _BESIDE
            lofty = columns if self.app.size.height >= _LOFTY else 0
            prompt = (
                _missed(card, columns)
                if missed
                else _proposed(number, card, chosen, columns=lofty, low=low)
            )
            self.add_option(Option(prompt, id=str(number)))
        if notes and self.cards and not low:
            columns = self.app.size.width - _BESIDE
            told = [plain(line) for note in notes for line in wrap(note, columns)]
            self.add_option(Option(lines(*told), disabled=True))
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


def _proposed(
    number: int, card: Card, chosen: frozenset[ListingId], *, columns: int, low: bool
) -> Content:
    """A card on four lines and its heading, on three where the screen is low."""
    key = f"{number + 1} " if number < CARDS else ""
    mark = f"{key}{'+ ' if card.id in chosen else ''}"
    heading = plain(card.heading, "bold $accent") if card.heading else None
    title = Content.assemble(
        plain(mark, "bold $accent"), " " if mark else "", plain(card.title, "bold")
    )
    # What to mind is read first where there is one line for it.
    told = (card.why, card.why_not) if columns else (card.why_not, card.why)
    about = " · ".join(part for part in told if part)
    if low:
        return lines(
            heading, title, plain(" · ".join(part for part in (card.kind_line, card.way) if part)),
            state(card.status),
        )  # fmt: skip
    verified = plain(f"· {card.verified}" if card.verified else "", "$quiet")
    return lines(
        heading,
        title,
        plain(" · ".join(part for part in (card.kind_line, card.way) if part)),
        Content.assemble(state(card.status), " ", verified),
        *(plain(line, "$quiet") for line in _on_two(about, columns)),
    )


def _missed(card: Card, columns: int) -> Content:
    """What stands beside the proposals, on two lines or three, and its heading."""
    name = " · ".join(part for part in (card.title, card.kind_line, card.way) if part)
    against = (
        [plain(line, "$closed") for line in _on_two(f"■ {card.why_not}", columns)]
        if card.why_not
        else [state(card.status)]
    )
    heading = plain(card.heading, "italic") if card.heading else None
    return lines(heading, plain(f"–  {name}", "$quiet"), *against)


def _on_two(text: str, columns: int) -> list[str]:
    """A long text on two lines, what is left of it cut by the screen; on one where `columns` is
    0."""
    if not columns:
        return [text]
    first, *rest = wrap(text, columns)
    return [first, " ".join(rest)] if rest else [first]
