"""What `kiosk --help` and the help of each command teach."""

from __future__ import annotations

from typing import Final

OVERVIEW: Final = """Offline information for visitors, in eight languages.

  kiosk                                           the visitors' kiosk
  kiosk counter --post "Marché" --here Carmaux    the adviser's screen, distances from Carmaux
  kiosk ask "où se baigner demain"                an answer without a screen; --json for scripts
  kiosk check                                     is this post fit to open?

The catalogue is filled by `catalog refresh` (scripts/refresh); --demonstration makes one to try.
Data goes to stdout, narration to stderr. Exit codes: 0 done, 1 nothing found, not fit or
crashed, 2 wrong use, 130 interrupted (Ctrl-C)."""
ASK: Final = """Answer a question about places, events, walks and services from the catalogue.

  kiosk ask "où se baigner demain avec deux enfants"
  kiosk ask --lang en --here Monestiés --now 2026-07-25T18:00 "a table for tonight"
  kiosk ask --json --explain "wc"                  every field, and what each score is made of
  kiosk ask --batch < questions.jsonl > answers.jsonl

A batch reads {"id", "text", "here"?, "now"?, "lang"?} on each line and writes one line for each,
in order: the answer with "ms", or {"id", "error"}. Without --here distances start at the post's
own place, without --now it is now. Exit codes: 0 answered, 1 nothing found or
no catalogue that can be read, 2 wrong use, 130 interrupted."""

VISITOR: Final = """The visitors' kiosk: a screen that anybody may use alone.

  kiosk                                           or: kiosk visitor

A post with a kiosk.toml is locked: its user cannot leave it, and it ends by SIGTERM only. Without
one it is a demonstration, and Ctrl+Q leaves. After 45 seconds without a touch it warns, then
forgets everything that was asked (kiosk.toml, [idle]). What breaks is in kiosk.log of the data
folder; the exit status is then 1, for a supervisor that starts it again."""

COUNTER: Final = """The adviser's screen: the same app, its keys for one who talks while typing.

  kiosk counter
  kiosk counter --post "Marché de Carmaux" --here Carmaux
  kiosk counter --here 44.05,2.16 --lang en

Distances start at --here, else at the post's own place; it is a commune, a site or a listing of
the catalogue, by its name or id, or LAT,LON. The slip comes out in the visitor's language: /nl on
the line, or F2. F1 shows every key."""

CHECK: Final = """Is this post fit to open? One line a point, and below it the way out.

  kiosk check
  kiosk check --json                              for scripts: "fit", and each point by its id
  kiosk check --lang en

Looks at the terminal, the catalogue and its age, the languages, the printer, the outbox, the
counts and notices, the clock and the calendar of school holidays. Makes and changes nothing.
Exit codes: 0 fit to open, 1 not, 2 wrong use."""
