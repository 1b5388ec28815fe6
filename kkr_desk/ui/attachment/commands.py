"""The commands of the attachment pane, once for its menu, its buttons and its keys."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from kkr_desk.ui.frame.icons import icon

_PANE = Qt.ShortcutContext.WidgetWithChildrenShortcut
_WINDOW = Qt.ShortcutContext.WindowShortcut


class Commands(QObject):
    """What can be done with an attachment and its preview.

    Args:
        pane: Where their keys are heard; those that find words in the file are heard in the whole window.
    """

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        self._pane = pane
        self.replace = self._action("replace")
        self.replace_by_pdf = self._action("file-up", "Ctrl+Shift+E", context=_WINDOW)
        self.open_elsewhere = self._action("external-link")
        self.save_copy = self._action("save")
        self.take_out = self._action("paperclip")
        self.use_title = self._action("text-quote", "Ctrl+Shift+T", context=_WINDOW)
        self.answer = self._action("circle-question-mark", "F8", context=_WINDOW)
        self.look_again = self._action("redo-2")
        self.rename = self._action("pencil", "F2")
        self.closed = self._action("lock", checkable=True)
        self.include_all = self._action("files")
        self.find = self._action("file-search", "Ctrl+Shift+F", context=_WINDOW)
        self.find_next = self._action("chevron-down", "F3", context=_WINDOW)
        self.find_previous = self._action("chevron-up", "Shift+F3", context=_WINDOW)
        self.previous_page = self._action("chevron-left", "Ctrl+PgUp")
        self.next_page = self._action("chevron-right", "Ctrl+PgDown")
        self.zoom_in = self._action("zoom-in", "Ctrl++", "Ctrl+=")
        self.zoom_out = self._action("zoom-out", "Ctrl+-")
        self.fit_width = self._action("", "Ctrl+0", checkable=True)
        self.fit_page = self._action("", "Ctrl+9", checkable=True)
        self.continuous = self._action("", checkable=True)
        self.single = self._action("", checkable=True)
        self._group(self.continuous, self.single)
        self.retranslate()

    def menu(self) -> tuple[QAction | None, ...]:
        """For the menu Bilag; None for a line."""
        return (
            self.answer, None,
            self.replace, self.replace_by_pdf, self.look_again, self.open_elsewhere, self.save_copy, None,
            self.take_out, self.rename, self.use_title, None,
            self.include_all, self.closed, None,
            self.find, self.find_next, self.find_previous, None,
            self.previous_page, self.next_page, self.zoom_in, self.zoom_out, self.fit_width, self.fit_page, None,
            self.continuous, self.single,
        )  # fmt: skip

    def allow_taking_out(self, *, allowed: bool) -> None:
        """Say whether the attachment's file encloses others."""
        self.take_out.setEnabled(allowed)

    def allow_answers(self, *, answers: bool, title: bool, again: bool) -> None:
        """Say what the attachment's file gives to decide.

        Args:
            answers: Something is asked or offered.
            title: It has a title of its own that is offered.
            again: It could not be included, and may be looked at another time.
        """
        for action, allowed in ((self.answer, answers), (self.use_title, title), (self.look_again, again)):
            action.setEnabled(allowed)

    def allow(self, *, attachment: bool, pages: bool) -> None:
        """Say what can be done now.

        Args:
            attachment: There is an attachment.
            pages: Its pages can be shown.
        """
        own = (self.replace, self.replace_by_pdf, self.open_elsewhere, self.save_copy, self.rename, self.closed)
        for action in own:
            action.setEnabled(attachment)
        self.replace_by_pdf.setEnabled(attachment and not pages)
        for of_pages, _, _ in self._of_pages():
            of_pages.setEnabled(pages)

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        for action, text, tip in (*self._of_file(), *self._of_pages()):
            action.setText(text)
            action.setStatusTip(tip)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            plain = text.replace("&", "").rstrip("….")
            action.setToolTip(f"{plain} ({keys})" if keys else plain)

    def _of_file(self) -> tuple[tuple[QAction, str, str], ...]:
        return (
            (self.replace, self.tr("&Erstat fil…"), self.tr("Læg en ny udgave af filen ind; titlen bliver stående")),
            (
                self.replace_by_pdf,
                self.tr("Erstat med &PDF…"),
                self.tr("Læg en PDF ind i stedet for filen, så bilaget kan komme med i samlingen"),
            ),
            (
                self.open_elsewhere,
                self.tr("&Åbn i eget program"),
                self.tr("Åbn en kopi af filen; det, du retter og gemmer dér, kan tages med tilbage"),
            ),
            (self.save_copy, self.tr("&Gem en kopi…"), self.tr("Gem filen, som den kom, et andet sted")),
            (
                self.take_out,
                self.tr("&Vedhæft de vedlagte filer…"),
                self.tr("Vis de filer, der ligger i mailen eller porteføljen, og vælg, hvilke der skal være bilag"),
            ),
            (
                self.look_again,
                self.tr("Pr&øv igen"),
                self.tr("Se filen efter igen, fx når LibreOffice er installeret"),
            ),
            (
                self.answer,
                self.tr("Gå til spørgsmål og forslag"),
                self.tr("Gå til det næste, der spørges om eller foreslås om filen"),
            ),
            (self.use_title, self.tr("Br&ug titlen i filen"), self.tr("Giv bilaget den titel, filen selv har")),
            (self.rename, self.tr("&Omdøb"), self.tr("Ret bilagets titel")),
            (self.closed, self.tr("&Lukket bilag"), self.tr("Bilaget er ikke for offentligheden")),
        )

    def _of_pages(self) -> tuple[tuple[QAction, str, str], ...]:
        return (
            (self.include_all, self.tr("&Medtag alle sider"), self.tr("Lad alle bilagets sider komme med i samlingen")),
            (self.find, self.tr("&Søg i bilaget"), self.tr("Find ord i det bilag, der vises")),
            (self.find_next, self.tr("Find &næste"), self.tr("Gå til næste sted, hvor ordene står")),
            (self.find_previous, self.tr("F&ind forrige"), self.tr("Gå til forrige sted, hvor ordene står")),
            (self.previous_page, self.tr("Fo&rrige side"), self.tr("Vis bilagets forrige side")),
            (self.next_page, self.tr("Næs&te side"), self.tr("Vis bilagets næste side")),
            (self.zoom_in, self.tr("&Forstør"), self.tr("Vis siderne større")),
            (self.zoom_out, self.tr("Forminds&k"), self.tr("Vis siderne mindre")),
            (self.fit_width, self.tr("Tilpas &bredden"), self.tr("Vis siderne så brede, som der er plads til")),
            (self.fit_page, self.tr("&Hele siden"), self.tr("Vis en hel side ad gangen i fuld højde")),
            (self.continuous, self.tr("Sider efter hin&anden"), self.tr("Rul gennem siderne under hinanden")),
            (self.single, self.tr("Én si&de ad gangen"), self.tr("Blad mellem siderne")),
        )

    def _action(
        self, drawing: str, *keys: str, context: Qt.ShortcutContext = _PANE, checkable: bool = False
    ) -> QAction:
        action = QAction(self._pane, checkable=checkable)
        if drawing:
            action.setIcon(icon(drawing))
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(context)
        self._pane.addAction(action)
        return action

    def _group(self, *actions: QAction) -> None:
        group = QActionGroup(self)
        for action in actions:
            group.addAction(action)
