"""Reading a document's structure tree (ISO 32000-1, 14.7.2) as it comes, however it is broken.

Elements that run in a ring or are met again are taken where they are met first; what is neither an element, nor marked
content, nor a reference to an object is passed over. The document's own parent tree is not asked: damaged files have
wrong ones, and what an element holds says the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from kkr_desk.pdf.content import UNREADABLE
from kkr_desk.pdf.marked_content import content_bytes, form_identifiers, is_all_marked, page_identifiers
from kkr_desk.pdf.roles import role_map, role_of, standard

Key = tuple[int, int]

_ELEMENT, _MARK, _REFERENCE = Name.StructElem, Name.MCR, Name.OBJR

_PLAIN = re.compile(
    rb"<< (?:/K (?:\[ (?P<kids>(?:\d{1,9} (?:0 R )?)*)\]|(?P<kid>\d{1,9}(?: 0 R)?)) )?"
    rb"(?:/Lang \((?P<language>[A-Za-z0-9-]+)\) )?/P \d+ 0 R (?:/Pg (?P<page>\d{1,9}) 0 R )?"
    rb"/S /(?P<role>[A-Za-z0-9_-]+) (?:/Type /StructElem )?>>"
)
"""An element that says no more than most do, as the library writes it out, keys in order. Looking at that once is
quicker than asking for each (measured with 50,000 elements: 0.7 s, and 1.1 s)."""
_KID = re.compile(rb"(\d+)( 0 R)?")
_BARE = frozenset({"/Type", "/S", "/P", "/K", "/Pg"})
_SPOKEN = _BARE | {"/Lang"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked-content sequence that an element claims (14.7.4.2).

    Attributes:
        page: Object of the page that shows it.
        mcid: Its number.
        form: The form XObject whose content holds it, None for the page's own.
    """

    page: Key
    mcid: int
    form: Object | None = None

    @property
    def place(self) -> tuple[Key, int]:
        """What can be claimed once: the content that holds it, and its number there."""
        return (self.page if self.form is None else self.form.objgen), self.mcid


@dataclass(frozen=True, slots=True)
class Reference:
    """An object, such as an annotation, that an element claims (14.7.4.3)."""

    object: Object


@dataclass(slots=True, eq=False)
class Element:
    """An element as it was found.

    Attributes:
        object: Its dictionary.
        stated: The structure type it states, "" without one.
        role: The standard type that leads to.
        kids: What it holds, in order. Nothing leads back up: what runs in a ring is not let go of at once.
        plain: What it states, where that is no more than its place, its type and a language.
    """

    object: Object
    stated: str = ""
    role: str = ""
    kids: list[Element | Mark | Reference] = field(default_factory=list, repr=False)
    plain: re.Match[bytes] | None = field(default=None, repr=False)

    @property
    def keys(self) -> AbstractSet[str]:
        """What it has an entry for; of a plain one, what it may have."""
        if self.plain is None:
            return self.object.keys()
        return _SPOKEN if self.plain["language"] else _BARE


@dataclass(frozen=True, slots=True)
class Structure:
    """A document's structure.

    Attributes:
        elements: All of them, each before what is below it.
        tops: Those above which there are no others.
        roles: The document's role map.
        root: The tree's root; None for a document without one.
    """

    elements: tuple[Element, ...]
    tops: tuple[Element, ...]
    roles: dict[str, str]
    root: Object | None

    def marks(self) -> Iterator[Mark]:
        """Every sequence that is claimed, in the order of the tree; one that is claimed twice comes twice."""
        return (kid for element in self.elements for kid in element.kids if isinstance(kid, Mark))

    def figures(self) -> tuple[Element, ...]:
        """The pictures, in the order of the tree: "figure:3" is the third of them."""
        return tuple(element for element in self.elements if element.role == "Figure")


def read_structure(pdf: Pdf) -> Structure:
    """Read a document's structure tree, without recursion: its depth is the document's choice."""
    root = pdf.Root.get("/StructTreeRoot")
    if not isinstance(root, Dictionary):
        return Structure((), (), {}, None)
    pages = frozenset(page.obj.objgen for page in pdf.pages)
    roles = role_map(root)
    known: dict[str, str] = {}
    seen = {root.objgen}
    found: list[Element] = []
    tops = tuple(Element(kid) for kid in _members(root.get("/K")) if _is_element(kid) and _is_new(kid, seen))
    waiting = list(reversed(tops))
    while waiting:
        element = waiting.pop()
        plain = element.plain
        stated = element.stated = role_of(element.object) if plain is None else plain["role"].decode()
        if stated not in known:
            known[stated] = standard(stated, roles)
        element.role = known[stated]
        found.append(element)
        if plain is None:
            _fill(element, pages, seen)
        else:
            _fill_plainly(element, plain, pdf, pages, seen)
        if element.kids:
            waiting += [kid for kid in reversed(element.kids) if isinstance(kid, Element)]
    return Structure(tuple(found), tops, roles, root)


