"""A meeting whose attachments are one accessible, one in part, one text alone, and one that cannot be included."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kkr_desk.model import Accessibility, Figure
from kkr_desk.store import Store
from kkr_desk.ui.attachment import AttachmentPane
from kkr_desk.ui.desk import Desk
from tests.ui.accessibility.reports import Mails
from tests.ui.desks import make_store, settle

KNOWN = (
    Accessibility(tagged=True, language="da-DK"),
    Accessibility(
        tagged=True,
        scans=(3,),
        figures=(Figure("figure:1", 1, "Kort over regionen"), Figure("figure:2", 2)),
    ),
    Accessibility(untagged=(1, 2), fonts=("ArialMT",), language="da-DK"),
)


@pytest.fixture(scope="session")
def made_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of `tests/ui/conftest.py`, its files as if they were like that."""
    folder = tmp_path_factory.mktemp("made") / "store"
    make_store(folder, tmp_path_factory.mktemp("papers"))
    with Store.open(folder, who="abk") as store:
        every = [own for item in store.agenda(store.meetings()[0].id).items for own in item.attachments]
        for own, known in zip(every, KNOWN, strict=False):
            store.save_rendition(replace(own.rendition, accessibility=known))
    return folder


@pytest.fixture
def pane(qtbot: QtBot, desk: Desk) -> AttachmentPane:
    made = AttachmentPane(desk)
    qtbot.addWidget(made)
    made.resize(460, 760)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    settle(desk)
    return made


@pytest.fixture
def mails(monkeypatch: pytest.MonkeyPatch) -> Iterator[Mails]:
    """A mail program that writes down what it is asked to open."""
    made = Mails()
    monkeypatch.setattr("kkr_desk.ui.accessibility.mail_button.QDesktopServices.openUrl", made.open)
    QGuiApplication.clipboard().clear()
    yield made
    QGuiApplication.clipboard().clear()
