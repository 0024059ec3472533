"""`--batch`: JSON lines in, one JSON line out for each, in order, whatever stands in them."""

from __future__ import annotations

import gc
import json
from math import isfinite
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING, Any, Final, NoReturn

from catalog.errors import HouseError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import BinaryIO, TextIO

MAX_LINE: Final = 1 << 20
"""Bytes of one question; a longer line is answered with an error and not kept in memory."""


class BadLine(ValueError):
    """A line that cannot be answered; the message says why, for the `error` of its answer."""


def answer_lines(
    questions: BinaryIO,
    answers: TextIO,
    answer: Callable[[Mapping[str, Any]], Mapping[str, Any]],
) -> None:
    """Answer each line with `{"id": …, **answer(question)}`, or `{"id": …, "error": …}`.

    `answer` may raise BadLine or any HouseError; any other error costs its own line
    only. Each answer is flushed, so that whoever asks may wait for it before asking again.
    """
    gc.freeze()  # what is loaded now is not walked again between two questions
    for line in _lines(questions):
        name: object = None
        try:
            question = _parse(line)
            name = _name(question)
            reply: Mapping[str, Any] = answer(question)
        except BadLine as bad:
            reply = {"error": str(bad)}
        except HouseError as error:
            reply = {"error": error.message}
        except Exception as fault:  # noqa: BLE001 - the lines after it are somebody's too
            reply = {"error": f"this line could not be answered: {_broken(fault)}"}
        answers.write(_document({"id": name, **reply}) + "\n")
        answers.flush()


def _broken(fault: Exception) -> str:
    """Of a fault of ours what its repair needs, "OverflowError in schedule.py:187"; its message
    may be made of what was asked."""
    last = extract_tb(fault.__traceback__)[-1]
    return f"{type(fault).__name__} in {Path(last.filename).name}:{last.lineno}"


def field(question: Mapping[str, Any], name: str, kind: type[Any], default: object = None) -> Any:
    """A field of a question, or `default` where it is absent or null. Raises BadLine when it is
    of another type, or is absent and there is no default."""
    value = question.get(name)
    if value is None:
        if default is None:
            raise BadLine(f"field {name!r} is missing")
        return default
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise BadLine(f"field {name!r} must be a {_TYPE_NAMES[kind]}")
    return value


_TYPE_NAMES: Final = {str: "string", bool: "true or false", int: "whole number", float: "number"}


def _document(reply: Mapping[str, Any]) -> str:
    document = json.dumps(reply, ensure_ascii=False, allow_nan=False)
    try:
        document.encode()
    except UnicodeEncodeError:  # half a surrogate pair is said back as it was asked: escaped
        return json.dumps(reply, allow_nan=False)
    return document


def _lines(questions: BinaryIO) -> Iterator[bytes | None]:
    """The lines; None for one longer than MAX_LINE."""
    while line := questions.readline(MAX_LINE + 1):
        if len(line) <= MAX_LINE or line.endswith(b"\n"):
            yield line
            continue
        while (more := questions.readline(MAX_LINE)) and not more.endswith(b"\n"):
            pass
        yield None


def _parse(line: bytes | None) -> Mapping[str, Any]:
    if line is None:
        raise BadLine(f"the line is longer than {MAX_LINE} bytes")
    try:
        question = json.loads(line.decode("utf-8"), parse_constant=_no_constant)
    except RecursionError:
        raise BadLine("the line is nested too deeply") from None
    except ValueError as error:
        raise BadLine(f"the line is not JSON: {error}") from None
    if not isinstance(question, dict):
        raise BadLine("the line is not a JSON object")
    return question


def _name(question: Mapping[str, Any]) -> str | int | float | None:
    """The question's id, to be said back."""
    name = question.get("id")
    if name is None or isinstance(name, str | int):
        return name
    if isinstance(name, float) and isfinite(name):
        return name
    raise BadLine("field 'id' must be a string or a number")


def _no_constant(name: str) -> NoReturn:
    raise BadLine(f"the line is not JSON: {name} is no JSON number")
