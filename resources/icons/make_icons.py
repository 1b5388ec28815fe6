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
    archive archive-restore arrow-down arrow-left arrow-right arrow-up ban bold book-open calendar calendar-days
    calendar-plus check chevron-down chevron-left chevron-right chevron-up circle-alert circle-check
    circle-question-mark circle-x clipboard-paste copy corner-down-right external-link file file-down
    file-output file-question-mark file-search file-text file-up file-x files folder folder-open heading
    heading-1 heading-2 history image info italic keyboard landmark languages link list list-indent-decrease
    list-indent-increase list-ordered list-plus lock log-out mail moon move-down move-up panel-left paperclip
    pencil pilcrow pin pin-off plus presentation printer redo-2 remove-formatting replace save scissors search
    settings stamp table table-of-contents tag text-quote trash-2 triangle-alert type undo-2 user user-pen x
    zoom-in zoom-out
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
            (HERE / f"{name}.svg").write_text(drawing(archive, name), encoding="utf-8", newline="\n")


def drawing(archive: zipfile.ZipFile, name: str) -> str:
    """An icon as the family draws it, on one line."""
    return re.sub(r"\s+", " ", archive.read(f"{name}.svg").decode("utf-8")).strip() + "\n"


if __name__ == "__main__":
    main()
