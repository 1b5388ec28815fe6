"""Opening the store that the user means."""

from __future__ import annotations

from kkr_desk.cli.invocation import current
from kkr_desk.errors import EnvironmentFault, UserError
from kkr_desk.store import Store


def open_store(*, read_only: bool = False) -> Store:
    """Open the store, which must be there: a mistyped folder is not made into an empty store.

    Args:
        read_only: For reading alone, which works on a write-protected folder too.

    Raises:
        UserError: There is no store in the folder.
    """
    folder = current().store
    if not folder.exists():
        raise UserError("store-missing", folder=folder)
    return Store.open(folder, read_only=read_only)


def open_store_as_it_is() -> Store:
    """Open the store, which is brought up to date where it may be written, and only read where it may not.

    Raises:
        UserError: There is no store in the folder.
    """
    try:
        return open_store()
    except EnvironmentFault as fault:
        if fault.code != "store-read-only":
            raise
        return open_store(read_only=True)


def make_store() -> Store:
    """Open the store, made on the first use."""
    return Store.open(current().store)
