"""The call sheet: what to call about first, to read on a screen or to print and tick.

Plain text of at most 78 columns, so that any printer and any mail takes it.
"""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Any, Final

from catalog.worklist.questions import commune_of, to_confirm, why
from catalog.worklist.spreadsheet import table
from catalog.worklist.telling import phones

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.refresh.wording import Wording
    from catalog.worklist.questions import Question
    from catalog.worklist.tasks import Setting, Task, Worklist

WIDTH: Final = 78
TICK: Final = "[ ]"
BLANK: Final = 40


def call_sheet(
    found: Worklist, setting: Setting, wording: Wording, *, explain: bool = False
) -> str:
    """The sheet; `explain` shows how each priority was made."""
    lines = list(_head(found, setting, wording))
    for number, task in enumerate(found.tasks, start=1):
        lines.append("")
        lines += _task(number, task, wording, explain=explain)
    left = found.total - len(found.tasks)
    if left:
        lines += ["", wording.say("worklist.rest", count=wording.number(left))]
    return "\n".join(lines) + "\n"


def call_table(found: Worklist, wording: Wording) -> str:
    """The same list as CSV, one row a task."""
    columns = (
        *("rank", "priority", "asked", "id", "name", "kind", "commune", "phone", "why"),
        *("confirm", "owner", "answer"),
    )
    return table([wording.say(f"sheet.{name}") for name in columns], _rows(found, wording))


def document(found: Worklist, setting: Setting, wording: Wording) -> dict[str, Any]:
    """The same list for scripts. `unanswered`: what visitors asked in vain, most first."""
    return {
        "date": setting.today.isoformat(),
        "answers": setting.demand.answers,
        "total": found.total,
        "tasks": [_facts(task, wording) for task in found.tasks],
        "unanswered": [
            {"times": each.times, "themes": list(each.themes), "texts": list(each.texts)}
            for each in setting.demand.unanswered
        ],
    }


def _head(found: Worklist, setting: Setting, wording: Wording) -> Iterator[str]:
    title = wording.say("worklist.title", date=wording.day(setting.today))
    yield title
    yield "=" * len(title)
    shown, total = wording.number(len(found.tasks)), wording.number(found.total)
    yield from _wrapped(wording.say("worklist.count", shown=shown, total=total), "", "")
    answers = setting.demand.answers
    asked = (
        wording.say("worklist.asked", count=wording.number(answers))
        if answers
        else wording.say("worklist.not_asked")
    )
    yield from _wrapped(asked, "", "")


def _task(number: int, task: Task, wording: Wording, *, explain: bool) -> Iterator[str]:
    indent = " " * 8
    yield from _wrapped(_name(task, wording), f"{TICK} {number:>2}. ", indent)
    numbers = phones(task.listing.contacts) if task.listing else ()
    phone = " / ".join(numbers) or wording.say("worklist.no_phone")
    yield from _field("phone", phone, wording)
    yield from _field("owner", task.owner, wording)
    # One name for several pairs in doubt is said once.
    reasons = list(dict.fromkeys(why(reason, wording) for reason in task.reasons))
    asked = task.priority.asked - 1
    if asked:
        reasons.insert(0, wording.say("why.asked", count=wording.number(asked)))
    yield from _field("why", " · ".join(reasons), wording)
    if explain:
        priority = task.priority
        parts = {"asked": priority.asked, "age": priority.age, "urgency": priority.urgency}
        told = {name: wording.number(part) for name, part in parts.items()}
        value = wording.number(priority.value)
        yield from _wrapped(wording.say("worklist.explain", value=value, **told), indent, indent)
    for question in to_confirm(task, wording):
        yield from _question(question, wording)
    yield indent + wording.say("worklist.called")


def _name(task: Task, wording: Wording) -> str:
    if task.listing is None:
        return f"{task.name}  ({task.id})" if task.name != task.id else task.id
    kind = wording.say(f"kind.{task.listing.kind}")
    return ", ".join(part for part in (task.name, commune_of(task), kind) if part)


def _field(name: str, value: str, wording: Wording) -> Iterator[str]:
    label = wording.say("letter.because", where=wording.say(f"sheet.{name}"), why=value)
    yield from _wrapped(label, " " * 8, " " * 10)


def _question(question: Question, wording: Wording) -> Iterator[str]:
    present = question.present or (wording.say("letter.unknown"),)
    indent = " " * 14
    yield from _wrapped(question.label, f"{' ' * 8}{TICK} ", " " * 12)
    for place, line in enumerate(present):
        first = f"{wording.say('sheet.present')} " if place == 0 else "  "
        yield from _wrapped(first + line, " " * 12, indent)
    yield f"{' ' * 12}{wording.say('sheet.new')} {'_' * BLANK}"


def _wrapped(text: str, first: str, others: str) -> Iterator[str]:
    lines = wrap(text, WIDTH, initial_indent=first, subsequent_indent=others)
    yield from lines or [first.rstrip()]


def _rows(found: Worklist, wording: Wording) -> Iterator[list[str]]:
    for rank, task in enumerate(found.tasks, start=1):
        listing = task.listing
        asked = [
            wording.say("letter.because", where=one.label, why=_present(one, wording))
            for one in to_confirm(task, wording)
        ]
        yield [
            *(str(rank), str(task.priority.value), str(task.priority.asked - 1), task.id),
            task.name,
            wording.say(f"kind.{listing.kind}") if listing else "",
            commune_of(task),
            " / ".join(phones(listing.contacts)) if listing else "",
            " | ".join(why(reason, wording) for reason in task.reasons),
            " | ".join(asked),
            task.owner,
            "",
        ]


def _present(question: Question, wording: Wording) -> str:
    return " · ".join(question.present) or wording.say("letter.unknown")


def _facts(task: Task, wording: Wording) -> dict[str, Any]:
    listing, priority = task.listing, task.priority
    return {
        "id": task.id,
        "name": task.name,
        "kind": listing.kind.value if listing else None,
        "commune": commune_of(task) or None,
        "phones": list(phones(listing.contacts)) if listing else [],
        "owner": task.owner,
        "priority": {
            "value": priority.value,
            "asked": priority.asked,
            "age": priority.age,
            "urgency": priority.urgency,
        },
        "reasons": [
            {"why": reason.why.value, "text": why(reason, wording)} for reason in task.reasons
        ],
        "confirm": [
            {"field": one.field, "label": one.label, "present": list(one.present)}
            for one in to_confirm(task, wording)
        ],
    }
