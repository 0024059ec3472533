"""The registry of actions: key, label, help and mode of everything a person can do.

Key bindings, the bar of keys at the foot of each screen, the help page and the documentation
derive from `COMMANDS`; nothing else binds a key. Keys that belong to a widget by nature
(letters of the search line, arrows of a list) are listed with `bound=False`: explained, never
bound twice.
"""

from __future__ import annotations

from typing import Final

from textual.binding import Binding

from kiosk.command import COUNTER, KEY_CAPS, VISITOR, Command, Mode, Where, cap
from kiosk.i18n import N_

__all__ = ["COMMANDS", "KEY_CAPS", "Command", "Mode", "Where", "bindings", "cap", "on_bar"]

PAGES: Final = (
    Where.FIND,
    Where.CHAT,
    Where.LISTING,
    Where.BASKET,
    Where.SLIP,
    Where.OUTCOME,
    Where.HELP,
)
"""The visitor's pages with a full bar of keys."""

READING: Final = (Where.LISTING, Where.SLIP, Where.HELP)
"""The pages with a text to scroll."""

COMMANDS: Final = (
    Command(
        "app.step_back",
        ("escape", "backspace"),
        # Translators: key: back one page; one short word
        N_("Back"),
        N_("Back one page"),
        where=(*PAGES, Where.LANGUAGE, Where.CONFIRM, Where.NOTICE, Where.NOTICES),
        bar=1,
    ),
    Command(
        "screen.take",
        ("plus", "space"),
        # Translators: key: put this place into my list; one short word
        N_("Add"),
        N_("Put the place into my list, or take it out"),
        where=(Where.LISTING,),
        bar=0,
    ),
    Command(
        "screen.ask",
        ("enter",),
        # Translators: key: ask what was typed; one short word
        N_("Ask"),
        N_("Ask what I typed, or open the marked card"),
        where=(Where.CHAT,),
        modes=VISITOR,
        bar=0,
        bound=False,
    ),
    Command(
        "screen.take",
        ("plus",),
        N_("Add"),
        N_("Put the place into my list, or take it out"),
        where=(Where.CHAT,),
        modes=VISITOR,
        bar=3,
        bound=False,
    ),
    Command(
        "screen.guide",
        ("0",),
        # Translators: key: the kiosk asks six short questions; one or two short words
        N_("Guide me"),
        N_("Six short questions to find what suits me"),
        where=(Where.CHAT,),
        modes=VISITOR,
        bar=4,
        bound=False,
    ),
    Command(
        "app.go('chat')",
        ("f9",),
        # Translators: key: ask in one's own words, be advised; one or two short words
        N_("Advice"),
        N_("Ask in my own words and be advised"),
        where=(Where.FIND, Where.LISTING, Where.HELP),
        modes=VISITOR,
        bar=4,
    ),
    Command(
        "screen.nearby",
        ("n",),
        # Translators: key: what is near this place; one short word
        N_("Nearby"),
        N_("What is near this place"),
        where=(Where.LISTING,),
        bar=4,
    ),
    Command(
        "app.go('slip')",
        ("p",),
        # Translators: key: the slip of paper with the chosen places; one or two short words
        N_("My slip"),
        N_("See my slip, then print it or take it on my phone"),
        where=(Where.BASKET,),
        bar=0,
    ),
    Command(
        "screen.remove",
        ("delete", "minus"),
        # Translators: key: take the marked place out of my list; one short word
        N_("Remove"),
        N_("Take the marked place out of my list"),
        where=(Where.BASKET,),
        bar=2,
    ),
    Command(
        "screen.undo",
        ("u",),
        # Translators: key: put back what was just removed; one short word
        N_("Undo"),
        N_("Put back what I just removed"),
        where=(Where.BASKET, Where.NOTICES),
        bar=3,
    ),
    Command(
        "screen.print",
        ("p",),
        # Translators: key: print the slip; one short word
        N_("Print"),
        N_("Print my slip on paper"),
        where=(Where.SLIP,),
        bar=0,
    ),
    Command(
        "screen.phone",
        ("m",),
        # Translators: key: take the places on a mobile phone by scanning codes; short
        N_("On my phone"),
        N_("Take the places on my phone"),
        where=(Where.SLIP,),
        bar=2,
    ),
    Command(
        "screen.confirm",
        ("enter",),
        # Translators: key: yes, print now; one or two short words
        N_("Yes, print"),
        N_("Print now"),
        where=(Where.CONFIRM,),
        bar=0,
    ),
    Command(
        "screen.next_code",
        ("space", "right"),
        # Translators: key: show the code of the next place; one or two short words
        N_("Next code"),
        N_("Show the code of the next place"),
        where=(Where.OUTCOME,),
        bar=0,
    ),
    Command(
        "app.around",
        ("f4",),
        # Translators: key: places near this kiosk; short
        N_("Around me"),
        N_("What is around me"),
        where=(Where.FIND, Where.HELP),
        modes=VISITOR,
        bar=3,
    ),
    Command(
        "app.go('basket')",
        ("f3",),
        # Translators: key: the places I have chosen; one or two short words
        N_("My list"),
        N_("The places I have chosen"),
        where=(Where.FIND, Where.CHAT, Where.LISTING, Where.HELP),
        modes=VISITOR,
        bar=2,
    ),
    Command(
        "app.go('language')",
        ("f2",),
        # Translators: key: choose another language; one short word
        N_("Language"),
        N_("Another language; my question stays"),
        where=(*PAGES, Where.COUNTER),
        bar=5,
    ),
    Command(
        "app.colours",
        ("f6",),
        # Translators: key: light, dark or high-contrast screen; one short word
        N_("Colours"),
        N_("Light, dark or strong contrast"),
        where=(*PAGES, Where.ATTRACT, Where.COUNTER),
        bar=9,
    ),
    Command(
        "screen.letters",
        ("f7",),
        # Translators: key: shows a keyboard on the touch screen; one short word
        N_("Keyboard"),
        N_("Letters to touch"),
        where=(Where.FIND, Where.CHAT),
        modes=VISITOR,
        bar=6,
    ),
    Command(
        "app.go('help')",
        ("f1",),
        # Translators: key; one short word
        N_("Help"),
        N_("This help"),
        where=(*PAGES, Where.COUNTER),
        bar=8,
    ),
    Command(
        "app.new_visitor",
        ("f5",),
        # Translators: key: forget everything for the next person; short
        N_("New visitor"),
        N_("Start again: everything I asked is forgotten"),
        where=(*PAGES, Where.COUNTER),
        bar=7,
    ),
    Command(
        "screen.open_slip",
        ("f8",),
        N_("My slip"),
        N_("See the slip as it will come out"),
        where=(Where.COUNTER,),
        modes=COUNTER,
        bar=2,
    ),
    Command(
        "screen.print_now",
        ("f9",),
        N_("Print"),
        N_("Print the slip in the visitor's language"),
        where=(Where.COUNTER,),
        modes=COUNTER,
        bar=1,
    ),
    Command(
        "screen.notice",
        ("exclamation_mark",),
        # Translators: key: note a closure or a warning for this place; one short word
        N_("Notice"),
        N_("Note that the place is closed, or a warning"),
        where=(Where.LISTING,),
        modes=COUNTER,
        bar=3,
    ),
    Command(
        "screen.notice",
        ("exclamation_mark",),
        N_("Notice"),
        N_("Note that the marked place is closed, or a warning"),
        where=(Where.COUNTER,),
        modes=COUNTER,
        bound=False,
    ),
    Command(
        "screen.notices",
        ("f7",),
        # Translators: key: the list of the office's notices (closures, warnings); one word
        N_("Notices"),
        N_("The office's notices: change, withdraw"),
        where=(Where.COUNTER,),
        modes=COUNTER,
        bar=3,
    ),
    Command(
        "screen.write",
        ("f9",),
        # Translators: key: keep the notice that was filled in; one short word
        N_("Publish"),
        N_("Keep the notice: visitors read it at once"),
        where=(Where.NOTICE,),
        modes=COUNTER,
        bar=0,
    ),
    Command(
        "screen.change",
        ("enter",),
        # Translators: key: change the marked notice; one short word
        N_("Change"),
        N_("Change the marked notice"),
        where=(Where.NOTICES,),
        modes=COUNTER,
        bar=0,
    ),
    Command(
        "screen.withdraw",
        ("delete", "minus"),
        # Translators: key: take the marked notice back; one short word
        N_("Withdraw"),
        N_("Take the marked notice back"),
        where=(Where.NOTICES,),
        modes=COUNTER,
        bar=2,
    ),
    Command(
        "app.leave",
        ("ctrl+q",),
        # Translators: key: close the program; one short word
        N_("Quit"),
        N_("Close the program"),
        where=(Where.ANYWHERE,),
    ),
    Command(
        "app.nothing",
        ("1", "9"),
        N_("Themes"),
        N_("Choose a theme, with an empty search line"),
        where=(Where.FIND,),
        modes=VISITOR,
        bound=False,
    ),
    Command(
        "app.nothing",
        ("up", "down"),
        N_("Choose"),
        N_("Go through the answers or the text"),
        where=(*PAGES, Where.COUNTER),
        bound=False,
    ),
    Command(
        "app.nothing",
        ("enter",),
        # Translators: key: open the marked place; one short word
        N_("Open"),
        N_("Open the marked answer"),
        where=(Where.FIND, Where.BASKET, Where.COUNTER),
        bound=False,
    ),
    Command(
        "screen.scroll(-1)",
        ("up",),
        N_("Up"),
        N_("Further up"),
        where=READING,
    ),
    Command(
        "screen.scroll(1)",
        ("down",),
        N_("Down"),
        N_("Further down"),
        where=READING,
    ),
    Command(
        "screen.page(-1)",
        ("pageup",),
        N_("Up"),
        N_("A page up"),
        where=READING,
    ),
    Command(
        "screen.page(1)",
        ("pagedown",),
        N_("Down"),
        N_("A page down"),
        where=READING,
    ),
)


def on_bar(where: Where, mode: Mode) -> tuple[Command, ...]:
    """The commands of a screen's bar, those shown first first."""
    found = (c for c in COMMANDS if c.bar is not None and c.stands(where, mode))
    return tuple(sorted(found, key=lambda command: command.bar or 0))


def bindings(where: Where) -> list[Binding]:
    """Textual's bindings for a screen's own actions; `ANYWHERE` for those of the app."""
    found = []
    for command in COMMANDS:
        of_app = command.action.startswith("app.")
        here = of_app if where is Where.ANYWHERE else where in command.where and not of_app
        if command.bound and here:
            found += [
                Binding(key, command.action, command.label, show=False) for key in command.keys
            ]
    return found
