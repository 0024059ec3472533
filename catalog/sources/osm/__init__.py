"""OpenStreetMap: toilets, drinking water, chargers and all else that a visitor needs on the way.

From the answer of Overpass (JSON, `out tags center`), a GeoJSON made of it, or a CSV whose
columns are tags. © OpenStreetMap contributors, ODbL 1.0.
"""
