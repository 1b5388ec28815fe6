from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from pytestqt.qtbot import QtBot

from kkr_desk.model import FileStatus, Notice
from kkr_desk.ui.agenda.rows import Outline, Row, RowKey, RowKind, with_drafts
from kkr_desk.ui.agenda.tree_model import AgendaModel, Index
from kkr_desk.ui.agenda.trial import standings
from kkr_desk.ui.agenda.words import Column
from tests.ui.agenda.outlines import AGENDA, Tree, key, make_tree, plan_of, rows_of, trees

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
Role = Qt.ItemDataRole


def made(outline: Outline) -> AgendaModel:
    model = AgendaModel()
    QAbstractItemModelTester(model, FATAL, model)
    model.show_new(outline)
    return model


def walked(model: AgendaModel, parent: Index | None = None, level: int = 0) -> list[str]:
    """What a view would show, from the top."""
    lines = []
    for n in range(model.rowCount(parent) if parent else model.rowCount()):
        index = model.index(n, Column.TITLE, parent) if parent else model.index(n, Column.TITLE)
        number = str(index.siblingAtColumn(Column.NUMBER).data())
        lines += [f"{'  ' * level}{number} {index.data()}", *walked(model, index.siblingAtColumn(0), level + 1)]
    return lines


def expected(outline: Outline) -> list[str]:
    return [
        "  " * (row.level - 1) + (f"{row.number} {row.title}" if row.is_item else f"Bilag {row.number} {row.title}")
        for row in outline.rows.values()
    ]


def test_what_a_view_sees(qapp: object) -> None:
    outline = rows_of(make_tree(AGENDA))
    assert walked(made(outline)) == expected(outline)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(trees(depth=2), trees(depth=2))
def test_from_any_agenda_to_any_other(qapp: object, before: list[Tree], after: list[Tree]) -> None:
    first, second = rows_of(make_tree(before)), rows_of(make_tree(after))
    model = made(first)
    held = {row: QPersistentModelIndex(model.index_of(row)) for row in first.rows}
    model.show(second)
    assert walked(model) == expected(second)
    for row, index in held.items():
        assert index.isValid() == (row in second.rows)
        assert model.key_of(index) == (row if row in second.rows else None)


def test_a_draft_becomes_its_item(qapp: object) -> None:
    outline = rows_of(make_tree([("a", 0, [])]))
    draft = Row(RowKey(RowKind.DRAFT, "1"), None, 1, "", "ny")
    model = made(outline)
    model.show(with_drafts(outline, [(draft, key("a"))]))
    held = QPersistentModelIndex(model.index_of(draft.key))
    model.show(rows_of(make_tree([("a", 0, []), ("b", 0, [])])), written={draft.key: key("b")})
    assert model.key_of(held) == key("b")
    assert walked(model) == ["1 a", "2 b"]


def test_only_rows_that_changed_are_told(qapp: object, qtbot: QtBot) -> None:
    outline = rows_of(make_tree(AGENDA))
    model = made(outline)
    told = QSignalSpy(model.dataChanged)
    model.show(rows_of(make_tree(AGENDA)))
    assert told.count() == 0
    other = [*AGENDA[:2], ("Eventuelt", 1, AGENDA[2][2])]
    model.show(rows_of(make_tree(other)))
    assert told.count() > 0


def test_what_is_written_shows_until_the_store_has_it(qapp: object, qtbot: QtBot) -> None:
    outline = rows_of(make_tree([("a", 0, [])]))
    model = made(outline)
    index = model.index_of(key("a"))
    with qtbot.waitSignal(model.edited) as caught:
        assert model.setData(index, "  b ")
    assert caught.args == [key("a"), Column.TITLE, "b"]
    assert index.data() == "b"
    model.forget_written()
    assert index.data() == "a"
    assert not model.setData(index, " a ")


