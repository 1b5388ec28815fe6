"""The attachment pane: what is selected in the agenda, as its reader will see it."""

from __future__ import annotations

from typing import Unpack

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QHideEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from kkr_desk.model import NumberedAttachment, NumberedItem
from kkr_desk.plan import Part, PartKind, included_pages
from kkr_desk.store.attachments import AttachmentChanges
from kkr_desk.ui.accessibility.facts import AccessibilityFacts
from kkr_desk.ui.arrivals.offering import Offering
from kkr_desk.ui.attachment.artist import Artist
from kkr_desk.ui.attachment.commands import Commands
from kkr_desk.ui.attachment.deciding import Deciding
from kkr_desk.ui.attachment.elsewhere import Elsewhere
from kkr_desk.ui.attachment.facts import Paper, read_paper
from kkr_desk.ui.attachment.file_commands import FileCommands
from kkr_desk.ui.attachment.header import Header
from kkr_desk.ui.attachment.offer_lines import OfferLines
from kkr_desk.ui.attachment.preview import Preview
from kkr_desk.ui.attachment.question_strip import QuestionStrip
from kkr_desk.ui.attachment.without_pages import WithoutPages, may_be_tried_again, opens_with_password
from kkr_desk.ui.desk import Desk, Selection, Snapshot
from kkr_desk.ui.frame.preferences import Preferences

Shown = tuple[NumberedItem, NumberedAttachment]


