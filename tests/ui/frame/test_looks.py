"""What the window looks like: light and dark, icons in the palette's colours, and preferences that are kept."""

from __future__ import annotations

import importlib.resources
import importlib.util
import math
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kkr_desk.errors import EnvironmentFault
from kkr_desk.model import MeetingId
from kkr_desk.paths import window_file
from kkr_desk.sentences import Language
from kkr_desk.ui.frame.icons import icon
from kkr_desk.ui.frame.preferences import Preferences, Theme
from kkr_desk.ui.frame.theme import is_dark, set_theme

Role = QPalette.ColorRole
SEEN = 3.0
"""Contrast of the outline by which a control is known (success criterion 1.4.11)."""
READABLE = 4.5
"""Contrast of text that WCAG 2.2 asks for (success criterion 1.4.3)."""


@pytest.fixture(autouse=True)
def light_again(danish: None) -> Iterator[None]:
    yield
    set_theme(Theme.LIGHT)


def luminance(colour: QColor) -> float:
    """Relative luminance, as WCAG defines it."""
    weighted = ((0.2126, colour.redF()), (0.7152, colour.greenF()), (0.0722, colour.blueF()))
    return math.fsum(weight * (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4) for weight, c in weighted)


def contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        (Role.WindowText, Role.Window),
        (Role.Text, Role.Base),
        (Role.Text, Role.AlternateBase),
        (Role.ButtonText, Role.Button),
        (Role.PlaceholderText, Role.Base),
        (Role.HighlightedText, Role.Highlight),
        (Role.ToolTipText, Role.ToolTipBase),
        (Role.Link, Role.Base),
        (Role.LinkVisited, Role.Base),
        (Role.BrightText, Role.Window),
    ],
)
def test_texts_stand_out(qtbot: QtBot, theme: Theme, text: Role, ground: Role) -> None:
    set_theme(theme)
    palette = QApplication.palette()
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        assert contrast(palette.color(group, text), palette.color(group, ground)) >= READABLE


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_the_boxes_of_choices_stand_out(qtbot: QtBot, theme: Theme, kind: type[QCheckBox | QRadioButton]) -> None:
    set_theme(theme)
    choice = kind("Lukket punkt")
    qtbot.addWidget(choice)
    choice.show()
    option = QStyleOptionButton()
    option.initFrom(choice)
    part = QStyle.SubElement.SE_CheckBoxIndicator if kind is QCheckBox else QStyle.SubElement.SE_RadioButtonIndicator
    box = choice.style().subElementRect(part, option, choice)
    image, window = choice.grab().toImage(), QApplication.palette().color(Role.Window)
    across = [image.pixelColor(x, box.center().y()) for x in range(box.left(), box.left() + 3)]
    assert max(contrast(pixel, window) for pixel in across) >= SEEN
    choice.setEnabled(False)
    assert choice.palette().color(Role.Window) == window, "what cannot be used is faint"


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize("kind", [QLineEdit, QComboBox, QDateEdit, QTextEdit])
def test_the_outlines_of_fields_stand_out(qtbot: QtBot, theme: Theme, kind: type[QWidget]) -> None:
    set_theme(theme)
    around = QWidget()
    qtbot.addWidget(around)
    field = kind(around)
    field.setGeometry(10, 10, 120, 40)
    around.show()
    image, window = around.grab().toImage(), QApplication.palette().color(Role.Window)
    across = [image.pixelColor(x, 30) for x in range(8, 13)]
    assert max(contrast(pixel, window) for pixel in across[:4]) >= (SEEN if theme is Theme.DARK else 2)


def test_a_theme_is_drawn_at_once(qtbot: QtBot) -> None:
    label = QLabel("Møde")
    qtbot.addWidget(label)
    label.show()
    for theme, dark in ((Theme.DARK, True), (Theme.LIGHT, False), (Theme.DARK, True), (Theme.SYSTEM, False)):
        set_theme(theme)
        assert is_dark() is dark
        qtbot.waitUntil(partial(is_drawn, label, dark=dark))


