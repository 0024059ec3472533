"""Tracks and routes that somebody drew or recorded: GPX 1.0 and 1.1, KML, KMZ.

A track is what it is on the ground: where it begins, how long it is, how much it climbs, whether
it comes back. Who recorded it, when and how fast is theirs: neither authors nor times are read.
"""
