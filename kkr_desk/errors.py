"""What can go wrong, split by who can mend it.

An error holds a stable code and its facts; the sentence a person reads lives in `kkr_desk.sentences`, in Danish and
English, so that window and command line say the same.
"""

from __future__ import annotations

import errno
import sys

_IN_USE = (32, 33)
"""Windows: ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION."""


class KkrDeskError(Exception):
    """Base of every error this program raises on purpose.

    Args:
        code: Stable name of the error, such as ``"store-locked"``; a key of `kkr_desk.sentences.ERRORS`.
        facts: What the sentence needs to be specific: file names, titles, page numbers. No secrets, no content.
    """

    exit_code = 70

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts: dict[str, object] = facts

    def __str__(self) -> str:
        """Code and facts: for logs and tracebacks, never shown to a caseworker."""
        return f"{self.code} {self.facts}" if self.facts else self.code

    def __reduce__(self) -> tuple[object, ...]:
        """Survive the pipe from a worker process with the facts intact."""
        return _restore, (type(self), self.code, self.facts)


class UserError(KkrDeskError):
    """Something the caseworker can mend: a field, a file, a choice. Exit code 1."""

    exit_code = 1


class EnvironmentFault(KkrDeskError):  # noqa: N818  design.md section 2 names it so
    """The machine is at fault: disk full, folder read-only, store locked. Exit code 3."""

    exit_code = 3


class Defect(KkrDeskError):  # noqa: N818  likewise
    """Our own mistake. Ends in the log and a crash report. Exit code 70."""


class Cancelled(Exception):  # noqa: N818  a wish of the user's, not an error
    """The user cancelled. Whoever catches this cleans up and says nothing."""


def fault_of(error: OSError) -> EnvironmentFault:
    """The machine's fault behind an operating system error."""
    file = error.filename2 or error.filename or "–"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return EnvironmentFault("disk-full")
    if sys.platform == "win32" and error.winerror in _IN_USE:
        return EnvironmentFault("file-in-use", file=str(file))
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return EnvironmentFault("no-permission", file=str(file))
    return EnvironmentFault("machine-refused", file=str(file), reason=error.strerror or type(error).__name__)


def _restore(kind: type[KkrDeskError], code: str, facts: dict[str, object]) -> KkrDeskError:
    return kind(code, **facts)
