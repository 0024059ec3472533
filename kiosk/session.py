"""Who is at the screen: the one thing of the house that changes.

Nothing here outlives a visitor: `reset` puts every field back to what a fresh session has, and
a test compares the two.
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, field, fields
from typing import TYPE_CHECKING, Final

from catalog.model import ListingId
from kiosk.slip.document import MAX_SUGGESTIONS

if TYPE_CHECKING:
    # Never evaluated: the first screen does not wait for the code of the adviser.
    from kiosk.conversation import Guided, Reply  # noqa: TC004 - see above

REMEMBERED: Final = 12
"""How many replies the slip can still tell of."""
BASKET_LIMIT: Final = MAX_SUGGESTIONS


@dataclass(slots=True)
class Session:
    """One visitor's visit. `lang` None: no language chosen yet, the post's own is used.

    `text` and `shelf` are the question (words typed, theme chosen); `around` asks for what is
    near one listing. `trail` holds the listings opened, the last one being on screen.
    `reply`: the conversation and what it was last answered with; `advised`: the replies that
    had proposals to choose from, for the slip to tell of them; `guided`: where the guided
    questions stand. `told`: what became of the slip. `spoken` is the language of the slip at a
    counter, where the screen stays in French.
    """

    lang: str | None = None
    spoken: str | None = None
    theme: str | None = None
    text: str = ""
    shelf: str | None = None
    around: ListingId | None = None
    trail: list[ListingId] = field(default_factory=list)
    basket: list[ListingId] = field(default_factory=list)
    removed: tuple[int, ListingId] | None = None
    reply: Reply | None = None
    advised: list[Reply] = field(default_factory=list)
    guided: Guided | None = None
    told: str = ""
    counted: bool = False
    visit: int = 0
    """Number of the visit: an answer that a worker brings for an earlier one is dropped."""

    @property
    def fresh(self) -> bool:
        """Whether nobody has touched anything since the last reset."""
        return all(getattr(self, f.name) == _initial(f) for f in fields(self) if f.name != "visit")

    def reset(self) -> None:
        """Forget the visitor, whole."""
        for each in fields(self):
            if each.name != "visit":
                setattr(self, each.name, _initial(each))
        self.visit += 1

    @property
    def current(self) -> ListingId | None:
        """The listing on screen."""
        return self.trail[-1] if self.trail else None

    @property
    def full(self) -> bool:
        """Whether the basket holds as much as a slip can say."""
        return len(self.basket) >= BASKET_LIMIT

    def toggle(self, listing: ListingId) -> bool:
        """Take the listing, or give it back. False when the basket is full."""
        if listing in self.basket:
            self.remove(listing)
            return True
        if self.full:
            return False
        self.basket.append(listing)
        self.removed = None
        return True

    def take_in(self, reply: Reply) -> None:
        """A reply is what the conversation stands at now."""
        self.reply = reply
        if reply.advice is not None:
            self.advised = [*self.advised, reply][-REMEMBERED:]

    def remove(self, listing: ListingId) -> None:
        """Give a listing back, remembering where it was for `undo`."""
        if listing in self.basket:
            self.removed = (self.basket.index(listing), listing)
            self.basket.remove(listing)

    def undo(self) -> bool:
        """Put back what was removed last. False when there is nothing to put back."""
        if self.removed is None or self.full:
            return False
        place, listing = self.removed
        self.removed = None
        if listing not in self.basket:
            self.basket.insert(place, listing)
        return True


def _initial(each: object) -> object:
    factory = getattr(each, "default_factory", MISSING)
    return factory() if factory is not MISSING else getattr(each, "default", None)
