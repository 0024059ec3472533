"""What is needed and not named: "where can we lock the bikes", "my kids are bored"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import Kind, TermId
from catalog.request.needed import needed
from catalog.request.verbs import infinitive
from catalog.vocabulary import concepts, real_words

if TYPE_CHECKING:
    from catalog.request.facts import Facts
    from catalog.request.gaps import Forms
    from catalog.request.marks import Mark, Scan

_SHORT: Final = 3
"""Words of no more letters are no verbs worth a look."""
_NO_VERBS: Final = ("asks", "speech", "day", "moment", "within")
"""Groups whose words are no form of a verb: es "pasado mañana" passes no night."""
_LOOSE: Final = (("health",), ("service",), ("shop", "service"), ("activity", "attraction"))
"""Sections of the data that only count where the question names nothing else, the first of them
that speaks: a hurt back, something broken, something to buy, anything to do."""
_PROGRAMME: Final = ("event",)
_DIETS: Final = frozenset({"gluten_free", "lactose_free", "allergy_menu", "vegetarian"})
"""What a table must mind: who cannot eat something refuses no meal, and asks for none of it."""


def read_needs(scan: Scan, facts: Facts, lang: str) -> None:
    """Fill themes and types from the phrases of needs in the language spoken.

    The words of a need ask for nothing else: a car that will not start is no drive.
    """
    words: list[Forms] = []
    marks: list[int] = []
    real = real_words()[lang]
    for index, mark in scan.free():
        moves = " " in mark.word and "reduced" in mark.all("mobility")
        for word in mark.word.split() or [mark.word]:
            known = mark.terms or any(map(mark.says, _NO_VERBS))
            plain = known or len(word) <= _SHORT or word in real
            verb = None if plain else infinitive(word, lang)
            forms = (word,) if verb is None else (word, verb)
            words.append(
                () if moves or mark.place else forms
            )  # de "schlecht zu Fuß" feels no worse
            marks.append(index)
    loose: dict[tuple[str, ...], tuple[Mark, Mark]] = {}
    taken: set[int] = set()
    for at in range(len(words)):
        for terms, stood in needed()[lang].starting(words, at):
            said = {marks[step] for step in stood}
            if taken & said or marks[at] in scan.denied:
                continue
            if len(stood) == 1 and marks.count(marks[at]) > 1:
                continue  # fr "pied" is no foot in "à pied"
            if _breaks(scan, marks, stood) or _carries(scan, said) or _of_doors(scan, said, terms):
                continue  # "find ice" does not stand in "find an ice rink"
            if terms in _LOOSE:
                loose.setdefault(terms, (scan.at(marks[at]), scan.at(marks[stood[-1]])))
                continue
            kinds, diet = _kinds(terms), bool(_DIETS & set(terms))
            taken |= said
            if diet:
                scan.denied -= {at for at, mark in enumerate(scan.marks) if "food" in mark.terms}
            scan.denied -= said  # "no train any more" refuses none
            first, last = scan.at(marks[at]), scan.at(marks[stood[-1]])
            for kind in kinds:
                facts.types.setdefault(kind)
                facts.say("types", kind, first, last)
            for term in terms:
                if concepts()[term].group != "kinds":
                    facts.themes.setdefault(term)
                    facts.say("themes", term, first, last)
            scan.used |= {index for index in said if scan.at(index).unknown}
            whole = {index for index in said if marks.count(index) == _covered(marks, stood, index)}
            scan.settled |= {i for i in whole if diet or not _asks(scan.at(i)) & set(kinds)}
    wished = next((terms for terms in _LOOSE if terms in loose), ())
    facts.loose.update((kind, loose[wished]) for kind in _kinds(wished))


def _kinds(terms: tuple[str, ...]) -> tuple[Kind, ...]:
    return tuple(dict.fromkeys(kind for term in terms for kind in concepts()[TermId(term)].kinds))


def _breaks(scan: Scan, marks: list[int], stood: tuple[int, ...]) -> bool:
    """Whether the last word of a need is but a part of a thing that is named: "theme park"."""
    index = marks[stood[-1]]
    return _covered(marks, stood, index) < marks.count(index) and any(
        concepts()[term].kinds for term in scan.at(index).terms
    )


def _of_doors(scan: Scan, said: set[int], terms: tuple[str, ...]) -> bool:
    """Whether what is there is to be open, not on: es "qué hay abierto hoy"."""
    near = scan.marks[min(said) : max(said) + 2]
    return terms == _PROGRAMME and any(mark.says("state") for mark in near)


def _carries(scan: Scan, said: set[int]) -> bool:
    """Whether all words of a need are those of one way to go, or of one dog that comes along: es
    "silla de paseo" is no walk, de "mit Tieren erlaubt" no zoo."""
    (index, *more) = said
    mark = scan.at(index)
    welcome = " " in mark.word and "dog" in mark.all("party")
    return not more and (welcome or mark.says("mobility") is not None)


def _covered(marks: list[int], stood: tuple[int, ...], index: int) -> int:
    """How many words of a mark a need has taken."""
    return sum(marks[step] == index for step in stood)


def _asks(mark: Mark) -> frozenset[Kind]:
    """The kinds that a mark asks for by itself."""
    named = [kind for term in mark.terms for kind in concepts()[term].kinds]
    return frozenset([*named, *(Kind(kind) for kind in mark.all("asks"))])
