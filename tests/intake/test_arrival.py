from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kkr_desk.errors import Cancelled, UserError
from kkr_desk.intake.arrival import Attached, import_meeting, take_in, title_of, write_attachments
from kkr_desk.intake.inspector import Inspector
from kkr_desk.meeting_file import MeetingFile, read
from kkr_desk.model import AttachmentId, FileStatus, Notice, Rendition
from kkr_desk.progress import NullProgress, Progress
from kkr_desk.sentences import NOTICES, facts_of
from kkr_desk.store import Store
from tests.factory import HORRIBLE_NAME
from tests.intake.papers import simple


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "kommer ind"
    folder.mkdir()
    return folder


def attachment(file: str, **entries: Any) -> dict[str, Any]:
    return {"title": f"Om {file}", "file": file, **entries}


def meeting_file(folder: Path, *items: dict[str, Any], **entries: Any) -> MeetingFile:
    path = folder / "meeting.json"
    meeting = {"council": "KKR Sjælland", "date": "2024-06-19", "items": list(items), **entries}
    path.write_text(json.dumps(meeting), encoding="utf-8")
    return read(path)


def item(number: str | None, *attachments: dict[str, Any], **entries: Any) -> dict[str, Any]:
    given = {} if number is None else {"number": number}
    return {"title": f"Sag {number}", "attachments": list(attachments), **given, **entries}


def shown(store: Store) -> list[tuple[str, str, list[tuple[int, str, int]]]]:
    agenda = store.agenda(store.meetings()[0].id)
    return [
        (
            row.number,
            row.item.heading,
            [(a.number, a.attachment.title, a.rendition.page_count) for a in row.attachments],
        )
        for row in agenda.items
    ]


class Watcher:
    def __init__(self, cancel_after: float = 2.0) -> None:
        self.seen: list[tuple[int, int, str]] = []
        self._cancel_after = cancel_after

    def step(self, done: int, total: int, what: str = "") -> None:
        self.seen.append((done, total, what))
        if total and done / total > self._cancel_after:
            raise Cancelled


def test_an_issued_meeting(store: Store, inspector: Inspector, folder: Path) -> None:
    for n in (1, 2, 3):
        simple(folder, f"{n}.pdf", pages=n, words=f"Bilag {n}")
    meeting = meeting_file(
        folder,
        item("2.4", attachment("1.pdf", number=1, pages=1), case_type="Beslutningssag"),
        item("2.6", attachment("2.pdf", number=2, pages=2), attachment("3.pdf", number=4)),
        issued=True,
        index_title="Bilag til mødet",
    )
    imported = import_meeting(store, meeting, inspector, NullProgress())
    assert (imported.items, imported.attachments, imported.pages, imported.warnings) == (2, 3, 6, ())
    assert store.meetings() == [imported.meeting]
    assert (imported.meeting.council, imported.meeting.index_title) == ("KKR Sjælland", "Bilag til mødet")
    assert shown(store) == [
        ("2", "", []),
        ("2.4", "Beslutningssag: Sag 2.4", [(1, "Om 1.pdf", 1)]),
        ("2.6", "Sag 2.6", [(2, "Om 2.pdf", 2), (4, "Om 3.pdf", 3)]),
    ]


def test_it_is_one_step_to_undo(store: Store, inspector: Inspector, folder: Path) -> None:
    simple(folder)
    import_meeting(store, meeting_file(folder, item("1", attachment("file.pdf"))), inspector, NullProgress())
    assert store.undo() == "Importér mødet 19. juni 2024"
    assert store.meetings() == []


def test_pages_are_known_to_the_store(store: Store, inspector: Inspector, folder: Path) -> None:
    simple(folder, pages=2, words="Referat")
    import_meeting(store, meeting_file(folder, item("1", attachment("file.pdf"))), inspector, NullProgress())
    (row,) = store.agenda(store.meetings()[0].id).items
    pdf = row.attachments[0].rendition.pdf
    assert pdf is not None
    assert [page.text for page in store.pages(pdf)] == ["Referat 1", "Referat 2"]
    assert all(page.digest for page in store.pages(pdf))


def test_what_is_said_for_those_who_listen_comes_in(store: Store, inspector: Inspector, folder: Path) -> None:
    simple(folder)
    said = attachment("file.pdf", language="en", alternate_texts={"page:1": "A map"})
    import_meeting(store, meeting_file(folder, item("1", said)), inspector, NullProgress())
    (row,) = store.agenda(store.meetings()[0].id).items
    own = row.attachments[0]
    assert (own.attachment.language, store.alternate_texts(own.attachment.id)) == ("en", {"page:1": "A map"})
    assert own.rendition.accessibility is not None
    assert own.rendition.accessibility.untagged == (1,)


def test_the_same_content_is_looked_at_once(store: Store, inspector: Inspector, folder: Path) -> None:
    simple(folder)
    meeting = meeting_file(folder, item("1", attachment("file.pdf")))
    import_meeting(store, meeting, inspector, NullProgress())

    class Unwilling(Inspector):
        def inspect(self, *arguments: Any, **options: Any) -> Rendition:
            raise AssertionError("it is known already")

    assert import_meeting(store, meeting, Unwilling(), NullProgress()).pages == 1


