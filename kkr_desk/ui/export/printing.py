"""Printing: the system's own dialog asks for printer and pages, a worker process draws them, a thread sends them.

Pages are drawn as a reader shows them, in the size they have, made smaller where the paper is smaller, and turned the
way they lie.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from kkr_desk.errors import EnvironmentFault, UserError, fault_of
from kkr_desk.export.request import ExportRequest, run_export
from kkr_desk.export.sheets import sheet_sizes
from kkr_desk.intake.preview import MOST_PIXELS, Area, draw_areas
from kkr_desk.model import MeetingId
from kkr_desk.progress import Progress
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.export.document_dialog import LIMITS
from kkr_desk.ui.jobs import Lane, Ticket
from kkr_desk.worker import Worker
from kkr_desk.worker.work_folder import job_folder

DOTS = 300
"""Dots an inch that text is drawn with at most: more is not seen on paper and costs time."""
POINTS = 72

Size = tuple[float, float]
Done = Callable[[int], None]
Failed = Callable[[Exception], None]


def ask_printer(parent: QWidget, pages: int, title: str) -> QPrinter | None:
    """Ask by the system's own dialog which printer and which pages.

    Args:
        parent: The dialog it stands before.
        pages: How many there are.
        title: What the printer's queue shows.

    Returns:
        The printer as it was set, None when nothing is to be printed.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage, False)  # noqa: FBT003  Qt's
    dialog.setMinMax(1, pages)
    dialog.setFromTo(1, pages)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if accepted else None


def print_file(  # noqa: PLR0917  as `Desk.in_worker`
    desk: Desk, owner: QObject, printer: QPrinter, file: Path, done: Done, failed: Failed
) -> Ticket:
    """Print a finished PDF.

    Args:
        desk: Whose export lane does it.
        owner: For whom.
        printer: As `ask_printer` gave it.
        file: The PDF.
        done: Told how many pages were sent.
        failed: Told the error.
    """

    def work(progress: Progress) -> int:
        with Worker() as worker:
            return _print(printer, file, worker, progress)

    return desk.jobs.submit(Lane.EXPORT, owner, work, done, failed)


def print_document(  # noqa: PLR0917  as above
    desk: Desk,
    owner: QObject,
    printer: QPrinter,
    meeting_id: MeetingId,
    make_request: Callable[[Path], ExportRequest],
    done: Done,
    failed: Failed,
) -> Ticket:
    """Make a document of a meeting, verified as one that is kept, and print it.

    Args:
        desk: Whose export lane does it.
        owner: For whom.
        printer: As `ask_printer` gave it.
        meeting_id: The meeting.
        make_request: Given a file that is gone afterwards, what is to be made in it, as PDF.
        done: Told how many pages were sent.
        failed: Told the error.
    """
    store = desk.folder

    def work(progress: Progress) -> int:
        with _passing_folder() as folder, Worker() as worker:
            request = make_request(folder / "udskrift.pdf")
            made = worker.run(run_export, store, meeting_id, request, limits=LIMITS, progress=progress)
            return _print(printer, made.file, worker, progress)

    return desk.jobs.submit(Lane.EXPORT, owner, work, done, failed)


@contextmanager
def _passing_folder() -> Iterator[Path]:
    try:
        with job_folder() as folder:
            yield folder
    except OSError as error:
        raise fault_of(error) from error


def _print(printer: QPrinter, file: Path, worker: Worker, progress: Progress) -> int:
    sizes = worker.run(sheet_sizes, file, limits=LIMITS, progress=progress)
    wanted = _wanted(printer, len(sizes))
    painter = QPainter()
    try:
        for n, number in enumerate(wanted):
            progress.step(n, len(wanted), "print-page")
            size = sizes[number - 1]
            image = _drawn(printer, file, number, size, worker, progress)
            _next_page(printer, painter, size)
            painter.drawImage(_place(printer, size), image)
    except BaseException:
        printer.abort()
        raise
    finally:
        if painter.isActive():
            painter.end()
    return len(wanted)


def _wanted(printer: QPrinter, pages: int) -> list[int]:
    """The pages to print, 1-based, in the order and as often as the printer cannot see to itself."""
    ranges = printer.pageRanges().toRangeList()
    numbers = [n for part in ranges for n in range(part.from_, part.to + 1)] or list(range(1, pages + 1))
    numbers = [n for n in numbers if 1 <= n <= pages]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        numbers.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    return numbers * copies if printer.collateCopies() else [n for n in numbers for _ in range(copies)]


def _drawn(  # noqa: PLR0917  all that one page takes
    printer: QPrinter, file: Path, number: int, size: Size, worker: Worker, progress: Progress
) -> QImage:
    """One page as a picture, at most so large that it can be handled at all."""
    across, down = (side / POINTS * min(printer.resolution(), DOTS) for side in size)
    shrink = min(1.0, (MOST_PIXELS / (across * down)) ** 0.5)
    width, height = max(int(across * shrink), 1), max(int(down * shrink), 1)
    area = Area(number, width, height, 0, 0, width, height)
    drawn = worker.run(draw_areas, file, (area,), 0.0, limits=LIMITS, progress=progress)
    if not drawn.pictures:
        raise UserError("page-not-printed", page=number)
    return QImage(drawn.pictures[0].pixels, width, height, width * 4, QImage.Format.Format_RGB32).copy()


def _next_page(printer: QPrinter, painter: QPainter, size: Size) -> None:
    """Begin a page, the paper laid the way the page lies."""
    lies = QPageLayout.Orientation.Landscape if size[0] > size[1] else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(lies)
    if not (printer.newPage() if painter.isActive() else painter.begin(printer)):
        raise EnvironmentFault("printer-refused", printer=printer.printerName())


def _place(printer: QPrinter, size: Size) -> QRectF:
    """Where a page is printed: in its own size in the middle of the paper, smaller where it would not fit."""
    room = printer.pageRect(QPrinter.Unit.DevicePixel)
    dots = printer.resolution() / POINTS
    shrink = min(1.0, room.width() / (size[0] * dots), room.height() / (size[1] * dots))
    width, height = size[0] * dots * shrink, size[1] * dots * shrink
    return QRectF((room.width() - width) / 2, (room.height() - height) / 2, width, height)
