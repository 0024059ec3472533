"""What a "no" refuses, before or after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import Kind
from catalog.request.clauses import is_timed, marks_saying, silence
from catalog.request.left_out import only_visits, other_than, seen_already
from catalog.search.function_words import FUNCTION_WORDS
from catalog.vocabulary import concepts, wider
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalog.request.marks import Mark, Scan

_DENIABLE: Final = frozenset(
    {"party", "mobility", "weather", "max_price", "difficulty", "day", "moment", "name", "asks"}
)
"""Groups of asking that a "no" before them turns."""
_REACH: Final = 3
"""How many words after "no" it still denies, articles and prepositions aside: "not in a big
museum"."""
_FOUND_NEAR: Final = 4
_REACH_JOINED: Final = 2
"""How many words after an "and" it still denies: "no museums and no big churches"."""
_EATEN_NEAR: Final = 3
"""How many words before "eat" a "can" may stand, or behind it what is eaten."""
_EDIBLE: Final = frozenset({Kind.FOOD, Kind.PRODUCER, Kind.SHOP})
_GUESSED: Final = 3
"""How many letters more than the word it was read as somebody typed, to refuse nothing by it."""
_ARTICLES: Final = 2
"""How many small words may stand before a thing of a list: "ou les châteaux", "ni de la"."""
_NOR: Final = particles("nor")
_LIMITED: Final = frozenset({"eur", "h", "min", "km"})
"""Units of a limit, which "not more than" tells and does not refuse."""
_MORE_THAN: Final = particles("more_than")
_INSTEAD: Final = particles("instead_or_place")
_FINDS: Final = particles("takes_place")
_NO_LONGER: Final = "fr"
"""The language whose "no more" is "more" once its "ne" is left out."""
_MORE: Final = particles("more_or_no_more")
_OF: Final = particles("of_something")
_WANTS: Final = particles("wants_no_more")
_COMPARED: Final = particles("more_than_what")
_OUTINGS: Final = frozenset({Kind.ATTRACTION, Kind.ACTIVITY, Kind.ITINERARY, Kind.EVENT})
_CLAUSE: Final = 12
"""How many words before it a verb may stand that "statt" ends."""
_ENOUGH: Final = particles("enough")
_NOT: Final = particles("not")
_ENOUGH_NEAR: Final = 5
"""How many words may stand between a "not" and an "enough"."""
_OUT: Final = particles("full_of")
_BECAUSE: Final = particles("because")
_WITHOUT: Final = particles("without")
_LIMIT_NEAR: Final = 4
"""How many words behind what is refused the unit of its limit may stand."""
_RESTED: Final = "rested_behind"
_SATED: Final = ("sated_around", "sated_behind", "sated_before", _RESTED)
"""The sections of `data/bygone.ini` that tell of what somebody has had enough, or rests from."""
_SATED_REACH: Final = 8
"""How many words before "we've had it" the thing may stand."""
_HAD: Final = _OUTINGS | {Kind.MARKET, Kind.FOOD, Kind.SHOP, Kind.PRODUCER}
_STOP: Final = frozenset(",.;!")
_ENDS: Final = frozenset(".!?")


def refused(scan: Scan) -> frozenset[int]:
    """The marks that a "no" before them denies: the first one, and those joined to it."""
    denied = _sated(scan) | {*seen_already(scan), *other_than(scan), *_done_out(scan)}
    index = 0
    while index < len(scan.marks):
        if scan.at(index).says("not_these") and _said_after(scan, index):
            denied |= _joined_before(scan, _refused_before(scan, index))
        refuses = scan.at(index).says("no") and not _undone(scan, index)
        if not (refuses or _no_more(scan, index)):
            index += 1
            continue
        closing = _said_after(scan, index) and not _not_found(scan, index)
        if closing:
            denied |= _joined_before(scan, _refused_before(scan, index))
        index += 1
        # es "hoy no, mañana", it "musei no perché i bambini si annoiano"
        ends = closing and (_parted(scan, index) or _gives_reason(scan.at(index)))
        ends = ends or (_parted(scan, index) and index > 1 and not _parted(scan, index - 1))
        if not (ends or _not_found(scan, index)):
            behind, index = _refused_behind(scan, index)
            denied |= behind
    return frozenset(denied)


