"""The index follows every change, and search is what looking into every row would give."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kkr_desk.errors import Cancelled
from kkr_desk.model import AgendaItem, Decision, Reservation, TextKind
from kkr_desk.store import Store
from kkr_desk.store.connection import FILE_NAME
from tests.outlines import DATA
from tests.store.rows import Recorder, add_items, add_meeting, copied, full_meeting
from tests.store.searching import TODAY, add_pages, as_by_hand, by_hand, found, save_pages


@pytest.fixture
def item(store: Store) -> AgendaItem:
    """The only item of a meeting of 14 March 2025."""
    return add_items(store, add_meeting(store), "Nærhed og sammenhæng")[0]


def test_words_are_found_as_soon_as_they_are_written_and_no_longer_when_they_are_gone(
    store: Store, item: AgendaItem
) -> None:
    with store.operation("Omdøb"):
        store.change_item(item.id, title="Rammeaftale")
    assert (found(store, "rammeaftale"), found(store, "nærhed")) == (["item 1"], [])
    store.undo()
    assert (found(store, "rammeaftale"), found(store, "nærhed")) == ([], ["item 1"])
    store.redo()
    assert found(store, "rammeaftale") == ["item 1"]
    with store.operation("Slet"):
        store.delete_meeting(item.meeting_id)
    assert found(store, "rammeaftale") == []
    store.undo()
    assert found(store, "rammeaftale") == ["item 1"]
    assert store.check() == ()


def test_typing_that_comes_to_nothing_leaves_the_words_as_they_were(store: Store, item: AgendaItem) -> None:
    for title in ("Nærhed og sammenhængx", "Nærhed og sammenhæng"):
        with store.operation("Skriv", coalesce_key="titel"):
            store.change_item(item.id, title=title)
    assert found(store, "sammenhængx") == []
    assert found(store, "sammenhæng") == ["item 1"]


def test_an_operation_that_fails_leaves_the_index(store: Store, item: AgendaItem) -> None:
    def fail() -> None:
        with store.operation("Omdøb"):
            store.change_item(item.id, title="Rammeaftale")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert found(store, "rammeaftale") == []
    assert store.check() == ()


def test_pages_that_are_read_anew_are_found_by_their_new_words(store: Store, item: AgendaItem) -> None:
    pdf = add_pages(store, item, "Notat", "gammel", "uændret", "tredje").source
    for texts in (("ny", "uændret", "tredje"), ("ny",), ("ny", "to", "uændret", "fire", "fem"), ("ny", "to")):
        save_pages(store, pdf, *texts)
        for word in ("gammel", "uændret", "tredje", "ny", "fire", "fem", "to"):
            pages = [f"page 1 bilag 1 side {n}" for n, text in enumerate(texts, 1) if text == word]
            assert found(store, word) == pages
        assert store.check() == ()


def test_what_is_deleted_for_good_is_gone_from_the_file(store: Store, item: AgendaItem) -> None:
    add_pages(store, item, "Notat om Hemmeligheden", "Vindmøllepark ved Xylofonbugten")
    other = add_items(store, add_meeting(store, day=date(2024, 1, 5)), "Takster")[0]
    add_pages(store, other, "Oversigt", "takster")
    before = store.file.read_bytes() + store.file.with_name(f"{store.file.name}-wal").read_bytes()
    traces = (b"ylof", b"lofo", b"mmel", b"Xylofon", b"Hemmelig")
    assert [trace for trace in traces if trace not in before] == []
    store.delete_for_good(item.meeting_id)
    left = store.file.read_bytes()
    assert [trace for trace in traces if trace in left] == []
    assert found(store, "xylofonbugten") == []
    assert found(store, "takster") == ["item 1", "page 1 bilag 1 side 1"]
    assert store.check() == ()


OPERATIONS = st.lists(st.tuples(st.integers(0, 10), st.integers(0, 3), st.sampled_from(("kvote", "takst", "plan", ""))))
QUESTIONS = ("kvote", "takst", "plan", "kvoteplan", "akst", "takst plan", '"takst plan"', "bilag")


@given(OPERATIONS)
@settings(max_examples=max(settings().max_examples // 3, 5))  # each makes a store; `test_undo_machine` checks each
def test_search_is_what_looking_into_every_row_would_give(
    empty_store: Path, tmp_path_factory: pytest.TempPathFactory, operations: list[tuple[int, int, str]]
) -> None:
    with Store.open(copied(empty_store, tmp_path_factory.mktemp("store")), who="abk") as store:
        meeting = full_meeting(store)
        for kind, which, word in operations:
            do(store, meeting.id, kind, which, word)
        for question in QUESTIONS:
            hits = store.search(question, limit=10_000, today=TODAY)
            assert as_by_hand(hits) == by_hand(store, question)
        assert [notice.code for notice in store.check() if notice.code.startswith("search")] == []


def do(store: Store, meeting: str, kind: int, which: int, word: str) -> None:
    """One operation on one row, if it is there."""
    agenda = store.agenda(meeting) if store.meetings() else None  # type: ignore[arg-type]
    items = [row.item for row in agenda.items] if agenda else []
    attachments = [own.attachment for row in agenda.items for own in row.attachments] if agenda else []
    steps: dict[int, Callable[[], object]] = {}
    if items:
        item = items[which % len(items)]
        steps |= {
            0: partial(store.change_item, item.id, title=f"{word}plan"),
            1: partial(store.write_text, item.id, TextKind.BACKGROUND, word and f"<p>{word} <b>plan</b></p>"),
            2: partial(store.delete_item, item.id),
            3: partial(store.add_item, item.meeting_id, word),
            9: partial(store.write_decision, Decision(item.id, word, (Reservation(word, f"{word}plan"),))),
            10: partial(store.add_follow_up, item.id, f"{word} plan", who=word),
        }
    if attachments:
        attachment = attachments[which % len(attachments)]
        steps |= {
            4: partial(store.change_attachment, attachment.id, title=word),
            5: partial(store.delete_attachment, attachment.id),
            6: partial(save_pages, store, attachment.source, *[f"{word} {n}" for n in range(which)]),
        }
    if kind in steps:
        with store.operation("Gør"):
            steps[kind]()
    elif kind == 7 and store.undo_label():
        store.undo()
    elif kind == 8 and store.redo_label():
        store.redo()


def test_an_older_store_is_searched_once_it_is_opened(tmp_path: Path) -> None:
    file = tmp_path / FILE_NAME
    with closing(sqlite3.connect(file)) as raw:
        raw.executescript((DATA / "store-1.sql").read_text(encoding="utf-8"))
        titles = [
            title for (title,) in raw.execute("SELECT title FROM item UNION SELECT title FROM attachment") if title
        ]
    with Store.open(tmp_path, who="abk") as upgraded:
        assert titles
        for title in titles:
            assert as_by_hand(upgraded.search(f'"{title}"')) == by_hand(upgraded, f'"{title}"') != set()
        assert [notice.code for notice in upgraded.check() if notice.code.startswith("search")] == []


# -- check, rebuild ----------------------------------------------------------------------------------------------------

SPOILED = (
    "UPDATE page SET text = 'andet' WHERE number = 1",
    "DELETE FROM page WHERE number = 1",
    "INSERT INTO search_page_gram (search_page_gram) VALUES ('delete-all')",
    "INSERT INTO search_row_gram (search_row_gram) VALUES ('delete-all')",
    "DELETE FROM search_pdf",
    "DELETE FROM search_row",
    "UPDATE search_row SET text = 'andet'",
    "UPDATE search_row SET meeting_id = 'x'",
    "INSERT INTO search_due VALUES ('page', 'x', 1, NULL)",
)


@pytest.mark.parametrize("statement", SPOILED)
def test_an_index_out_of_step_is_noticed_and_made_anew(store: Store, item: AgendaItem, statement: str) -> None:
    add_pages(store, item, "Notat", "takster", "priser")
    with closing(sqlite3.connect(store.file)) as raw:
        for event in ("insert", "update", "delete"):
            raw.execute(f"DROP TRIGGER search_page_{event}")
        raw.execute(statement)
        raw.commit()
    assert "search-out-of-step" in [notice.code for notice in store.check()]
    progress = Recorder()
    store.rebuild_search(progress)
    assert {what for _, _, what in progress.steps} <= {"search-index"}
    assert [notice.code for notice in store.check()] == []
    assert as_by_hand(store.search("priser")) == by_hand(store, "priser")


def test_making_anew_can_be_cancelled(store: Store, item: AgendaItem) -> None:
    add_pages(store, item, "Notat", "takster")
    with pytest.raises(Cancelled):
        store.rebuild_search(Recorder(cancel_at=1))
    assert found(store, "takster") == ["page 1 bilag 1 side 1"]
    assert store.check() == ()


def test_what_another_program_wrote_past_us_is_found_after_the_next_change(store: Store, item: AgendaItem) -> None:
    with closing(sqlite3.connect(store.file)) as raw:
        raw.execute("INSERT INTO operation (at, who, label, kind, open) VALUES ('2025-01-01', '', 'x', 'do', 1)")
        raw.execute("UPDATE item SET title = 'Rammeaftale'")
        raw.execute("UPDATE operation SET open = 0")
        raw.commit()
    assert [notice.code for notice in store.check()] == ["search-out-of-step"]
    add_items(store, store.meeting(item.meeting_id), "Eventuelt")
    assert found(store, "rammeaftale") == ["item 1"]
    assert store.check() == ()


def test_a_text_that_no_editor_would_take_is_found_all_the_same(store: Store, item: AgendaItem) -> None:
    with store.operation("Skriv"):
        store.write_text(item.id, TextKind.BACKGROUND, "<b>" * 3000 + "takst&oslash;r" + "</b>" * 3000)
    assert found(store, "takstør") == ["text 1 background"]
