"""Searching a store: what is found, in which order, what it is called, and that the index follows every change."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kkr_desk.errors import Cancelled
from kkr_desk.model import AgendaItem, Attachment, FileStatus, MeetingState, PageFacts, Rendition, Sha256, TextKind
from kkr_desk.store import Store, search_places
from kkr_desk.store.search import Hit
from kkr_desk.store.search_index import plain
from kkr_desk.store.search_places import HitKind
from kkr_desk.store.search_query import parse
from kkr_desk.store.search_words import fold
from tests.store.rows import Recorder, add_items, add_meeting, full_meeting

TODAY = date(2025, 6, 1)


def add_pages(store: Store, item: AgendaItem, title: str, *texts: str, source: bytes | None = None) -> Attachment:
    """An attachment whose pages have these texts."""
    content = store.content.add_bytes(source or title.encode())
    save_pages(store, content, *texts)
    with store.operation("Vedhæft"):
        return store.add_attachment(item.id, title, f"{title}.pdf", content)


def save_pages(store: Store, pdf: Sha256, *texts: str) -> None:
    pages = tuple(PageFacts(n, 595, 842, 0, text) for n, text in enumerate(texts, 1))
    store.save_rendition(Rendition(pdf, FileStatus.OK, pdf, len(pages), pages=pages))


def found(store: Store, words: str) -> list[str]:
    """Hits in words: kind, number, attachment, page."""
    return [told(hit) for hit in store.search(words, today=TODAY)]


def told(hit: Hit) -> str:
    attachment = f"bilag {hit.attachment_number}" if hit.attachment_number else ""
    page = f"side {hit.page}" if hit.page else ""
    return " ".join(filter(None, (hit.kind, hit.item_number, attachment, hit.text, page)))


def marked(hit: Hit) -> list[str]:
    return [hit.snippet[start:end] for start, end in hit.marks]


def by_hand(store: Store, words: str) -> set[tuple[str, str, int]]:
    """What search must find, from the rows alone: kind, id of the row (of a page, its attachment) and page."""
    query = parse(words)
    with closing(sqlite3.connect(store.file)) as raw:
        texts: Iterable[tuple[str, str, int, str]] = [
            *(
                ("attachment", row, 0, f"{a}\n{b}")
                for row, a, b in raw.execute("SELECT id, title, file_name FROM attachment")
            ),
            *(
                ("item", row, 0, "\n".join(filter(None, words)))
                for row, *words in raw.execute("SELECT id, title, case_type, case_number, caseworker FROM item")
            ),
            *(("text", row, 0, plain(html)) for row, html in raw.execute("SELECT id, html FROM item_text")),
            *(
                ("page", row, number, text)
                for row, number, text in raw.execute(
                    "SELECT attachment.id, number, text FROM attachment "
                    "JOIN rendition USING (source) JOIN page ON page.pdf = rendition.pdf"
                )
            ),
        ]
    return {(kind, row, page) for kind, row, page, text in texts if query.places(fold(text))}


def as_by_hand(hits: Sequence[Hit]) -> set[tuple[str, str, int]]:
    rows = {
        HitKind.ITEM: lambda hit: hit.item_id,
        HitKind.ATTACHMENT: lambda hit: hit.attachment_id,
        HitKind.PAGE: lambda hit: hit.attachment_id,
        HitKind.TEXT: lambda hit: f"{hit.item_id}/{hit.text}",
    }
    return {(hit.kind.value, rows[hit.kind](hit), hit.page or 0) for hit in hits if hit.kind in rows}


@pytest.fixture
def item(store: Store) -> AgendaItem:
    """The only item of a meeting of 14 March 2025."""
    return add_items(store, add_meeting(store), "Nærhed og sammenhæng")[0]


# -- what is found -----------------------------------------------------------------------------------------------------


def test_every_kind_of_place_is_found_and_named(store: Store) -> None:
    meeting = add_meeting(store)
    section, other = add_items(store, meeting, "Temaer", "Eventuelt")
    with store.operation("Sag"):
        item = store.add_item(
            meeting.id,
            "Fordeling af flygtninge",
            parent_id=section.id,
            case_type="Beslutningssag",
            case_number="SAG-2025-00413",
            caseworker="abk",
        )
        store.write_text(item.id, TextKind.BACKGROUND, "<p>Kommunerne har <b>aftalt</b> en flygtninge&shy;kvote.</p>")
        store.write_text(item.id, TextKind.DECISION, "<p>Godkendt med flygtningekvoten.</p>")
    add_pages(store, other, "Landstal", "Uden ordet", "Om flygtninge-\nkvoter i 2025")
    assert found(store, "flygtninge") == [
        "item 1.1",
        "text 1.1 background",
        "text 1.1 decision",
        "page 2 bilag 1 side 2",
    ]
    assert found(store, "flygtningekvote") == ["text 1.1 background", "text 1.1 decision", "page 2 bilag 1 side 2"]
    assert found(store, "sag-2025-00413") == found(store, "ABK") == ["item 1.1"]
    assert found(store, "landstal.pdf") == ["attachment 2 bilag 1"]
    assert found(store, "midtsjælland 14. marts") == ["meeting"]
    (hit,) = store.search("kvoter")
    assert (hit.title, hit.snippet, marked(hit)) == ("Landstal", "Om flygtningekvoter i 2025", ["kvoter"])
    assert hit.meeting == meeting
    (hit,) = store.search("beslutningssag")
    assert (hit.title, hit.snippet) == (
        "Beslutningssag: Fordeling af flygtninge",
        "Fordeling af flygtninge · Beslutningssag · SAG-2025-00413 · abk",
    )


def test_all_words_must_stand_in_one_place(store: Store, item: AgendaItem) -> None:
    add_pages(store, item, "Notat", "region og kommune", "region", "kommune")
    assert found(store, "kommune region") == ["page 1 bilag 1 side 1"]
    assert found(store, '"region og"') == ["page 1 bilag 1 side 1"]
    assert found(store, '"og region"') == []


def test_one_file_of_two_meetings_is_found_in_both(store: Store, item: AgendaItem) -> None:
    add_pages(store, item, "Notat", "takster", source=b"1")
    other = add_items(store, add_meeting(store, day=date(2024, 1, 5)), "Takster")[0]
    add_pages(store, other, "Samme notat", "takster", source=b"1")
    assert [(hit.meeting.date.year, hit.title) for hit in store.search("takster", today=TODAY)] == [
        (2025, "Notat"),
        (2024, "Takster"),
        (2024, "Samme notat"),
    ]


@pytest.mark.parametrize("few", [0, 1000])
def test_open_meetings_come_first_then_the_newest(store: Store, monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    monkeypatch.setattr(search_places, "_FEW", few)
    days = ((2023, MeetingState.APPROVED, False), (2024, MeetingState.DRAFT, False), (2026, MeetingState.HELD, False))
    archived = (2027, MeetingState.DRAFT, True)
    for year, state, put_away in (archived, *days, (2022, MeetingState.HELD, False)):
        with store.operation("Møde"):
            meeting = store.add_meeting(f"KKR {year}", date(year, 3, 1), "Bilag", state=state)
            store.change_meeting(meeting.id, archived=put_away)
            item = store.add_item(meeting.id, "Takster")
            store.write_text(item.id, TextKind.BACKGROUND, "Takster")
        add_pages(store, item, f"Oversigt {year}", "takster")
    hits = store.search("takster", today=TODAY)
    assert list(dict.fromkeys(hit.meeting.date.year for hit in hits)) == [2026, 2024, 2023, 2022, 2027]
    assert [hit.kind.value for hit in hits[:3]] == ["item", "text", "page"]
    assert as_by_hand(hits) == by_hand(store, "takster")


@pytest.mark.parametrize("few", [0, 1000])
def test_of_one_attachment_three_pages_are_shown(
    store: Store, item: AgendaItem, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(search_places, "_FEW", few)
    add_pages(store, item, "Notat", *["takster"] * 9)
    add_pages(store, item, "Bilag", *["takster"] * 3)
    hits = store.search("takster")
    assert [(hit.attachment_number, hit.page, hit.more) for hit in hits] == [
        (1, 1, False),
        (1, 2, False),
        (1, 3, True),
        (2, 1, False),
        (2, 2, False),
        (2, 3, False),
    ]


@pytest.mark.parametrize("few", [0, 1000])
@pytest.mark.parametrize(
    ("limit", "titles", "texts", "pages"),
    [(0, 0, 0, 0), (1, 1, 0, 0), (2, 1, 0, 1), (4, 2, 1, 1), (8, 4, 2, 2), (21, 8, 6, 7), (100, 8, 6, 7)],
)
def test_every_kind_has_its_share(
    store: Store, monkeypatch: pytest.MonkeyPatch, limit: int, titles: int, texts: int, pages: int, few: int
) -> None:
    monkeypatch.setattr(search_places, "_FEW", few)
    items = add_items(store, add_meeting(store), *["Takster"] * 8)
    with store.operation("Tekster"):
        for row in items[:6]:
            store.write_text(row.id, TextKind.BACKGROUND, "takster")
    for n, row in enumerate(items[:7]):
        add_pages(store, row, f"Notat {n}", "takster")
    kinds = [hit.kind for hit in store.search("takster", limit=limit)]
    assert [kinds.count(kind) for kind in (HitKind.ITEM, HitKind.TEXT, HitKind.PAGE)] == [titles, texts, pages]


def test_numbers_are_those_of_the_agenda(store: Store) -> None:
    meeting = add_meeting(store)
    first, _ = add_items(store, meeting, "Et", "To")
    add_pages(store, first, "Et notat", "takster")
    with store.operation("Fasthold"):
        store.change_item(first.id, pinned_number="4")
        (attachment,) = [own.attachment for own in store.agenda(meeting.id).items[0].attachments]
        store.change_attachment(attachment.id, pinned_number=7)
    assert found(store, "takster") == ["page 4 bilag 7 side 1"]


def test_a_reader_searches_too(store: Store, item: AgendaItem, folder: Path) -> None:
    add_pages(store, item, "Notat", "takster")
    store.close()
    with Store.open(folder, read_only=True) as reader:
        assert found(reader, "takster") == ["page 1 bilag 1 side 1"]


def test_a_newer_question_ends_the_search(store: Store, item: AgendaItem) -> None:
    add_pages(store, item, "Notat", *["takster og priser"] * 300)
    with pytest.raises(Cancelled):
        store.search("takster", progress=Recorder(cancel_at=1))
    assert len(store.search("takster")) == 3


def test_a_search_in_the_midst_of_much_is_ended(
    store: Store, item: AgendaItem, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kkr_desk.store.search._STEPS", 50)
    add_pages(store, item, "Notat", *[f"takster og priser {n}" for n in range(300)])
    progress = Recorder(cancel_at=5)
    with pytest.raises(Cancelled):
        store.search("takster", progress=progress)
    assert len(progress.steps) == 5
    with store.operation("Bagefter"):  # nothing is left open
        store.change_item(item.id, title="Nyt")


# -- the index follows -------------------------------------------------------------------------------------------------


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


OPERATIONS = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 3), st.sampled_from(("kvote", "takst", "plan", ""))))
QUESTIONS = ("kvote", "takst", "plan", "kvoteplan", "akst", "takst plan", '"takst plan"', "bilag")


@given(OPERATIONS)
@settings(max_examples=30)  # each makes a store; `test_undo_machine` checks every one it makes
def test_search_is_what_looking_into_every_row_would_give(
    tmp_path_factory: pytest.TempPathFactory, operations: list[tuple[int, int, str]]
) -> None:
    with Store.open(tmp_path_factory.mktemp("store"), who="abk") as store:
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