def _refused_behind(scan: Scan, index: int) -> tuple[set[int], int]:
    """The marks that a "no" just before `index` denies, and where to read on."""
    denied: set[int] = set()
    allowed = any(mark.says("may") == "may" for mark in scan.marks)
    budget, listed = _REACH, False
    while budget and index < len(scan.marks):
        mark = scan.at(index)
        if mark.says("no") or mark.says("wanted") or _sentence_over(scan, index):
            break
        if budget < _REACH and not listed and _parted(scan, index):
            break  # "without booking, tomorrow"
        if _stops(scan, index) or (allowed and mark.says("rule")):
            if mark.says("absorbs"):
                scan.settled.add(index)  # who goes "without a guide" seeks none
            break  # the last: "so one may not light a fire?"
        if _cannot_eat(scan, index) or only_visits(scan, index):
            index += 1
        elif not _deniable(mark):
            budget -= mark.word not in FUNCTION_WORDS
            index += 1
        else:
            denied.add(index)
            listed = _listed(scan, index)
            if not (listed or _joins_another(scan, index)):
                break
            index, budget = (index + 1, 1) if listed else (index + 2, _REACH_JOINED)
    return denied, index


def _joins_another(scan: Scan, index: int) -> bool:
    """Whether an "and" behind what is refused joins more of it; not "not a museum and nothing
    dear", nor fr "sans carte. Où …"."""
    joined = scan.at(index + 2)
    free = joined.says("number") == "1" or joined.says("max_price")
    apart = free or _sentence_over(scan, index + 1)
    link = scan.at(index + 1)
    return bool(link.says("joins")) and not (apart or _leads_to(link, scan.at(index)))


def _leads_to(link: Mark, thing: Mark) -> bool:
    """Whether a "to" opens what the thing is for: "no burgers to eat", not
    "Monday to Friday"."""
    stretch = thing.place is not None or thing.says("day") or thing.says("month")
    return link.says("joins") == "to" and not stretch


def _undone(scan: Scan, index: int) -> bool:
    """Whether what reads as a "no" refuses nothing there."""
    mark = scan.at(index)
    apart = "," in scan.text[mark.start : mark.end]  # fr "ça va pas, le musée est fermé"
    return apart or _takes_place(scan, index) or _not_enough(scan, index)


def _not_enough(scan: Scan, index: int) -> bool:
    """Whether a "not" and an "enough" undo each other: "we haven't seen enough castles", nl "nog
    niet genoeg kastelen gezien"; who is "not fit enough for castles" refuses them."""
    near = scan.clause(range(index, index + _ENOUGH_NEAR))
    at = next((at for at in near if not _ENOUGH.isdisjoint(scan.at(at).word.split())), None)
    if at is None or scan.at(at + 1).says("for_count") or scan.at(at + 1).says("rule"):
        return False
    before = scan.clause(range(at, max(-1, at - _ENOUGH_NEAR), -1))
    thing = scan.at(_past_articles(scan, at + 1, 1))
    return bool(thing.terms) and any(
        not _NOT.isdisjoint(scan.at(step).word.split()) for step in before
    )


def _takes_place(scan: Scan, index: int) -> bool:
    """Whether de "statt" only ends "findet … statt"."""
    clause = scan.clause(range(index, max(-1, index - _CLAUSE), -1))
    return scan.at(index).word in _INSTEAD and any(scan.at(at).word in _FINDS for at in clause[1:])


def _no_more(scan: Scan, index: int) -> bool:
    """Whether fr "plus de randonnée" has lost its "ne": it opens the clause or what is wanted,
    and nobody asks for more. Bread and fuel one has run out of are not refused."""
    if scan.lang != _NO_LONGER or scan.at(index).word not in _MORE or _parted(scan, index + 1):
        return False
    thing = scan.at(index + 2)
    kinds = {kind for term in thing.terms for kind in concepts()[term].kinds[:1]}
    if scan.at(index + 1).word not in _OF or not kinds & _OUTINGS:
        return False
    before, behind = scan.at(index - 1), scan.at(index + 3)
    opens = not before.word or _parted(scan, index) or before.word in _WANTS
    gap = scan.text[thing.end : behind.start if behind.word else None]
    return opens and "?" not in gap and behind.word not in _COMPARED


