"""The house format: listings in TOML files that an office writes and reads by hand.

A file says `house-catalogue = 1`, names its source once, and then holds one `[[listing]]` per
record. `catalog/demonstration/` is written in it. Nothing is guessed: a record with a key or a
value that is not understood is rejected whole, with the file, the record, the field and the
nearest word that would have been understood.
"""

from catalog.sources.house.reader import FORMAT_KEY, HouseSource

__all__ = ["FORMAT_KEY", "HouseSource"]
