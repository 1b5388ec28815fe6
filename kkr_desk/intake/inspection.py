"""Looking at a PDF that is to be an attachment, inside a worker process: two engines must agree that it is sound.

qpdf (through pikepdf) will put it into the collection and PDFium shows what readers see. A file that only one of them
can read would end as a page that some readers see blank, so it counts as damaged.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from kkr_desk.intake.accessibility import Gathering
from kkr_desk.intake.conversion import Refused
from kkr_desk.intake.findings import Findings, is_dynamic_form
from kkr_desk.intake.heading import first_heading
from kkr_desk.intake.ink import edge_ink
from kkr_desk.intake.particulars import FIRST_PAGES, particulars_of
from kkr_desk.intake.pdfium import DrawingError, open_pdf, show_forms
from kkr_desk.model import NO_INK, EdgeInk, FileStatus, Notice, PageFacts, Rendition, Sha256
from kkr_desk.pdf.bombs import Weighing, bound_unpacking, has_stopped
from kkr_desk.pdf.content import UNOPENABLE, UNREADABLE
from kkr_desk.pdf.digest import Digester
from kkr_desk.pdf.geometry import rotation, visible_size
from kkr_desk.progress import Progress

DRAWING_SECONDS = 3.0
"""Time allowed for drawing one page's edges; without them its edges count as free."""

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
"""PDFium puts U+0002 where a word was divided at a line's end, so that what is left is the whole word."""

_NOTICES = {
    FileStatus.PASSWORD: "file-password",
    FileStatus.UNSUPPORTED: "file-encryption-unsupported",
    FileStatus.EMPTY: "file-no-pages",
    FileStatus.DAMAGED: "file-damaged",
    FileStatus.TOO_LARGE: "file-needs-memory",
}


def inspect_pdf(path: Path, source: Sha256, most_pages: int, *, draw: bool, progress: Progress) -> Rendition:
    """Look at every page of a PDF.

    Args:
        path: The file.
        source: SHA-256 of its bytes.
        most_pages: Longest PDF that is taken.
        draw: Whether to draw the pages' edges; without it all edges count as free, and a notice says so.
        progress: Told of every page.

    Returns:
        The rendition with its pages; status and notice when the file cannot be included.

    Raises:
        Cancelled: By `progress`.
    """
    try:
        with open_in_both(path) as (pdf, document):
            count = _count(pdf, most_pages)
            _refuse_dynamic(pdf)
            findings, access = Findings(), Gathering(pdf)
            pages = tuple(_look(pdf, document, findings, access, draw=draw, progress=progress))
            notices, known = findings.notices(pdf), access.result()
            said = particulars_of([page.text for page in pages[:FIRST_PAGES]], known.title, findings.heading)
            return Rendition(source, FileStatus.OK, source, count, "pdf", notices, pages, known, particulars=said)
    except Refused as refused:
        return Rendition(source, refused.status, warnings=(refused.notice,))


def _count(pdf: pikepdf.Pdf, most_pages: int) -> int:
    count = len(pdf.pages)
    if count > most_pages:
        facts = (("pages", str(count)), ("limit", str(most_pages)))
        raise Refused(FileStatus.TOO_LARGE, Notice("file-too-many-pages", facts))
    return count


def _refuse_dynamic(pdf: pikepdf.Pdf) -> None:
    """Refuse a form that only Adobe's own program can lay out: its one page says "Please wait"."""
    if is_dynamic_form(pdf):
        raise Refused(FileStatus.UNSUPPORTED, Notice("file-xfa"))


@contextmanager
def open_in_both(path: Path) -> Iterator[tuple[pikepdf.Pdf, pdfium.PdfDocument]]:
    """The file open in both engines, which agree on its pages.

    Raises:
        Refused: They do not.
    """
    bound_unpacking()
    pdf = _open_qpdf(path)
    # PDFium would unpack whatever it is told, for a file of which nothing can come
    document = FileStatus.DAMAGED if pdf is FileStatus.DAMAGED else open_pdf(path)
    try:
        if isinstance(pdf, pikepdf.Pdf) and not pdf.is_encrypted and len(pdf.pages) == 0:
            raise _refusal(FileStatus.EMPTY)
        verdicts = {verdict for verdict in (pdf, document) if isinstance(verdict, FileStatus)}
        for status in (FileStatus.UNSUPPORTED, FileStatus.PASSWORD, FileStatus.DAMAGED):
            if status in verdicts:
                raise _refusal(status)
        if isinstance(pdf, FileStatus) or isinstance(document, FileStatus) or len(pdf.pages) != len(document):
            raise _refusal(FileStatus.DAMAGED)
        if len(pdf.pages) == 0:
            raise _refusal(FileStatus.EMPTY)
        show_forms(document)
        yield pdf, document
    except UNREADABLE as error:
        raise _refusal(FileStatus.DAMAGED) from error
    finally:
        for engine in (document, pdf):
            if not isinstance(engine, FileStatus):
                engine.close()


