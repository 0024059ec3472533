"""Sources: one pure reader per format, from a raw record to a `Draft`."""
