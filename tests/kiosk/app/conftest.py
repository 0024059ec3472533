from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.kiosk.app import stock

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small catalogue; nobody writes it."""
    return stock.build(tmp_path_factory.mktemp("kiosk") / "catalogue.sqlite")
