"""Which counts a report of the staff is made of."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from catalog.store.folder import desk_path

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from catalog.refresh.wording import Wording


def desks(options: Namespace, wording: Wording) -> list[Path]:
    """The desks that --desk names, else that of the data folder; where it has none, the staff is
    told how to name some."""
    if options.desk:
        return list(options.desk)
    own = desk_path(options.data)
    if own.is_file():
        return [own]
    print(wording.say("worklist.no_desk"), file=sys.stderr)
    return []
