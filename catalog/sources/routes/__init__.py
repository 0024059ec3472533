"""Walks of a department as a GeoJSON table: one start point a walk, its facts in columns.

Such files have no schema of their own; `columns` is the table of the names that mean something.
The values of one cell may be in two languages (`Fácil / Facile`), and several addresses may stand
in one string.
"""
