"""Keeps `locales/`: extraction to kiosk.pot, one .po a language, and what is missing in them.

The files hold no date, line number or machine path, so that they change only when a sentence
does. Translations are kept by their message; nothing is guessed, so nothing is ever fuzzy.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT: Final = Path(__file__).resolve().parent.parent
LOCALES: Final = ROOT / "locales"
TEMPLATE: Final = LOCALES / "kiosk.pot"
SOURCE_LANGUAGE: Final = "en"
KEYWORDS: Final = {"_": None, "N_": None, "n_": (1, 2), "p_": ((1, "c"), 2)}
PLACEHOLDER: Final = re.compile(r"%\(\w+\)s|%%")


def extract(root: Path = ROOT) -> Catalog:
    """Every marked sentence under `kiosk/`, with the translators' comments above it."""
    catalog = Catalog()
    for path in sorted((root / "kiosk").rglob("*.py")):
        found = extract_from_file(
            "python",
            path,
            keywords=KEYWORDS,
            comment_tags=("Translators:",),
            strip_comment_tags=True,
        )
        for _, message, comments, context in found:
            name = path.relative_to(root).as_posix()
            catalog.add(message, None, [(name, 1)], auto_comments=comments, context=context)
    return catalog


def read(path: Path) -> Catalog:
    """A .po file; an empty catalogue when there is none."""
    if not path.exists():
        return Catalog()
    with path.open("rb") as file:
        return read_po(file)


def updated(template: Catalog, old: Catalog, language: str) -> Catalog:
    """The template's messages with the translations that `old` has for them; the source
    language is its own translation."""
    new = Catalog()
    for message in messages(template):
        known = old.get(message.id, message.context)
        string = known.string if known is not None and not known.fuzzy else None
        if language == SOURCE_LANGUAGE and not filled(string):
            string = message.id
        new.add(
            message.id,
            string,
            message.locations,
            auto_comments=message.auto_comments,
            context=message.context,
        )
    return new


def messages(catalog: Catalog) -> Iterator[Message]:
    """The messages without the header."""
    return (message for message in catalog if message.id)


def rendered(catalog: Catalog, language: str | None) -> bytes:
    """The text of a .pot (no language) or .po file."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=98, omit_header=True, include_lineno=False, sort_by_file=True)
    fields = {
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
    }
    if language is not None:
        fields = {"Language": language, "Plural-Forms": plural_rule(language), **fields}
    header = "".join(f'"{name}: {value}\\n"\n' for name, value in fields.items())
    return f'msgid ""\nmsgstr ""\n{header}\n'.encode() + buffer.getvalue()


def languages() -> list[str]:
    """The languages of languages.toml, in order."""
    return list(_table())


def plural_rule(language: str) -> str:
    """The gettext rule, as languages.toml has it."""
    return str(_table()[language]["plural"])


def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads((LOCALES / "languages.toml").read_text(encoding="utf-8"))


def po_path(language: str) -> Path:
    """Where gettext looks for the language."""
    return LOCALES / language / "LC_MESSAGES" / "kiosk.po"


def faults(catalog: Catalog, language: str) -> Iterator[str]:
    """What a translator still has to do, one sentence a message."""
    count = int(plural_rule(language).partition("nplurals=")[2][0])
    for message in messages(catalog):
        ids, strings = forms(message.id), forms(message.string)
        allowed = [_placeholders(text) for text in ids]
        if not filled(message.string):
            yield f"not translated: {ids[0]!r}"
        elif message.fuzzy:
            yield f"fuzzy: {ids[0]!r}"
        elif message.pluralizable and len(strings) != count:
            yield f"{len(strings)} plural forms instead of {count}: {ids[0]!r}"
        elif any(_placeholders(text) not in allowed for text in strings):
            yield f"other placeholders: {ids[0]!r}"


def forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    """One form, or one for each plural."""
    if text is None:
        return ()
    return (text,) if isinstance(text, str) else tuple(text)


def filled(text: str | Sequence[str] | None) -> bool:
    """Whether no form is missing or empty."""
    found = forms(text)
    return bool(found) and all(found)


def _placeholders(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0 all is translated, 1 something is missing or (--check) out of date."""
    parser = argparse.ArgumentParser(prog="scripts/i18n", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, only report")
    check = parser.parse_args(arguments).check
    template = extract()
    wanting = 0
    wanting += _place(TEMPLATE, rendered(template, None), check=check)
    for language in languages():
        path = po_path(language)
        catalog = updated(template, read(path), language)
        wanting += _place(path, rendered(catalog, language), check=check)
        found = list(faults(catalog, language))
        wanting += len(found)
        total = sum(1 for _ in messages(catalog))
        say(f"{language}: {total - len(found)} of {total} messages")
        for fault in found:
            say(f"  {fault}")
    return 1 if wanting else 0


def say(line: str) -> None:
    """One line of the report."""
    sys.stdout.write(f"{line}\n")


def _place(path: Path, content: bytes, *, check: bool) -> bool:
    """Writes a file that differs; with `check`, only says so."""
    if path.exists() and path.read_bytes() == content:
        return False
    if check:
        say(f"{path.relative_to(ROOT)} is out of date: run scripts/i18n")
        return True
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return False


if __name__ == "__main__":
    sys.exit(main())
