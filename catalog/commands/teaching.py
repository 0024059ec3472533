"""What `catalog --help` and the help of each command teach."""

from __future__ import annotations

from typing import Final

OVERVIEW: Final = """\
The catalogue of the kiosk: fill it, look into it, go back to an earlier one.

  catalog refresh flux.zip            read an export and put it in use
  catalog refresh                     the same with the sources named in kiosk.toml
  catalog refresh --dry-run flux.zip  only say what that would change
  catalog search "chateau de pene"    what a visitor would find
  catalog show ID                     one listing, every field
  catalog diff                        what the last refresh changed, field by field
  catalog rollback                    the catalogue before this one
  catalog mapping toilets.csv         which column of a table is read as what
  catalog exposure                    who was shown how often, by commune and place
  catalog counts                      who came when, in which language, and asked for what
  catalog worklist                    what to call about first
  catalog report                      the report of the last refresh, again

Data goes to stdout, narration to stderr. Exit codes: 0 done, 1 nothing found or the catalogue
cannot serve, 2 wrong use, 3 refused by a guard, 4 input unreadable, 130 interrupted (Ctrl-C;
a refresh by SIGTERM too). After 2, 3 and 4 nothing was changed; after 130 a refresh says whether
the new catalogue is in use."""

REFRESH: Final = """\
Read every SOURCE, build a new catalogue from all of them together, check it, and put it in the
place of the one in use. Listings that no source has any more are gone: name all your sources
each time. If anything goes wrong, the catalogue in use stays as it is.

A SOURCE is a file, a folder with several of them, or a web address (http, https): an export of
APIDAE, DATAtourisme, Tourinsoft, LEI, OpenAgenda, Opendatasoft, Geotrek or OpenStreetMap, a
calendar (.ics), a track (.gpx, .kml, .kmz), a table (.csv, .xlsx; `catalog mapping` names its
columns), a catalogue in the house format (.toml). The format is found out. Records of one place
become one listing. Files of the folder overlay/ in the data folder (the office's own additions,
corrections and hidings) are part of every refresh. Without SOURCE, the [[source]] tables of
kiosk.toml are read (kiosk.example.toml says how), and what lies in the inbox, if one is named;
scripts/refresh names the folder inbox/ beside scripts/.

Web addresses are downloaded only when the server has something newer, and a copy is kept. When
the network fails nothing is changed; --offline then reads the copies and says their dates.

Guards keep the catalogue in use when the new one has lost a fifth of its listings, or of the
records of one source (largest_drop), when a file of the inbox is of no known format, and when a
canary question (canaries.toml in the data folder) is not answered as it should be:

  [[canary]]
  ask = "toilettes"
  expect = "Toilettes du marché"   # a name or an id; among the first 5, or within = …

examples:
  catalog refresh flux-tarn.zip
  catalog refresh flux-tarn.zip our-toilets.toml     two sources, one catalogue
  catalog refresh inbox/                             everything that lies in the folder
  catalog refresh https://example.org/flux.zip       downloaded when newer
  catalog refresh                                    the sources of kiosk.toml
  catalog refresh --offline                          their copies, without a network
  catalog refresh --dry-run --report what.json flux-tarn.zip
  catalog refresh --force flux-tarn.zip              even if it has far fewer listings"""

REPORT: Final = """\
The report of the last refresh, again: what was read, new, changed, gone or rejected, what is
doubtful, what the catalogue covers and lacks, and how good its listings are.

examples:
  catalog report --lang de
  catalog report --json
  catalog report --page report.html                  open it in a browser and print it"""

SEARCH: Final = """\
Search as the kiosk does: accents, spelling mistakes and word order do not matter.

examples:
  catalog search "cascade" --limit 5
  catalog search "waterfall" --lang en --json
  catalog search "chat" --prefix                     as if still typing
  catalog search "restaurant" --near Carmaux --within 10 --open-at 2026-07-23T12:30
  catalog search --kind lodging --dogs --spoken de   no words: only filters
  catalog search "Burg Brunikel" --explain           what each word was taken for, and each score
  catalog search --batch < questions.jsonl           {"id", "q", "lang"?, "prefix"?} a line"""

