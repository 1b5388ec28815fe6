"""What is told of a text or mail once it is laid out."""

from __future__ import annotations

from kkr_desk.model import Notice


def unseen_notices(unseen: int) -> tuple[Notice, ...]:
    """That boxes stand for characters."""
    return (Notice("characters-as-boxes", (("count", str(unseen)),)),) if unseen else ()


def fetched_notices(fetched: int) -> tuple[Notice, ...]:
    """That pictures which would have been fetched are left out."""
    return (Notice("remote-pictures-left-out", (("count", str(fetched)),)),) if fetched else ()
