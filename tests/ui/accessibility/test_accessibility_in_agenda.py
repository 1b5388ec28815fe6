"""The quiet mark in the agenda: only where something is missing, in the tip and spoken."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kkr_desk.ui.agenda.rows import RowKey, outline
from kkr_desk.ui.agenda.tree_model import AgendaModel
from kkr_desk.ui.desk import Desk
from tests.ui.accessibility.reports import attachment_of
from tests.ui.desks import snapshot_of


def test_a_mark_stands_where_something_is_missing(desk: Desk) -> None:
    snapshot, model = snapshot_of(desk), AgendaModel()
    model.show_new(outline(snapshot.plan, snapshot.alternates))

    def shown(item: str, number: int) -> tuple[list[str], list[str], str, str]:
        index = model.index_of(RowKey.of_attachment(attachment_of(desk, item, number).attachment.id))
        row = model.row_of(index)
        assert row is not None
        drawn = [mark for mark in model.marks_of(row) if mark.is_quiet]
        tip, spoken = (index.data(role) for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole))
        return [mark.shown for mark in drawn], [mark.word for mark in drawn], tip, spoken

    marks, told, tip, spoken = shown("2.2", 1)
    assert (marks, told) == ([""], ["Kun tekst"]), "an icon alone, so that titles keep their room"
    assert "Ikke webtilgængelig: Kun tekst" in tip
    assert ", Kun tekst, side " in spoken
    for item, number in (("2.1", 1), ("2.2", 2)):
        marks, told, tip, _ = shown(item, number)
        assert (marks, told) == ([], [])
        assert "webtilgængelig" not in tip
    model.deleteLater()
