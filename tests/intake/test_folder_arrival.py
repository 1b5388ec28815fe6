from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest

from kkr_desk.intake.folder_arrival import attach_folder
from kkr_desk.intake.inspector import Inspector
from kkr_desk.progress import NullProgress
from kkr_desk.store import Store
from tests.intake.papers import simple


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """2.1 Bilag 1 and 10, a packed folder with Bilag 2, two files of which nobody can tell, one that is taken."""
    made = tmp_path / "Bilag til mødet"
    made.mkdir()
    for name in ("2.1 Bilag 10 - Sidst.pdf", "2.1 Bilag 2 - Budget.pdf", "Notat.pdf", "1 Bilag 1 - Igen.pdf"):
        simple(made, name, words=name)
    packed = simple(tmp_path, "x.pdf", words="pakket")
    with zipfile.ZipFile(made / "2.2 Klima.zip", "w") as archive:
        archive.write(packed, "Bilag 3 - Pakket.pdf")
        archive.writestr("Thumbs.db", b"x")
    return made


def test_a_folder_is_attached_by_its_names(tmp_path: Path, folder: Path, inspector: Inspector) -> None:
    with Store.open(tmp_path / "store", who="abk") as store:
        with store.operation("Opret"):
            meeting = store.add_meeting("KKR", date(2026, 9, 18), "Indhold")
            first = store.add_item(meeting.id, "Velkomst")
            themes = store.add_item(meeting.id, "Temaer")
            for title in ("Budget", "Klima"):
                store.add_item(meeting.id, title, parent_id=themes.id)
            source = store.content.add(simple(tmp_path, "der.pdf"))
            store.add_attachment(first.id, "Står der", "der.pdf", source)
        outcome = attach_folder(store, meeting.id, folder, inspector, NullProgress())
        rows = {
            f"{row.number} bilag {one.number}": (one.attachment.title, one.attachment.file_name, one.rendition.status)
            for row in store.agenda(meeting.id).items
            for one in row.attachments
        }
        label = store.undo_label()
    assert rows == {
        "1 bilag 1": ("Står der", "der.pdf", "unsupported"),
        "2.1 bilag 2": ("Budget", "2.1 Bilag 2 - Budget.pdf", "ok"),
        "2.1 bilag 10": ("Sidst", "2.1 Bilag 10 - Sidst.pdf", "ok"),
        "2.2 bilag 3": ("Pakket", "Bilag 3 - Pakket.pdf", "ok"),
    }
    assert [one.file.name for one in outcome.unclear] == ["1 Bilag 1 - Igen.pdf", "Notat.pdf"]
    assert (len(outcome.attached), outcome.failed) == (3, ())
    assert label == "Vedhæft 3 bilag fra Bilag til mødet"
