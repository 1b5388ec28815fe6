"""What the tests of accessibility in the window share."""

from __future__ import annotations

from typing import TypeVar
from urllib.parse import parse_qs

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from kkr_desk.model import NumberedAttachment
from kkr_desk.ui.desk import Desk, Selection
from tests.ui.desks import item_of, settle

W = TypeVar("W", bound=QWidget)


class Mails:
    """A mail program; one that is not there does not open."""

    def __init__(self) -> None:
        self.is_there = True
        self.opened: list[dict[str, list[str]]] = []

    def open(self, url: QUrl) -> bool:
        if self.is_there:
            self.opened.append(parse_qs(url.toEncoded().toStdString().partition("?")[2]))
        return self.is_there


def child(of: QWidget, kind: type[W], name: str) -> W:
    found = of.findChild(kind, name)
    assert found is not None, name
    return found


def select(desk: Desk, item: str, number: int) -> None:
    """Select an attachment by its numbers, and let the window show it."""
    row = item_of(desk, item)
    desk.select(Selection(row.item.id, attachment_of(desk, item, number).attachment.id))
    settle(desk)


def attachment_of(desk: Desk, item: str, number: int) -> NumberedAttachment:
    return next(own for own in item_of(desk, item).attachments if own.number == number)


def clipboard() -> str:
    return QGuiApplication.clipboard().text()
