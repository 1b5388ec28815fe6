"""Searching a store: what is found, in which order, and what it is called."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kkr_desk.errors import Cancelled
from kkr_desk.model import AgendaItem, Decision, MeetingState, Reservation, TextKind
from kkr_desk.store import Store, search_places
from kkr_desk.store.search_places import HitKind
from tests.store.rows import Recorder, add_items, add_meeting
from tests.store.searching import TODAY, add_pages, as_by_hand, by_hand, found, marked


@pytest.fixture
def item(store: Store) -> AgendaItem:
    """The only item of a meeting of 14 March 2025."""
    return add_items(store, add_meeting(store), "Nærhed og sammenhæng")[0]


@pytest.fixture(params=[(400, 0, 0), (0, 0, 0), (0, 9999, 9999), (0, 9999, 0)], ids=["near", "much", "few", "several"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each way in which search goes through a store, depending on how much there is."""
    near, few, several = request.param
    monkeypatch.setattr(search_places, "_NEAR", near)
    monkeypatch.setattr(search_places, "_FEW", dict.fromkeys(search_places._FEW, few))
    monkeypatch.setattr(search_places, "_SEVERAL", several)


def test_what_stands_far_back_is_found(store: Store, item: AgendaItem) -> None:
    add_pages(store, item, "Notat", *["priser"] * search_places._GLANCE, "takster")
    add_pages(store, item, "Bilag", *["priser"] * search_places._NEAR, "takster", "takster")
    assert found(store, "takster") == ["page 1 bilag 1 side 51", "page 1 bilag 2 side 401", "page 1 bilag 2 side 402"]


def test_what_was_decided_and_is_to_be_done_is_found(store: Store, item: AgendaItem) -> None:
    with store.operation("Beslut"):
        store.write_decision(Decision(item.id, "Oversendt", (Reservation("Lemvig", "tager forbehold for takster"),)))
        task = store.add_follow_up(item.id, "Skriv til ministeriet", who="Krogh")
    (hit,) = store.search("forbehold takster")
    assert (hit.item_number, hit.text, hit.snippet) == (
        "1",
        TextKind.DECISION,
        "Oversendt Lemvig tager forbehold for takster",
    )
    assert found(store, "krogh ministeriet") == ["text 1 decision"]
    with store.operation("Fjern"):
        store.remove_follow_up(task.id)
        store.write_decision(Decision(item.id, "Udsat"))
    assert (found(store, "krogh"), found(store, "forbehold"), found(store, "udsat")) == ([], [], ["text 1 decision"])
    store.undo()
    assert found(store, "krogh") == found(store, "forbehold") == ["text 1 decision"]
    assert store.check() == ()


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
        "Fordeling af flygtninge",
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


@pytest.mark.usefixtures("way")
def test_open_meetings_come_first_then_the_newest(store: Store) -> None:
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


@pytest.mark.usefixtures("way")
def test_of_one_attachment_three_pages_are_shown(store: Store, item: AgendaItem) -> None:
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


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(
    ("limit", "titles", "texts", "pages"),
    [(0, 0, 0, 0), (1, 1, 0, 0), (2, 1, 0, 1), (4, 2, 1, 1), (8, 4, 2, 2), (21, 8, 6, 7), (100, 8, 6, 7)],
)
def test_every_kind_has_its_share(store: Store, limit: int, titles: int, texts: int, pages: int) -> None:
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
