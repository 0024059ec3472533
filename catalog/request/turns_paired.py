"""Two questions about those shown in one breath: "is it open on Sunday and are there toilets?"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from catalog.request.turns_asked import ask
from catalog.request.turns_heard import Heard, read_left
from catalog.request.turns_model import Act
from catalog.request.turns_words import IS, MAX_WORDS, take_apart
from catalog.vocabulary.turns import turn_phrases

if TYPE_CHECKING:
    from catalog.request.turns_model import Turn


def ask_both(heard: Heard) -> Turn | None:
    """A question whose two halves, on either side of an "and", ask for two fields."""
    if not heard.past.shown or "and" not in heard.saying.found.get("join", ()):
        return None
    tokens, text = heard.saying.tokens, heard.text
    if len(tokens) > MAX_WORDS:
        return None
    for token in tokens[1:-1]:
        if not _joins(text[token.start : token.end], token.word, heard.saying.spoken):
            continue
        mark = "?" if "?" in text else ""
        first = _half(heard, text[: token.start].rstrip(" ,?") + mark)
        second = _half(heard, text[token.end :]) if first is not None else None
        if first is None or second is None or first.field == second.field:
            continue
        return replace(
            first,
            besides=(second.field,) if second.field else (),
            target=first.target or second.target,
            when=first.when or second.when,
            by=first.by or second.by,
        )
    return None


def _joins(typed: str, word: str, spoken: str) -> bool:
    return typed.casefold() != IS and any(
        (meaning.group, meaning.value) == ("join", "and") and spoken in meaning.langs
        for meaning in turn_phrases().get(word, ())
    )


def _half(heard: Heard, text: str) -> Turn | None:
    """What one half asks for."""
    saying = take_apart(text, heard.places, prior=heard.saying.spoken)
    said = read_left(saying, heard.places, heard.today)
    found = ask(replace(heard, text=text, saying=saying, said=said))
    return found if found is not None and found.act is Act.ASK else None
