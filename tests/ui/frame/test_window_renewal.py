"""A meeting whose files an earlier version has looked at: they are looked at again when it is laid on the desk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from kkr_desk.intake.renewal import outdated
from kkr_desk.model import INSPECTION, Sha256
from kkr_desk.store import Store
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.frame.renewal import Renewal
from tests.ui.desks import only_meeting, settle


def test_files_are_looked_at_again(qtbot: QtBot, store_folder: Path, bare_desk: Desk) -> None:
    with Store.open(store_folder) as store:
        every = [own for row in store.agenda(store.meetings()[0].id).items for own in row.attachments]
        for own in every:
            store.save_rendition(replace(own.rendition, accessibility=None, inspection=INSPECTION - 1))
    Renewal(bare_desk, bare_desk)
    bare_desk.open_meeting(only_meeting(bare_desk))

    def is_renewed() -> None:
        assert bare_desk.snapshot is not None
        assert outdated(bare_desk.snapshot.agenda) == {}

    qtbot.waitUntil(is_renewed, timeout=20_000)
    settle(bare_desk)
    assert bare_desk.snapshot is not None
    sound = [own.rendition for row in bare_desk.snapshot.agenda.items for own in row.attachments if own.rendition.pdf]
    assert sound
    assert all(rendition.accessibility for rendition in sound)


def test_a_lost_pdf_is_made_again(qtbot: QtBot, store_folder: Path, bare_desk: Desk) -> None:
    with Store.open(store_folder) as store:
        every = [own.rendition for row in store.agenda(store.meetings()[0].id).items for own in row.attachments]
        known = next(rendition for rendition in every if rendition.pdf == rendition.source)
        store.save_rendition(replace(known, pdf=Sha256("0" * 64), pages=store.pages(known.source)))
    Renewal(bare_desk, bare_desk)
    bare_desk.open_meeting(only_meeting(bare_desk))

    def is_made() -> None:
        assert bare_desk.snapshot is not None
        every = [own.rendition for row in bare_desk.snapshot.agenda.items for own in row.attachments]
        assert {rendition.pdf for rendition in every if rendition.source == known.source} == {known.source}

    qtbot.waitUntil(is_made, timeout=20_000)
    settle(bare_desk)
