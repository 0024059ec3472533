"""A question of their own after another: what stays of the one before, and of that before an
errand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.model import Kind
from catalog.request.model import HERE
from catalog.request.turns_heard import standing
from catalog.request.turns_merging import (
    ANYTHING,
    accompanied,
    day_of,
    errand,
    limits,
    subject,
)
from catalog.request.turns_model import Act, Turn
from catalog.request.turns_words import is_filler, means
from catalog.vocabulary.particles import particles_of
from catalog.vocabulary.turns import turn_phrases

if TYPE_CHECKING:
    from catalog.request.model import Request
    from catalog.request.turns_heard import Heard

_OTHER_ALPHABETS: Final = "\u0370"
"""The first letter of another alphabet than ours: of Greek."""
_HAILS: Final = particles_of("hails")
_UNTIMED: Final = frozenset({"now", "any"})
ANIMALS: Final = ("educational_farm", "animal_sanctuary", "zoo")
"""Where animals are seen, as who wants to see some seeks."""
_OF_ITS_OWN_TIME: Final = frozenset(
    {Kind.LODGING, Kind.SHOP, Kind.SERVICE, Kind.TRANSPORT, Kind.HEALTH, Kind.OFFICE}
)
"""Kinds that are sought for another time than an outing."""
_KEPT: Final = (Kind.ACTIVITY, Kind.PRODUCER, Kind.ATTRACTION)


def anew(heard: Heard) -> Turn:
    """The question alone, with who comes and how they go; "what do you recommend" asks the one
    before again."""
    past, saying = heard.past, heard.saying
    before = past.request
    if saying.has("news") or not _written_in_ours(heard.text):
        return standing(heard, Act.UNCLEAR)
    if before is not None and saying.has("advise") and (heard.bare or heard.small_talk):
        return Turn(act=Act.NEW, request=before, text=past.text)
    request = heard.read(heard.text)
    rest = [
        word
        for word in request.rest.split()
        if not is_filler(word, saying.spoken)
        and not means(turn_phrases(), word, "afterwards", saying.spoken)
    ]
    request = replace(request, rest=" ".join(rest))
    named = subject(request) or request.where is not None
    follows = before is not None and not named
    if follows and saying.has("asked", "open") and not saying.has("opening"):
        return standing(heard, Act.UNCLEAR)  # there is nothing of which it could be asked
    says = ("opening",) if follows else ("opening", "asked", "onsite", "open")
    talk = heard.bare or (follows and heard.small_talk)
    if talk and not saying.has(*says) and not subject(request) and not limits(request):
        return standing(heard, Act.UNCLEAR)
    if before is None:
        greets = not (named or limits(request) or request.rest)
        if greets and not saying.has("advise", "asked", "onsite", "open"):
            return standing(heard, Act.UNCLEAR)
        return Turn(act=Act.NEW, request=request, text=heard.text)
    if follows and heard.small_talk and not limits(replace(request, rest="")):
        # "What do you recommend": of what was asked before.
        return Turn(act=Act.NEW, request=before, text=past.text)
    outing = _outing(heard) or before
    request = _on_that_day(heard, accompanied(_afterwards(heard, request), outing), outing)
    return Turn(act=Act.NEW, request=_sheltered(heard, request), text=heard.text)


def _sheltered(heard: Heard, said: Request) -> Request:
    """ "Something quiet to do, indoors": as for rain, where anything under a roof will do."""
    indoors = "indoors" in heard.saying.found.get("relative", ())
    anything = bool(said.types) and set(said.types) <= set(ANYTHING)
    return replace(said, weather="rain") if indoors and anything and not said.weather else said


def hails(heard: Heard) -> bool:
    """Whether nothing is said but what one says on coming too, before any question: oc "adieu"."""
    said = " ".join(token.word for token in heard.saying.tokens)
    return heard.past.request is None and said in _HAILS[heard.saying.spoken]


def _written_in_ours(text: str) -> bool:
    """Whether a letter of the alphabet of our languages is written, or none at all."""
    letters = [char for char in text if char.isalpha()]
    return not letters or any(char < _OTHER_ALPHABETS for char in letters)


def changing(heard: Heard) -> Heard:
    """The turn with the question that it changes: "and something to eat" after the toilets is said
    of the outing before them; when and where they were sought stays."""
    errands, outing = heard.past.request, heard.past.outing
    if errands is None or outing is None or outing.request is None or not errand(errands):
        return heard
    if not subject(heard.said) or errand(heard.said):
        return heard
    here = errands.where in {None, HERE}
    before = replace(
        outing.request,
        when=errands.when or outing.request.when,
        where=outing.request.where if here else errands.where,
    )
    return replace(heard, past=replace(heard.past, request=before, text=outing.text))


def leaving(heard: Heard) -> Heard:
    """The turn after the outing before an errand: "something else" after a bus stop wants another
    idea of that, where "another one" is another bus stop."""
    errands, outing = heard.past.request, heard.past.outing
    if errands is None or outing is None or not (errand(errands) and heard.saying.has("else")):
        return heard
    return replace(heard, past=replace(outing, chosen=None))


def put_aside(heard: Heard) -> bool:
    """Whether nothing is said but that those shown are known or do not please: "we have been
    there", "not our thing"."""
    return heard.bare and (
        heard.saying.has("known") or heard.asks("seen") or heard.asks("not_these")
    )


def _outing(heard: Heard) -> Request | None:
    """The last question that was no errand."""
    past = heard.past
    return past.request if past.outing is None else past.outing.request


def _afterwards(heard: Heard, said: Request) -> Request:
    """ "Where do we eat afterwards": on the same day, in the same place."""
    before = _outing(heard)
    if before is None or not heard.saying.has("afterwards") or errand(said):
        return said
    if said.when is not None:
        return said  # "what's on after 8 pm"
    day = day_of(before.when or "any")
    return replace(
        said,
        when=None if day in _UNTIMED else day,
        where=said.where or before.where,
    )


def _on_that_day(heard: Heard, said: Request, before: Request) -> Request:
    """The question with the day of the one before, where it is another than today: who plans
    tomorrow eats tomorrow. The hour was that of something else; a bed is for other nights; and
    "when is the market" asks for the day."""
    day = day_of(before.when or "any")
    if said.when is not None or day in _UNTIMED | {"today", "yesterday"}:
        return said
    stays = not said.types or not _OF_ITS_OWN_TIME.issuperset(said.types)
    asks_when = heard.saying.first("asked") == "hours" or heard.asks("ask_when")
    if not (stays and (subject(said) or limits(said))) or asks_when:
        return said
    return replace(said, when=day)


def animals(heard: Heard) -> Request | None:
    """ "Animals", said alone after an outing was sought: to be seen; who has a dog, or asks, means
    their own."""
    said, saying, before = heard.said, heard.saying, heard.past.request
    if before is None or not saying.has("animals") or not heard.small_talk:
        return None
    if saying.has("vague") and said.party == ("dog",):
        said = replace(said, party=())  # de "etwas mit Tieren"
    asks = "?" in heard.text and saying.has("asked")
    outing = bool(before.types) and {Kind.ACTIVITY, Kind.ATTRACTION}.issuperset(before.types)
    if asks or not outing or "dog" in before.party or saying.has("be", "there", "it", "allowed"):
        return None
    known = {"nature", *ANIMALS}.issuperset(said.themes) and set(said.types) <= set(_KEPT)
    return (
        None if limits(said) or not known else replace(said, types=_KEPT, themes=ANIMALS, rest="")
    )
