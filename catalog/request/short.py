"""Short weekdays, short months and ordinals, read only beside another word of a time: "Mi. um
10", "Fr-So", "5 feb", "third of May". Alone they are everyday words, and said to nobody here."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from catalog.model import LANGUAGES
from catalog.request.lexicon import lexicon
from catalog.search.function_words import FUNCTION_WORDS
from catalog.vocabulary.asking import Meaning
from catalog.vocabulary.beside import WEEKDAYS, beside, opening
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.request.tokens import Token

_LAST_DAY: Final = 31
_FEW: Final = 3
_COUNTED: Final = frozenset({"day", "unit"})
_OPENING: Final = frozenset({"quarter", "half_to", "half_after", "hour_named"})
_LEADING: Final = frozenset({"day", "range", "joins", "before", "after", "at_clock"})
_OF: Final = particles("of_month")
_TIMES: Final = frozenset({"part", "part_beside", "moment", "at_clock"})
_MONTHS: Final = frozenset({"month", "month_beside"})
_NTH: Final = frozenset({"nth", "nth_year"})
_WEEKDAY: Final = frozenset(
    {"weekday", "weekday_dated", "weekday_alone", "weekday_announced", "weekday_tied"}
)
_TIES: Final = frozenset("-–—/+&")
_DOTTED: Final = " ."
_HOURS: Final = frozenset({"clock", "am", "pm"})
_FIRST_HOUR: Final = 9
_LONGEST_TIE: Final = 3
_ANNOUNCING: Final = particles("before_a_weekday")
_COMING: Final = particles("behind_a_weekday")
_NO_WEEKDAY: Final = particles("before_no_weekday")


def short_time(
    tokens: Sequence[Token], at: int, lang: str, text: str
) -> tuple[tuple[Meaning, ...], float | None, int] | None:
    """What the token at `at` of `text` says beside the others to who speaks `lang`: meanings of
    the groups `day` and `month_beside`, the number of an ordinal, and how many tokens say it;
    None when it says nothing."""
    if day := _tied(tokens, at, lang, text):
        return (day,), None, 1
    for length in (2, 1):
        word = " ".join(token.word for token in tokens[at : at + length])
        said = beside().get(word)
        if said is None or at + length > len(tokens):
            continue
        known = lang in lexicon().words.get(word, ())
        spoken = [m for m in said if lang in m.langs or not known]
        for meaning in spoken:
            weekday = meaning.group in {"weekday", "weekday_dated"}
            dated = weekday and (
                _dated(tokens, at, parts=meaning.group == "weekday")
                or _at_hour(tokens, at + 1, meaning.langs)
            )
            alone = lang in meaning.langs and _alone(tokens, at, meaning.group)
            if dated or alone or (weekday and _led_on(tokens, at, lang)):
                return (Meaning("day", meaning.value, meaning.langs),), None, length
            if meaning.group == "month" and _numbered(tokens, at):
                return (Meaning("month_beside", meaning.value, meaning.langs),), None, length
            if meaning.group == "nth" and _monthly(tokens, at, length):
                return (), float(meaning.value), length
            if meaning.group in _NTH and (
                int(meaning.value) > _LAST_DAY or _is_birthday(tokens, at + length)
            ):
                return (), float(meaning.value), length
    return None


def _tied(tokens: Sequence[Token], at: int, lang: str, text: str) -> Meaning | None:
    """The weekday that a short one is where another is tied to it: de "Fr-So", nl "za/zo",
    "vr t/m zo", en "Sat & Sun"; first of all in the language spoken."""
    here = _weekdays(tokens[at].word)
    if not here:
        return None
    for step in (1, -1):
        for away in range(1, _LONGEST_TIE + 2):
            near = _token(tokens, at + step * away)
            if near is None:
                break
            there = {lang for day in _weekdays(near.word) for lang in day.langs}
            if there:
                first, last = sorted((at, at + step * away))
                there &= _tie(tokens, first, last, text)
            both = [day for day in here if there.intersection(day.langs)]
            if both:
                return min(both, key=lambda day: lang not in there.intersection(day.langs))
    return None


def _tie(tokens: Sequence[Token], first: int, last: int, text: str) -> frozenset[str]:
    """The languages in which what stands between two words reaches from one to the other, or is
    short for "and": a dash or a stroke does in each."""
    if last == first + 1:
        gap = text[tokens[first].end : tokens[last].start].strip(_DOTTED)
        return frozenset(LANGUAGES) if gap in _TIES else frozenset()
    between = tokens[first + 1 : last]
    entry = lexicon().entries.get(" ".join(token.word for token in between))
    brief = between[-1].end - between[0].start == 1
    said = [m for m in entry.meanings if m.group == "joins"] if entry else []
    return frozenset(lang for m in said if m.value == "to" or brief for lang in m.langs)


@lru_cache(maxsize=2_000)
def _weekdays(word: str) -> tuple[Meaning, ...]:
    """What a word is of the weekdays, short or not."""
    said = [m for m in beside().get(word, ()) if m.group in _WEEKDAY]
    entry = lexicon().entries.get(word)
    said += [m for m in entry.meanings if m.group == "day"] if entry else []
    return tuple(Meaning("day", m.value, m.langs) for m in said if m.value in WEEKDAYS)


def _at_hour(tokens: Sequence[Token], at: int, langs: Sequence[str]) -> bool:
    """Whether a number of an hour stands at `at`, said so in one of these languages: de "So 16
    Uhr", nl "zo 16u", "Mon 4pm". Few hours without "Uhr" are a length: fr "bord de mer 2h"."""
    number, unit = _token(tokens, at), _token(tokens, at + 1)
    if number is None or number.number is None or unit is None:
        return False
    entry = lexicon().entries.get(unit.word)
    hours = _HOURS if number.number < _FIRST_HOUR else _HOURS | {"h"}
    return entry is not None and any(
        m.group == "unit" and m.value in hours and set(langs) & {*m.langs} for m in entry.meanings
    )


