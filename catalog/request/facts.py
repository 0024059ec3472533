"""What the rules have found so far: values by key, and the words that said them."""

from __future__ import annotations

from dataclasses import dataclass, field

from catalog.model import Kind, TermId
from catalog.request.marks import Mark
from catalog.request.model import Span


@dataclass(slots=True)
class Facts:
    """The keys as they fill; where only one value fits, the first said wins. `bare`: a limit
    without a unit, and its words."""

    types: dict[Kind, None] = field(default_factory=dict)
    loose: dict[Kind, tuple[Mark, Mark]] = field(default_factory=dict)
    """What is wished if nothing else is, with the words that say so: who is bored takes anything
    to do."""
    themes: dict[str, None] = field(default_factory=dict)
    labels: dict[TermId, None] = field(default_factory=dict)
    places: dict[str, None] = field(default_factory=dict)
    party: dict[str, None] = field(default_factory=dict)
    mobility: dict[str, None] = field(default_factory=dict)
    difficulty: dict[str, None] = field(default_factory=dict)
    of_way: dict[str, Mark] = field(default_factory=dict)
    """Difficulties told by words that only a walk or a ride can mean so: "flat"."""
    single: dict[str, str] = field(default_factory=dict)
    kilometres: list[tuple[float, bool, Mark, Mark]] = field(default_factory=list)
    radius_km: float | None = None
    max_km: float | None = None
    price: float | None = None
    bare: tuple[float, Mark, Mark] | None = None
    nightly: bool = False
    """Whether the price is that of a night."""
    towards: str = ""
    """The town that the road leads to."""
    rule: bool = False
    """Whether it is asked what one may do: light a fire, fly a drone."""
    steps: bool = False
    """Whether it is asked how many steps there are."""
    spans: list[Span] = field(default_factory=list)

    def say(self, key: str, value: str, first: Mark, last: Mark | None = None) -> None:
        """Keep the words from one mark to another as the source of a value."""
        end = first.end if last is None else max(first.end, last.end)
        self.spans.append(Span(key=key, value=value, start=first.start, end=end))

    def one(self, key: str, value: str, first: Mark, last: Mark | None = None) -> None:
        """Fill a key that holds one value, unless it is filled; of prices, free beats cheap."""
        if (key, value) == ("max_price", "0"):
            self.single[key] = value
        self.single.setdefault(key, value)
        self.say(key, value, first, last)
