"""A meeting that is here already: what differs, who has changed it, and taking either side of each item."""

from __future__ import annotations

from datetime import date

import pytest

from kkr_desk.errors import UserError
from kkr_desk.model import MeetingState, Shown, TextKind, Treatment
from kkr_desk.sentences import Language
from kkr_desk.store import Store
from kkr_desk.store.meeting_exchange.differences import Differences, ItemDifference, Side
from kkr_desk.store.meeting_exchange.words import course, heading, lines
from tests.store.meeting_exchange.exchanges import (
    Pair,
    all_of,
    courses,
    hand_over,
    item_named,
    rows,
)
from tests.store.rows import TITLE, attach, dump

DANISH = Language.DANISH


def said(difference: ItemDifference, differences: Differences) -> list[tuple[str, str, str]]:
    return [(line.label, line.ours, line.theirs) for line in lines(difference, differences, DANISH)]


def test_what_a_colleague_has_changed_is_suggested(pair: Pair) -> None:
    pair.change_there(lambda s: s.change_item(pair.item("Sundhed"), title="Sundhedsråd", caseworker="mej"))
    differences = pair.differences()
    (one,) = differences.items
    assert (one.changed_by, one.default, one.sides) == ("theirs", Side.THEIRS, (Side.OURS, Side.THEIRS))
    assert (heading(one, DANISH), course(one, DANISH)) == ("2.1 Sundhed", "Ændret i filen")
    assert said(one, differences) == [
        ("Titel", "Sundhed", "Sundhedsråd"),
        ("Sagsbehandler", "ikke udfyldt", "mej"),
    ]
    pair.come_back()
    assert rows(pair.here, pair.id) == rows(pair.there, pair.id)
    assert pair.here.undo_label() == f"Åbn mødefil møde {pair.files}.kkr"


def test_what_was_changed_here_stays(pair: Pair) -> None:
    pair.change_here(lambda s: s.write_text(pair.item("Sundhed"), TextKind.BACKGROUND, "<p>Nyt og længere</p>"))
    differences = pair.differences()
    (one,) = differences.items
    assert (one.changed_by, one.default, course(one, DANISH)) == ("ours", Side.OURS, "Ændret her")
    assert said(one, differences) == [("Baggrund", "Nyt og længere", "Sundhed for alle")]
    before = dump(pair.here)
    pair.come_back()
    assert dump(pair.here) == before


def test_where_both_have_changed_the_same_ours_stays_until_theirs_is_chosen(pair: Pair) -> None:
    pair.change_here(lambda s: s.change_item(pair.item("Sundhed"), title="Sundhed her"))
    pair.change_there(lambda s: s.change_item(item_named(s, pair.id, "Sundhed"), title="Sundhed der"))
    one = pair.only()
    assert (one.changed_by, one.default, course(one, DANISH)) == ("both", Side.OURS, "Ændret begge steder")
    pair.come_back()
    assert "2.1 Sundhed her" in pair.titles(pair.here)
    pair.come_back(all_of(Side.THEIRS))
    assert "2.1 Sundhed der" in pair.titles(pair.here)
    pair.here.undo()
    assert "2.1 Sundhed her" in pair.titles(pair.here)


def test_who_has_decided_is_not_asked_again(pair: Pair) -> None:
    pair.change_here(lambda s: s.change_item(pair.item("Sundhed"), title="Sundhed her"))
    pair.change_there(lambda s: s.change_item(item_named(s, pair.id, "Sundhed"), title="Sundhed der"))
    pair.come_back()
    assert pair.only().changed_by == "ours", "the other's version has been seen and left"
    hand_over(pair.here, pair.id, pair.there, pair.file())
    assert "2.1 Sundhed her" in pair.titles(pair.there)


