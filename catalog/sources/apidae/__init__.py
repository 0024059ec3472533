"""Apidae, the tourist database shared by the offices of Auvergne-Rhône-Alpes, Provence and others:
exports and query replies in JSON, format v002.

An export is a zip file: `objets_modifies/*.json` (one object or a list a file),
`objets_supprimes.json` (ids), and the companions that give ids their words
(`elements_reference.json`, `communes.json`). A reply holds `objetsTouristiques`, its words inline.
Never read: contacts, private data, internal criteria, addresses for reporting problems, and the
names of whoever takes bookings.
"""
