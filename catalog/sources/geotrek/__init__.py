"""Geotrek, the outdoor software of parks and departments: what its API gives out, as files.

`answers` opens one file, `lists` tells what it holds and joins ids to labels, `fields` reads a
record's values in its published languages, `terms` means its words, and one module for each family
of records makes drafts: `treks`, `contents`, `events`, `outdoor`.
"""
