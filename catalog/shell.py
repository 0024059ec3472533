"""What both commands are to a shell: their streams, how they end, and with which status.

0 done · 1 nothing found, not fit, or the catalogue cannot serve · 2 wrong use
3 refused by a guard · 4 unreadable · 130 interrupted
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from typing import TYPE_CHECKING, Final, NoReturn

from catalog.errors import HouseError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

DISTRIBUTION: Final = "kiosk-catalog"
INTERRUPTED: Final = 130
"""Ctrl-C, or SIGTERM where a command minds it: 128 and the number of the signal, as shells do."""


class Version(argparse.Action):
    """`--version`: the version that is installed, looked up only when it is asked for."""

    def __init__(self, option_strings: Sequence[str], **_others: object) -> None:
        super().__init__(option_strings, dest=argparse.SUPPRESS, nargs=0, help="say the version")

    def __call__(self, parser: argparse.ArgumentParser, *_others: object) -> NoReturn:
        """Say it and end."""
        from importlib.metadata import PackageNotFoundError, version

        try:
            installed = version(DISTRIBUTION)
        except PackageNotFoundError:
            installed = "from a folder that is not installed"
        sys.stdout.write(f"{parser.prog} {installed}\n")
        parser.exit()


def ended(command: Callable[[], int], told: Callable[[HouseError], str] = str) -> int:
    """Run a command and return its status; `told` says an error of the house to its reader.

    Output is UTF-8 whatever the locale, since a script reads it too; what is no text (half a
    surrogate pair) is written as an escape.
    """
    _open_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = command()
        sys.stdout.flush()
    except SystemExit as stop:  # argparse has said what it had to say
        return stop.code if isinstance(stop.code, int) else 2
    except HouseError as error:
        sys.stderr.write(f"{told(error)}\n")
        return error.exit_code
    except BrokenPipeError:  # the reader (`| head`) has seen enough
        _write_no_more()
        return 0
    except OSError as error:  # stdout on a full disk; files of the house raise HouseError
        _write_no_more()
        sys.stderr.write(f"{error.filename or 'output'}: {error.strerror or error}\n")
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _open_streams() -> None:
    """A stream that whoever started us has closed is one that nobody writes or reads."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 - until we end
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - as above
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - as above


def _write_no_more() -> None:
    """Let Python's own last flush of stdout go nowhere, or it would fail once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
