"""Routes in the national schema of hiking itineraries (PnX-SI schema_randonnee 1.1, GeoJSON).

One FeatureCollection of LineStrings; lengths and heights in metres, `duree` in hours,
`denivele_negatif` at or below zero, texts in French and often HTML. The fields of versions 0.2 to
1.0 are understood too: `proprietaire`, `transports`, MultiLineString.
"""
