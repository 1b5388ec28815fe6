"""Whatever is done, undone, redone, given up or interrupted by a restart: the rows are those that they should be."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from kkr_desk.errors import UserError
from kkr_desk.model import AgendaItem, Attachment, Meeting, TextKind
from kkr_desk.store import Store
from tests.store.rows import TITLE, dump

TITLES = st.text(max_size=12)
State = dict[str, list[tuple[object, ...]]]


REFUSALS = {
    None,
    "item-gone",
    "attachment-gone",
    "move-into-itself",
    "agenda-too-deep",
    "council-name-empty",
    "council-name-taken",
}


def refusal(step: Callable[[], object]) -> str | None:
    """Take a step; code of the store's refusal, None without one."""
    try:
        step()
    except UserError as error:
        return error.code
    return None


class StoreMachine(RuleBasedStateMachine):
    """A store beside a list of all states it has been in, and where in the list it is."""

    def __init__(self) -> None:
        super().__init__()
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = Path(self.temporary.name)
        self.store = Store.open(self.folder, who="abk")
        self.store._connection.write("PRAGMA synchronous = OFF")  # a crash is tested elsewhere; here speed matters
        self.states: list[State] = [dump(self.store)]
        self.labels: list[str] = []
        self.at = 0
        self.source = self.store.content.add_bytes(b"%PDF")

    def teardown(self) -> None:
        assert all(notice.code == "content-unreferenced" for notice in self.store.check())
        self.store.close()
        self.temporary.cleanup()

    def rows(self) -> tuple[list[Meeting], list[AgendaItem], list[Attachment]]:
        meetings = self.store.meetings()
        numbered = [row for meeting in meetings for row in self.store.agenda(meeting.id).items]
        return meetings, [row.item for row in numbered], [a.attachment for row in numbered for a in row.attachments]

    def do(self, label: str, *steps: Callable[[], object]) -> None:
        """One operation; what the store refuses is left out of it."""
        with self.store.operation(label):
            for step in steps:
                assert refusal(step) in REFUSALS
        now = dump(self.store)
        changed = now != self.states[self.at]
        assert bool(self.store.last_changes.operation) == changed
        if changed:
            self.states[self.at + 1 :] = [now]
            self.labels[self.at :] = [label]
            self.at += 1

    def step(self, data: st.DataObject) -> Callable[[], object]:
        """One random change of what there is."""
        meetings, items, attachments = self.rows()
        councils = [self.store.council("KKR Fyn"), *self.store.councils()]
        steps: list[Callable[[], object]] = [
            lambda: self.store.add_meeting(data.draw(TITLES), date(2025, 1, 1), TITLE),
            lambda: self.store.save_council(replace(data.draw(st.sampled_from(councils)), name=data.draw(TITLES))),
        ]
        if meetings:
            steps += self._on_meeting(data, data.draw(st.sampled_from(meetings)), items)
        if items:
            steps += self._on_item(data, data.draw(st.sampled_from(items)), items)
        if attachments:
            steps += self._on_attachment(data, data.draw(st.sampled_from(attachments)), items, attachments)
        return data.draw(st.sampled_from(steps))

    def one_step(self, data: st.DataObject) -> None:
        """A step chosen when its turn comes, after those before it."""
        self.step(data)()

    def _on_meeting(self, data: st.DataObject, meeting: Meeting, items: list[AgendaItem]) -> list[Callable[[], object]]:
        parents = st.sampled_from([None, *(i.id for i in items if i.meeting_id == meeting.id)])
        add = [
            lambda: self.store.add_item(meeting.id, data.draw(TITLES), parent_id=data.draw(parents)),
        ] * 3
        return [
            *add,
            lambda: self.store.change_meeting(meeting.id, archived=not meeting.archived, council=data.draw(TITLES)),
            lambda: self.store.delete_meeting(meeting.id),
        ]

    def _on_item(self, data: st.DataObject, item: AgendaItem, items: list[AgendaItem]) -> list[Callable[[], object]]:
        store = self.store
        places = st.sampled_from([None, *(i.id for i in items)])
        add = [lambda: store.add_attachment(item.id, data.draw(TITLES), "x.pdf", self.source)] * 3
        return [
            *add,
            lambda: store.write_text(item.id, data.draw(st.sampled_from(TextKind)), data.draw(TITLES)),
            lambda: store.change_item(
                item.id, title=data.draw(TITLES), pinned_number=data.draw(st.none() | st.just("2.4"))
            ),
            lambda: store.move_item(item.id, parent_id=data.draw(places), before=data.draw(places)),
            lambda: store.move_item(item.id, parent_id=item.parent_id, before=data.draw(places)),
            lambda: store._connection.write(
                "UPDATE item SET order_key = 'a0' WHERE meeting_id = ?", (item.meeting_id,)
            ),
            lambda: store.delete_item(item.id),
        ]

    def _on_attachment(
        self, data: st.DataObject, attachment: Attachment, items: list[AgendaItem], attachments: list[Attachment]
    ) -> list[Callable[[], object]]:
        store = self.store
        before = st.sampled_from([None, *(a.id for a in attachments)])
        return [
            lambda: store.change_attachment(attachment.id, title=data.draw(TITLES)),
            lambda: store.move_attachment(
                attachment.id, item_id=data.draw(st.sampled_from(items)).id, before=data.draw(before)
            ),
            lambda: store.delete_attachment(attachment.id),
        ]

    @rule(data=st.data(), label=st.sampled_from(["Ret", "Flyt", "Slet"]))
    def one_change(self, data: st.DataObject, label: str) -> None:
        self.do(label, self.step(data))

    @rule(data=st.data(), count=st.integers(2, 5))
    def several_changes(self, data: st.DataObject, count: int) -> None:
        self.do("Flere", *([lambda: self.one_step(data)] * count))

    @rule(data=st.data())
    def a_change_given_up(self, data: st.DataObject) -> None:
        with pytest.raises(ZeroDivisionError):
            self.give_up(data)

    def give_up(self, data: st.DataObject) -> None:
        with self.store.operation("Opgivet"):
            assert refusal(self.step(data)) in REFUSALS
            raise ZeroDivisionError

    @rule()
    @precondition(lambda self: self.at > 0)
    def undo(self) -> None:
        assert self.store.undo_label() == self.labels[self.at - 1]
        assert self.store.undo() == self.labels[self.at - 1]
        self.at -= 1

    @rule()
    @precondition(lambda self: self.at == 0)
    def nothing_to_undo(self) -> None:
        assert self.store.undo_label() is None
        with pytest.raises(UserError, match="nothing-to-undo"):
            self.store.undo()

    @rule()
    @precondition(lambda self: self.at < len(self.labels))
    def redo(self) -> None:
        assert self.store.redo_label() == self.labels[self.at]
        assert self.store.redo() == self.labels[self.at]
        self.at += 1

    @rule()
    @precondition(lambda self: self.at == len(self.labels))
    def nothing_to_redo(self) -> None:
        assert self.store.redo_label() is None
        with pytest.raises(UserError, match="nothing-to-redo"):
            self.store.redo()

    @rule()
    def restart(self) -> None:
        self.store.close()
        self.store = Store.open(self.folder, who="abk")
        self.store._connection.write("PRAGMA synchronous = OFF")

    @invariant()
    def rows_are_those_of_the_state(self) -> None:
        assert dump(self.store) == self.states[self.at]


TestStoreMachine = StoreMachine.TestCase
TestStoreMachine.settings = settings(max_examples=8, stateful_step_count=30)


class LongStoreMachine(StoreMachine):
    """The same for longer."""


TestLongStoreMachine = pytest.mark.torture(LongStoreMachine.TestCase)
TestLongStoreMachine.settings = settings(max_examples=120, stateful_step_count=80)
