"""OpenAgenda, API v2: the events of one agenda, or of several joined by another.

An event is a pure function of its JSON (`event.read_event`); events that are one thing on several
dates, such as a flea market entered once a Saturday, become one listing (`values.series`).
Not read, on purpose: the people who entered it (`creatorUid`, `ownerUid`, `contributor`, `member`)
and what the agenda's own team says to each other (`motive`, `featured`).
"""