def test_different_parts_of_one_item_come_together(pair: Pair) -> None:
    item = pair.item("Sundhed")
    pair.change_here(lambda s: s.write_text(item, TextKind.RECOMMENDATION, "<p>At KKR drøfter</p>"))
    attach(pair.there, pair.there.item(item), "Nyt notat")
    one = pair.only()
    assert one.sides == (Side.OURS, Side.THEIRS, Side.EACH)
    assert (one.default, course(one, DANISH)) == (Side.EACH, "Begge har ændret, hver sit")
    pair.come_back()
    assert TextKind.RECOMMENDATION in pair.here.texts(item)
    here = next(row for row in pair.here.agenda(pair.id).items if row.item.id == item)
    assert [own.attachment.title for own in here.attachments] == ["Sundhed notat", "Sundhed tal", "Nyt notat"]
    assert pair.here.check() == ()


@pytest.mark.parametrize("side", [Side.OURS, Side.THEIRS])
def test_a_new_item_there(pair: Pair, side: Side) -> None:
    pair.change_there(lambda s: s.add_item(pair.id, "Budget", before=item_named(s, pair.id, "Temaer og sager")))
    one = pair.only()
    assert (one.ours, one.default, course(one, DANISH)) == (None, Side.THEIRS, "Nyt i filen")
    pair.come_back(all_of(side))
    expected = ["1 Velkomst", "2 Budget", "3 Temaer og sager"] if side is Side.THEIRS else ["1 Velkomst"]
    assert pair.titles(pair.here)[: len(expected)] == expected
    assert ("2 Budget" in pair.titles(pair.here)) == (side is Side.THEIRS)


def test_a_new_item_here_stays(pair: Pair) -> None:
    pair.change_here(lambda s: s.add_item(pair.id, "Budget"))
    one = pair.only()
    assert (one.theirs, one.default, course(one, DANISH)) == (None, Side.OURS, "Nyt her")
    pair.come_back()
    assert "3 Budget" in pair.titles(pair.here)


def test_an_item_deleted_there_goes_and_comes_back_by_undo(pair: Pair) -> None:
    before = dump(pair.here)
    pair.change_there(lambda s: s.delete_item(item_named(s, pair.id, "Sundhed")))
    one = pair.only()
    assert (one.default, course(one, DANISH)) == (Side.THEIRS, "Slettet i filen")
    pair.come_back()
    assert pair.titles(pair.here) == pair.titles(pair.there)
    pair.here.undo()
    assert dump(pair.here) == before


def test_an_item_deleted_here_stays_away(pair: Pair) -> None:
    pair.change_here(lambda s: s.delete_item(pair.item("Sundhed")))
    one = pair.only()
    assert (one.default, course(one, DANISH)) == (Side.OURS, "Slettet her")
    pair.come_back()
    assert "Sundhed" not in str(pair.titles(pair.here))
    pair.come_back(all_of(Side.THEIRS))
    assert rows(pair.here, pair.id) == rows(pair.there, pair.id)


@pytest.mark.parametrize("deleted_here", [True, False])
def test_deleted_on_one_side_and_changed_on_the_other_is_shown_as_both(pair: Pair, deleted_here: bool) -> None:
    item = pair.item("Sundhed")
    deleting, changing = pair.change_there, pair.change_here
    if deleted_here:
        deleting, changing = changing, deleting
    deleting(lambda s: s.delete_item(item))
    changing(lambda s: s.write_text(item, TextKind.DECISION, "<p>Udsat</p>"))
    one = pair.only()
    expected = "Slettet her, ændret i filen" if deleted_here else "Slettet i filen, ændret her"
    assert (one.changed_by, one.default, course(one, DANISH)) == ("both", Side.OURS, expected)
    before = dump(pair.here)
    pair.come_back()
    assert dump(pair.here) == before


