"""The structure of a collection: index, items, and below them their attachments, in the order of the pages.

A `Part` is given for each attachment before its pages come, so that what tells of them can go into it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from pikepdf import Object, Pdf

from kkr_desk.model import ItemId, NumberedAttachment
from kkr_desk.pdf.tagging.nodes import LinkArea, Node, plant
from kkr_desk.pdf.tagging.tree import StructureTree
from kkr_desk.plan import Part, Plan, attachment_text

_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
"""A language tag, as far as its form goes (RFC 3066; ISO 32000-1, 14.9.2.2)."""


class CollectionStructure:
    """The structure tree of one collection.

    Args:
        pdf: The collection.
        plan: What stands where.
        link: The page and the annotation that a row of the index becomes.
    """

    def __init__(self, pdf: Pdf, plan: Plan, link: Callable[[LinkArea], tuple[Object, Object]]) -> None:
        self.tree = StructureTree(pdf)
        self._plan = plan
        self._link = link
        self._items: dict[ItemId, Object] = {}
        self.part: Object = self.tree.document
        """The attachment whose divider came last."""

    def index(self, nodes: Sequence[Node], pages: Sequence[Object]) -> None:
        """The index's own section."""
        for node in nodes:
            plant(self.tree, self.tree.document, node, pages, self._link)

    def divider(self, part: Part, nodes: Sequence[Node], pages: Sequence[Object]) -> None:
        """What a divider says: the item's heading goes before all of its attachments, the rest into this one.

        Args:
            part: The divider.
            nodes: What it says.
            pages: Our pages.
        """
        if part.item is None or part.attachment is None:
            return
        item = part.item
        if item.item.id not in self._items:
            title = f"{item.number} {item.item.heading}".strip()
            self._items[item.item.id] = self.tree.element("Sect", self.tree.document, title=title)
        section = self._items[item.item.id]
        for node in nodes:
            if node.role == "H1":
                plant(self.tree, section, node, pages, self._link)
        name, language = attachment_text(part.attachment, self._plan.template), attachment_language(part.attachment)
        other = language if language != self._plan.template.language else ""
        self.part = self.tree.element("Part", section, title=name, language=other)
        for node in nodes:
            if node.role != "H1":
                self._own(node, pages, other)

    def slip(self, nodes: Sequence[Node], pages: Sequence[Object]) -> None:
        """What stands in place of the attachment."""
        for node in nodes:
            self._own(node, pages, self.part.get("/Lang"))

    def _own(self, node: Node, pages: Sequence[Object], other: object) -> None:
        """Our own words in an attachment of another language are in ours (ISO 14289-1, 7.2)."""
        said = replace(node, language=self._plan.template.language) if other else node
        plant(self.tree, self.part, said, pages, self._link)


def attachment_language(attachment: NumberedAttachment) -> str:
    """The language of an attachment: as the caseworker says, else as its file says; "" where neither is a tag."""
    known = attachment.rendition.accessibility
    for stated in (attachment.attachment.language, known.language if known else ""):
        if _TAG.fullmatch(stated):
            return stated
    return ""
