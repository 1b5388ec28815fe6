"""The few pieces of WordprocessingML that our documents are made of (ECMA-376 part 1, clause 17)."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

_EMU = 12700
"""English metric units to a point."""

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place in the document that fields and links lead to."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that fills its page, behind the text.

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


def text_run(text: str) -> str:
    """A run of plain text."""
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


TAB = "<w:r><w:tab/></w:r>"


def field_start(instruction: str) -> str:
    """The beginning of a field, up to its stored result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def field(instruction: str, result: str) -> str:
    """A field with its stored result (17.16)."""
    return field_start(instruction) + text_run(result) + FIELD_END


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


def section(
    width: float, height: float, header: str, footer: str, margins: tuple[float, float, float, float], *, edge: float
) -> str:
    """Section properties: a new page of this size with these header and footer parts.

    Args:
        width: Points.
        height: Points.
        header: Relationship id.
        footer: Relationship id.
        margins: Top, right, bottom, left in points.
        edge: Points from the page's edge to its header and footer.
    """
    turned = ' w:orient="landscape"' if width > height else ""
    top, right, bottom, left = (twips(margin) for margin in margins)
    return (
        "<w:sectPr>"
        f'<w:headerReference w:type="default" r:id="{header}"/><w:footerReference w:type="default" r:id="{footer}"/>'
        f'<w:type w:val="nextPage"/><w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"{turned}/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" '
        f'w:header="{twips(edge)}" w:footer="{twips(edge)}" w:gutter="0"/></w:sectPr>'
    )


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
