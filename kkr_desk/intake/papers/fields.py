"""Fields of Word that fetch something when a document is opened: what they last fetched stays (ECMA-376, 17.16)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kkr_desk.intake.papers.xml_part import Element, attribute, drop, found, local, unwrap

_LOADING = re.compile(
    r"\s*(?:INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|DDEAUTO|DDE|LINK|DATABASE|RD|AUTOTEXTLIST)\b", re.IGNORECASE
)
_LEAVES = ("fldChar", "instrText", "delInstrText", "t", "delText", "drawing", "pict", "object", "tab", "br", "sym")


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    parts: list[Element] = field(default_factory=list)
    in_result: bool = False


def cut_loading_fields(root: Element) -> int:
    """Put the last result of a field that loads something in the place of the field.

    Returns:
        How many there were.
    """
    simple = [each for each in found(root, "fldSimple") if _LOADING.match(attribute(each, "instr"))]
    for each in simple:
        unwrap(each)
    loading = [each for each in _fields(root) if _LOADING.match(each.instruction)]
    for each in loading:
        for part in each.parts:
            drop(part)
    return len(simple) + len(loading)


def _fields(root: Element) -> list[_Field]:
    """The fields that have a beginning, with what belongs to each but is not its result."""
    every: list[_Field] = []
    open_fields: list[_Field] = []
    for element in found(root, *_LEAVES):
        name = local(element)
        kind = attribute(element, "fldCharType") if name == "fldChar" else ""
        if kind == "begin":
            open_fields.append(_Field())
            every.append(open_fields[-1])
        for each in open_fields:
            if not each.in_result:
                each.parts.append(element)
        if not open_fields:
            continue
        inner = open_fields[-1]
        if name == "instrText" and not inner.in_result:
            inner.instruction += element.text or ""
        elif kind == "separate":
            inner.in_result = True
        elif kind == "end":
            if inner.in_result:
                inner.parts.append(element)
            open_fields.pop()
    return every
