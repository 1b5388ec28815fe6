"""The button that makes a mail to whoever sent an attachment: copied, or opened in the mail program when asked to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from kkr_desk.export.accessibility import Assessment
from kkr_desk.export.accessibility_mail import Mail, mail_to_sender
from kkr_desk.model import Meeting
from kkr_desk.sentences import Language
from kkr_desk.ui.frame.icons import icon


class MailButton(QToolButton):
    """Copies the mail in the language of the documents; in its menu the other language, and the mail program.

    Nothing is ever sent from here, and the mail program is opened by its own entry alone.
    """

    told = Signal(str)
    """What has become of the mail, in a sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mailToSender")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._meeting: Meeting | None = None
        self._asked: tuple[Assessment, ...] = ()
        self._usual = Language.DANISH
        self._menu = QMenu(self)
        self._danish = self._entry("mailDanish", "copy", self._copy_danish)
        self._english = self._entry("mailEnglish", "copy", self._copy_english)
        self._open = self._entry("mailOpen", "mail", self._open_program)
        self.setMenu(self._menu)
        self.setIcon(icon("copy"))
        self.clicked.connect(self._copy)
        self.retranslate()

    def ask(self, meeting: Meeting, assessed: Sequence[Assessment], documents: str) -> None:
        """Say what the mail is about; without anything that a sender could mend, the button is disabled.

        Args:
            meeting: The attachments' meeting.
            assessed: The attachments, all from one sender; what is well of them is left out.
            documents: The language tag of the council's documents, which the mail speaks.
        """
        self._meeting = meeting
        self._asked = tuple(found for found in assessed if found.is_askable)
        self._usual = Language.ENGLISH if documents.lower().startswith("en") else Language.DANISH
        self.setEnabled(bool(self._asked))

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.setText(self.tr("Kopiér mail til afsender"))
        self.setToolTip(self.tr("Kopiér en mail, der beder om en webtilgængelig PDF"))
        self._danish.setText(self.tr("Kopiér på &dansk"))
        self._english.setText(self.tr("Kopiér på &engelsk"))
        self._open.setText(self.tr("Åbn i &mailprogrammet"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _entry(self, name: str, picture: str, triggered: object) -> QAction:
        action = QAction(icon(picture), "", self)
        action.setObjectName(name)
        action.triggered.connect(triggered)
        self._menu.addAction(action)
        return action

    def _mail(self, language: Language) -> Mail | None:
        if self._meeting is None or not self._asked:
            return None
        return mail_to_sender(self._meeting, self._asked, language)

    def _copy(self) -> None:
        self._put(self._usual)

    def _copy_danish(self) -> None:
        self._put(Language.DANISH)

    def _copy_english(self) -> None:
        self._put(Language.ENGLISH)

    def _put(self, language: Language) -> None:
        mail = self._mail(language)
        if mail is not None:
            QGuiApplication.clipboard().setText(mail.text)
            self._tell(self.tr("Mailen er kopieret. Sæt den ind i en ny mail med Ctrl+V; første linje er emnet."))

    def _open_program(self) -> None:
        mail = self._mail(self._usual)
        if mail is None:
            return
        link = mail
        if mail.is_long:
            link = Mail(mail.subject, "")
            QGuiApplication.clipboard().setText(mail.body)
        if not QDesktopServices.openUrl(QUrl.fromEncoded(link.link.encode("ascii"))):
            QGuiApplication.clipboard().setText(mail.text)
            self._tell(
                self.tr("Mailprogrammet kunne ikke åbnes. Mailen er kopieret, så den kan sættes ind med Ctrl+V.")
            )
        elif mail.is_long:
            self._tell(self.tr("Mailen er for lang til at gå med, så teksten er kopieret. Sæt den ind med Ctrl+V."))
        else:
            self._tell(self.tr("Mailen er åbnet i mailprogrammet. Skriv, hvem den skal til."))

    def _tell(self, text: str) -> None:
        self.told.emit(text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
