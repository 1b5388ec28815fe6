"""What a screen reader meets, and that all of it follows the language."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction

from kkr_desk.model import USUAL_CASE_TYPES
from kkr_desk.ui.agenda.words import Column
from tests.ui.agenda.driving import Driver, Key
from tests.ui.pseudo import pseudo_language, untranslated

Text = QAccessible.Text


def heard(of: QAccessibleInterface | None) -> str:
    assert of is not None
    return of.text(Text.Name)


def table(drive: Driver) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(drive.tree)
    assert found is not None
    return found


def test_the_tree_has_a_name_and_a_role(drive: Driver) -> None:
    tree = table(drive)
    assert tree.role() is QAccessible.Role.Tree
    assert heard(tree) == "Dagsorden"
    assert "Ctrl+Tab" in tree.text(Text.Description)


def test_rows_are_read_in_whole_sentences(drive: Driver) -> None:
    tree = table(drive)
    said = [heard(tree.child(n)) for n in range(tree.childCount())]
    assert "Punkt 2.1, Temadrøftelse: Nærhed og sammenhæng i det nye sundhedsråd, side 2" in said
    assert any(
        text.startswith("Bilag 1, Faktaark om sundhedsrådet, 1 side") and text.endswith("side 2") for text in said
    )
    assert any("Høringssvar" in text and "kan ikke medtages" in text for text in said)


def test_the_header_is_read(drive: Driver) -> None:
    tree = table(drive)
    assert [heard(tree.child(n)) for n in range(len(Column))] == [
        "Nr.",
        "Titel",
        "Type",
        "Sagsbeh.",
        "Sider",
        "Side",
    ]


def test_the_editor_has_a_name(drive: Driver) -> None:
    drive.click("Nærhed")
    drive.press(Key.Key_F2)
    assert heard(QAccessible.queryAccessibleInterface(drive.editor())) == "Titel"


def test_every_command_has_its_words(drive: Driver) -> None:
    for command in drive.tree.findChildren(QAction):
        if command.objectName().startswith("agenda-"):
            assert command.text(), command.objectName()
            assert command.statusTip(), command.objectName()
            assert not command.icon().isNull(), command.objectName()


def test_rows_are_of_one_height(drive: Driver) -> None:
    heights = {drive.tree.visualRect(drive.row(title)).height() for title in ("Velkomst", "Faktaark", "Høringssvar")}
    assert heights == {28}


def test_another_language_is_spoken_at_once(drive: Driver) -> None:
    with pseudo_language():
        councils = set(USUAL_CASE_TYPES)
        assert [text for text in untranslated(drive.pane) if text[1] not in councils] == []
        assert drive.cell("Faktaark", Column.NUMBER) == "‹Bilag 1›"
        spoken = str(drive.row("Nærhed").data(Qt.ItemDataRole.AccessibleTextRole))
        assert spoken.startswith("‹Punkt 2.1›, Temadrøftelse: ")
    drive.settle()
    assert drive.tree.accessibleName() == "Dagsorden"
    assert drive.cell("Faktaark", Column.NUMBER) == "Bilag 1"
