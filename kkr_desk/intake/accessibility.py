"""What a PDF brings for those who listen to it, gathered while its pages are looked at, inside a worker process.

Nothing here makes a file worse than it is: a fact that cannot be had, because what should tell it is broken, is absent.
What an attachment's pages get in the collection, its own tags or a stop-gap, is decided here once and for all, since
the digest that the finished collection is held against is of the page as it will stand there.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2 as pdfium
from lxml import etree
from pikepdf import Array, Dictionary, Name, Object, Stream

from kkr_desk.intake.drawn import fonts_not_embedded, shows_something
from kkr_desk.model import Accessibility, Figure, PageTags, figure_place, is_language
from kkr_desk.pdf.content import MALFORMED, UNREADABLE, open_ends
from kkr_desk.pdf.marked_content import strip_marks
from kkr_desk.pdf.structure import Element, Mark, Structure, read_structure, tagged_pages
from kkr_desk.store.wording import one_line

MOST_FIGURES = 1_000
"""Pictures that are listed of one file, which are more than anybody describes."""
MOST_FONTS = 50
"""Names of fonts that are listed of one file."""
LONGEST = 1_000
"""Characters of a title or an alternate text that are kept."""

_BROKEN = (*UNREADABLE, ValueError, TypeError, LookupError, AttributeError, OverflowError)
"""What reading something that is not as it should be raises: values of other types, references to nothing."""
_MOST_NODES = 20_000
_MOST_LOOKED_AT = 25
"""Pages that list a font and are looked at for whether they draw with it."""
_MOST_METADATA = 4 << 20
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_UA_PART = "{http://www.aiim.org/pdfua/ns/id/}part"
_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")

Key = tuple[int, int]


class Gathering:
    """Gathers page by page; `result` is what it comes to, once the last page was seen.

    Args:
        pdf: The document.
    """

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        structure, self._tagged = _structure(pdf)
        self._figures = tuple(_figures(pdf, structure)) if self._tagged else ()
        self._fonts = Fonts()
        self._untagged: list[int] = []
        self._scans: list[int] = []
        self._forms: dict[Key, Object | None] = {}

    def see_page(self, number: int, page: pikepdf.Page, shown: pdfium.PdfPage, text: str) -> tuple[PageTags, int, int]:
        """Note a page and decide how listeners are told of it; it loses its stale marks where tags do not reach it.

        Content that must be enclosed in a form XObject is out of reach of its own tags, which speak of the page's.

        Args:
            number: 1-based.
            page: The page; it is changed in memory where it gets the stop-gap.
            shown: The same page in PDFium.
            text: Its text.

        Returns:
            How they are told, and what its content leaves open then: see `kkr_desk.pdf.content.open_ends`.
        """
        self._fonts.see(page.obj, shown)
        ends = open_ends(page)
        if number in self._tagged and ends[0] != MALFORMED:
            return PageTags.TAGGED, *ends
        if not text and not shows_something(shown):
            return PageTags.BLANK, *ends
        (self._untagged if text else self._scans).append(number)
        if strip_marks(self._pdf, page.obj, self._forms):
            ends = open_ends(page)
        return (PageTags.TEXT if text else PageTags.PICTURE), *ends

    def result(self) -> Accessibility:
        """What is known of the document."""
        title, declared = _metadata(self._pdf)
        return Accessibility(
            tagged=bool(self._tagged),
            language=_language(self._pdf),
            title=title or _title(self._pdf),
            untagged=tuple(self._untagged),
            scans=tuple(self._scans),
            fonts=self._fonts.names(),
            figures=self._figures,
            declared=declared,
        )


class Fonts:
    """The fonts that pages draw text with and that are not embedded (ISO 14289-1, 7.21.4.1).

    That goes for the 14 standard fonts as well. A Type 3 font is drawn by the document itself. Text that is not shown,
    as that behind a scan, needs none.
    """

    def __init__(self) -> None:
        self._names: set[str] = set()
        self._looked_for: Counter[str] = Counter()
        self._known: dict[Key, frozenset[str]] = {}

    def see(self, page: Object, shown: pdfium.PdfPage) -> None:
        """Note what a page draws with, and what is listed for its annotations' looks."""
        try:
            listed = self._listed(page.get("/Resources"))
            looks = self._looks(page)
        except _BROKEN:
            return
        self._names |= looks
        wanted = {name for name in listed - self._names if self._looked_for[name] < _MOST_LOOKED_AT}
        if wanted:
            self._looked_for.update(wanted)
            drawn = fonts_not_embedded(shown)
            if drawn:  # PDFium has names of its own for the 14 standard fonts
                self._names |= listed & drawn or listed

    def names(self) -> tuple[str, ...]:
        """Their names, sorted."""
        return tuple(sorted({one_line(name)[:LONGEST].strip() for name in self._names} - {""})[:MOST_FONTS])

    def _looks(self, page: Object) -> frozenset[str]:
        """Fonts in the looks of a page's annotations."""
        annots = page.get("/Annots")
        found: set[str] = set()
        for annot in annots.as_list() if isinstance(annots, Array) else ():
            look = annot.get("/AP") if isinstance(annot, Dictionary) else None
            normal = look.get("/N") if isinstance(look, Dictionary) else None
            if isinstance(normal, Stream):
                found |= self._listed(normal.get("/Resources"))
        return frozenset(found)

    def _listed(self, resources: Any) -> frozenset[str]:
        """Names of the fonts not embedded that some resources list, and those of all that can be drawn with them."""
        if not isinstance(resources, Dictionary):
            return frozenset()
        key = resources.objgen if resources.is_indirect else None
        if key in self._known:
            return self._known[key]
        found: set[str] = set()
        seen: set[Key] = set()
        waiting = deque([resources])
        while waiting and len(seen) < _MOST_NODES:
            held = waiting.popleft()
            found.update(name for font in _entries(held, "/Font") if (name := _not_embedded(font)) is not None)
            for drawn in (*_entries(held, "/XObject"), *_entries(held, "/Pattern"), *_entries(held, "/Font")):
                inner = drawn.get("/Resources")
                if drawn.is_indirect and drawn.objgen not in seen and isinstance(inner, Dictionary):
                    seen.add(drawn.objgen)
                    waiting.append(inner)
        if key is not None:
            self._known[key] = frozenset(found)
        return frozenset(found)


