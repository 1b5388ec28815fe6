"""A finished file's structure, read strictly: what every element says of itself, and what is wrong with that.

Unlike `kkr_desk.pdf.structure`, which makes the best of what strangers have written, this trusts nothing and forgives
nothing: the file is our own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from kkr_desk.pdf.roles import role_map, standard

Key = tuple[int, int]

_PLAIN = re.compile(
    rb"<< (?:/A (?:<< [^<>()]* >>|\d+ \d+ R) )?(?:/Alt \([^()\\]*\) )?"
    rb"(?:/K (\[ [0-9R ]*\]|\d+(?: \d+ R)?) )?(?:/Lang \([-A-Za-z]*\) )?/P (\d+) (\d+) R "
    rb"(?:/Pg (\d+) (\d+) R )?/S /([A-Za-z0-9]+) /Type /StructElem >>"
)
"""An element that holds only numbers and elements, as qpdf writes it; nearly all are such, and this takes half the
time that asking for each entry does."""
_LISTED = re.compile(rb"(\d+) (\d+) R|(\d+)")
_ENTRY = re.compile(rb"(\d+) (\d+) R|null")
_TYPE, _MARK, _REFERENCE = Name.StructElem, Name.MCR, Name.OBJR


@dataclass(slots=True)
class Element:
    """One element.

    Attributes:
        role: The type it states, without the slash.
        parent: The element above it; None at the top.
        section: Which child of the top element it is below, from 0; -1 for the top itself.
        part: Which `Part` of the whole file it is in or is, from 0; -1 for none.
    """

    role: str
    parent: Key | None
    section: int = -1
    part: int = -1


@dataclass(slots=True)
class FinishedStructure:
    """What the elements of a file say.

    Attributes:
        elements: All of them, in reading order.
        marks: The element that claims each sequence of a page's or a form's content.
        forms: The page that shows each form whose content is claimed.
        references: The element that claims each annotation or other object.
        titles: What the parts are called, in order.
        faults: How often elements break which rule.
    """

    elements: dict[Key, Element] = field(default_factory=dict)
    marks: dict[Key, dict[int, Key]] = field(default_factory=dict)
    forms: dict[Key, Key] = field(default_factory=dict)
    references: dict[Key, Key] = field(default_factory=dict)
    titles: list[str] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)


def read_finished(pdf: Pdf, pages: frozenset[Key]) -> FinishedStructure:
    """Read the structure tree of a file.

    Args:
        pdf: The file.
        pages: Its pages.
    """
    found = FinishedStructure()
    root = pdf.Root.get("/StructTreeRoot")
    if isinstance(root, Dictionary):
        _Reader(pdf, pages, found).run(root)
        known = role_map(root)
        found.faults["role"] += sum(standard(role, known) != known.get(role, role) for role in _roles(found))
    return found


def parent_entries(pdf: Pdf) -> dict[int, Any]:
    """The entries of a file's parent tree by key (ISO 32000-1, 14.7.4.4): arrays and elements."""
    root = pdf.Root.get("/StructTreeRoot")
    waiting: list[Any] = [root.get("/ParentTree")] if isinstance(root, Dictionary) else []
    entries: dict[int, Any] = {}
    seen: set[Key] = set()
    while waiting:
        node = waiting.pop()
        if not isinstance(node, Dictionary) or node.objgen in seen:
            continue
        if node.is_indirect:
            seen.add(node.objgen)
        numbers, kids = node.get("/Nums"), node.get("/Kids")
        if isinstance(numbers, Array):
            listed: list[Any] = list(numbers.as_list())
            entries.update((n, e) for n, e in zip(listed[::2], listed[1::2], strict=False) if isinstance(n, int))
        if isinstance(kids, Array):
            waiting += kids.as_list()
    return entries


def owners(entry: Any) -> dict[int, Key]:
    """The elements that a page's entry of the parent tree lists, by the number of the sequence."""
    if not isinstance(entry, Array):
        return {}
    listed = _ENTRY.finditer(entry.unparse(resolved=True))
    return {n: (int(m[1]), int(m[2])) for n, m in enumerate(listed) if m[1] is not None}


def _roles(found: FinishedStructure) -> set[str]:
    return {element.role for element in found.elements.values()}


