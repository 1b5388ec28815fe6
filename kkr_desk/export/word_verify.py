"""Reading a finished Word collection again before it is handed over, and holding it against the plan.

It is read as a stream, one paragraph and one picture at a time, by code that shares nothing with what wrote it but the
plan and the pictures' hashes.
"""

from __future__ import annotations

import hashlib
import posixpath
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from lxml import etree
from PIL import Image, UnidentifiedImageError

from kkr_desk.export.stamp import stamp_text
from kkr_desk.export.word_pictures import PagePicture
from kkr_desk.export.word_template import Styles
from kkr_desk.export.word_titles import shown_texts
from kkr_desk.export.word_xml import plain
from kkr_desk.index import Logo
from kkr_desk.plan import Plan, logo_text
from kkr_desk.progress import Progress

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = "word/document.xml"
_CHUNK = 1 << 20
_EMU = 12700
"""English metric units to a point."""


@dataclass(slots=True)
class _Shown:
    """A picture as the document shows it, and the words upon it.

    Attributes:
        page: 1-based, as counted from breaks and sections.
        relation: Relationship id of its part.
        alternate: What is read aloud in its place.
        size: Width and height in points.
        words: The page number as it is stored.
        counting: How many fields that count pages are in those words.
    """

    page: int
    relation: str
    alternate: str
    size: tuple[float, float]
    words: str
    counting: int


@dataclass(slots=True)
class _Read:
    """What one reading of the main part found.

    Attributes:
        rows: Text, number and anchor of each row of the field's stored result.
        headings: Level, text, page and bookmarks of each heading.
        pictures: In order.
        landscape: Whether each page lies, page by page.
        relations: Every relationship id that is used.
        marks: Every bookmark's name.
    """

    rows: list[tuple[str, str, str]] = field(default_factory=list)
    headings: list[tuple[int, str, int, tuple[str, ...]]] = field(default_factory=list)
    pictures: list[_Shown] = field(default_factory=list)
    landscape: list[bool] = field(default_factory=list)
    relations: set[str] = field(default_factory=set)
    marks: list[str] = field(default_factory=list)


def verify_word(
    file: Path,
    plan: Plan,
    styles: Styles,
    pictures: Sequence[PagePicture],
    progress: Progress,
    *,
    with_logo: bool = False,
) -> tuple[str, ...]:
    """Hold a finished collection against its plan.

    Args:
        file: The collection.
        plan: What it must be.
        styles: Style ids of headings.
        pictures: The attachment pages as they were drawn, in order.
        progress: Stepped by picture.
        with_logo: The plan's logo is to be in it.

    Returns:
        What is wrong, for the log; empty when all is well.

    Raises:
        Cancelled: The user has asked to stop.
        OSError: The file cannot be read.
    """
    try:
        with zipfile.ZipFile(file) as package:
            with package.open(_MAIN) as stream:
                read = _read(stream, styles)
            targets = dict(_targets(package))
            findings = [*_contents(read, plan), *_pages(read, plan, pictures)]
            if with_logo and plan.logo is not None:
                first = read.pictures.pop(0) if read.pictures else None
                findings += _logo(package, first, plan.logo, logo_text(plan.agenda), targets)
            findings += [f"relation {key} leads nowhere" for key in sorted(read.relations - targets.keys())]
            findings += _numbers(read, plan)
            findings += _pictures(package, read, pictures, targets, progress)
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        return (f"unreadable: {type(error).__name__}",)
    return tuple(findings)


def _contents(read: _Read, plan: Plan) -> Iterator[str]:
    """Stored rows, headings and the bookmarks that lead from the one to the other."""
    texts = [_squeezed(text) for text in shown_texts(plan)]
    rows = [(text, number) for text, number, _ in read.rows]
    yield from _differences("row", rows, [(t, str(e.page)) for t, e in zip(texts, plan.entries, strict=True)])
    headings = [(level, text, page) for level, text, page, _ in read.headings]
    wanted = [(e.level, t, 1 if n == 0 else e.page) for n, (t, e) in enumerate(zip(texts, plan.entries, strict=True))]
    wanted[0] = (1, _squeezed(plan.entries[0].text), 1)
    yield from _differences("heading", headings, wanted)
    for n, ((_, _, anchor), (_, _, _, marks)) in enumerate(zip(read.rows, read.headings, strict=False), 1):
        if anchor not in marks or read.marks.count(anchor) != 1:
            yield f"row {n} does not lead to its heading"


