"""A large XML file as a sequence of records, each built when its turn comes and then forgotten.

XML 1.0 without what makes it dangerous: no document type, hence no entities but the five of the
language, and nothing is fetched. Depth and size are limited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.errors import Unreadable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

MAX_BYTES: Final = 4 << 30
MAX_DEPTH: Final = 60
MAX_TEXT: Final = 1 << 20


def records(path: Path, tags: Collection[str]) -> Iterator[Element]:
    """Every element of these names (without namespace), in order, with all that is inside.

    Raises Unreadable for what is not XML, breaks off or is dangerous.
    """
    # a refresh reads XML, a post never does: it must not pay for the import
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    if path.stat().st_size > MAX_BYTES:
        raise _unreadable(path, f"the file is larger than {MAX_BYTES >> 20} MiB")
    try:
        with path.open("rb") as stream:
            yield from _found(iterparse(stream, ("start", "end"), forbid_dtd=True), tags, path)
    except DefusedXmlException:
        raise _unreadable(path, "the XML declares a document type or entities") from None
    except (ParseError, LookupError, ValueError) as error:
        raise _unreadable(path, f"this is not XML ({error})") from None


def _found(
    events: Iterator[tuple[str, Element]], tags: Collection[str], path: Path
) -> Iterator[Element]:
    open_elements: list[Element] = []
    inside = 0
    for event, element in events:
        wanted = local(element) in tags
        if event == "start":
            open_elements.append(element)
            inside += wanted
            if len(open_elements) > MAX_DEPTH:
                raise _unreadable(path, "the elements are nested too deeply")
            continue
        open_elements.pop()
        inside -= wanted
        if wanted and not inside:
            yield element
        if not inside:  # nothing that is still wanted hangs on it
            element.clear()
            if open_elements:
                open_elements[-1].remove(element)


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def text(element: Element | None, name: str) -> str:
    """The text of the first child of a name, "" if there is none."""
    if element is None:
        return ""
    for child in element:
        if local(child) == name:
            return (child.text or "").strip()[:MAX_TEXT]
    return ""


def _unreadable(path: Path, message: str) -> Unreadable:
    return Unreadable(
        message, where=str(path), remedy="Download or copy the file again, then repeat."
    )
