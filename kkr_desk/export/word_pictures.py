"""Attachment pages as pictures for Word: 150 dots an inch, the smaller of a palette PNG and a JPEG."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image

from kkr_desk.export.job import CollectionJob
from kkr_desk.model import NumberedAttachment, PageFacts
from kkr_desk.plan import Part, PartKind, attachment_text
from kkr_desk.progress import Progress

DOTS = 150
"""Dots an inch of the page as it is shown."""
_QUALITY = 82
_MOST_PIXELS = 25_000_000
_SAMPLES = 8


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One attachment page as a picture.

    Attributes:
        part: The run of pages it belongs to.
        number: 1-based page of the attachment.
        file: Where its bytes are.
        kind: "png" or "jpeg".
        width: Points it takes on the Word page.
        height: The same.
    """

    part: Part
    number: int
    file: Path
    kind: str
    width: float
    height: float


def picture_pages(job: CollectionJob) -> list[tuple[Part, NumberedAttachment, PageFacts]]:
    """Every attachment page of a collection, in order."""
    pages = []
    for part in job.plan.parts:
        if part.kind is PartKind.ATTACHMENT and part.attachment and part.attachment.rendition.pdf:
            facts = job.pages[part.attachment.rendition.pdf]
            pages += [(part, part.attachment, fact) for fact in facts]
    return pages


def draw_pictures(job: CollectionJob, folder: Path, progress: Progress) -> Iterator[PagePicture]:
    """Draw every attachment page into a file of its own, one at a time.

    Args:
        job: The collection.
        folder: Where the files go.
        progress: Stepped by page, named by attachment.

    Raises:
        Cancelled: The user has asked to stop.
    """
    total = sum(part.page_count for part in job.plan.parts if part.kind is PartKind.ATTACHMENT)
    done = 0
    for part in job.plan.parts:
        if part.kind is not PartKind.ATTACHMENT or not part.attachment or not part.attachment.rendition.pdf:
            continue
        name = attachment_text(part.attachment, job.plan.template)
        document = pypdfium2.PdfDocument(job.sources[part.attachment.rendition.pdf])
        try:
            for fact in job.pages[part.attachment.rendition.pdf]:
                progress.step(done, total, name)
                data, kind = _draw(document, fact)
                file = folder / f"side-{done + 1:05}.{kind}"
                file.write_bytes(data)
                width, height = fitted(fact)
                yield PagePicture(part, fact.number, file, kind, width, height)
                done += 1
        finally:
            document.close()


def estimated_bytes(job: CollectionJob) -> int:
    """About how many bytes the pictures of a collection will take, from a few pages spread over it."""
    pages = picture_pages(job)
    chosen = pages[:: max(len(pages) // _SAMPLES, 1)]
    sizes = []
    for _, attachment, fact in chosen:
        if attachment.rendition.pdf is None:
            continue
        document = pypdfium2.PdfDocument(job.sources[attachment.rendition.pdf])
        try:
            sizes.append(len(_draw(document, fact)[0]))
        finally:
            document.close()
    return sum(sizes) * len(pages) // len(sizes) if sizes else 0


def fitted(fact: PageFacts, portrait: tuple[float, float] = (595.3, 841.9)) -> tuple[float, float]:
    """Points a page takes on A4 of its own orientation: as it is, or made smaller to fit; never made larger."""
    across, up = portrait if fact.height >= fact.width else (portrait[1], portrait[0])
    scale = min(across / fact.width, up / fact.height, 1.0)
    return fact.width * scale, fact.height * scale


def encode(image: Image.Image) -> tuple[bytes, str]:
    """A picture as the smaller of a palette PNG and a JPEG, with its kind."""
    png = io.BytesIO()
    _palette(image).save(png, "PNG", optimize=False, compress_level=6)
    jpeg = io.BytesIO()
    image.save(jpeg, "JPEG", quality=_QUALITY, optimize=True)
    return min((png.getvalue(), "png"), (jpeg.getvalue(), "jpeg"), key=lambda made: len(made[0]))


def _palette(image: Image.Image) -> Image.Image:
    """A picture in at most 16 greys or 64 colours, which is what print on paper has."""
    if image.mode == "L" or not _is_coloured(image):
        grey = image.convert("L")
        return grey.quantize(16, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    return image.quantize(64, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)


def _is_coloured(image: Image.Image) -> bool:
    """Whether any part of a picture is more than faintly coloured."""
    small = image.reduce(4) if min(image.size) > 16 else image
    saturation = small.convert("HSV").getchannel("S")
    extremes: Sequence[float] = saturation.getextrema()  # type: ignore[assignment]  # one band
    return extremes[1] > 24


def _draw(document: pypdfium2.PdfDocument, fact: PageFacts) -> tuple[bytes, str]:
    page = document[fact.number - 1]
    try:
        shown_width, shown_height = page.get_size()
        width, height = fitted(fact)
        scale = min(width / shown_width, height / shown_height) * DOTS / 72
        scale = min(scale, (_MOST_PIXELS / max(shown_width * shown_height, 1)) ** 0.5)
        bitmap = page.render(scale=scale)
        try:
            return encode(bitmap.to_pil().convert("RGB"))
        finally:
            bitmap.close()
    finally:
        page.close()
