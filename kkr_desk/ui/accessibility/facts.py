"""How accessible the selected attachment is: what it lacks, a mail to its sender, and what can be given here."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from kkr_desk.export.accessibility import Assessment, Picture, assess
from kkr_desk.model import NumberedAttachment, NumberedItem
from kkr_desk.ui.accessibility.descriptions import Descriptions
from kkr_desk.ui.accessibility.language_field import LanguageField
from kkr_desk.ui.accessibility.mail_button import MailButton
from kkr_desk.ui.accessibility.words import sentences
from kkr_desk.ui.desk import Desk, Snapshot

_SHARE = 0.45
"""Of the height of what it stands in, so that the pages stay in view; what is more scrolls."""
_LINES = 15
"""Lines that it keeps in a low window."""


class AccessibilityFacts(QScrollArea):
    """One attachment's problems, and the fields that mend some of them.

    Args:
        desk: What is given is written there.
        parent: Its owner.
    """

    page_wanted = Signal(int)
    """Show this page of the attachment, 1-based."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("accessibility")
        self._desk = desk
        self._assessed: Assessment | None = None
        self._mail = MailButton()
        self._told = _sentence("accessibilityTold")
        self._note = _sentence("accessibilityNote")
        self._note.hide()
        self._label = QLabel()
        self._language = LanguageField()
        self._label.setBuddy(self._language)
        self._descriptions = Descriptions()
        self._lines = QVBoxLayout()
        self._lay_out()
        self._mail.told.connect(self._tell)
        self._language.refused.connect(self._tell)
        self._language.written.connect(self._write_language)
        self._descriptions.written.connect(self._write_text)
        self._descriptions.page_wanted.connect(self.page_wanted)
        self.retranslate()

    def show_attachment(self, snapshot: Snapshot, item: NumberedItem, own: NumberedAttachment) -> Assessment:
        """Show an attachment of the meeting on the desk as it stands now; returns what is told of it."""
        before, assessed = self._assessed, assess(item, own, snapshot.alternates)
        is_new = before is None or before.own.attachment.id != own.attachment.id
        if is_new:
            self.flush()
            self._tell("")
        self._assessed = assessed
        known = own.rendition.accessibility
        self._language.show_language(own.attachment.language, known.language if known else "")
        self._mail.ask(snapshot.agenda.meeting, [assessed], snapshot.council.template.language)
        self._descriptions.show_pictures(assessed.pictures, anew=is_new)
        self._show()
        return assessed

    def flush(self) -> None:
        """Keep what is being typed, now."""
        self._descriptions.flush()
        self._language.flush()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self._label.setText(self.tr("Spro&g:"))
        self.setAccessibleName(self.tr("Webtilgængelighed"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """As much as there is to say, up to its share."""
        height = self._lines.totalHeightForWidth(self.viewport().width())
        above = self.parentWidget()
        most = int(above.height() * _SHARE) if above is not None else height
        return QSize(super().sizeHint().width(), min(height, most))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """Some lines in a low window; the rest scrolls."""
        return QSize(0, min(self.sizeHint().height(), _LINES * self.fontMetrics().lineSpacing()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentences wrap anew."""
        super().resizeEvent(event)
        self.updateGeometry()

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setLayout(self._lines)
        lines = QHBoxLayout()
        lines.setSpacing(8)
        lines.addWidget(self._label)
        lines.addWidget(self._language, 1)
        layout = self._lines
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(4)
        layout.addWidget(self._told)
        layout.addWidget(self._mail, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._note)
        layout.addLayout(lines)
        layout.addWidget(self._descriptions)
        self.setWidget(inner)

    def _show(self) -> None:
        assessed = self._assessed
        if assessed is None:
            return
        lines = [self.tr("– {problem}").format(problem=said) for said in sentences(assessed.problems)]
        advice = " ".join(sentences(assessed.advice))
        nothing = self.tr("Bilaget har, hvad det skal have. Der er intet at gøre.")
        self._told.setText("\n".join([*lines, advice]) if lines else nothing)
        self._mail.setVisible(assessed.is_askable)
        self._descriptions.setVisible(bool(assessed.pictures))
        self.updateGeometry()

    def _tell(self, text: str) -> None:
        self._note.setText(text)
        self._note.setVisible(bool(text))
        self.updateGeometry()

    # -- what the user gives -----------------------------------------------------------------------------------------

    def _place(self, assessed: Assessment) -> str:
        """Where the attachment stands, for the journal: "bilag 2 under 2.1"."""
        return self.tr("bilag {number} under {item}").format(number=assessed.own.number, item=assessed.item.number)

    def _write_language(self, tag: str) -> None:
        assessed = self._assessed
        if assessed is not None:
            label = self.tr("Vælg sprog for {place}").format(place=self._place(assessed))
            own = assessed.own.attachment.id
            self._desk.write(self, label, lambda store: store.change_attachment(own, language=tag))

    def _write_text(self, picture: Picture, text: str) -> None:
        assessed = self._assessed
        if assessed is not None:
            words = self.tr("Beskriv side {page} i {place}") if picture.page else self.tr("Beskriv billede i {place}")
            label = words.format(page=picture.page, place=self._place(assessed))
            own = assessed.own.attachment.id
            self._desk.write(self, label, lambda store: store.write_alternate_text(own, picture.place, text))


def _sentence(name: str) -> QLabel:
    made = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    made.setObjectName(name)
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return made
