"""Whatever two people do to one meeting: any mixture of both is sound, and one undo takes it back."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kkr_desk.errors import UserError
from kkr_desk.model import AttachmentId, ItemId, MeetingId, Shown, TextKind, Treatment
from kkr_desk.numbering import MAX_DEPTH
from kkr_desk.sentences import Language
from kkr_desk.store import Store
from kkr_desk.store.meeting_exchange.differences import Differences, Side
from kkr_desk.store.meeting_exchange.words import course, heading, lines
from tests.store.meeting_exchange.exchanges import Pair, all_of, compare, rows, take_in
from tests.store.rows import dump


def _work(store: Store, meeting_id: MeetingId, data: st.DataObject, who: str) -> None:
    """Some random changes of a meeting."""
    for n in range(data.draw(st.integers(0, 5))):
        items = [row.item for row in store.agenda(meeting_id).items]
        with store.operation(f"{who} {n}"), contextlib.suppress(UserError):  # a move into itself, or too deep
            _change(store, meeting_id, data, f"{who} {n}", [item.id for item in items])


def _change(store: Store, meeting_id: MeetingId, data: st.DataObject, word: str, items: list[ItemId]) -> None:
    kinds = ["add", "title", "move", "delete", "text", "attach", "rearrange", "unattach", "treat"]
    kind = data.draw(st.sampled_from(kinds))
    any_item = st.sampled_from(items) if items else st.none()
    places = st.sampled_from([None, *items])
    attachments = [a.attachment for row in store.agenda(meeting_id).items for a in row.attachments]
    if kind == "add":
        store.add_item(meeting_id, word, parent_id=data.draw(places))
    elif kind in {"rearrange", "unattach", "treat"}:
        if attachments:
            _change_attachment(store, data, kind, data.draw(st.sampled_from(attachments)).id, items)
    elif items:
        item = ItemId(str(data.draw(any_item)))
        if kind == "title":
            store.change_item(item, title=word)
        elif kind == "move":
            store.move_item(item, parent_id=data.draw(places), before=None)
        elif kind == "delete":
            store.delete_item(item)
        elif kind == "text":
            store.write_text(item, data.draw(st.sampled_from(TextKind)), f"<p>{word}</p>")
        elif kind == "attach":
            store.add_attachment(item, word, "x.pdf", store.content.add_bytes(word.encode()))


def _change_attachment(
    store: Store, data: st.DataObject, kind: str, attachment: AttachmentId, items: list[ItemId]
) -> None:
    if kind == "rearrange":
        store.move_attachment(attachment, item_id=data.draw(st.sampled_from(items)), before=None)
    elif kind == "unattach":
        store.delete_attachment(attachment)
    else:
        shown = st.sampled_from(Shown)
        store.change_attachment(attachment, treatment=Treatment(data.draw(shown), hidden=data.draw(shown)))


@settings(max_examples=max(settings().max_examples // 4, 5))  # each works in two stores
@given(data=st.data())
def test_whatever_two_people_do(made_pair: Path, data: st.DataObject) -> None:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        shutil.copytree(made_pair, folder, dirs_exist_ok=True)
        here = stack.enter_context(Store.open(folder / "her", who="abk"))
        there = stack.enter_context(Store.open(folder / "der", who="mette"))
        for each in (here, there):
            each._connection.write("PRAGMA synchronous = OFF")  # a crash is tested elsewhere; here speed matters
        pair = Pair(here, there, folder)
        _work(here, pair.id, data, "her")
        _work(there, pair.id, data, "der")
        file = pair.file()
        there.save_meeting(pair.id, file)
        _, differences = compare(here, file)
        before = dump(here)
        take_in(here, file, all_of(Side.OURS))
        assert dump(here) == before
        choice = {i.item: data.draw(st.sampled_from(i.sides)) for i in differences.items}
        take_in(here, file, lambda _: choice)
        _is_sound(here, pair.id)
        if here.last_changes.operation:
            here.undo()
        assert dump(here) == before
        take_in(here, file, all_of(Side.THEIRS))
        assert rows(here, pair.id) == rows(there, pair.id)
        assert compare(here, file)[1].items == ()
        _all_is_told(differences)


def _is_sound(store: Store, meeting_id: MeetingId) -> None:
    """Every item can be reached, none too deep, and nothing points nowhere."""
    agenda = store.agenda(meeting_id)
    assert len(agenda.items) == len(rows(store, meeting_id)["item"])
    assert all(row.level <= MAX_DEPTH for row in agenda.items)
    assert {notice.code for notice in store.check()} <= {"content-unreferenced"}


def _all_is_told(differences: Differences) -> None:
    """Every difference has words in both languages."""
    for one in differences.items:
        for language in Language:
            assert heading(one, language)
            assert course(one, language)
            told = lines(one, differences, language)
            assert told
            assert all(line.label and line.ours and line.theirs for line in told)