def _led_on(tokens: Sequence[Token], at: int, lang: str) -> bool:
    """Whether a short weekday ends what is said behind "on": de "Flohmarkt am So?"."""
    before = _token(tokens, at - 1)
    on = () if before is None else beside().get(before.word, ())
    return at + 1 == len(tokens) and any(
        meaning.group == "on_weekday" and lang in meaning.langs for meaning in on
    )


def written_day(tokens: Sequence[Token], at: int, lang: str) -> int:
    """How many tokens from `at` on are a date in figures; 0 where they are numbers: "2.5 km",
    "4/5 personnes", "24/7"."""
    token = tokens[at]
    if token.number is None:
        return 1
    behind = at + token.tokens
    if "always" in _groups(tokens, at, token.tokens) and not _led_in(tokens, at):
        return 0
    groups = _groups(tokens, behind, 1)
    if "unit" in groups | _groups(tokens, behind, 2):
        return 0
    if token.dashed and (lang != "nl" or not _led_in(tokens, at)):
        return 0
    if token.tokens > 1 and _fraction(tokens, at):
        return 0
    if token.tokens > 1 and "party" in _groups(tokens, behind, 1, lang):
        few = (tokens[at + 1].number or 0) - token.number
        return 0 if 0 < few <= _FEW else token.tokens
    return token.tokens


