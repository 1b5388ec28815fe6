"""Alternate texts and the language of an attachment: written, undone, replaced, refused; facts of files are kept."""

from __future__ import annotations

import pytest

from kkr_desk.errors import UserError
from kkr_desk.model import (
    INSPECTION,
    Accessibility,
    Attachment,
    Figure,
    FileStatus,
    PageFacts,
    PageTags,
    Rendition,
    figure_place,
    page_place,
)
from kkr_desk.store import Store
from tests.store.rows import add_items, add_meeting, attach, dump


@pytest.fixture
def own(store: Store) -> Attachment:
    (item,) = add_items(store, add_meeting(store), "Budget")
    (attachment,) = attach(store, item, "Notat")
    return attachment


def say(store: Store, attachment: Attachment, place: str, text: str) -> None:
    with store.operation("Beskriv billede"):
        store.write_alternate_text(attachment.id, place, text)


def test_texts_are_kept_by_place_and_undone(store: Store, own: Attachment) -> None:
    assert store.alternate_texts(own.id) == {}
    say(store, own, figure_place(10), "Kort over kommunerne")
    say(store, own, page_place(2), "  Underskrevet \n aftale ")
    say(store, own, figure_place(2), "Søjler")
    texts = {"figure:2": "Søjler", "figure:10": "Kort over kommunerne", "page:2": "Underskrevet aftale"}
    assert store.alternate_texts(own.id) == texts
    assert list(store.alternate_texts(own.id)) == list(texts)
    meeting = store.item(own.item_id).meeting_id
    assert store.meeting_alternate_texts(meeting) == {own.id: texts}
    say(store, own, page_place(2), "")
    assert "page:2" not in store.alternate_texts(own.id)
    store.undo()
    assert store.alternate_texts(own.id) == texts
    store.undo()
    store.undo()
    store.undo()
    assert store.alternate_texts(own.id) == {}
    assert store.meeting_alternate_texts(meeting) == {}


def test_they_go_with_the_file_they_belong_to(store: Store, own: Attachment) -> None:
    say(store, own, "figure:1", "Søjler")
    with store.operation("Sprog"):
        store.change_attachment(own.id, language="sv-SE", title="Nyt")
    assert store.alternate_texts(own.id) == {"figure:1": "Søjler"}
    state = dump(store)
    source = store.content.add_bytes(b"another")
    with store.operation("Erstat"):
        replaced = store.replace_source(own.id, "nyt.pdf", source)
    assert (store.alternate_texts(own.id), replaced.language) == ({}, "sv-SE")
    store.undo()
    assert dump(store) == state


@pytest.mark.parametrize("place", ["figure:0", "figure:", "page:x", "picture:1", "figure:1 ", ""])
def test_a_place_that_is_none_is_refused(store: Store, own: Attachment, place: str) -> None:
    with pytest.raises(UserError, match="alternate-text-invalid"):
        say(store, own, place, "x")
    with pytest.raises(UserError, match="alternate-text-invalid"):
        say(store, own, "figure:1", "x" * 5_001)
    assert store.alternate_texts(own.id) == {}


@pytest.mark.parametrize("language", ["dansk sprog", "d", "da_DK", "-", "da-DK\n"])
def test_a_language_that_is_none_is_refused(store: Store, own: Attachment, language: str) -> None:
    with pytest.raises(UserError, match="language-invalid"), store.operation("Sprog"):
        store.change_attachment(own.id, language=language)
    with pytest.raises(UserError, match="language-invalid"), store.operation("Nyt"):
        store.add_attachment(own.item_id, "T", "t.pdf", own.source, language=language)
    assert store.attachment(own.id) == own


def test_what_is_known_of_a_file_is_kept(store: Store, own: Attachment) -> None:
    known = Accessibility(
        tagged=True,
        language="da-DK",
        title="Notat “æ” 😀",
        untagged=(1, 3),
        scans=(2,),
        fonts=("Arial", "Æble"),
        figures=(Figure("figure:1", 1, ""), Figure("figure:2", 0, "Søjler")),
        declared=True,
    )
    pages = tuple(
        PageFacts(number, 595, 842, 0, "x", tags=tags, open_marks=number) for number, tags in enumerate(PageTags, 1)
    )
    rendition = Rendition(own.source, FileStatus.OK, own.source, 4, pages=pages, accessibility=known)
    store.save_rendition(rendition)
    read = store.rendition(own.source)
    assert read is not None
    assert read.accessibility == known
    assert (read.inspection, read.is_outdated) == (INSPECTION, False)
    assert store.pages(own.source) == pages
    store.save_rendition(Rendition(own.source, FileStatus.OK, own.source, 4, inspection=INSPECTION - 1))
    older = store.rendition(own.source)
    assert older is not None
    assert (older.accessibility, older.is_outdated) == (None, True)
    store.save_rendition(Rendition(own.source, FileStatus.DAMAGED, inspection=INSPECTION - 1))
    damaged = store.rendition(own.source)
    assert damaged is not None
    assert damaged.is_outdated  # it may be included by now
