"""The place where the product stands: its configuration, its visitor, its catalogue, its counts.

One `Post` serves all screens. It holds no widget and writes no sentence; what it does to the
outside (printer, outbox, desk.sqlite) comes back as a value or is logged, never raised.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

from catalog.errors import CatalogueError, HouseError
from catalog.geo import Point
from catalog.journal import by_listing
from catalog.model import LANGUAGES, ListingId
from catalog.store.meta import STALE_DAYS
from catalog.vocabulary import gesture_for
from kiosk.asker import Asker
from kiosk.board import Board, Desk
from kiosk.commands import Mode
from kiosk.config import Config
from kiosk.faults import wordless
from kiosk.forgetting import Forgetting
from kiosk.guide import Answer as Answers
from kiosk.guide import Asking, Guide, Question
from kiosk.i18n import translator
from kiosk.present.words import Words
from kiosk.session import Session
from kiosk.slip.document import Answer, build

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from concurrent.futures import Future
    from datetime import date, datetime

    from catalog.advice import Adviser
    from catalog.journal import Notice
    from catalog.journal.desk import Channel, Outcome
    from catalog.model import Kind
    from kiosk.conversation import Reply
    from kiosk.counsel import Counsel
    from kiosk.guide import Row
    from kiosk.i18n import Translator
    from kiosk.notice_form import Draft
    from kiosk.slip.document import SlipDocument
    from kiosk.views import ListingView

T = TypeVar("T")

LOG: Final = logging.getLogger(__name__)


class Journal(Desk, Protocol):
    """What a post counts with and keeps its notices in: `catalog.journal.Desk`, or nothing."""

    def count_visitor(
        self, *, post: str, channel: Channel, lang: str | None, at: datetime
    ) -> None: ...

    def count_answer(
        self,
        *,
        post: str,
        listing: ListingId,
        kind: Kind,
        outcome: Outcome,
        lang: str | None,
        at: datetime,
    ) -> None: ...

    def count_demand(
        self,
        *,
        post: str,
        channel: Channel,
        lang: str | None,
        slots: Iterable[str],
        proposals: int,
        at: datetime,
    ) -> None: ...

    def keep_unanswered(
        self,
        *,
        post: str,
        lang: str | None,
        text: str,
        kinds: Iterable[str],
        themes: Iterable[str],
        at: datetime,
    ) -> None: ...

    def forget(self, today: date) -> None: ...

    def answers(self, first: date, last: date, outcome: Outcome) -> tuple[tuple[str, int], ...]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What does not change while the post runs.

    `screen_lang`: the screen's language before a visitor chooses one. `locked`: nobody leaves
    the app from its keyboard.
    """

    config: Config
    mode: Mode
    catalogue: Path
    origin: Point
    screen_lang: str = "fr"
    locked: bool = True
    console: bool = False