SHOW: Final = """\
One listing, every field that is known, with its sources and their dates, and its hours as an
OpenStreetMap opening_hours expression. The fields of which nothing is known are named last.

ID is the listing's id, the producer's id of the record, or its web address.

examples:
  catalog show demonstration:office-carmaux
  catalog show PCUAQU047FS0004T --json"""

VERSIONS: Final = """\
The versions kept, newest first; * is in use. --check compares each with the checksum that was
written when it was published, and exits with 1 if one is damaged.

examples:
  catalog versions
  catalog versions --check
  catalog versions --json"""

DIFF: Final = """\
What changed between two versions: listings that are new or gone, and for each one changed every
field before and after. Without VERSION, the version before the one in use is compared with it;
with one, that version.

examples:
  catalog diff                                       what the last refresh changed
  catalog diff 2026-11-16T083000Z                    since that version
  catalog diff 2026-11-09T083000Z 2026-11-16T083000Z
  catalog diff --json"""

WORKLIST: Final = """\
What to call about first: listings whose hours are over, unknown or long unconfirmed, without a
price, a telephone or a text in a visitor's language, doubtful pairs, and what the last refresh
rejected; those that visitors ask for most and that are oldest come first:

  priority = asked (1 + answers given in 12 months) × age (months, 1 to 60) × urgency (reasons)

Answers come from desk.sqlite, of this post or of others (--desk, several times; a desk given
twice counts once). Tables are for Excel and LibreOffice: UTF-8 with a mark, `;` between cells,
formulas made harmless.

examples:
  catalog worklist                                   the call sheet, with boxes to tick
  catalog worklist --explain --limit 5               how the order comes about
  catalog worklist --office "Ségala" --text calls.txt
  catalog worklist --csv calls.csv --desk stand.sqlite --desk kiosk.sqlite
  catalog worklist --split questionnaires/           one questionnaire an office, text and table"""

EXPOSURE: Final = """\
Who is shown how often: the answers that the posts gave, by commune and by place, beside what each
commune has in the catalogue. It is the proof that nobody is favoured, for elected members and for
those who are in the catalogue: no place is always first, and none can be paid for.

Read it so: a commune with 5 % of the listings and 20 % of the answers is where visitors ask, or
where the post stands; a place with a tenth of all answers is worth a look at its equals. The
ranking has one formula, the same for all; `kiosk ask --explain` shows it at work.

Answers come from desk.sqlite, of this post or of others (--desk, several times; a desk given
twice counts once). They hold no visitor: only what was shown, and when, to the hour.

examples:
  catalog exposure                                   the last year, of this post
  catalog exposure --days 30 --limit 10              the last month, ten rows a table
  catalog exposure --desk stand.sqlite --desk kiosk.sqlite
  catalog exposure --json > exposure.json            every commune and every place"""

COUNTS: Final = """\
How many visitors came, in which month, at which hour, in which language, to which post; what they
asked the adviser for, and how often nothing was found; what they were shown, took and printed. For
the office's yearly report and its opening hours.

A record holds an hour, a language, a post and codes: no name, no sentence, no visitor twice. A
question that names several things (a restaurant, with a dog) counts for each of them.

Counts come from desk.sqlite, of this post or of others (--desk, several times; a desk given twice
counts once). The table for spreadsheets is UTF-8 with a mark, `;` between cells.

examples:
  catalog counts                                     the last year, of this post
  catalog counts --year 2026 --csv 2026.csv          a year, a row for each hour of each day
  catalog counts --days 30 --lang nl
  catalog counts --desk stand.sqlite --desk kiosk.sqlite --json"""

MAPPING: Final = """\
Propose the mapping of a table (CSV or XLSX): which column holds the name, the position, the
hours … found out from the titles of the columns and what stands below them. Save it beside the
table, correct it by hand, and the next refresh reads the table by it.

examples:
  catalog mapping toilets.csv
  catalog mapping toilets.csv > toilets.mapping.toml"""

ROLLBACK: Final = """\
Put an earlier version in use again, by default the one before the one in use. Nothing is lost:
the version left is kept too, and the next refresh publishes a new one. A version whose file is
not to the byte what was published is refused.

examples:
  catalog versions
  catalog rollback
  catalog rollback 2026-11-16T083000Z"""
