"""The local overlay: what the office knows better than its sources, in a file edited by hand.

An entry adds a listing, corrects fields of one, hides one, or says of two whether they are one
place; it carries a date and initials, may end on a day, and is applied anew at every refresh,
whatever the sources say. The file is TOML (`house-overlay = 1`, entries `[[add]]`, `[[correct]]`,
`[[hide]]`, `[[same]]`, `[[different]]`; fields as in the house format) or a table with the columns
action, id, field, value, date, by.
"""
