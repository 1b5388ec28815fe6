"""Putting a collection together: our own pages, the attachments' pages, numbers, links, bookmarks (pikepdf).

The page plan decides where everything stands; nothing here counts pages of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, String

from kkr_desk.errors import Defect
from kkr_desk.export.attachment import Brought, bring
from kkr_desk.export.forms import Fields
from kkr_desk.export.job import CollectionJob
from kkr_desk.export.layers import Layers
from kkr_desk.export.metadata import describe, document_title
from kkr_desk.export.outline import Bookmark, write_outline
from kkr_desk.export.pages import OwnPages
from kkr_desk.export.stamp import (
    CONTENT_RESOURCE,
    ENCLOSED,
    FONT_RESOURCE,
    OPENING,
    find_place,
    stamp_characters,
    stamp_stream,
    stamp_text,
)
from kkr_desk.model import Notice, PageFacts
from kkr_desk.pdf.content import MALFORMED, page_streams
from kkr_desk.pdf.geometry import geometry
from kkr_desk.plan import Part, PartKind, attachment_destination, attachment_text, included_pages, place_facts
from kkr_desk.progress import Progress

_FAN = 64
"""Children of a node in the page tree and in the name tree."""


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
        self._codes, self._font = read_sample(Page(copies[0]), stamp_characters(job.plan.template))
        self._copies = iter(copies[1:])
        self._opening = self.pdf.make_stream(OPENING)
        self._fields = Fields(self.pdf)
        self._layers = Layers(self.pdf)
        self._pages: list[Object] = []
        self._brought: dict[int, Brought] = {}
        self._copied: dict[tuple[int, int], Object] = {}
        self._written: set[tuple[int, int]] = set()

    def assemble(self, progress: Progress) -> None:
        """Put everything in its place.

        Args:
            progress: Stepped by page, named by attachment.

        Raises:
            Defect: ``plan-disagrees``: a file has not the pages the plan counted.
            Cancelled: The user has asked to stop.
        """
        for part in self._plan.parts:
            name = attachment_text(part.attachment, self._plan.template) if part.attachment else "export-index"
            progress.step(part.first_page, self._plan.total_pages, name)
            self._put(part)
        self._grow_tree()
        self._link_index()
        self._bookmark()
        self._fields.write()
        self._layers.write()
        describe(self.pdf, self._plan, document_title(self._plan))

    def _put(self, part: Part) -> None:
        if len(self._pages) != part.first_page - 1:
            raise Defect("plan-disagrees", page=part.first_page, found=len(self._pages) + 1)
        if part.kind is PartKind.ATTACHMENT:
            self._put_attachment(part)
            return
        for _ in range(part.page_count):
            self._stamp(next(self._copies), None)

    def _put_attachment(self, part: Part) -> None:
        if part.attachment is None or part.item is None or part.attachment.rendition.pdf is None:
            raise Defect("plan-disagrees", page=part.first_page, found=0)
        key, number = part.attachment.rendition.pdf, part.attachment.number
        suffix = f"{part.item.number}-{number}".replace(".", "-")
        label = f"{part.item.number} {attachment_text(part.attachment, self._plan.template)}"
        with pikepdf.open(self._job.sources[key]) as source:
            if len(source.pages) != part.attachment.rendition.page_count:
                raise Defect("plan-disagrees", page=part.first_page, found=len(source.pages))
            pages = included_pages(part.attachment)
            brought = bring(self.pdf, source, pages, self._fields, self._layers, label=label, suffix=suffix)
        if brought.dead_links:
            facts = (*place_facts(part.item, part.attachment), ("count", str(brought.dead_links)))
            self.warnings.append(Notice("links-left-out", facts))
        self._brought[part.first_page] = brought
        for page, fact in zip(brought.pages, self._job.facts(part), strict=True):
            self._stamp(page, fact)

    def _stamp(self, page: Object, facts: PageFacts | None) -> None:
        """Add a page to the collection with its number on it."""
        fact = facts or PageFacts(0, 0, 0, 0)
        where = geometry(Page(page))
        text = stamp_text(self._plan.template, len(self._pages) + 1, self._plan.total_pages)
        place = find_place(text, where.size, fact.ink, self._plan.template)
        if fact.open_states == MALFORMED:
            enclose(self.pdf, page)
            before: list[Object] = [self.pdf.make_stream(ENCLOSED)]
        else:
            before = [self._opening, *page_streams(page)]
        name = self._add_font(page)
        content = stamp_stream(text, place, where, self._codes, fact.open_states, font=name)
        page.Contents = Array([*before, self.pdf.make_stream(content)])
        self._pages.append(page)

    def _add_font(self, page: Object) -> str:
        """Add the stamp's font to a page's resources under a name the page does not use itself.

        Resources that several objects share are not touched: pages get a copy with the font, one for all of them.
        """
        resources = self._own_copy(page, "/Resources")
        fonts = self._own_copy(resources, "/Font")
        name, n = FONT_RESOURCE, 1
        while name in fonts and not self._is_font(fonts[name]):
            n += 1
            name = f"{FONT_RESOURCE}{n}"
        fonts[name] = self._font
        return name

    def _is_font(self, entry: Any) -> bool:
        return isinstance(entry, Dictionary) and entry.is_same_object_as(self._font)

    def _own_copy(self, holder: Object, key: str) -> Object:
        """A dictionary entry that may be written to."""
        entry = holder.get(key)
        if not isinstance(entry, Dictionary):
            holder[key] = Dictionary()
        elif entry.is_indirect and entry.objgen not in self._written:
            if entry.objgen not in self._copied:
                copied = self.pdf.make_indirect(Dictionary(dict(entry.items())))
                fonts = copied.get("/Font")
                if isinstance(fonts, Dictionary) and not fonts.is_indirect:
                    copied.Font = Dictionary(dict(fonts.items()))  # else the same one would stand in both
                self._copied[entry.objgen] = copied
                self._written.add(copied.objgen)
            holder[key] = self._copied[entry.objgen]
        return holder[key]

    def _grow_tree(self) -> None:
        """Make the page tree: two levels are enough for four thousand pages, three for all."""
        pdf = self.pdf
        nodes, counts = list(self._pages), [1] * len(self._pages)
        while True:
            parents: list[Object] = []
            sums: list[int] = []
            for at in range(0, len(nodes), _FAN):
                group, count = nodes[at : at + _FAN], sum(counts[at : at + _FAN])
                parent = pdf.make_indirect(Dictionary(Type=Name.Pages, Count=count, Kids=Array(group)))
                for node in group:
                    node.Parent = parent
                parents.append(parent)
                sums.append(count)
            nodes, counts = parents, sums
            if len(nodes) == 1:
                break
        pdf.Root.Pages = nodes[0]

    def _link_index(self) -> None:
        """Make whole rows of the index links, and the names they lead to."""
        for area in self._own.links:
            entry = self._plan.entries[area.entry]
            page = self._pages[area.page]
            link = Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array([round(side, 2) for side in area.rect]),
                Border=Array([0, 0, 0]),
                F=4,
                P=page,
                Dest=String(entry.destination),
                Contents=String(f"{entry.text}, {self._plan.template.page_word} {entry.page}"),
            )
            if "/Annots" not in page:
                page.Annots = Array()
            page.Annots.append(self.pdf.make_indirect(link))
        named = {entry.destination.encode(): self._top_of(entry.page) for entry in self._plan.entries}
        for part in self._plan.parts:
            brought = self._brought.get(part.first_page)
            if brought and part.item and part.attachment:
                prefix = attachment_destination(part.item.number, part.attachment.number).encode() + b":"
                named.update({prefix + name: target for name, target in brought.names})
        self.pdf.Root.Names = Dictionary(Dests=self._name_tree(named))

    def _name_tree(self, named: Mapping[bytes, Object]) -> Object:
        ordered = sorted(named.items())
        kids = []
        for at in range(0, len(ordered), _FAN):
            group = ordered[at : at + _FAN]
            flat = [value for name, target in group for value in (String(name), target)]
            limits = Array([String(group[0][0]), String(group[-1][0])])
            kids.append(self.pdf.make_indirect(Dictionary(Names=Array(flat), Limits=limits)))
        return self.pdf.make_indirect(Dictionary(Kids=Array(kids)))

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


def read_sample(sample: Page, characters: str) -> tuple[dict[str, bytes], Object]:
    """The stamp font, and its code for each character, read off the page that shows them one by one.

    Args:
        sample: That page.
        characters: What it shows, in order.

    Raises:
        Defect: ``stamp-font`` when they are not all set in one font.
    """
    shown: list[bytes] = []
    names: set[str] = set()
    for instruction in pikepdf.parse_content_stream(sample, "Tf Tj"):
        operand: Any = instruction.operands[0]
        if str(instruction.operator) == "Tf":
            names.add(str(operand))
        else:
            shown.append(bytes(operand))
    if len(names) != 1 or len(shown) != len(characters):
        raise Defect("stamp-font", fonts=len(names), characters=len(shown))
    return dict(zip(characters, shown, strict=True)), sample.obj.Resources.Font[names.pop()]


def enclose(pdf: Pdf, page: Object) -> None:
    """Put a page's content into a form XObject, so that whatever is wrong with it ends with it (ISO 32000-1, 8.10)."""
    streams = page_streams(page)
    if len(streams) == 1:
        form = pdf.make_stream(streams[0].read_raw_bytes())
        for key in ("/Filter", "/DecodeParms"):
            if key in streams[0]:
                form[key] = streams[0][key]
    else:
        form = pdf.make_stream(b"\n".join(stream.read_bytes() for stream in streams))
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = Array([round(side, 4) for side in geometry(Page(page)).box])
    resources: Any = page.get("/Resources")
    form.Resources = resources if isinstance(resources, Dictionary) else Dictionary()
    page.Resources = Dictionary(XObject=Dictionary({CONTENT_RESOURCE: form}))
