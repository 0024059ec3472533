"""Where the product keeps its files on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from platformdirs import user_data_path

if TYPE_CHECKING:
    from pathlib import Path

APP_NAME: Final = "kiosk-catalog"
"""The folder name under the platform's own data and configuration folders."""

CATALOGUE_NAME: Final = "catalogue.sqlite"


def default_data_dir() -> Path:
    """The data folder when no option names another (`~/.local/share/kiosk-catalog`)."""
    return user_data_path(APP_NAME, appauthor=False)


def catalogue_path(data: Path | None, catalogue: Path | None) -> Path:
    """The catalogue that `--data` and `--catalog` choose; `--catalog` is the more precise."""
    return catalogue or (data or default_data_dir()) / CATALOGUE_NAME
