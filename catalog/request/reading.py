"""Reading a question: the longest known phrase at each place, then what they say together.

A place's name, a concept of the vocabulary, or a phrase of asking: each fills its key and
leaves its span; what is left goes to search as it stands. Nothing is inferred.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from catalog.model import LANGUAGES, Kind, TermId
from catalog.request.amounts import Amount, amounts
from catalog.request.model import HERE, Request, Span
from catalog.request.moments import Moment
from catalog.request.tokens import MAX_LETTERS, Token, phrase, tokenise
from catalog.search.function_words import FUNCTION_WORDS
from catalog.vocabulary import concepts, everyday, words
from catalog.vocabulary.asking import Meaning, phrases

if TYPE_CHECKING:
    from catalog.request.places import PlaceNames

_MAX_PHRASE: Final = 6
_TIME: Final = frozenset({"day", "part", "moment", "month"})
_SAID_OF_WHO: Final = frozenset({"party", "mobility"})
_BESIDE_TYPES: Final = frozenset({"amenities", "audience", "labels", "prices", "payment"})
_OF: Final = frozenset({"de", "d", "of", "di", "del"})
"""Between a day and its month: "5 de agosto"."""
_SAY_WHO: Final = {
    "wheelchair_friendly": ("mobility", "wheelchair"),
    "families": ("party", "family"),
    "kids": ("party", "kids"),
    "toddlers": ("party", "toddler"),
    "teens": ("party", "teens"),
    "adults": ("party", "adults"),
    "couples": ("party", "couple"),
    "seniors": ("party", "seniors"),
    "groups": ("party", "group"),
    "schools": ("party", "school"),
}
"""Concepts that, in a question, say who comes rather than what is sought."""
_NEGATION_REACH: Final = 2
"""How many words after "no" it still denies: "no small kids"."""


@dataclass(slots=True)
class _Reading:
    """The keys as they fill, in the order of the words."""

    types: dict[Kind, None] = field(default_factory=dict)
    themes: dict[str, None] = field(default_factory=dict)
    labels: dict[TermId, None] = field(default_factory=dict)
    places: dict[str, None] = field(default_factory=dict)
    lists: dict[str, dict[str, None]] = field(default_factory=dict)
    single: dict[str, str] = field(default_factory=dict)
    moment: Moment = field(default_factory=Moment)
    radius_km: float | None = None
    max_km: float | None = None
    price: float | None = None
    spans: list[Span] = field(default_factory=list)
    languages: Counter[str] = field(default_factory=Counter)
    rest: list[str] = field(default_factory=list)
    denied: int = 0


def read(text: str, places: PlaceNames, *, lang: str | None = None) -> Request:
    """What `text` asks for. `lang` None: told from its words, French when they tell nothing.

    Never raises; at most `MAX_LETTERS` letters are read.
    """
    text = text[:MAX_LETTERS]
    figures = amounts(text)
    tokens = tokenise(text)
    spoken = lang or _language(tokens)
    reading = _Reading()
    _figures(reading, figures)
    at = 0
    while at < len(tokens):
        at += _step(reading, tokens, at, places, spoken, figures)
    _distances(reading, figures)
    where = tuple(reading.places)
    return Request(
        types=tuple(reading.types),
        themes=tuple(reading.themes),
        when=reading.moment.spoken(),
        where=None if not where else where[0] if len(where) == 1 else where,
        radius_km=reading.radius_km,
        duration=reading.single.get("duration"),
        party=tuple(reading.lists.get("party", ())),
        weather=reading.single.get("weather"),
        mobility=tuple(reading.lists.get("mobility", ())),
        max_price=_price(reading),
        difficulty=reading.single.get("difficulty"),
        max_km=reading.max_km,
        labels=tuple(reading.labels),
        lang=spoken,
        rest=" ".join(reading.rest),
        spans=tuple(reading.spans),
    )


def _language(tokens: tuple[Token, ...]) -> str:
    """The language most of whose small and telling words occur; ties keep the house's order."""
    score: Counter[str] = Counter()
    for length in (3, 2, 1):
        for start in range(len(tokens) - length + 1):
            said = phrase(tokens, start, length)
            for meaning in phrases().get(said, ()):
                for lang in meaning.langs:
                    # A word of one language tells more than one of five.
                    score[lang] += length * 12 // len(meaning.langs)
            hits = {lang for _, lang in words().get(said, ())}
            for lang in hits:
                score[lang] += length * 6 // len(hits)
    best = max(LANGUAGES, key=lambda lang: (score[lang], -LANGUAGES.index(lang)))
    return best if score[best] else "fr"


