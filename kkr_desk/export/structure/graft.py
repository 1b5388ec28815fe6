"""Growing an attachment's own structure into the collection's (ISO 32000-1, 14.7; ISO 14289-1, 7.1).

The source's objects are not copied as they are: each element is made anew from what is known to be harmless, so that
nothing comes along by a reference, however the source is built, and no tree is too deep. Marked content and
annotations stay what they are; who owns them is told to the collection's parent tree.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from pikepdf import Dictionary, Name, Object, Pdf, Stream, String

from kkr_desk.export.stamp import STANDS_FOR, STOP_GAP_MCID
from kkr_desk.export.structure.annotations import alternate_for, is_told, page_annotations, role_for
from kkr_desk.export.structure.attributes import Attributes, class_names, renamed_classes
from kkr_desk.export.structure.branches import Branch, Branches, Content, Ground, Held, walk
from kkr_desk.export.structure.headings import Headings
from kkr_desk.export.structure.spoken import Spoken
from kkr_desk.export.structure.stopgap import scan_attributes, scan_text
from kkr_desk.model import PageTags, figure_place, page_place
from kkr_desk.pdf.marked_content import form_identifiers, page_identifiers
from kkr_desk.pdf.new_objects import NewObjects, octets, reference, value, words
from kkr_desk.pdf.roles import HEADINGS, STANDARD
from kkr_desk.pdf.structure import Element, Key, Reference, Structure, read_structure
from kkr_desk.pdf.tagging.tree import StructureTree
from kkr_desk.pdf.text_strings import text_of

_LANGUAGE = ("/Lang",)
_WORDS = ("/T", "/Alt", "/E", "/ActualText", *_LANGUAGE)
_PARENTS = ("/StructParent", "/StructParents")


@dataclass(frozen=True, slots=True)
class Telling:
    """Where an attachment's structure goes, and what is known for it.

    Attributes:
        tree: The collection's structure.
        part: The attachment's element in it.
        tags: How listeners are told of each page that comes along.
        first_page: 1-based page of the collection where the attachment begins.
        title: What it is called: "Bilag 3: Budget".
        words: What is said of things without words, in the document's language.
        alternates: What the secretariat says instead of pictures, by place.
        prefix: Makes identifiers unique, such as "2-1-3".
        language: The attachment's language as the secretariat says; "" where it does not.
        own_language: The language of `words`, and of what the secretariat says.
    """

    tree: StructureTree
    part: Object
    tags: Sequence[PageTags]
    first_page: int
    title: str
    words: Spoken
    alternates: Mapping[str, str]
    prefix: str
    language: str = ""
    own_language: str = ""


@dataclass(frozen=True, slots=True)
class Copied:
    """An attachment's pages that come along.

    Attributes:
        source: The attachment.
        originals: Its pages, in order.
        copies: What they have become.
        drawn: What `drawn_objects` found on them.
    """

    source: Pdf
    originals: Sequence[Object]
    copies: Sequence[Object]
    drawn: Mapping[Key, tuple[int, Object]]


def drawn_objects(pages: Iterable[Object]) -> dict[Key, tuple[int, Object]]:
    """The form XObjects and pictures that pages can draw, with the place of the first page that does.

    They lose the keys that tied them to the source's structure.
    """
    found: dict[Key, tuple[int, Object]] = {}
    for place, page in enumerate(pages):
        waiting: list[Any] = [page.get("/Resources")]
        while waiting:
            held = waiting.pop()
            listed = held.get("/XObject") if isinstance(held, Dictionary) else None
            for _, drawn in listed.items() if isinstance(listed, Dictionary) else ():
                if not isinstance(drawn, Stream) or drawn.objgen in found:
                    continue
                found[drawn.objgen] = place, drawn
                for key in _PARENTS:
                    if key in drawn:
                        del drawn[key]
                waiting.append(drawn.get("/Resources"))
    return found


def graft(copied: Copied, telling: Telling) -> None:
    """Give the collection's structure what tells of an attachment's pages.

    Args:
        copied: The pages.
        telling: Where it goes.
    """
    with _uncollected():
        structure = read_structure(copied.source)
        branches = Branches(structure, _ground(copied, structure, telling))
        _keep_language(branches, branches.unwrap(), telling)
        branches.add_unclaimed()
        _add_pages(branches, copied.copies, telling)
        _Graft(structure, branches, copied, telling).grow()


def _ground(copied: Copied, structure: Structure, telling: Telling) -> Ground:
    pdf, drawn = telling.tree.pdf, copied.drawn
    places = {original.objgen: place for place, original in enumerate(copied.originals)}
    identifiers = {
        original.objgen: page_identifiers(original)
        for original, tag in zip(copied.originals, telling.tags, strict=True)
        if tag not in STANDS_FOR
    }
    forms = {mark.form.objgen: mark.form for mark in structure.marks() if mark.form is not None}
    identifiers.update({key: form_identifiers(form) for key, form in forms.items() if key in drawn})
    objects = _objects(pdf, copied.originals, copied.copies) if structure.elements else {}
    for element in structure.elements:
        for kid in element.kids:
            if isinstance(kid, Reference) and kid.object.objgen in drawn:
                objects[kid.object.objgen] = Held(drawn[kid.object.objgen][0], pdf.copy_foreign(kid.object))
    return Ground(places, telling.tags, identifiers, objects, len(copied.originals) < len(copied.source.pages))


def _objects(pdf: Pdf, originals: Sequence[Object], copies: Sequence[Object]) -> dict[Key, Held]:
    """What the annotations that came along have become; looked up in the map that copied them."""
    found: dict[Key, Held] = {}
    for place, (original, copy) in enumerate(zip(originals, copies, strict=True)):
        kept = {annotation.objgen for annotation in page_annotations(copy)}
        for annotation in page_annotations(original) if kept else ():
            if annotation.is_indirect and annotation.objgen not in found:
                made = pdf.copy_foreign(annotation)
                if made.objgen in kept:
                    found[annotation.objgen] = Held(place, made)
    return found


def _keep_language(branches: Branches, unwrapped: Sequence[Element], telling: Telling) -> None:
    """A document let go of that states a language of its own leaves it to a group (7.2), unless we know better."""
    languages = {text_of(element.object.get("/Lang")) for element in unwrapped}
    stated = text_of(telling.part.get("/Lang"))
    if telling.language or not branches.tops or not any(languages - {stated, ""}):
        return
    first = next(element for element in unwrapped if text_of(element.object.get("/Lang")))
    span = min(top.first for top in branches.tops), max(top.last for top in branches.tops)
    branches.tops = [Branch("Div", first, list(branches.tops), *span, whole=False)]


def _add_pages(branches: Branches, copies: Sequence[Object], telling: Telling) -> None:
    """Elements of ours: for pages without tags, and for annotations that nobody has claimed, page by page."""
    for place, (copy, tags) in enumerate(zip(copies, telling.tags, strict=True)):
        if tags in STANDS_FOR:
            whole = Content(place, STOP_GAP_MCID)
            branches.insert(Branch(STANDS_FOR[tags], kids=[whole], first=place, last=place))
        for annotation in page_annotations(copy):
            if annotation.objgen not in branches.objects and is_told(annotation):
                branches.objects.add(annotation.objgen)  # pages may share it; its element is on the first of them
                role = role_for(annotation)
                branches.insert(Branch(role, kids=[Held(place, annotation)], first=place, last=place))


class _Graft:
    """Makes the elements of one attachment.

    Args:
        structure: The attachment's structure.
        branches: What comes along of it.
        copied: Its pages.
        telling: Where it goes.
    """

    def __init__(self, structure: Structure, branches: Branches, copied: Copied, telling: Telling) -> None:
        self._telling = telling
        self._tree = telling.tree
        numbers = {page.obj.objgen: number for number, page in enumerate(copied.source.pages, 1)}
        self._numbers = [numbers[original.objgen] for original in copied.originals]
        self._total = len(numbers)
        self._pages = copied.copies
        self._references = [reference(page) for page in copied.copies]
        self._headings = Headings()
        self._prefix = telling.prefix.encode() + b"-"
        self._order = list(walk(branches.tops))
        self._keys = {id(branch): branch.source.keys for branch, _, _ in self._order if branch.source is not None}
        own = [
            branch.source.object
            for branch, _, _ in self._order
            if branch.source is not None and branch.source.plain is None
        ]
        self._attributes = Attributes(self._tree.pdf.make_indirect, _Renamed(self._prefix, _identifiers(own)))
        self._classes = self._take_classes(structure, own)
        self._roles = self._take_roles()
        self._names: dict[str, str] = {}

    def grow(self) -> None:
        """Make them, and tell the collection who owns what."""
        said = [self._description(branch) for branch, _, _ in self._order]
        new = NewObjects(self._tree.pdf)
        for number, (branch, _, _) in enumerate(self._order, new.first):
            branch.number = number
        part = reference(self._telling.part)
        for (branch, parent, depth), description in zip(self._order, said, strict=True):
            above = part if parent is None else f'"{parent.number} 0 R"'
            role = self._role(branch, depth)
            new.add(f'"/Type":"/StructElem","/S":{role},"/P":{above}{description}{self._held(branch)}')
        new.write()
        self._own()

    def _own(self) -> None:
        """Put those at the top below their part, and tell the parent tree and the tree of identifiers."""
        owned: list[dict[int, Object]] = [{} for _ in self._pages]
        element = self._tree.pdf.get_object
        for branch, parent, _ in self._order:
            if parent is None:
                self._tree.append(self._telling.part, element((branch.number, 0)))
            for kid in branch.kids:
                if isinstance(kid, Branch):
                    continue
                made = element((branch.number, 0))
                if isinstance(kid, Held):
                    self._tree.claim_object(made, kid.object)
                elif kid.form is not None:
                    self._tree.claim_stream(made, self._tree.pdf.copy_foreign(kid.form), kid.mcid)
                else:
                    owned[kid.page][kid.mcid] = made
            if "/ID" in self._keys.get(id(branch), ()):
                self._name(element((branch.number, 0)))
        for page, owners in zip(self._pages, owned, strict=True):
            self._tree.claim_all(page, owners)

    def _name(self, element: Object) -> None:
        identifier: Any = element.get("/ID")
        if identifier is not None and not self._tree.add_id(bytes(identifier), element):
            del element["/ID"]

    def _role(self, branch: Branch, depth: int) -> str:
        if branch.role in HEADINGS:
            level = int(branch.role[1:]) if branch.role != "H" else depth
            return f'"/H{self._headings.level(level)}"'
        role = branch.role
        if branch.source is not None and branch.source.stated:
            role = self._roles.get(branch.source.stated, role)
        if role not in self._names:
            self._names[role] = value(Name(f"/{role}"))
        return self._names[role]

    def _description(self, branch: Branch) -> str:
        """What is said of an element, as further entries."""
        if branch.source is None:
            entries = self._describe_ours(branch)
        else:
            plain, keys = branch.source.plain, self._keys[id(branch)]
            if plain is not None and not branch.figure:
                return f',"/Lang":"u:{plain["language"].decode()}"' if plain["language"] else ""
            entries = self._describe(branch, branch.source.object, keys)
        return "".join(f',"{key}":{held}' for key, held in entries.items())

    def _describe_ours(self, branch: Branch) -> dict[str, str]:
        """What is said of a scan and of an annotation that says nothing itself (7.3, 7.18.1), in our language (7.2)."""
        entries: dict[str, str] = {}
        held, said = branch.kids[0], ""
        if branch.role == "Figure":
            number = self._numbers[branch.first]
            scan = scan_text(self._telling.words, number, self._total, self._telling.title)
            said = self._telling.alternates.get(page_place(number)) or scan
            entries["/A"] = value(scan_attributes(self._pages[branch.first]))
        elif isinstance(held, Held):
            said = alternate_for(held.object, self._telling.words)
        if said:
            entries["/Alt"] = words(said)
            if self._telling.own_language and self._speaks():
                entries["/Lang"] = words(self._telling.own_language)
        return entries

    def _speaks(self) -> bool:
        """Whether the attachment, or anything in it, states a language, so that ours might be taken for that."""
        return "/Lang" in self._telling.part or any("/Lang" in keys for keys in self._keys.values())

    def _describe(self, branch: Branch, source: Object, keys: AbstractSet[str]) -> dict[str, str]:
        """What the source's element says of itself."""
        entries: dict[str, str] = {}
        if branch.figure and (said := self._telling.alternates.get(figure_place(branch.figure))):
            entries["/Alt"] = words(said)
        for key in _WORDS if branch.whole else _LANGUAGE:
            held: Any = source.get(key) if key in keys and key not in entries else None
            if isinstance(held, String) and bytes(held):
                entries[key] = octets(bytes(held))
        if "/A" in keys and (attributes := self._attributes.copy(source.A, whole=branch.whole)) is not None:
            entries["/A"] = value(attributes)
        if "/C" in keys and (classes := renamed_classes(class_names(source.C), self._classes)) is not None:
            entries["/C"] = value(classes)
        identifier: Any = source.ID if "/ID" in keys else None
        if isinstance(identifier, String):
            entries["/ID"] = octets(self._prefix + bytes(identifier))
        return entries

    def _held(self, branch: Branch) -> str:
        """What an element holds (ISO 32000-1, 14.7.4), as its last entries."""
        own = -1
        listed: list[str] = []
        for kid in branch.kids:
            if isinstance(kid, Branch):
                listed.append(f'"{kid.number} 0 R"')
                continue
            page = self._references[kid.page]
            if isinstance(kid, Held):
                listed.append(f'{{"/Type":"/OBJR","/Pg":{page},"/Obj":{reference(kid.object)}}}')
                continue
            own = kid.page if own < 0 else own
            if kid.form is not None:
                form = reference(self._tree.pdf.copy_foreign(kid.form))
                listed.append(f'{{"/Type":"/MCR","/Pg":{page},"/Stm":{form},"/MCID":{kid.mcid}}}')
            elif kid.page == own:
                listed.append(str(kid.mcid))
            else:
                listed.append(f'{{"/Type":"/MCR","/Pg":{page},"/MCID":{kid.mcid}}}')
        shown = f',"/Pg":{self._references[own]}' if own >= 0 else ""
        if len(listed) == 1:
            return f'{shown},"/K":{listed[0]}'
        return f'{shown},"/K":[{",".join(listed)}]' if listed else shown

    def _take_roles(self) -> dict[str, str]:
        """Map the source's own types that are used (ISO 14289-1, 7.1); returns what they are called here."""
        used = {}
        for branch, _, _ in self._order:
            stated = branch.source.stated if branch.source is not None else ""
            if stated and stated not in STANDARD and branch.role not in HEADINGS:
                used[stated] = branch.role
        renamed = self._tree.add_roles(dict(sorted(used.items())))
        return {stated: renamed.get(stated, stated) for stated in used}

    def _take_classes(self, structure: Structure, own: Sequence[Object]) -> dict[str, str]:
        """Take over the classes of attributes that are used; returns what they are called here."""
        held = structure.root.get("/ClassMap") if structure.root is not None else None
        if not isinstance(held, Dictionary):
            return {}
        used = sorted({name for element in own if "/C" in element for name in class_names(element.C)})
        entries = {name: self._attributes.copy(held.get(f"/{name}")) for name in used}
        known = {name: entry for name, entry in entries.items() if entry is not None}
        renamed = self._tree.add_classes(known)
        return {name: renamed.get(name, name) for name in known}


@dataclass(frozen=True, slots=True)
class _Renamed:
    """What an element's identifier is called in the collection."""

    prefix: bytes
    known: frozenset[bytes]

    def __call__(self, name: bytes) -> bytes | None:
        """None for one that is not in it."""
        return self.prefix + name if name in self.known else None


def _identifiers(own: Iterable[Object]) -> frozenset[bytes]:
    named = (element.ID for element in own if "/ID" in element)
    return frozenset(bytes(held) for held in named if isinstance(held, String))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without Python's collector of rings: it looks through all that is there again and again, and there are none.

    Measured with 50,000 elements: 3.2 s instead of 4.6 s.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
