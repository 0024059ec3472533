"""Nothing of the developer's machine reaches a test, and no test leaves anything on it."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Generator

settings.register_profile("house", deadline=None, derandomize=True)
settings.load_profile("house")


def pytest_configure(config: pytest.Config) -> None:
    """Homes of our own before anything is imported, and Paris time."""
    home = tempfile.mkdtemp(prefix="kiosk-tests-")
    config.add_cleanup(lambda: shutil.rmtree(home, ignore_errors=True))
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        os.environ[variable] = os.path.join(home, variable.lower())  # noqa: PTH118
    for variable in ("NO_COLOR", "COLORTERM", "TERM_PROGRAM", "TEXTUAL_THEME"):
        os.environ.pop(variable, None)
    os.environ["TZ"] = "Europe/Paris"
    time.tzset()


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is collected stays to the end: no search for garbage walks it, neither while it grows,
    which took a quarter of its time, nor after, which took one of the time of tests of screens."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.set_threshold(20_000, 20, 50)
        gc.enable()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """What a file of tests has loaded for good stays too: it is not walked again at the end of
    every visit that a later file makes."""
    if nextitem is not None and nextitem.path != item.path:
        gc.collect()
        gc.freeze()
