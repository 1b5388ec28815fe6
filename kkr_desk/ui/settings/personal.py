"""Who works here, and how the window speaks and looks to them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from kkr_desk.sentences import Language
from kkr_desk.ui.frame.language import language, set_language
from kkr_desk.ui.frame.preferences import Preferences, Theme
from kkr_desk.ui.frame.theme import set_theme
from kkr_desk.ui.settings.part import LabelledForm
from kkr_desk.ui.settings.wrapped_label import WrappedLabel

_LONGEST = 100


class PersonalPage(QWidget):
    """Name, initials, language, theme. Kept at once, beside the store: it is nobody else's.

    Args:
        preferences: Keeps it.
    """

    theme_chosen = Signal(object)
    """`Theme`: the window is drawn so already; for menus that show it."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self.name, self.initials = (QLineEdit(maxLength=_LONGEST) for _ in range(2))
        self.name.setObjectName("own-name")
        self.initials.setObjectName("own-initials")
        self.name.setText(preferences.name)
        self.initials.setText(preferences.initials)
        self.language, self.theme = QComboBox(), QComboBox()
        self.language.setObjectName("window-language")
        self.theme.setObjectName("window-theme")
        for name, one in (("Dansk", Language.DANISH), ("English", Language.ENGLISH)):
            self.language.addItem(name, one)  # each by its own name, to be found again
        for theme in Theme:
            self.theme.addItem("", theme)
        self._hint = WrappedLabel()
        self._form = LabelledForm(self)
        self._form.add(self.name)
        self._form.add(self.initials)
        self._form.add_hint(self._hint)
        self._form.add(self.language)
        self._form.add(self.theme)
        self.name.textEdited.connect(self._keep_name)
        self.initials.textEdited.connect(self._keep_initials)
        self.language.activated.connect(self._choose_language)
        self.theme.activated.connect(self._choose_theme)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self._form.name((self.tr("&Navn:"), self.tr("&Initialer:"), self.tr("&Sprog:"), self.tr("&Lyst eller mørkt:")))
        self._hint.say(
            self.tr(
                "Historikken viser dine initialer ved det, du ændrer, fra næste gang KKR Desk startes. Uden initialer "
                "viser den dit navn, og uden navn det, du er logget ind med."
            )
        )
        texts = {
            Theme.SYSTEM: self.tr("Som maskinen"),
            Theme.LIGHT: self.tr("Lyst"),
            Theme.DARK: self.tr("Mørkt"),
        }
        for row, theme in enumerate(Theme):
            self.theme.setItemText(row, texts[theme])
        self.show_choices()

    def show_choices(self) -> None:
        """Show language and theme as they are; a menu may have chosen others."""
        self.language.setCurrentIndex(self.language.findData(language()))
        self.theme.setCurrentIndex(self.theme.findData(self._preferences.theme))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's language, and the palette as a menu may have chosen it."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        if event.type() == QEvent.Type.PaletteChange:
            self.show_choices()
        super().changeEvent(event)

    def _keep_name(self, text: str) -> None:
        self._preferences.name = text.strip()

    def _keep_initials(self, text: str) -> None:
        self._preferences.initials = text.strip()

    def _choose_language(self) -> None:
        chosen = Language(self.language.currentData())
        self._preferences.language = chosen
        set_language(chosen)

    def _choose_theme(self) -> None:
        chosen = Theme(self.theme.currentData())
        self._preferences.theme = chosen
        set_theme(chosen)
        self.theme_chosen.emit(chosen)
