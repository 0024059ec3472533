"""Letters typed so far → listings, in a few milliseconds, from tables inside the catalogue file.

normalise   one spelling for index and query (`function_words`: what may be missing)
index       the tables, written by a refresh
lexicon     what one typed word may mean: word, prefix, misspelling, sound, concept
question    a typed line → words with their readings
candidates  readings → at most a few hundred rows, in widening tiers
rows        the rows of the last questions
lookup      the readings of a word in the words of many rows
score       one score of named parts
engine      `SearchEngine`, the door of the room
"""
