"""The local overlay: what the office knows better than its sources, in a file edited by hand.

An entry adds a listing, corrects fields of one, or hides one; it carries a date and initials, may
end on a day, and is applied anew at every refresh, whatever the sources say. The file is TOML
(`house-overlay = 1`, entries `[[add]]`, `[[correct]]`, `[[hide]]`; fields as in the house format)
or a table with the columns action, id, field, value, date, by (docs: guide).
"""
