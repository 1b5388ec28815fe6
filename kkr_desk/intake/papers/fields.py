"""Fields of Word that fetch something, or change each time: what they last came to stays (ECMA-376 part 1, 17.16)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kkr_desk.intake.conversion import Refused
from kkr_desk.intake.papers.xml_part import Element, attribute, drop, found, local, unwrap
from kkr_desk.model import FileStatus, Notice

MOST_NESTED = 50
"""Fields within fields; Word itself stops at 20."""

_LOADING = re.compile(
    r"\s*(?:INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|DDEAUTO|DDE|LINK|DATABASE|RD|AUTOTEXTLIST)\b", re.IGNORECASE
)
_CHANGING = re.compile(r"\s*(?:DATE|TIME|FILENAME|TEMPLATE|USERNAME|USERINITIALS|USERADDRESS)\b", re.IGNORECASE)
_LEAVES = ("fldChar", "instrText", "delInstrText", "t", "delText", "drawing", "pict", "object", "tab", "br", "sym")


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    parts: list[Element] = field(default_factory=list)
    in_result: bool = False


@dataclass(frozen=True, slots=True)
class Cuts:
    """Fields that gave way to their results: those that load something, and all."""

    loading: int
    all: int


def cut_fields(root: Element) -> Cuts:
    """Put the last result of a field that loads something, or shows something else each time, in its place.

    Raises:
        Refused: Fields are nested deeper than Word nests them.
    """
    loading = every = 0
    for simple in found(root, "fldSimple"):
        instruction = attribute(simple, "instr")
        if _gives_way(instruction):
            unwrap(simple)
            loading += bool(_LOADING.match(instruction))
            every += 1
    for each in _fields(root):
        if _gives_way(each.instruction):
            for part in each.parts:
                drop(part)
            loading += bool(_LOADING.match(each.instruction))
            every += 1
    return Cuts(loading, every)


def _gives_way(instruction: str) -> bool:
    return bool(_LOADING.match(instruction) or _CHANGING.match(instruction))


def _fields(root: Element) -> list[_Field]:
    """The fields that have a beginning, with what belongs to each but is not its result."""
    every: list[_Field] = []
    open_fields: list[_Field] = []
    for element in found(root, *_LEAVES):
        name = local(element)
        kind = attribute(element, "fldCharType") if name == "fldChar" else ""
        if kind == "begin":
            every.append(_begin(open_fields))
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


def _begin(open_fields: list[_Field]) -> _Field:
    if len(open_fields) == MOST_NESTED:
        raise Refused(FileStatus.DAMAGED, Notice("office-built-oddly"))
    open_fields.append(_Field())
    return open_fields[-1]
