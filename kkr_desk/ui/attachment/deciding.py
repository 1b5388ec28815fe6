"""What is asked and offered about the selected attachment, and the doing of what the user answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kkr_desk.model import AttachmentId, FileStatus, NumberedAttachment, NumberedItem, Rendition, Sha256
from kkr_desk.store.earlier_uses import EarlierUse
from kkr_desk.ui.attachment.line import (
    Deed,
    GiveCaseNumber,
    GiveLanguage,
    GoTo,
    Line,
    LookAgain,
    Retitle,
    TakeOut,
    Treat,
)
from kkr_desk.ui.attachment.offers import lines_of, title_offered
from kkr_desk.ui.desk import Desk, Selection
from kkr_desk.ui.jobs import Lane

if TYPE_CHECKING:
    from kkr_desk.intake.inspector import Inspector
    from kkr_desk.progress import Progress
    from kkr_desk.store import Store

Shown = tuple[NumberedItem, NumberedAttachment]


class Deciding(QObject):
    """Knows the lines of the attachment that is shown, and does what they offer.

    Args:
        desk: What is decided is written there.
        parent: Its owner.
    """

    changed = Signal()
    """There are other lines: see `lines`."""
    enclosed_wanted = Signal()
    """Offer the files that are in the attachment's."""
    password_refused = Signal()
    """The password does not open the file."""
    opening_failed = Signal()
    """The file could not be tried; the window says why."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: Shown | None = None
        self._uses: tuple[EarlierUse, ...] = ()
        self._can_recognise: bool | None = None
        self._is_asking = False

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is asked and offered, most important first."""
        if self._shown is None:
            return ()
        return lines_of(*self._shown, self._uses, can_recognise=self._can_recognise)

    @property
    def title(self) -> str:
        """The title that is offered, "" for none."""
        return title_offered(self._shown[1]) if self._shown else ""

    def show_attachment(self, shown: Shown | None) -> None:
        """Turn to an attachment as it stands now, or to none."""
        before, self._shown = self._shown, shown
        if shown is not None:
            file = _file_of(shown)
            if before is None or _file_of(before) != file:
                self._uses = ()
                self._desk.read(
                    self, lambda store: store.earlier_uses(file[1], but={file[0]}), partial(self._take_uses, file)
                )
            self._ask_for_recogniser(shown[1])
        self.changed.emit()

    def do(self, deed: Deed) -> None:
        """Do what the user has chosen."""
        if self._shown is None:
            return
        item, own = self._shown
        match deed:
            case Treat(treatment, label):
                self._write(label, lambda store: store.change_attachment(own.attachment.id, treatment=treatment))
            case Retitle(title):
                said = self.tr("Omdøb {place}")
                self._write(said, lambda store: store.change_attachment(own.attachment.id, title=title))
            case GiveLanguage(tag):
                said = self.tr("Angiv sprog for {place}")
                self._write(said, lambda store: store.change_attachment(own.attachment.id, language=tag))
            case GiveCaseNumber(number):
                label = self.tr("Ret sagsnummeret på punkt {number}").format(number=item.number)
                self._desk.write(self, label, lambda store: store.change_item(item.item.id, case_number=number))
            case GoTo(use):
                self._go_to(use)
            case TakeOut():
                self.enclosed_wanted.emit()
            case LookAgain():
                self.try_again()

    def use_title(self) -> None:
        """Take the title that the file gives itself."""
        if self.title:
            self.do(Retitle(self.title))

    def try_again(self) -> None:
        """Look at the file again."""
        self.open("")

    def open(self, password: str) -> None:
        """Look at the file again, in the background; with a password where it is locked."""
        if self._shown is None:
            return
        attachment = self._shown[1].attachment

        def work(store: Store, inspector: Inspector, progress: Progress) -> Rendition:
            from kkr_desk.intake.another_look import look_again  # noqa: PLC0415  seldom needed

            return look_again(store, attachment, inspector, progress, password=password)

        def done(seen: Rendition) -> None:
            if password and seen.status is FileStatus.PASSWORD:
                self._tell_of(attachment.id, self.password_refused.emit)
            else:
                self._tell_of(attachment.id, self.opening_failed.emit)
                self._desk.refresh()

        def failed(error: Exception) -> None:
            self._tell_of(attachment.id, self.opening_failed.emit)
            self._desk.failed.emit(error)

        self._desk.arrive(self, work, done, failed)

    def _write(self, label: str, work: Callable[[Store], object]) -> None:
        if self._shown is not None:
            item, own = self._shown
            place = self.tr("Bilag {number} under {item}").format(number=own.number, item=item.number)
            self._desk.write(self, label.format(place=place), work)

    def _go_to(self, use: EarlierUse) -> None:
        """Show another attachment; its meeting is laid on the desk where it is another one."""

        def go(store: Store) -> Selection:
            return Selection(store.attachment(use.attachment).item_id, use.attachment)

        def there(selection: Selection) -> None:
            snapshot = self._desk.snapshot
            if snapshot is not None and snapshot.agenda.meeting.id == use.meeting.id:
                self._desk.select(selection)
            else:
                self._desk.open_meeting(use.meeting.id, selection)

        self._desk.read(self, go, there)

    def _take_uses(self, file: tuple[AttachmentId, Sha256], uses: tuple[EarlierUse, ...]) -> None:
        if self._shown is not None and _file_of(self._shown) == file:
            self._uses = uses
            self.changed.emit()

    def _ask_for_recogniser(self, own: NumberedAttachment) -> None:
        """Find out, once, whether scans can be made searchable here."""
        if self._is_asking or all(notice.code != "pdf-scans" for notice in own.rendition.warnings):
            return
        self._is_asking = True

        def work(_: object) -> bool:
            from kkr_desk.intake.recognition import recognition_found  # noqa: PLC0415  it looks at files

            return recognition_found()

        self._desk.jobs.submit(Lane.PREVIEW, self, work, self._take_recogniser)

    def _take_recogniser(self, found: bool) -> None:  # noqa: FBT001  the value found
        self._can_recognise = found
        self.changed.emit()

    def _tell_of(self, attachment: AttachmentId, tell: Callable[[], object]) -> None:
        """Tell of an attachment, if it is still the one that is shown."""
        if self._shown is not None and self._shown[1].attachment.id == attachment:
            tell()


def _file_of(shown: Shown) -> tuple[AttachmentId, Sha256]:
    attachment = shown[1].attachment
    return attachment.id, attachment.source
