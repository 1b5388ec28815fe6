"""Growing an attachment's own structure into the collection's (ISO 32000-1, 14.7; ISO 14289-1, 7.1).

The source's objects are not copied as they are: each element is made anew from what is known to be harmless, so that
nothing comes along by a reference, however the source is built, and no tree is too deep. Marked content and
annotations stay what they are; who owns them is told to the collection's parent tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from kkr_desk.export.stamp import STANDS_FOR, STOP_GAP_MCID
from kkr_desk.export.structure.annotations import alternate_for, is_told, page_annotations, role_for
from kkr_desk.export.structure.attributes import Attributes, class_names, renamed_classes
from kkr_desk.export.structure.branches import Branch, Branches, Content, Ground, Held, walk
from kkr_desk.export.structure.headings import Headings
from kkr_desk.export.structure.spoken import Spoken
from kkr_desk.export.structure.stopgap import scan_attributes, scan_text
from kkr_desk.export.structure.tree import StructureTree
from kkr_desk.model import PageTags, figure_place, page_place
from kkr_desk.pdf.marked_content import form_identifiers, page_identifiers
from kkr_desk.pdf.roles import HEADINGS, STANDARD
from kkr_desk.pdf.structure import Element, Key, Reference, Structure, read_structure

_ELEMENT = Name.StructElem
_LANGUAGE = ("/Lang",)
_WORDS = ("/T", "/Alt", "/E", "/ActualText", *_LANGUAGE)
_BARE = frozenset({"/Type", "/S", "/P", "/K", "/Pg"})
"""Keys that say where an element belongs, and no more."""
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
    languages = {_text(element.object, "/Lang") for element in unwrapped}
    stated = _text(telling.part, "/Lang")
    if telling.language or not branches.tops or not any(languages - {stated, ""}):
        return
    first = next(element for element in unwrapped if _text(element.object, "/Lang"))
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
        self._headings = Headings()
        self._prefix = telling.prefix.encode() + b"-"
        self._order = list(walk(branches.tops))
        own = [branch.source.object for branch, _, _ in self._order if branch.source is not None]
        named = (element for element in own if "/ID" in element)
        self._known = {bytes(held) for element in named if isinstance(held := element.ID, String)}
        self._attributes = Attributes(self._tree.pdf.make_indirect, self._identifier)
        self._classes = self._take_classes(structure, own)
        self._roles = self._take_roles()
        self._names: dict[str, Name] = {}

    def grow(self) -> None:
        """Make them: each with what it holds itself, then, when all are there, with those below it."""
        made: dict[int, Object] = {}
        groups: list[Branch] = []
        for branch, parent, depth in self._order:
            above = self._telling.part if parent is None else made[id(parent)]
            made[id(branch)] = element = self._element(branch, above, depth)
            if parent is None:
                self._tree.append(self._telling.part, element)
            if any(isinstance(kid, Branch) for kid in branch.kids):
                groups.append(branch)
        for branch in groups:
            own = _own_page(branch)
            kids = [made[id(kid)] if isinstance(kid, Branch) else self._listed(kid, own) for kid in branch.kids]
            made[id(branch)].K = Array(kids)

    def _element(self, branch: Branch, parent: Object, depth: int) -> Object:
        role = self._role(branch, depth)
        if role not in self._names:
            self._names[role] = Name(f"/{role}")
        entries: dict[str, Any] = {"/Type": _ELEMENT, "/S": self._names[role], "/P": parent}
        if branch.source is None:
            self._describe_ours(entries, branch)
        else:
            self._describe(entries, branch, branch.source.object)
        held = [kid for kid in branch.kids if not isinstance(kid, Branch)]
        own = _own_page(branch)
        if own >= 0:
            entries["/Pg"] = self._pages[own]
        if held and len(held) == len(branch.kids):
            listed = [self._listed(kid, own) for kid in held]
            entries["/K"] = listed[0] if len(listed) == 1 else Array(listed)
        element = self._tree.pdf.make_indirect(Dictionary(entries))
        for kid in held:
            self._claim(element, kid)
        identifier: Any = entries.get("/ID")
        if identifier is not None and not self._tree.add_id(bytes(identifier), element):
            del element["/ID"]
        return element

    def _role(self, branch: Branch, depth: int) -> str:
        if branch.role in HEADINGS:
            level = int(branch.role[1:]) if branch.role != "H" else depth
            return f"H{self._headings.level(level)}"
        stated = branch.source.stated if branch.source is not None else ""
        return self._roles.get(stated, branch.role)

    def _describe_ours(self, entries: dict[str, Any], branch: Branch) -> None:
        """What is said of a scan and of an annotation that says nothing itself (7.3, 7.18.1)."""
        held, words = branch.kids[0], ""
        if branch.role == "Figure":
            number = self._numbers[branch.first]
            scan = scan_text(self._telling.words, number, self._total, self._telling.title)
            words = self._telling.alternates.get(page_place(number)) or scan
            entries["/A"] = scan_attributes(self._pages[branch.first])
        elif isinstance(held, Held):
            words = alternate_for(held.object, self._telling.words)
        if words:
            entries["/Alt"] = String(words)

    def _describe(self, entries: dict[str, Any], branch: Branch, source: Object) -> None:
        """What the source's element says of itself."""
        keys = source.keys()
        if branch.figure and (said := self._telling.alternates.get(figure_place(branch.figure))):
            entries["/Alt"] = String(said)
        if keys <= _BARE:
            return
        for key in _WORDS if branch.whole else _LANGUAGE:
            if key in keys and key not in entries and (text := _text(source, key)):
                entries[key] = String(text)
        if "/A" in keys and (attributes := self._attributes.copy(source.A, whole=branch.whole)) is not None:
            entries["/A"] = attributes
        if "/C" in keys and (classes := renamed_classes(class_names(source.C), self._classes)) is not None:
            entries["/C"] = classes
        identifier: Any = source.ID if "/ID" in keys else None
        if isinstance(identifier, String):
            entries["/ID"] = String(self._prefix + bytes(identifier))

    def _listed(self, kid: Content | Held, own: int) -> Any:
        """How an element lists what it holds (ISO 32000-1, 14.7.4)."""
        page = self._pages[kid.page]
        if isinstance(kid, Held):
            return Dictionary(Type=Name.OBJR, Pg=page, Obj=kid.object)
        if kid.form is not None:
            form = self._tree.pdf.copy_foreign(kid.form)
            return Dictionary(Type=Name.MCR, Pg=page, Stm=form, MCID=kid.mcid)
        return kid.mcid if kid.page == own else Dictionary(Type=Name.MCR, Pg=page, MCID=kid.mcid)

    def _claim(self, element: Object, kid: Content | Held) -> None:
        if isinstance(kid, Held):
            self._tree.claim_object(element, kid.object)
        elif kid.form is not None:
            self._tree.claim_stream(element, self._tree.pdf.copy_foreign(kid.form), kid.mcid)
        else:
            self._tree.claim(element, self._pages[kid.page], kid.mcid)

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

    def _identifier(self, name: bytes) -> bytes | None:
        """What an element's identifier is called here."""
        return self._prefix + name if name in self._known else None


def _own_page(branch: Branch) -> int:
    """Place of the page that an element's content is on unless it says otherwise: that of the first; -1 without any."""
    return next((kid.page for kid in branch.kids if isinstance(kid, Content)), -1)


def _text(holder: Object, key: str) -> str:
    stated: Any = holder.get(key)
    return str(stated) if isinstance(stated, String) else ""
