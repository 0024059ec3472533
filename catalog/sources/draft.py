"""What a reader makes of one raw record: a draft, or a rejection that says why."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.model import Listing, ListingId, Localized, Source, TermId


@dataclass(frozen=True, slots=True)
class Caution:
    """Something in a record that was repaired, left out or looks wrong.

    `kind` is a stable snake_case key, counted in the refresh report; `id` the record's own
    identifier; `field` the source's name for the field; `detail` the value met, cleaned and cut.
    """

    kind: str
    id: str
    field: str
    detail: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A listing as one source states it, with the labels of the source's own terms that it
    uses (`kb:…`), and what was doubtful about it.

    `to_verify`: collected by a public form or not yet published by its producer; it waits for a
    person and never reaches the catalogue.
    """

    listing: Listing
    terms: tuple[tuple[TermId, Localized], ...] = ()
    warnings: tuple[Caution, ...] = ()
    to_verify: bool = False


@dataclass(frozen=True, slots=True)
class Rejection:
    """A record that cannot become a listing. `source` is the reader's name; `id` the record's
    identifier, or its file inside the container; `reason` a sentence that names the field; `url`
    the record's page at its source, where a clerk can correct it."""

    source: str
    id: str
    reason: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A record that its source takes back: an earlier state of it, read before in the same
    refresh, does not count any more. `id` is the listing's."""

    source: str
    id: ListingId


@dataclass(frozen=True, slots=True)
class Correction:
    """What the office knows better of a listing: of `listing` only `fields` are meant, as its
    model names them (`pets`, `place.commune`). `reference`: the listing's id, its producer's id
    or its address."""

    reference: str
    fields: tuple[str, ...]
    listing: Listing
    source: Source
    warnings: tuple[Caution, ...] = ()


@dataclass(frozen=True, slots=True)
class Hiding:
    """A listing that visitors must not be told of, by the office's own word."""

    reference: str
    source: Source


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's word on a pair in doubt: one place (`same`), or two. References as above."""

    first: str
    second: str
    same: bool
    source: Source


Found = Draft | Rejection | Withdrawal | Correction | Hiding | Decision
"""What a reader may find."""