def _step(
    reading: _Reading,
    tokens: tuple[Token, ...],
    at: int,
    places: PlaceNames,
    lang: str,
    figures: list[Amount],
) -> int:
    """Read the longest phrase that starts here; how many words it took."""
    if any(figure.start <= tokens[at].start < figure.end for figure in figures):
        return 1
    for length in range(min(_MAX_PHRASE, len(tokens) - at), 0, -1):
        said = phrase(tokens, at, length)
        span = (tokens[at].start, tokens[at + length - 1].end)
        meaning = _meant(phrases().get(said, ()), lang)
        if meaning is not None:
            _phrase(reading, meaning, span, tokens, at)
            return length
        found = words().get(said, ())
        if said in FUNCTION_WORDS or said in everyday()[lang]:
            # A small word of one language is a thing in another: nl "te", oc "te" (tea).
            found = tuple(hit for hit in found if hit[1] == lang)
        place = places.named(said)
        if place is not None and (not found or length > 1 or _before_place(tokens, at)):
            _place(reading, place, span)
            return length
        if found:
            _concepts(reading, _chosen(found, lang), span)
            return length
    _unknown(reading, tokens, at, places)
    return 1


def _meant(meanings: tuple[Meaning, ...], lang: str) -> Meaning | None:
    """The meaning in the language spoken, else the only one there is."""
    for meaning in meanings:
        if lang in meaning.langs:
            return meaning
    return meanings[0] if len(meanings) == 1 else None


def _chosen(found: tuple[tuple[TermId, str], ...], lang: str) -> tuple[TermId, ...]:
    """The concepts of a word in the language spoken, else in every language that has it."""
    own = tuple(dict.fromkeys(term for term, spoken in found if spoken == lang))
    return own or tuple(dict.fromkeys(term for term, _ in found))


def _phrase(
    reading: _Reading,
    meaning: Meaning,
    span: tuple[int, int],
    tokens: tuple[Token, ...],
    at: int,
) -> None:
    group, value = meaning.group, meaning.value
    if group == "no":
        reading.denied = _NEGATION_REACH + 1
    elif group in _TIME:
        reading.moment.note(group, value)
        if group == "month":
            _day_beside(reading, tokens, at)
        _span(reading, "when", value, span)
    elif group in {"after", "before"}:
        reading.moment.note(group, value)
    elif group == HERE:
        reading.places.setdefault(HERE)
        _span(reading, "where", HERE, span)
    elif group == "place":
        _place(reading, value, span)
    elif group in _SAID_OF_WHO:
        _who(reading, group, value, span)
    elif group not in {"near", "within", "speech"} and reading.denied <= 0:
        reading.single.setdefault(group, value)
        _span(reading, group, value, span)
    if group != "no":
        reading.denied -= 1


def _who(reading: _Reading, group: str, value: str, span: tuple[int, int]) -> None:
    if reading.denied <= 0:
        reading.lists.setdefault(group, {}).setdefault(value)
        _span(reading, group, value, span)


