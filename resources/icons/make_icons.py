"""Makes the icons beside it from the Lucide family, which is in the package `lucide` (development only).

Reading them out of the package's archive of 1,745 costs the window 100 ms at its start; as files, 0.1 ms each.
Run it after adding a name: `.venv/bin/python resources/icons/make_icons.py`.
"""

from __future__ import annotations

import importlib.resources
import re
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent

NAMES = """
    archive archive-restore arrow-down arrow-left arrow-right arrow-up arrow-up-right ban bold book-open
    briefcase calendar calendar-days calendar-plus calendar-x check chevron-down chevron-left chevron-right
    chevron-up circle-alert circle-check circle-question-mark circle-x clipboard clipboard-paste clock columns-3
    copy corner-down-right download ellipsis eraser external-link eye eye-off file file-check file-clock
    file-down file-exclamation-point file-image file-output file-plus file-question-mark file-search
    file-spreadsheet file-stack file-symlink file-text file-up file-x files folder folder-open gavel
    grip-vertical hard-drive hash heading heading-1 heading-2 heading-3 heading-4 history image info italic
    keyboard landmark languages layers layout-list life-buoy link list list-checks list-end list-indent-decrease
    list-indent-increase list-ordered list-plus list-start list-tree list-x loader lock lock-open log-out mail maximize
    minus monitor moon move move-down move-up notebook-text package package-open paintbrush panel-left
    panel-right paperclip pencil pilcrow pin pin-off plus presentation printer redo-2 refresh-cw
    remove-formatting replace rotate-ccw rows-3 save scissors search send separator-horizontal settings share-2
    square square-check stamp strikethrough sun table table-of-contents tag text-quote trash-2 triangle-alert
    type underline undo-2 unlink upload user user-pen users view x zoom-in zoom-out
""".split()  # noqa: SIM905  a list of one name a line is four pages long
"""Names as lucide.dev lists them."""


def main() -> None:
    """Write every icon; one that is no longer listed is deleted."""
    with zipfile.ZipFile(str(importlib.resources.files("lucide") / "lucide.zip")) as archive:
        known = set(archive.namelist())
        unknown = [name for name in NAMES if f"{name}.svg" not in known]
        if unknown:
            raise SystemExit(f"Lucide has no icon named {', '.join(unknown)}.")
        for old in HERE.glob("*.svg"):
            if old.stem not in NAMES:
                old.unlink()
        for name in NAMES:
            drawing = re.sub(r"\s+", " ", archive.read(f"{name}.svg").decode("utf-8")).strip()
            (HERE / f"{name}.svg").write_text(f"{drawing}\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
