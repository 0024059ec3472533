"""The slip as one frozen document: finished sentences in the visitor's language, no layout.

`build` is the only maker. Plain text, receipt and sheet lay the same document out and add
neither words nor facts. Nothing in it can name a person: the code at its foot is drawn from
what the slip says, so that the office can find the places again, not the reader.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from catalog.model import ListingId
from catalog.text import clean_held
from catalog.vocabulary import Gesture
from kiosk.present.advice import detour_heading
from kiosk.present.gesture import gesture_line
from kiosk.slip.code import content_code
from kiosk.slip.qr import geo_uri
from kiosk.views import ListingView, Openness, Passage, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kiosk.config import Config
    from kiosk.i18n import Translator

MAX_SUGGESTIONS: Final = 6
"""Places on one slip: what an A5 sheet and a receipt of 25 cm can hold."""

MAX_TITLE: Final = 100
MAX_LINE: Final = 240
MAX_SUMMARY: Final = 320
"""Longest texts in characters; a longer one ends with an ellipsis."""

EMERGENCY: Final = "112"
MAX_INDENT: Final = 8
"""Columns that a line of a planned day is moved in, at most."""


class Role(StrEnum):
    """What a line of a suggestion is about, in the order of the slip."""

    NOTICE = "notice"
    WHY = "why"
    CAUTION = "caution"
    DATES = "dates"
    HOURS = "hours"
    PRICE = "price"
    ACCESS = "access"
    FACT = "fact"
    PRACTICAL = "practical"
    LABEL = "label"
    ADDRESS = "address"
    CONTACT = "contact"


class Detail(IntEnum):
    """How much of each suggestion is said: less when the paper would be too long.

    TITLES ends with the state of each place, CODELESS also drops its QR code, LIST leaves the
    title, the way and the state, close together. The planned day loses its ways from KEY on, the
    one for rain at CODELESS, and goes itself at PLANLESS.
    """

    FULL = 0
    KEY = 1
    BRIEF = 2
    TITLES = 3
    CODELESS = 4
    LIST = 5
    PLANLESS = 6


_ONE_EACH: Final = frozenset({Role.NOTICE, Role.DATES, Role.HOURS, Role.ADDRESS})


@dataclass(frozen=True, slots=True)
class Line:
    """One finished sentence of a suggestion."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One place to go. Title, way and status are always said, whatever the paper."""

    title: str
    title_lang: str
    kind_line: str
    way: str
    status: Status
    summary: Passage | None
    lines: tuple[Line, ...]
    verified: str
    geo: str  # RFC 5870, the payload of its QR code; "" without room or place for one

    def told(self) -> tuple[str, ...]:
        """The lines as laid out: hours and dates one each, short facts of a role on one."""
        grouped: dict[tuple[Role, int], list[str]] = {}
        for index, line in enumerate(self.lines):
            key = (line.role, index if line.role in _ONE_EACH else 0)
            grouped.setdefault(key, []).append(line.text)
        return tuple(" · ".join(texts) for texts in grouped.values())


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One line of a planned day, `indent` columns in: 0 for headings (`heading`) and what holds
    for the whole of it. `time`: the hours before its text, "" for none."""

    indent: int
    text: str
    time: str = ""
    heading: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Headings:
    """The slip's own words, translated; the first five with the colon of the language."""

    question: str
    fallback: str
    on_the_way: str
    warning: str
    gesture: str
    map: str  # above the QR codes
    shortened: str  # said when `detail` is not FULL
    wrong: str  # "Something wrong? Tell the office the code K7Q-42"


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipDocument:
    """Everything a slip says, top to bottom."""

    lang: str
    moment: datetime
    office: str
    post: str
    printed: str
    question: tuple[str, ...]
    suggestions: tuple[Suggestion, ...]
    fallback: Suggestion | None
    on_the_way: Suggestion | None
    plan: tuple[PlanLine, ...]
    warnings: tuple[str, ...]
    gesture: str
    contact: tuple[str, ...]
    emergency: str
    code: str
    credits: tuple[str, ...]
    headings: Headings
    detail: Detail = Detail.FULL

    def everything(self) -> tuple[Suggestion, ...]:
        """The suggestions, then the fallback and the stop on the way where there are any."""
        extra = (self.fallback, self.on_the_way)
        return self.suggestions + tuple(item for item in extra if item is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What an adviser says of one place: why, what to mind, what is practical around; how far
    by the visitor's own means; open or not at the time that was asked for."""

    why: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    practical: str = ""
    way: str = ""
    status: Status | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a question brought beside the places: the words understood, the place for rain (or
    heat, or when it is full: `fallback_heading`), the stop between and what it costs in time,
    what is shut nearby, the planned day as indented lines, the gesture that fits."""

    question: tuple[str, ...] = ()
    beside: Mapping[ListingId, Beside] = field(default_factory=dict)
    fallback: ListingView | None = None
    fallback_heading: str = ""
    on_the_way: ListingView | None = None
    detour: str = ""
    misses: tuple[str, ...] = ()
    plan: tuple[str, ...] = ()
    gesture: Gesture | None = None


def build(
    views: Sequence[ListingView],
    *,
    config: Config,
    t: Translator,
    now: datetime,
    gesture: Gesture | None = None,
    warnings: Sequence[str] = (),
    answer: Answer = Answer(),
) -> SlipDocument:
    """The slip of `views`, in their order, in the language of `t`.

    `warnings` are finished sentences: a closed beach, "this is a demonstration".
    Raises ValueError beyond `MAX_SUGGESTIONS`: the basket refuses the seventh place, so that
    nothing chosen is ever left out in silence.
    """
    if len(views) > MAX_SUGGESTIONS:
        raise ValueError(f"a slip holds {MAX_SUGGESTIONS} places, not {len(views)}")
    shown = [*views, *(view for view in (answer.fallback, answer.on_the_way) if view is not None)]
    code = content_code([view.id for view in shown], lang=t.lang, day=now.date().isoformat())
    return SlipDocument(
        lang=t.lang,
        moment=now,
        office=_tidy(config.office.name, MAX_TITLE),
        post=_tidy(config.post.name, MAX_TITLE),
        # Translators: date and time of the print-out, at the head of the slip
        printed=t._("%(date)s, %(time)s")
        % {"date": t.date(now.date(), "full"), "time": t.time(now)},
        question=_lines(answer.question),
        suggestions=tuple(_suggestion(view, answer.beside.get(view.id)) for view in views),
        fallback=_extra(answer.fallback),
        on_the_way=_extra(answer.on_the_way),
        plan=tuple(_plan(answer.plan)),
        warnings=_lines((*answer.misses, *warnings)),
        gesture=_gesture(answer.gesture or gesture, t.lang),
        contact=_office(config, t),
        # Translators: the European emergency number, at the foot of the slip
        emergency=t._("Emergency: %(number)s") % {"number": EMERGENCY},
        code=code,
        credits=_lines(dict.fromkeys(credit for view in shown for credit in view.credits)),
        headings=_headings(t, code, answer),
    )


def _suggestion(view: ListingView, beside: Beside | None = None) -> Suggestion:
    beside = beside or Beside()
    stated = " ".join((*view.prices, *view.access, *view.facts, *view.labels)).casefold()
    status = beside.status or view.status
    warned = (*view.notices,)
    if view.status.staff and not status.staff:  # of another day than the one asked for
        warned = (view.status.sentence, *warned)
    parts = (
        (Role.NOTICE, (f"! {line}" for line in warned)),
        (Role.WHY, (line for line in beside.why if line.casefold() not in stated)),
        (Role.CAUTION, (f"! {line}" for line in beside.but if line not in warned)),
        (Role.DATES, view.dates),
        (Role.HOURS, view.hours),
        (Role.PRICE, view.prices),
        (Role.ACCESS, view.access),
        (Role.FACT, view.facts),
        (Role.PRACTICAL, (beside.practical,)),
        (Role.LABEL, view.labels),
        (Role.ADDRESS, (", ".join(view.address),)),
        (Role.CONTACT, view.contacts),
    )
    return Suggestion(
        title=_tidy(view.title, MAX_TITLE),
        title_lang=view.title_lang,
        # Signs and passers-by know the French name: it is needed to ask the way.
        kind_line=_tidy(" · ".join(filter(None, (view.local_title, view.kind_line))), MAX_TITLE),
        way=_tidy(beside.way or view.way, MAX_TITLE),
        status=Status(Openness(status.state), _tidy(status.sentence)),
        summary=_passage(view.summary),
        lines=tuple(Line(role, text) for role, texts in parts for text in _lines(texts)),
        verified=_tidy(view.verified),
        geo=_geo(view),
    )


def _extra(view: ListingView | None) -> Suggestion | None:
    return None if view is None else _suggestion(view)


def _geo(view: ListingView) -> str:
    try:
        return geo_uri(view.latitude, view.longitude)
    except ValueError:
        return ""  # a place off the earth is still worth its name and telephone


def _passage(passage: Passage | None) -> Passage | None:
    if passage is None:
        return None
    text = _tidy(passage.text, MAX_SUMMARY)
    return Passage(text, passage.lang, _tidy(passage.notice)) if text else None


def _gesture(gesture: Gesture | None, lang: str) -> str:
    return _tidy(gesture_line(gesture, lang) or gesture_line(gesture, "fr"))


def _office(config: Config, t: Translator) -> tuple[str, ...]:
    office = config.office
    return _lines(
        (
            # Translators: the tourist office's telephone number, at the foot of the slip
            t._("A question? %(phone)s") % {"phone": office.phone} if office.phone else "",
            office.hours,
            office.website,
        )
    )


def _plan(told: Sequence[str]) -> Iterator[PlanLine]:
    """The lines as they were told, two spaces between a time and its text."""
    for line, below in zip_longest(told, told[1:], fillvalue=""):
        time, between, text = line.strip().partition("  ")
        indent = _indent(line)
        yield PlanLine(
            indent,
            _tidy(text if between else line),
            _tidy(time) if between else "",
            heading=not indent and _indent(below) > 0,
        )


def _indent(line: str) -> int:
    return min(len(line) - len(line.lstrip(" ")), MAX_INDENT)


def _headings(t: Translator, code: str, answer: Answer) -> Headings:
    return Headings(
        # Translators: before the words understood from the visitor's question
        question=t._("Your question:"),
        # Translators: heading of the one suggestion that still works when it rains
        fallback=answer.fallback_heading or t._("If it rains:"),
        on_the_way=detour_heading(answer.detour, t),
        # Translators: before a closure or a danger, on the slip
        warning=t._("Please note:"),
        # Translators: before one small ecological gesture, on the slip
        gesture=t._("A gesture that counts:"),
        # Translators: beside QR codes that open each place in the phone's map
        map=t._("Scan to open the place in your phone's map"),
        # Translators: at the foot of a receipt where details were left out; %(code)s: "K7Q-42"
        shortened=t._("Shortened to save paper: ask the office for the full sheet, code %(code)s.")
        % {"code": code},
        # Translators: %(code)s is the code of the slip, such as K7Q-42
        wrong=t._("Something wrong? Tell the office the code %(code)s.") % {"code": code},
    )


def _tidy(text: str, limit: int = MAX_LINE) -> str:
    """On one line, no-break spaces kept."""
    whole = clean_held(text).replace("\n", " ")
    return whole if len(whole) <= limit else whole[: limit - 1].rstrip() + "…"


def _lines(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(tidied for tidied in map(_tidy, texts) if tidied)
