"""Draws every pane, dialog and menu of the window, in both languages, light and dark, at 100 and 200 %.

    .venv/bin/python scripts/screenshots.py docs/screenshots      all of them; `make screenshots`
    .venv/bin/python scripts/screenshots.py FOLDER da light 1     one language, theme and scale

They are for looking at: alignment, clipped texts, empty space, Danish. The scale belongs to the process, so each run
of the second kind is a process of its own, on a copy of one store (`screenshot_store.py`) and in a home of its own.
"""

from __future__ import annotations

import itertools
import json
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

PROCESSES = 2
"""Kinds that are drawn at the same time."""
_SCREEN = {"name": "screen", "x": 0, "y": 0, "width": 3840, "height": 2160, "logicalDpi": 96, "dpr": 1}
"""Qt's own screen offscreen has 800 x 600 pixels: menus would break into columns."""
_HOME = "KKR_DESK_SCREENSHOT_HOME"


def main() -> None:
    """Draw all, or one kind."""
    folder, *kind = sys.argv[1:]
    made = os.environ.get(_HOME)
    if kind and made:
        from screenshot_drawing import draw  # noqa: PLC0415  Qt reads its scale when it is loaded

        draw(Path(folder).resolve(), Path(made), *kind)
        return
    from screenshot_store import make_store  # noqa: PLC0415  not in the processes that draw

    kinds = [kind] if kind else list(itertools.product(("da", "en"), ("light", "dark"), ("1", "2")))
    with tempfile.TemporaryDirectory() as work, ThreadPoolExecutor(PROCESSES) as pool:
        first = Path(work) / "first"
        first.mkdir()
        make_store(first / "store", first)
        for _ in pool.map(lambda one: _draw_apart(first, Path(folder), *one), kinds):
            continue


def _draw_apart(first: Path, folder: Path, language: str, theme: str, scale: str) -> None:
    """Draw one kind in a process of its own."""
    home = first.parent / f"{language}-{theme}-{scale}" / "Kirsten"
    shutil.copytree(first, home)
    (home / "Documents").mkdir()
    screen = home.parent / "screen.json"
    screen.write_text(json.dumps({"screens": [_SCREEN]}), encoding="utf-8")
    platform = f"offscreen:configfile={screen}"
    own = {"HOME": str(home), _HOME: str(home), "QT_QPA_PLATFORM": platform, "QT_SCALE_FACTOR": scale}
    own["KKR_DESK_SOFFICE"] = str(home / "none")  # what the machine has is not to be seen in the pictures
    environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    command = [sys.executable, __file__, str(folder), language, theme, scale]
    subprocess.run(command, check=True, env={**environment, **own})  # noqa: S603  ourselves


if __name__ == "__main__":
    main()
