"""What an OpenDocument file brings beside its text, and how it is left out or shown (OpenDocument 1.3, part 3)."""

from __future__ import annotations

import posixpath
import re

from kkr_desk.intake.conversion import Refused
from kkr_desk.intake.papers.brought import Brought
from kkr_desk.intake.papers.frozen import freeze_text_fields
from kkr_desk.intake.papers.links import clean_picture
from kkr_desk.intake.papers.opendocument_links import cut_outside
from kkr_desk.intake.papers.package import Package
from kkr_desk.intake.papers.xml_part import Element, attribute, drop, drop_all, found, local, space, text_of
from kkr_desk.model import FileStatus, Notice, Shown, Treatment

MANIFEST = "META-INF/manifest.xml"
CONTENT = "content.xml"
_STREAMS = re.compile(r"(?:^|/)(?:content|styles|meta|settings)\.xml$")
_MACROS = re.compile(r"(?:^|/)(?:Basic|Scripts|Dialogs)/", re.IGNORECASE)
_STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_CONFIG = "urn:oasis:names:tc:opendocument:xmlns:config:1.0"
_CHANGE_MARKS = ("tracked-changes", "change", "change-start", "change-end")
_CHANGE_KINDS = (
    "changed-region",
    "insertion",
    "deletion",
    "format-change",
    "movement",
    "cell-content-change",
)


def look_through_opendocument(package: Package, kind: str, treatment: Treatment, brought: Brought) -> None:
    """Find what a document brings and do with it as was decided.

    Args:
        package: The document; changed.
        kind: "odt", "ods" or "odp".
        treatment: What was decided.
        brought: Takes what was found.

    Raises:
        Refused: It is no whole document, or locked.
    """
    refuse_locked(package)
    if package.tree(CONTENT) is None:
        raise Refused(FileStatus.DAMAGED, Notice("file-damaged"))
    _cut_macros(package, brought)
    for name in sorted(package.names(), key=lambda name: name != CONTENT):
        if _STREAMS.search(name):
            root = package.tree(name)
            if _look_through_stream(package, name, treatment, brought):
                package.touch(name)
            if kind == "ods" and "/" not in name and _fit_to_width(root, treatment, comments=brought.comments > 0):
                package.touch(name)
            if "/" in name:
                package.settle(name)
        elif name.lower().endswith(".svg"):
            clean_picture(package, name, brought)


def refuse_locked(package: Package) -> None:
    """Refuse a document whose parts are encrypted.

    Raises:
        Refused: It is.
    """
    manifest = package.tree(MANIFEST)
    if manifest is not None and found(manifest, "encryption-data"):
        raise Refused(FileStatus.PASSWORD, Notice("office-opendocument-password"))


def _cut_macros(package: Package, brought: Brought) -> None:
    macros = [name for name in package.names() if _MACROS.search(name)]
    for name in macros:
        package.remove(name)
    manifest = package.tree(MANIFEST)
    for entry in found(manifest, "file-entry") if manifest is not None else []:
        if _MACROS.search(attribute(entry, "full-path")):
            drop(entry)
            package.touch(MANIFEST)
    brought.macros |= any(not name.endswith(("-lc.xml", "-lb.xml")) for name in macros)


def _look_through_stream(package: Package, name: str, treatment: Treatment, brought: Brought) -> bool:
    """Go through one part; returns whether it was changed."""
    root = package.tree(name)
    changed = _changes(root, name, treatment, brought)
    comments = found(root, "annotation")
    brought.comments += len(comments)
    if comments and treatment.comments is Shown.LEFT_OUT:
        drop_all(found(root, "annotation", "annotation-end"))
        changed = True
    changed |= _hidden(root, treatment, brought)
    scripts = drop_all(e for e in found(root, "scripts", "script", "execute-macro", "error-macro") if _says(e))
    listeners = drop_all(e for e in found(root, "event-listener", "event") if _starts_something(e))
    brought.macros |= bool(listeners)
    links = cut_outside(root, package, posixpath.dirname(name))
    brought.links += links.told
    brought.objects += links.objects
    changed |= not name.endswith("meta.xml") and freeze_text_fields(root)
    return changed or bool(scripts or listeners or links.any)


def _says(scripts: Element) -> bool:
    """Whether an element is more than the empty one that every document of LibreOffice's has."""
    return local(scripts) != "scripts" or len(scripts) > 0


def _starts_something(listener: Element) -> bool:
    if attribute(listener, "language"):
        return True
    return attribute(listener, "action") in {"execute", "verb"} or _is_script(attribute(listener, "href"))


def _is_script(address: str) -> bool:
    return address.strip().lower().startswith(("vnd.sun.star.", "macro:"))


def _changes(root: Element, name: str, treatment: Treatment, brought: Brought) -> bool:
    marks = [e for group in found(root, "tracked-changes") for e in group if local(e) in _CHANGE_KINDS]
    brought.changes += len(marks)
    brought.authors |= {text_of(info, "creator") for mark in marks for info in found(mark, "change-info")} - {""}
    if marks and treatment.changes is Shown.LEFT_OUT:
        drop_all(found(root, *_CHANGE_MARKS))
        return True
    if name == "settings.xml" and brought.changes and treatment.changes is Shown.SHOWN:
        items = [i for i in found(root, "config-item") if i.get(f"{{{_CONFIG}}}name") == "ShowRedlineChanges"]
        for item in items:
            item.text = "true"
        return bool(items)
    return False


def _hidden(root: Element, treatment: Treatment, brought: Brought) -> bool:
    """Find hidden sheets and slides; what hides them is a style."""
    hiding = {}
    for style in found(root, "style"):
        for properties in style:
            key = next((k for k, v in properties.attrib.items() if _hides(k, v)), None)
            if key is not None:
                hiding[style.get(f"{{{_STYLE}}}name", "")] = (properties, key)
    used = set()
    for element in found(root, "table", "page") if hiding else []:
        style = attribute(element, "style-name")
        if style in hiding:
            used.add(style)
            if space(element) == _TABLE:
                brought.sheets.append(attribute(element, "name"))
            else:
                brought.slides += 1
    if treatment.hidden is Shown.SHOWN:
        for style in used:
            properties, key = hiding[style]
            properties.attrib.pop(key, None)
        return bool(used)
    return False


def _hides(key: str, value: str) -> bool:
    name = key.rpartition("}")[2]
    return (name == "display" and value == "false" and _TABLE in key) or (name == "visibility" and value == "hidden")


def _fit_to_width(root: Element, treatment: Treatment, *, comments: bool) -> bool:
    """Make a spreadsheet's pages as wide as their paper, where they are not fitted already."""
    changed = False
    for properties in found(root, "page-layout-properties"):
        keys = {key.rpartition("}")[2] for key in properties.attrib}
        if not keys & {"scale-to-pages", "scale-to-X", "scale-to-Y"} and _is_whole(attribute(properties, "scale-to")):
            properties.attrib.pop(f"{{{_STYLE}}}scale-to", None)
            properties.set(f"{{{_STYLE}}}scale-to-X", "1")
            properties.set(f"{{{_STYLE}}}scale-to-Y", "0")
            changed = True
        if comments and treatment.comments is Shown.SHOWN:
            printed = attribute(properties, "print") or "objects charts drawings"
            properties.set(f"{{{_STYLE}}}print", f"{printed} annotations")
            changed = True
    return changed


def _is_whole(scale: str) -> bool:
    return scale in {"", "100%"}
