"""The update questionnaire of one office or business: its records, what the catalogue says of
each, and room for what is true now. As text to print or mail, and as a table."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Final

from catalog.text import clean_line, words
from catalog.worklist.questions import commune_of, questionnaire, why
from catalog.worklist.sheet import BLANK, TICK, WIDTH
from catalog.worklist.spreadsheet import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from catalog.refresh.wording import Wording
    from catalog.worklist.tasks import Task

_COLUMNS: Final = ("id", "name", "commune", "question", "present", "new")
_SLUG: Final = 60


def as_text(owner: str, tasks: Sequence[Task], today: date, wording: Wording) -> str:
    """The questionnaire to print or mail."""
    return "\n".join(_text(owner, tasks, today, wording)) + "\n"


def as_table(tasks: Iterable[Task], wording: Wording) -> str:
    """The questionnaire as CSV, one row a question."""
    return table([wording.say(f"sheet.{name}") for name in _COLUMNS], _rows(tasks, wording))


def file_names(owners: Iterable[str]) -> dict[str, str]:
    """A name of file for each owner, without ending: letters, digits and hyphens, each once
    whatever the case of letters means to the disk."""
    taken: set[str] = set()
    names = {}
    for owner in owners:
        slug = "-".join(words(owner)).encode("ascii", "ignore").decode()[:_SLUG].strip("-")
        name = base = f"questionnaire-{slug or 'x'}"
        number = 1
        while name in taken:
            number += 1
            name = f"{base}-{number}"
        taken.add(name)
        names[owner] = name
    return names


def _text(owner: str, tasks: Sequence[Task], today: date, wording: Wording) -> Iterator[str]:
    yield from wrap(wording.say("questionnaire.title", owner=clean_line(owner)), WIDTH)
    yield "=" * WIDTH
    yield wording.say("questionnaire.date", date=wording.day(today))
    yield from wrap(wording.say("questionnaire.how"), WIDTH)
    for number, task in enumerate(tasks, start=1):
        yield ""
        yield from wrap(f"{number}. {_name(task)}  ({task.id})", WIDTH, subsequent_indent="   ")
        told = " · ".join(why(reason, wording) for reason in task.reasons)
        reasons = wording.say("letter.because", where=wording.say("sheet.why"), why=told)
        yield from wrap(reasons, WIDTH, initial_indent="   ", subsequent_indent="     ")
        for question in questionnaire(task, wording):
            yield from wrap(
                question.label, WIDTH, initial_indent="   - ", subsequent_indent="     "
            )
            present = question.present or (wording.say("letter.unknown"),)
            for line in present:
                yield from wrap(
                    f"{wording.say('sheet.present')} {clean_line(line)}",
                    WIDTH,
                    initial_indent="     ",
                    subsequent_indent="       ",
                )
            if question.present:
                yield f"     {TICK} {wording.say('questionnaire.right')}"
            yield f"     {TICK} {wording.say('sheet.new')} {'_' * BLANK}"


def _rows(tasks: Iterable[Task], wording: Wording) -> Iterator[list[str]]:
    for task in tasks:
        for question in questionnaire(task, wording):
            present = " | ".join(question.present)
            yield [task.id, task.name, commune_of(task), question.label, present, ""]


def _name(task: Task) -> str:
    return ", ".join(part for part in (task.name, commune_of(task)) if part)
