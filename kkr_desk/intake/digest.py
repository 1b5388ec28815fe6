"""The hash by which a file's content is known."""

from __future__ import annotations

import hashlib
from pathlib import Path

from kkr_desk.errors import UserError
from kkr_desk.model import Sha256


def hash_of(path: Path) -> Sha256:
    """SHA-256 of a file that is to be looked at.

    Raises:
        UserError: ``file-unreadable``.
    """
    try:
        with path.open("rb") as file:
            return Sha256(hashlib.file_digest(file, "sha256").hexdigest())
    except OSError as error:
        raise UserError("file-unreadable", file=path.name, reason=error.strerror or type(error).__name__) from error
