"""What is noted while one record is read: cautions, and the labels of the source's own terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import Localized, TermId, Text
from catalog.sources.datatourisme.jsonld import Node, by_language, get, is_node, reference
from catalog.sources.draft import Caution
from catalog.sources.texts import tidy_line
from catalog.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

DETAIL: Final = 120
MOST_CAUTIONS: Final = 500
"""Of one record; a real one has a dozen at most."""
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

    def terms(
        self, values: Iterable[object], known: Mapping[str, tuple[TermId, ...]]
    ) -> tuple[TermId, ...]:
        """References as house concepts where `known` has them, as `kb:` terms with their labels
        kept where not; each once, in order."""
        found: dict[TermId, None] = {}
        for value in values:
            name = reference(value)
            if name is None:
                continue
            mapped = known.get(name)
            if mapped is None:
                mapped = (self.own_term(name, value),)
            found.update(dict.fromkeys(mapped))
        return tuple(found)

    def own_term(self, name: str, value: object) -> TermId:
        """The source's own term, `kb:<name>`; its inline labels go to the thesaurus."""
        term = TermId(f"kb:{tidy_line(name, 80)}")
        if term not in self.labels and is_node(value):
            wordings: dict[str, Text] = {}
            for lang, wording in by_language(get(value, "label")):
                label = tidy_line(wording, TERM_LABEL)
                if label:
                    wordings.setdefault(lang, Text(lang, label))
            if wordings:
                self.labels[term] = Localized(tuple(wordings.values()))
        return term


def label_in_french(value: Node) -> str:
    """The French label of an inline reference, "" if it has none."""
    return next((wording for lang, wording in by_language(get(value, "label")) if lang == "fr"), "")
