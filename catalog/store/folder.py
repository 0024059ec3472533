"""Where the product keeps its files on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from platformdirs import user_config_path, user_data_path

if TYPE_CHECKING:
    from pathlib import Path

APP_NAME: Final = "kiosk-catalog"
"""The folder name under the platform's own data and configuration folders."""

CATALOGUE_NAME: Final = "catalogue.sqlite"
DESK_NAME: Final = "desk.sqlite"
CONFIG_NAME: Final = "kiosk.toml"


def default_data_dir() -> Path:
    """The data folder when no option names another (`~/.local/share/kiosk-catalog`)."""
    return user_data_path(APP_NAME, appauthor=False)


def default_config_path() -> Path:
    """Where `kiosk.toml` is looked for when no option names one
    (`~/.config/kiosk-catalog/kiosk.toml`)."""
    return user_config_path(APP_NAME, appauthor=False) / CONFIG_NAME


def catalogue_path(data: Path | None, catalogue: Path | None) -> Path:
    """The catalogue that `--data` and `--catalog` choose; `--catalog` is the more precise."""
    return catalogue or (data or default_data_dir()) / CATALOGUE_NAME


def desk_path(data: Path | None) -> Path:
    """The post's own counts and notices. They are the post's, not the catalogue's: `--catalog`
    changes nothing about them."""
    return (data or default_data_dir()) / DESK_NAME
