"""Giving scanned pages a layer of invisible text: OCRmyPDF reads a copy of them, and only what it wrote is taken over.

So pages that have text, forms, tags and everything else in the file stay as they are, byte for byte, and the pages
that are read keep their pictures as they came.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf

from kkr_desk.intake.findings import page_ranges
from kkr_desk.intake.inspection import has_picture, open_in_both, text_of
from kkr_desk.intake.pdf_arrival.mending import save
from kkr_desk.intake.recognition.finding import LANGUAGE, recogniser, tesseract
from kkr_desk.model import Notice
from kkr_desk.pdf.content import UNREADABLE, page_streams
from kkr_desk.progress import Progress
from kkr_desk.worker.program import run_program

SECONDS_PER_PAGE = 60
"""Wall time that one page may take."""
PAGES_AT_ONCE = 8
"""Pages given to OCRmyPDF at a time: it starts in a second, and between two times the work can tell how far it is."""
_MOST_MEGAPIXELS = 120
"""Larger pictures are not read: A3 at 600 dots per inch has 70."""
_MEMORY = 3 << 30
_STEPS_PER_PAGE = 2 * SECONDS_PER_PAGE
"""The job's own time grows with the steps it reports, half a second for each (`kkr_desk.intake.course.Limits`)."""
_PREFIX = "/KkrText"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recognised:
    """A PDF with the text of its scans.

    Attributes:
        pdf: The PDF; None where nothing could be read.
        notices: Which pages were read, and that such reading makes mistakes; and on which nothing was found.
    """

    pdf: Path | None
    notices: tuple[Notice, ...]


class _Steps:
    """Progress of a program: it is asked whether to go on, and told how far the work was before."""

    def __init__(self, progress: Progress, done: int, total: int) -> None:
        self._progress = progress
        self._place = (done * _STEPS_PER_PAGE, total * _STEPS_PER_PAGE)

    def step(self, done: int, total: int, what: str = "") -> None:  # noqa: ARG002  the program does not count pages
        """Report the pages done before the program was started."""
        self._progress.step(*self._place, "recognise-pages")


def recognise(path: Path, folder: Path, progress: Progress) -> Recognised:
    """Make a PDF's scans searchable.

    Args:
        path: A sound PDF.
        folder: For the result and what lies around meanwhile.
        progress: Told of pages.

    Raises:
        EnvironmentFault: OCRmyPDF could not be started or takes too long.
        Cancelled: By `progress`.
    """
    scans = _scans(path)
    read: list[int] = []
    target = folder / "searchable.pdf"
    with pikepdf.open(path) as pdf:
        for start in range(0, len(scans), PAGES_AT_ONCE):
            some = scans[start : start + PAGES_AT_ONCE]
            read += _read(pdf, some, folder, _Steps(progress, start, len(scans)))
        if read:
            save(pdf, target, progress)
    unread = [number for number in scans if number not in read]
    told = (("text-recognised", read), ("text-not-recognised", unread))
    facts = ((code, (("count", str(len(some))), ("pages", page_ranges(some)))) for code, some in told if some)
    notices = tuple(Notice(code, held) for code, held in facts)
    return Recognised(target if read else None, notices)


def _scans(path: Path) -> list[int]:
    """The numbers of the pages that show a picture and hold no text."""
    with open_in_both(path) as (pdf, document):
        found = []
        for index in range(len(pdf.pages)):
            with closing(document[index]) as shown:
                if not text_of(shown) and has_picture(shown):
                    found.append(index + 1)
        return found


