"""What a document would show otherwise each time it is converted: today's date, its file's path, the reader's name.

The copy shows what the sender saw last; where that is not kept, the day on which the file was saved last.
"""

from __future__ import annotations

import re
from datetime import date

from kkr_desk.intake.papers.package import Package
from kkr_desk.intake.papers.relations import parts_of
from kkr_desk.intake.papers.xml_part import Element, attribute, found, local, unwrap

_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_HEADERS = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
_CODE = re.compile(r"&(.)", re.DOTALL)
_STANDING = ("date", "time", "file-name", "author-name", "author-initials")


def saved_on(package: Package) -> date | None:
    """The day on which a file of Office 2007 or later was saved last; None where it does not say."""
    for name in parts_of(package, "", "core-properties"):
        root = package.tree(name)
        for element in found(root, "modified") if root is not None else ():
            try:
                return date.fromisoformat((element.text or "").strip()[:10])
            except ValueError:
                return None
    return None


def freeze_headers(sheet: Element, name: str, day: date | None) -> bool:
    """Write a sheet's name of file and date out in its headers and footers (ECMA-376 part 1, 18.3.1.39).

    Args:
        sheet: The sheet; changed.
        name: The file's name.
        day: Its date.

    Returns:
        Whether anything had to be written.
    """
    told = {"F": name.replace("&", "&&"), "Z": "", "T": "", "D": f"{day:%d-%m-%Y}" if day else ""}
    changed = False
    for header in found(sheet, *_HEADERS):
        text = header.text or ""
        written = _CODE.sub(lambda code: told.get(code[1].upper(), code[0]), text)
        if written != text:
            header.text = written
            changed = True
    return changed


def freeze_slide_dates(slide: Element) -> bool:
    """Let the dates on a slide be the text that they last were; returns whether there were any."""
    dates = [each for each in found(slide, "fld") if attribute(each, "type").lower().startswith("datetime")]
    for each in dates:
        each.tag = each.tag.rpartition("}")[0] + "}r"
        each.attrib.clear()
        for form in [part for part in each if local(part) == "pPr"]:
            each.remove(form)
    return bool(dates)


def freeze_text_fields(root: Element) -> bool:
    """Let fields of an OpenDocument text be the text that they last were; returns whether there were any."""
    fields = [
        each
        for each in root.iter(f"{{{_TEXT}}}*")
        if (local(each) in _STANDING or local(each).startswith("sender-")) and attribute(each, "fixed") != "true"
    ]
    for each in fields:
        unwrap(each)
    return bool(fields)
