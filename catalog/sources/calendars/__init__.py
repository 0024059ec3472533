"""Calendars: iCalendar files (RFC 5545, with RFC 7986 and what Outlook, Google and Apple add).

A file is read line by line: `file` finds the events in it, `components` reads one event's lines,
`recurrence` works out its dates and `event` makes the draft. Not read, on purpose: ORGANIZER,
ATTENDEE, CONTACT and everything else that names a person.
"""
