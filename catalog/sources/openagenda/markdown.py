"""Markdown, as contributors write it, to plain text: CommonMark's commonest marks taken out.

Links stay readable, "the programme (https://…)". Every pattern is linear: none can look twice at
what it has refused.
"""

from __future__ import annotations

import re
from typing import Final

_ADDRESS: Final = r"(?:https?://|www\.|mailto:)[^\s<>()\[\]\"]{1,900}"
_LINK: Final = re.compile(
    rf"!?\[([^\[\]]{{0,500}})\]\(\s*<?({_ADDRESS})>?(?:\s+\"[^\"]{{0,200}}\")?\s*\)"
)
_IN_ANGLES: Final = re.compile(rf"<({_ADDRESS}|[\w.+-]{{1,64}}@[\w.-]{{1,190}})>")
_ANCHOR: Final = re.compile(
    rf"<a\s[^<>]{{0,500}}?href\s*=\s*[\"']?({_ADDRESS})[^<>]{{0,500}}>([^<>]{{0,500}})</a>",
    re.IGNORECASE,
)
_HEADING: Final = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+|[ \t]+#{1,6}[ \t]*$", re.MULTILINE)
_UNDERLINE: Final = re.compile(r"^[ \t]{0,3}(?:={3,}|-{3,}|\*{3,}|_{3,})[ \t]*$", re.MULTILINE)
_ITEM: Final = re.compile(r"^[ \t]{0,8}[*+-][ \t]+", re.MULTILINE)
_QUOTE: Final = re.compile(r"^[ \t]{0,3}(?:>[ \t]?){1,5}", re.MULTILINE)
_STRONG: Final = re.compile(r"\*{2,3}|(?<!\w)_{2,3}(?=\S)|(?<=\S)_{2,3}(?!\w)|~~|`{1,3}")
_EMPHASIS: Final = re.compile(
    r"(?<![\w*\\])\*(?=[^\s*])([^*\n]{1,500})(?<=[^\s*\\])\*(?![\w*])"
    r"|(?<![\w_\\])_(?=[^\s_])([^_\n]{1,500})(?<=[^\s_\\])_(?![\w_])"
)
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_HARD_BREAK: Final = re.compile(r"\\$", re.MULTILINE)


def plain(markdown: str) -> str:
    """The text without its marks, lists with bullets, addresses after the words they stand on."""
    text = _ANCHOR.sub(lambda found: _link(found[2], found[1]), markdown)
    text = _LINK.sub(lambda found: _link(found[1], found[2]), text)
    text = _IN_ANGLES.sub(r"\1", text)
    text = _UNDERLINE.sub("", text)
    text = _QUOTE.sub("", _HEADING.sub("", text))
    text = _ITEM.sub("• ", text)
    text = _STRONG.sub("", text)
    text = _EMPHASIS.sub(lambda found: found[1] or found[2], text)
    return _ESCAPED.sub(r"\1", _HARD_BREAK.sub("", text))


def _link(words: str, address: str) -> str:
    shown = address.removeprefix("mailto:")
    return shown if words.strip() in ("", shown, address) else f"{words.strip()} ({shown})"
