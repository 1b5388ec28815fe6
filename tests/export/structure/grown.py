"""Attachments grown into a collection without anything of ours around them, and what is asked of the outcome."""

from __future__ import annotations

import importlib.util
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, String

from kkr_desk.export.attachment import Gathered, bring
from kkr_desk.export.forms import Fields
from kkr_desk.export.layers import Layers
from kkr_desk.export.page_tree import write_pages
from kkr_desk.export.stamp import closing, opening
from kkr_desk.export.stamping import enclose
from kkr_desk.export.structure.graft import Telling
from kkr_desk.export.structure.spoken import spoken
from kkr_desk.model import PageFacts, PageTags
from kkr_desk.pdf.content import MALFORMED, UNREADABLE, open_states, page_streams
from kkr_desk.pdf.marked_content import content_bytes, open_marks
from kkr_desk.pdf.structure import tagged_pages
from kkr_desk.pdf.tagging.tree import StructureTree


def tags_of(source: Pdf) -> list[PageTags]:
    """How listeners are told of each page, roughly as on arrival."""
    tagged = tagged_pages(source)
    return [_tags(page, number in tagged) for number, page in enumerate(source.pages, 1)]


def _tags(page: Page, tagged: bool) -> PageTags:
    if tagged and open_states(page) != MALFORMED:
        return PageTags.TAGGED
    try:
        content = content_bytes(page.obj)
    except UNREADABLE:
        return PageTags.PICTURE
    if not content.strip():
        return PageTags.BLANK
    return PageTags.TEXT if b"T" in content else PageTags.PICTURE


def grown(
    *sources: bytes,
    pages: Sequence[int] | None = None,
    alternates: Mapping[str, str] | None = None,
    language: str = "",
    own_language: str = "",
    blank: Sequence[int] = (),
) -> Pdf:
    """These attachments in one document, written and read again.

    Args:
        sources: Their bytes.
        pages: Which pages of each, 1-based; all without it.
        alternates: What is said instead of pictures.
        language: What the secretariat says their language is.
        own_language: The language that what we say ourselves is stated to be in.
        blank: Pages that count as showing nothing.
    """
    pdf = pikepdf.new()
    tree = StructureTree(pdf)
    gathered = Gathered(pdf, Fields(pdf), Layers(pdf))
    made: list[Object] = []
    for n, data in enumerate(sources, 1):
        with pikepdf.open(io.BytesIO(data)) as source:
            chosen = pages or range(1, len(source.pages) + 1)
            every = tags_of(source)
            tags = [PageTags.BLANK if number in blank else every[number - 1] for number in chosen]
            part = tree.element("Part", tree.document, title=f"Bilag {n}")
            telling = Telling(
                tree,
                part,
                tags,
                len(made) + 1,
                f"Bilag {n}",
                spoken("da"),
                alternates or {},
                f"1-{n}",
                language,
                own_language,
            )
            brought = bring(gathered, source, chosen, telling, label=f"Bilag {n}")
        for page, tag in zip(brought.pages, tags, strict=True):
            _surround(pdf, page, tag)
            made.append(page)
    write_pages(pdf, made)
    gathered.fields.write()
    gathered.layers.write()
    tree.write(made)
    return again(pdf)


def _surround(pdf: Pdf, page: Object, tags: PageTags) -> None:
    """What goes around a page's content, as the stamp has it."""
    facts = PageFacts(0, 0, 0, 0, open_states=open_states(Page(page)), tags=tags, open_marks=open_marks(page))
    if facts.open_states == MALFORMED:
        enclose(pdf, page)
        page.Contents = pdf.make_stream(opening(facts))
        return
    page.Contents = Array([pdf.make_stream(opening(facts)), *page_streams(page), pdf.make_stream(closing(facts))])


def again(pdf: Pdf) -> Pdf:
    """The document written and read."""
    return pikepdf.open(io.BytesIO(written(pdf)))


def written(pdf: Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out, compress_streams=False, deterministic_id=True)
    return out.getvalue()


def check(shared: Path, pdf: Pdf, folder: Path) -> list[str]:
    """What the project's audit finds wrong with a document's structure."""
    spec = importlib.util.spec_from_file_location("structure_check", shared / "checks" / "structure_check.py")
    assert spec is not None
    assert spec.loader is not None
    audit: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(audit)
    file = folder / "grown.pdf"
    pdf.save(file, compress_streams=False)
    found = audit.audit(str(file))
    return list(found["first"]) if found["bad"] else []


def everything(pdf: Pdf) -> bytes:
    """All that stands in a document, decoded: strings, names, streams."""
    parts = []
    for held in pdf.objects:
        parts.append(held.unparse(resolved=True))
        if isinstance(held, pikepdf.Stream):
            try:
                parts.append(held.read_bytes())
            except UNREADABLE:
                parts.append(held.read_raw_bytes())
    return b"\n".join(parts)


def roles(pdf: Pdf) -> list[str]:
    """The types of a document's elements, in order, each with its depth as indentation."""
    found: list[str] = []
    waiting: list[tuple[Any, int]] = [(pdf.Root.StructTreeRoot.K, 0)]
    while waiting:
        held, depth = waiting.pop()
        if isinstance(held, Array):
            waiting += [(kid, depth) for kid in reversed(list(held.as_list()))]
        elif isinstance(held, Dictionary) and "/S" in held:
            found.append(" " * depth + str(held.S)[1:])
            waiting.append((held.get("/K"), depth + 1))
    return found


def elements(pdf: Pdf, role: str) -> list[Any]:
    """The elements of a type, in the order they were made."""
    return [held for held in pdf.objects if isinstance(held, Dictionary) and held.get("/S") == Name(f"/{role}")]


class Tagged:
    """A tagged document in the making."""

    def __init__(self) -> None:
        self.pdf = pikepdf.new()
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        self.font = self.pdf.make_indirect(font)
        self.root = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self.pdf.Root.StructTreeRoot = self.root

    def page(self, *texts: str, content: bytes = b"") -> Object:
        """Add a page with these texts as marked content 0, 1, 2 …"""
        page = self.pdf.add_blank_page(page_size=(300, 300)).obj
        shown = [
            b"/P <</MCID %d>> BDC BT /F 9 Tf 9 %d Td (%s) Tj ET EMC" % (n, 280 - 12 * n, text.encode("latin-1"))
            for n, text in enumerate(texts)
        ]
        page.Contents = self.pdf.make_stream(b"\n".join([*shown, content]))
        page.Resources = Dictionary(Font=Dictionary(F=self.font))
        return page

    def element(self, role: str, *kids: Any, page: Object | None = None, **keys: Any) -> Object:
        """An element that holds these; whose it is said to be is left open."""
        made = Dictionary(Type=Name.StructElem, S=Name(f"/{role}"), K=Array(list(kids)))
        if page is not None:
            made.Pg = page
        for key, value in keys.items():
            made[f"/{key}"] = String(value) if isinstance(value, str) else value
        return self.pdf.make_indirect(made)

    def annotate(self, page: Object, **keys: Any) -> Object:
        annot = self.pdf.make_indirect(Dictionary(Type=Name.Annot, Rect=Array([9, 9, 99, 20]), **keys))
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(annot)
        return annot

    def bytes(self, *tops: Object) -> bytes:
        """The document with these elements at the top."""
        self.root.K = Array(list(tops))
        return written(self.pdf)
