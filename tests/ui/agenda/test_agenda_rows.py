from __future__ import annotations

from hypothesis import given

from kkr_desk.model import FileStatus
from kkr_desk.ui.agenda.rows import Outline, Row, RowKey, RowKind, outline, with_drafts
from tests.ui.agenda.outlines import AGENDA, Tree, drawn, key, make_tree, plan_of, rows_of, trees


def draft(name: str, parent: str | None = None) -> Row:
    return Row(RowKey(RowKind.DRAFT, name), key(parent) if parent else None, 0, "", name)


def test_items_and_attachments_as_they_stand() -> None:
    assert drawn(rows_of(make_tree(AGENDA))) == [
        "1 Velkomst",
        "2 Temaer",
        "  2.1 Sundhed",
        "    [1] Sundhed/1",
        "    [2] Sundhed/2",
        "  2.2 Flygtninge",
        "    [1] Flygtninge/1",
        "    [2] Flygtninge/2",
        "    [3] Flygtninge/3",
        "  2.3 Klima",
        "3 Eventuelt",
        "  3.1 Siden sidst",
        "    [1] Siden sidst/1",
    ]


def test_attachments_come_before_the_items_under_an_item() -> None:
    rows = rows_of(make_tree([("a", 2, [("b", 1, [])])]))
    assert list(rows.under(key("a"))) == [key("a/1"), key("a/2"), key("b")]


def test_pages_are_the_plans() -> None:
    agenda = make_tree(AGENDA, pages=lambda n: (14, 0, 3, 1, 1, 9)[n - 1])
    plan, rows = plan_of(agenda), rows_of(agenda)
    shown = {row.title: (row.pages, row.page) for row in rows.rows.values() if row.page}
    assert shown["Sundhed"] == (None, plan.index_pages + 1)
    assert shown["Sundhed/1"] == (14, plan.index_pages + 1)
    assert shown["Sundhed/2"] == (0, plan.index_pages + 16)
    assert shown["Flygtninge"] == (None, plan.index_pages + 18)
    assert shown["Siden sidst/1"] == (9, plan.index_pages + 26)
    assert rows.rows[key("Sundhed/2")].status is FileStatus.DAMAGED
    assert rows.rows[key("Klima")].page is None
    by_text = {entry.text: entry.page for entry in plan.entries}
    assert by_text["2.2 Flygtninge"] == shown["Flygtninge"][1]


@given(trees())
def test_every_item_and_attachment_has_one_row(given: list[Tree]) -> None:
    agenda = make_tree(given)
    rows = outline(plan_of(agenda))
    wanted = [i.item.id for i in agenda.items] + [a.attachment.id for i in agenda.items for a in i.attachments]
    assert sorted(row.id for row in rows.rows) == sorted(wanted)
    assert [k for under in rows.children.values() for k in under if rows.rows[k].parent is None] == rows.children.get(
        None, []
    )


def test_rows_under_others_come_along() -> None:
    rows = rows_of(make_tree(AGENDA))
    chosen = [key("Flygtninge/2"), key("Sundhed/1"), key("Sundhed"), key("Velkomst")]
    assert rows.uppermost(chosen) == (key("Velkomst"), key("Sundhed"), key("Flygtninge/2"))


def test_drafts_stand_where_they_are_written() -> None:
    rows = rows_of(make_tree(AGENDA))
    first, second, third = draft("ny", "Temaer"), draft("endnu en", "Temaer"), draft("nederst")
    made = with_drafts(rows, [(first, key("Sundhed")), (second, first.key), (third, None)])
    assert made.item_children(key("Temaer")) == [
        key("Sundhed"),
        first.key,
        second.key,
        key("Flygtninge"),
        key("Klima"),
    ]
    assert drawn(made)[-1] == " nederst"
    assert drawn(made).index("   ny") == drawn(made).index("    [2] Sundhed/2") + 1
    assert made.rows[first.key].level == 2
    assert rows_of(make_tree(AGENDA)).children == rows.children


def test_a_draft_whose_neighbours_are_gone_is_kept_at_the_end() -> None:
    rows = rows_of(make_tree([("a", 0, [])]))
    made = with_drafts(rows, [(draft("ny", "væk"), key("borte"))])
    assert [row.title for row in made.rows.values()] == ["a", "ny"]
    assert made.rows[RowKey(RowKind.DRAFT, "ny")].parent is None


def test_an_empty_outline() -> None:
    assert (Outline().under(None), Outline().uppermost([key("a")])) == ((), ())
