"""Attachment pages as pictures for Word: 150 dots an inch, the smaller of a palette PNG and a JPEG.

PDFium draws in the caller's thread, since it may work in one only; two threads turn what it drew into files meanwhile.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image

from kkr_desk.errors import Defect, UserError
from kkr_desk.export.collection import hash_of
from kkr_desk.export.job import CollectionJob
from kkr_desk.export.stamp import Place, find_place, stamp_text
from kkr_desk.export.word_alternates import page_alternate
from kkr_desk.export.word_encoding import encode, is_dark
from kkr_desk.index import Weight
from kkr_desk.model import NumberedAttachment, PageFacts, Sha256
from kkr_desk.plan import Part, PartKind, Plan, attachment_text
from kkr_desk.progress import Progress
from kkr_desk.typeface.fonts import measure

DOTS = 150
"""Dots an inch of the page as it is shown."""
_SAMPLES = 12
_THREADS = 2
_AHEAD = 4
"""Drawn pages that may wait to become files: enough to keep the threads at work, few enough for little memory."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One attachment page as a picture.

    Attributes:
        part: The run of pages it belongs to.
        page: 1-based page of the collection.
        number: 1-based page of the attachment's file.
        alternate: What is read aloud in its place.
        file: Where its bytes are.
        kind: "png" or "jpeg".
        sha256: Hash of those bytes.
        width: Points it takes on the Word page.
        height: The same.
        place: Where its page number is printed, in points from the picture's bottom left.
        dark: Whether the ground there is dark, so that the number must be light.
    """

    part: Part
    page: int
    number: int
    alternate: str
    file: Path
    kind: str
    sha256: Sha256
    width: float
    height: float
    place: Place
    dark: bool


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A page that PDFium has drawn and that is no file yet."""

    part: Part
    page: int
    fact: PageFacts
    alternate: str
    image: Image.Image
    size: tuple[float, float]
    place: Place
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Page:
    part: Part
    number: int
    attachment: NumberedAttachment
    pdf: Sha256
    fact: PageFacts


