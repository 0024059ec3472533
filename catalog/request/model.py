"""What a visitor asked for: thirteen keys, each filled only by a word that says so."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from catalog.model import Kind, TermId

if TYPE_CHECKING:
    from collections.abc import Iterable

HERE = "here"


class Concern(StrEnum):
    """What a person must answer."""

    EMERGENCY = "emergency"
    DESPAIR = "despair"
    VIOLENCE = "violence"
    LOST_PERSON = "lost_person"
    LOST_THING = "lost_thing"
    COMPLAINT = "complaint"
    DESK = "desk"
    INSULT = "insult"


LABELS: Final = frozenset(
    {
        *("plus_beaux_villages", "pavillon_bleu", "accueil_velo", "qualite_tourisme"),
        *("tourisme_handicap", "vignobles_decouvertes", "bistrot_de_pays", "unesco"),
        *("grand_site_occitanie", "natura2000", "ens", "occygene", "carte_avantages"),
        *("grp", "univertrail", "bio"),
    }
)
"""The labels that the thirteen keys may hold."""


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

    `themes`: concepts, `-x` when excluded, `name:Saint-Privat`, `lang:nl`.
    `when`: `day[:part][@HH:MM±]`. day: now, today, tomorrow, +N (in N days), yesterday, mon…sun,
    fri+7 (the Friday a week after the coming one), this_week, next_week, next_week:fri (the
    Friday of it), this_weekend, next_weekend, this_month, next_month, this_year,
    month:MM, year:YYYY, date:MM-DD, date:MM-DD..MM-DD (both days included), season:spring
    |summer|autumn|winter, public_holiday, school_holidays, feast:easter|easter_monday
    |good_friday|ascension|pentecost|whit_monday, any. part: morning, midday, afternoon,
    evening, night. `+` after, `-` before the clock time.
    `where`: a place's name, "here", or several, an origin before its destination.
    `duration`: 45min, 2h, half_day, day, 2d, 3n (nights), weekend.
    `party`: also age:N and n:N (how many come). `max_price`: euros, 0 for free, or "low";
    pounds, dollars and francs count as euros, for no rate is known here, and the screen says
    euros.
    `difficulty`: several when either will do. `lang`: the question's language.
    `rest`: the words that filled no key, in order: search takes them as they are.
    `unplaced`: a place that is named and that nobody here knows, as typed; "" for none.
    `season`: the time of the year that is asked about, where no day is: "open in winter?".
    `renown`: "best" where what everybody should have seen is asked for, "little" where what few
    people know is; "" where neither is said.
    `stars`: how many a bed is to have, None where none are asked for.
    `back`: the hour at which one is to be back, "" for none.
    `towards`: a town that is only driven on to, which is no `where`; "" for none.
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
    difficulty: str | tuple[str, ...] | None = None
    max_km: float | None = None
    labels: tuple[TermId, ...] = ()
    lang: str = "fr"
    concern: Concern | None = None
    rest: str = ""
    unplaced: str = ""
    towards: str = ""
    back: str = ""
    season: str = ""
    renown: str = ""
    stars: int | None = None
    spans: tuple[Span, ...] = ()

    @property
    def moment(self) -> str | None:
        """When it is to be, as `when` tells it: also a time of the year without a day, and the
        weekend of who has one."""
        if self.when is None and self.season:
            return f"season:{self.season}"
        return self.when or ("weekend" if self.duration == "weekend" else None)

    def keys(self) -> dict[str, object]:
        """The thirteen keys, as `kiosk ask --json` prints them: `labels` are those that the
        interface knows, any other is a theme."""
        beside = {"lang", "concern", "rest", "unplaced", "towards", "back"}
        beside |= {"season", "renown", "stars", "spans"}
        others = tuple(label for label in self.labels if label not in LABELS)
        told = replace(
            self,
            themes=tuple(dict.fromkeys((*self.themes, *map(str, others)))),
            labels=tuple(label for label in self.labels if label in LABELS),
        )
        return {
            field.name: _plain(getattr(told, field.name))
            for field in fields(told)
            if field.name not in beside
        }

    def with_spans(self, spans: Iterable[Span]) -> Request:
        """The same request, and the words that say it."""
        return replace(self, spans=tuple(dict.fromkeys(spans)))


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [str(part) for part in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
