"""Who comes, how they move and what the sky does: what suits them, what stops them.

Data: `profiles.ini` beside this file, in concepts of the vocabulary and fields of the model.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

import msgspec

from catalog.model import TermId
from catalog.vocabulary import wider
from catalog.vocabulary.files import entries

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from catalog.model import Listing
    from catalog.request import Request

DATA: Final = Path(__file__).with_name("profiles.ini")
_AGES: Final = ((3, "toddler"), (12, "kids"), (17, "teens"), (64, "adults"), (130, "seniors"))
"""The profile of an age: that of the first limit it does not pass."""
CHILDREN: Final = frozenset({"family", "kids", "toddler", "baby"})
"""Company that has children with it, however old they are."""
WET: Final = frozenset({"rain", "storm", "snow"})
GROUP: Final = 10
"""So many people are a group."""
_CASTLE: Final = TermId("castle")

Verdict = Literal["suits", "avoids"]
"""What a profile says of a listing."""


class Profile(msgspec.Struct, forbid_unknown_fields=True, frozen=True, gc=False):
    """`audience`: whom a listing must be stated to be for. `suits`: concepts that suit in
    themselves. `amenities`: what helps. `stops`: what rules out. `avoids`: what is said beside a
    listing. `depends`: what may suit or not. `difficulties`, `max_km`: routes that suit, () and
    0 for any."""

    audience: tuple[TermId, ...] = ()
    suits: tuple[TermId, ...] = ()
    amenities: tuple[TermId, ...] = ()
    stops: tuple[TermId, ...] = ()
    avoids: tuple[TermId, ...] = ()
    depends: tuple[TermId, ...] = ()
    difficulties: tuple[str, ...] = ()
    max_km: float = 0


def load(path: Path) -> Mapping[str, Profile]:
    """The profiles of a file by name. Raises Unreadable naming file, section and key."""
    return MappingProxyType(entries(path, Profile, plain=frozenset({"max_km"})))


@cache
def profiles() -> Mapping[str, Profile]:
    """Every profile of the house, read once."""
    return load(DATA)


def of_party(request: Request) -> tuple[tuple[str, Profile], ...]:
    """The profiles of those who come and of how they move, by name, each once."""
    names = dict.fromkeys(_named((*request.party, *request.mobility)))
    return tuple((name, profiles()[name]) for name in names if name in profiles())


def of_weather(request: Request) -> Profile | None:
    """What suits the weather that was named."""
    return profiles().get(f"weather_{request.weather}") if request.weather else None


def verdict(listing: Listing, profile: Profile) -> tuple[Verdict, TermId] | None:
    """With the concept it is told by, the most precise that the profile names: a cave is a shelter
    though a natural site is none. None where it names none, or it depends."""
    for own in (*listing.concepts, *_modes(listing)):
        for term in (own, *wider(own)):
            if term in profile.depends:
                return _spoilt(listing, own, profile)
            if term in profile.suits:
                return "suits", own
            if term in profile.avoids:
                return "avoids", own
    return None


def suits(listing: Listing, profile: Profile) -> bool:
    """Whether it suits by what it is."""
    judged = verdict(listing, profile)
    return judged is not None and judged[0] == "suits"


def is_avoided(listing: Listing, profile: Profile) -> bool:
    """Whether it does not, by what it is."""
    judged = verdict(listing, profile)
    return judged is not None and judged[0] == "avoids"


def _spoilt(listing: Listing, own: TermId, profile: Profile) -> tuple[Verdict, TermId] | None:
    """What else it is decides of what depends: a castle in ruins is no roof, one that is a museum
    too is one, whatever its garden."""
    more = [each for each in listing.concepts if each != own and each not in wider(own)]
    saved = next((each for each in more if each in profile.suits), None)
    if saved is not None and _CASTLE in {own, *wider(own)}:  # a village is none for its church
        return "suits", saved
    spoilt = next((each for each in more if each in profile.avoids), None)
    return ("avoids", spoilt) if spoilt is not None else None


def depends(listing: Listing, profile: Profile) -> bool:
    """Whether it may suit or not, and nobody says: an indoor pool, an outdoor one."""
    terms = {term for own in listing.concepts for term in (own, *wider(own))}
    return not terms.isdisjoint(profile.depends)


def _modes(listing: Listing) -> tuple[TermId, ...]:
    return listing.itinerary.modes if listing.itinerary is not None else ()


def _named(members: Iterable[str]) -> Iterator[str]:
    for member in members:
        key, _, value = member.partition(":")
        if not value:
            yield member
        elif value.isdecimal() and key == "age":
            yield next((name for limit, name in _AGES if int(value) <= limit), "seniors")
        elif value.isdecimal() and key == "n" and int(value) >= GROUP:
            yield "group"
