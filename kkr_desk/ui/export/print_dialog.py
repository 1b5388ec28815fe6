"""Printing a meeting's document straight away, without a file that has to be kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from kkr_desk.export.request import ExportRequest
from kkr_desk.model import FileFormat
from kkr_desk.ui.desk import Desk, Snapshot
from kkr_desk.ui.export.choices import proposed_name
from kkr_desk.ui.export.document_dialog import DocumentDialog
from kkr_desk.ui.export.printing import ask_printer, print_document


class PrintDialog(DocumentDialog):
    """The bilagssamling or its index on paper.

    Args:
        desk: Whose meeting it follows.
        parent: The main window.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("print_dialog")
        self.add_hint()
        self.begin_wanted.connect(self._on_begin)
        self.refresh()

    def open_now(self) -> None:
        """Show the dialog, or bring it to the front."""
        self.show()
        self.raise_()
        self.activateWindow()

    def title_words(self) -> tuple[str, str]:
        """What printing is called."""
        return self.tr("Udskriv"), self.tr("&Udskriv…")

    def _on_begin(self, snapshot: Snapshot) -> None:
        """Ask for the printer, then make the document and print it."""
        document, meeting = self.documents.document, snapshot.agenda.meeting
        title = Path(proposed_name(meeting, document, FileFormat.PDF)).stem
        printer = ask_printer(self, self.page_count(snapshot), title)
        if printer is None:
            return
        slip_pages, closed = self.doubt_list.slip_pages, self.doubt_list.closed

        def request(file: Path) -> ExportRequest:
            return ExportRequest(document, FileFormat.PDF, file, slip_pages=slip_pages, closed=closed)

        self.run(print_document(self.desk, self, printer, meeting.id, request, self._on_printed, self.fail))

    def _on_printed(self, sheets: int) -> None:
        self.strip.show_done(lambda: self.tr("Sendt til printeren: {pages}.").format(pages=self.page_words(sheets)))
        self.end()
