"""Where: the places named, "here", and the order of a journey."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import Kind, TermId
from catalog.request.half_named import heads
from catalog.request.lexicon import lexicon
from catalog.request.model import HERE
from catalog.search.function_words import FUNCTION_WORDS
from catalog.search.normalise import tokens as name_words
from catalog.vocabulary import concepts
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from catalog.request.facts import Facts
    from catalog.request.marks import Mark, Scan
    from catalog.request.places import PlaceNames

_SIGHTS: Final = frozenset({Kind.ATTRACTION, Kind.ACTIVITY, Kind.EVENT})
"""Kinds beside which a site named is asked for itself: "visite du musée-mine"."""
_STANDING: Final = frozenset(Kind) - {Kind.TRANSPORT, Kind.EVENT, Kind.MARKET}
"""Kinds whose next one is the nearest; of the others it is the one that comes first."""
_THIS_WAY: Final = particles("this_way")
_HENCE: Final = particles("from_here_or_by")
_CLOSING: Final = particles("near_at_the_end")
_FROM_HERE: Final = particles("from_here")
_FROM_HERE_TO: Final = particles("from_here_to")
_SHOWN: Final = particles("shown_here")
_STOPS: Final = frozenset(",;:.?!+&/")
_SPANS: Final = frozenset({"h", "min", "d", "week", "month"})
_ONWARD: Final = 5
"""How many words before a town may tell that one drives on to it."""
_COMING: Final = 6
"""How many words before a town may tell that one comes from it."""
_IN_WINE: Final = particles("in_the_wine_of")
_OF: Final = particles("of_something")
_OF_NAME: Final = particles("of_a_name")
_ARTICLES: Final = particles("before_place")
_STANDING_AT: Final = particles("standing_at")
_LABELS: Final = frozenset({"occygene", "carte_avantages"})
_CELLAR: Final = TermId("winery")
_GROWN: Final = frozenset({"wine", "winery", "tasting"})
_NAMED_BEFORE: Final = frozenset({"en", "de", "nl"})
"""The languages in which what grows stands before its grower."""
_WINE: Final = frozenset({"wine", "winery", "cheese_maker", "onion", "tasting"})


def read_where(scan: Scan, facts: Facts, places: PlaceNames, *, moving: bool) -> None:
    """Fill the places, an origin before its destination. `moving`: transport is asked for."""
    found: list[tuple[str, int]] = []
    here: list[int] = []
    for index, mark in scan.free():
        if mark.place is not None:
            if found and not moving and _site_of(scan, found[-1][1], index):
                continue
            if not _beside_place(scan, index, places, moving=moving, first=not found):
                found.append((mark.place, index))
            elif not moving and index not in scan.denied and _driven_to(scan, index):
                facts.towards = mark.place
        elif _is_here(scan, index) and not _around_it(scan, index):
            here.append(index)
    kept = _by_themselves(scan, found, places, moving=moving)
    if len(kept) == 2 and _reversed(scan, kept[0][1], kept[1][1]):
        kept.reverse()
    led = any(_leads_from_here(scan, index) for index in here)
    if led:
        facts.types = facts.types or {Kind.TRANSPORT: None}
    leaving = here and (moving or led) and len(kept) == 1
    if here and (leaving or not kept):
        facts.places.setdefault(HERE)
        facts.say("where", HERE, scan.at(here[0]))
    for name, index in kept:
        facts.places.setdefault(name)
        facts.say("where", name, scan.at(index))
    _ask_for_sites(scan, facts, places, kept)


def _ask_for_sites(
    scan: Scan, facts: Facts, places: PlaceNames, named: list[tuple[str, int]]
) -> None:
    """Fill what the sites named are asked for, those of the catalogue where nothing else is."""
    only_seen = facts.types.keys() <= _SIGHTS or _asked_besides(scan, facts)
    wanted = not facts.rule  # "no drones at the viaduct?" seeks none
    for name, index in named:
        kinds = places.kinds(name)
        if only_seen or (wanted and Kind.ATTRACTION in kinds and _is_named_kind(scan, index)):
            facts.types.update(dict.fromkeys(kinds))
    if not facts.types:
        for name, _ in named:
            facts.types.update(dict.fromkeys(places.listed_as(name)))


def _by_themselves(
    scan: Scan, found: list[tuple[str, int]], places: PlaceNames, *, moving: bool
) -> list[tuple[str, int]]:
    """The places without the towns that only tell where one of them lies: "the mine in Cagnac"."""
    within = set() if moving else {places.town(name) for name, _ in found}
    names = [name for name, _ in found]
    return [
        (name, index)
        for name, index in found
        if not any(other != name and f"({name})" in other for other in names)
        and (name not in within or scan.at(index - 1).says("leaving"))
    ]


def _is_named_kind(scan: Scan, index: int) -> bool:
    """Whether a site is called by what it is, as "the glass museum", and not only passed by: it is
    asked for whatever else is, as any museum would be."""
    name, before = scan.at(index).place or "", scan.at(index - 1)
    near = before.says("near") or (
        before.word in FUNCTION_WORDS and scan.at(index - 2).says("near")
    )
    return not near and any(Kind.ATTRACTION in concepts()[term].kinds for term in heads(name))


def _leads_from_here(scan: Scan, index: int) -> bool:
    """Whether "from here to" leads to a place: "c'est loin d'ici à Cordes ?"."""
    mark, behind = scan.at(index), index + 1
    if mark.word in _FROM_HERE and scan.at(behind).says("to"):
        behind += 1
    elif mark.word not in _FROM_HERE_TO:
        return False
    behind += scan.at(behind).word in _ARTICLES
    return scan.at(behind).place is not None


def _asked_besides(scan: Scan, facts: Facts) -> bool:
    """Whether a site's own price or hours are asked for in one breath with what stands there:
    "le musée, c'est combien et on peut se garer ?"; not those of the car park itself."""
    if facts.types.keys() != {Kind.SERVICE}:
        return False
    marks = list(enumerate(scan.marks))
    asked = [at for at, mark in marks if mark.says("ask_when") or scan.beside(at, "asks_of")]
    stands = [at for at, mark in marks if _is_service(mark)]
    return any(
        _apart(scan, *sorted((about, at))) for about in asked for at in stands if about != at
    )


def _is_service(mark: Mark) -> bool:
    return Kind.SERVICE in mark.all("asks") or any(
        Kind.SERVICE in concepts()[term].kinds for term in mark.terms
    )


def _apart(scan: Scan, first: int, last: int) -> bool:
    """Whether "and" or a stop stands between two marks."""
    between = range(first + 1, last)
    said = scan.text[scan.at(first).end : scan.at(last).start]
    return bool(_STOPS & set(said)) or any(scan.at(at).says("joins") == "and" for at in between)


def _is_here(scan: Scan, index: int) -> bool:
    """Whether a phrase says "around here": not "the area of the picnic tables", and "the next"
    only of a thing that stands somewhere: de "nächste Toilette", not "nächster Bus"."""
    mark, behind = scan.at(index), scan.at(index + 1)
    closing = mark.word in _CLOSING and not behind.word
    if closing or _leads_from_here(scan, index):
        return True  # "fireworks anywhere near?"
    if mark.says("nearest") is not None:
        return any(_STANDING & set(concepts()[term].kinds[:1]) for term in behind.terms) or any(
            Kind(kind) in _STANDING for kind in behind.all("asks")
        )
    if scan.at(index - 1).says("we_are"):
        return False  # "we are here by train"
    if mark.word in _THIS_WAY and "à" not in scan.typed(mark):
        return False  # "par la N88"
    timed = any(behind.says(group) for group in ("day", "part", "moment", "month"))
    if mark.says("ahead") and (timed or behind.date):
        return False  # fr "d'ici dimanche"
    if behind.says("joins") == "to" and scan.at(index + 2).says("day"):
        return False  # es "de aquí al domingo"
    if mark.word in _HENCE and behind.amount is not None:
        return not _SPANS & set(scan.at(index + 2).all("unit"))  # fr "d'ici trois jours"
    return mark.says("here") is not None and behind.word not in _OF


def is_shown(scan: Scan) -> bool:
    """Whether "here" is the screen or the sheet that is read: "the hours shown here are wrong"."""
    return any(
        mark.says("here") is not None
        and not _SHOWN.isdisjoint((scan.at(at - 1).word, scan.at(at + 1).word))
        for at, mark in enumerate(scan.marks)
    )


def _around_it(scan: Scan, index: int) -> bool:
    """Whether it only widens a place: "bikes to hire in Cordes or nearby"."""
    link = index - 1 if scan.at(index - 1).says("joins") else index - 2
    small = link == index - 1 or scan.at(index - 1).word in FUNCTION_WORDS
    return small and scan.at(link).says("joins") is not None and bool(scan.at(link - 1).place)


def _beside_place(scan: Scan, index: int, places: PlaceNames, *, moving: bool, first: bool) -> bool:
    """Whether a place's name is not where somebody wants to be: the wine of Gaillac, the card
    of Toulouse, the town one is driving on to."""
    if index in scan.denied:
        return True
    if not places.kinds(scan.at(index).place or "") and _is_origin(scan, index):
        return True
    if not moving and (_comes_from(scan, index) or _leads_on(scan, index)):
        return True
    return _on_road(scan, index) and not moving and first


def _is_origin(scan: Scan, index: int) -> bool:
    """Whether a place only says where a product is from or who gives out a card; no site does."""
    before, two_before, behind = scan.at(index - 1), scan.at(index - 2), scan.at(index + 1)
    if before.word in _ARTICLES and not _product(before):
        before, two_before = two_before, scan.at(index - 3)  # de "Käse aus den Cevennen"
    of = bool(before.says("from") or before.says("of_age") or before.word in _OF_NAME)
    grower = two_before if of else before
    if _is_grown(scan, index, grower):
        return True
    cellar = _CELLAR in grower.terms  # where no wine bears its name, it stands there
    if of and not cellar and (_product(two_before) or _WINE & set(two_before.terms)):
        return True
    if of and any(_LABELS & set(scan.at(index - back).terms) for back in (2, 3)):
        return True
    made = _product(before) and not cellar
    return made or _is_product(behind.word.partition(" ")[0])


def _site_of(scan: Scan, before: int, index: int) -> bool:
    """Whether a place only says which site the one before it is: "the viaduct of Tanus"."""
    return before == index - 2 and bool(scan.at(index - 1).says("of_age"))


def _is_grown(scan: Scan, index: int, grower: Mark) -> bool:
    """Whether a place's name is that of the wine which somebody grows: "cave de gaillac", short
    "cave gaillac", "a Gaillac winery", fr "un vigneron bio en gaillac"; who is "in Gaillac" has
    its cellar there."""
    name, behind = scan.at(index).place or "", scan.at(index + 1)
    near = (scan.at(index - back) for back in (2, 3))
    region = scan.lang == "fr" and scan.at(index - 1).word in _IN_WINE
    within = region and any(_WINE & set(mark.terms) for mark in near)
    named = scan.lang in _NAMED_BEFORE and scan.text[scan.at(index).end : behind.start] == " "
    if not (within or _GROWN & set(grower.terms) or (named and _GROWN & set(behind.terms))):
        return False
    entry = lexicon().entries.get(" ".join(("vin de", *name_words(name))))
    return entry is not None and any(term == "wine" for term, _ in entry.terms)


def _comes_from(scan: Scan, index: int) -> bool:
    """Whether it is the home of those who come: "venons de Lyon", "cosins de Tolosa", "we come
    on Friday from Lyon"."""
    before, two_before = scan.at(index - 1), scan.at(index - 2)
    if before.says("coming"):
        return True
    if "group" in before.all("party") and before.word.rpartition(" ")[2] in _OF:
        return True  # "on est un groupe de Toulouse"
    if not (before.says("from") or before.says("of_age")):
        return False
    who = "person" in two_before.all("unit") or two_before.says("one_of") == "old"
    who = who or "group" in two_before.all("party")
    return who or any(
        scan.beside(at, "comes") for at in scan.clause(range(index, index - _COMING, -1))[2:]
    )


