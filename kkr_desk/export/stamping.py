"""Putting its number on a page: the stamp's content behind the page's own, and its font among the page's."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf

from kkr_desk.errors import Defect
from kkr_desk.export.stamp import (
    CONTENT_RESOURCE,
    FONT_RESOURCE,
    find_place,
    opening,
    stamp_characters,
    stamp_stream,
    stamp_text,
)
from kkr_desk.model import PageFacts, Template
from kkr_desk.pdf.content import MALFORMED, page_streams
from kkr_desk.pdf.geometry import geometry


class Stamper:
    """Stamps the pages of one collection.

    Args:
        pdf: The collection.
        sample: The page that shows the stamps' characters, copied into it.
        template: What the stamps say and where they go.
        pages: How many pages the collection will have.
    """

    def __init__(self, pdf: Pdf, sample: Object, template: Template, pages: int) -> None:
        self._pdf = pdf
        self._template = template
        self._pages = pages
        self._codes, self._font = read_sample(Page(sample), stamp_characters(template))
        self._openings: dict[bytes, Object] = {}
        self._copied: dict[tuple[int, int], Object] = {}
        self._written: set[tuple[int, int]] = set()

    def stamp(self, page: Object, number: int, facts: PageFacts) -> None:
        """Put its number on a page.

        Args:
            page: The page, in the collection.
            number: 1-based, in the collection.
            facts: What is known of it.
        """
        where = geometry(Page(page))
        text = stamp_text(self._template, number, self._pages)
        place = find_place(text, where.size, facts.ink, self._template)
        if facts.open_states == MALFORMED:
            enclose(self._pdf, page)
            before = [self._opening(facts)]
        else:
            before = [self._opening(facts), *page_streams(page)]
        name = self._add_font(page)
        content = stamp_stream(text, place, where, self._codes, facts, font=name)
        page.Contents = Array([*before, self._pdf.make_stream(content)])

    def _opening(self, facts: PageFacts) -> Object:
        """The stream before a page's own content; pages share them."""
        content = opening(facts)
        if content not in self._openings:
            self._openings[content] = self._pdf.make_stream(content)
        return self._openings[content]

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
                copied = self._pdf.make_indirect(Dictionary(dict(entry.items())))
                fonts = copied.get("/Font")
                if isinstance(fonts, Dictionary) and not fonts.is_indirect:
                    copied.Font = Dictionary(dict(fonts.items()))  # else the same one would stand in both
                self._copied[entry.objgen] = copied
                self._written.add(copied.objgen)
            holder[key] = self._copied[entry.objgen]
        return holder[key]


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
