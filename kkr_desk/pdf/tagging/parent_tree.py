"""The parent tree: from marked content and annotations back to the structure elements they belong to.

A viewer comes from the page, so each page, form XObject and annotation names a key in one number tree (ISO 32000-1,
14.7.4.4). It is always built anew from what the elements claim; a source's own is never trusted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pikepdf import Array, Object, Pdf

from kkr_desk.pdf.trees import number_tree

LARGEST_MCID = 200_000
"""Larger marked-content identifiers are not taken: a page's entry lists every number below its largest."""

_Key = tuple[int, int]


class ParentTree:
    """Who owns what. Keys are given out when it is written: pages, then forms, then annotations.

    Args:
        pdf: The document; pages, forms and annotations are indirect objects of it.
    """

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._content: dict[_Key, dict[int, Object]] = {}
        self._forms: dict[_Key, Object] = {}
        self._objects: dict[_Key, tuple[Object, Object]] = {}

    def claim(self, element: Object, content: Object, mcid: int) -> bool:
        """An element owns a marked-content sequence.

        Args:
            element: The element.
            content: The page, or the form XObject, whose content holds the sequence.
            mcid: Its number there.

        Returns:
            Whether nobody had claimed it yet, and the number is one that can be listed.
        """
        owners = self._content.setdefault(content.objgen, {})
        if mcid in owners or not 0 <= mcid <= LARGEST_MCID:
            return False
        owners[mcid] = element
        return True

    def claim_all(self, content: Object, owners: Mapping[int, Object]) -> None:
        """Elements own the sequences of a page, by number, as far as nobody has claimed them yet."""
        known = self._content.setdefault(content.objgen, {})
        for mcid, element in owners.items():
            if 0 <= mcid <= LARGEST_MCID:
                known.setdefault(mcid, element)

    def claim_form(self, element: Object, form: Object, mcid: int) -> bool:
        """The same for a form XObject, which is given its key too."""
        self._forms.setdefault(form.objgen, form)
        return self.claim(element, form, mcid)

    def claim_object(self, element: Object, annotation: Object) -> bool:
        """An element owns an annotation; whether nobody had claimed it yet."""
        if annotation.objgen in self._objects:
            return False
        self._objects[annotation.objgen] = annotation, element
        return True

    def owner(self, content: Object, mcid: int) -> Object | None:
        """The element that owns a marked-content sequence of a page or form."""
        return self._content.get(content.objgen, {}).get(mcid)

    def owner_of(self, annotation: Object) -> Object | None:
        """The element that owns an annotation."""
        entry = self._objects.get(annotation.objgen)
        return entry[1] if entry else None

    def write(self, pages: Iterable[Object]) -> tuple[Object, int]:
        """Give out the keys.

        Args:
            pages: All pages of the document in order; those that hold nothing marked lose any key they came with.

        Returns:
            The number tree, and the next free key.
        """
        numbered: dict[int, Object] = {}
        for holder in (*pages, *self._forms.values()):
            owners = self._content.get(holder.objgen)
            if owners:
                holder.StructParents = len(numbered)
                listed = Array([owners.get(mcid) for mcid in range(max(owners) + 1)])
                numbered[len(numbered)] = self._pdf.make_indirect(listed)
            elif "/StructParents" in holder:
                del holder["/StructParents"]
        for annotation, element in self._objects.values():
            annotation.StructParent = len(numbered)
            numbered[len(numbered)] = element
        return number_tree(self._pdf, numbered), len(numbered)