class _Reader:
    """Walks through a tree in reading order, without recursion."""

    def __init__(self, pdf: Pdf, pages: frozenset[Key], found: FinishedStructure) -> None:
        self._pdf = pdf
        self._pages = pages
        self._found = found
        self._faults = found.faults
        self._heading = 0
        self._sections = 0

    def run(self, root: Object) -> None:
        waiting: list[tuple[Key, Key | None, Key]] = [(key, None, root.objgen) for key in self._tops(root)]
        waiting.reverse()
        while waiting:
            key, parent, above = waiting.pop()
            if key in self._found.elements:
                self._faults["twice"] += 1
                continue
            element = Element("", parent)
            self._found.elements[key] = element
            kids = self._read(key, element, above)
            waiting += [(kid, key, key) for kid in reversed(kids)]

    def _tops(self, root: Object) -> list[Key]:
        held = root.get("/K")
        members: list[Any] = list(held.as_list()) if isinstance(held, Array) else [held]
        return [kid.objgen for kid in members if isinstance(kid, Dictionary) and kid.is_indirect]

    def _read(self, key: Key, element: Element, above: Key) -> list[Key]:
        """Note what an element says and holds; returns the elements below it."""
        held = self._pdf.get_object(key)
        plain = _PLAIN.fullmatch(held.unparse(resolved=True))
        if plain is None:
            return self._read_slowly(held, key, element, above)
        listed, parent, generation, page, page_generation, role = plain.groups()
        if (int(parent), int(generation)) != above:
            self._faults["parent"] += 1
        self._place(element, role.decode())
        own = (int(page), int(page_generation)) if page is not None else None
        kids: list[Key] = []
        for number, kid_generation, mcid in _LISTED.findall(listed or b""):
            if mcid:
                self._mark(key, own, int(mcid))
            else:
                kids.append((int(number), int(kid_generation)))
        if own is not None and own not in self._pages:
            self._faults["page"] += 1
        return kids

    def _read_slowly(self, held: Any, key: Key, element: Element, above: Key) -> list[Key]:
        if not isinstance(held, Dictionary) or held.get("/Type", _TYPE) != _TYPE:
            self._faults["type"] += 1
            return []
        parent, page, role = held.get("/P"), held.get("/Pg"), held.get("/S")
        if not isinstance(parent, Dictionary) or parent.objgen != above:
            self._faults["parent"] += 1
        self._place(element, str(role)[1:] if isinstance(role, Name) else "", str(held.get("/T", "")))
        own = page.objgen if isinstance(page, Dictionary) else None
        if page is not None and own not in self._pages:
            self._faults["page"] += 1
        listed = held.get("/K")
        members: list[Any] = list(listed.as_list()) if isinstance(listed, Array) else [listed]
        kids = [self._take(key, own, kid) for kid in members if kid is not None]
        return [kid for kid in kids if kid is not None]

    def _take(self, key: Key, own: Key | None, kid: Any) -> Key | None:
        """Note a mark or a reference; returns an element."""
        kind = kid.get("/Type") if isinstance(kid, Dictionary) else None
        if isinstance(kid, int) and not isinstance(kid, bool):
            self._mark(key, own, kid)
        elif kind == _MARK:
            self._mark_elsewhere(key, own, kid)
        elif kind == _REFERENCE:
            self._refer(key, own, kid)
        elif isinstance(kid, Dictionary) and kid.is_indirect:
            return kid.objgen
        else:
            self._faults["kid"] += 1
        return None

    def _mark(self, key: Key, content: Key | None, mcid: int) -> None:
        if content is None:
            self._faults["page"] += 1
            return
        claimed = self._found.marks.setdefault(content, {})
        if mcid in claimed:
            self._faults["claim"] += 1
        claimed[mcid] = key

    def _mark_elsewhere(self, key: Key, own: Key | None, reference: Object) -> None:
        page, form = reference.get("/Pg"), reference.get("/Stm")
        mcid: Any = reference.get("/MCID")
        shown = page.objgen if isinstance(page, Dictionary) else own
        if shown not in self._pages or not isinstance(mcid, int):
            self._faults["page"] += 1
        elif isinstance(form, Stream):
            self._found.forms[form.objgen] = shown
            self._mark(key, form.objgen, mcid)
        else:
            self._mark(key, shown, mcid)

    def _refer(self, key: Key, own: Key | None, reference: Object) -> None:
        page, held = reference.get("/Pg"), reference.get("/Obj")
        shown = page.objgen if isinstance(page, Dictionary) else own
        if shown not in self._pages or not isinstance(held, (Dictionary, Stream)):
            self._faults["page"] += 1
        elif held.objgen in self._found.references:
            self._faults["claim"] += 1
        else:
            self._found.references[held.objgen] = key

    def _place(self, element: Element, role: str, title: str = "") -> None:
        """Note an element's type, and where in the file it is."""
        element.role = role
        above = self._found.elements[element.parent] if element.parent is not None else None
        if above is not None:
            element.part = above.part
            element.section = above.section
            if above.parent is None:
                element.section = self._sections
                self._sections += 1
        if role == "Part" and element.part < 0:
            element.part = len(self._found.titles)
            self._found.titles.append(title)
        if len(role) == 2 and role[0] == "H" and role[1].isdecimal():
            level = int(role[1])
            if level > self._heading + 1:
                self._faults["heading"] += 1  # ISO 14289-1, 7.4.2
            self._heading = level


def chain(structure: FinishedStructure, key: Key) -> Iterator[str]:
    """The types of an element and of those above it, from the inside out."""
    at: Key | None = key
    while at is not None:
        element = structure.elements[at]
        yield element.role
        at = element.parent
