"""Writing a PDF anew, so that what qpdf had to mend on reading it is mended for every reader."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pikepdf
from pikepdf import Dictionary, Name, ObjectStreamMode, Pdf, StreamDecodeLevel

from kkr_desk.intake.conversion import Refused
from kkr_desk.intake.findings import page_ranges, was_mended
from kkr_desk.intake.pdfium import open_pdf
from kkr_desk.model import FileStatus, Notice
from kkr_desk.pdf.content import page_streams
from kkr_desk.progress import Progress

_MOST_PROMISED = 20_000
"""More pages than that are not believed."""
_HUNDRED = 100
_NODE = 1 << 14
"""Bytes on either side within which a node of the page tree is looked for."""
_MOST_NODES = 1000
"""In a piece of the file."""
_PIECE = 4 << 20
_TREE = re.compile(rb"/Type\s*/Pages\b")
_COUNT = re.compile(rb"/Count\s+(\d{1,6})\b")


def rewrite(pdf: Pdf, path: Path, target: Path, progress: Progress) -> tuple[Notice, ...]:
    """Write an open PDF anew: without a lock, streams byte for byte, the same bytes each time.

    Args:
        pdf: The PDF, perhaps changed since it was opened.
        path: Its file.
        target: Where to write it.
        progress: Told of the writing.

    Returns:
        What was mended; none where the file was sound.

    Raises:
        Refused: Nothing of it could be saved.
        pikepdf.PdfError: It cannot be written.
        Cancelled: By `progress`.
    """
    count = len(pdf.pages)
    shown = _shown(path)
    save(pdf, target, progress)
    # Only now is all of it read, and all told that is wrong with it.
    if not was_mended(pdf) and (pdf.is_encrypted or shown == count):
        return ()
    blank = [number for number, page in enumerate(pdf.pages, 1) if not page_streams(page.obj)]
    if shown != count and len(blank) == count:  # readers show nothing, and nothing is left
        raise Refused(FileStatus.DAMAGED, Notice("file-damaged"))
    return (*_lost_pages(pdf, path, shown), *_blank_pages(blank))


def _lost_pages(pdf: Pdf, path: Path, shown: int) -> Iterator[Notice]:
    """How many pages there are, and how many there should be where that is more."""
    count = len(pdf.pages)
    promised = max(_stated(path), shown, count + _strays(pdf))
    if promised > count:
        yield Notice("file-pages-lost", (("count", str(count)), ("promised", str(promised))))
    else:
        yield Notice("pdf-repaired", (("count", str(count)),))


def _blank_pages(blank: list[int]) -> Iterator[Notice]:
    """The pages that hold nothing: perhaps what stood on them was lost."""
    if blank:
        yield Notice("file-pages-blank", (("count", str(len(blank))), ("pages", page_ranges(blank))))


def save(pdf: Pdf, target: Path, progress: Progress) -> None:
    """Write a PDF without touching its streams and without anything that differs from time to time."""
    pdf.trailer.Size = 1  # a trailer that lacks it is written without it; the number is not taken over
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", pikepdf.PageCopyWarning)  # fields that no form knows are kept as they are
        pdf.save(
            target,
            deterministic_id=True,
            fix_metadata_version=False,  # it would read the metadata, which may be broken
            encryption=False,
            compress_streams=False,
            stream_decode_level=StreamDecodeLevel.none,
            object_stream_mode=ObjectStreamMode.preserve,
            progress=lambda percent: progress.step(percent, _HUNDRED, "write-pdf"),
        )


def _stated(path: Path) -> int:
    """How many pages the page tree says there are; read from the bytes, since qpdf corrects what it finds wrong."""
    stated, before = 0, b""
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            data = before + piece
            for found in islice(_TREE.finditer(data), _MOST_NODES):
                at = found.start()
                start = max(data.rfind(b"obj", max(at - _NODE, 0), at), 0)
                node = data[start : at + _NODE].partition(b"endobj")[0]
                stated = max([stated, *(count for count in map(int, _COUNT.findall(node)) if count <= _MOST_PROMISED)])
            before = piece[-2 * _NODE :]
    return stated


def _shown(path: Path) -> int:
    """How many pages readers show of the file as it came."""
    document = open_pdf(path)
    if isinstance(document, FileStatus):
        return 0
    try:
        return len(document)
    finally:
        document.close()


def _strays(pdf: Pdf) -> int:
    """Pages that are in the file and not in its page tree."""
    placed = {page.obj.objgen for page in pdf.pages}
    return sum(_is_page(obj) and obj.objgen not in placed for obj in pdf.objects)


def _is_page(obj: pikepdf.Object) -> bool:
    return isinstance(obj, Dictionary) and obj.get("/Type") == Name.Page and "/Contents" in obj
