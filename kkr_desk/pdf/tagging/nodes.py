"""The structure of pages that we draw, as it is noted while they are drawn; `StructureTree` is given it afterwards.

Elements for a PDF are objects of that PDF, and our pages are drawn before the document they go into is there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from pikepdf import Array, Dictionary, Name, Object, Pdf

from kkr_desk.pdf.tagging.tree import StructureTree

Rectangle: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right, top in points."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked-content sequence (ISO 32000-1, 14.7.4.2).

    Attributes:
        page: 0-based among our pages.
        mcid: Its number in the page's content.
    """

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class LinkArea:
    """A row of the index that leads somewhere.

    Attributes:
        page: 0-based among our pages.
        rect: Where it is.
        entry: 0-based place in the plan's entries.
    """

    page: int
    rect: Rectangle
    entry: int


@dataclass(frozen=True, slots=True)
class Attributes:
    """What an element is told by besides its type (ISO 32000-1, 14.8.5).

    Attributes:
        owner: "Layout", "List" or "Table".
        entries: Names as text, boxes as tuples of numbers.
    """

    owner: str
    entries: tuple[tuple[str, str | int | tuple[float, ...]], ...]

    def dictionary(self) -> Object:
        """The attribute object."""
        made = Dictionary(O=Name(f"/{self.owner}"))
        for key, value in self.entries:
            if isinstance(value, tuple):
                made[f"/{key}"] = Array([round(number, 3) for number in value])
            else:
                made[f"/{key}"] = value if isinstance(value, int) else Name(f"/{value}")
        return made


@dataclass(frozen=True, slots=True)
class Node:
    """A structure element of our pages.

    Attributes:
        role: A standard structure type (ISO 32000-1, 14.8.4).
        kids: What it holds, in reading order.
        title: What it is called.
        alternate: What stands for a picture in words.
        language: Language tag, where it is another than the document's.
        attributes: A figure's box, a header cell's scope, a list's numbering.
    """

    role: str
    kids: tuple[Node | Marked | LinkArea, ...] = ()
    title: str = ""
    alternate: str = ""
    language: str = ""
    attributes: Attributes | None = None


def box(rect: Rectangle) -> Attributes:
    """Where a figure stands; readers show it when it is read (ISO 32000-1, 14.8.5.4.3)."""
    return Attributes("Layout", (("Placement", "Block"), ("BBox", rect)))


def scope(direction: str) -> Attributes:
    """What a header cell is the header of: "Row", "Column" or "Both" (ISO 14289-1, 7.5)."""
    return Attributes("Table", (("Scope", direction),))


def numbering(kind: str) -> Attributes:
    """How the items of a list are counted, such as "Decimal" or "None" (ISO 14289-1, 7.6)."""
    return Attributes("List", (("ListNumbering", kind),))


def write_structure(pdf: Pdf, nodes: Iterable[Node]) -> None:
    """Tag a document that is all our own.

    Args:
        pdf: It; its pages are those that were drawn.
        nodes: What was noted while they were.
    """
    tree, pages = StructureTree(pdf), [page.obj for page in pdf.pages]
    for node in nodes:
        plant(tree, tree.document, node, pages)
    tree.write(pages)


def plant(
    tree: StructureTree,
    parent: Object,
    node: Node,
    pages: Sequence[Object],
    link: Callable[[LinkArea], tuple[Object, Object]] | None = None,
) -> Object:
    """Give a tree the elements of our pages.

    Args:
        tree: The tree.
        parent: The element they belong to.
        node: What was noted.
        pages: Our pages in the document.
        link: The page and the annotation that a link area has become; None where there are no links.

    Returns:
        The element made of the node itself.
    """
    element = tree.element(
        node.role,
        parent,
        title=node.title,
        alternate=node.alternate,
        language=node.language,
        attributes=node.attributes.dictionary() if node.attributes else None,
    )
    for kid in node.kids:
        if isinstance(kid, Marked):
            tree.mark(element, pages[kid.page], kid.mcid)
        elif isinstance(kid, Node):
            plant(tree, element, kid, pages, link)
        elif link is not None:
            tree.refer(element, *link(kid))
    return element