def _read(pdf: Pdf, numbers: Sequence[int], folder: Path, progress: Progress) -> Iterator[int]:
    """Read some pages and put their text onto them; yields the numbers of those on which there was any.

    OCRmyPDF gives up on all of them when one is beyond it; then none is read, and the pages stay as they are.
    """
    sent, got = folder / "scans.pdf", folder / "read.pdf"
    _send(pdf, numbers, sent)
    finished = run_program(
        _command(sent, got),
        folder=folder,
        seconds=SECONDS_PER_PAGE * len(numbers),
        memory=_MEMORY,
        progress=progress,
        environment=_environment(),
    )
    if not got.is_file():
        _log.warning("OCRmyPDF ended with %d on %d pages", finished.returncode, len(numbers))
        return
    with pikepdf.open(got) as result:
        for number, page in zip(numbers, result.pages, strict=True):
            if _take_over(pdf, pdf.pages[number - 1], page):
                yield number
    got.unlink()


def _send(pdf: Pdf, numbers: Sequence[int], sent: Path) -> None:
    """Write a PDF of the scans alone, without anything that hangs on them."""
    with Pdf.new() as scans:
        for number in numbers:
            scans.pages.append(pdf.pages[number - 1])
            page = scans.pages[-1].obj
            for key in ("/Annots", "/AA", "/StructParents", "/Tabs", "/B", "/AF"):
                if key in page:
                    del page[key]
        save(scans, sent, _Steps(_Silent(), 0, 0))


class _Silent:
    def step(self, done: int, total: int, what: str = "") -> None:
        """Do nothing: writing a copy takes no time."""


def _command(sent: Path, got: Path) -> list[str]:
    return [
        *recogniser(),
        "--quiet",
        "--skip-text",
        f"--language={LANGUAGE}",
        "--output-type=pdf",
        "--optimize=0",
        f"--jobs={min(os.cpu_count() or 1, 2)}",
        f"--tesseract-timeout={SECONDS_PER_PAGE}",
        f"--skip-big={_MOST_MEGAPIXELS}",
        f"--max-image-mpixels={2 * _MOST_MEGAPIXELS}",
        str(sent),
        str(got),
    ]


def _environment() -> dict[str, str]:
    """Tesseract where it was found, one thread for each page, and its languages where they were said to be."""
    made = {"OMP_THREAD_LIMIT": "1"}
    program = tesseract()
    if program is not None:
        made["PATH"] = os.pathsep.join((str(program.parent), os.environ.get("PATH", "")))
    if "TESSDATA_PREFIX" in os.environ:
        made["TESSDATA_PREFIX"] = os.environ["TESSDATA_PREFIX"]
    return made


def _take_over(pdf: Pdf, page: Page, read: Page) -> bool:
    """Put the text that a copy of a page was given under the page itself.

    OCRmyPDF adds a drawing of its own to the page, by a random name, and a stream that shows it.
    """
    before, after = _drawings(page.obj), _drawings(read.obj)
    made = [name for name in after if name not in before]
    streams = [stream.read_bytes() for stream in page_streams(read.obj)]
    showing = [data for data in streams if any(name.encode() in data for name in made)]
    if not showing or not any(_holds_text(after[name]) for name in made):
        return False
    data = b"\n".join(showing)
    drawings = Dictionary(dict(before))
    for n, name in enumerate(made, 1):
        data = data.replace(name.encode(), f"{_PREFIX}{n}".encode())
        drawings[f"{_PREFIX}{n}"] = pdf.copy_foreign(after[name])
    held = page.obj.get("/Resources")
    resources = Dictionary(dict(held.items())) if isinstance(held, Dictionary) else Dictionary()
    resources.XObject = drawings
    page.obj.Resources = resources
    page.obj.Contents = Array([pdf.make_stream(data), *_contents(page.obj)])
    return True


def _contents(page: Object) -> list[Any]:
    held = page.get("/Contents")
    if isinstance(held, Array):
        return list(held.as_list())
    return [] if held is None else [held]


def _drawings(page: Object) -> dict[str, Object]:
    resources = page.get("/Resources")
    held = resources.get("/XObject") if isinstance(resources, Dictionary) else None
    return dict(held.items()) if isinstance(held, Dictionary) else {}


def _holds_text(drawing: Object) -> bool:
    try:
        return drawing.get("/Subtype") == Name.Form and b"BT" in drawing.read_bytes()
    except UNREADABLE:
        return False