def test_an_attachment_is_taken_with_its_item(pair: Pair) -> None:
    item = pair.item("Flygtninge")
    first, second = (a.attachment for a in pair.here.agenda(pair.id).items[3].attachments)
    new = pair.there.content.add_bytes(b"en ny udgave")
    pair.change_there(lambda s: s.change_attachment(first.id, source=new, page_choice=""))
    pair.change_there(lambda s: s.delete_attachment(second.id))
    differences = pair.differences()
    (one,) = differences.items
    assert said(one, differences) == [
        ("Bilag »Flygtninge notat«", "Bilag 2.4/1, Flygtninge notat.pdf, »Flygtninge notat«",
         "Bilag 2.4/1, Flygtninge notat.pdf, »Flygtninge notat«, en anden fil"),
        ("Bilag »Flygtninge tal«", "Bilag 2.4/2, Flygtninge tal.pdf, »Flygtninge tal«", "findes ikke"),
    ]  # fmt: skip
    pair.come_back(all_of(Side.OURS))
    assert not pair.here.content.holds(new), "what was not chosen is not copied"
    pair.come_back(lambda _: {item: Side.THEIRS})
    assert rows(pair.here, pair.id) == rows(pair.there, pair.id)
    assert pair.here.content.path(new).read_bytes() == b"en ny udgave"


def test_what_is_said_instead_of_pictures_can_differ(pair: Pair) -> None:
    own = pair.here.agenda(pair.id).items[3].attachments[0].attachment
    pair.change_there(lambda s: s.write_alternate_text(own.id, "figure:1", "Søjler"))
    differences = pair.differences()
    (one,) = differences.items
    same = "Bilag 2.4/1, Flygtninge notat.pdf, »Flygtninge notat«"
    assert said(one, differences) == [("Bilag »Flygtninge notat«", same, f"{same}, andre alternative tekster")]
    pair.come_back()
    assert pair.here.alternate_texts(own.id) == {"figure:1": "Søjler"}


def test_an_attachment_that_went_to_another_meeting_here_stays_there(pair: Pair) -> None:
    moved = pair.here.agenda(pair.id).items[0].attachments[0].attachment
    with pair.here.operation("Flyt til næste møde"):
        later = pair.here.add_meeting("KKR Midtsjælland", date(2026, 1, 1), TITLE)
        item = pair.here.add_item(later.id, "Opfølgning")
        pair.here.move_attachment(moved.id, item_id=item.id, before=None)
    pair.come_back(all_of(Side.THEIRS))
    assert pair.here.attachment(moved.id).item_id == item.id


def test_the_meeting_itself_can_differ(pair: Pair) -> None:
    pair.change_there(lambda s: s.change_meeting(pair.id, date=date(2025, 3, 21), state=MeetingState.ISSUED, place=""))
    differences = pair.differences()
    one, *items = differences.items
    assert (one.item, heading(one, DANISH)) == (None, "Mødet")
    pins = [line for item in items for line in said(item, differences)]
    assert ("Fast nummer", "ikke udfyldt", "2.1") in pins, "what was sent out is pinned"
    assert all(ours != theirs for _, ours, theirs in pins)
    assert said(one, differences) == [
        ("Dato", "14. marts 2025", "21. marts 2025"),
        ("Sted", "Ringsted", "ikke udfyldt"),
        ("Status", "kladde", "udsendt"),
    ]
    pair.come_back()
    assert pair.here.meeting(pair.id).state is MeetingState.ISSUED


def test_a_move_is_told_in_words_and_taken(pair: Pair) -> None:
    pair.change_there(
        lambda s: s.move_item(pair.item("Flygtninge"), parent_id=None, before=item_named(s, pair.id, "Velkomst"))
    )
    differences = pair.differences()
    (one,) = differences.items
    assert said(one, differences) == [("Placering", "under 2 Temaer og sager, efter 2.1 Sundhed", "først")]
    pair.come_back()
    assert pair.titles(pair.here) == pair.titles(pair.there)


