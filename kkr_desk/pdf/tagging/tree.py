"""The structure tree of a document we write (ISO 32000-1, 14.7.2; ISO 14289-1, 7.1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from kkr_desk.pdf.tagging.parent_tree import ParentTree
from kkr_desk.pdf.trees import name_tree

_Key = tuple[int, int]
_TYPE = Name.StructElem


class StructureTree:
    """Elements as they are added, and the tables over them, which `write` puts into the document.

    Pages, annotations, form XObjects and elements handed in are indirect objects of the document.

    Args:
        pdf: The document.
    """

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.parents = ParentTree(pdf)
        self._root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._roles: dict[str, str] = {}
        self._classes: dict[str, Object] = {}
        self._ids: dict[bytes, Object] = {}
        self._namespaces: dict[_Key, Object] = {}
        self.document = self.element("Document", self._root)

    def element(
        self,
        role: str,
        parent: Object,
        *,
        title: str = "",
        alternate: str = "",
        language: str = "",
        attributes: Object | None = None,
    ) -> Object:
        """Add an element behind the others of its parent.

        Args:
            role: Its type, such as "P": a standard one, or one that `add_roles` maps to a standard one.
            parent: The element it belongs to.
            title: What it is called, for those who walk through the structure.
            alternate: What stands for it in words (ISO 14289-1, 7.3).
            language: Language tag, where it is another than the parent's (7.2).
            attributes: An attribute object, such as a table cell's scope or a figure's box.
        """
        made = Dictionary({"/Type": _TYPE, "/S": _name(role), "/P": parent})
        for key, text in (("/T", title), ("/Alt", alternate), ("/Lang", language)):
            if text:
                made[key] = String(text)
        if attributes is not None:
            made.A = attributes
        element = self.pdf.make_indirect(made)
        self.append(parent, element)
        return element

    def mark(self, element: Object, page: Object, mcid: int) -> bool:
        """A page's marked-content sequence is the element's next content.

        Args:
            element: The element.
            page: The page.
            mcid: The number in its content; nothing happens when it is owned already.

        Returns:
            Whether it is the element's now.
        """
        if not self.parents.claim(element, page, mcid):
            return False
        held = element.get("/Pg")
        if held is None:
            element.Pg = page
        if held is None or held.objgen == page.objgen:
            self.append(element, mcid)
        else:
            self.append(element, Dictionary(Type=Name.MCR, Pg=page, MCID=mcid))
        return True

    def mark_stream(self, element: Object, page: Object, form: Object, mcid: int) -> bool:
        """The same for a sequence in the content of a form XObject that is drawn on a page."""
        if not self.parents.claim_form(element, form, mcid):
            return False
        self.append(element, Dictionary(Type=Name.MCR, Pg=page, Stm=form, MCID=mcid))
        return True

    def claim(self, element: Object, page: Object, mcid: int) -> bool:
        """The same as `mark` for an element whose `/K` holds the number already."""
        return self.parents.claim(element, page, mcid)

    def claim_all(self, page: Object, owners: Mapping[int, Object]) -> None:
        """The same for many numbers of one page, each with its element; those that are owned already stay so."""
        self.parents.claim_all(page, owners)

    def claim_stream(self, element: Object, form: Object, mcid: int) -> bool:
        """The same as `mark_stream` for an element whose `/K` holds the reference already."""
        return self.parents.claim_form(element, form, mcid)

    def refer(self, element: Object, page: Object, annotation: Object) -> bool:
        """An annotation is the element's next content (ISO 32000-1, 14.7.4.3); False when it is owned."""
        if not self.parents.claim_object(element, annotation):
            return False
        self.append(element, Dictionary(Type=Name.OBJR, Pg=page, Obj=annotation))
        return True

    def claim_object(self, element: Object, annotation: Object) -> bool:
        """The same as `refer` for an element whose `/K` holds the reference already."""
        return self.parents.claim_object(element, annotation)

    def add_roles(self, mapping: Mapping[str, str]) -> dict[str, str]:
        """Map types of a document's own to standard ones (ISO 14289-1, 7.1).

        Args:
            mapping: From each type to the standard type it leads to, both without the slash.

        Returns:
            What the types are called here, where the name is taken by another mapping.
        """
        renamed = {}
        for role, standard in mapping.items():
            name = _free(role, lambda taken, standard=standard: self._roles.get(taken, standard) != standard)
            self._roles[name] = standard
            if name != role:
                renamed[role] = name
        return renamed

    def add_classes(self, classes: Mapping[str, Object]) -> dict[str, str]:
        """Take over a document's classes of attributes (ISO 32000-1, 14.7.5.2).

        Args:
            classes: The attribute objects by name, without the slash; objects of this document.

        Returns:
            What they are called here, where the name was taken.
        """
        renamed = {}
        for name, attributes in classes.items():
            given = _free(name, self._classes.__contains__)
            self._classes[given] = attributes
            if given != name:
                renamed[name] = given
        return renamed

    def add_id(self, identifier: bytes, element: Object) -> bool:
        """Name an element, so that others (a table cell's headers) can refer to it; False when the name is taken."""
        if identifier in self._ids:
            return False
        self._ids[identifier] = element
        element.ID = String(identifier)
        return True

    def add_namespace(self, namespace: Object) -> None:
        """Take over a namespace that elements refer to (ISO 32000-2, 14.7.4)."""
        self._namespaces.setdefault(namespace.objgen, namespace)

    def append(self, element: Object, kid: Object | int) -> None:
        """Put something behind the others that an element holds; whose it is has been told already."""
        kids = element.get("/K")
        if isinstance(kids, Array):
            kids.append(kid)
        else:
            element.K = Array([kid] if kids is None else [kids, kid])

    def write(self, pages: Iterable[Object]) -> None:
        """Put the tree and its tables into the document.

        Args:
            pages: All pages of the document, in order.
        """
        pages = list(pages)
        root: Any = self._root
        root.ParentTree, root.ParentTreeNextKey = self.parents.write(pages)
        if self._ids:
            root.IDTree = name_tree(self.pdf, self._ids)
        if self._roles:
            root.RoleMap = Dictionary({f"/{role}": Name(f"/{to}") for role, to in sorted(self._roles.items())})
        if self._classes:
            root.ClassMap = Dictionary({f"/{name}": held for name, held in sorted(self._classes.items())})
        if self._namespaces:
            root.Namespaces = Array(list(self._namespaces.values()))
        for page in pages:
            if "/Annots" in page:
                page.Tabs = Name.S  # the keyboard follows the structure (ISO 14289-1, 7.18.3)
        self.pdf.Root.StructTreeRoot = root
        self.pdf.Root.MarkInfo = Dictionary(Marked=True)  # ISO 14289-1, 6.2


@lru_cache(maxsize=1024)
def _name(role: str) -> Name:
    return Name(f"/{role}")


def _free(name: str, taken: Any) -> str:
    """The name, or the first of name-2, name-3 … that is not taken."""
    found, n = name, 1
    while taken(found):
        n += 1
        found = f"{name}-{n}"
    return found
