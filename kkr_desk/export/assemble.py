"""Putting a collection together: our own pages, the attachments' pages, numbers, links, bookmarks, tags (pikepdf).

The page plan decides where everything stands; nothing here counts pages of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from kkr_desk.errors import Defect
from kkr_desk.export.attachment import Brought, Gathered, bring
from kkr_desk.export.forms import Fields
from kkr_desk.export.job import CollectionJob
from kkr_desk.export.layers import Layers
from kkr_desk.export.metadata import describe, document_title
from kkr_desk.export.outline import Bookmark, write_outline
from kkr_desk.export.page_tree import write_pages
from kkr_desk.export.pages import OwnPages
from kkr_desk.export.stamping import Stamper
from kkr_desk.export.structure.collection import CollectionStructure
from kkr_desk.export.structure.graft import Telling
from kkr_desk.export.structure.spoken import spoken
from kkr_desk.export.structure.wording import link_words
from kkr_desk.model import Notice, NumberedAttachment, NumberedItem, PageFacts
from kkr_desk.pdf.tagging.nodes import LinkArea, Node
from kkr_desk.pdf.trees import name_tree
from kkr_desk.plan import Part, PartKind, attachment_destination, attachment_text, included_pages, place_facts
from kkr_desk.progress import Progress

_OURS = PageFacts(0, 0, 0, 0)
"""What is known of a page of ours: it prints nothing at its edges, and leaves nothing open."""


class Assembly:
    """A collection being put together in memory; the bytes of the attachments stay in their files until it is saved.

    Args:
        job: What it is made from.
        own: The pages we wrote.
        own_pdf: The same, opened; its first page holds the sample of the stamps' characters.
    """

    def __init__(self, job: CollectionJob, own: OwnPages, own_pdf: Pdf) -> None:
        self.pdf = Pdf.new()
        self.warnings: list[Notice] = []
        self._job = job
        self._plan = job.plan
        self._own = own
        copies = [self.pdf.copy_foreign(page.obj) for page in own_pdf.pages]
        for copy in copies:
            if "/Trans" in copy:  # reportlab gives every page an empty one
                del copy["/Trans"]
        self._stamper = Stamper(self.pdf, copies[0], job.plan.template, job.plan.total_pages)
        self._copies = copies[1:]
        self._waiting = iter(self._copies)
        self._structure = CollectionStructure(self.pdf, job.plan, self._link)
        self._gathered = Gathered(self.pdf, Fields(self.pdf), Layers(self.pdf))
        self._pages: list[Object] = []
        self._brought: dict[int, Brought] = {}

    def assemble(self, progress: Progress) -> None:
        """Put everything in its place.

        Args:
            progress: Stepped by page, named by attachment.

        Raises:
            Defect: ``plan-disagrees``: a file has not the pages the plan counted.
            Cancelled: The user has asked to stop.
        """
        for part, nodes in zip(self._plan.parts, self._own.nodes, strict=True):
            name = attachment_text(part.attachment, self._plan.template) if part.attachment else "export-index"
            progress.step(part.first_page, self._plan.total_pages, name)
            self._put(part, nodes)
        write_pages(self.pdf, self._pages)
        self._name()
        self._bookmark()
        self._gathered.fields.write()
        self._gathered.layers.write()
        self._structure.tree.write(self._pages)
        describe(self.pdf, self._plan, document_title(self._plan))

    def _put(self, part: Part, nodes: Sequence[Node]) -> None:
        if len(self._pages) != part.first_page - 1:
            raise Defect("plan-disagrees", page=part.first_page, found=len(self._pages) + 1)
        if part.kind is PartKind.ATTACHMENT:
            self._put_attachment(part)
            return
        if part.kind is PartKind.INDEX:
            self._structure.index(nodes, self._copies)
        elif part.kind is PartKind.DIVIDER:
            self._structure.divider(part, nodes, self._copies)
        else:
            self._structure.slip(nodes, self._copies)
        for _ in range(part.page_count):
            self._stamp(next(self._waiting), _OURS)

    def _put_attachment(self, part: Part) -> None:
        if part.attachment is None or part.item is None or part.attachment.rendition.pdf is None:
            raise Defect("plan-disagrees", page=part.first_page, found=0)
        key = part.attachment.rendition.pdf
        label = f"{part.item.number} {attachment_text(part.attachment, self._plan.template)}"
        with pikepdf.open(self._job.sources[key]) as source:
            if len(source.pages) != part.attachment.rendition.page_count:
                raise Defect("plan-disagrees", page=part.first_page, found=len(source.pages))
            pages = included_pages(part.attachment)
            brought = bring(self._gathered, source, pages, self._telling(part, part.item, part.attachment), label=label)
        if brought.dead_links:
            facts = (*place_facts(part.item, part.attachment), ("count", str(brought.dead_links)))
            self.warnings.append(Notice("links-left-out", facts))
        self._brought[part.first_page] = brought
        for page, fact in zip(brought.pages, self._job.facts(part), strict=True):
            self._stamp(page, fact)

    def _telling(self, part: Part, item: NumberedItem, attachment: NumberedAttachment) -> Telling:
        """How listeners are told of an attachment."""
        return Telling(
            tree=self._structure.tree,
            part=self._structure.part,
            tags=tuple(fact.tags for fact in self._job.facts(part)),
            first_page=part.first_page,
            title=attachment_text(attachment, self._plan.template),
            words=spoken(self._plan.template.language),
            alternates=self._job.alternates.get(attachment.attachment.id, {}),
            prefix=f"{item.number}-{attachment.number}".replace(".", "-"),
            language=attachment.attachment.language,
            own_language=self._plan.template.language,
        )

    def _stamp(self, page: Object, facts: PageFacts) -> None:
        """Add a page to the collection with its number on it."""
        self._stamper.stamp(page, len(self._pages) + 1, facts)
        self._pages.append(page)

    def _link(self, area: LinkArea) -> tuple[Object, Object]:
        """Make a whole row of the index a link; returns the page and it."""
        entry, page = self._plan.entries[area.entry], self._copies[area.page]
        link = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([round(side, 2) for side in area.rect]),
            Border=Array([0, 0, 0]),
            F=4,
            P=page,
            Dest=String(entry.destination),
            Contents=String(link_words(entry.text, entry.page, self._plan.template)),
        )
        if "/Annots" not in page:
            page.Annots = Array()
        annotation = self.pdf.make_indirect(link)
        page.Annots.append(annotation)
        return page, annotation

    def _name(self) -> None:
        """Name what the index leads to, and what the attachments have named themselves."""
        named = {entry.destination.encode(): self._top_of(entry.page) for entry in self._plan.entries}
        for part in self._plan.parts:
            brought = self._brought.get(part.first_page)
            if brought and part.item and part.attachment:
                prefix = attachment_destination(part.item.number, part.attachment.number).encode() + b":"
                named.update({prefix + name: target for name, target in brought.names})
        self.pdf.Root.Names = Dictionary(Dests=name_tree(self.pdf, named))

    def _bookmark(self) -> None:
        """Item > bilag > the attachment's own bookmarks; the attachments' own are folded away at first."""
        plan = self._plan
        rows = [Bookmark(plan.entries[0].text, self._top_of(1))]
        below: dict[str, list[Bookmark]] = {}
        own = {p.first_page - 1: b.outline for p in plan.parts if (b := self._brought.get(p.first_page))}
        item = ""
        for entry in plan.entries[1:]:
            if entry.level == 1:
                item = entry.destination
                below[item] = []
                continue
            below[item].append(Bookmark(entry.text, self._top_of(entry.page), own.get(entry.page, ())))
        rows += [
            Bookmark(entry.text, self._top_of(entry.page), tuple(below[entry.destination]), opened=True)
            for entry in plan.entries[1:]
            if entry.level == 1
        ]
        write_outline(self.pdf, rows)

    def _top_of(self, page: int) -> Object:
        return Array([self._pages[page - 1], Name.XYZ, None, self._plan.style.page_height, None])