def test_a_chosen_item_brings_its_section_along(pair: Pair) -> None:
    def add(s: Store) -> None:
        section = s.add_item(pair.id, "Økonomi")
        s.add_item(pair.id, "Budget", parent_id=section.id)

    pair.change_there(add)
    pair.come_back(
        lambda found: {i.item: Side.THEIRS for i in found.items if i.theirs and i.theirs.item.title == "Budget"}
    )
    assert pair.titles(pair.here)[-2:] == ["3 Økonomi", "3.1 Budget"]


def test_a_kept_item_keeps_its_section(pair: Pair) -> None:
    pair.change_there(lambda s: s.delete_item(item_named(s, pair.id, "Temaer og sager")))
    kept = pair.item("Sundhed")
    pair.come_back(lambda found: {i.item: Side.OURS if i.item == kept else Side.THEIRS for i in found.items})
    assert pair.titles(pair.here) == ["1 Velkomst", "2 Temaer og sager", "2.1 Sundhed"]


def test_two_moves_that_make_a_circle_leave_nothing_lost(pair: Pair) -> None:
    health, refugees = pair.item("Sundhed"), pair.item("Flygtninge")
    pair.change_here(lambda s: s.move_item(health, parent_id=refugees, before=None))
    pair.change_there(lambda s: s.move_item(refugees, parent_id=health, before=None))
    pair.come_back(lambda _: {refugees: Side.THEIRS})
    assert sorted(row.item.title for row in pair.here.agenda(pair.id).items) == [
        "Flygtninge",
        "Sundhed",
        "Temaer og sager",
        "Velkomst",
    ]
    assert pair.here.check() == ()


def test_an_item_that_is_in_another_meeting_here_is_refused(pair: Pair) -> None:
    other = pair.here.add_meeting
    with pair.here.operation("Andet møde"):
        later = other("KKR", date(2026, 1, 1), TITLE)
    pair.here._connection.write("INSERT INTO operation (at, who, label, kind, open) VALUES ('', '', '', 'do', 1)")
    pair.here._connection.write("UPDATE item SET meeting_id = ? WHERE title = 'Velkomst'", (later.id,))
    pair.here._connection.write("UPDATE operation SET open = 0")
    with pytest.raises(UserError, match="meeting-file-clash"):
        pair.differences()


def test_one_went_back_to_what_was(pair: Pair) -> None:
    item = pair.item("Velkomst")
    pair.change_there(lambda s: s.change_item(item, title="Velkommen"))
    pair.come_back()
    pair.here.undo()
    assert pair.only().changed_by == "ours", "what was undone here is no news from there"


def test_a_text_that_is_spelled_otherwise_is_the_same(pair: Pair) -> None:
    item = pair.item("Sundhed")
    pair.change_here(lambda s: s.write_text(item, TextKind.BACKGROUND, "<p>Sundhed for <b>alle</b></p>"))
    pair.change_there(lambda s: s.write_text(item, TextKind.BACKGROUND, "<p>Sundhed for <strong>alle</strong></p>"))
    assert pair.differences().items == ()


def test_the_courses_name_every_item(pair: Pair) -> None:
    pair.change_here(lambda s: s.change_item(pair.item("Sundhed"), title="Sundhed her"))
    pair.change_there(lambda s: s.change_item(item_named(s, pair.id, "Flygtninge"), title="Flygtninge der"))
    assert courses(pair.differences()) == {"Sundhed her": "ours", "Flygtninge": "theirs"}


def test_what_was_decided_of_a_file_is_said(pair: Pair) -> None:
    own = pair.here.agenda(pair.id).items[0].attachments[0].attachment
    pair.change_there(
        lambda s: s.change_attachment(own.id, treatment=Treatment(changes=Shown.SHOWN, comments=Shown.LEFT_OUT))
    )
    differences = pair.differences()
    ((_, ours, theirs),) = said(differences.items[0], differences)
    assert "kommentarer" not in ours
    assert "med ændringsmarkeringer, uden kommentarer" in theirs
    pair.come_back()
    assert pair.here.attachment(own.id) == pair.there.attachment(own.id)
