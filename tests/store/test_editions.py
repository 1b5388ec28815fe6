"""What was sent out stands: its numbers, its table, its files; it is withdrawn, not undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kkr_desk.errors import Defect, UserError
from kkr_desk.model import (
    AcceptedFinding,
    Audience,
    DocumentKind,
    Edition,
    EditionFile,
    EditionId,
    EditionKind,
    FileFormat,
    Meeting,
    MeetingId,
    MeetingState,
    Sent,
)
from kkr_desk.store import Store
from kkr_desk.store.references import used_content
from tests.factory import make_sha
from tests.store.rows import attach, dump, full_meeting, titles
from tests.store.sendings import file_of, issue, table_of


@pytest.fixture
def meeting(store: Store) -> Meeting:
    """A meeting with two sections, items below them and attachments."""
    return full_meeting(store)


def test_a_meeting_is_sent_out(store: Store, meeting: Meeting) -> None:
    sent = table_of(store, meeting)
    made = file_of(store, b"%PDF bilagssamling")
    with store.operation("Udsend"):
        edition = store.issue(meeting.id, EditionKind.FULL, [made], sent, note="Til medlemmerne")
    assert (edition.number, edition.kind, edition.who, edition.note) == (1, EditionKind.FULL, "abk", "Til medlemmerne")
    assert datetime.now(UTC) - edition.issued_at < timedelta(minutes=1)
    assert store.editions(meeting.id) == (edition,) == (store.edition(edition.id),)
    assert store.sent(edition.id) == sent
    assert store.standing(meeting.id) == ((edition, sent),)
    assert store.edition_files(edition.id) == (replace(made, edition_id=edition.id, size=18),)
    assert made.sha256 in used_content(store._connection)
    assert store.meeting(meeting.id).state is MeetingState.ISSUED
    assert all(row.item.pinned_number == row.number for row in store.agenda(meeting.id).items)
    assert store.check() == ()


def test_sending_out_is_not_undone(store: Store, meeting: Meeting) -> None:
    edition = issue(store, meeting)
    before = dump(store)
    assert store.undo_label() is None
    for number in (None, 1, 2):
        with pytest.raises(UserError, match="undo-final") as refused:
            store.undo(number)
        assert refused.value.facts == {"label": "Udsend"}
    assert dump(store) == before
    with store.operation("Omdøb"):
        store.change_item(store.find_item(meeting.id, "2.1").id, title="Sundhed og ældre")
    assert store.undo_label() == "Omdøb"
    store.undo()
    assert dump(store) == before
    assert store.redo() == "Omdøb"
    store.undo()
    with store.operation("Træk tilbage"):
        store.withdraw_edition(edition.id)
    assert (store.undo_label(), store.redo_label()) == (None, None)
    with pytest.raises(UserError, match="undo-final"):
        store.undo()


def test_a_number_that_was_sent_is_never_given_again(store: Store, meeting: Meeting) -> None:
    """Neither the highest of a section nor of an item, though nothing bears it any more."""
    first = issue(store, meeting)
    with store.operation("Træk tilbage"):
        store.withdraw_edition(first.id)
    last = store.find_item(meeting.id, "2.2")
    own = store.agenda(meeting.id).items[0]
    with store.operation("Slet"):  # in a draft, things are simply deleted
        store.delete_item(last.id)
        store.delete_attachment(own.attachments[1].attachment.id)
    issue(store, meeting)
    with store.operation("Sent"):
        store.add_item(meeting.id, "Kom for sent", parent_id=last.parent_id)
    attach(store, own.item, "Eftersendt")
    assert titles(store, meeting)[-1] == "2.3 Kom for sent"
    agenda = store.agenda(meeting.id)
    assert [own.number for own in agenda.items[0].attachments] == [1, 3]
    issue(store, meeting)
    assert store.agenda(meeting.id).items[-1].item.pinned_number == "2.3"
    (hit,) = store.search("Eftersendt")
    assert hit.attachment_number == 3


def test_what_was_sent_is_withdrawn_instead_of_deleted(store: Store, meeting: Meeting) -> None:
    edition = issue(store, meeting)
    section, item = store.find_item(meeting.id, "2"), store.find_item(meeting.id, "2.1")
    own = store.agenda(meeting.id).items[0].attachments[0].attachment
    with store.operation("Forsøg"):
        for code, step in (
            ("item-sent", lambda: store.delete_item(item.id)),
            ("item-sent", lambda: store.delete_item(section.id)),
            ("item-sent", lambda: store.change_item(item.id, pinned_number="2.7")),
            ("item-sent", lambda: store.change_item(item.id, pinned_number=None)),
            ("attachment-sent", lambda: store.delete_attachment(own.id)),
            ("attachment-sent", lambda: store.move_attachment(own.id, item_id=item.id, before=None)),
            ("attachment-sent", lambda: store.change_attachment(own.id, pinned_number=9)),
            ("numbers-sent", lambda: store.renumber(meeting.id)),
            ("numbers-sent", lambda: store.change_meeting(meeting.id, state=MeetingState.DRAFT)),
        ):
            with pytest.raises(UserError, match=code):
                step()
    assert not store.last_changes
    with store.operation("Udgår"):
        store.change_item(item.id, withdrawn=True)
        store.change_attachment(own.id, withdrawn=True)
        store.move_attachment(own.id, item_id=own.item_id, before=None)
        new = store.add_item(meeting.id, "Nyt", parent_id=section.id)
        with pytest.raises(UserError, match="number-sent"):
            store.change_item(new.id, pinned_number="2.1")
        store.delete_item(new.id)  # it was not sent
    assert store.item(item.id).withdrawn
    assert store.sent(edition.id).item(item.id) is not None
    with store.operation("Træk tilbage"):
        store.withdraw_edition(edition.id)
    with store.operation("Slet"):
        store.delete_item(item.id)
        store.renumber(meeting.id)
    assert titles(store, meeting) == ["1 Velkomst", "2 Temaer og sager", "2.1 Flygtninge"]


def test_what_stands_is_the_last_full_edition_and_its_supplements(store: Store, meeting: Meeting) -> None:
    with store.operation("Eftersend"), pytest.raises(UserError, match="supplement-without-edition"):
        store.issue(meeting.id, EditionKind.SUPPLEMENT, [], table_of(store, meeting))
    first = issue(store, meeting)
    late = issue(store, meeting, EditionKind.SUPPLEMENT)
    assert [own for own, _ in store.standing(meeting.id)] == [first, late]
    with store.operation("Træk tilbage"), pytest.raises(UserError, match="edition-followed") as refused:
        store.withdraw_edition(first.id)
    assert refused.value.facts == {"number": 1, "later": 2}
    third = issue(store, meeting)
    assert [own for own, _ in store.standing(meeting.id)] == [third]
    with store.operation("Udsend referat"):
        minutes = store.issue(meeting.id, EditionKind.FULL, [file_of(store, b"%PDF referat")], Sent())
    assert [own for own, _ in store.standing(meeting.id)] == [third]
    with store.operation("Træk tilbage"):
        withdrawn = store.withdraw_edition(third.id)
    assert (withdrawn.stands, store.edition(third.id)) == (False, withdrawn)
    assert [own for own, _ in store.standing(meeting.id)] == [first, late]
    with store.operation("Træk tilbage"), pytest.raises(UserError, match="edition-withdrawn"):
        store.withdraw_edition(third.id)
    for edition in (late, first):
        with store.operation("Træk tilbage"):
            store.withdraw_edition(edition.id)
    assert store.meeting(meeting.id).state is MeetingState.ISSUED  # its minutes were sent
    with store.operation("Træk tilbage"):
        store.withdraw_edition(minutes.id)
    assert (store.meeting(meeting.id).state, store.standing(meeting.id)) == (MeetingState.DRAFT, ())
    assert [own.number for own in store.editions(meeting.id)] == [1, 2, 3, 4]
    assert issue(store, meeting).number == 5


def test_a_meeting_that_was_held_stays_held(store: Store, meeting: Meeting) -> None:
    edition = issue(store, meeting)
    with store.operation("Afholdt"):
        store.change_meeting(meeting.id, state=MeetingState.HELD)
    second = issue(store, meeting)
    assert store.meeting(meeting.id).state is MeetingState.HELD
    for own in (second, edition):
        with store.operation("Træk tilbage"):
            store.withdraw_edition(own.id)
    assert store.meeting(meeting.id).state is MeetingState.HELD


def test_documents_of_another_agenda_are_not_sent(store: Store, meeting: Meeting) -> None:
    """Somebody has changed what they tell of while they were made."""
    made = table_of(store, meeting)
    item = store.find_item(meeting.id, "2.1")
    own = store.agenda(meeting.id).items[0].attachments[0].attachment
    other = store.content.add_bytes(b"%PDF en anden")
    before = dump(store)
    for step in (
        lambda: store.change_item(item.id, title="Omdøbt"),
        lambda: store.move_item(item.id, parent_id=item.parent_id, before=None),
        lambda: store.delete_item(item.id),
        lambda: store.replace_source(own.id, "ny.pdf", other),
        lambda: store.delete_attachment(own.id),
    ):
        with store.operation("Ret"):
            step()
        with pytest.raises(UserError, match="edition-outdated"), store.operation("Udsend"):
            store.issue(meeting.id, EditionKind.FULL, [], made)
        store.undo()
    assert dump(store) == before


def test_files_that_cannot_be_kept(store: Store, meeting: Meeting) -> None:
    sent, made = table_of(store, meeting), file_of(store, b"%PDF")
    lost = replace(made, sha256=make_sha())
    for files in ([made, replace(made, name="SAMLING.pdf")], [replace(made, name=" ")], [lost]):
        with pytest.raises(Defect, match="store-defect"), store.operation("Udsend"):
            store.issue(meeting.id, EditionKind.FULL, files, sent)
    assert store.editions(meeting.id) == ()
    assert store.meeting(meeting.id).state is MeetingState.DRAFT


def test_what_is_gone(store: Store, meeting: Meeting) -> None:
    gone = EditionId("x")
    with store.operation("Forsøg"):
        for step in (store.edition, store.edition_files, store.sent, store.withdraw_edition):
            with pytest.raises(UserError, match="edition-gone"):
                step(gone)
        for read in (store.editions, store.sign_offs):
            with pytest.raises(UserError, match="meeting-gone"):
                read(MeetingId("x"))
    with store.operation("Slet"):
        edition = store.issue(meeting.id, EditionKind.FULL, [file_of(store, b"%PDF")], table_of(store, meeting))
        store.delete_meeting(meeting.id)
    with pytest.raises(UserError, match="edition-gone"):
        store.edition(edition.id)


def test_what_was_found_is_accepted_by_name(store: Store, meeting: Meeting) -> None:
    own = store.agenda(meeting.id).items[0].attachments[0].attachment
    page, title = (AcceptedFinding(own.id, number, "cpr", make_sha(number)) for number in (4, 0))
    with store.operation("Kvittér"):
        first = store.sign_off(meeting.id, [page])
    with store.operation("Kvittér"):
        store.sign_off(meeting.id, [title])
    assert store.accepted(meeting.id) == {page, title}
    assert store.sign_offs(meeting.id)[0] == first
    assert (first.who, first.findings) == ("abk", (page,))
    store.undo()
    assert store.accepted(meeting.id) == {page}


def test_an_edition_knows_what_it_is() -> None:
    edition = Edition(EditionId("e"), MeetingId("m"), 1, EditionKind.FULL, datetime.now(UTC))
    assert edition.stands
    made = EditionFile(edition.id, DocumentKind.AGENDA, Audience.PUBLIC, FileFormat.WORD, "d.docx", make_sha(), 3, 9)
    assert (made.document, made.audience, made.format) == ("agenda", "public", "docx")
