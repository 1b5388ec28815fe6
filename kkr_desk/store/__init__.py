"""The store: a folder with one SQLite file and the bytes of every attachment. Works without a window.

`Store` is looked up when it is first asked for, so that importing the package costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kkr_desk.store.store import Store as Store

__all__ = ["Store"]


def __getattr__(name: str) -> object:
    if name == "Store":
        from kkr_desk.store.store import Store  # noqa: PLC0415  see the module's docstring

        return Store
    raise AttributeError(name)
