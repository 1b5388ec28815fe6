"""Copies of attachments that other programs work on: made, watched and taken back. For threads beside the window's.

A copy lies in a folder of its own below the system's temporary folder, beside a note that says whose it is. So a copy
that was changed while KKR Desk was closed is still found afterwards, and one that was not is cleared away then.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from kkr_desk.errors import UserError
from kkr_desk.model import AttachmentId, Sha256

PREFIX = "kkr-desk-"
NOTE = ".kkr-desk.json"
_LONGEST = 120
"""Characters of a name: Windows allows 260 for the whole path."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(CON|PRN|AUX|NUL|COM\d|LPT\d)(\.|$)", re.IGNORECASE)
"""Names that Windows keeps for devices, whatever their ending."""

_SUFFIXES = {
    "pdf": (".pdf",),
    "doc": (".doc", ".dot"),
    "docx": (".docx", ".docm", ".dotx"),
    "odt": (".odt", ".ott"),
    "rtf": (".rtf",),
    "xls": (".xls", ".xlt"),
    "xlsx": (".xlsx", ".xlsm", ".xltx"),
    "ods": (".ods", ".ots"),
    "ppt": (".ppt", ".pps"),
    "pptx": (".pptx", ".pptm", ".ppsx"),
    "odp": (".odp", ".otp"),
    "office-encrypted": (".docx", ".xlsx", ".pptx", ".docm", ".xlsm", ".pptm"),
    "jpeg": (".jpg", ".jpeg"),
    "png": (".png",),
    "tiff": (".tif", ".tiff"),
    "gif": (".gif",),
    "bmp": (".bmp",),
    "webp": (".webp",),
    "heic": (".heic", ".heif", ".avif"),
    "msg": (".msg",),
    "eml": (".eml",),
    "html": (".html", ".htm", ".xhtml"),
    "text": (".txt", ".csv", ".md", ".log"),
    "zip": (".zip",),
}
"""Endings by which the desktop finds a program for documents of a kind; the first is given to a file without one."""
_DOCUMENTS = frozenset(suffix for suffixes in _SUFFIXES.values() for suffix in suffixes)
_LOCKS = ("~$", ".~lock.")
"""Beginnings of the files that Word, Excel and LibreOffice keep beside a document while it is open."""

Signature = tuple[int, int]
"""When a file was changed, in nanoseconds, and its bytes: enough to see that something has happened."""


@dataclass(frozen=True, slots=True)
class WorkingCopy:
    """A copy that was handed to another program.

    Attributes:
        path: The copy.
        attachment: Whose it is.
        place: Where that stood, in the user's words: "Bilag 2 under 2.1".
        file_name: The attachment's file name; the copy's may differ, where a system would not take it.
        known: Hash of the content that the attachment had, or that the user has decided on since.
    """

    path: Path
    attachment: AttachmentId
    place: str
    file_name: str
    known: Sha256


@dataclass(frozen=True, slots=True)
class Look:
    """How a copy stands at one moment.

    Attributes:
        signature: None when it is not there: a program may be putting a new one in its place.
        sha256: Hash of its bytes, once two looks have found the same signature; None before, and where it cannot be
            read just now.
        in_use: Whether an Office program has it open.
    """

    signature: Signature | None
    sha256: Sha256 | None
    in_use: bool


def copy_name(file_name: str, kind: str) -> str:
    """What a copy is called.

    Args:
        file_name: What the file was called when it came; it may hold anything.
        kind: What its bytes are, see `kkr_desk.intake.kind`.

    Raises:
        UserError: ``file-not-opened``: by its kind and its ending it may be a program, which opening would start.
    """
    name = _FORBIDDEN.sub("_", file_name).strip().rstrip(". ") or "bilag"
    suffix = PurePath(name).suffix.lower()
    if kind not in _SUFFIXES:
        if suffix not in _DOCUMENTS:
            raise UserError("file-not-opened", file=file_name)
    elif suffix not in _SUFFIXES[kind]:
        suffix = _SUFFIXES[kind][0]
        name += suffix
    stem = name[: -len(suffix)][: _LONGEST - len(suffix)].rstrip(". ") or "bilag"
    taken = "_" if _RESERVED.match(stem) or stem.startswith(_LOCKS) else ""
    return f"{taken}{stem}{name[-len(suffix) :]}"


def make_copy(content: Path, store: Path, copy: WorkingCopy, kind: str) -> WorkingCopy:
    """Copy an attachment's file for another program.

    Args:
        content: The file in the store.
        store: The store's folder.
        copy: What is known of it; its path is given to it here.
        kind: What its bytes are.

    Raises:
        UserError: ``file-not-opened``.
        OSError: It cannot be copied.
    """
    name = copy_name(copy.file_name, kind)
    made = replace(copy, path=Path(tempfile.mkdtemp(prefix=PREFIX)) / name)
    shutil.copyfile(content, made.path)
    write_note(store, made)
    return made


def write_note(store: Path, copy: WorkingCopy) -> None:
    """Write down whose a copy is, and which content of it is known."""
    note = {
        "store": str(store.resolve()),
        "copy": copy.path.name,
        "attachment": copy.attachment,
        "place": copy.place,
        "file_name": copy.file_name,
        "known": copy.known,
    }
    (copy.path.parent / NOTE).write_text(json.dumps(note, ensure_ascii=False), encoding="utf-8")


def look(path: Path, before: Signature | None, known: Signature | None) -> Look:
    """Look at a copy.

    Args:
        path: The copy.
        before: Its signature when it was looked at last.
        known: Its signature with the content that is known.
    """
    in_use = any(other.name.startswith(_LOCKS) for other in _listed(path.parent))
    try:
        status = path.stat()
        signature = (status.st_mtime_ns, status.st_size)
        if signature in (known, None) or signature != before or status.st_size == 0:
            return Look(signature, None, in_use)
        with path.open("rb") as file:
            sha256 = Sha256(hashlib.file_digest(file, "sha256").hexdigest())
    except FileNotFoundError:
        return Look(None, None, in_use)
    except OSError:  # Windows: the program that saves it holds it just now; the next look will tell
        return Look(None, None, in_use)
    return Look(signature, sha256, in_use)


def left_behind(store: Path) -> tuple[WorkingCopy, ...]:
    """Copies of an earlier run that were changed, or are open still; those that were not are removed.

    Args:
        store: The store's folder; copies of other stores are left alone.
    """
    kept = []
    for folder in sorted(Path(tempfile.gettempdir()).glob(f"{PREFIX}*")):
        copy = _read_note(folder, store)
        if copy is None:
            continue
        found = look(copy.path, _signature(copy.path), None)
        if (found.sha256 == copy.known and not found.in_use) or not copy.path.exists():
            shutil.rmtree(folder, ignore_errors=True)
        else:
            kept.append(copy)
    return tuple(kept)


def _read_note(folder: Path, store: Path) -> WorkingCopy | None:
    try:
        note = json.loads((folder / NOTE).read_text(encoding="utf-8"))
        if note["store"] != str(store.resolve()):
            return None
        path = folder / PurePath(note["copy"]).name
        return WorkingCopy(path, note["attachment"], note["place"], note["file_name"], note["known"])
    except (OSError, ValueError, KeyError, TypeError):  # not ours, another user's, or never finished
        return None


def _signature(path: Path) -> Signature | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def _listed(folder: Path) -> Sequence[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return ()
