"""The store: a folder with one SQLite file and the bytes of every attachment. Works without a window.

    My archive/
      kkr-desk.sqlite3          meetings, items, attachments, page facts, the journal
      content/ab/abcd…          the bytes of each file, named by their SHA-256 and never changed

A backup is one SQLite file of any name; the content it refers to, and all that its journal could bring back, lies in
`content/` beside it, hard-linked where the disk can. So a folder of backups holds one content folder for all of them:

    Backups/
      2025-03-14.sqlite3
      2025-03-21.sqlite3
      content/ab/abcd…

A backup opens as a store by its file's path. To bring one home for good, put it and the content folder into a new
folder and name it kkr-desk.sqlite3. Never copy the file of a store in use: what is not yet in it is in the file beside
it.

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
