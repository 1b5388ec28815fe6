"""XML of a file that nobody vouches for: no entity, no network, no document type, no bottomless depth.

libxml2 itself bounds depth (256) and the length of one text (10 MB) where `huge_tree` is off.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from kkr_desk.intake.conversion import Refused
from kkr_desk.model import FileStatus, Notice

Element = Any
"""An element of lxml, which has no types of its own."""

MOST_XML_BYTES = 48 << 20
"""Of one part; its tree takes some fifteen times as much memory."""


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_blank_text=False,
    )


def parse(data: bytes) -> Element:
    """The root element of a part.

    Raises:
        Refused: It is no XML, declares entities, or is too large to be taken in.
    """
    if len(data) > MOST_XML_BYTES:
        raise Refused(FileStatus.TOO_LARGE, Notice("office-too-large"))
    try:
        root = etree.fromstring(data, _parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Refused(FileStatus.DAMAGED, Notice("file-damaged")) from error
    kind = root.getroottree().docinfo.internalDTD
    if kind is not None and next(iter(kind.iterentities()), None) is not None:
        raise Refused(FileStatus.DAMAGED, Notice("office-built-oddly"))
    return root


def written(root: Element) -> bytes:
    """A part's bytes; a document type is left out, since none of the formats needs one."""
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True, with_tail=False)
    return data


def local(element: Element | None) -> str:
    """An element's name without its namespace; "" for comments, processing instructions, and what is above a root."""
    tag = None if element is None else element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def space(element: Element) -> str:
    """An element's namespace."""
    tag = element.tag
    return tag[1:].partition("}")[0] if isinstance(tag, str) and tag.startswith("{") else ""


def found(root: Element, *names: str) -> list[Element]:
    """All elements below of some local names, whatever their namespace: strict files have their own ones."""
    return [element for element in root.iter(*(f"{{*}}{name}" for name in names)) if element is not root]


def child(element: Element, name: str) -> Element | None:
    """The first child of a local name."""
    return element.find(f"{{*}}{name}")


def attribute(element: Element, name: str) -> str:
    """An attribute by its local name; "" where it has none."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return ""


def drop(element: Element | None) -> None:
    """Take an element out with all in it; the text behind it stays."""
    parent = element.getparent() if element is not None else None
    if element is None or parent is None:
        return
    _keep_text(element, element.tail)
    parent.remove(element)


def drop_all(elements: Iterable[Element]) -> int:
    """Take elements out; returns how many."""
    taken = list(elements)
    for element in taken:
        drop(element)
    return len(taken)


def unwrap(element: Element) -> None:
    """Put what is in an element in its place."""
    parent = element.getparent()
    if parent is None:
        return
    _keep_text(element, element.text)
    last = element[-1] if len(element) else None
    at = parent.index(element)
    for each in list(element):
        parent.insert(at, each)
        at += 1
    if element.tail:
        if last is None:
            _keep_text(element, element.tail)
        else:
            last.tail = (last.tail or "") + element.tail
    element.tail = None
    parent.remove(element)


def _keep_text(element: Element, text: str | None) -> None:
    """Put text where an element stands."""
    if not text:
        return
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def text_of(element: Element, *names: str) -> str:
    """The text in an element's parts of some local names, in their order."""
    return "".join(part.text or "" for part in element.iter(*(f"{{*}}{name}" for name in names)))


def elements(root: Element) -> Iterator[Element]:
    """All elements, comments and processing instructions left out."""
    yield from root.iter("*")