def test_a_trial_shows_other_pages_and_leaves_the_rest(qapp: object) -> None:
    model = made(rows_of(make_tree(AGENDA)))
    after = standings(plan_of(make_tree([AGENDA[0], ("Temaer", 0, list(reversed(AGENDA[1][2]))), AGENDA[2]])))
    page = model.index_of(key("Sundhed"), Column.PAGE)
    before = page.data()
    tried = QSignalSpy(model.tried)
    model.show_trial(after)
    assert page.data() == str(after[key("Sundhed")].page) != before
    assert model.index_of(key("Sundhed"), Column.NUMBER).data() == "2.3"
    assert tried.at(0)[0] == {row for row in after if after[row].page != rows_of(make_tree(AGENDA)).rows[row].page} | {
        row for row in after if after[row].number != rows_of(make_tree(AGENDA)).rows[row].number
    }
    model.show_trial({})
    assert tried.count() == 2
    assert page.data() == before
    assert model.index_of(key("Sundhed"), Column.NUMBER).data() == "2.1"


@pytest.mark.parametrize("trees", [AGENDA, []])
def test_standings_are_what_the_rows_show(trees: list[Tree]) -> None:
    agenda = make_tree(trees)
    shown = {row.key: (row.number, row.page) for row in rows_of(agenda).rows.values()}
    assert {k: (s.number, s.page) for k, s in standings(plan_of(agenda)).items()} == shown


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            Row(key("a"), None, 1, "2.1", "Fordeling", "Beslutningssag", page=16),
            "Punkt 2.1, Beslutningssag: Fordeling, side 16",
        ),
        (Row(key("a"), None, 1, "2", ""), "Punkt 2, Uden titel"),
        (
            Row(key("a"), None, 1, "2.4", "Klima", pinned=True, closed=True),
            "Punkt 2.4, Klima, nummeret er fastholdt, Lukket",
        ),
        (
            Row(key("a/1"), None, 1, "1", "Notat", pages=0, page=9, status=FileStatus.PASSWORD),
            "Bilag 1, Notat, Låst med kode, kan ikke medtages, side 9",
        ),
    ],
)
def test_what_is_said_of_a_row(qapp: object, row: Row, said: str) -> None:
    model = made(Outline({row.key: row}, {None: [row.key]}))
    assert model.index_of(row.key).data(Role.AccessibleTextRole) == said


def test_what_is_said_of_a_file(qapp: object) -> None:
    row = Row(key("a/1"), None, 1, "1", "Notat", pages=3, page=9, notices=(Notice("file-damaged"),))
    model = made(Outline({row.key: row}, {None: [row.key]}))
    index = model.index_of(row.key)
    assert str(index.data(Role.AccessibleTextRole)).startswith("Bilag 1, Notat, 1 bemærkning")
    assert "beskadiget" in str(index.data(Role.ToolTipRole))
    assert "beskadiget" in str(index.data(Role.AccessibleDescriptionRole))


def test_other_cells_say_their_column(qapp: object) -> None:
    model = made(rows_of(make_tree(AGENDA)))
    index = model.index_of(key("Sundhed/1"), Column.PAGE)
    assert index.data(Role.AccessibleTextRole) == f"Side {index.data()}"
    assert model.headerData(Column.PAGE, Qt.Orientation.Horizontal) == "Side"
    assert "bilagssamlingen" in str(model.headerData(Column.PAGE, Qt.Orientation.Horizontal, Role.ToolTipRole))


def test_numbers_stand_at_the_right(qapp: object) -> None:
    model = made(rows_of(make_tree(AGENDA)))
    for column in (Column.PAGES, Column.PAGE):
        alignment = Qt.AlignmentFlag(model.index_of(key("Sundhed/1"), column).data(Role.TextAlignmentRole))
        assert alignment & Qt.AlignmentFlag.AlignRight


def test_what_can_be_written_in(qapp: object) -> None:
    model = made(rows_of(make_tree(AGENDA)))

    def editable(name: str) -> list[int]:
        return [c for c in Column if model.flags(model.index_of(key(name), c)) & Qt.ItemFlag.ItemIsEditable]

    assert editable("Sundhed") == [Column.TITLE, Column.CASE_TYPE, Column.CASEWORKER]
    assert editable("Sundhed/1") == [Column.TITLE]
