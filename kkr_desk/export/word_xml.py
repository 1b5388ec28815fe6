"""The few pieces of WordprocessingML that our documents are made of (ECMA-376 part 1, clause 17)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape as escape_marks

_EMU = 12700
"""English metric units to a point."""

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)


_UNWRITABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold, and what moves a line without being a letter."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place in the document that fields and links lead to."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in its place on the page, behind the text.

    Attributes:
        number: Unique in the document, from 1.
        relation: Relationship id of the image part.
        name: What the list of objects calls it.
        alternate: What is read aloud in its place.
        left: Points from the page's left edge.
        top: Points from the page's top edge.
        width: Points.
        height: Points.
    """

    number: int
    relation: str
    name: str
    alternate: str
    left: float
    top: float
    width: float
    height: float


def twips(points: float) -> int:
    """Twentieths of a point, Word's unit."""
    return round(points * 20)


def plain(text: str) -> str:
    """A text as a document can hold it: control characters become spaces."""
    return _UNWRITABLE.sub(" ", text)


def escape(text: str) -> str:
    """A text as it stands between tags or quotation marks."""
    return escape_marks(plain(text))


def text_run(text: str, settings: str = "") -> str:
    """A run of plain text; `settings` are run properties in the schema's order."""
    properties = f"<w:rPr>{settings}</w:rPr>" if settings else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


TAB = f"<w:r><w:tab/></w:r>{text_run(' ')}"
"""A tab with air between leader and number."""


def field_start(instruction: str, settings: str = "") -> str:
    """The beginning of a field, up to its stored result."""
    properties = f"<w:rPr>{settings}</w:rPr>" if settings else ""
    return (
        f'<w:r>{properties}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{properties}<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r>{properties}<w:fldChar w:fldCharType="separate"/></w:r>'
    )


def _field_end(settings: str = "") -> str:
    properties = f"<w:rPr>{settings}</w:rPr>" if settings else ""
    return f'<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'


FIELD_END = _field_end()


def field(instruction: str, result: str, settings: str = "") -> str:
    """A field with its stored result (17.16)."""
    return field_start(instruction, settings) + text_run(result, settings) + _field_end(settings)


def paragraph(style: str, *content: str, settings: str = "") -> str:
    """A paragraph in a style; `settings` are paragraph properties in the schema's order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{escape(style)}"/>{settings}</w:pPr>{"".join(content)}</w:p>'


def marked(mark: Bookmark, *content: str) -> str:
    """Content between the ends of a bookmark."""
    start = f'<w:bookmarkStart w:id="{mark.number}" w:name="{escape(mark.name)}"/>'
    return f'{start}{"".join(content)}<w:bookmarkEnd w:id="{mark.number}"/>'


def linked(mark: Bookmark, *content: str) -> str:
    """Content that leads to a bookmark."""
    return f'<w:hyperlink w:anchor="{escape(mark.name)}" w:history="1">{"".join(content)}</w:hyperlink>'


@dataclass(frozen=True, slots=True)
class Margins:
    """Points from the page's edges to the text, and to header and footer.

    A top or bottom below zero stands as far in as one above it, but a tall header or footer does not push the text.
    """

    top: float
    right: float
    bottom: float
    left: float
    header: float
    footer: float


def section(size: tuple[float, float], margins: Margins, references: str, *, first_differs: bool = False) -> str:
    """Section properties (17.6.17): a new page of this size.

    Args:
        size: Width and height in points.
        margins: Where the text stands.
        references: Header and footer references.
        first_differs: The first page has a header and a footer of its own.
    """
    width, height = size
    turned = ' w:orient="landscape"' if width > height else ""
    title = "<w:titlePg/>" if first_differs else ""
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"{turned}/>'
        f'<w:pgMar w:top="{twips(margins.top)}" w:right="{twips(margins.right)}" w:bottom="{twips(margins.bottom)}" '
        f'w:left="{twips(margins.left)}" w:header="{twips(margins.header)}" '
        f'w:footer="{twips(margins.footer)}" w:gutter="0"/>{title}</w:sectPr>'
    )


def reference(kind: str, relation: str, pages: str = "default") -> str:
    """A section's reference to a header ("hdr") or footer ("ftr"); `pages` is "default" or "first"."""
    name = {"hdr": "headerReference", "ftr": "footerReference"}[kind]
    return f'<w:{name} w:type="{pages}" r:id="{escape(relation)}"/>'


def picture_run(picture: Picture) -> str:
    """A floating picture placed by the page's edges (20.4.2.3)."""
    width, height = round(picture.width * _EMU), round(picture.height * _EMU)
    left, top = round(picture.left * _EMU), round(picture.top * _EMU)
    what = f'id="{picture.number}" name="{escape(picture.name)}" descr="{escape(picture.alternate)}"'
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="0" '
        'behindDoc="1" locked="1" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr {what}/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {what}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{picture.relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing></w:r>"
    )


def body(content: str, last_section: str) -> bytes:
    """The main document part."""
    text = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<w:document {_NAMESPACES}><w:body>{content}{last_section}</w:body></w:document>"
    )
    return text.encode("utf-8")


def header_or_footer(kind: str, content: str) -> bytes:
    """A header ("hdr") or footer ("ftr") part."""
    text = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{kind} {_NAMESPACES}>{content}</w:{kind}>'
    return text.encode("utf-8")
