"""The one place where words live: concepts, labels and eco-gestures in the eight languages.

The words are in `data/`, one file a group, written to be edited by people who do not program:

    [castle]                              the concept, a `TermId`
    kinds = attraction                    what kind of listing the words ask for (may be absent)
    broader = monument                    whoever asks for a monument also gets castles
    fr = château, château fort, manoir    the first is shown on screen, the others are understood
    en = castle, manor house              … and so on for all eight languages

A section `[*]` holds what every concept of its file has unless it says otherwise. Labels are
written as in the middle of a sentence: small letters but for proper names and German nouns.
Accents, capitals and regular plurals need no entry of their own: search folds and stems.
A word may belong to several concepts (fr "marche" is a market or a walk): `words()` gives all.
"""

from catalog.vocabulary.concepts import Concept, concepts, label, wider, words
from catalog.vocabulary.gestures import Gesture, gesture_for, gestures
from catalog.vocabulary.guarantees import guarantee

__all__ = [
    "Concept",
    "Gesture",
    "concepts",
    "gesture_for",
    "gestures",
    "guarantee",
    "label",
    "wider",
    "words",
]
