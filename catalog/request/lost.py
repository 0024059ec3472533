"""Who or what is lost, by kinds of words that meet (`data/lost.ini`): a kinship word within a few
words of one that says lost, gone or not to be found, in any order; else a thing there.

"My daughter lost her bag" and "my daughter's bag is gone" are of the bag. Where it is not sure,
it is the daughter: the wrong answer names 112 and the office, the right one is not missed.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from catalog.model import LANGUAGES
from catalog.request.gaps import Gapped, parts_of
from catalog.request.model import Concern
from catalog.vocabulary.asking import losses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.request.gaps import Forms

_NEAR: Final = 4
"""How many words may stand between a person and what became of them."""
_NEAR_BARE: Final = 3
"""The same where no "my" or "a" stands before the person."""
_NEAR_SOUGHT: Final = 2
"""The same of "cannot find": three words on, it is the children's playground."""
_LOOKED: Final = 3
"""How many words back somebody's company is told: "with our two children"."""
_OBJECT_LAST: Final = frozenset({"de", "nl"})
"""Languages that put what is lost before the verb: "hat ihr Handy verloren"."""

_COMPOUNDING: Final = frozenset({"en", "de", "nl"})
"""Languages in which a thing may be the beginning of another: "the ticket office"."""

_HE: Final = ("they", ("el",))
"""es "él", folded as the article: he only before a verb."""
_AWAY: Final = ("lost", "gone", "cannot find")

Span = tuple[int, int]
"""The first word, and the one after the last."""


def lost(words: Sequence[Forms]) -> Concern | None:
    """LOST_PERSON or LOST_THING where folded words tell one of them; the person first."""
    away = _away()
    if not any(True for at in range(len(words)) for _ in away.starting(words, at)):
        return None
    meetings = [_Meeting.of(words, lang) for lang in LANGUAGES]
    of_things = any(meeting.things for meeting in meetings)
    if not of_things and any(meeting.alone() for meeting in meetings):
        return Concern.LOST_PERSON
    found = {meeting.told() for meeting in meetings}
    for concern in (Concern.LOST_PERSON, Concern.LOST_THING):
        if concern in found:
            return concern
    return None


@cache
def lost_words() -> frozenset[str]:
    """Each single word of `data/lost.ini`, folded."""
    return frozenset().union(*(kinds_of(lang).words() for lang in LANGUAGES))


