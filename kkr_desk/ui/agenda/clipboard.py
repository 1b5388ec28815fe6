"""Rows of the agenda on the clipboard and under the mouse: for ourselves which they are, for other programs as text."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QMimeData

from kkr_desk.model import MeetingId
from kkr_desk.ui.agenda.lines import write_lines
from kkr_desk.ui.agenda.rows import Outline, RowKey, RowKind

ROWS = "application/x-kkr-desk-rows"


@dataclass(frozen=True, slots=True)
class Clip:
    """Rows that were copied, cut or are dragged: their meeting, and which they are, none under another."""

    meeting: MeetingId
    keys: tuple[RowKey, ...]
    is_cut: bool = False


def mime_data(clip: Clip, outline: Outline) -> QMimeData:
    """Rows for the clipboard or a drag."""
    made = QMimeData()
    rows = [[key.kind.value, key.id] for key in clip.keys]
    made.setData(ROWS, json.dumps({"meeting": clip.meeting, "rows": rows, "cut": clip.is_cut}).encode())
    made.setText(write_lines(outline, clip.keys))
    return made


def clip_of(data: QMimeData) -> Clip | None:
    """The rows among what is on the clipboard or dragged; None where there are none."""
    if not data.hasFormat(ROWS):
        return None
    try:
        given: dict[str, Any] = json.loads(bytes(data.data(ROWS).data()))
        keys = tuple(RowKey(RowKind(kind), str(row)) for kind, row in given["rows"])
        return Clip(MeetingId(str(given["meeting"])), keys, bool(given["cut"]))
    except (ValueError, KeyError, TypeError):  # another program's, or another version's, under the same name
        return None
