"""Notes of a DATAtourisme record, whose terms come as inline references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.sources.datatourisme.jsonld import Node, by_language, get, is_node, reference
from catalog.sources.values.notes import Notes as AnyNotes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from catalog.model import TermId


class Notes(AnyNotes):
    """Collects for one object."""

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
        return self.term("kb", name, by_language(get(value, "label")) if is_node(value) else ())


def label_in_french(value: Node) -> str:
    """The French label of an inline reference, "" if it has none."""
    return next((wording for lang, wording in by_language(get(value, "label")) if lang == "fr"), "")
