"""The report as one HTML page to print or to save as PDF from any browser.

It stands alone: no script, no picture, no font, no address that a browser would fetch (its own
Content-Security-Policy forbids them). Every word of a record is escaped.
"""

from __future__ import annotations

from datetime import datetime
from html import escape
from typing import TYPE_CHECKING, Final

from catalog.refresh.blocks import Counted, Items, Lines, Table
from catalog.refresh.news import Shown, news, next_steps
from catalog.refresh.state import state

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.refresh.blocks import Block, Item, Section
    from catalog.refresh.report import Report
    from catalog.refresh.wording import Wording

_PAGE: Final = Shown(rejected=200, others=100, communes=100, tables=True)
_WIDE: Final = 6
"""Columns from which heads are written upwards."""

_STYLE: Final = """
@page { size: A4; margin: 15mm 14mm 16mm; }
* { box-sizing: border-box; }
body { font: 10.5pt/1.45 "Liberation Sans", "DejaVu Sans", Arial, sans-serif; color: #111;
  background: #fff; margin: 0 auto; max-width: 182mm; padding: 6mm 0; }
h1 { font-size: 15pt; line-height: 1.25; margin: 0 0 3mm; border-bottom: 1.2pt solid #111;
  padding-bottom: 2mm; }
h2 { font-size: 11.5pt; margin: 6mm 0 1.5mm; break-after: avoid; }
p { margin: 0 0 1.2mm; overflow-wrap: anywhere; }
ul { margin: 0 0 2mm; padding-left: 5mm; }
li { margin: 0 0 1mm; overflow-wrap: anywhere; break-inside: avoid; }
li small, td small { display: block; font-size: 9pt; color: #333; }
a { color: #111; }
table { border-collapse: collapse; margin: 0 0 2.5mm; font-variant-numeric: tabular-nums; }
th, td { padding: .6mm 2.2mm .6mm 0; text-align: right; vertical-align: top;
  border-bottom: .4pt solid #bbb; }
tr > :first-child { text-align: left; overflow-wrap: anywhere; }
th { font-weight: 600; vertical-align: bottom; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
table.wide { font-size: 9pt; }
table.wide th + th span { writing-mode: vertical-rl; transform: rotate(180deg);
  max-height: 42mm; line-height: 1.05; }
table.wide th, table.wide td { padding-right: 1.4mm; }
table.wide td + td { min-width: 9.5mm; }
table.counts td:first-child { text-align: right; white-space: nowrap; }
table.counts td { text-align: left; }
table.counts td + td { white-space: pre-wrap; overflow-wrap: anywhere; }
@media print { body { padding: 0; max-width: none; } }
"""


def page(report: Report, wording: Wording) -> str:
    """The whole report as one HTML document in the wording's language."""
    first, *others = news(report, wording, _PAGE)
    if report.survey is not None:
        others += state(report.survey, wording, _PAGE)
    others.append(next_steps(report, wording))
    body = "".join(_section(section) for section in others)
    return (
        f'<!DOCTYPE html>\n<html lang="{wording.lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(_title(report, wording))}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n<h1>{escape(first.title or '')}</h1>\n"
        f"{''.join(map(_block, first.blocks))}{body}</body>\n</html>\n"
    )


def _title(report: Report, wording: Wording) -> str:
    """What a browser proposes as the name of the PDF."""
    if not report.started:
        return wording.say("page.title", date="–")
    return wording.say("page.title", date=wording.day(datetime.fromisoformat(report.started)))


def _section(section: Section) -> str:
    head = f"<h2>{escape(section.title)}</h2>\n" if section.title is not None else ""
    return f"<section>\n{head}{''.join(map(_block, section.blocks))}</section>\n"


def _block(block: Block) -> str:
    match block:
        case Lines(lines):
            return "".join(f"<p>{escape(line)}</p>\n" for line in lines)
        case Items(items, rest):
            rows = "".join(f"<li>{_item(item)}</li>\n" for item in items)
            return f"<ul>\n{rows}</ul>\n{_rest(rest)}"
        case Counted(counted):
            rows = "".join(
                f"<tr><td>{escape(count)}</td><td>{_item(item)}</td></tr>\n"
                for count, item in counted
            )
            return f'<table class="counts">\n{rows}</table>\n'
        case Table():
            return "".join(_table(block))


def _item(item: Item) -> str:
    text = escape(item.text)
    if item.link:
        text = f'<a href="{escape(item.link)}" rel="noreferrer">{text}</a>'
    return text + "".join(f"<small>{escape(line)}</small>" for line in item.under)


def _table(table: Table) -> Iterator[str]:
    wide = ' class="wide"' if len(table.head) > _WIDE else ""
    yield f"<table{wide}>\n"
    if table.head:
        heads = "".join(f'<th scope="col"><span>{escape(head)}</span></th>' for head in table.head)
        yield f"<thead><tr>{heads}</tr></thead>\n"
    for row in table.rows:
        yield f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>\n"
    yield f"</table>\n{_rest(table.rest)}"


def _rest(rest: str | None) -> str:
    return f"<p>{escape(rest)}</p>\n" if rest else ""
