"""What the worker is made to do in place of inspecting: what hostile files make libraries do."""

from __future__ import annotations

import os
import time
from pathlib import Path

from kkr_desk.intake.looking import inspect_file
from kkr_desk.model import Rendition, Sha256
from kkr_desk.progress import Progress


def crash(path: Path, source: Sha256, name: str, most_pages: int, draw: bool, *, progress: Progress) -> Rendition:
    if name.startswith("bad"):
        os.abort()
    return inspect_file(path, source, name, most_pages, draw, progress=progress)


def hang(path: Path, source: Sha256, name: str, most_pages: int, draw: bool, *, progress: Progress) -> Rendition:
    while name.startswith("bad"):
        time.sleep(0.05)
    return inspect_file(path, source, name, most_pages, draw, progress=progress)


def bomb(path: Path, source: Sha256, name: str, most_pages: int, draw: bool, *, progress: Progress) -> Rendition:
    kept = []
    while name.startswith("bad"):
        kept.append(bytearray(64 << 20))
    return inspect_file(path, source, name, most_pages, draw, progress=progress)


def fail(path: Path, source: Sha256, name: str, most_pages: int, draw: bool, *, progress: Progress) -> Rendition:
    if name.startswith("bad"):
        raise KeyError(path.read_bytes())
    return inspect_file(path, source, name, most_pages, draw, progress=progress)


def crash_while_drawing(
    path: Path, source: Sha256, name: str, most_pages: int, draw: bool, *, progress: Progress
) -> Rendition:
    if draw:
        os.abort()
    return inspect_file(path, source, name, most_pages, draw, progress=progress)


def meet(path: Path, source: Sha256, name: str, most_pages: int, draw: bool, *, progress: Progress) -> Rendition:
    """Ends only while another file is looked at too."""
    other = path.with_name("b.pdf.here" if name == "a.pdf" else "a.pdf.here")
    path.with_name(f"{name}.here").touch()
    while not other.exists():
        time.sleep(0.01)
    return inspect_file(path, source, name, most_pages, draw, progress=progress)
