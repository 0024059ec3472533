"""Run something in a child process that is killed at its n-th step towards the disk."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def deaths(work: Callable[[], object]) -> Iterator[int]:
    """Do `work` in children killed (SIGKILL) before their first, second, … `fsync`, `link`,
    `replace`, `unlink`, `write_bytes`; yields after each death. Ends once a child gets through."""
    for step in range(1, 100):
        child = os.fork()
        if child == 0:
            _work_until(step, work)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            assert os.WEXITSTATUS(status) == 0, "the child failed instead of dying"
            return
        yield step
    raise AssertionError("work without end")


def _work_until(step: int, work: Callable[[], object]) -> None:
    left = step

    def dying(call: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*args: Any, **options: Any) -> Any:
            nonlocal left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*args, **options)

        return wrapped

    code = 1
    try:
        os.fsync = dying(os.fsync)
        os.link = dying(os.link)
        Path.replace = dying(Path.replace)  # type: ignore[method-assign]
        Path.unlink = dying(Path.unlink)  # type: ignore[method-assign]
        Path.write_bytes = dying(Path.write_bytes)  # type: ignore[method-assign]
        work()
        code = 0
    finally:
        os._exit(code)