def _leads_on(scan: Scan, index: int) -> bool:
    """Whether the road goes there: "tornem diumenge cap a Barcelona"."""
    if index in scan.onward:
        return True
    told = range(index - _ONWARD, index - 1)
    if scan.at(index - 1).says("onward"):
        return True  # "heading for Rodez"
    if any(scan.at(at).place is not None for at in told):
        return False  # "on the way from Albi to Rodez"
    on = next((at for at in reversed(told) if scan.at(at).says("onward")), None)
    if on is None or not scan.at(index - 1).says("to"):
        return False
    return not any(scan.at(at).terms for at in range(on + 1, index))  # ca "tornar a nadar a"


def _on_road(scan: Scan, index: int) -> bool:
    """Whether it is only driven to: "on the road to Rodez"."""
    return scan.at(index - 1).says("road") is not None and not _place_behind(scan, index)


def _driven_to(scan: Scan, index: int) -> bool:
    return _on_road(scan, index) or _leads_on(scan, index)


def _product(mark: Mark) -> bool:
    """Whether a phrase ends in something made or grown: "tastar vi", "vino"."""
    return _is_product(mark.word.rpartition(" ")[2])


def _is_product(word: str) -> bool:
    entry = lexicon().entries.get(word)
    return entry is not None and any(meaning.group == "product" for meaning in entry.meanings)


def _place_behind(scan: Scan, index: int) -> bool:
    return any(scan.at(later).place is not None for later in range(index + 1, index + 4))


def _reversed(scan: Scan, first: int, second: int) -> bool:
    """Whether the destination is named before the origin: "nach Albi von Cordes"."""
    if scan.at(second + 1).word in _STANDING_AT:
        return True  # oc "per Albi, de Monestièrs estant"
    ahead, behind = scan.at(first - 1), scan.at(second - 1)
    if behind.word in _OF_NAME and second == first + 2 and not behind.says("to"):
        return bool(ahead.says("to"))  # fr "le dernier bus pour rentrer à Albi de Cordes"
    stop = any("train_station" in scan.at(at).terms for at in range(first + 1, second))
    leaves = any(
        scan.at(at).says("leaving") for at in range(second - 3 if stop else second - 1, second)
    )
    return leaves and not ahead.says("leaving")  # "à Albi depuis la gare de Carmaux"
