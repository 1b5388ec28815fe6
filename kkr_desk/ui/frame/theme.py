"""Light and dark. The native style of Windows brings its own; Fusion is given ours, whose texts all stand out 4.5:1."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from kkr_desk.ui.frame.preferences import Theme

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

STYLE = None if sys.platform == "win32" else "Fusion"
"""The style to ask Qt for; None for the platform's own."""

Role = QPalette.ColorRole
Group = QPalette.ColorGroup

_SCHEMES = {Theme.SYSTEM: "Unknown", Theme.LIGHT: "Light", Theme.DARK: "Dark"}
"""What Qt calls them, as names: `Qt` itself takes 25 ms to load, and the window is drawn before."""

LIGHT: Mapping[QPalette.ColorRole, str] = {
    Role.Window: "#f3f4f6",
    Role.WindowText: "#1b1f24",
    Role.Base: "#ffffff",
    Role.AlternateBase: "#f7f8fa",
    Role.Text: "#1b1f24",
    Role.Button: "#eceef1",
    Role.ButtonText: "#1b1f24",
    Role.BrightText: "#b3261e",
    Role.ToolTipBase: "#1b1f24",
    Role.ToolTipText: "#ffffff",
    Role.PlaceholderText: "#5b636d",
    Role.Highlight: "#1f5f9e",
    Role.HighlightedText: "#ffffff",
    Role.Accent: "#1f5f9e",
    Role.Link: "#1a5aa6",
    Role.LinkVisited: "#6b4a9e",
    Role.Light: "#ffffff",
    Role.Midlight: "#e4e6ea",
    Role.Mid: "#b9bec5",
    Role.Dark: "#8b919a",
    Role.Shadow: "#6a7079",
}
DARK: Mapping[QPalette.ColorRole, str] = {
    Role.Window: "#2a2e33",
    Role.WindowText: "#e8eaed",
    Role.Base: "#17191c",
    Role.AlternateBase: "#1d2024",
    Role.Text: "#e8eaed",
    Role.Button: "#383d43",
    Role.ButtonText: "#e8eaed",
    Role.BrightText: "#ffb4ab",
    Role.ToolTipBase: "#e8eaed",
    Role.ToolTipText: "#17191c",
    Role.PlaceholderText: "#a4abb4",
    Role.Highlight: "#2c6aa9",
    Role.HighlightedText: "#ffffff",
    Role.Accent: "#5b9bd8",
    Role.Link: "#8ab8ec",
    Role.LinkVisited: "#c3a6ee",
    Role.Light: "#4a4f56",
    Role.Midlight: "#3c4147",
    Role.Mid: "#4a4f56",
    Role.Dark: "#14161a",
    Role.Shadow: "#0c0d0f",
}
_OUTLINE = {"light": "#a5adba", "dark": "#d2d7de"}
"""Fusion outlines boxes and fields in the window's colour, made darker by 1.4: too faint on that very window. So they
are told of another window, whose outline stands out 3:1 (WCAG 2.2, 1.4.11); nothing else in them has its colour."""
_OUTLINED = (
    "QAbstractSpinBox", "QCheckBox", "QComboBox", "QLineEdit", "QMenu", "QPlainTextEdit", "QRadioButton", "QTextEdit",
)  # fmt: skip
_FAINT = {"light": "#8b919a", "dark": "#7b828b"}
"""Text of what cannot be used just now."""
_QUIET = {"light": "#66717e", "dark": "#515a65"}
"""What is selected where the keys do not go; its text is that of a selection."""


class _Chosen:
    """What was set last, and whether the system's own palette is a dark one."""

    theme = Theme.SYSTEM
    is_system_dark: bool | None = None


def set_theme(theme: Theme) -> None:
    """Draw the window light, dark, or as the system does. Needs the application."""
    if _Chosen.is_system_dark is None:
        _Chosen.is_system_dark = is_dark()
    if theme is not _Chosen.theme:
        from PySide6.QtCore import Qt  # noqa: PLC0415  see `_SCHEMES`

        QGuiApplication.styleHints().setColorScheme(Qt.ColorScheme[_SCHEMES[theme]])
    _Chosen.theme = theme
    _paint()


def follow_system() -> None:
    """From now on, follow the system's change between light and dark where the user has not chosen."""
    QGuiApplication.styleHints().colorSchemeChanged.connect(_follow)


def is_dark() -> bool:
    """Whether the window is dark now."""
    return QApplication.palette().color(Role.Window).lightness() < 128


def _follow(scheme: Qt.ColorScheme) -> None:
    """The system has changed, or set_theme has made Qt believe so."""
    if _Chosen.theme is Theme.SYSTEM and scheme.name != "Unknown":
        _Chosen.is_system_dark = scheme.name == "Dark"
        _paint()


def _paint() -> None:
    if STYLE is None:
        return
    dark = _Chosen.theme is Theme.DARK or (_Chosen.theme is Theme.SYSTEM and bool(_Chosen.is_system_dark))
    palette = _palette(dark=dark)
    if palette != QApplication.palette():
        QApplication.setPalette(palette)
        outlined = QPalette()
        outlined.setColor(Role.Window, QColor(_OUTLINE["dark" if dark else "light"]))
        outlined.setColor(Group.Disabled, Role.Window, palette.color(Role.Window))
        for kind in _OUTLINED:
            QApplication.setPalette(outlined, kind)  # type: ignore[arg-type]  # the stub says bytes


def _palette(*, dark: bool) -> QPalette:
    palette = QPalette()
    for role, colour in (DARK if dark else LIGHT).items():
        palette.setColor(role, QColor(colour))
    look = "dark" if dark else "light"
    palette.setColor(Group.Inactive, Role.Highlight, QColor(_QUIET[look]))
    faint = QColor(_FAINT[look])
    for role in (Role.WindowText, Role.Text, Role.ButtonText, Role.PlaceholderText, Role.HighlightedText):
        palette.setColor(Group.Disabled, role, faint)
    palette.setColor(Group.Disabled, Role.Highlight, palette.color(Group.Active, Role.Midlight))
    return palette
