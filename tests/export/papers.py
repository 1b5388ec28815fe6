"""PDFs with everything that goes wrong in a collection, made small: what the export tests attach."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from kkr_desk.export.collection import hash_of
from kkr_desk.export.job import CollectionJob
from kkr_desk.intake.inspection import inspect_pdf
from kkr_desk.model import AgendaItem, Attachment, PageFacts, Rendition, RenditionKey, Sha256, Template
from kkr_desk.numbering import agenda
from kkr_desk.plan import make_plan
from kkr_desk.progress import NullProgress
from kkr_desk.typeface.fonts import measure
from tests.factory import make_attachment, make_item, make_meeting

A4 = (595, 842)


class Paper:
    """A PDF in the making; its pages are plain dictionaries that a test may change before it saves."""

    def __init__(self) -> None:
        self.pdf = pikepdf.new()
        self.font = self.pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))

    def page(self, text: str, size: tuple[float, float] = A4, content: bytes = b"", **keys: Any) -> pikepdf.Object:
        """Add a page that prints a line in its middle, and then `content`."""
        self.pdf.add_blank_page(page_size=size)
        page = self.pdf.pages[-1].obj
        shown = b"BT /F1 18 Tf 40 %d Td (%s) Tj ET\n" % (int(size[1] / 2), text.encode("latin-1"))
        page.Contents = self.pdf.make_stream(shown + content)
        page.Resources = Dictionary(Font=Dictionary(F1=self.font))
        for key, value in keys.items():
            page[f"/{key}"] = value
        return page

    def annotate(self, page: pikepdf.Object, **keys: Any) -> pikepdf.Object:
        """Add an annotation to a page."""
        annot = self.pdf.make_indirect(Dictionary(Type=Name.Annot, Rect=Array([40, 40, 200, 60]), **keys))
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(annot)
        return annot

    def save(self, file: Path) -> Path:
        """Write it with a fixed ID."""
        self.pdf.save(file, static_id=True)
        return file


def look(text: str) -> bytes:
    """Content that fills a look (appearance) with a line of text."""
    return b"BT /F1 10 Tf 2 4 Td (%s) Tj ET" % text.encode("latin-1")


def make_job(
    items: Mapping[str, list[Path]], template: Template | None = None, *, choices: Mapping[Path, str] | None = None
) -> CollectionJob:
    """The job of a meeting with these items (title: files), its files looked at as on arrival; all of their pages."""
    meeting = make_meeting()
    rows: list[AgendaItem] = []
    attachments: list[Attachment] = []
    renditions: dict[RenditionKey, Rendition] = {}
    sources: dict[Sha256, Path] = {}
    pages: dict[Sha256, tuple[PageFacts, ...]] = {}
    for title, files in items.items():
        rows.append(make_item(title, meeting_id=meeting.id))
        for file in files:
            key = hash_of(file)
            made = make_attachment(rows[-1].id, file.stem, file_name=file.name, source=key)
            attachments.append(replace(made, page_choice=(choices or {}).get(file, "")))
            rendition = inspect_pdf(file, key, 20_000, draw=True, progress=NullProgress())
            renditions[rendition.key], sources[key], pages[key] = rendition, file, rendition.pages
    plan = make_plan(agenda(meeting, rows, attachments, renditions), measure, template)
    return CollectionJob(plan, sources, pages)


def text_field(paper: Paper, page: pikepdf.Object, name: str, value: str, **keys: Any) -> pikepdf.Object:
    """Add a text field with a value and no appearance."""
    root = paper.pdf.Root
    if "/AcroForm" not in root:
        resources = Dictionary(Font=Dictionary(Helv=paper.font))
        root.AcroForm = Dictionary(Fields=Array(), DR=resources, DA=String("/Helv 10 Tf 0 g"))
    widget = paper.annotate(
        page,
        Subtype=Name.Widget,
        FT=Name.Tx,
        T=String(name),
        V=String(value),
        DA=String("/Helv 10 Tf 0 g"),
        F=4,
        **keys,
    )
    root.AcroForm.Fields.append(widget)
    return widget


def runs() -> Dictionary:
    """An action that runs; a new one each time, since an object belongs to one document."""
    return Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
