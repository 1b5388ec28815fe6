"""A page that no tags reach: one element stands for all it shows, so that nothing on it goes untold.

It is a stop-gap (ISO 14289-1, 7.1 asks for more than that): text in the order it is drawn, a scan with a sentence that
says it is one. The content is put into one marked-content sequence where the page gets its number, see
`kkr_desk.export.stamp`.
"""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Object, Page

from kkr_desk.export.structure.spoken import Spoken
from kkr_desk.pdf.geometry import geometry


def scan_attributes(page: Object) -> Object:
    """Where the picture is that a scanned page shows: all over it (ISO 32000-1, table 344)."""
    box = Array([round(side, 4) for side in geometry(Page(page)).box])
    return Dictionary(O=Name.Layout, Placement=Name.Block, BBox=box)


def scan_text(words: Spoken, page: int, pages: int, title: str) -> str:
    """What is said instead of a scan nobody has described.

    Args:
        words: The document's language.
        page: 1-based, of the attachment.
        pages: How many the attachment has.
        title: What the attachment is called, such as "Bilag 3: Budget".
    """
    return words.scan.format(page=page, pages=pages, title=title)