def test_a_file_that_took_too_long_is_looked_at_again(store: Store, inspector: Inspector, folder: Path) -> None:
    path = simple(folder)
    source = store.content.add(path)
    store.save_rendition(Rendition(source, FileStatus.TIMEOUT))
    imported = import_meeting(store, meeting_file(folder, item("1", attachment(path.name))), inspector, NullProgress())
    assert imported.pages == 1


def test_a_file_that_cannot_be_included_is_kept_and_named(store: Store, inspector: Inspector, folder: Path) -> None:
    (folder / "breve.rar").write_bytes(b"Rar!\x1a\x07\x00")
    simple(folder)
    meeting = meeting_file(folder, item("1", attachment("file.pdf"), attachment("breve.rar")))
    imported = import_meeting(store, meeting, inspector, NullProgress())
    where = (("item", "1"), ("attachment", "2"), ("title", "Om breve.rar"), ("file", "breve.rar"))
    assert imported.warnings == (Notice("file-archive", (*where, ("kind", "rar"))),)
    assert (imported.attachments, imported.pages) == (2, 1)
    (row,) = store.agenda(imported.meeting.id).items
    assert [a.rendition.status for a in row.attachments] == [FileStatus.OK, FileStatus.UNSUPPORTED]


def test_stated_pages_that_differ_and_the_same_file_twice(store: Store, inspector: Inspector, folder: Path) -> None:
    simple(folder, pages=2)
    meeting = meeting_file(
        folder, item("1", attachment("file.pdf", pages=3)), item("2", attachment("file.pdf", pages=2)), issued=True
    )
    imported = import_meeting(store, meeting, inspector, NullProgress())
    told = [(notice.code, dict(notice.facts)) for notice in imported.warnings]
    first = {"item": "1", "attachment": "1", "title": "Om file.pdf", "file": "file.pdf"}
    assert told == [
        ("attachment-pages-differ", {**first, "stated": "3", "found": "2"}),
        ("attachment-twice", {**first, "item": "2", "other_item": "1", "other_attachment": "1"}),
    ]
    for code, facts in told:
        assert facts_of(NOTICES[code].da) | facts_of(NOTICES[code].en) <= set(facts)


def test_a_second_meeting_of_the_same_day_is_told(store: Store, inspector: Inspector, folder: Path) -> None:
    simple(folder)
    meeting = meeting_file(folder, item("1", attachment("file.pdf")))
    assert import_meeting(store, meeting, inspector, NullProgress()).warnings == ()
    again = import_meeting(store, meeting, inspector, NullProgress())
    assert again.warnings == (Notice("meeting-twice", (("council", "KKR Sjælland"), ("date", "2024-06-19"))),)
    assert len(store.meetings()) == 2
    other = meeting_file(folder, item("1", attachment("file.pdf")), council="KKR Nordjylland")
    assert import_meeting(store, other, inspector, NullProgress()).warnings == ()


def test_a_missing_file_is_named_before_anything_is_stored(store: Store, inspector: Inspector, folder: Path) -> None:
    first, second = simple(folder, "a.pdf"), simple(folder, "b.pdf")
    meeting = meeting_file(folder, item("1", attachment(first.name), attachment(second.name)))
    second.unlink()
    with pytest.raises(UserError) as caught:
        import_meeting(store, meeting, inspector, NullProgress())
    assert (caught.value.code, caught.value.facts) == ("file-missing", {"file": "b.pdf"})
    assert store.meetings() == []
    assert not store.content.folder.exists()


@pytest.mark.parametrize("moment", [0.0, 0.05, 0.5, 0.99])
def test_cancel_leaves_no_row(store: Store, inspector: Inspector, folder: Path, moment: float) -> None:
    names = [simple(folder, f"{n}.pdf", words=f"Bilag {n}").name for n in range(3)]
    meeting = meeting_file(folder, item("1", *map(attachment, names)))
    with pytest.raises(Cancelled):
        import_meeting(store, meeting, inspector, Watcher(cancel_after=moment))
    assert store.meetings() == []
    assert import_meeting(store, meeting, inspector, NullProgress()).pages == 3


def test_progress_rises_over_all_files_to_the_end(store: Store, inspector: Inspector, folder: Path) -> None:
    names = [simple(folder, f"{n}.pdf", pages=n, words=f"Bilag {n}").name for n in (1, 40)]
    watcher = Watcher()
    import_meeting(store, meeting_file(folder, item("1", *map(attachment, names))), inspector, watcher)
    done = [step[0] for step in watcher.seen]
    assert done == sorted(done)
    assert watcher.seen[-1][0] == watcher.seen[-1][1] > 0
    assert len({step[1] for step in watcher.seen}) == 1
    assert {step[2] for step in watcher.seen} == set(names)


