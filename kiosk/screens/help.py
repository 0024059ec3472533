"""What every key does: made from the registry, so that it cannot be wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.content import Content

from kiosk.commands import COMMANDS, Where, bindings, cap
from kiosk.screens.reading import ReadingPage
from kiosk.widgets.plain import BLANK, lines, plain
from kiosk.widgets.reader import Reader

if TYPE_CHECKING:
    from textual.binding import BindingType

    from kiosk.commands import Command
    from kiosk.i18n import Translator


class HelpScreen(ReadingPage, inherit_bindings=False):
    """Keys and their meaning, then the office."""

    WHERE = Where.HELP
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.HELP)]

    def say(self) -> None:
        """All commands of this mode."""
        post, t = self.post, self.post.t
        shown = [
            command
            for command in COMMANDS
            if post.setting.mode in command.modes
            and not (command.action == "app.leave" and post.setting.locked)
            and (not self.adviser or {Where.COUNTER, Where.ANYWHERE} & set(command.where))
        ]
        caps = {id(command): caps_of(command, t) for command in shown}
        room = max(cell_len(text) for text in caps.values())
        rows = dict.fromkeys(
            (caps[id(command)].ljust(room), t._(command.help)) for command in shown
        )
        office = post.config.office
        self.query_one(Reader).show(
            lines(
                plain(t._("Help"), "bold $accent"),
                *(
                    Content.assemble((keys, "bold $accent"), "  ", plain(text))
                    for keys, text in rows
                ),
                BLANK,
                plain(t._("Everything can also be touched or clicked.")),
                # Translators: what the kiosk keeps; all of it, in one or two short sentences
                plain(
                    t._(
                        "Nothing that tells who you are is kept: counts, copies of slips for"
                        " 7 days, and known words of questions without an answer for 30 days."
                    )
                ),
                plain(t._("Questions? Call us: %(phone)s") % {"phone": office.phone}, "bold"),
                plain(office.hours),
            )
        )


def caps_of(command: Command, t: Translator) -> str:
    """The keys of a command as they are written on a keyboard."""
    return " ".join(dict.fromkeys(t._(cap(key)) for key in command.keys))