def _refusal(status: FileStatus) -> Refused:
    return Refused(status, Notice(_NOTICES[status]))


def _open_qpdf(path: Path) -> pikepdf.Pdf | FileStatus:
    """Open a PDF in qpdf.

    Raises:
        Refused: What lists its objects unpacks to more than there is room for; PDFium would try.
    """
    try:
        pdf = pikepdf.open(path)
        if not (told := pdf.get_warnings()):
            return pdf
        pdf.close()  # to be asked forgets them: opened anew, it knows them for `was_mended`
        if any(map(has_stopped, told)):
            raise _refusal(FileStatus.TOO_LARGE)
        return pikepdf.open(path)
    except pikepdf.PasswordError:
        return FileStatus.PASSWORD
    except UNOPENABLE as error:
        if has_stopped(error):
            raise _refusal(FileStatus.TOO_LARGE) from error
        return FileStatus.UNSUPPORTED if "unsupported encryption" in str(error) else FileStatus.DAMAGED


def _look(
    pdf: pikepdf.Pdf,
    document: pdfium.PdfDocument,
    findings: Findings,
    access: Gathering,
    *,
    draw: bool,
    progress: Progress,
) -> Iterator[PageFacts]:
    digester, weighing, total = Digester(pdf), Weighing(), len(pdf.pages)
    for index, page in enumerate(pdf.pages):
        number = index + 1
        breathe = partial(progress.step, index, total, "inspect-pages")
        breathe()
        if weighing.is_too_much(page.obj):
            raise _refusal(FileStatus.TOO_LARGE)
        width, height = visible_size(page)
        findings.see_size(number, width, height)
        findings.see_page(number, page)
        with closing(_page(document, index)) as shown:
            text = text_of(shown)
            _find(number, shown, text, findings)
            tags, states, marks = access.see_page(number, page, shown, text)
            ink = _ink(shown, width, height, breathe) if draw else None
        if ink is None:
            findings.undrawn.append(number)
        yield PageFacts(
            number=number,
            width=width,
            height=height,
            rotation=rotation(page),
            text=text,
            ink=ink or NO_INK,
            open_states=states,
            digest=digester.page(index),
            annotations=digester.annotations(index),
            tags=tags,
            open_marks=marks,
        )
    progress.step(total, total, "inspect-pages")


def _find(number: int, shown: pdfium.PdfPage, text: str, findings: Findings) -> None:
    """Note what PDFium tells of a page beside its text."""
    if number == 1:
        findings.heading = first_heading(shown)
    if not text and has_picture(shown):
        findings.scans.append(number)


def _page(document: pdfium.PdfDocument, index: int) -> pdfium.PdfPage:
    try:
        return document[index]
    except pdfium.PdfiumError as error:
        notice = Notice("file-page-damaged", (("page", str(index + 1)),))
        raise Refused(FileStatus.DAMAGED, notice) from error


def _ink(shown: pdfium.PdfPage, width: float, height: float, breathe: Callable[[], None]) -> EdgeInk | None:
    """Where the page's edges hold print; None when that could not be found out."""
    try:
        return edge_ink(shown, width, height, DRAWING_SECONDS, breathe)
    except (DrawingError, pdfium.PdfiumError):
        return None


def text_of(shown: pdfium.PdfPage) -> str:
    """The text of a page's visible part, composed, lines ended by a line feed; "" when it cannot be read."""
    try:
        with closing(shown.get_textpage()) as textpage:
            text = textpage.get_text_bounded()
    except pdfium.PdfiumError:
        return ""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _CONTROLS.sub("", text)).strip()


def has_picture(shown: pdfium.PdfPage) -> bool:
    """Whether a page shows a picture, also one within a drawing."""
    return next(shown.get_objects(filter=(pdfium_c.FPDF_PAGEOBJ_IMAGE,), max_depth=3), None) is not None
