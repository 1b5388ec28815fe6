"""How the parts of an Office Open XML file lead to one another (ECMA-376 part 2, 6.5 and 7.2)."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from kkr_desk.intake.conversion import Refused
from kkr_desk.intake.papers.package import Package
from kkr_desk.intake.papers.xml_part import Element, elements, found, local
from kkr_desk.model import FileStatus, Notice

CONTENT_TYPES = "[Content_Types].xml"

_OUTSIDE = re.compile(r"\s*(?:[A-Za-z][A-Za-z0-9+.\-]*:|//|\\\\)")
_PLAIN_TYPES = {
    "word": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "excel": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    "powerpoint": "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
}
_OTHER_TYPES = re.compile(
    r"application/vnd\.(?:ms-(?P<program>word|excel|powerpoint)\.[a-z]+\.macroEnabled(?:Template)?|"
    r"openxmlformats-officedocument\.(?P<format>word|spreadsheet|presentation)(?:processing)?ml\."
    r"(?:template|slideshow))\.main\+xml",
    re.IGNORECASE,
)
_PROGRAMS = {"spreadsheet": "excel", "presentation": "powerpoint"}


@dataclass(frozen=True, slots=True)
class Relation:
    """One way from a part to another, or out of the file.

    Attributes:
        element: Where it stands.
        id: What the part calls it by.
        kind: Last word of its type: "image", "hyperlink".
        target: Name of the part it leads to; what it says where it leads outside.
        outside: Whether it leads out of the file.
    """

    element: Element
    id: str
    kind: str
    target: str
    outside: bool


def relations_of(source: str) -> str:
    """Name of the part that holds a part's relations; "" stands for the whole file."""
    folder, file = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def sources(package: Package) -> Iterator[str]:
    """The parts that lead somewhere, the whole file ("") among them."""
    for name in list(package.names()):
        folder, file = posixpath.split(name)
        parent, last = posixpath.split(folder)
        if last == "_rels" and file.endswith(".rels"):
            yield posixpath.join(parent, file.removesuffix(".rels"))


def relations(package: Package, source: str) -> list[Relation]:
    """Where a part leads."""
    root = package.tree(relations_of(source))
    if root is None:
        return []
    found_here = []
    for element in found(root, "Relationship"):
        target = element.get("Target", "").strip()
        outside = element.get("TargetMode", "").strip().lower() == "external" or bool(_OUTSIDE.match(target))
        if not outside:
            path = posixpath.join("/", posixpath.dirname(source), unquote(target.replace("\\", "/")).split("#")[0])
            path = posixpath.normpath(path).lstrip("/")
            target = package.name(path) or path
        kind = element.get("Type", "").rstrip("/").rpartition("/")[2]
        found_here.append(Relation(element, element.get("Id", ""), kind, target, outside))
    return found_here


def parts_of(package: Package, source: str, *kinds: str) -> list[str]:
    """The parts of some kinds that a part leads to."""
    return [r.target for r in relations(package, source) if r.kind in kinds and not r.outside and r.target in package]


def cut(package: Package, source: str, relation: Relation) -> None:
    """Let a part lead there no more; what it led to stays where something else may need it."""
    relation.element.getparent().remove(relation.element)
    package.touch(relations_of(source))


def cut_off(package: Package, *kinds: str, within: Iterable[str] | None = None) -> int:
    """Take out all parts that are led to by relations of some kinds.

    Args:
        package: The file; changed.
        kinds: Last words of the relations' types.
        within: The parts that may lead there; all where None.

    Returns:
        How many relations led to them.
    """
    ways = [
        (source, relation)
        for source in (list(sources(package)) if within is None else within)
        for relation in relations(package, source)
        if relation.kind in kinds
    ]
    for source, relation in ways:
        cut(package, source, relation)
        if not relation.outside:
            remove_part(package, relation.target)
    return len(ways)


def remove_part(package: Package, name: str) -> None:
    """Take a part out, with where it leads and what its type was."""
    if name not in package:
        return
    package.remove(name)
    package.remove(relations_of(name))
    types = package.tree(CONTENT_TYPES)
    for override in found(types, "Override") if types is not None else []:
        if override.get("PartName", "").lstrip("/").lower() == name.lower():
            override.getparent().remove(override)
            package.touch(CONTENT_TYPES)


def main_part(package: Package) -> str:
    """The document itself.

    Raises:
        Refused: The file has none.
    """
    main = parts_of(package, "", "officeDocument")
    if not main or package.name(CONTENT_TYPES) is None:
        raise Refused(FileStatus.DAMAGED, Notice("file-damaged"))
    return main[0]


def make_plain(package: Package) -> bool:
    """Call a template, a slide show or a file with macros a plain document, since the copy is one.

    Returns:
        Whether it said that it holds macros.
    """
    types = package.tree(CONTENT_TYPES)
    macros = False
    for override in elements(types) if types is not None else ():
        match = _OTHER_TYPES.fullmatch(override.get("ContentType", ""))
        if match and local(override) in {"Override", "Default"}:
            program = match["program"] or _PROGRAMS.get(match["format"].lower(), match["format"])
            macros = macros or bool(match["program"])
            override.set("ContentType", _PLAIN_TYPES[program.lower()])
            package.touch(CONTENT_TYPES)
    return macros