class AttachmentPane(QWidget):
    """Shows the selected attachment: title, facts, pages, and what can be done with them.

    Args:
        desk: What it works on.
        parent: Its owner.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("attachmentPane")
        self._desk = desk
        self._shown: Shown | None = None
        self._paper: Paper | None = None
        self._wish: Selection | None = desk.selection
        self._commands = Commands(self)
        self._files = FileCommands(desk, self)
        self._elsewhere = Elsewhere(desk, self)
        self._offering = Offering(desk, self)
        self._deciding = Deciding(desk, self)
        self._artist = Artist(desk, self)
        self.question = QuestionStrip(self._elsewhere)
        """Asks about files that other programs have changed; the window may give it a place that is always seen."""
        self._header = Header(self._commands)
        self._lines = OfferLines()
        self._accessibility = AccessibilityFacts(desk)
        self._preview = Preview(desk, self._artist, self._commands)
        self._without = WithoutPages(self._commands)
        self._nothing = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._stack = QStackedWidget()
        for page in (self._nothing, self._preview, self._without):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.question)
        layout.addWidget(self._header)
        layout.addWidget(self._lines)
        layout.addWidget(self._accessibility)
        layout.addWidget(self._stack, 1)
        self._connect()
        self.retranslate()
        self._follow(desk.snapshot)

    def menu_actions(self) -> tuple[QAction | None, ...]:
        """The commands for the menu Bilag; None for a line."""
        return self._commands.menu()

    def flush(self) -> None:
        """Keep what is being typed, now."""
        self._header.title.flush()
        self._accessibility.flush()

    def remember(self, preferences: Preferences) -> None:
        """Stand as the pane stood last."""
        self._preview.remember(preferences)

    def keep(self, preferences: Preferences) -> None:
        """Remember how the pane stands now."""
        self._preview.keep(preferences)

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.setAccessibleName(self.tr("Bilag"))
        self._nothing.setText(self.tr("Vælg et bilag i dagsordenen for at se det her."))
        self._commands.retranslate()
        self._show_lines()
        self._show_place()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is being typed when the pane makes room for another one."""
        self.flush()
        super().hideEvent(event)

    # -- following the desk ------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self._desk.snapshot_changed.connect(self._follow)
        self._desk.selection_changed.connect(self._select)
        self._desk.closing.connect(self.flush)
        self._header.title.written.connect(self._rename)
        self._header.closed_wanted.connect(self._close)
        self._header.accessibility_wanted.connect(self._accessibility.setVisible)
        self._accessibility.page_wanted.connect(self._preview.go_to)
        self._preview.chosen.connect(self._choose_pages)
        self._preview.page_changed.connect(self._show_place)
        commands = self._commands
        commands.replace.triggered.connect(self._replace)
        commands.replace_by_pdf.triggered.connect(self._replace_by_pdf)
        commands.open_elsewhere.triggered.connect(self._open_elsewhere)
        commands.save_copy.triggered.connect(self._save_copy)
        commands.take_out.triggered.connect(self._take_out)
        self._connect_decisions()

    def _connect_decisions(self) -> None:
        deciding, password = self._deciding, self._without.password
        deciding.changed.connect(self._show_lines)
        deciding.enclosed_wanted.connect(self._take_out)
        deciding.password_refused.connect(password.refuse)
        deciding.opening_failed.connect(password.give_up)
        password.given.connect(deciding.open)
        self._lines.chosen.connect(deciding.do)
        self._commands.use_title.triggered.connect(deciding.use_title)
        self._commands.answer.triggered.connect(self._answer)
        self._commands.look_again.triggered.connect(deciding.try_again)

    def _follow(self, snapshot: Snapshot | None) -> None:
        """Draw the meeting as it stands now."""
        wanted = snapshot.attachment(self._desk.selection.attachment) if snapshot else None
        before, self._shown = self._shown, wanted
        if wanted is None:
            self._show_nothing()
            return
        if before is None or before[1].attachment.id != wanted[1].attachment.id:
            self._header.title.start(wanted[1].attachment.title)
        else:
            self._header.title.show_title(wanted[1].attachment.title)
        if before is None or _file_of(before) != _file_of(wanted):
            self._open(wanted, self._preview.page if _same(before, wanted) else 1)
        self._header.show_attachment(*wanted, self._paper)
        self._deciding.show_attachment(wanted)
        self._show_accessibility(wanted)
        self._preview.show_choice(wanted[1].attachment.page_choice)
        self._show_place()

    def _select(self, selection: Selection) -> None:
        """Turn to what is selected now; keep what is being typed for what was."""
        self.flush()
        before, self._wish = self._shown, selection
        self._follow(self._desk.snapshot)
        if _same(before, self._shown) and self._paper is not None:
            self._grant()

    def _grant(self) -> None:
        """Go where a selection wishes to, once."""
        wish, self._wish = self._wish, None
        if wish is not None and wish.page is not None:
            self._preview.go_to(wish.page)
        if wish is not None:
            self._preview.look_for(wish.words, wish.page)

    def _open(self, wanted: Shown, page: int) -> None:
        """Have what the pane needs of a file read."""
        self._paper = None
        _, own = wanted
        self._preview.close_file()
        self._stack.setCurrentWidget(self._preview if own.rendition.pdf else self._without)
        self._without.show_reason(own.rendition)
        self._commands.allow(attachment=True, pages=False)
        self._commands.allow_taking_out(allowed=_encloses(own))

        def read(paper: Paper) -> None:
            if self._shown is not None and _file_of(self._shown) == _file_of(wanted):
                self._take(paper, page)

        self._desk.read(self, lambda store: read_paper(store, own.attachment, own.rendition), read)

    def _take(self, paper: Paper, page: int) -> None:
        """What was to be read of the file is here."""
        if self._shown is None:
            return
        self._paper = paper
        _, own = self._shown
        self._header.show_attachment(*self._shown, paper)
        self._commands.allow(attachment=True, pages=bool(paper.sizes))
        if own.rendition.pdf is not None and paper.pdf is not None and paper.sizes:
            self._preview.show_file(own.rendition.pdf, paper.pdf, paper.sizes, page)
            self._preview.show_choice(own.attachment.page_choice)
            self._grant()
        self._show_place()

    def _show_nothing(self) -> None:
        self._paper = None
        self._preview.close_file()
        self._stack.setCurrentWidget(self._nothing)
        self._header.hide()
        self._accessibility.hide()
        self._commands.allow(attachment=False, pages=False)
        self._commands.allow_taking_out(allowed=False)
        self._deciding.show_attachment(None)

    def _show_lines(self) -> None:
        """Show what is asked and offered."""
        own = self._shown[1] if self._shown else None
        self._lines.show_lines(self._deciding.lines)
        locked = own is not None and opens_with_password(own.rendition)
        self._commands.allow_answers(
            answers=locked or self._lines.is_answerable,
            title=bool(self._deciding.title),
            again=own is not None and may_be_tried_again(own.rendition),
        )

    def _answer(self) -> None:
        """Let the user decide the next thing by keys: the password first, without which there is nothing else."""
        if self._shown is not None and opens_with_password(self._shown[1].rendition):
            self._without.password.take_keys()
        else:
            self._lines.answer_next()

    def _show_accessibility(self, shown: Shown) -> None:
        """Say what those who listen get of it."""
        snapshot = self._desk.snapshot
        if snapshot is not None:
            self._header.show_verdict(self._accessibility.show_attachment(snapshot, *shown))
            self._accessibility.setVisible(self._header.wants_accessibility)

    def _show_place(self) -> None:
        """Say where in the attachment and in the collection the page in view stands."""
        snapshot = self._desk.snapshot
        if self._shown is None or snapshot is None:
            return
        self._header.show()
        _, own = self._shown
        page, count = self._preview.page, own.rendition.page_count
        here = self.tr("Bilag {number}, side {page} af {count}").format(number=own.number, page=page, count=count)
        number = _page_in_collection(snapshot, own, page)
        there = (
            self.tr("udeladt af samlingen")
            if number is None
            else self.tr("i samlingen: side {page}").format(page=number)
        )
        self._preview.show_place(f"{here} · {there}" if count else "")

    # -- what the user does ------------------------------------------------------------------------------------------

    def _place(self) -> str:
        """Where the attachment stands, for the journal: "Bilag 2 under 2.1"."""
        if self._shown is None:
            return ""
        item, own = self._shown
        return self.tr("Bilag {number} under {item}").format(number=own.number, item=item.number)

    def _rename(self, title: str) -> None:
        if self._shown is None:
            return
        attachment, field = self._shown[1].attachment, self._header.title
        turn = field.turn

        def failed(error: Exception) -> None:
            field.settled(turn, kept=False)
            self._desk.failed.emit(error)

        self._desk.write(
            self,
            self.tr("Omdøb {place}").format(place=self._place()),
            lambda store: store.change_attachment(attachment.id, title=title),
            lambda _: field.settled(turn, kept=True),
            failed,
            coalesce_key=f"attachment-title:{attachment.id}",
        )

    def _close(self, closed: bool) -> None:  # noqa: FBT001  a checkable action tells it so
        label = self.tr("Luk {place}") if closed else self.tr("Åbn {place} for offentligheden")
        self._change(label, closed=closed)

    def _choose_pages(self, choice: str) -> None:
        self._change(self.tr("Vælg sider i {place}"), page_choice=choice)

    def _change(self, label: str, **changes: Unpack[AttachmentChanges]) -> None:
        if self._shown is not None:
            attachment = self._shown[1].attachment
            said = label.format(place=self._place())
            self._desk.write(self, said, lambda store: store.change_attachment(attachment.id, **changes))

    def _replace(self) -> None:
        if self._shown is not None:
            self._files.replace(self._shown[1].attachment, self._place())

    def _replace_by_pdf(self) -> None:
        if self._shown is not None:
            self._files.replace(self._shown[1].attachment, self._place(), only_pdf=True)

    def _open_elsewhere(self) -> None:
        if self._shown is not None:
            _, own = self._shown
            self._elsewhere.open(own.attachment, own.rendition.kind, self._place())

    def _take_out(self) -> None:
        if self._shown is not None:
            self._offering.take_out(self._shown[1].attachment)

    def _save_copy(self) -> None:
        if self._shown is not None:
            self._files.save_copy(self._shown[1].attachment)


def _same(before: Shown | None, now: Shown | None) -> bool:
    """Whether two are the same attachment."""
    return before is not None and now is not None and before[1].attachment.id == now[1].attachment.id


def _file_of(shown: Shown) -> tuple[object, ...]:
    """What tells one file of an attachment from another."""
    own = shown[1]
    return own.attachment.id, own.attachment.source, own.rendition.pdf, own.rendition.status


def _page_in_collection(snapshot: Snapshot, own: NumberedAttachment, page: int) -> int | None:
    """Where a page of an attachment stands in the collection, 1-based; None when it is not in it."""
    pages = included_pages(own)
    if page not in pages:
        return None
    return next(
        (part.first_page + pages.index(page) for part in snapshot.plan.parts if _holds(part, own)),
        None,
    )


def _holds(part: Part, own: NumberedAttachment) -> bool:
    is_own = part.attachment is not None and part.attachment.attachment.id == own.attachment.id
    return is_own and part.kind is PartKind.ATTACHMENT


def _encloses(own: NumberedAttachment) -> bool:
    """Whether other files are in an attachment's."""
    return own.rendition.kind == "zip" or any(notice.code == "file-encloses" for notice in own.rendition.warnings)
