"""Formulas that reach outside a workbook, or give another result each day: their last results stand instead.

What the sender saw is what the file's cells last came to; a converter that computed TODAY() anew would show something
else, and something else again the next time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kkr_desk.intake.papers.xml_part import Element, attribute, child, drop, found, local

_REACHING = re.compile(
    r"\b(?:WEBSERVICE|RTD|DDE|CALL|REGISTER(?:\.ID)?|EXEC|SQL\.REQUEST|IMAGE|STOCKHISTORY|PY|CUBE[A-Z]+)\s*\(",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\[\d+\][^\[\]!'\"(),;+*/^&=<>]*!|'[^']*\[[^\]']+\][^']*'!|\|[^!|]*!|'(?:[a-z][a-z0-9+.\-]*:)[^']*'\s*[#!]",
    re.IGNORECASE,
)
"""[1]Sheet!A1, '[1]A sheet'!A1, the DDE form program|topic!item, and OpenDocument's 'file:///…'#$Sheet."""

_CHANGING = re.compile(r"\b(?:NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY|INDIRECT|INFO|CELL|OFFSET)\s*\(", re.IGNORECASE)
_BUILDING = re.compile(r"\bINDIRECT\s*\(", re.IGNORECASE)
"""May put together any of the above while it is computed."""
_TEXTS = re.compile(r'"[^"]*"')
_WORDS = re.compile(r"[^\W\d][\w.\\]*")
_RULES = {"formula", "formula1", "formula2"}


@dataclass(frozen=True, slots=True)
class Cuts:
    """Formulas that gave way to their results: those that reached outside, and all."""

    reaching: int
    all: int


def reaches(formula: str) -> bool:
    """Whether a formula fetches something from outside its workbook, or starts something."""
    return bool(_REACHING.search(formula) or _ELSEWHERE.search(_TEXTS.sub('""', formula)))


def changes_by_itself(formula: str) -> bool:
    """Whether a formula comes to something else each time it is computed."""
    return bool(_CHANGING.search(formula))


def cut_names(book: Element) -> frozenset[str]:
    """Take names out of a workbook that stand for such formulas, and those that start macros.

    Returns:
        The names, in capitals.
    """
    cut = set()
    for name in found(book, "definedName"):
        own = name.get("name", "")
        macro = any(attribute(name, key) in {"1", "true"} for key in ("function", "vbProcedure", "xlm"))
        if macro or own.lower().startswith(("_xlnm.auto_", "auto_")) or reaches(name.text or ""):
            cut.add(own.upper())
            drop(name)
    return frozenset(cut)


def cut_formulas(root: Element, names: frozenset[str]) -> Cuts:
    """Let results stand for formulas that reach outside or change by themselves.

    Args:
        root: A sheet; changed.
        names: Names that were taken out of the workbook, in capitals.
    """
    formulas = [each for each in found(root, "f") if local(each.getparent()) == "c"]
    shared: dict[str, str] = {}
    for each in formulas:
        if each.get("t") == "shared" and each.text:
            shared[each.get("si", "")] = each.text
    reaching = every = 0
    for each in formulas:
        text = each.text or (shared.get(each.get("si", ""), "") if each.get("t") == "shared" else "")
        value = child(each.getparent(), "v")
        known = value is not None and bool(value.text)
        outside = _reaches(text, names) or (not known and bool(_BUILDING.search(text)))
        if outside or (known and changes_by_itself(text)):
            drop(each)
            reaching += outside
            every += 1
    rules = [e for e in found(root, *_RULES, "f") if local(e) in _RULES or local(e.getparent()) != "c"]
    for each in rules:
        if _reaches(each.text or "", names):
            each.text = "FALSE"
            reaching += 1
            every += 1
    return Cuts(reaching, every)


def _reaches(formula: str, names: frozenset[str]) -> bool:
    return reaches(formula) or bool(names and names & {word.upper() for word in _WORDS.findall(formula)})
