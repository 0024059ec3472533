"""Opening hours in one cell: OpenStreetMap's notation, the house's, or plain words.

    Tu-Su 10:00-12:30,14:00-18:00; PH off                 opening_hours as it stands
    04-01..10-31 Tu-Su 10:00-18:00                        days as in a house file
    du 1er avril au 31 octobre : mar-dim 9h30-12h et 14h-18h, fermé lundi

Words are put into OpenStreetMap's notation, which `catalog.hours` reads exactly or not at all. A
cell in which one word is not understood is not read at all: half of it could mean the contrary.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from catalog.hours import NotHeld, periods
from catalog.hours.expression import MONTHS
from catalog.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalog.model import Period

LONGEST: Final = 1_000

_DAYS: Final = {
    "Mo": "lundi lundis lun monday mondays montag lunes lunedi maandag diluns dilluns",
    "Tu": "mardi mardis mar tuesday tuesdays dienstag martes martedi dinsdag dimars dimarts",
    "We": "mercredi mercredis mer wednesday wednesdays mittwoch miercoles mercoledi woensdag"
    " dimecres",
    "Th": "jeudi jeudis jeu thursday thursdays donnerstag jueves giovedi donderdag dijous",
    "Fr": "vendredi vendredis ven friday fridays freitag viernes venerdi vrijdag divendres",
    "Sa": "samedi samedis sam saturday saturdays samstag sabado sabato zaterdag dissabte",
    "Su": "dimanche dimanches dim sunday sundays sonntag domingo domenica zondag dimenge diumenge",
}
_MONTH_WORDS: Final = (
    *("janvier janv jan january", "fevrier fevr fev feb february", "mars march", "avril avr april"),
    *("mai may", "juin june jun", "juillet juil july jul", "aout aug august"),
    *("septembre sept sep september", "octobre oct october", "novembre nov november"),
    "decembre dec december",
)
_FILLERS: Final = "du de des le les la l from the on ouvert open ouverture"
_PLAIN: Final = {
    **{word: day for day, names in _DAYS.items() for word in names.split()},
    **{day.lower(): day for day in (*_DAYS, "PH", "SH")},
    **{
        word: month
        for month, names in zip(MONTHS, _MONTH_WORDS, strict=True)
        for word in names.split()
    },
    "ferme": "off",
    "fermee": "off",
    "fermeture": "off",
    "closed": "off",
    "off": "off",
    "au": "-",
    "a": "-",
    "to": "-",
    "jusqu": "-",
    "et": ",",
    "and": ",",
    **dict.fromkeys(_FILLERS.split(), ""),
}
_PHRASES: Final = (
    (re.compile(r"\b(?:tous les jours|tlj|every day|daily|7j ?/ ?7|7/7)\b", re.I), "Mo-Su"),
    (re.compile(r"\b(?:24 ?h ?(?:/|sur) ?24|24/7|24/24)\b", re.I), "00:00-24:00"),
    (re.compile(r"\b(?:et )?jours? fériés?\b|\bpublic holidays?\b", re.I), ",PH"),
    (re.compile(r"\bvacances scolaires\b|\bschool holidays?\b", re.I), "SH"),
    (re.compile(r"(\d{1,2})er\b", re.I), r"\1"),
    (re.compile(r"\bmidi\b", re.I), "12:00"),
    (re.compile(r"\bminuit\b", re.I), "24:00"),
)
_TOKEN: Final = re.compile(
    r"(?P<iso>(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d))"
    r"|(?P<slashed>(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:/(?P<year>\d{4}))?)"
    r"|(?P<house>(?P<hm>\d\d)-(?P<hd>\d\d)(?=\.\.|\s+[A-Z]|$)|(?<=\.\.)(?P<lm>\d\d)-(?P<ld>\d\d))"
    r"|(?P<clock>(?P<hour>\d{1,2})(?: ?h(?: ?(?P<past>[0-5]\d)(?! ?[h:\d]))?|:(?P<minute>[0-5]\d)))"
    r"|(?P<number>\d{1,2}\b)"
    r"|(?P<to>\.\.|-|–|—|→)"
    r"|(?P<also>[,&/+])"
    r"|(?P<rule>[;\n])"
    r"|(?P<skip>[\s:.'’()]+)"
    r"|(?P<word>[^\W\d_]+)",
    re.IGNORECASE,
)
_KINDS: Final = (
    *("iso", "slashed", "house", "clock", "number", "to", "also", "rule", "skip", "word"),
)
_SIGNS: Final = {"to": "-", "also": ",", "rule": ";"}
_MARCH_OR_TUESDAY: Final = re.compile(r"(?<![\w])mar\.?(?![\w])", re.IGNORECASE)
_OTHER_DAYS: Final = re.compile(
    r"\b(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|Jan|Feb|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b"
)


class Unclear(ValueError):
    """Hours that are not understood in full."""


@lru_cache(maxsize=4_096)  # the rows of a table repeat each other's hours
def openings_of(text: str) -> tuple[Period, ...]:
    """The periods that a cell says. Raises Unclear.

    "mar" alone is March in one notation and Tuesday in French: it is not read.
    """
    if len(text) > LONGEST:
        raise Unclear(text)
    doubtful = _MARCH_OR_TUESDAY.search(text) and not _OTHER_DAYS.search(text)
    if not doubtful:
        try:
            return periods(text)
        except NotHeld:
            pass
    translated = in_notation(text)
    if doubtful and not re.search(r"\b(?:Mo|We|Th|Fr|Sa|Su)\b", translated):
        raise Unclear(text)
    try:
        found = periods(translated)
    except NotHeld:
        raise Unclear(text) from None
    if not found:
        raise Unclear(text)
    return found


def in_notation(text: str) -> str:
    """Words and house days in OpenStreetMap's notation. What follows adds to what stands before
    ("lun 9h-12h ; lun 14h-18h" is both), but public holidays with hours of their own have only
    these ("lun-sam 8h-19h ; dim et fériés 9h-12h"), as people mean it. Raises Unclear."""
    for pattern, instead in _PHRASES:
        text = pattern.sub(instead, text)
    rules = list(_rules(_dated(_tokens(text)), text))
    opens = [rule for rule in rules if not rule.endswith("off")]
    closures = [rule for rule in rules if rule.endswith("off")]
    groups = [opens]
    if len(opens) > 1:
        groups = [[_on(rule, holidays=which) for rule in opens] for which in (False, True)]
    told = (", ".join(filter(None, group)) for group in groups)
    return "; ".join(filter(None, [*told, *closures]))


def _on(rule: str, *, holidays: bool) -> str:
    """A rule for its public holidays only, or for its other days only; "" for none."""
    words = rule.split(" ")
    place = next((at for at, word in enumerate(words) if _PUBLIC in word.split(",")), None)
    if place is None:
        return "" if holidays else rule
    days = [day for day in words[place].split(",") if (day == _PUBLIC) == holidays]
    return " ".join([*words[:place], ",".join(days), *words[place + 1 :]]) if days else ""


_PUBLIC: Final = "PH"
_Token = tuple[str, str]


def _tokens(text: str) -> Iterator[_Token]:
    """(what it is, how it is written): clock, date, day, off, "-", ",", ";"."""
    position = 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            raise Unclear(text)
        position = match.end()
        kind = next(name for name in _KINDS if match[name] is not None)
        if kind == "word":
            yield from _word(match["word"], text)
        elif kind == "number":
            yield "number", f"{int(match['number']):02}"
        elif kind == "clock":
            yield "clock", f"{int(match['hour']):02}:{match['minute'] or match['past'] or '00'}"
        elif kind in ("iso", "slashed", "house"):
            yield "date", _date(match, text)
        elif kind in _SIGNS:
            yield _SIGNS[kind], _SIGNS[kind]


def _date(match: re.Match[str], text: str) -> str:
    year = match["y"] or match["year"]
    month = int(match["m"] or match["month"] or match["hm"] or match["lm"])
    day = int(match["d"] or match["day"] or match["hd"] or match["ld"])
    if not 1 <= month <= 12:
        raise Unclear(text)
    return f"{f'{year} ' if year else ''}{MONTHS[month - 1]} {day:02}"


def _word(word: str, text: str) -> Iterator[_Token]:
    written = _PLAIN.get(fold(word))
    if written is None:
        raise Unclear(text)
    if written in ("-", ","):
        yield written, written
    elif written == "off":
        yield "off", "off"
    elif written in MONTHS:
        yield "month", written
    elif written:
        yield "day", written


def _dated(tokens: Iterable[_Token]) -> Iterator[_Token]:
    """With "15 juin" as one date, and a month alone as one too."""
    number = ""
    for kind, written in tokens:
        if number and kind != "month":
            raise Unclear(number)
        if kind == "number":
            number = written
        elif kind == "month":
            yield "date", f"{written} {number}".strip()
            number = ""
        else:
            yield kind, written
    if number:
        raise Unclear(number)


def _rules(tokens: Iterable[_Token], text: str) -> Iterator[str]:
    """The rules: days, then hours or a closure; "fermé lundi" closes the days that follow."""
    days: list[_Token] = []
    hours: list[_Token] = []
    closed = False
    for token in (*tokens, (";", ";")):
        kind = token[0]
        ends = kind == ";" or (kind in ("date", "day", "off") and bool(hours))
        if ends and (days or hours or closed):
            yield _rule(days, hours, closed, text)
            days, hours, closed = [], [], False
        if kind == "off":
            if days:
                yield _rule(days, [], True, text)
                days = []
            else:
                closed = True
        elif kind == "clock" or (kind in "-," and hours):
            hours.append(token)
        elif kind in ("date", "day") or (kind in "-," and days):
            days.append(token)
        elif kind == "-":  # "jusqu'au 31 octobre"
            raise Unclear(text)


def _rule(days: list[_Token], hours: list[_Token], closed: bool, text: str) -> str:
    if closed == bool(hours):
        raise Unclear(text)
    said = (_selector(days, text), "off" if closed else _spans(hours, text))
    return " ".join(part for part in said if part)


def _selector(tokens: list[_Token], text: str) -> str:
    """Dates, then weekdays."""
    written, before, between = "", "", ""
    for kind, word in tokens:
        if kind in "-,":
            between += kind
            continue
        if len(set(between)) > 1 or (kind, before) == ("date", "day") or between == "--":
            raise Unclear(text)
        if kind != before:
            if between.startswith("-"):
                raise Unclear(text)
            written += f" {word}"
        elif not between and kind == "date":
            raise Unclear(text)
        else:
            written += f"{between[:1] or ','}{word}"
        before, between = kind, ""
    if between.startswith("-"):
        raise Unclear(text)
    return written.strip()


def _spans(tokens: list[_Token], text: str) -> str:
    """ "09:00-12:00,14:00-18:00"; a lone hour is a beginning without a known end."""
    spans: list[str] = []
    open_span = False
    for kind, word in tokens:
        if kind == "-":
            if open_span or not spans or "-" in spans[-1]:
                raise Unclear(text)
            open_span = True
        elif kind == "clock":
            if open_span:
                spans[-1] += f"-{word}"
            else:
                spans.append(word)
            open_span = False
    if open_span:
        raise Unclear(text)
    return ",".join(span if "-" in span else f"{span}+" for span in spans)
