"""The long meeting, and the same meeting several times as long with no two files alike."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Input:
    """A meeting file, the PDF files it names in order, and how many pages they have."""

    meeting: Path
    files: tuple[Path, ...]
    pages: int


def copied(source: Path, folder: Path, times: int) -> Input:
    """Write a meeting with each attachment of `source` so many times, each copy ending in a comment of its own.

    Args:
        source: A meeting.json whose attachments state their pages.
        folder: An empty folder for the new meeting and its files.
        times: How many copies; the first is without a comment.
    """
    meeting: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    meeting["council"] = f"{meeting['council']} {times}x"
    meeting["issued"] = True
    items, files, pages = [], [], 0
    for copy in range(1, times + 1):
        for item in meeting["items"]:
            section, _, last = item["number"].partition(".")
            new = {**item, "number": f"{int(section) + copy - 1}.{last}", "attachments": []}
            for attachment in item["attachments"]:
                name = f"{copy}_{attachment['file']}"
                tail = f"\n% copy {copy}\n".encode() if copy > 1 else b""
                (folder / name).write_bytes((source.parent / attachment["file"]).read_bytes() + tail)
                new["attachments"].append({**attachment, "file": name})
                files.append(folder / name)
                pages += attachment["pages"]
            items.append(new)
    meeting["items"] = items
    file = folder / "meeting.json"
    file.write_text(json.dumps(meeting, ensure_ascii=False), encoding="utf-8")
    return Input(file, tuple(files), pages)
