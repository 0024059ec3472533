"""Repairs of what databases export as text: markup, entities, and UTF-8 read as Windows-1252.

`tidy` gives plain text that is safe to keep and names what it had to repair, so that the report
can count it. It never changes words, and `[brackets]` are left alone: they are text.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import Final, NamedTuple

from catalog.text import clean, clean_line, single_spaced

MARKUP: Final = "markup_removed"
ENTITIES: Final = "entities_decoded"
MOJIBAKE: Final = "mojibake_repaired"
CONTROLS: Final = "control_characters_removed"
SHORTENED: Final = "text_shortened"

_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]*>|<![a-zA-Z][^<>]*>")
_UNSEEN: Final = re.compile(r"<(script|style|head|title)\b|<(!)--", re.IGNORECASE)
_UNSEEN_END: Final = {
    "!": re.compile("-->"),
    **{
        name: re.compile(rf"</{name}\s*>", re.IGNORECASE)
        for name in ("script", "style", "head", "title")
    },
}
_NEW_LINE: Final = re.compile(r"<(?:br|/p|/div|/h[1-6]|/tr|/ul|/ol)\b[^<>]*>", re.IGNORECASE)
_ITEM: Final = re.compile(r"<li\b[^<>]*>(?:\s*+<(?:p|div)\b[^<>]*>)?\s*+", re.IGNORECASE)
_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_CONTROL: Final = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069]"
)

# A UTF-8 sequence read as Windows-1252 begins with one of Â Ã Å â ï and goes on with what that
# code page makes of the bytes 80–BF. "Âge" and "âne" are no such sequence and stay.
_CONTINUATION: Final = (
    "\\x80-\\xbf\\u20ac\\u201a\\u0192\\u201e\\u2026\\u2020\\u2021\\u02c6\\u2030\\u0160\\u2039\\u0152"
    "\\u017d\\u2018\\u2019\\u201c\\u201d\\u2022\\u2013\\u2014\\u02dc\\u2122\\u0161\\u203a\\u0153\\u017e"
    "\\u0178"
)
_DOUBLE: Final = re.compile(
    f"[ÂÃÅâï](?:(?<=[ÂÃÅ])[{_CONTINUATION}]|(?<=[âï])[€\\x81‚„†‡ˆ‰»¬¼½¿][{_CONTINUATION}])"
)
_ORDINARY: Final = re.compile(r"[\n -%'-;=-~\xa1-\xac\xae-\xc1\xc4\xc6-\xffŒœ’‘“”–—…€•]*+")
"""Nothing but characters that no repair looks at, save spaces and what â and ï may begin."""


class Tidied(NamedTuple):
    """A clean text and the kinds of repair that it needed, in the order they were made."""

    text: str
    repairs: tuple[str, ...] = ()


def tidy(raw: str, *, limit: int, line: bool = False) -> Tidied:
    """Plain text of at most `limit` characters, on one line if `line`."""
    text = raw.replace("\r\n", "\n").replace("\r", "\n") if "\r" in raw else raw
    if len(raw) > limit or not _is_ordinary(text):
        return repair(raw, limit=limit, line=line)
    if "\n" in text:
        if "  " in text or " \n" in text or "\n " in text or "\n\n\n" in text:
            text = single_spaced(text)
        if line:
            text = text.replace("\n", " ").replace("  ", " ")
    elif "  " in text:
        text = single_spaced(text)
    return Tidied(text.strip())


def _is_ordinary(text: str) -> bool:
    """Whether `tidy` has certainly nothing to do but to see to the spaces: true of most texts,
    and quickly seen."""
    return (
        _ORDINARY.fullmatch(text) is not None
        and not ("â" in text and _DOUBLE.search(text))
        and not ("ï" in text and _DOUBLE.search(text))
    )


def repair(raw: str, *, limit: int, line: bool = False) -> Tidied:
    """`tidy` of any text whatever, step by step."""
    repairs: list[str] = []
    most = 1_000 + 8 * limit  # before repairs: markup and entities take room
    text = raw[:most]
    if "&" in text or "<" in text:
        text = _plain(text, repairs)
    repaired = repair_mojibake(text)
    if repaired != text:
        repairs.append(MOJIBAKE)
        text = repaired
    if _CONTROL.search(text):
        repairs.append(CONTROLS)
    text = clean_line(text) if line else clean(text)
    if len(text) > limit or len(raw) > most:
        repairs.append(SHORTENED)
        text = clean(text, limit=limit)
    return Tidied(text, tuple(repairs))


def tidy_line(raw: str, limit: int = 200) -> str:
    """`tidy` on one line, for short values that come again and again: places, credits, labels."""
    if len(raw) > 400:  # not worth a place in the cache
        return tidy(raw, limit=limit, line=True).text
    return _tidy_line(raw, limit)


@lru_cache(maxsize=16_384)
def _tidy_line(raw: str, limit: int) -> str:
    return tidy(raw, limit=limit, line=True).text


def _plain(text: str, repairs: list[str]) -> str:
    """Without tags and entities; twice, because exports escape what was escaped already."""
    for _ in range(2):
        if "<" in text and (_TAG.search(text) or _UNSEEN.search(text)):
            if MARKUP not in repairs:
                repairs.append(MARKUP)
            text = _seen(text)
            text = _ITEM.sub("\n• ", _NEW_LINE.sub("\n", text))
            text = _TAG.sub("", text)
        if "&" in text and _ENTITY.search(text):
            if ENTITIES not in repairs:
                repairs.append(ENTITIES)
            text = html.unescape(text)
    return text


def _seen(text: str) -> str:
    """Without comments, scripts and styles. Reads on from every end that it finds, and looks for
    an end that is missing only once: linear, whatever is written."""
    kept: list[str] = []
    position = 0
    endless: set[str] = set()
    for start in _UNSEEN.finditer(text):
        name = (start[1] or start[2]).lower()
        if start.start() < position or name in endless:
            continue
        end = _UNSEEN_END[name].search(text, start.end())
        if end is None:
            endless.add(name)
            continue
        kept.append(text[position : start.start()])
        position = end.end()
    kept.append(text[position:])
    return "".join(kept)


def repair_mojibake(text: str) -> str:
    """The text with every UTF-8 sequence that was read as Windows-1252 read again as UTF-8.

    Only whole, valid sequences are changed: a text that is half right stays right.
    """
    for _ in range(2):  # read wrongly twice on its way: rare, but seen
        if not _DOUBLE.search(text):
            break
        text = _DOUBLE.sub(_reread, text)
    return text


def _reread(match: re.Match[str]) -> str:
    raw = bytearray()
    for char in match.group():
        try:
            raw += char.encode("cp1252")
        except UnicodeEncodeError:
            raw += char.encode("latin-1", "replace")  # 81 8D 8F 90 9D: undefined in cp1252
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return match.group()
