"""One listing: everything the catalogue says of it, and nothing more."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from kiosk.commands import Where, bindings
from kiosk.notice_form import Draft
from kiosk.screens.reading import ReadingPage
from kiosk.widgets.plain import BLANK, lines, plain, state
from kiosk.widgets.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.binding import BindingType

    from kiosk.i18n import Translator
    from kiosk.views import ListingView, Passage


class ListingScreen(ReadingPage, inherit_bindings=False):
    """The listing at the end of the session's trail."""

    WHERE = Where.LISTING
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.LISTING)]
    _shown: ListingView | None = None

    def say(self) -> None:
        """The listing in the session's language; a page that is still the same stays where it
        is scrolled to."""
        id = self.post.session.current
        view = self.post.view(id) if id is not None else None
        if view is None:
            self._shown = None
            self._say_gone()
        elif view != self._shown:
            self._shown = view
            t = self.post.t
            self.query_one(Reader).show(lead(view), main(view, t), side(view, t))

    def forget(self) -> None:
        """Show nobody's page."""
        self._shown = None
        super().forget()

    def step_back(self) -> bool:
        """Back to the listing from which this one was opened."""
        trail = self.post.session.trail
        if trail:
            trail.pop()
        if trail:
            self.refresh_words()
        return bool(trail)

    def labels(self) -> Mapping[str, str | None]:
        """The key that adds also removes."""
        t, session = self.post.t, self.post.session
        labels = dict(super().labels())
        if session.current in session.basket:
            labels["screen.take"] = t._("Remove")
        elif session.full:
            # Translators: the list holds six places at most; shown on the key that adds
            labels["screen.take"] = t._("List full")
        return labels

    def action_take(self) -> None:
        """Take the place, or give it back."""
        session = self.post.session
        if session.current is None:
            return
        session.toggle(session.current)
        if session.current in session.basket:
            self.post.count("taken", session.current)
        self.refresh_words()

    def action_notice(self) -> None:
        """Note what visitors must know of this place."""
        current = self.post.session.current
        if current is not None and self.adviser:
            self.post.draft = Draft(current)
            self.post_message(self.Go(Where.NOTICE))

    def action_nearby(self) -> None:
        """Ask what is near this place."""
        session = self.post.session
        session.text, session.shelf, session.around = "", None, session.current
        self.post_message(self.Go(Where.FIND))

    def _say_gone(self) -> None:
        t, office = self.post.t, self.post.config.office
        self.query_one(Reader).show(
            lines(
                plain(t._("The catalogue has no such place any more."), "bold $accent"),
                plain(t._("Or ask the office: %(phone)s") % {"phone": office.phone}),
            )
        )


def lead(view: ListingView) -> Content:
    """Name, what the office says, kind, state, way, and the first sentence."""
    told, said = state(view.status), view.status.staff
    return lines(
        plain(view.title, "bold $accent"),
        plain(view.local_title, "bold"),  # what the signs say
        told if said else None,
        *(plain(f"! {line}", "bold $closed") for line in view.notices),
        plain(view.kind_line),
        None if said else told,
        plain(view.way),
        _passage(view.summary, above=True),
    )


def side(view: ListingView, t: Translator) -> Content:
    """Facts to look up."""
    return _blocks(
        # Translators: headings on the page of a place
        _section(t._("Dates"), view.dates),
        _section(t._("Hours"), view.hours),
        _section(t._("Prices"), view.prices),
        _section(t._("Access"), view.access),
        _section(t._("Contact"), view.contacts),
        _section(t._("Address"), view.address),
    )


def main(view: ListingView, t: Translator) -> Content:
    """What there is to read, then where it comes from."""
    return _blocks(
        _passage(view.description),
        _section(t._("Good to know"), view.facts),
        _titled(t._("Practical"), _passage(view.practical)),
        _section(t._("Labels"), view.labels),
        lines(
            plain(view.verified, "bold $closed" if view.stale else "$quiet"),
            *(plain(credit, "$quiet") for credit in view.credits),
        ),
    )


def _passage(passage: Passage | None, *, above: bool = False) -> Content | None:
    if passage is None:
        return None
    return lines(
        BLANK if above else None,
        plain(passage.notice, "italic $quiet"),
        plain(passage.text),
    )


def _section(title: str, texts: Iterable[str]) -> Content | None:
    return _titled(title, lines(*map(plain, texts)))


def _titled(title: str, body: Content | None) -> Content | None:
    if body is None or not body.plain:
        return None
    return lines(plain(title, "bold $accent"), body)


def _blocks(*blocks: Content | None) -> Content:
    return Content("\n\n").join(block for block in blocks if block is not None and block.plain)
