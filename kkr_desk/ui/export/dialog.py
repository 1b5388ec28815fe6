"""Making a file of a meeting: what, as what and where, everything doubtful first, then how it went."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from kkr_desk.errors import EnvironmentFault, KkrDeskError
from kkr_desk.export.accessibility import report
from kkr_desk.export.job import Exported
from kkr_desk.export.request import Document, ExportRequest, estimate_word, run_export
from kkr_desk.handover import clear_leftovers
from kkr_desk.model import FileFormat
from kkr_desk.ui.accessibility.dialog import AccessibilityDialog
from kkr_desk.ui.accessibility.line import AccessibilityLine, claim_words
from kkr_desk.ui.desk import Desk, Snapshot
from kkr_desk.ui.export.choices import FormatChoice, proposed_name
from kkr_desk.ui.export.document_dialog import LIMITS, DocumentDialog
from kkr_desk.ui.export.folders import PURPOSE, FoundFolder, first_that_exists, make_folder, usual_folders
from kkr_desk.ui.export.opening import open_file, show_in_folder
from kkr_desk.ui.export.printing import ask_printer, print_file
from kkr_desk.ui.export.target import TargetField
from kkr_desk.ui.frame.language import locale
from kkr_desk.ui.frame.preferences import Preferences
from kkr_desk.ui.frame.telling import known, sentence
from kkr_desk.ui.jobs import Lane, Ticket


class ExportDialog(DocumentDialog):
    """The bilagssamling or its index as a file.

    Args:
        desk: Whose meeting it follows.
        parent: The main window.
    """

    exported = Signal(object)
    """`Exported`: a file is finished and in its place."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("export_dialog")
        self._made: Exported | None = None
        self._begun: Path | None = None
        self._council = ""
        self._folders: tuple[Path, ...] = ()
        self._found: FoundFolder | None = None
        self._word_size: tuple[Snapshot, int | KkrDeskError] | None = None
        self._estimate: Ticket | None = None
        self._formats = FormatChoice(self)
        self._target = TargetField(self)
        self._archive = QCheckBox(self)
        self._archive.setObjectName("archive")
        self._accessible = AccessibilityLine(self)
        self._each: AccessibilityDialog | None = None
        self.add_row(lambda: self.tr("Format:"), self._formats)
        self.add_row(lambda: self.tr("Til arkiv:"), self._archive)
        self.add_row(lambda: self.tr("Gem som:"), self._target)
        self.add_hint()
        self.add_row(lambda: self.tr("Webtilgængelighed:"), self._accessible)
        self.begin_wanted.connect(self._on_begin)
        self._formats.chosen.connect(self.refresh)
        self._target.changed.connect(self._on_target)
        self._accessible.wanted.connect(self._on_accessibility)
        self.strip.stopped.connect(self._clear_up)
        self.strip.replace_wanted.connect(self._on_replace)
        self.strip.other_name_wanted.connect(self._on_other_name)
        self.strip.folder_making_wanted.connect(self._on_make_folder)
        self.strip.open_wanted.connect(self._on_open)
        self.strip.folder_wanted.connect(self._on_folder)
        self.strip.print_wanted.connect(self._on_print)
        self.refresh()

    def open_for(self, document: Document) -> None:
        """Show the dialog with a document chosen; one that is at work already is only brought to the front."""
        if not self.strip.is_working:
            self.documents.choose(document)
        self.show()
        self.raise_()
        self.activateWindow()

    def title_words(self) -> tuple[str, str]:
        """What an export is called."""
        return self.tr("Eksportér"), self.tr("&Eksportér")

    def obstacle(self) -> str:
        """A place is needed."""
        if self._target.path is None:
            return self.tr("Vælg, hvor filen skal gemmes.")
        return ""

    def hint(self, snapshot: Snapshot) -> str:
        """Pages; of a Word file also what it is good for, and how large it will be."""
        pages = self.page_words(self.page_count(snapshot))
        if self._formats.format is FileFormat.PDF:
            return pages
        if self.documents.document is Document.INDEX:
            return self.tr("{pages} med faste sidetal, til at sætte ind i en mail eller på en hjemmeside.").format(
                pages=pages
            )
        words = self.tr(
            "{pages}, {size}. Word-filen er til redigering, ikke til offentliggørelse: bilagenes sider bliver billeder "
            "uden tekst og links."
        )
        return words.format(pages=pages, size=self._size_words())

    def refresh(self) -> None:
        """Propose a place for what was chosen, and look at how large a Word file will be."""
        snapshot = self.desk.snapshot
        if snapshot is not None and not self.strip.is_working:
            meeting = snapshot.agenda.meeting
            name = proposed_name(meeting, self.documents.document, self._formats.format)
            self._look_for_folder(usual_folders(Preferences(), meeting.council))
            found = self._found or FoundFolder(self._folders[0])
            self._target.propose(found.folder, name, found.gone)
            self._look_at_size(snapshot)
        if not self.strip.is_working:
            self._accessible.show_report(report(snapshot.agenda, snapshot.alternates) if snapshot else None)
        is_pdf = self._formats.format is FileFormat.PDF
        self._form.setRowVisible(self._archive, is_pdf)
        is_told = is_pdf and self.documents.document is Document.COLLECTION
        self._form.setRowVisible(self._accessible, is_told)
        super().refresh()

    def retranslate(self) -> None:
        """Set every text in the language the window speaks now."""
        self._archive.setText(self.tr("Som PDF/A"))
        self._archive.setAccessibleName(self.tr("Til arkiv, som PDF/A"))
        self._archive.setToolTip(
            self.tr("Laves kun, hvis alle bilag tillader det; ellers siges det, hvad der er i vejen.")
        )
        super().retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Look anew for the folder: it may have come or gone since."""
        self._folders = ()
        super().showEvent(event)

    def _on_accessibility(self) -> None:
        if self._each is None:
            self._each = AccessibilityDialog(self.desk, self)
        made = self._accessible.made
        self._each.open_with(made.unclaimed if made is not None else ())

    def _look_for_folder(self, folders: tuple[Path, ...]) -> None:
        """Find out which of the folders that are remembered is there, unless that is known."""
        if folders == self._folders:
            return
        self._folders, self._found = folders, None

        def done(found: FoundFolder) -> None:
            if folders == self._folders:
                self._found = found
                if found.gone is not None:
                    self.refresh()

        looking = self.desk.jobs.submit(Lane.EXPORT, self, lambda _: first_that_exists(folders), done)
        looking.is_shown = True  # in passing; nobody waits for it

    def _on_begin(self, snapshot: Snapshot) -> None:
        """Ask a worker process for the document."""
        target = self._target.path
        if target is None:
            return
        if self._estimate is not None:
            self._estimate.cancel()
        request = ExportRequest(
            self.documents.document,
            self._formats.format,
            target,
            replace=self._target.is_agreed,
            slip_pages=self.doubt_list.slip_pages,
            archive=self._archive.isChecked() and self._formats.format is FileFormat.PDF,
            closed=self.doubt_list.closed,
        )
        arguments = (self.desk.folder, snapshot.agenda.meeting.id, request)
        self._begun, self._council = target.parent, snapshot.agenda.meeting.council
        self.run(
            self.desk.in_worker(Lane.EXPORT, self, run_export, arguments, self._on_done, self._on_failed, limits=LIMITS)
        )

    def _on_done(self, made: Exported) -> None:
        self._made = made
        self._target.forget()
        self._accessible.show_made(made)
        Preferences().keep_folder(PURPOSE, self._council, made.file.parent)
        is_pdf = made.file.suffix.lower() == ".pdf"
        self.strip.show_done(self._done_words, can_open=True, can_show=True, can_print=is_pdf)
        self.end()
        self.exported.emit(made)

    def _clear_up(self) -> None:
        """Remove what a process that had to be killed has left beside the target."""
        folder = self._begun
        if folder is not None:
            self.desk.jobs.submit(Lane.EXPORT, self, lambda _: clear_leftovers(folder))

    def _on_failed(self, error: Exception) -> None:
        self._clear_up()
        if isinstance(error, KkrDeskError) and error.code == "target-exists" and self._target.path is not None:
            self.strip.ask_to_replace(self._target.path)
            self.end()
        elif isinstance(error, KkrDeskError) and error.code == "target-folder-missing":
            self.strip.ask_to_make_folder(error)
            self.end()
        else:
            self.fail(error)

    def _done_words(self) -> str:
        if self._made is None:
            return ""
        words = self.tr("{file} er gemt og kontrolleret: {pages}, {size}.").format(
            file=self._made.file.name,
            pages=self.page_words(self._made.pages),
            size=locale().formattedDataSize(self._made.size, 1, locale().DataSizeFormat.DataSizeSIFormat),
        )
        slips = len(self._made.warnings)
        claim = [claim_words(self._made)] if self._made.file.suffix.lower() == ".pdf" else []
        more = [self.tr("Erstatningssider: {count}.").format(count=slips)] if slips else []
        return " ".join([words, *claim, *more])

    def _on_target(self) -> None:
        if not self.strip.is_working:
            self.strip.show_reason(self._reason)
            self._enable()

    def _on_replace(self) -> None:
        self._target.agree()
        self._on_start()

    def _on_other_name(self) -> None:
        self._target.browse()
        self.refresh()

    def _on_make_folder(self) -> None:
        target = self._target.path
        if target is not None:
            folder = target.parent
            jobs = self.desk.jobs
            jobs.submit(Lane.EXPORT, self, lambda _: make_folder(folder), lambda _: self._on_start(), self.fail)

    def _on_open(self) -> None:
        if self._made is not None and not open_file(self._made.file):
            self.fail(EnvironmentFault("no-program", file=str(self._made.file)))

    def _on_folder(self) -> None:
        if self._made is not None:
            show_in_folder(self._made.file, self)

    def _on_print(self) -> None:
        if self._made is None:
            return
        printer = ask_printer(self, self._made.pages, self._made.file.stem)
        if printer is not None:
            self.run(print_file(self.desk, self, printer, self._made.file, self._on_printed, self.fail))

    def _on_printed(self, sheets: int) -> None:
        self.strip.show_done(
            lambda: self.tr("Sendt til printeren: {pages}.").format(pages=self.page_words(sheets)),
            can_open=True,
            can_show=True,
            can_print=True,
        )
        self.end()

    def _look_at_size(self, snapshot: Snapshot) -> None:
        """Have a worker estimate how large the Word file of this snapshot will be, if that is not known."""
        is_wanted = self._formats.format is FileFormat.WORD and self.documents.document is Document.COLLECTION
        if not is_wanted or not self.isVisible() or (self._word_size and self._word_size[0] is snapshot):
            return
        if self._estimate is not None:
            self._estimate.cancel()

        def done(size: int) -> None:
            self._word_size = (snapshot, size)
            self.retranslate()

        def failed(error: Exception) -> None:
            reason = known(error)
            if reason is None:
                self.desk.failed.emit(error)
            else:
                self._word_size = (snapshot, reason)
                self.retranslate()

        arguments = (self.desk.folder, snapshot.agenda.meeting.id)
        self._estimate = self.desk.in_worker(Lane.EXPORT, self, estimate_word, arguments, done, failed, limits=LIMITS)
        self._estimate.is_shown = True  # the hint says that it is being estimated

    def _size_words(self) -> str:
        if self._word_size is None or self._word_size[0] is not self.desk.snapshot:
            return self.tr("størrelsen beregnes")
        size = self._word_size[1]
        if isinstance(size, KkrDeskError):
            return sentence(size)
        about = locale().formattedDataSize(size, 0, locale().DataSizeFormat.DataSizeSIFormat)
        return self.tr("omkring {size}").format(size=about)