def _fraction(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is a part of an hour: "3/4 d'heure", es "3/4 de hora"."""
    parts = [n for n in (3, 4, 5) if "number" in _groups(tokens, at, n)]
    return any("unit" in _groups(tokens, at + n, 1) for n in parts)


def _led_in(tokens: Sequence[Token], at: int) -> bool:
    """Whether a small word, a weekday or "until" stands before what may be a date."""
    before = _token(tokens, at - 1)
    if before is None:
        return False
    small = before.word in FUNCTION_WORDS or before.word in opening()
    return small or bool(_LEADING & _groups(tokens, at - 1, 1))


def _groups(tokens: Sequence[Token], at: int, length: int, lang: str = "") -> frozenset[str]:
    """The groups that so many words from `at` on have a meaning in, together; in `lang` only."""
    word = " ".join(token.word for token in tokens[at : at + length])
    entry = lexicon().entries.get(word)
    meanings = entry.meanings if entry else ()
    return frozenset(m.group for m in meanings if not lang or lang in m.langs)


def _token(tokens: Sequence[Token], at: int) -> Token | None:
    return tokens[at] if 0 <= at < len(tokens) else None


def _day_number(token: Token | None) -> bool:
    """Whether it may be the number of a day."""
    if token is None:
        return False
    if any(meaning.group == "nth" for meaning in beside().get(token.word, ())):
        return True
    number = token.number
    if number is None:
        entry = lexicon().entries.get(token.word)
        said = [m.value for m in entry.meanings if m.group == "number"] if entry else []
        number = float(said[0]) if said and said[0] != "1" else None  # an article is no day
    return number is not None and number == int(number) and 1 <= number <= _LAST_DAY


def _is_month(token: Token | None) -> bool:
    if token is None:
        return False
    return bool(_groups([token], 0, 1) & _MONTHS) or any(
        meaning.group == "month" for meaning in beside().get(token.word, ())
    )


def _numbered(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number of a day stands before or behind a short month."""
    before = _token(tokens, at - 1)
    if before is not None and before.word in _OF:
        before = _token(tokens, at - 2)
    behind = _token(tokens, at + 1)
    if "number" in _groups(tokens, at, 1) and (before is None or before.number is None):
        return False  # ca "un quart i cinc de set"
    return _day_number(before) or (
        behind is not None and behind.number is not None and _day_number(behind)
    )


def _monthly(tokens: Sequence[Token], at: int, length: int) -> bool:
    """Whether a month stands behind an ordinal, or before it."""
    behind = at + length
    while behind < len(tokens) and tokens[behind].word in _OF:
        behind += 1
    if _is_month(_token(tokens, behind)):
        return not _groups(tokens, behind + 1, 1) & _COUNTED  # "first August weekend"
    return _is_month(_token(tokens, at - 1))


def _is_birthday(tokens: Sequence[Token], at: int) -> bool:
    """Whether a birthday stands at `at`: "her eightieth birthday"."""
    token = _token(tokens, at)
    entry = lexicon().entries.get(token.word) if token else None
    return entry is not None and any(term == "birthday" for term, _ in entry.terms)


def _alone(tokens: Sequence[Token], at: int, group: str) -> bool:
    """Whether a short weekday needs nothing beside it: ca "dg", it "giov"; or only what announces
    a day: de "am Mo", nl "elke ma", fr "mar prochain"."""
    if group == "weekday_alone":
        return True
    if group != "weekday_announced":
        return False
    before, behind = _token(tokens, at - 1), _token(tokens, at + 1)
    return (before is not None and before.word in _ANNOUNCING) or (
        behind is not None and behind.word in _COMING
    )


def _dated(tokens: Sequence[Token], at: int, *, parts: bool) -> bool:
    """Whether a date or a clock time stands behind a short weekday, or, with `parts`, a part of
    the day or an hour in words."""
    before, behind = _token(tokens, at - 1), _token(tokens, at + 1)
    if before is not None and before.word in _NO_WEEKDAY:
        return False
    if behind is None:
        return False
    if behind.date is not None or (behind.clock is not None and not behind.span):
        return True
    if _day_number(behind) and _is_month(_token(tokens, at + 2)):
        return True
    if not parts:
        return False
    groups = _groups(tokens, at + 1, 1)
    if "at_clock" in groups:
        following = _token(tokens, at + 2)
        opened = bool(_OPENING & _groups(tokens, at + 2, 1))
        return opened or _day_number(following) or bool(following and following.clock)
    return bool(groups & _TIMES)