def is_drawn(widget: QWidget, *, dark: bool) -> bool:
    return (widget.grab().toImage().pixelColor(0, 0).lightness() < 128) is dark


def drawn(image: QImage) -> set[str]:
    """Colours of what is fully drawn."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_an_icon_has_the_colour_of_its_place(qtbot: QtBot, theme: Theme) -> None:
    made = icon("trash-2")
    set_theme(theme)
    palette = QApplication.palette()
    disabled = palette.color(QPalette.ColorGroup.Disabled, Role.WindowText)
    for mode, colour in (
        (QIcon.Mode.Normal, palette.color(Role.WindowText)),
        (QIcon.Mode.Selected, palette.color(Role.HighlightedText)),
        (QIcon.Mode.Disabled, disabled),
    ):
        assert drawn(made.pixmap(QSize(32, 32), mode).toImage()) == {colour.name()}


def test_an_icon_is_sharp_on_any_screen(qtbot: QtBot) -> None:
    pixmap = icon("search").pixmap(QSize(16, 16), 2.0)
    assert (pixmap.size(), pixmap.devicePixelRatio()) == (QSize(32, 32), 2.0)


def test_an_icon_that_is_not_there_is_a_damaged_installation(qtbot: QtBot) -> None:
    with pytest.raises(EnvironmentFault, match="installation-damaged"):
        icon("no-such-icon")


def test_preferences_are_kept(tmp_path: Path) -> None:
    file, store = tmp_path / "window.ini", tmp_path / "Møder #1" / "store"
    written = Preferences(file)
    assert (written.language, written.theme, written.last_meeting(store)) == (Language.DANISH, Theme.SYSTEM, None)
    written.language, written.theme = Language.ENGLISH, Theme.DARK
    written.keep_last_meeting(store, MeetingId("m-1"))
    written.keep_last_meeting(tmp_path / "other", MeetingId("m-2"))
    written.keep_state("window/geometry", QByteArray(b"\0\1\2"))
    written.keep_flag("window/index", on=True)
    written.save()
    del written
    read = Preferences(file)
    assert (read.language, read.theme) == (Language.ENGLISH, Theme.DARK)
    assert (read.last_meeting(store), read.last_meeting(tmp_path / "other")) == ("m-1", "m-2")
    assert read.state("window/geometry") == QByteArray(b"\0\1\2")
    assert read.flag("window/index", default=False)
    assert read.flag("window/other", default=True)


def test_what_somebody_else_wrote_there_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "window.ini"
    file.write_text("[window]\nlanguage=tlh\ntheme=\ngeometry=1, 2\nindex=maybe\n[meeting\n\0", encoding="utf-8")
    read = Preferences(file)
    assert (read.language, read.theme, read.last_meeting(tmp_path)) == (Language.DANISH, Theme.SYSTEM, None)
    assert read.state("window/geometry").isEmpty()
    assert read.flag("window/index", default=True)


def test_preferences_are_among_the_users_own(home: Path) -> None:
    Preferences().keep_flag("window/index", on=True)
    Preferences().save()
    assert window_file().is_file()
    assert window_file().is_relative_to(home)


def test_the_icons_are_those_of_the_family_and_each_is_used(root: Path) -> None:
    spec = importlib.util.spec_from_file_location("make_icons", root / "resources" / "icons" / "make_icons.py")
    assert spec is not None
    assert spec.loader is not None
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    with zipfile.ZipFile(str(importlib.resources.files("lucide") / "lucide.zip")) as archive:
        wanted = {name: maker.drawing(archive, name) for name in maker.NAMES}
    there = {file.stem: file.read_text(encoding="utf-8") for file in (root / "resources" / "icons").glob("*.svg")}
    assert there == wanted
    source = "".join(file.read_text(encoding="utf-8") for file in (root / "kkr_desk").rglob("*.py"))
    assert [name for name in there if f'"{name}"' not in source] == []
