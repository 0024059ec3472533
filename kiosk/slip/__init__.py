"""The slip a visitor takes along: one document, laid out as plain text, receipt or sheet."""
