"""What a finished collection says of itself, read from the file alone: stamps, index rows, bookmarks, names, labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Stream

from kkr_desk.export.metadata import STAMP_FORMAT
from kkr_desk.export.stamp import CONTENT_RESOURCE, FONT_RESOURCE, opening
from kkr_desk.model import PageFacts, PageTags
from kkr_desk.pdf.annotations import is_active
from kkr_desk.pdf.content import MALFORMED, UNREADABLE, page_streams
from kkr_desk.pdf.destinations import Destinations, destination
from kkr_desk.pdf.digest import Digester
from kkr_desk.pdf.geometry import geometry

_ENCLOSING = frozenset({"/Type", "/Subtype", "/BBox", "/Resources", "/Length", "/Filter", "/DecodeParms"})
_CATALOGUE = ("/OpenAction", "/AA", "/AF", "/Collection", "/Requirements", "/URI", "/Threads")
_NAMES = ("/JavaScript", "/EmbeddedFiles", "/Renditions", "/AlternatePresentations")
_FORM = ("/XFA", "/NeedAppearances", "/CO")
_LAYERS = ("/Configs",)
_PAGE = ("/AA", "/AF", "/Trans", "/Dur", "/PresSteps")
_SHOWN = re.compile(rb"(" + FONT_RESOURCE.encode() + rb"\d*) [\d.]+ Tf 0 Tr 1 0 0 1 [-\d. ]+ Tm <([0-9a-f]*)> Tj")
_OPENINGS = frozenset(
    opening(PageFacts(0, 0, 0, 0, open_states=states, tags=tags)) for states in (0, MALFORMED) for tags in PageTags
)
"""All that we put before a page's own content."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A page's own content and the stamp behind it.

    Attributes:
        opening: What goes before the content.
        streams: The content as it came.
        resources: The resources it came with.
        content: The stamp's content stream.
        font: Name of the stamp's font in the page's resources.
        numbers: The numbers that the stamp prints, in order.
    """

    opening: bytes
    streams: tuple[Object, ...]
    resources: Object | None
    content: bytes
    font: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class IndexLink:
    """A link on an index page.

    Attributes:
        page: 0-based page it stands on.
        rect: left, bottom, right, top in points.
        target: 0-based page it leads to; None for nowhere.
        name: The destination's name, "" for an explicit one.
    """

    page: int
    rect: tuple[float, float, float, float]
    target: int | None
    name: str


class ReadBack:
    """A finished collection, opened for checking.

    Args:
        pdf: The open file.
        file: Where it is.
    """

    def __init__(self, pdf: pikepdf.Pdf, file: Path) -> None:
        self.pdf = pdf
        self.file = file
        self.pages = [page.obj for page in pdf.pages]
        self.destinations = Destinations(pdf)
        self.digester = Digester(pdf)

    def stamp(self, page: int) -> Stamp | None:
        """The stamp on a page (0-based) and what is under it; None where there is no stamp of ours."""
        obj = self.pages[page]
        streams = page_streams(obj)
        if len(streams) < 2:
            return None
        try:
            first, content = streams[0].read_bytes(), streams[-1].read_bytes()
        except UNREADABLE:
            return None
        shown = _SHOWN.search(content)
        if shown is None or first not in _OPENINGS:
            return None
        numbers = tuple(int(n) for n in re.findall(r"\d+", bytes.fromhex(shown[2].decode()).decode("latin-1")))
        resources = obj.get("/Resources")
        if CONTENT_RESOURCE.encode() in first:
            form = self._enclosed(obj)
            if form is None:
                return None
            under = (*streams[1:-1], form)
            return Stamp(first, under, form.get("/Resources"), content, shown[1].decode(), numbers)
        return Stamp(first, tuple(streams[1:-1]), resources, content, shown[1].decode(), numbers)

    def _enclosed(self, page: Object) -> Object | None:
        """The form that a page's own content was enclosed in; None when there is none such as we make."""
        resources = page.get("/Resources")
        xobjects = resources.get("/XObject") if isinstance(resources, Dictionary) else None
        form = xobjects.get(CONTENT_RESOURCE) if isinstance(xobjects, Dictionary) else None
        if not isinstance(form, Stream) or resources is None or set(resources.keys()) - {"/XObject", "/Font"}:
            return None
        box: Any = form.get("/BBox")
        wanted = Array([round(side, 4) for side in geometry(Page(page)).box])
        sound = isinstance(box, Array) and [float(s) for s in box.as_list()] == [float(s) for s in wanted.as_list()]
        return form if sound and not set(form.keys()) - _ENCLOSING else None

    def shown(self, page: int, stamp: Stamp) -> str:
        """Hash of what a page (0-based) shows under its stamp."""
        return self.digester.shown(self.pages[page], stamp.streams, stamp.resources, without_font=stamp.font)

    def font_look(self, page: int, stamp: Stamp) -> str:
        """Hash of the font a page's stamp (0-based) is set in; "" without it."""
        resources = self.pages[page].get("/Resources")
        fonts = resources.get("/Font") if isinstance(resources, Dictionary) else None
        font = fonts.get(stamp.font) if isinstance(fonts, Dictionary) else None
        return self.digester.whole(font) if isinstance(font, Dictionary) else ""

    def annotated(self, page: int) -> int:
        """How many annotations a page (0-based) has."""
        annots = self.pages[page].get("/Annots")
        return len(annots) if isinstance(annots, Array) else 0

    def links(self, page: int) -> list[IndexLink]:
        """The links on a page (0-based), in order."""
        annots = self.pages[page].get("/Annots")
        found = []
        for annot in annots.as_list() if isinstance(annots, Array) else ():
            if isinstance(annot, Dictionary) and annot.get("/Subtype") == Name.Link:
                target: Any = destination(annot)
                name = str(target) if isinstance(target, pikepdf.String) else ""
                found.append(IndexLink(page, _rect(annot.get("/Rect")), self.destinations.page_of(annot), name))
        return found

    def outline(self) -> Iterator[tuple[int, str, int | None]]:
        """Level (from 1), title and 0-based page of each bookmark, in order."""
        root = self.pdf.Root.get("/Outlines")
        waiting, seen = [(1, root.get("/First"))] if isinstance(root, Dictionary) else [], set[tuple[int, int]]()
        while waiting:
            level, node = waiting.pop()
            if isinstance(node, Dictionary) and node.objgen not in seen:
                if node.is_indirect:
                    seen.add(node.objgen)
                yield level, str(node.get("/Title", "")), self.destinations.page_of(node)
                waiting += [(level, node.get("/Next")), (level + 1, node.get("/First"))]

    def labels_from_one(self) -> bool:
        """Whether viewers call the pages 1, 2, 3 …: one label range, decimal, from 1 (ISO 32000-1, 12.4.2)."""
        labels = self.pdf.Root.get("/PageLabels")
        ranges: Any = labels.get("/Nums") if isinstance(labels, Dictionary) else None
        if not isinstance(ranges, Array) or len(ranges) != 2 or ranges[0] != 0:
            return False
        first: Any = ranges[1]
        return (
            isinstance(first, Dictionary)
            and first.get("/S") == Name.D
            and "/P" not in first
            and first.get("/St", 1) == 1
        )

    def numbers_printed(self, page: int) -> tuple[int, ...] | None:
        """The numbers that the stamp of a page (0-based) ought to print by the file's own word; None without it."""
        stated: Any = self.pdf.docinfo.get(STAMP_FORMAT)
        if not isinstance(stated, pikepdf.String):
            return None
        try:
            text = str(stated).format(page=page + 1, pages=len(self.pages))
        except (ValueError, LookupError, AttributeError):
            return None
        return tuple(int(n) for n in re.findall(r"[0-9]+", text))

    def active(self) -> list[str]:
        """What runs or carries files, or lets a viewer show something else; none of it belongs into a collection."""
        root = self.pdf.Root
        held = [key for key in _CATALOGUE if key in root]
        for holder, keys in (("/Names", _NAMES), ("/AcroForm", _FORM), ("/OCProperties", _LAYERS)):
            entry = root.get(holder)
            held += [key for key in keys if isinstance(entry, Dictionary) and key in entry]
        pages = [f"{key} ({n + 1})" for n, page in enumerate(self.pages) for key in _PAGE if key in page]
        return held + pages + [f"/Annots ({n + 1})" for n in range(len(self.pages)) if self._runs(n)]

    def _runs(self, page: int) -> bool:
        annots = self.pages[page].get("/Annots")
        listed = annots.as_list() if isinstance(annots, Array) else ()
        return any(isinstance(annot, Dictionary) and is_active(annot) for annot in listed)


def _rect(stated: Any) -> tuple[float, float, float, float]:
    sides: list[Any] = list(stated.as_list()) if isinstance(stated, Array) else []
    if len(sides) != 4 or not all(isinstance(side, (int, Decimal, float)) for side in sides):
        return 0.0, 0.0, 0.0, 0.0
    left, bottom, right, top = (float(side) for side in sides)
    return left, bottom, right, top
