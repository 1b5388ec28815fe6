"""A council's own Word template: looked at before it is taken in, and found again when a Word file is made."""

from __future__ import annotations

from pathlib import Path

from kkr_desk.errors import UserError, fault_of
from kkr_desk.progress import Progress
from kkr_desk.store import Store

MOST_BYTES = 20_000_000
"""Size of a file beyond which it is no template."""


def check_template(file: Path, *, progress: Progress) -> None:
    """Look whether a file can be used as a template. The file is somebody else's: for a worker process.

    Args:
        file: The file.
        progress: Not stepped: it takes a moment.

    Raises:
        UserError: ``file-missing``, ``template-too-large``, ``template-unreadable``, ``template-style-missing``.
        EnvironmentFault: The machine would not let it be read.
    """
    from kkr_desk.export.word_template import open_template  # noqa: PLC0415  the window imports this module to ask

    progress.step(0, 0)
    try:
        if file.is_file() and file.stat().st_size > MOST_BYTES:
            raise UserError("template-too-large", name=file.name, megabytes=MOST_BYTES // 1_000_000)
        open_template(file)
    except OSError as error:
        raise fault_of(error) from error


def council_template(store: Store, council: str) -> Path | None:
    """The file of a council's own template, in the store; None without one.

    Args:
        store: The store.
        council: Its name.

    Raises:
        UserError: ``template-gone``: it should be there and is not.
    """
    found = store.council(council)
    if found.word_template is None:
        return None
    file = store.content.path(found.word_template)
    if not file.is_file():
        raise UserError("template-gone", name=found.word_template_name)
    return file
