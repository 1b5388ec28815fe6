"""What the preview's worker is made to do in tests: what hostile pages make libraries do."""

from __future__ import annotations

import os
from pathlib import Path

from kkr_desk.intake.preview import Area, Drawn, Found, draw_areas
from kkr_desk.progress import Progress


def crash(path: Path, areas: tuple[Area, ...], seconds: float, *, progress: Progress) -> Drawn:
    os.abort()


def crash_on_green(path: Path, areas: tuple[Area, ...], seconds: float, *, progress: Progress) -> Drawn:
    """The second page is a hostile one."""
    if any(area.page == 2 for area in areas):
        os.abort()
    return draw_areas(path, areas, seconds, progress=progress)


def crash_searching(path: Path, words: tuple[str, ...], page: int, seconds: float, *, progress: Progress) -> Found:
    os.abort()
