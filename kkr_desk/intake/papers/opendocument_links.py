"""Nothing outside an OpenDocument file is ever fetched: what leads there is taken out before it is converted."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from kkr_desk.intake.papers.formulas import changes_by_itself, reaches
from kkr_desk.intake.papers.package import Package
from kkr_desk.intake.papers.xml_part import Element, attribute, child, drop, drop_all, elements, found, local, unwrap

_FOLLOWED = {"a", "hyperlink-behaviour"}
"""What a reader follows and a converter does not."""
_LOADING = (
    "table-source",
    "cell-range-source",
    "section-source",
    "dde-source",
    "dde-connection-decls",
    "dde-links",
    "database-source-query",
    "database-source-sql",
    "database-source-table",
    "source-service",
    "connection-resource",
    "applet",
    "plugin",
    "floating-frame",
    "alphabetical-index-auto-mark-file",
)
_RESULTS = ("dde-connection",)


@dataclass(frozen=True, slots=True)
class Cuts:
    """What was cut: links worth telling of, files of other programs, and anything at all."""

    told: int
    objects: int
    any: int


def cut_outside(root: Element, package: Package, folder: str) -> Cuts:
    """Take out of a part what leads outside its file, and the files of other programs whose picture it has.

    Args:
        root: The part; changed.
        package: The file; what is in it may be led to.
        folder: The part's folder in the file.
    """
    told = drop_all(found(root, *_LOADING))
    for element in found(root, *_RESULTS):
        unwrap(element)
        told += 1
    quiet = drop_all(found(root, "template", "auto-reload") if child(root, "meta") is not None else ())
    objects = drop_all(e for e in found(root, "object-ole") if _has_picture(e))
    for element, key in list(_outside(root, package, folder)):
        element.attrib.pop(key, None)
        if local(element) in {"image", "object", "object-ole", "sound", "background-image", "fill-image"}:
            drop(element)
        told += 1
    formulas = list(_formulas(root))
    for cell, key, reaching in formulas:
        cell.attrib.pop(key, None)
        told += reaching
    return Cuts(told, objects, told + quiet + objects + len(formulas))


def _outside(root: Element, package: Package, folder: str) -> Iterator[tuple[Element, str]]:
    """Elements with an address that leads outside, and the attribute that holds it."""
    for element in elements(root):
        for key, value in element.attrib.items():
            if not key.endswith("}href") and not key.endswith("}font-face-uri"):
                continue
            if local(element) not in _FOLLOWED and not _inside(value.strip(), package, folder):
                yield element, key


def _inside(address: str, package: Package, folder: str) -> bool:
    if not address or address.startswith("#"):
        return True
    path = posixpath.normpath(posixpath.join(folder, unquote(address.split("#", maxsplit=1)[0])))
    if path.startswith(("..", "/")) or re.match(r"[A-Za-z][A-Za-z0-9+.\-]*:", address):
        return False
    return path in package or f"{path}/content.xml" in package or f"{path}/" in package


def _has_picture(element: Element) -> bool:
    frame = element.getparent()
    return frame is not None and any(local(each) == "image" for each in frame)


def _formulas(root: Element) -> Iterator[tuple[Element, str, bool]]:
    """Cells and names whose formula reaches outside, and cells whose result is known but would change."""
    for element in found(root, "table-cell", "covered-table-cell", "named-expression", "content-validation", "map"):
        for key, value in element.attrib.items():
            name = key.rpartition("}")[2]
            if name in {"formula", "expression", "condition", "apply-style-name"} and reaches(value):
                yield element, key, True
            elif name == "formula" and changes_by_itself(value) and attribute(element, "value-type"):
                yield element, key, False
