"""The pages that an attachment chooses: kept in their shortest form, held against its file, gone with it."""

from __future__ import annotations

import pytest

from kkr_desk.errors import UserError
from kkr_desk.model import Attachment, FileStatus, Rendition, Sha256
from kkr_desk.store import Store
from tests.store.rows import add_items, add_meeting, attach, dump


def pdf(store: Store, pages: int, status: FileStatus = FileStatus.OK) -> Sha256:
    """A file that was looked at."""
    source = store.content.add_bytes(f"{pages} {status}".encode())
    store.save_rendition(Rendition(source, status, source if pages else None, pages))
    return source


def attached(store: Store, pages: int, choice: str = "") -> Attachment:
    """An attachment of so many pages."""
    (item,) = add_items(store, add_meeting(store), "A")
    source = pdf(store, pages)
    with store.operation("Nyt bilag"):
        return store.add_attachment(item.id, "Notat", "notat.pdf", source, page_choice=choice)


@pytest.mark.parametrize(
    ("written", "kept"), [("1-3,5", "1-3,5"), (" 3, 2 ;1", "1-3"), ("4 –", "4-5"), ("1-5", ""), ("", "")]
)
def test_a_choice_is_kept_in_its_shortest_form(store: Store, written: str, kept: str) -> None:
    attachment = attached(store, 5, written)
    assert attachment.page_choice == kept
    with store.operation("Vælg"):
        store.change_attachment(attachment.id, page_choice="5")
        changed = store.change_attachment(attachment.id, page_choice=written)
    assert changed == store.attachment(attachment.id)
    assert changed.page_choice == kept


def test_a_choice_that_does_not_fit_is_refused(store: Store) -> None:
    attachment = attached(store, 5, "2")
    before = dump(store)
    with store.operation("Vælg"):
        for wrong in ("6", "0-2", "to"):
            with pytest.raises(UserError, match="page-choice-invalid"):
                store.change_attachment(attachment.id, title="Andet", page_choice=wrong)
            with pytest.raises(UserError, match="page-choice-invalid"):
                store.add_attachment(attachment.item_id, "x", "x.pdf", attachment.source, page_choice=wrong)
    assert dump(store) == before


@pytest.mark.parametrize(("pages", "kept"), [(5, "2-3"), (3, "2-3"), (2, ""), (1, ""), (0, "2-3")])
def test_another_file_keeps_title_and_number(store: Store, pages: int, kept: str) -> None:
    """A choice that the new file can fulfil stays."""
    attachment = attached(store, 8, "2-3")
    status = FileStatus.OK if pages else FileStatus.PASSWORD
    source = pdf(store, pages, status)
    before = dump(store)
    with store.operation("Erstat fil"):
        changed = store.replace_source(attachment.id, "nyt\nnotat.pdf", source)
    assert (changed.title, changed.file_name, changed.source) == ("Notat", "nyt notat.pdf", source)
    assert changed.page_choice == kept
    assert store.undo() == "Erstat fil"
    assert dump(store) == before


def test_a_file_and_its_choice_at_once(store: Store) -> None:
    attachment = attached(store, 8, "2-3")
    with store.operation("Erstat fil"):
        changed = store.change_attachment(attachment.id, source=pdf(store, 2), page_choice="2")
    assert changed.page_choice == "2"


def test_a_file_that_nobody_has_looked_at(store: Store) -> None:
    (item,) = add_items(store, add_meeting(store), "A")
    (attachment,) = attach(store, item, "1")
    with store.operation("Vælg"):
        assert store.change_attachment(attachment.id, page_choice="2, 3").page_choice == "2-3"
        with pytest.raises(UserError, match="page-choice-invalid"):
            store.change_attachment(attachment.id, page_choice="x")
    store.save_rendition(Rendition(attachment.source, FileStatus.OK, attachment.source, 1))
    with store.operation("Omdøb"):
        assert store.change_attachment(attachment.id, title="Ny").page_choice == "2-3"  # not asked, not touched