def tagged_pages(pdf: Pdf, structure: Structure | None = None) -> frozenset[int]:
    """The pages (1-based) that a document's tags reach.

    Some element claims marked content that is there; or, in a document with tags, all that the page paints is marked
    and some of it as an artifact, so that its author has found nothing on it to be told.

    Args:
        pdf: The document.
        structure: What `read_structure` gave for it, where that is at hand.
    """
    structure = structure or read_structure(pdf)
    if not structure.elements:
        return frozenset()
    places = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    held: dict[Key, frozenset[int]] = {}
    reached: set[int] = set()
    for mark in structure.marks():
        number = places[mark.page]
        if number in reached:
            continue
        key = mark.place[0]
        if key not in held:
            held[key] = form_identifiers(mark.form) if mark.form is not None else page_identifiers(pdf.get_object(key))
        if mark.mcid in held[key]:
            reached.add(number)
    return frozenset(reached | {n for n, page in enumerate(pdf.pages, 1) if n not in reached and _is_told(page.obj)})


def _is_told(page: Object) -> bool:
    try:
        return is_all_marked(content_bytes(page)) and not page_identifiers(page)
    except UNREADABLE:
        return False


def _fill(element: Element, pages: frozenset[Key], seen: set[Key]) -> None:
    """Sort out what an element's `/K` lists."""
    held: Any = element.object.get("/Pg")
    own = held.objgen if isinstance(held, Dictionary) and held.objgen in pages else None
    for kid in _members(element.object.get("/K")):
        if isinstance(kid, int):
            if own is not None and kid >= 0 and not isinstance(kid, bool):
                element.kids.append(Mark(own, kid))
        elif isinstance(kid, Dictionary):
            found = _found(kid, own, pages, seen)
            if found is not None:
                element.kids.append(found)


def _fill_plainly(element: Element, plain: re.Match[bytes], pdf: Pdf, pages: frozenset[Key], seen: set[Key]) -> None:
    """The same for a plain element."""
    kids, kid, page = plain.group("kids", "kid", "page")
    own = (int(page), 0) if page and (int(page), 0) in pages else None
    for number, referred in _KID.findall(kids or kid or b""):
        if not referred:
            if own is not None:
                element.kids.append(Mark(own, int(number)))
            continue
        key = int(number), 0
        held = pdf.get_object(key) if key not in seen else None
        found = _found(held, own, pages, seen) if isinstance(held, Dictionary) else None
        if found is not None:
            element.kids.append(found)


def _found(kid: Object, own: Key | None, pages: frozenset[Key], seen: set[Key]) -> Element | Mark | Reference | None:
    """What a dictionary in an element's `/K` is; None for what is passed over."""
    plain = _PLAIN.fullmatch(kid.unparse(resolved=True))
    kind = None if plain else kid.get("/Type")
    if plain or kind == _ELEMENT or (kind is None and "/S" in kid):
        return Element(kid, plain=plain) if _is_new(kid, seen) else None
    if kind == _MARK or "/MCID" in kid:
        return _mark(kid, own, pages)
    referred: Any = kid.get("/Obj")
    held = isinstance(referred, (Dictionary, Stream)) and referred.is_indirect
    return Reference(referred) if held and kind in (None, _REFERENCE) else None


def _mark(reference: Object, own: Key | None, pages: frozenset[Key]) -> Mark | None:
    stated: Any = reference.get("/Pg")
    page = stated.objgen if isinstance(stated, Dictionary) else own
    mcid: Any = reference.get("/MCID")
    form: Any = reference.get("/Stm")
    if page is None or page not in pages or not isinstance(mcid, int) or isinstance(mcid, bool) or mcid < 0:
        return None
    if form is None:
        return Mark(page, mcid)
    sound = isinstance(form, Stream) and form.get("/Subtype") == Name.Form
    return Mark(page, mcid, form) if sound else None


def _is_element(kid: Any) -> bool:
    return isinstance(kid, Dictionary) and kid.get("/Type", _ELEMENT) == _ELEMENT


def _is_new(kid: Object, seen: set[Key]) -> bool:
    """Whether an element was not met yet; it counts as met from now on."""
    if not kid.is_indirect:
        return True
    key = kid.objgen
    if key in seen:
        return False
    seen.add(key)
    return True


def _members(kids: Any) -> list[Any]:
    """What `/K` lists: an array's members, or the one thing that stands there."""
    if isinstance(kids, Array):
        return list(kids.as_list())
    return [] if kids is None else [kids]