def _pages(read: _Read, plan: Plan, pictures: Sequence[PagePicture]) -> Iterator[str]:
    """As many pages as planned, each lying or standing as it should."""
    lying = [False] * plan.total_pages
    for picture in pictures:
        lying[picture.page - 1] = picture.width > picture.height
    yield from _differences("page's orientation", read.landscape, lying)


def _logo(
    package: zipfile.ZipFile, shown: _Shown | None, logo: Logo, alternate: str, targets: dict[str, str]
) -> Iterator[str]:
    """The logo is the first picture: on the first page, itself, and told in words."""
    if shown is None or shown.page != 1:
        yield "no logo on the first page"
        return
    if any(abs(one - other) > 0.1 for one, other in zip(shown.size, (logo.width, logo.height), strict=True)):
        yield "the logo is shown in another size"
    if shown.alternate != plain(alternate):
        yield "the logo is not told in words"
    name = targets.get(shown.relation, "")
    if name not in package.NameToInfo or package.read(name) != logo.png:
        yield "the logo is another picture"


def _numbers(read: _Read, plan: Plan) -> Iterator[str]:
    """The page number upon every picture: the stored one right, and a field that will be."""
    template = plan.template
    for n, shown in enumerate(read.pictures, 1):
        if _squeezed(shown.words) != _squeezed(stamp_text(template, shown.page, plan.total_pages)):
            yield f"picture {n} does not bear its page's number"
        if shown.counting != template.stamp_format.count("{page}"):
            yield f"picture {n} has a number that does not count"


def _pictures(
    package: zipfile.ZipFile,
    read: _Read,
    pictures: Sequence[PagePicture],
    targets: dict[str, str],
    progress: Progress,
) -> Iterator[str]:
    """Every page's picture: there, in its place, itself, and told in words."""
    if len(read.pictures) != len(pictures):
        yield f"{len(read.pictures)} pictures, planned {len(pictures)}"
    for n, (shown, drawn) in enumerate(zip(read.pictures, pictures, strict=False), 1):
        progress.step(n - 1, len(pictures), "export-verifying")
        if shown.page != drawn.page:
            yield f"picture {n} on page {shown.page}, planned {drawn.page}"
        if any(abs(one - other) > 0.1 for one, other in zip(shown.size, (drawn.width, drawn.height), strict=True)):
            yield f"picture {n} is shown in another size"
        if not drawn.alternate or shown.alternate != drawn.alternate:
            yield f"picture {n} is not told in words"
        fault = _fault(package, targets.get(shown.relation, ""), drawn)
        if fault:
            yield f"picture {n} {fault}"


def _fault(package: zipfile.ZipFile, name: str, drawn: PagePicture) -> str:
    """What is wrong with a picture's part; empty when it is the picture that was drawn."""
    if name not in package.NameToInfo:
        return "has no part"
    hashed = hashlib.sha256()
    with package.open(name) as stream:
        while chunk := stream.read(_CHUNK):
            hashed.update(chunk)
    if hashed.hexdigest() != drawn.sha256:
        return "is not the page that was drawn"
    try:
        with package.open(name) as stream, Image.open(stream) as image:
            across, up = image.size
    except (UnidentifiedImageError, OSError):
        return "cannot be decoded"
    wanted = drawn.width / drawn.height
    return "" if abs(across - up * wanted) <= 2 + 2 * wanted else "has another shape"


def _differences(what: str, found: Sequence[Any], wanted: Sequence[Any]) -> Iterator[str]:
    if len(found) != len(wanted):
        yield f"{len(found)} times {what}, planned {len(wanted)}"
    for n, (one, other) in enumerate(zip(found, wanted, strict=False), 1):
        if one != other:
            yield f"{what} {n} is not as planned"


