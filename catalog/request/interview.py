"""The guided interview: six questions, one tap each, every one of which may be passed over.

It fills the same keys as a typed question. What was passed over stays "not said": no answer is
ever assumed. The steps are also the questions that an adviser asks back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from catalog.model import Kind

if TYPE_CHECKING:
    from catalog.request.model import Request


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to tap. `types` and `themes` are of the step "like", `value` of the others."""

    id: str
    types: tuple[Kind, ...] = ()
    themes: tuple[str, ...] = ()
    value: float | str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One question: the key of the request that it fills, and its answers."""

    id: str
    key: str
    options: tuple[Option, ...]


def _plain(*ids: str) -> tuple[Option, ...]:
    return tuple(Option(id, value=id) for id in ids)


STEPS: Final = (
    Step("who", "party", _plain("family", "couple", "group", "seniors", "dog")),
    Step("when", "when", _plain("today", "tomorrow", "this_weekend", "this_week")),
    Step("long", "duration", _plain("2h", "half_day", "day")),
    Step("move", "mobility", _plain("car", "public_transport", "bike", "wheelchair", "stroller")),
    Step(
        "like",
        "types",
        (
            Option("see", types=(Kind.ATTRACTION,)),
            Option("walk", types=(Kind.ITINERARY,)),
            Option("swim", types=(Kind.ACTIVITY,), themes=("swimming",)),
            Option("taste", types=(Kind.FOOD, Kind.PRODUCER)),
            Option("out", types=(Kind.EVENT, Kind.MARKET)),
        ),
    ),
    Step("budget", "max_price", (Option("free", value=0.0), Option("low", value="low"))),
)
"""Who, when, how long, how you move, what you like, budget: at most six taps."""


def asked(request: Request, step: Step) -> bool:
    """Whether the request says already what the step would ask."""
    if step.id == "like":
        return bool(request.types or request.rest or _wanted(request))
    return getattr(request, step.key) not in (None, ())


def answered(request: Request, step: Step, option: Option) -> Request:
    """The request with this answer, beside what was said before."""
    if step.id == "like":
        return replace(
            request,
            types=tuple(dict.fromkeys((*request.types, *option.types))),
            themes=tuple(dict.fromkeys((*request.themes, *option.themes))),
        )
    if step.key in {"party", "mobility"}:
        values = (*getattr(request, step.key), str(option.value))
        # The key is one of the two fields named in the line above, both tuples of words.
        return replace(request, **{step.key: tuple(dict.fromkeys(values))})  # type: ignore[arg-type]  # see above
    # The key is a field's name of `Request`, and the value one that its reader gives.
    return replace(request, **{step.key: option.value})  # type: ignore[arg-type]  # see above


def _wanted(request: Request) -> tuple[str, ...]:
    return tuple(theme for theme in request.themes if not theme.startswith("-"))
