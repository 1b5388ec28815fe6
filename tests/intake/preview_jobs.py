"""What the preview's worker is made to do in tests: what hostile files make libraries do."""

from __future__ import annotations

import os
from pathlib import Path

from kkr_desk.progress import Progress


def crash(path: Path, *, progress: Progress) -> None:
    os.abort()