def _stops(scan: Scan, index: int) -> bool:
    mark = scan.at(index)
    return _ends(mark) or _guessed(scan, mark) or _limited(scan, index)


def _ends(mark: Mark) -> bool:
    """Whether a "no" before a mark denies nothing behind it: "without duck on Friday", "not more
    than 20 euros in the evening"."""
    unknown = mark.unknown and bool(mark.word)
    return unknown or mark.says("absorbs") is not None or bool(_LIMITED & set(mark.all("unit")))


def _guessed(scan: Scan, mark: Mark) -> bool:
    """Whether only the end of a longer word is known: de "überlaufen" is no run."""
    return len(scan.typed(mark)) - len(mark.word) >= _GUESSED


def _cannot_eat(scan: Scan, index: int) -> bool:
    """Whether it is the verb of "can't eat seafood", which refuses what follows and no meal."""
    if "food" not in scan.at(index).terms:
        return False
    may = any(scan.at(index - back).says("may") == "may" for back in range(1, _EATEN_NEAR + 1))
    eaten = (term for step in range(1, _EATEN_NEAR + 1) for term in scan.at(index + step).terms)
    return may or any(_EDIBLE & set(concepts()[term].kinds) for term in eaten)


def _limited(scan: Scan, index: int) -> bool:
    """Whether only what is beyond a limit is refused: "won't walk more than 4 km"."""
    if scan.at(index + 1).word not in _MORE_THAN:
        return False
    units = (scan.at(index + step).all("unit") for step in range(2, _LIMIT_NEAR + 1))
    return any(_LIMITED & set(unit) for unit in units)


def _parted(scan: Scan, index: int) -> bool:
    """Whether a comma or a full stop stands before a mark."""
    return bool(_STOP & set(scan.text[scan.at(index - 1).end : scan.at(index).start]))


def _sentence_over(scan: Scan, index: int) -> bool:
    """Whether a mark begins a sentence: "we left without a map. Where is the museum?" """
    return bool(_ENDS & set(scan.text[scan.at(index - 1).end : scan.at(index).start]))


def _said_after(scan: Scan, index: int) -> bool:
    """Whether a "no" closes what stands before it: "de musèus pas, …", "les musées, non merci";
    not "open today, no?"."""
    before, behind = scan.at(_refused_before(scan, index)), scan.at(index + 1)
    if not (before.word and _deniable(before)) or before.says("no"):
        return False
    if scan.at(index).word in _WITHOUT:
        return False  # es "con el perro sin que nos riñan"
    if scan.at(index).says("not_these"):
        return not before.says("party")  # "Kinder langweilen sich"
    if before.says("day") and any(mark.says("day") for mark in scan.marks[index + 1 :]):
        # es "hoy no puedo, mañana por la tarde"; but "el martes, no el sábado"
        return not _parted(scan, index) or _parted(scan, index + 1)
    gap = scan.text[scan.at(index).end : behind.start if behind.word else None]
    closes = behind.says("thanks") or not behind.word or _gives_reason(behind) or _STOP & set(gap)
    return "?" not in gap and bool(closes)


def _refused_before(scan: Scan, index: int) -> int:
    """Where the thing stands that a "no" behind it refuses: "museums are not for us"."""
    is_verb = scan.at(index).says("not_these") and scan.at(index - 1).says("is")
    return index - 2 if is_verb else index - 1


def _gives_reason(mark: Mark) -> bool:
    return mark.word.partition(" ")[0] in _BECAUSE


def _not_found(scan: Scan, index: int) -> bool:
    """Whether what a "no" near `index` speaks of is looked for or not to be forgotten: "we find no
    parking", "no museum in mind"."""
    near = range(index - _FOUND_NEAR, index + _FOUND_NEAR)
    return any(scan.at(at).says("find") for at in near)


def _listed(scan: Scan, index: int) -> bool:
    """Whether commas, and an "or" further on, join a refused thing to the next ones of its sort:
    "no museums, churches or castles"; not "no museums, walks or rides"."""
    sort, at = _sort(scan.at(index)), index
    while True:
        behind = _past_articles(scan, at + 1, 1)
        if not sort & _sort(scan.at(behind)):
            return False
        gap = scan.text[scan.at(at).end : scan.at(at + 1).start].strip()
        link = scan.at(behind + 1)
        if gap == "," and (link.says("joins") or link.word in _NOR):
            return bool(sort & _sort(scan.at(_past_articles(scan, behind + 2, 1))))
        if gap != ",":
            return False
        at = behind


