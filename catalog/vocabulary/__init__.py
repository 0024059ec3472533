"""The one place where words live: concepts, labels and eco-gestures in the eight languages.

The words are in `data/`, one file or folder a group, for people who do not program:

    [castle]                              the concept, a `TermId`
    kinds = attraction                    what kind of listing the words ask for (may be absent)
    broader = monument                    whoever asks for a monument also gets castles
    fr = château, château fort, manoir    the first is shown, the others are understood
    en = castle, manor house              … and so on for all eight languages

The concepts of `kinds.ini` are the kinds themselves and stand above all others. A section
`[*]` holds what every concept of its file has unless it says otherwise. Labels are written as
in the middle of a sentence: small letters but for proper names and German nouns. Accents and
capitals make no difference, nor does a plural in -s (German, Dutch and Italian plurals are
written out). A word may belong to several concepts (it "bagno" is a bathe or a bathroom):
`words()` gives them all. What is a thing in one language and an everyday word in another (de
"See", en "see") stands in `everyday.ini` too.

A narrow concept takes its words with it: "pottery" is no synonym of the craft workshop above it,
or whoever asks for a potter would be sent to the saddler.
"""

from catalog.vocabulary.concepts import Concept, concepts, label, wider, words
from catalog.vocabulary.everyday import bound_heads, everyday, real_words
from catalog.vocabulary.gestures import Gesture, gesture_for, gestures
from catalog.vocabulary.guarantees import guarantee
from catalog.vocabulary.places import PlaceWords, place_words

__all__ = [
    "Concept",
    "Gesture",
    "PlaceWords",
    "bound_heads",
    "concepts",
    "everyday",
    "gesture_for",
    "gestures",
    "guarantee",
    "label",
    "place_words",
    "real_words",
    "wider",
    "words",
]
