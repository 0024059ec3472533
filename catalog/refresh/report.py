"""What a refresh did, as a value: the JSON that scripts read and the text that a clerk reads are
both made from it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

import msgspec

from catalog.refresh.survey import SurveyFacts
from catalog.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalog.sources.draft import Caution, Rejection

EXAMPLES: Final = 5
"""Records named for each kind of warning."""

_WEB_PAGE: Final = re.compile(r"https?://[^\s<>\"'`\\]{3,400}")


class Outcome(StrEnum):
    """How a refresh ended. Only the first two changed anything."""

    PUBLISHED = "published"
    SAME = "same"  # published too: no listing changed, but it was confirmed today
    DRY_RUN = "dry_run"
    REFUSED = "refused"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class SourceRead:
    """One source of the refresh: where it was, what it is, how many records it held.

    `name`: what the settings call it, "" for none. Of a web address (in `path`, without keys),
    `fetched` is when the server gave or last confirmed what was read, `freshness` one of
    `downloaded`, `not_changed`, `kept`; both are "" for a file. `rejected`: how many of its
    records were, None where nobody counted.
    """

    path: str
    format: str
    label: str
    read: int
    name: str = ""
    fetched: str = ""
    freshness: str = ""
    rejected: int | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file of an inbox that was forced to be left out, since no reader knows it."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class FailedCanary:
    """A canary question that the new catalogue does not answer as expected. `found`: names and
    ids of what came, best first."""

    ask: str
    lang: str
    expect: str
    within: int
    found: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rejected:
    """A record that is not in the catalogue, why, and its page at the source where it has one."""

    source: str
    id: str
    reason: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A record that a warning is about, with the field and what stood there."""

    id: str
    field: str
    detail: str


@dataclass(frozen=True, slots=True)
class Gone:
    """A listing of the catalogue before that no source has any more."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a listing before and after: its value as short text, "" for nothing known."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A listing that says something else than in the catalogue before."""

    id: str
    name: str
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class DoubtfulPair:
    """Two listings that may be one place, for a person to decide: `score` from 0 to 100, `why`
    what speaks for it (`name_and_place`, `same_phone`, …)."""

    first: str
    second: str
    first_name: str
    second_name: str
    score: float
    distance_m: int
    why: str


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Two sources of one listing that state different things; `kept` is what the catalogue says."""

    id: str
    name: str
    field: str
    kept_source: str
    kept: str
    other_source: str
    other: str


@dataclass(frozen=True, slots=True)
class ToVerify:
    """A record that waits for a person and is not in the catalogue."""

    source: str
    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The keys and their meaning are an interface (`--report`, `last-report.json`): keys are
    added, never renamed.

    `read` counts records; `new`, `changed`, `unchanged`, `listings` count listings of the new
    catalogue and `gone` those only the one before had. `version` is None unless published.
    `reason` and `remedy` are in English, whatever the language of the letter; `reason` begins
    with `where`, if there is one. `by_language` counts listings with a name or text in that
    language. `merged` counts records that became part of another source's listing;
    `doubtful_pairs` are those that a person must tell apart or join. `to_verify` are not in the
    catalogue; `past_events` are, but are no longer proposed. Lists that could be endless
    (`gone_listings`, `changed_listings`, `discrepancies`) name the first ones only. `survey` is
    what the new catalogue is like as a whole; None for a refresh that did not get so far.
    """

    read: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
    published: bool = False
    version: str | None = None
    listings: int = 0
    by_kind: dict[str, int] = field(default_factory=dict)
    rejected: tuple[Rejected, ...] = ()
    warnings: dict[str, int] = field(default_factory=dict)
    doubtful_pairs: tuple[DoubtfulPair, ...] = ()
    seconds: float = 0.0
    outcome: Outcome = Outcome.REFUSED
    reason: str | None = None
    remedy: str | None = None
    started: str = ""
    previous: int | None = None
    by_language: dict[str, int] = field(default_factory=dict)
    sources: tuple[SourceRead, ...] = ()
    warning_examples: dict[str, tuple[Example, ...]] = field(default_factory=dict)
    gone_listings: tuple[Gone, ...] = ()
    changed_listings: tuple[Changed, ...] = ()
    merged: int = 0
    discrepancies: tuple[Discrepancy, ...] = ()
    to_verify: tuple[ToVerify, ...] = ()
    past_events: int = 0
    where: str | None = None
    left_out: tuple[LeftOut, ...] = ()
    failed_canaries: tuple[FailedCanary, ...] = ()
    survey: SurveyFacts | None = None

    def to_json(self) -> bytes:
        """The report as one indented JSON document."""
        return msgspec.json.format(msgspec.json.encode(self), indent=2) + b"\n"

    @classmethod
    def from_json(cls, document: bytes) -> Report:
        """The report of a document that `to_json` made. Raises ValueError for any other."""
        return msgspec.json.decode(document, type=cls)


class Tally:
    """The running counts of a refresh, while it reads. Words of records are cleaned here once
    more: a report must be written whatever stood in them."""

    def __init__(self) -> None:
        self.read = 0
        self.sources: list[SourceRead] = []
        self.rejected: list[Rejected] = []
        self.warnings: Counter[str] = Counter()
        self.to_verify: list[ToVerify] = []
        self._examples: dict[str, list[Example]] = {}

    def reject(self, rejection: Rejection) -> None:
        """Count a record that will not be in the catalogue."""
        self.rejected.append(
            Rejected(
                rejection.source,
                clean_line(rejection.id),
                clean_line(rejection.reason),
                web_page(rejection.url or rejection.id),
            )
        )

    def caution(self, caution: Caution) -> None:
        """Count something doubtful, and remember the first few records."""
        self.warnings[caution.kind] += 1
        examples = self._examples.setdefault(caution.kind, [])
        record = clean_line(caution.id)
        if len(examples) < EXAMPLES and all(example.id != record for example in examples):
            examples.append(Example(record, caution.field, clean_line(caution.detail)))

    def hold(self, id: str, name: str) -> None:
        """Count a record that waits for a person."""
        source, _, record = id.partition(":")
        self.to_verify.append(ToVerify(source, clean_line(record), clean_line(name)))

    def facts(self) -> Mapping[str, Any]:
        """The counts as fields of a Report."""
        return {
            "read": self.read,
            "sources": tuple(self.sources),
            "rejected": tuple(self.rejected),
            "to_verify": tuple(self.to_verify),
            "warnings": dict(self.warnings.most_common()),
            "warning_examples": {kind: tuple(some) for kind, some in self._examples.items()},
        }


def web_page(address: str) -> str | None:
    """The address where it is one of the web that a letter may show; None for any other word."""
    tidy = clean_line(address)
    return tidy if _WEB_PAGE.fullmatch(tidy) else None
