"""`catalog mapping`: the mapping proposed for a table, as TOML with a remark on every line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from catalog.errors import Unreadable
from catalog.refresh.wording import Wording
from catalog.sources.candidate import Candidate
from catalog.sources.spreadsheet.mapping import beside, named_columns
from catalog.sources.spreadsheet.meaning import known_words
from catalog.sources.spreadsheet.reader import AnySheet, open_sheet, proposal_for
from catalog.text import clean_line

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator
    from pathlib import Path

    from catalog.sources.spreadsheet.proposal import Proposal

_REMARK = 44
"""The column at which remarks begin, where the line leaves room."""


def mapping(options: Namespace) -> int:
    """Print the mapping proposed for a table. Raises Unreadable for what is no table."""
    sheet = _sheet(options.file)
    for line in _document(sheet, Wording(options.lang)):
        print(line)
    return 0


def _sheet(path: Path) -> AnySheet:
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):  # it might never end
            raise Unreadable("this is not a file", where=str(path), remedy="Check the name.")
        candidate = Candidate(path)
        sheet = None if candidate.is_folder else open_sheet(candidate, None)
        candidate.close()
    except OSError as error:
        raise Unreadable(
            f"the file cannot be read ({error.strerror or error})",
            where=str(path),
            remedy="Check the name.",
        ) from None
    if sheet is None:
        raise Unreadable(
            "this is not a table (CSV or XLSX)",
            where=str(path),
            remedy="The first line must name the columns, with a comma, a semicolon or a tab "
            "between.",
        )
    return sheet


def _document(sheet: AnySheet, wording: Wording) -> Iterator[str]:
    proposal = proposal_for(sheet)
    own = f"{sheet.path.stem}.mapping.toml"
    yield f"# {wording.say('mapping.head', table=clean_line(sheet.path.name), file=own)}"
    existing = beside(sheet.path)
    if existing is not None and existing.stat().st_size:  # `> FILE` makes it, empty, before us
        yield f"# {wording.say('mapping.exists', file=clean_line(existing.name))}"
    yield ""
    yield "[source]"
    yield _line('name = "sheet"', wording.say("mapping.source"))
    for key in ("creator", "licence"):
        yield _line(f'# {key} = "…"', wording.say(f"mapping.{key}"))
    yield ""
    yield "[table]"
    yield _line("to_verify = false", wording.say("mapping.to_verify"))
    yield ""
    yield from _columns(proposal, wording)
    yield from _kinds(sheet, proposal, wording)
    yield ""
    yield "[every_row]"
    yield _line('# kind = "toilets"', wording.say("mapping.kind"))


def _columns(proposal: Proposal, wording: Wording) -> Iterator[str]:
    yield "[columns]"
    named = named_columns(proposal.mapping)
    for field in dict.fromkeys(field for field, _ in named):
        titles = [title for name, title in named if name == field]
        written = [_quoted(title) for title in titles]
        value = written[0] if len(written) == 1 else f"[{', '.join(written)}]"
        example = proposal.examples[titles[0]]
        yield _line(f"{field} = {value}", wording.say("mapping.example", example=example))
    for missing in proposal.missing:
        for field in missing.split(", "):
            yield _line(f'# {field} = "…"', wording.say("mapping.missing"))
    for doubt in proposal.doubts:
        remark = wording.say("mapping.doubt", example=doubt.example)
        yield _line(f"# {doubt.field} = {_quoted(doubt.column)}", remark)
    for column in proposal.unused:
        yield _line(f"# … = {_quoted(column)}", wording.say("mapping.unused"))


def _kinds(sheet: AnySheet, proposal: Proposal, wording: Wording) -> Iterator[str]:
    """The words of the column of kinds, with what the vocabulary makes of them."""
    title = proposal.mapping.columns.kind
    if title is None:
        return
    found = known_words(row.cells[title] for row in sheet.rows() if title in row.cells)
    yield ""
    yield "[kinds]"
    for word, term in found.items():
        if term is None:
            yield _line(f'# {_quoted(word)} = "…"', wording.say("mapping.kind_missing"))
        else:
            yield f"{_quoted(word)} = {_quoted(term)}"


def _quoted(text: str) -> str:
    """A TOML basic string: JSON writes the same escapes, and titles hold no control characters."""
    return json.dumps(text, ensure_ascii=False)


def _line(entry: str, remark: str) -> str:
    return f"{entry.ljust(_REMARK)} # {remark}" if remark else entry
