"""What a finished collection says of itself, read from the file alone: stamps, index rows, bookmarks, names, labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

from kkr_desk.export.stamp import CONTENT_RESOURCE, ENCLOSED, FONT_RESOURCE, OPENING
from kkr_desk.pdf.content import UNREADABLE, page_streams
from kkr_desk.pdf.destinations import Destinations, destination
from kkr_desk.pdf.digest import Digester

_SHOWN = re.compile(rb"(" + FONT_RESOURCE.encode() + rb"\d*) [\d.]+ Tf 0 Tr 1 0 0 1 [-\d. ]+ Tm <([0-9a-f]*)> Tj")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A page's own content and the stamp behind it.

    Attributes:
        streams: The content as it came.
        resources: The resources it came with.
        content: The stamp's content stream.
        font: Name of the stamp's font in the page's resources.
        numbers: The numbers that the stamp prints, in order.
    """

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
            opening, content = streams[0].read_bytes(), streams[-1].read_bytes()
        except UNREADABLE:
            return None
        shown = _SHOWN.search(content)
        if shown is None or opening not in (OPENING, ENCLOSED):
            return None
        numbers = tuple(int(n) for n in re.findall(r"\d+", bytes.fromhex(shown[2].decode()).decode("latin-1")))
        resources = obj.get("/Resources")
        if opening == ENCLOSED:
            form = _enclosed(resources)
            return None if form is None else Stamp((form,), form.get("/Resources"), content, shown[1].decode(), numbers)
        return Stamp(tuple(streams[1:-1]), resources, content, shown[1].decode(), numbers)

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
                rect: Any = annot.get("/Rect")
                left, bottom, right, top = (float(side) for side in rect)
                found.append(IndexLink(page, (left, bottom, right, top), self.destinations.page_of(annot), name))
        return found

    def outline(self) -> Iterator[tuple[int, str, int | None]]:
        """Level (from 1), title and 0-based page of each bookmark of the first two levels, in order."""
        root = self.pdf.Root.get("/Outlines")
        if isinstance(root, Dictionary):
            yield from self._level(root.get("/First"), 1)

    def _level(self, node: Any, level: int) -> Iterator[tuple[int, str, int | None]]:
        for _ in range(len(self.pages) + 1000):
            if not isinstance(node, Dictionary):
                return
            yield level, str(node.get("/Title", "")), self.destinations.page_of(node)
            if level == 1:
                yield from self._level(node.get("/First"), 2)
            node = node.get("/Next")

    def labels_from_one(self) -> bool:
        """Whether viewers call the pages 1, 2, 3 …: one label range, decimal, from 1 (ISO 32000-1, 12.4.2)."""
        labels = self.pdf.Root.get("/PageLabels")
        ranges: Any = labels.get("/Nums") if isinstance(labels, Dictionary) else None
        if not isinstance(ranges, Array) or len(ranges) != 2 or ranges[0] != 0:
            return False
        first: Any = ranges[1]
        return first.get("/S") == Name.D and "/P" not in first and first.get("/St", 1) == 1

    def active(self) -> list[str]:
        """Names of catalogue entries that run or carry files; none belongs into a collection."""
        root = self.pdf.Root
        names = root.get("/Names")
        held = [key for key in ("/OpenAction", "/AA", "/AF", "/Collection", "/XFA") if key in root]
        if isinstance(names, Dictionary):
            held += [key for key in ("/JavaScript", "/EmbeddedFiles", "/Renditions") if key in names]
        return held


def _enclosed(resources: Any) -> Object | None:
    xobjects = resources.get("/XObject") if isinstance(resources, Dictionary) else None
    form = xobjects.get(CONTENT_RESOURCE) if isinstance(xobjects, Dictionary) else None
    return form if isinstance(form, Stream) else None
