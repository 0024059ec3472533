"""How each language tells dates and clock times: the wordings that the reading must understand."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from babel.dates import format_date, format_skeleton

if TYPE_CHECKING:
    from collections.abc import Iterator

ON: Final = {
    "fr": "un concert le {}",
    "en": "a concert on {}",
    "de": "ein Konzert am {}",
    "es": "hay un concierto el {}",
    "it": "un concerto il {}",
    "nl": "een concert op {}",
    "oc": "i a un concèrt lo {}",
    "ca": "hi ha un concert el {}",
}
STYLES: Final = ("short", "medium", "long", "full")
SKELETONS: Final = ("MMMd", "MMMMd", "MMMEd", "Md", "MEd")
LEAP_YEAR: Final = [date(2028, 1, 1) + timedelta(days=n) for n in range(366)]

_LOCALES: Final = {"en": "en_GB"}
_HOURS: Final = {
    "fr": "une deux trois quatre cinq six sept huit neuf dix onze douze",
    "en": "one two three four five six seven eight nine ten eleven twelve",
    "de": "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "es": "una dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "it": "una due tre quattro cinque sei sette otto nove dieci undici dodici",
    "nl": "een twee drie vier vijf zes zeven acht negen tien elf twaalf",
    "oc": "una doas tres quatre cinc sièis sèt uèch nòu dètz onze dotze",
    "ca": "una dues tres quatre cinc sis set vuit nou deu onze dotze",
}
_MINUTES: Final = {
    "fr": {5: "cinq", 10: "dix", 20: "vingt", 25: "vingt-cinq"},
    "en": {5: "five", 10: "ten", 20: "twenty", 25: "twenty-five"},
    "de": {5: "fünf", 10: "zehn", 20: "zwanzig"},
    "es": {5: "cinco", 10: "diez", 20: "veinte", 25: "veinticinco"},
    "it": {5: "cinque", 10: "dieci", 20: "venti", 25: "venticinque"},
    "nl": {5: "vijf", 10: "tien"},
    "oc": {5: "cinc", 10: "dètz", 20: "vint", 25: "vint-e-cinc"},
    "ca": {5: "cinc", 10: "deu", 20: "vint", 25: "vint-i-cinc"},
}
PART: Final = {
    "fr": (" du matin", " de l'après-midi", " du soir"),
    "en": (" in the morning", " in the afternoon", " in the evening"),
    "de": (" morgens", " nachmittags", " abends"),
    "es": (" de la mañana", " de la tarde", " de la noche"),
    "it": (" del mattino", " del pomeriggio", " di sera"),
    "nl": (" 's ochtends", " 's middags", " 's avonds"),
    "oc": (" del matin", " de l'aprèp-miègjorn", " del ser"),
    "ca": (" del matí", " de la tarda", " del vespre"),
}
"""Behind a clock time: that it is one of the morning, the afternoon, the evening."""


def dates(lang: str, day: date) -> Iterator[str]:
    """A day as Babel writes it, in every style."""
    locale = _LOCALES.get(lang, lang)
    for style in STYLES:
        yield format_date(day, style, locale=locale)


def short_dates(lang: str, day: date) -> Iterator[str]:
    """A day without its year, with its weekday or without."""
    for skeleton in SKELETONS:
        if not (lang == "nl" and skeleton == "Md"):  # "1-7" alone may be any two numbers
            yield format_skeleton(skeleton, day, locale=_LOCALES.get(lang, lang))


def shown(lang: str, hour: int, minute: int) -> Iterator[str]:
    """A clock time in figures, as a sentence of its language writes it."""
    plural = "la" if hour == 1 else "las" if lang in {"es", "oc"} else "les"
    if lang == "fr":
        yield f"à {hour}:{minute:02}"
        if hour > 6:  # "à 1h30" may be a way to go
            yield f"à {hour}h{minute:02}"
            yield f"à {hour} h {minute:02}"
    elif lang == "en":
        half = "am" if hour < 12 else "pm"
        yield f"at {hour % 12 or 12}:{minute:02}{half}"
        yield f"at {hour % 12 or 12}.{minute:02} {half}"
    elif lang == "de":
        yield f"um {hour}.{minute:02} Uhr"
        yield f"um {hour}:{minute:02}"
    elif lang == "it":
        yield f"alle {hour}:{minute:02}"
    elif lang == "nl":
        yield f"om {hour}.{minute:02} uur"
        yield f"om {hour:02}:{minute:02}"
    elif lang in {"es", "ca"}:
        yield f"a {plural} {hour:02}:{minute:02}"
        yield f"a {plural} {hour}.{minute:02} h"
    else:
        yield f"a {plural} {hour:02}:{minute:02}"


def said(lang: str, hour: int, minute: int) -> Iterator[str]:
    """A clock time in words, by the clock of twelve hours, with what announces it."""
    full, after = _HOURS[lang].split(), hour % 12
    this, following = full[(hour - 1) % 12], full[after]
    if lang == "fr":
        yield from ("à " + told for told in _french(hour, minute, this, following))
    elif lang == "en":
        yield from ("at " + told for told in _english(minute, this, following))
    elif lang in {"de", "nl"}:
        yield from ("um " + told for told in _german(minute, this, following) if lang == "de")
        yield from ("om " + told for told in _dutch(minute, this, following) if lang == "nl")
    else:
        yield from _southern(lang, minute, this, following)


def _french(hour: int, minute: int, this: str, following: str) -> Iterator[str]:
    def hours(name: str) -> str:
        return f"{name} heure{'' if name == 'une' else 's'}"

    small = _MINUTES["fr"]
    past = {0: "", 15: " et quart", 30: " et demie"} | {n: f" {w}" for n, w in small.items()}
    if minute in past:
        yield hours(this) + past[minute]
    left = {15: "le quart"} | small
    if 60 - minute in left:
        yield f"{hours(following)} moins {left[60 - minute]}"


def _english(minute: int, this: str, following: str) -> Iterator[str]:
    small = {15: "quarter"} | _MINUTES["en"]
    if minute == 0:
        yield f"{this} o'clock"
    elif minute == 30:
        yield f"half past {this}"
        yield f"half {this}"
        yield f"{this} thirty"
    elif minute < 30:
        yield f"{small[minute]} past {this}"
    else:
        yield f"{small[60 - minute]} to {following}"


def _german(minute: int, this: str, following: str) -> Iterator[str]:
    small = {15: "Viertel"} | _MINUTES["de"]
    if minute == 0:
        yield "ein Uhr" if this == "eins" else f"{this} Uhr"
    elif minute == 30:
        yield f"halb {following}"
    elif minute in {25, 35}:
        yield f"fünf {'vor' if minute == 25 else 'nach'} halb {following}"
    elif minute < 30:
        yield f"{small[minute]} nach {this}"
    else:
        yield f"{small[60 - minute]} vor {following}"
    if minute in {15, 45}:
        yield f"{'viertel' if minute == 15 else 'dreiviertel'} {following}"


def _dutch(minute: int, this: str, following: str) -> Iterator[str]:
    small = {15: "kwart"} | _MINUTES["nl"]
    if minute == 0:
        yield f"{this} uur"
    elif minute == 30:
        yield f"half {following}"
    elif 15 < minute < 45:
        yield f"{small[abs(30 - minute)]} {'voor' if minute < 30 else 'over'} half {following}"
    elif minute < 30:
        yield f"{small[minute]} over {this}"
    else:
        yield f"{small[60 - minute]} voor {following}"


def _southern(lang: str, minute: int, this: str, following: str) -> Iterator[str]:
    """Italian, Spanish, Occitan, Catalan: the minutes stand behind the hour."""
    joined = {"es": "y", "it": "e", "oc": "e", "ca": "i"}[lang]
    less = {"es": "menos", "it": "meno", "oc": "mens", "ca": "menys"}[lang]
    quarter = {"es": "cuarto", "it": "un quarto", "oc": "quart", "ca": "quart"}[lang]
    half = {"es": "media", "it": "mezza", "oc": "mièja", "ca": "mitja"}[lang]
    past = {0: "", 15: f" {joined} {quarter}", 30: f" {joined} {half}"}
    past |= {number: f" {joined} {word}" for number, word in _MINUTES[lang].items()}
    if minute in past:
        yield _at(lang, this) + past[minute]
    left = {15: quarter if lang != "oc" else "lo quart"} | _MINUTES[lang]
    if 60 - minute in left:
        yield f"{_at(lang, following)} {less} {left[60 - minute]}"
    quarters = {15: "un quart", 30: "dos quarts", 45: "tres quarts", 35: "dos quarts i cinc"}
    if lang == "ca" and minute in quarters:
        of = "d'" if following[0] in "uo" else "de "
        yield f"a {quarters[minute]} {of}{following}"


def _at(lang: str, hour: str) -> str:
    one = hour == "una"
    if lang == "it":
        return "all'una" if one else f"alle {hour}"
    plural = "les" if lang == "ca" else "las"
    return f"a {'la' if one else plural} {hour}"