class _Meeting(NamedTuple):
    """Where the kinds of words of one language stand in a question."""

    words: Sequence[Forms]
    lang: str
    kin: tuple[Span, ...]
    things: tuple[Span, ...]
    lost: tuple[Span, ...]
    gone: tuple[Span, ...]
    sought: tuple[Span, ...]

    @classmethod
    def of(cls, words: Sequence[Forms], lang: str) -> _Meeting:
        """What of this language stands in the words: of each kind the longest at each place."""
        found: dict[str, dict[int, Span]] = {}
        for at in range(len(words)):
            for kind, stood in kinds_of(lang).starting(words, at):
                found.setdefault(kind, {}).setdefault(at, (at, stood[-1] + 1))
        spans = (tuple(found.get(kind, {}).values()) for kind in ("kin", "thing", *_AWAY))
        return cls(words, lang, *spans)

    def told(self) -> Concern | None:
        """The person, else the thing that is told lost."""
        kin = [each for each in self.kin if not self._owns(each) and not self._comes_along(each)]
        if any(self._missed(each) for each in kin):
            return Concern.LOST_PERSON
        things = [self._with_owner(each) for each in self.things if not self._comes_along(each)]
        if _meet(things, (*self.lost, *self.gone)):
            return Concern.LOST_THING
        own = [each for each in things if each not in self.things or self._owned(each)]
        return Concern.LOST_THING if _meet(own, self.sought) else None

    def _with_owner(self, thing: Span) -> Span:
        """The thing and whose it is: "le sac de mon fils"."""
        ends = (end for start, end in self.kin if self._of(thing, start))
        return thing[0], next(ends, thing[1])

    def _owned(self, thing: Span) -> bool:
        """Whether it is somebody's: "my ticket", "le chiavi", and no "ticket office"."""
        named = self.lang not in _COMPOUNDING and self._before(thing, "a", 1)
        return named or self._before(thing, "my", _LOOKED)

    def _missed(self, kin: Span) -> bool:
        """Whether this person is lost, gone or not to be found, and not a thing of theirs."""
        named = self._before(kin, "my", 3) or self._before(kin, "a", 2)
        near = _NEAR if named else _NEAR_BARE
        if any(self._comes_along(each) for each in self.things):
            near += _NEAR  # "who wears a blue jacket"
        return (
            any(_gap(kin, verb) <= near and not self._of_thing(kin, verb) for verb in self.lost)
            or any(_gap(kin, verb) <= near and not self._its(kin, verb) for verb in self.gone)
            or any(_gap(kin, verb) <= (_NEAR_SOUGHT if named else 0) for verb in self.sought)
        )

    def _owns(self, kin: Span) -> bool:
        """Whether a thing of theirs is spoken of: "my son's bag", "le sac de mon fils"."""
        start, end = kin
        after = self.words[end : end + 2]
        if self.lang == "en" and after[:1] == [("s",)] and len(after) > 1:
            return not any(end <= verb[0] <= end + 2 for verb in (*self.lost, *self.gone))
        if any(thing[0] == end for thing in self.things):
            return True
        return any(self._of(thing, start) for thing in self.things)

    def _of(self, thing: Span, start: int) -> bool:
        """Whether an owner of this thing begins there: two words on at most."""
        return 0 < start - thing[1] < _LOOKED and self._is("of", thing[1])

    def _comes_along(self, span: Span) -> bool:
        """Whether it is beside the matter: "with our children", "a gift for my wife"."""
        verbs = {at for verb in (*self.lost, *self.gone, *self.sought) for at in range(*verb)}
        for at in range(span[0] - 1, max(span[0] - 1 - _LOOKED, -1), -1):
            if at in verbs or not self.words[at]:
                return False
            if self._is("beside", at):
                return True
        return False

    def _of_thing(self, kin: Span, verb: Span) -> bool:
        """Whether this person lost a thing: "my daughter has lost her bag"."""
        things = [each for each in self.things if not self._comes_along(each)]
        if self.lang in _OBJECT_LAST:
            return any(kin[1] <= start and end <= verb[0] for start, end in things)
        return (
            kin[1] <= verb[0]
            and not self._before(verb, "is", 2)
            and not self._before(verb, "itself", 2)
            and any(0 <= start - verb[1] <= 2 for start, _ in things)
        )

    def _its(self, kin: Span, verb: Span) -> bool:
        """Whether it is a thing of theirs that is gone: "mijn zoon zijn tas is weg"."""
        return any(0 <= start - kin[1] <= 1 and end <= verb[0] for start, end in self.things)

    def alone(self) -> bool:
        """Whether "she has disappeared" or "s'est perdu" is told; of a thing, maybe."""
        gone = any(self._before(verb, "they", 3) for verb in self.gone)
        return gone or any(
            self._before(verb, "itself", 2)
            or (self._before(verb, "they", 3) and self._before(verb, "is", 2))
            for verb in self.lost
        )

    def _before(self, span: Span, kind: str, within: int) -> bool:
        """Whether a word of a kind stands before, within so many words."""
        return any(self._is(kind, at) for at in range(max(0, span[0] - within), span[0]))

    def _is(self, kind: str, at: int) -> bool:
        if (kind, self.words[at]) == _HE and not self._is("has", min(at + 1, len(self.words) - 1)):
            return False
        return not alone(self.lang, kind).isdisjoint(self.words[at])


def _meet(some: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(_gap(one, other) <= _NEAR for one in some for other in others)


def _gap(one: Span, other: Span) -> int:
    """Words between two places; none where one lies in the other."""
    return max(0, other[0] - one[1], one[0] - other[1])


@cache
def kinds_of(lang: str) -> Gapped[str]:
    """The phrases of all kinds."""
    return Gapped((phrase, kind) for kind, each in losses()[lang].items() for phrase in each)


@cache
def alone(lang: str, kind: str) -> frozenset[str]:
    """The words of a kind that are a phrase by themselves."""
    every = (parts for phrase in losses()[lang][kind] for parts in parts_of(phrase))
    return frozenset().union(*(first[0] for first, *more in every if not more and len(first) == 1))


@cache
def _away() -> Gapped[None]:
    """The phrases of all languages that somebody or something is lost by: most questions hold
    none of them, and are seen to hold none at once."""
    return Gapped(
        (phrase, None) for kinds in losses().values() for kind in _AWAY for phrase in kinds[kind]
    )
