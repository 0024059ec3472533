"""What a visitor asked for: thirteen keys, each filled only by a word that says so."""

from __future__ import annotations

from dataclasses import dataclass, fields

from catalog.model import Kind, TermId

HERE = "here"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The words of the question that filled a key: `text[start:end]`."""

    key: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A read question. None and () mean "not said".

    `themes`: concepts, `-x` when excluded. `when`: `day[:part][@HH:MM±]` with day among now,
    today, tomorrow, +2, yesterday, mon…sun, this_week, this_weekend, month:MM, date:MM-DD, any.
    `where`: a place's name, "here", or several. `duration`: 45min, 2h, half_day, day, 2d, weekend.
    `max_price`: euros, 0 for free, or "low". `lang`: the question's language. `rest`: the words
    that filled no key, in order: search takes them as they are.
    """

    types: tuple[Kind, ...] = ()
    themes: tuple[str, ...] = ()
    when: str | None = None
    where: str | tuple[str, ...] | None = None
    radius_km: float | None = None
    duration: str | None = None
    party: tuple[str, ...] = ()
    weather: str | None = None
    mobility: tuple[str, ...] = ()
    max_price: float | str | None = None
    difficulty: str | None = None
    max_km: float | None = None
    labels: tuple[TermId, ...] = ()
    lang: str = "fr"
    rest: str = ""
    spans: tuple[Span, ...] = ()

    def keys(self) -> dict[str, object]:
        """The thirteen keys, as `kiosk ask --json` prints them."""
        beside = {"lang", "rest", "spans"}
        return {
            field.name: _plain(getattr(self, field.name))
            for field in fields(self)
            if field.name not in beside
        }


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [str(part) for part in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