def draw_pictures(job: CollectionJob, folder: Path, progress: Progress) -> Generator[PagePicture]:
    """Draw every attachment page into a file of its own, in order.

    Args:
        job: The collection.
        folder: Where the files go.
        progress: Stepped by page, named by attachment.

    Raises:
        Cancelled: The user has asked to stop; no thread is left at work.
        UserError: ``page-not-drawn``, naming attachment and page.
        Defect: ``verify-failed``: an attachment's file is not the one that was planned with.
        OSError: The disk is full, or a file cannot be read.
    """
    pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="kkr-desk-picture")
    waiting: deque[Future[PagePicture]] = deque()
    try:
        for number, drawn in enumerate(_draw_all(job, progress), 1):
            waiting.append(pool.submit(_keep, drawn, folder / f"side-{number:05}"))
            if len(waiting) > _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def estimated_bytes(job: CollectionJob) -> int:
    """About how many bytes the pictures of a collection will take, from a few pages spread over it."""
    pages = _pages(job)
    step = max(len(pages) // _SAMPLES, 1)
    sizes = []
    for page in pages[step // 2 :: step]:
        with _opened(job, page.pdf) as document:
            sizes.append(len(encode(_draw(document, page, job).image)[0]))
    return sum(sizes) * len(pages) // len(sizes) if sizes else 0


def fitted(fact: PageFacts, portrait: tuple[float, float]) -> tuple[float, float]:
    """Points a page takes on paper of its own orientation: as it is, or made smaller to fit; never made larger.

    Args:
        fact: The page.
        portrait: Width and height of the paper in points, upright.
    """
    across, up = portrait if fact.height >= fact.width else (portrait[1], portrait[0])
    scale = min(across / fact.width, up / fact.height, 1.0)
    return fact.width * scale, fact.height * scale


def _pages(job: CollectionJob) -> list[_Page]:
    """Every attachment page of a collection, in order."""
    pages = []
    for part in job.plan.parts:
        if part.kind is PartKind.ATTACHMENT and part.attachment and part.attachment.rendition.pdf:
            pdf = part.attachment.rendition.pdf
            numbered = enumerate(job.facts(part), part.first_page)
            pages += [_Page(part, number, part.attachment, pdf, fact) for number, fact in numbered]
    return pages


def _draw_all(job: CollectionJob, progress: Progress) -> Iterator[_Drawn]:
    pages = _pages(job)
    done = 0
    while done < len(pages):
        first = pages[done]
        name = attachment_text(first.attachment, job.plan.template)
        progress.step(done, len(pages), name)
        with _opened(job, first.pdf) as document:
            while done < len(pages) and pages[done].part is first.part:
                progress.step(done, len(pages), name)
                yield _draw(document, pages[done], job)
                done += 1


@contextmanager
def _opened(job: CollectionJob, pdf: Sha256) -> Iterator[pypdfium2.PdfDocument]:
    """An attachment's PDF with its form fields ready to be shown; only for the file that was planned with."""
    file = job.sources[pdf]
    if hash_of(file) != pdf:
        raise Defect("verify-failed", count=1, findings=(f"source changed: {file.name}",))
    document = pypdfium2.PdfDocument(file)
    try:
        document.init_forms()
        yield document
    finally:
        document.close()


def _draw(document: pypdfium2.PdfDocument, page: _Page, job: CollectionJob) -> _Drawn:
    """Draw one page as large as it will be shown; PDFium knows rotation and CropBox, but no UserUnit."""
    fact, plan = page.fact, job.plan
    try:
        opened = document[fact.number - 1]
        try:
            shown_width, shown_height = opened.get_size()
            width, height = fitted(fact, (plan.style.page_width, plan.style.page_height))
            scale = min(width / shown_width, height / shown_height)
            bitmap = opened.render(scale=scale * DOTS / 72)
            image = bitmap.to_pil().convert("RGB")
            bitmap.close()
        finally:
            opened.close()
    except (pypdfium2.PdfiumError, ValueError, ZeroDivisionError) as error:
        raise UserError(
            "page-not-drawn",
            item=page.part.item.number if page.part.item else "",
            number=page.attachment.number,
            title=page.attachment.attachment.title,
            page=fact.number,
        ) from error
    size = shown_width * scale, shown_height * scale
    place, box = _number_place(plan, page.number, fact, size)
    given = job.alternates.get(page.attachment.attachment.id, {})
    alternate = page_alternate(page.attachment, fact.number, plan.template, given)
    return _Drawn(page.part, page.number, fact, alternate, image, size, place, box)


def _number_place(
    plan: Plan, number: int, fact: PageFacts, size: tuple[float, float]
) -> tuple[Place, tuple[float, float, float, float]]:
    """Where the number stands on the picture, as in the PDF, and its box there as shares of the picture's sides."""
    text = stamp_text(plan.template, number, plan.total_pages)
    found = find_place(text, (fact.width, fact.height), fact.ink, plan.template)
    scale = size[0] / fact.width
    across = measure(text, Weight.REGULAR, found.size)
    left, right = found.x / fact.width, (found.x + across) / fact.width
    top, bottom = 1 - (found.y + found.size * 0.7) / fact.height, 1 - found.y / fact.height
    return Place(found.x * scale, found.y * scale, found.size * scale), (left, top, right, bottom)


def _keep(drawn: _Drawn, stem: Path) -> PagePicture:
    """Make a drawn page a file; runs in a thread of its own."""
    data, kind = encode(drawn.image)
    file = stem.with_suffix(f".{kind}")
    file.write_bytes(data)
    return PagePicture(
        drawn.part,
        drawn.page,
        drawn.fact.number,
        drawn.alternate,
        file,
        kind,
        Sha256(hashlib.sha256(data).hexdigest()),
        *drawn.size,
        drawn.place,
        is_dark(drawn.image, drawn.box),
    )
