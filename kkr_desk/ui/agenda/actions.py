"""The commands of the agenda: their words, keys and icons, for the menu Punkt and the menu under the mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from kkr_desk.ui.frame.icons import icon

translate = QCoreApplication.translate


class Command(StrEnum):
    """What can be done in the agenda."""

    NEW_ITEM = "new-item"
    NEW_CHILD = "new-child"
    NEW_SECTION = "new-section"
    ATTACH = "attach"
    ATTACH_FOLDER = "attach-folder"
    RENAME = "rename"
    CASEWORKER = "caseworker"
    MOVE_UP = "move-up"
    MOVE_DOWN = "move-down"
    INDENT = "indent"
    OUTDENT = "outdent"
    CUT = "cut"
    COPY = "copy"
    PASTE = "paste"
    DELETE = "delete"
    RENUMBER = "renumber"
    FORGET_TITLES = "forget-titles"


_C = Command


@dataclass(frozen=True, slots=True)
class _Look:
    """Icon and keys of a command; `everywhere` in the window, or only in the tree."""

    icon: str
    keys: tuple[str, ...] = ()
    everywhere: bool = False


_LOOKS = {
    _C.NEW_ITEM: _Look("list-plus", ("Return", "Enter")),
    _C.NEW_CHILD: _Look("corner-down-right", ("Ctrl+Return", "Ctrl+Enter")),
    _C.NEW_SECTION: _Look("heading", ("Ctrl+Shift+Return", "Ctrl+Shift+Enter")),
    _C.ATTACH: _Look("paperclip", ("Ctrl+Shift+B",), everywhere=True),
    _C.ATTACH_FOLDER: _Look("folder"),
    _C.RENAME: _Look("pencil", ("F2",)),
    _C.CASEWORKER: _Look("user-pen", ("Shift+F2",)),
    _C.MOVE_UP: _Look("arrow-up", ("Alt+Up",)),
    _C.MOVE_DOWN: _Look("arrow-down", ("Alt+Down",)),
    _C.INDENT: _Look("list-indent-increase", ("Tab", "Alt+Right")),
    _C.OUTDENT: _Look("list-indent-decrease", ("Shift+Tab", "Alt+Left")),
    _C.CUT: _Look("scissors", ("Ctrl+X",)),
    _C.COPY: _Look("copy", ("Ctrl+C",)),
    _C.PASTE: _Look("clipboard-paste", ("Ctrl+V",)),
    _C.DELETE: _Look("trash-2", ("Del",)),
    _C.RENUMBER: _Look("pin-off"),
    _C.FORGET_TITLES: _Look("x"),
}
_MENU: tuple[tuple[Command | None, ...], ...] = (
    (_C.NEW_ITEM, _C.NEW_CHILD, _C.NEW_SECTION, None),
    (_C.ATTACH, _C.ATTACH_FOLDER, None),
    (_C.RENAME,),
    (_C.CASEWORKER, None),
    (_C.MOVE_UP, _C.MOVE_DOWN, _C.INDENT, _C.OUTDENT, None),
    (_C.CUT, _C.COPY, _C.PASTE, None),
    (_C.DELETE, None, _C.RENUMBER, _C.FORGET_TITLES),
)


def _words() -> dict[Command, tuple[str, str]]:
    """Text and status tip of each command."""
    return {
        _C.NEW_ITEM: (translate("Agenda", "&Nyt punkt"), translate("Agenda", "Tilføj et punkt efter det valgte")),
        _C.NEW_CHILD: (translate("Agenda", "Nyt &underpunkt"), translate("Agenda", "Tilføj et punkt under det valgte")),
        _C.NEW_SECTION: (
            translate("Agenda", "Nyt &hovedpunkt"),
            translate("Agenda", "Tilføj et punkt på øverste niveau, fx en overskrift over flere punkter"),
        ),
        _C.ATTACH: (
            translate("Agenda", "&Vedhæft filer…"),
            translate("Agenda", "Vælg filer, der skal være bilag til punktet"),
        ),
        _C.ATTACH_FOLDER: (
            translate("Agenda", "Vedhæft m&appe…"),
            translate("Agenda", "Vælg en mappe; en liste viser, hvor hver fil skal hen"),
        ),
        _C.RENAME: (translate("Agenda", "&Omdøb"), translate("Agenda", "Ret titlen")),
        _C.CASEWORKER: (translate("Agenda", "Ret sags&behandler"), translate("Agenda", "Skriv, hvem der har sagen")),
        _C.MOVE_UP: (translate("Agenda", "Flyt o&p"), translate("Agenda", "Flyt det valgte en plads op")),
        _C.MOVE_DOWN: (translate("Agenda", "Flyt n&ed"), translate("Agenda", "Flyt det valgte en plads ned")),
        _C.INDENT: (translate("Agenda", "Ryk &ind"), translate("Agenda", "Læg det valgte under punktet før")),
        _C.OUTDENT: (translate("Agenda", "Ryk u&d"), translate("Agenda", "Læg det valgte efter punktet, det er under")),
        _C.CUT: (translate("Agenda", "&Klip"), translate("Agenda", "Flyt det valgte, når du sætter ind")),
        _C.COPY: (translate("Agenda", "Kopié&r"), translate("Agenda", "Kopiér det valgte, også som tekst")),
        _C.PASTE: (
            translate("Agenda", "&Sæt ind"),
            translate("Agenda", "Sæt punkter, bilag, filer eller linjer med tekst ind"),
        ),
        _C.DELETE: (translate("Agenda", "S&let"), translate("Agenda", "Slet det valgte; det kan fortrydes")),
        _C.RENUMBER: (
            translate("Agenda", "O&mnummerér"),
            translate("Agenda", "Slip de fastholdte numre, så alle følger rækkefølgen"),
        ),
        _C.FORGET_TITLES: (
            translate("Agenda", "&Glem ventende titler"),
            translate("Agenda", "Titler på bilag, der mangler deres fil, bliver ikke brugt"),
        ),
    }


class Actions(QObject):
    """The commands as Qt's actions.

    Args:
        tree: Where their keys work; letters and Tab belong to the editor that may be open in it.
        run: What each does.
    """

    def __init__(self, tree: QWidget, run: dict[Command, Callable[[], None]]) -> None:
        super().__init__(tree)
        self._tree = tree
        self.choose_type: Callable[[str], None] | None = None
        self.by_name = {command: self._made(command, run[command]) for command in Command}
        self._types = QMenu(tree)
        self._types.setObjectName("agenda-case-types")
        self._types.setIcon(icon("tag"))
        self._council_types: tuple[str, ...] = ()
        self._types.triggered.connect(self._chosen)
        self.retranslate()

    def __getitem__(self, command: Command) -> QAction:
        return self.by_name[command]

    @property
    def types_menu(self) -> QMenu:
        """The case types of the council, to choose from."""
        return self._types

    def menu_actions(self) -> tuple[QAction | None, ...]:
        """All of them in order; None for a line between."""
        made: list[QAction | None] = []
        for group in _MENU:
            made += [self.by_name[command] if command else None for command in group]
            if group == (_C.RENAME,):
                made.append(self._types.menuAction())
        return tuple(made)

    def context_menu(self) -> QMenu:
        """The same as a menu under the mouse."""
        menu = QMenu(self._tree)
        menu.setObjectName("agenda-context-menu")
        for action in self.menu_actions():
            if action is None:
                menu.addSeparator()
            elif action.isVisible():
                menu.addAction(action)
        return menu

    def offer_types(self, case_types: Sequence[str]) -> None:
        """Offer the case types of a council."""
        if tuple(case_types) != self._council_types:
            self._council_types = tuple(case_types)
            self._fill_types()

    def check_type(self, case_types: Iterable[str]) -> None:
        """Show which type the selected items have: none when they differ."""
        chosen = set(case_types)
        for action in self._types.actions():
            action.setChecked(chosen == {action.data()})

    def retranslate(self) -> None:
        """Set every text anew."""
        for command, (text, tip) in _words().items():
            self.by_name[command].setText(text)
            self.by_name[command].setStatusTip(tip)
        self._types.setTitle(translate("Agenda", "Sags&type"))
        self._fill_types()

    def _fill_types(self) -> None:
        self._types.clear()
        for case_type in (*self._council_types, ""):
            action = self._types.addAction(case_type.replace("&", "&&") or translate("Agenda", "Ingen"))
            action.setData(case_type)
            action.setCheckable(True)

    def _chosen(self, action: QAction) -> None:
        if self.choose_type is not None:
            self.choose_type(str(action.data()))

    def _made(self, command: Command, run: Callable[[], None]) -> QAction:
        look = _LOOKS[command]
        action = QAction(icon(look.icon), "", self._tree)
        action.setObjectName(f"agenda-{command}")
        action.setShortcuts([QKeySequence(keys) for keys in look.keys])
        context = Qt.ShortcutContext
        action.setShortcutContext(context.WindowShortcut if look.everywhere else context.WidgetShortcut)
        action.triggered.connect(run)
        self._tree.addAction(action)
        return action
