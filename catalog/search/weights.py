"""What the parts of a score are worth, in points. What a word is worth in each field stands in
`rows`, by each way of reading it in `question`; nothing else weighs anything.

words         up to 100: the words found, weighed by rarity, field and how they were read
name          the whole name is what was typed, or goes on from more than what it is
whole         the words, as they were understood, are all of the name
almost        the whole name is almost what was typed, or goes on from almost that
resemblance   up to 10: likeness of the whole lines; a name that begins so gets more
near          closer is better: a nudge, or the leading part when only a concept or a place
              was asked
town          all of its commune's name was asked for
itself        it is the village or the town that alone was asked for
both          it is one concept and has the other that a compound names: the "Glasmuseum"
said          the words themselves stand there too, where several together are a concept
corrected     a word had to be corrected: always less than any listing that has it as typed
missing       a word is not there at all
elsewhere     it lies not in the town named, but next to it
"""

from __future__ import annotations

from typing import Final

NAME: Final = 50.0
OTHER_NAME: Final = 45.0
ONE_OF_THAT_NAME_KM: Final = 40.0
CALLED_WHAT_IT_IS: Final = 8.0
"""For one of several called just "Lavoir", when the nearest lavoir is asked for: two or three
kilometres."""
NAME_BEGUN: Final = 50.0
PHRASE_BEGUN: Final = 22.0
"""For a name that goes on from "moulin de la": more is typed than what it is; and from "table
d'ori" or "la bicyc", which may only be what it is."""
WHOLE: Final = 8.0
WHOLE_BUT_SMALL_WORDS: Final = 4.0
ALMOST: Final = 20.0
ALMOST_BEGUN: Final = 8.0
ALMOST_LETTERS: Final = 6
"""A slip in a small word, or in one that is a word too, makes no other line of a long one."""
BEGINNING: Final = 4.0
RESEMBLANCE: Final = 10.0
CORRECTED: Final = -25.0
MISSING: Final = -25.0
NEAR: Final = 8.0
NEAR_KM: Final = 15.0
NEAR_FIRST: Final = 40.0
NEAR_FIRST_KM: Final = 10.0
TOLD: Final = 0.45
NEXT_TOWN: Final = 0.6
NEXT_TOWN_KM: Final = 30.0
LEAST: Final = 15.0
"""Points for its words under which a listing is not an answer."""
GOOD: Final = 60.0
"""Points under which, if a word is unknown, it is worth looking further."""
TOWN: Final = 3.0
ITSELF: Final = 8.0
TOWN_BEGUN: Final = 4
"""For "Beynac" and "beyn": the village comes before its church; letters from which it does."""
ELSEWHERE: Final = -30.0
CALLED_SO: Final = 0.8
"""For a word that names what is asked for, in the name of what is something else; less than for
the concept."""
UNCLASSED: Final = 0.4
"""For a word that says what a listing of this very name is, when its source does not say so."""
LOOSE: Final = 0.75
"""What a badly misspelt word is worth times its likeness."""
SAID: Final = 10.0
GOES_ON: Final = 90.0
"""Likeness of a name of which only the beginning is typed."""
FAR_BEHIND: Final = 0.54
"""Share of the best such points under which a listing is only noise below the answer."""
NAME_ALONE: Final = 0.8
FACET_ALONE: Final = 0.59
"""For a question that is only a concept: what a listing is outweighs what it is called, and what it
has beside it even from next door (with NEAR_FIRST less than 100): "toilets" are public toilets."""
