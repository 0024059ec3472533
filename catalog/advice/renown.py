"""What everybody should have seen, as far as the catalogue states it: no figure of visitors and no
fame is recorded, but the labels that a place has obtained, and what an adviser of the office signs
as a favourite."""

from __future__ import annotations

from itertools import zip_longest
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from catalog.advice.holding import SETTLED, reason
from catalog.advice.kinds import OUTINGS
from catalog.advice.sought import wanted
from catalog.journal import NoticeKind
from catalog.model import LabelStatus, TermId

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from catalog.advice.model import Proposal, Reason
    from catalog.journal import Notice
    from catalog.model import Listing
    from catalog.request import Request

RENOWNED: Final = MappingProxyType(
    {
        TermId(label): share
        for share, labels in (
            (1.0, ("unesco", "grand_site_de_france", "grand_site_occitanie")),
            (0.9, ("plus_beaux_villages", "parc_national")),
            (
                0.8,
                (
                    *("ville_art_histoire", "petite_cite_caractere", "jardin_remarquable"),
                    *("musee_de_france", "monument_historique", "maison_des_illustres", "geoparc"),
                ),
            ),
        )
        for label in labels
    }
)
"""What each label counts, the whole world before the country and that before a region."""
GRAND: Final = frozenset(
    map(TermId, ("castle", "cathedral", "abbey", "cave", "gorge", "cirque", "waterfall"))
)
"""What is a sight by its size, before collections and gardens, where no label tells them apart."""
_AROUND_KM: Final = 25.0
_GRAND_SHARE: Final = 0.4


def best_wanted(request: Request) -> bool:
    """Whether the best there is to see is asked for, whatever it be."""
    general = not wanted(request) and OUTINGS.issuperset(request.types)
    return request.renown == "best" and general


def renown(listing: Listing, notices: Iterable[Notice] = ()) -> float:
    """How renowned it is stated to be, at most 1; a little by what it is first of all."""
    label = _label(listing)
    grand = _GRAND_SHARE * (not GRAND.isdisjoint(listing.concepts[:1]))
    favourite = any(notice.kind is NoticeKind.FAVOURITE for notice in notices)
    return max(RENOWNED[label] if label is not None else grand, float(favourite))


def labelled_share(listing: Listing) -> float:
    """How renowned the labels that it has obtained state it to be, 0 without one."""
    label = _label(listing)
    return RENOWNED[label] if label is not None else 0.0


def little_known(telling: list[Proposal], request: Request) -> list[Proposal]:
    """Without what bears a label of renown, where what few people know is asked for."""
    if request.renown != "little" or not wanted(request) or request.labels:
        return telling
    quiet = [each for each in telling if not labelled_share(each.listing)]
    # But who names an age or a sort wants that first, if it is not an hour away.
    whole = any(
        each.distance_km <= _AROUND_KM and all(c.field != "lacks" for c in each.cautions)
        for each in quiet
    )
    return quiet if whole else telling


def renown_reasons(listing: Listing) -> tuple[Reason, ...]:
    """The label that states it; a favourite of the staff has its reason already."""
    label = _label(listing)
    return () if label is None else (reason(listing, "labels", label, "renown"),)


def renown_told(listing: Listing, request: Request) -> bool:
    """Whether a village is told by its label, where villages were asked for and no label was."""
    named = not SETTLED.isdisjoint(wanted(request)) and not request.labels
    return named and not SETTLED.isdisjoint(listing.concepts)


def _label(listing: Listing) -> TermId | None:
    """The label that it has obtained and that counts most."""
    held = [
        label.id
        for label in listing.labels
        if label.id in RENOWNED and label.status is LabelStatus.OBTAINED
    ]
    return max(held, key=RENOWNED.__getitem__, default=None)


def spread(ranked: Sequence[Proposal]) -> list[Proposal]:
    """The best of each commune before the second of any: a town, its cathedral and its museum are
    one thing to have seen."""
    communes: dict[str, list[Proposal]] = {}
    for each in ranked:
        place = each.listing.place
        communes.setdefault(place.insee or place.commune or each.listing.id, []).append(each)
    turns = zip_longest(*communes.values())
    return [each for turn in turns for each in turn if each is not None]