def _structure(pdf: pikepdf.Pdf) -> tuple[Structure, frozenset[int]]:
    """A document's structure tree and the pages it reaches; nothing where it cannot be made out."""
    try:
        structure = read_structure(pdf)
        return structure, tagged_pages(pdf, structure)
    except _BROKEN:
        return Structure(elements=(), tops=(), roles={}, root=None), frozenset()


def _entries(resources: Object, kind: str) -> Iterator[Object]:
    held: Any = resources.get(kind)
    for _, entry in held.items() if isinstance(held, Dictionary) else ():
        if isinstance(entry, (Dictionary, Stream)):
            yield entry


def _not_embedded(font: Object) -> str | None:
    """The name of a font without its program; None for one that has it."""
    kind = font.get("/Subtype")
    if kind == Name.Type3:
        return None
    holder = font
    if kind == Name.Type0:
        descendants = font.get("/DescendantFonts")
        first = descendants[0] if isinstance(descendants, Array) and len(descendants) else None
        if not isinstance(first, Dictionary):
            return None
        holder = first
    descriptor = holder.get("/FontDescriptor")
    if isinstance(descriptor, Dictionary) and any(isinstance(descriptor.get(key), Stream) for key in _PROGRAMS):
        return None
    name = holder.get("/BaseFont")
    return str(name)[1:] if isinstance(name, Name) else "?"


def _language(pdf: pikepdf.Pdf) -> str:
    """The document's language tag (ISO 32000-1, 14.9.2), in the letters that tags are written in (RFC 5646, 2.1.1)."""
    primary, *others = _text(pdf.Root, "/Lang").split("-")
    tag = "-".join([primary.lower(), *(part.upper() if len(part) == 2 else part for part in others)])
    return tag if is_language(tag) else ""


def _title(pdf: pikepdf.Pdf) -> str:
    """The title in the document information dictionary (14.3.3)."""
    information: Any = pdf.trailer.get("/Info")
    return _text(information, "/Title") if isinstance(information, Dictionary) else ""


def _metadata(pdf: pikepdf.Pdf) -> tuple[str, bool]:
    """The title in the XMP metadata, and whether they declare PDF/UA-1 (ISO 14289-1, 5 and 7.1)."""
    held: Any = pdf.Root.get("/Metadata")
    try:
        data = held.read_bytes() if isinstance(held, Stream) else b""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
        root = etree.fromstring(data, parser) if 0 < len(data) <= _MOST_METADATA else None
    except (*_BROKEN, etree.LxmlError):
        return "", False
    if root is None:
        return "", False
    titles = [found.text or "" for found in root.iterfind(f".//{_DC_TITLE}//{_RDF}li")]
    stated = [found.text or "" for found in root.iter(_UA_PART)]
    stated += [found.get(_UA_PART, "") for found in root.iter(f"{_RDF}Description")]
    return _line(titles[0] if titles else ""), any(part.strip() == "1" for part in stated)


def _figures(pdf: pikepdf.Pdf, structure: Structure) -> Iterator[Figure]:
    """The pictures of the tree as far as they are listed."""
    places = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    for number, element in enumerate(structure.figures()[:MOST_FIGURES], 1):
        said = _text(element.object, "/Alt") or _text(element.object, "/ActualText")
        yield Figure(figure_place(number), _page_of(element, places), said)


def _page_of(element: Element, places: dict[Key, int]) -> int:
    """The page a picture begins on: that of the first sequence in it, else the one it states; 0 for neither."""
    waiting: deque[Element] = deque([element])
    for _ in range(_MOST_NODES):
        if not waiting:
            break
        for kid in waiting.popleft().kids:
            if isinstance(kid, Mark):
                return places.get(kid.page, 0)
            if isinstance(kid, Element):
                waiting.append(kid)
    stated: Any = element.object.get("/Pg")
    return places.get(stated.objgen, 0) if isinstance(stated, Dictionary) else 0


def _text(holder: Object, key: str) -> str:
    """A text of a dictionary on one line; "" where there is none that can be read."""
    try:
        held: Any = holder.get(key)
        return _line(str(held)) if isinstance(held, pikepdf.String) else ""
    except _BROKEN:
        return ""


def _line(text: str) -> str:
    return one_line(text)[:LONGEST].strip()