def _sort(mark: Mark) -> set[str]:
    """The groups of a thing, and the kinds it is before all."""
    known = concepts()
    kinds = {kind for term in mark.terms for kind in known[term].kinds[:1]}
    return {known[term].group for term in mark.terms} | kinds


def _holds(whole: Mark, part: Mark) -> bool:
    """Whether one thing is the sort the other is of: "a place to stay, hotels excluded"."""
    above = {wide for term in part.terms for wide in wider(term)}
    return bool(above & set(whole.terms))


def _past_articles(scan: Scan, index: int, step: int) -> int:
    """The index of the first mark from here on, or back, that is more than an article."""
    for _ in range(_ARTICLES):
        if scan.at(index).word not in FUNCTION_WORDS or scan.at(index).says("joins"):
            break
        index += step
    return index


def _joined_before(scan: Scan, index: int) -> set[int]:
    """A mark and those joined to it before: "museums and the churches no thanks"."""
    found = {index}
    while True:
        link = _past_articles(scan, index - 1, -1)
        before = link - 1
        if not scan.at(link).says("joins"):
            listed = scan.text[scan.at(link).end : scan.at(link + 1).start].strip() == ","
            alike = _sort(scan.at(link)) & _sort(scan.at(index))
            apart = _holds(scan.at(link), scan.at(index))
            before = link if listed and alike and not apart else -1
        if before < 0 or not _deniable(scan.at(before)):
            return found
        index = before
        found.add(index)


def _sated(scan: Scan) -> set[int]:
    """The things of which somebody has had enough: "we've had it with churches", "les châteaux, on
    sature". The words that tell so, those between and when it was say nothing else."""
    denied: set[int] = set()
    for section in _SATED:
        for stood in marks_saying(scan, section):
            if _not_enough(scan, stood[0]):
                continue
            had = {at for at in _had(scan, section, stood) if _is_had(scan.at(at))}
            if had:
                denied |= had
                told = range(min(stood[0], *had), max(stood[-1], *had) + 1)
                ahead = () if section == _RESTED else scan.clause(range(told[0], -1, -1))
                before = (at for at in ahead if is_timed(scan.at(at)))
                silence(scan, [at for at in (*before, *told) if at not in denied])
    return denied


def _had(scan: Scan, section: str, stood: tuple[int, ...]) -> Iterable[int]:
    """Where the things may stand that a phrase in these marks speaks of."""
    if section == "sated_before":
        for at in range(stood[0] - 1, max(-1, stood[0] - _SATED_REACH), -1):
            if _sentence_over(scan, at + 1):
                break
            if _is_had(scan.at(at)):
                return _joined_before(scan, at)
        return ()
    first = _past_articles(scan, stood[-1] + 1, 1)
    if section == _RESTED and _is_had(scan.at(first)):
        near = scan.clause(range(first, len(scan.marks)))
        return _refused_behind(scan, first)[0].intersection(near)
    if section == "sated_behind":  # not "we've seen plenty of signs to the cave"
        return _refused_behind(scan, first)[0] if _is_had(scan.at(first)) else ()
    held = (at for at in range(stood[0], stood[-1]) if at not in stood and scan.at(at).terms)
    return tuple(held)[:1]


def _is_had(mark: Mark) -> bool:
    """Whether it is something one can have enough of: an outing, a meal; no towel, no hour."""
    return any(_HAD & set(concepts()[term].kinds[:1]) for term in mark.terms)


def _done_out(scan: Scan) -> Iterator[int]:
    """The things that somebody is full of, told in one word: "we're museumed out"."""
    for index, mark in enumerate(scan.marks):
        made = scan.typed(mark).lower() in {f"{mark.word}ed", f"{mark.word}d"}
        if made and _is_had(mark) and scan.at(index + 1).word in _OUT:
            yield index


def _deniable(mark: Mark) -> bool:
    if mark.place is not None:
        return True
    return bool(mark.terms) or any(meaning.group in _DENIABLE for meaning in mark.meanings)
