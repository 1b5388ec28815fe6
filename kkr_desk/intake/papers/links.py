"""Nothing outside an Office Open XML file is ever fetched: what leads there is taken out before it is converted.

Hyperlinks stay: a reader follows them, a converter does not. Whether something is one is told by the element that
uses it, since the kind that a relation claims for itself binds no program.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from kkr_desk.intake.conversion import Refused
from kkr_desk.intake.papers.brought import Brought
from kkr_desk.intake.papers.package import Package
from kkr_desk.intake.papers.relations import Relation, cut, cut_off, relations, sources
from kkr_desk.intake.papers.xml_part import Element, drop, drop_all, elements, found, local, space, written
from kkr_desk.model import FileStatus, Notice

_HYPERLINKS = {"hyperlink", "hlinkClick", "hlinkHover", "hlinkMouseOver"}
_NOTHING_WITHOUT = {
    "attachedTemplate",
    "audioFile",
    "dataSource",
    "externalReference",
    "headerSource",
    "htmlPubPr",
    "media",
    "quickTimeFile",
    "recipientData",
    "saveThroughXslt",
    "sourceFileName",
    "src",
    "subDoc",
    "videoFile",
}
"""Elements that say nothing beside where they lead."""

_UNSEEN = {"attachedTemplate", "transform"}
"""Kinds whose absence shows nowhere."""

_OFFICE = {"urn:schemas-microsoft-com:office:office", "urn:schemas-microsoft-com:vml"}
_RELATION_ATTRIBUTES = "//@*[contains(namespace-uri(), '/relationships') or local-name() = 'relid']"
_SVG_LINKS = re.compile(r"url\(\s*['\"]?\s*(?!#)[^)]*\)|@import[^;]*;?", re.IGNORECASE)
_MACRO_KINDS = (
    "vbaProject",
    "vbaProjectSignature",
    "vbaProjectSignatureAgile",
    "vbaProjectSignatureV3",
    "wordVbaData",
    "attachedToolbars",
    "keyMapCustomizations",
    "extensibility",
    "ui",
)
_PICTURE = re.compile(rb"<(?:\w+:)?(?:imagedata|fill|stroke|image)\b[^>]*>", re.IGNORECASE)
_PICTURE_SOURCE = re.compile(rb"""\s(?:src|o:(?:href|althref))\s*=\s*("[^"]*"|'[^']*')""", re.IGNORECASE)


def cut_links(package: Package, brought: Brought) -> None:
    """Take out what leads outside, except where a reader follows it."""
    for source in sources(package):
        outside = {r.id: r for r in relations(package, source) if r.outside}
        tree = package.tree(source) if outside and source.lower().endswith(".xml") else None
        for element, key in _misused(tree, outside) if tree is not None else ():
            if outside[element.get(key)].kind == "hyperlink":
                brought.links += 1
            _cut_use(element, key)
            package.touch(source)
        for relation in outside.values():
            if relation.kind != "hyperlink":
                brought.links += relation.kind not in _UNSEEN
                cut(package, source, relation)
    for name in list(package.names()):
        if name.lower().endswith(".vml"):
            _clean_drawing(package, name, brought)
        elif name.lower().endswith(".svg"):
            clean_picture(package, name, brought)


def cut_macros(package: Package, brought: Brought) -> None:
    """Take out programs."""
    if cut_off(package, *_MACRO_KINDS):
        brought.macros = True


def cut_picture_sources(root: Element) -> int:
    """Take the addresses of pictures out of the older drawings in a part; returns how many."""
    count = 0
    for element in found(root, "imagedata", "fill", "stroke", "image"):
        if space(element) not in _OFFICE:
            continue
        for key in ("src", *(f"{{{name}}}{word}" for name in _OFFICE for word in ("href", "althref"))):
            if element.attrib.pop(key, ""):
                count += 1
    return count


def _misused(root: Element, outside: Mapping[str, Relation]) -> list[tuple[Element, str]]:
    """Elements that would load what lies outside, and the attribute they do it by."""
    return [
        (value.getparent(), value.attrname)
        for value in root.xpath(_RELATION_ATTRIBUTES)
        if value in outside and local(value.getparent()) not in _HYPERLINKS
    ]


def _cut_use(element: Element, key: str) -> None:
    if local(element) in _NOTHING_WITHOUT:
        drop(element)
    else:
        element.attrib.pop(key, None)


def _clean_drawing(package: Package, name: str, brought: Brought) -> None:
    """As `cut_picture_sources`, in a part that is often no sound XML, since Excel wrote it as it liked."""
    data = package.data(name)
    if re.search(rb"<!(?:ENTITY|DOCTYPE)", data) or data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        raise Refused(FileStatus.DAMAGED, Notice("office-built-oddly"))
    clean, count = _without_sources(data)
    if count:
        brought.links += count
        package.put(name, clean)


def _without_sources(data: bytes) -> tuple[bytes, int]:
    count = 0

    def clean(tag: re.Match[bytes]) -> bytes:
        nonlocal count
        text, cuts = _PICTURE_SOURCE.subn(b"", tag[0])
        count += cuts
        return text

    return _PICTURE.sub(clean, data), count


def clean_picture(package: Package, name: str, brought: Brought) -> None:
    """Let an SVG picture show itself alone: no other file, no script, no document type."""
    data = package.data(name)
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities="internal", no_network=True, load_dtd=False))
    except (etree.XMLSyntaxError, ValueError):
        package.put(name, b'<svg xmlns="http://www.w3.org/2000/svg"/>')
        return
    count = drop_all(found(root, "script", "foreignObject"))
    for element in list(elements(root)):
        for key, value in list(element.attrib.items()):
            if key.rpartition("}")[2] == "href" and local(element) != "a" and not re.match(r"\s*(?:#|data:)", value):
                del element.attrib[key]
                count += 1
            elif _SVG_LINKS.search(value):
                element.set(key, _SVG_LINKS.sub("none", value))
                count += 1
        if local(element) == "style" and element.text and _SVG_LINKS.search(element.text):
            element.text = _SVG_LINKS.sub("", element.text)
            count += 1
    if count or root.getroottree().docinfo.doctype:
        brought.links += count
        package.put(name, written(root))