def _day_beside(reading: _Reading, tokens: tuple[Token, ...], at: int) -> None:
    """The day's number before or after a month: "le 14 juillet", "August 5th", "5 de agosto"."""
    before = at - 2 if at > 1 and tokens[at - 1].word in _OF else at - 1
    for index in (before, at + 1):
        if 0 <= index < len(tokens):
            digits = tokens[index].word.rstrip("abcdefghijklmnopqrstuvwxyz")
            if digits.isascii() and digits.isdigit() and 1 <= int(digits) <= 31:
                reading.moment.numbers.append(int(digits))
                return


def _place(reading: _Reading, place: str, span: tuple[int, int]) -> None:
    reading.places.setdefault(place)
    reading.denied = 0
    _span(reading, "where", place, span)


def _concepts(reading: _Reading, found: tuple[TermId, ...], span: tuple[int, int]) -> None:
    known = concepts()
    for term in found:
        concept = known[term]
        if term in _SAY_WHO:
            group, value = _SAY_WHO[term]
            _who(reading, group, value, span)
            continue
        if concept.group == "labels":
            reading.labels.setdefault(term)
            _span(reading, "labels", term, span)
            continue
        if reading.denied > 0:
            reading.themes.setdefault(f"-{term}")
            _span(reading, "themes", f"-{term}", span)
            continue
        if concept.group == "prices":
            continue  # "per head" says how, not what
        if concept.group == "kinds":
            reading.types.setdefault(concept.kinds[0])
            _span(reading, "types", concept.kinds[0], span)
            continue
        reading.themes.setdefault(term)
        if concept.group not in _BESIDE_TYPES and concept.kinds:
            reading.types.setdefault(concept.kinds[0])
        _span(reading, "themes", term, span)
    reading.denied -= 1


def _before_place(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the word before announces a place: "à Penne", "near Penne"."""
    if at == 0:
        return False
    before = tokens[at - 1].word
    return before in FUNCTION_WORDS or any(
        meaning.group == "near" for meaning in phrases().get(before, ())
    )


def _unknown(reading: _Reading, tokens: tuple[Token, ...], at: int, places: PlaceNames) -> None:
    token = tokens[at]
    place = places.resembling(token.word)
    if place is not None:
        _place(reading, place, (token.start, token.end))
    elif token.word not in FUNCTION_WORDS and not token.word.isdigit():
        reading.rest.append(token.word)
        reading.denied -= 1


def _figures(reading: _Reading, figures: list[Amount]) -> None:
    """Figures that fill a key whatever stands around them."""
    for figure in figures:
        span = (figure.start, figure.end)
        value = f"{figure.value:g}" if isinstance(figure.value, (int, float)) else figure.value
        if figure.unit == "date":
            reading.moment.note("day", f"date:{value}")
            _span(reading, "when", f"date:{value}", span)
        elif figure.unit == "clock":
            reading.moment.note("clock", value)
            _span(reading, "when", value, span)
        elif figure.unit == "eur" and reading.price is None:
            reading.price = float(figure.value)
            _span(reading, "max_price", value, span)
        elif figure.unit in {"h", "min"} and "duration" not in reading.single:
            reading.single["duration"] = f"{value}{figure.unit}"
            _span(reading, "duration", reading.single["duration"], span)


def _distances(reading: _Reading, figures: list[Amount]) -> None:
    """Kilometres limit an itinerary when one is asked for, else how far to go."""
    for figure in figures:
        if figure.unit not in {"km", "drive_km"}:
            continue
        km = float(figure.value)
        if figure.unit == "km" and Kind.ITINERARY in reading.types:
            reading.max_km = reading.max_km or km
            _span(reading, "max_km", f"{km:g}", (figure.start, figure.end))
        else:
            reading.radius_km = reading.radius_km or km
            _span(reading, "radius_km", f"{km:g}", (figure.start, figure.end))


def _price(reading: _Reading) -> float | str | None:
    if reading.price is not None:
        return reading.price
    said = reading.single.get("max_price")
    return 0.0 if said == "0" else said


def _span(reading: _Reading, key: str, value: str, span: tuple[int, int]) -> None:
    reading.spans.append(Span(key=key, value=value, start=span[0], end=span[1]))
