"""The log: a file of its own, opened when the first thing is written to it, and never the terminal."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

from kkr_desk import __version__
from kkr_desk.errors import KkrDeskError
from kkr_desk.paths import log_file

MAX_BYTES = 1_000_000
"""Size at which the log is put aside and a new one begun."""
KEPT = 3
"""How many logs put aside are kept."""

_OURS: tuple[type[BaseException], ...] = (
    KkrDeskError, OSError, AttributeError, ImportError, MemoryError, NameError, RuntimeError, TypeError
)  # fmt: skip
"""Errors whose message speaks of code or files. The others' may quote a document (ValueError, KeyError, a library's
own), and no content goes into the log."""


class LogFile(logging.Handler):
    """A rotating log file that costs nothing until something is logged.

    Args:
        file: The log; its folder is made when it is needed.
    """

    def __init__(self, file: Path) -> None:
        super().__init__(logging.WARNING)
        self._file = file
        self._target: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record; one that cannot be written is given up, since nothing else is left to tell it to."""
        try:
            if self._target is None:
                self._target = self._open()
            self._target.emit(record)
        except OSError:
            self.handleError(record)

    def close(self) -> None:
        """Close the file."""
        if self._target is not None:
            self._target.close()
            self._target = None
        super().close()

    def _open(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler  # noqa: PLC0415  loads sockets; most runs log nothing

        self._file.parent.mkdir(parents=True, exist_ok=True)
        target = RotatingFileHandler(self._file, maxBytes=MAX_BYTES, backupCount=KEPT, encoding="utf-8")
        target.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"))
        return target


def start_log() -> Path:
    """Send all log records to the log file.

    Returns:
        The log file, which may not exist yet.
    """
    file = log_file()
    logging.raiseExceptions = False  # an unwritable log must not print tracebacks on the terminal
    logging.getLogger().addHandler(LogFile(file))
    return file


def circumstances() -> str:
    """What a log entry needs to be understood: versions of program, Python and system."""
    import platform  # noqa: PLC0415  paid for only when something goes wrong

    return (
        f"KKR Desk {__version__}, Python {platform.python_version()}, {platform.platform()}, {os.name}/{sys.platform}"
    )


def trace(error: BaseException) -> str:
    """A traceback for the log: places and kinds, messages only of errors that cannot quote a document."""
    import traceback  # noqa: PLC0415  as above

    parts = []
    link: BaseException | None = error
    while link is not None:
        message = f": {link}" if isinstance(link, _OURS) else ""
        frames = "".join(traceback.format_tb(link.__traceback__))
        parts.append(f"Traceback:\n{frames}{type(link).__module__}.{type(link).__qualname__}{message}")
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return "\nwhich came after\n".join(parts)
