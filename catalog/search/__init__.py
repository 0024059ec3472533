"""Letters typed so far → listings, in a few milliseconds, from tables inside the catalogue file.

normalise   one spelling for index and query (`function_words`: what may be missing)
index       the tables, written by a refresh (`index_words`: those of words)
lexicon     what one typed word may mean: word, prefix, misspelling, sound, concept
question    a question as words with their readings
reading     a typed line → a question; corrections, where they are needed
nearby      "near X", "10 km from X"
filters     what may be shown at all: kinds, labels, access, open then…
candidates  readings → at most a few hundred rows, in widening tiers
rows        the rows of the last questions
lookup      the readings of a word in the words of many rows
score       one score of named parts
matching    where the words found stand in what is shown
engine      `SearchEngine`, the door of the room
"""
