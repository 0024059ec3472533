"""The errors of the house, drawn once.

    HouseError                     every error that a person is meant to read
    ├── WrongUse          exit 2   the command line or kiosk.toml is not what we accept
    ├── Refused           exit 3   a guard said no; nothing was changed
    ├── Unreadable        exit 4   the input cannot be read; nothing was changed
    │   └── UnknownFormat          no reader knows it: perhaps it is no source at all
    └── CatalogueError    exit 1   the catalogue cannot serve
        ├── CatalogueMissing       there is no file
        ├── CatalogueForeign       it is not one of our catalogues, or of another version
        └── CatalogueDamaged       it is ours, but broken

Messages are English sentences for logs and the terminal of the staff; what visitors read is
said by `kiosk`, in their language. `where` names file, record and field as far as known;
`remedy` is the way out.
"""

from __future__ import annotations

from typing import ClassVar


class HouseError(Exception):
    """Base of every error that is shown: one sentence, where it happened, what to do."""

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        head = f"{self.where}: {self.message}" if self.where else self.message
        return f"{head}\n  → {self.remedy}" if self.remedy else head


class WrongUse(HouseError):
    """The command or the configuration is wrong; nothing was done."""

    exit_code = 2


class Refused(HouseError):
    """A guard stopped the work; nothing was changed."""

    exit_code = 3


class Unreadable(HouseError):
    """An input cannot be read as what it claims to be; nothing was changed."""

    exit_code = 4


class UnknownFormat(Unreadable):
    """No reader recognises the file: whole, perhaps, but nothing that we read."""


class CatalogueError(HouseError):
    """The catalogue file cannot serve."""


class CatalogueMissing(CatalogueError):
    """There is no catalogue file."""


class CatalogueForeign(CatalogueError):
    """The file is not a catalogue of this product, or is of a version it cannot read."""


class CatalogueDamaged(CatalogueError):
    """The file is a catalogue, but SQLite or its checks call it broken."""
