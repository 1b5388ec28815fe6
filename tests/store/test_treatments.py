"""A file treated in two ways is two renditions; how an attachment's file is treated is journaled like every field."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kkr_desk.model import (
    INSPECTION,
    NOBODY_HERE,
    Attachment,
    Detail,
    FileStatus,
    NumberedAttachment,
    Particulars,
    Rendition,
    Sha256,
    Shown,
    Treatment,
)
from kkr_desk.store import Store
from tests.factory import make_sha
from tests.store.rows import add_items, add_meeting, attach, dump

SHOWN = Treatment(changes=Shown.SHOWN, comments=Shown.LEFT_OUT)
"""What is decided of a Word file."""


@pytest.fixture
def own(store: Store) -> Attachment:
    """An attachment of the only item of a meeting."""
    (item,) = add_items(store, add_meeting(store), "Flygtninge")
    return attach(store, item, "Notat")[0]


def stands(store: Store) -> NumberedAttachment:
    """The attachment as it stands in its agenda."""
    return store.agenda(store.meetings()[0].id).items[0].attachments[0]


def made(source: Sha256, pages: int, treatment: Treatment = Treatment()) -> Rendition:  # noqa: B008  a frozen value
    """A rendition of a Word file with a PDF of its own."""
    said = Particulars(title=f"Notat med {pages}\nsider", sender="Roskilde Kommune")
    pdf = make_sha((source, pages))
    return Rendition(source, FileStatus.OK, pdf, pages, "docx", treatment=treatment, particulars=said)


def test_an_attachment_has_the_rendition_of_its_own_treatment(store: Store, own: Attachment) -> None:
    plain, shown = made(own.source, 3), made(own.source, 5, SHOWN)
    store.save_rendition(plain)
    with store.operation("Vis ændringer"):
        store.change_attachment(own.id, treatment=SHOWN)
    waiting = stands(store).rendition
    assert (waiting.page_count, waiting.treatment, waiting.inspection) == (3, SHOWN, NOBODY_HERE)
    assert waiting.is_outdated
    store.save_rendition(shown)
    assert (stands(store).rendition.page_count, stands(store).rendition.inspection) == (5, INSPECTION)
    assert [found.page_count for found in store.renditions_of(own.source)] == [3, 5]
    assert store.rendition(own.source) == plain_of(plain)
    assert store.rendition(own.source, SHOWN) == plain_of(shown)
    assert store.rendition(own.source, Treatment(hidden=Shown.SHOWN)) is None
    store.undo()
    assert stands(store).rendition.page_count == 3
    store.redo()
    assert stands(store).rendition.page_count == 5


def plain_of(rendition: Rendition) -> Rendition:
    """As it comes back: what it says of itself on one line."""
    said = Particulars(title=f"Notat med {rendition.page_count} sider", sender="Roskilde Kommune")
    return replace(rendition, particulars=said)


def test_another_file_is_treated_anew(store: Store, own: Attachment) -> None:
    with store.operation("Behandling"):
        store.change_attachment(own.id, treatment=SHOWN)
    before = dump(store)
    other = store.content.add_bytes(b"PK en anden fil")
    with store.operation("Erstat"):
        assert store.replace_source(own.id, "anden.docx", other).treatment == Treatment()
    store.undo()
    assert dump(store) == before
    with store.operation("Omdøb"):
        assert store.change_attachment(own.id, title="Andet").treatment == SHOWN


@pytest.mark.parametrize(
    ("treatment", "stays"),
    [(Treatment(detail=Detail.FEWER), True), (Treatment(comments=Shown.SHOWN), True), (SHOWN, False)],
)
def test_what_is_said_of_pictures_goes_when_pages_may_shift(
    store: Store, own: Attachment, treatment: Treatment, stays: bool
) -> None:
    with store.operation("Beskriv"):
        store.write_alternate_text(own.id, "page:1", "Kort")
    with store.operation("Behandling"):
        store.change_attachment(own.id, treatment=treatment)
    assert bool(store.alternate_texts(own.id)) is stays


def test_pages_that_the_other_rendition_has_not_are_not_chosen(store: Store, own: Attachment) -> None:
    store.save_rendition(made(own.source, 5))
    store.save_rendition(made(own.source, 2, SHOWN))
    with store.operation("Vælg"):
        store.change_attachment(own.id, page_choice="4-5")
    with store.operation("Behandling"):
        assert store.change_attachment(own.id, treatment=SHOWN).page_choice == ""
    store.undo()
    with store.operation("Behandling"):
        assert store.change_attachment(own.id, treatment=Treatment(hidden=Shown.SHOWN)).page_choice == "4-5"
