"""A question that breaks our own code is answered all the same."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.advice.dialogue import Dialogue
from catalog.errors import HouseError
from kiosk import counsel_words
from kiosk.conversation import Reply
from kiosk.faults import wordless

if TYPE_CHECKING:
    from collections.abc import Callable

    from catalog.advice import Adviser
    from kiosk.asker import Asker

LOG: Final = logging.getLogger(__name__)


def unbroken(
    work: Callable[[Adviser], Reply], before: Reply | None, asker: Asker
) -> Callable[[Adviser], Reply]:
    """`work`, or where our own code stumbles over what was asked, a sentence that names the
    office; the conversation stands where `before` left it. What broke is logged without a word."""

    def done(adviser: Adviser) -> Reply:
        try:
            return work(adviser)
        except HouseError:
            raise  # the post knows what to do
        except Exception as error:  # noqa: BLE001 - one question must not end the post
            LOG.error("a question was not answered: %s", wordless(error))  # noqa: TRY400 - no message
        dialogue = before.dialogue if before is not None else Dialogue(lang=asker.t.lang)
        return Reply(
            dialogue=replace(dialogue, turn=None),
            lang=asker.t.lang,
            lines=counsel_words.sorry(asker),
        )

    return done
