"""What is noted while one record is read: cautions, and the labels of the source's own terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import Localized, TermId, Text
from catalog.sources.draft import Caution
from catalog.sources.values.texts import tidy_line
from catalog.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable

DETAIL: Final = 120
MOST_CAUTIONS: Final = 500
"""Of one record; a real one has a dozen at most."""
TERM: Final = 80
TERM_LABEL: Final = 120


class Notes:
    """Collects for one record; `record` is the record's identifier."""

    def __init__(self, record: str) -> None:
        self.record = record
        self.cautions: list[Caution] = []
        self.labels: dict[TermId, Localized] = {}

    def warn(self, kind: str, field: str, detail: object = "") -> None:
        """Note a caution; `detail` is the value met, if it is a scalar."""
        if len(self.cautions) >= MOST_CAUTIONS:
            return
        shown = detail if isinstance(detail, str | int | float) else ""
        self.cautions.append(
            Caution(kind, self.record, field, clean_line(str(shown)[:1_000], limit=DETAIL))
        )

    def term(self, prefix: str, name: str, labels: Iterable[tuple[str, str]] = ()) -> TermId:
        """A source's own term, `<prefix>:<name>`; its (language, label) pairs go to the
        thesaurus, the first of each language."""
        term = TermId(f"{prefix}:{tidy_line(name, TERM)}")
        if term not in self.labels:
            wordings: dict[str, Text] = {}
            for lang, wording in labels:
                label = tidy_line(wording, TERM_LABEL)
                if label:
                    wordings.setdefault(lang, Text(lang, label))
            if wordings:
                self.labels[term] = Localized(tuple(wordings.values()))
        return term