class Post:
    """The setting, and what changes: the session and the open catalogue (or its trouble)."""

    def __init__(
        self, setting: Setting, *, clock: Callable[[], datetime], journal: Journal | None = None
    ) -> None:
        self.setting = setting
        self.config = setting.config
        self.session = Session()
        self.clock = clock
        self.guide: Guide | None = None
        self.trouble: CatalogueError | None = None
        self._counsel: Counsel | None = None
        self._journal = journal
        self.forgetting = Forgetting(self.config.outbox, journal)
        self.board = Board(journal)
        self.draft: Draft | None = None
        """The notice that an adviser fills in."""

    # -- the catalogue

    def open(self) -> None:
        """Open the catalogue, or note why it cannot serve."""
        self.close()
        try:
            self.guide = Guide.open(self.setting.catalogue)
            self.trouble = None
        except CatalogueError as error:
            self.give_up(error)

    def close(self) -> None:
        """Let go of the catalogue."""
        if self._counsel is not None:
            self._counsel.close()
            self._counsel = None
        if self.guide is not None:
            self.guide.close()
            self.guide = None

    def give_up(self, error: CatalogueError) -> None:
        """The catalogue broke while it served: close it, keep the reason for the staff."""
        LOG.error("%s", error)
        self.close()
        self.trouble = error

    def renew(self) -> bool:
        """Open the catalogue again if the file was replaced, or if it could not serve before.

        Called between two visitors only. Whether anything changed.
        """
        before = self.trouble
        if self.guide is not None and not self.guide.catalogue.changed_on_disk():
            return False
        if self.guide is None and not self.setting.catalogue.exists():
            return False
        self.open()
        return self.guide is not None or type(self.trouble) is not type(before)

    @property
    def age_days(self) -> int | None:
        """Days since the catalogue was built, None without one."""
        if self.guide is None:
            return None
        return self.guide.catalogue.meta.days_old(self.clock().date())

    @property
    def stale(self) -> bool:
        """Whether the catalogue is older than an adviser should trust: the banner turns red."""
        return (self.age_days or 0) > STALE_DAYS

    @property
    def demonstration(self) -> bool:
        """Whether the catalogue is the demonstration one."""
        return self.guide is not None and self.guide.catalogue.meta.demonstration

    # -- words

    @property
    def t(self) -> Translator:
        """The language of the screen."""
        return translator(self.session.lang or self.setting.screen_lang)

    @property
    def slip_t(self) -> Translator:
        """The language of the slip: the visitor's."""
        return translator(self.session.spoken or self.session.lang or self.setting.screen_lang)

    # -- answers

    def asking(self, t: Translator | None = None) -> Asking:
        """The screen's language, or `t`; the present moment; the post's place."""
        now = self.clock()
        return Asking(
            t or self.t, now, self.setting.origin, by_listing(self.board.notices(now.date()))
        )

    def answer(self) -> Answers | None:
        """The answer to the session's question; None without a catalogue."""
        session = self.session
        question = Question(session.text, session.shelf, session.around)
        return self._served(
            lambda guide: guide.answer(question, self.asking()), Answers(question, ())
        )

    def view(self, id: ListingId) -> ListingView | None:
        """One listing in the screen's language; None when the catalogue cannot say it."""
        return self._served(_viewing(id, self.asking()), None)

    def basket(self, t: Translator | None = None) -> tuple[ListingView, ...]:
        """The chosen listings, in the language of the screen or in `t`."""
        asking = self.asking(t)
        views = [self._served(_viewing(id, asking), None) for id in self.session.basket]
        return tuple(view for view in views if view is not None)

    def notice_rows(self, notices: Iterable[Notice]) -> tuple[Row, ...]:
        """What the office says, a row for each notice; () when the catalogue cannot say."""
        return self._served(lambda guide: guide.notice_rows(notices, self.asking()), ()) or ()

    def help_rows(self, t: Translator) -> tuple[Row, ...]:
        """The nearest toilets, then the nearest office; () when the catalogue cannot say."""
        return self._served(lambda guide: guide.nearest_help(self.asking(t)), ()) or ()

    def _served(self, work: Callable[[Guide], T], otherwise: T) -> T | None:
        """What the catalogue says, None when it cannot serve; `otherwise` where our own code
        stumbles over one question or listing, which must not end the post."""
        if self.guide is None:
            return None
        try:
            return work(self.guide)
        except CatalogueError as error:
            self.give_up(error)
            return None
        except Exception as error:  # noqa: BLE001 - see above
            LOG.error("not answered: %s", wordless(error))  # noqa: TRY400 - no message
            return otherwise

    def document(self) -> SlipDocument | None:
        """The slip of the basket in the visitor's language; None when it is empty."""
        t = self.slip_t
        views = self.basket(t)
        if not views or self.guide is None:
            return None
        now = self.clock()
        listings = self.guide.listings(view.id for view in views)
        warnings = []
        if self.demonstration:
            # Translators: on slips and screens of the demonstration post
            warnings.append(t._("This is a demonstration catalogue; check before you set off."))
        return build(
            views,
            config=self.config,
            t=t,
            now=now,
            gesture=gesture_for(listings, month=now.month, seed=views[0].id),
            warnings=warnings,
            answer=self._advised(t, now),
        )

    def _advised(self, t: Translator, now: datetime) -> Answer:
        """What the adviser said of the places on the slip, in the words of the slip."""
        session = self.session
        reply = session.reply
        if reply is None:
            return Answer()
        from kiosk.slip.advised import answer_of

        def told(guide: Guide) -> Answer:
            words = Words(t, guide.catalogue.thesaurus)
            return answer_of(session.advised, reply, session.basket, words=words, now=now)

        return self._served(told, None) or Answer()

    def advise(self, work: Callable[[Adviser], Reply]) -> Future[Reply]:
        """Ask the adviser, who knows the staff's notices of today and what was shown today: what
        was shown often gives way to its equals. The future may hold a CatalogueError, and no other
        error: see `unbroken`."""
        from kiosk.unbroken import unbroken

        shown: dict[ListingId, int] = {}
        today = self.clock().date()
        if self._journal is not None:
            try:
                counts = self._journal.answers(today, today, "shown")
                shown = {ListingId(id): count for id, count in counts}
            except HouseError as error:
                LOG.warning("the desk is not read: %s", error)
        work = unbroken(work, self.session.reply, self.asker())
        return self.counsel.ask(work, notices=self.board.notices(today), shown=shown)

    @property
    def counsel(self) -> Counsel:
        """The adviser of this catalogue, made when it is first asked."""
        if self._counsel is None:
            from kiosk.counsel import Counsel

            self._counsel = Counsel(self.setting.catalogue)
        return self._counsel

    def asker(self, t: Translator | None = None) -> Asker:
        """Who asks the adviser: the screen's language or `t`, the moment, the place, the office."""
        office = self.config.office
        return Asker(
            t=t or self.t,
            now=self.clock(),
            origin=self.setting.origin,
            phone=office.phone,
            hours=office.hours,
            offered=self.config.post.languages,
        )

    # -- counts

    def count_visitor(self) -> None:
        """Count the visitor, once a session."""
        if self._journal is None or self.session.counted:
            return
        self.session.counted = True
        try:
            self._journal.count_visitor(
                post=self.config.post.name,
                channel=self._channel,
                lang=self.session.spoken or self.session.lang,
                at=self.clock(),
            )
        except HouseError as error:
            LOG.warning("not counted: %s", error)

    def count(self, outcome: Outcome, *ids: ListingId) -> None:
        """Count listings shown, taken or printed; the visitor first if not yet counted."""
        if self._journal is None or self.guide is None:
            return
        self.count_visitor()
        try:
            for id, kind in self.guide.kinds(ids).items():
                self._journal.count_answer(
                    post=self.config.post.name,
                    listing=id,
                    kind=kind,
                    outcome=outcome,
                    lang=self.session.spoken or self.session.lang,
                    at=self.clock(),
                )
        except HouseError as error:
            LOG.warning("not counted: %s", error)

    def count_question(self, reply: Reply) -> None:
        """Count what a question wanted, never its words; keep it, scrubbed, if it found nothing."""
        advice = reply.advice
        if self._journal is None or advice is None:
            return
        self.count_visitor()
        request = advice.request
        named = (request.types, request.themes, request.labels, request.party, request.mobility)
        slots = [str(value) for values in named for value in values]
        said: dict[str, Any] = {"post": self.config.post.name, "at": self.clock()}
        try:
            self._journal.count_demand(
                **said,
                channel=self._channel,
                lang=self.session.spoken or self.session.lang,
                slots=[*slots, *filter(None, (request.weather,))],
                proposals=len(reply.cards),
            )
            missing = advice.unanswered
            if missing is not None:
                self._journal.keep_unanswered(
                    **said,
                    lang=missing.lang if missing.lang in LANGUAGES else None,
                    text=missing.text,
                    kinds=missing.kinds,
                    themes=missing.themes,
                )
        except HouseError as error:
            LOG.warning("not counted: %s", error)

    @property
    def _channel(self) -> Channel:
        return "counter" if self.setting.mode is Mode.COUNTER else "kiosk"


def _viewing(id: ListingId, asking: Asking) -> Callable[[Guide], ListingView | None]:
    return lambda guide: guide.view(id, asking)