def attach(
    store: Store,
    inspector: Inspector,
    *files: Path,
    progress: Progress | None = None,
    before: AttachmentId | None = None,
) -> tuple[Attached, ...]:
    meeting = store.meetings()[0]
    target = store.find_item(meeting.id, "1")
    arrived = take_in(store, files, inspector, progress or NullProgress())
    with store.operation("Vedhæft"):
        return write_attachments(store, target.id, arrived, before=before)


def test_files_are_attached_behind_those_there(store: Store, inspector: Inspector, folder: Path) -> None:
    simple(folder, "a.pdf", words="a")
    import_meeting(store, meeting_file(folder, item("1", attachment("a.pdf"))), inspector, NullProgress())
    new = simple(folder, HORRIBLE_NAME, pages=2, words="b")
    (attached,) = attach(store, inspector, new)
    assert attached.attachment.file_name == HORRIBLE_NAME.replace("u\u0308", "ü")
    assert (attached.rendition.page_count, attached.rendition.pages, attached.warnings) == (2, (), ())
    assert [(number, pages) for number, _, pages in shown(store)[0][2]] == [(1, 1), (2, 2)]
    assert store.undo() == "Vedhæft"
    assert len(shown(store)[0][2]) == 1


def test_files_are_attached_before_another(store: Store, inspector: Inspector, folder: Path) -> None:
    simple(folder, "a.pdf", words="a")
    import_meeting(store, meeting_file(folder, item("1", attachment("a.pdf"))), inspector, NullProgress())
    there = store.agenda(store.meetings()[0].id).items[0].attachments[0].attachment
    attach(store, inspector, simple(folder, "b.pdf"), simple(folder, "c.pdf"), before=there.id)
    assert [title for _, title, _ in shown(store)[0][2]] == ["b", "c", "Om a.pdf"]


def test_taking_in_writes_no_row(store: Store, inspector: Inspector, folder: Path) -> None:
    import_meeting(store, meeting_file(folder, item("1")), inspector, NullProgress())
    (arrived,) = take_in(store, [simple(folder, "Et_notat.pdf", pages=2)], inspector, NullProgress())
    assert (arrived.file_name, arrived.title, arrived.rendition.page_count) == ("Et_notat.pdf", "Et notat", 2)
    assert store.content.path(arrived.rendition.source).is_file()
    assert shown(store)[0][2] == []


def test_the_same_file_as_another_is_told(store: Store, inspector: Inspector, folder: Path) -> None:
    path = simple(folder, "a.pdf")
    import_meeting(store, meeting_file(folder, item("1", attachment("a.pdf"))), inspector, NullProgress())
    first, second = attach(store, inspector, path, path)
    assert [notice.code for notice in first.warnings] == ["attachment-twice"]
    assert dict(second.warnings[0].facts)["other_attachment"] == "1"


def test_the_same_file_at_an_earlier_meeting_is_told(store: Store, inspector: Inspector, folder: Path) -> None:
    path = simple(folder, "a.pdf")
    import_meeting(store, meeting_file(folder, item("1")), inspector, NullProgress())
    earlier = meeting_file(folder, item("3", attachment("a.pdf")), date="2024-04-17")
    import_meeting(store, earlier, inspector, NullProgress())
    (told,) = attach(store, inspector, path)
    (notice,) = told.warnings
    assert notice.code == "attachment-known"
    facts = dict(notice.facts)
    assert (facts["date"], facts["other_item"], facts["other_title"]) == ("17-04-2024", "3", "Om a.pdf")
    assert facts_of(NOTICES[notice.code].da) | facts_of(NOTICES[notice.code].en) <= set(facts)


def test_a_cancel_attaches_nothing(store: Store, inspector: Inspector, folder: Path) -> None:
    import_meeting(store, meeting_file(folder, item("1")), inspector, NullProgress())
    with pytest.raises(Cancelled):
        attach(store, inspector, simple(folder), progress=Watcher(cancel_after=0.5))
    assert shown(store)[0][2] == []


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Notat_om_organisering__af_botilbud.pdf", "Notat om organisering af botilbud"),
        ("Bilag 1 v2.3.pdf", "Bilag 1 v2.3"),
        ("Bilag 1 - Faktaark.pdf", "Faktaark"),
        ("bilag_12_Økonomi og tal.pdf", "Økonomi og tal"),
        ("Bilag 3.pdf", "Bilag 3"),
        ("_.pdf", "_.pdf"),
        ("uden endelse", "uden endelse"),
    ],
)
def test_the_first_title_is_the_files_name(name: str, title: str) -> None:
    assert title_of(Path(name)) == title


def test_the_real_meetings(store: Store, inspector: Inspector, shared: Path) -> None:
    for path in sorted((shared / "meetings").glob("*/meeting.json")):
        meeting = read(path)
        imported = import_meeting(store, meeting, inspector, NullProgress())
        assert (imported.items, imported.attachments) == (len(meeting.items), 10)
        assert imported.pages == sum(a.pages or 0 for i in meeting.items for a in i.attachments)
        assert imported.warnings == ()
        numbers = [row.number for row in store.agenda(imported.meeting.id).items if row.item.title]
        assert numbers == [i.number for i in meeting.items]