def _targets(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Part name by relationship id of the main part."""
    with package.open("word/_rels/document.xml.rels") as stream:
        for _, relation in etree.iterparse(stream, tag=_RELATIONS, resolve_entities=False, no_network=True):
            target = str(relation.get("Target"))
            yield str(relation.get("Id")), posixpath.normpath(posixpath.join("word", target)).lstrip("/")


def _read(stream: IO[bytes], styles: Styles) -> _Read:
    """Read the main part, one paragraph at a time."""
    reader = _Reader(styles)
    wanted = (f"{_W}p", f"{_W}sectPr")
    for _, element in etree.iterparse(stream, tag=wanted, resolve_entities=False, no_network=True, huge_tree=True):
        parent = element.getparent()
        if element.tag == f"{_W}p":
            reader.paragraph(element)
            element.clear()
            while parent is not None and element.getprevious() is not None:
                del parent[0]
        elif parent is not None and parent.tag == f"{_W}body":
            reader.end_section(element)
    return reader.read


class _Reader:
    def __init__(self, styles: Styles) -> None:
        self.read = _Read()
        self._levels = {styles.heading1: 1, styles.heading2: 2}
        self._page = 1
        self._fresh = True
        self._section = 1
        self._inside = False
        self._depth = 0

    def paragraph(self, element: Any) -> None:
        settings = element.find(f"{_W}pPr")
        if settings is not None and settings.find(f"{_W}pageBreakBefore") is not None and not self._fresh:
            self._page += 1
        self._fresh = False
        self._row(element)
        style = None if settings is None else settings.find(f"{_W}pStyle")
        level = self._levels.get("" if style is None else style.get(f"{_W}val"))
        marks = tuple(mark.get(f"{_W}name") for mark in element.iter(f"{_W}bookmarkStart"))
        self.read.marks += marks
        if level is not None:
            text = "".join(piece.text or "" for piece in element.iter(f"{_W}t"))
            self.read.headings.append((level, _squeezed(text), self._page, marks))
        for drawing in element.iter(f"{_WP}anchor"):
            self._picture(element, drawing)
        section = None if settings is None else settings.find(f"{_W}sectPr")
        if section is not None:
            self.end_section(section)

    def end_section(self, section: Any) -> None:
        size = section.find(f"{_W}pgSz")
        lying = int(size.get(f"{_W}w")) > int(size.get(f"{_W}h"))
        self.read.landscape += [lying] * (self._page - self._section + 1)
        self.read.relations |= {str(found.get(f"{_R}id")) for found in section if found.get(f"{_R}id")}
        self._page += 1
        self._section = self._page
        self._fresh = True

    def _picture(self, element: Any, drawing: Any) -> None:
        told, extent = drawing.find(f"{_WP}docPr"), drawing.find(f"{_WP}extent")
        blip = next(drawing.iter(f"{_A}blip"), None)
        relation = "" if blip is None else str(blip.get(f"{_R}embed"))
        self.read.relations.add(relation)
        alternate = "" if told is None else str(told.get("descr") or "")
        size = (0.0, 0.0) if extent is None else (int(extent.get("cx")) / _EMU, int(extent.get("cy")) / _EMU)
        words = "".join(piece.text or "" for piece in element.iter(f"{_W}t"))
        counting = sum((code.text or "").split() == ["PAGE"] for code in element.iter(f"{_W}instrText"))
        self.read.pictures.append(_Shown(self._page, relation, alternate, size, words, counting))

    def _row(self, element: Any) -> None:
        """A row of the field's stored result: what is not the instruction of a field."""
        text: list[str] = []
        anchor, began = "", self._inside
        for node in element.iter(f"{_W}fldChar", f"{_W}instrText", f"{_W}t", f"{_W}tab", f"{_W}hyperlink"):
            if node.tag == f"{_W}fldChar":
                self._depth += {"begin": 1, "end": -1}.get(node.get(f"{_W}fldCharType"), 0)
                self._inside = self._inside and self._depth > 0
            elif node.tag == f"{_W}instrText":
                self._inside = self._inside or (node.text or "").split()[:1] == ["TOC"]
                began = began or self._inside
            elif began and node.tag == f"{_W}hyperlink":
                anchor = str(node.get(f"{_W}anchor"))
            elif began:
                text.append("\t" if node.tag == f"{_W}tab" else node.text or "")
        whole = "".join(text)
        if began and whole.strip():
            words, _, number = whole.rpartition("\t")
            self.read.rows.append((_squeezed(words), number.strip(), anchor))


def _squeezed(text: str) -> str:
    """A text with its white space made even, as a reader sees it."""
    return " ".join(plain(text).split())
