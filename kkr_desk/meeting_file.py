"""Meeting files: a meeting with its items and attachments as JSON, the files lying beside it.

The format is `resources/schema/meeting.schema.json`, explained in `docs/meeting-format.md`. What the schema cannot say
is checked here: real dates, numbers given twice, and paths that lead outside the meeting file's folder.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING, Any

from kkr_desk.errors import UserError
from kkr_desk.model import INDEX_TITLE, MeetingState, is_language, is_place
from kkr_desk.numbering import is_number
from kkr_desk.paths import resource
from kkr_desk.sentences import printable

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

MAX_BYTES = 16 * 1024 * 1024
"""Largest meeting file read: 1,000 items of 10 attachments with the longest titles fit."""

_LISTED = 10
_FIELD_CHARACTERS = 200
_PART_BYTES = 255
_PATH_BYTES = 1000
_BEGINNINGS = (b"{", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\0{")
"""How a meeting file can begin in another encoding; what begins otherwise is a picture, a PDF, a Word document."""
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")

_TYPE_CODES = {
    "string": "meeting-file-not-text",
    "integer": "meeting-file-not-number",
    "boolean": "meeting-file-not-yes-no",
    "array": "meeting-file-not-list",
    "object": "meeting-file-not-fields",
}
_PATTERN_CODES = {
    "date": "meeting-file-date",
    "number": "meeting-file-item-number",
    "language": "meeting-file-language",
    "alternate_texts": "meeting-file-picture",
}
_LIMIT_CODES = {
    "minLength": "meeting-file-text-empty",
    "maxLength": "meeting-file-text-long",
    "maxItems": "meeting-file-list-long",
    "maxProperties": "meeting-file-list-long",
    "minimum": "meeting-file-number-small",
    "maximum": "meeting-file-number-large",
}

Node = Sequence[str | int]
"""Where in the file a value stands: keys and 0-based positions from the top."""


@dataclass(frozen=True, slots=True)
class FileAttachment:
    """An attachment as a meeting file gives it.

    Attributes:
        number: Its number within the item, None where the position decides.
        title: The secretariat's words.
        path: The file; it existed when the meeting file was read.
        pages: How many pages it is expected to have, None where the meeting file does not say.
        language: Its language tag, "" where the meeting file does not say.
        alternate_texts: What is said instead of its pictures, by place (`kkr_desk.model.Figure`).
    """

    number: int | None
    title: str
    path: Path
    pages: int | None = None
    language: str = ""
    alternate_texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FileItem:
    """An agenda item as a meeting file gives it; `number` is None where the position decides."""

    number: str | None
    title: str
    case_type: str | None
    attachments: tuple[FileAttachment, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingFile:
    """A meeting as its file gives it; `folder` is where the file lies and its attachments are found."""

    council: str
    date: date
    index_title: str
    issued: bool
    items: tuple[FileItem, ...]
    folder: Path

    @property
    def state(self) -> MeetingState:
        """How far the meeting has come, as far as its file can tell."""
        return MeetingState.ISSUED if self.issued else MeetingState.DRAFT


def read(path: Path) -> MeetingFile:
    """Read a meeting file.

    Args:
        path: The file: JSON in UTF-8, with or without a byte order mark.

    Raises:
        UserError: It is missing, is no JSON, or does not fit the format; the facts name the line or the field.
        OSError: The machine would not let it be read.
    """
    document = _parse(path)
    _check_form(path, document)
    items = tuple(_item(path, n, item) for n, item in enumerate(document["items"]))
    _check_numbers(path, items)
    _check_files(path, items)
    return MeetingFile(
        council=_text(path, document["council"], ("council",)),
        date=_date(path, document["date"]),
        index_title=_text(path, document.get("index_title", INDEX_TITLE), ("index_title",)),
        issued=document.get("issued", False),
        items=items,
        folder=path.parent,
    )


def field_name(node: Node) -> str:
    """A field as the sentences name it, positions from 0: "items[2].attachments[0].title"."""
    name = ""
    for part in node:
        name += f"[{part}]" if isinstance(part, int) else f".{part}" if name else part
    return printable(name[:_FIELD_CHARACTERS])


class _Object(dict[str, Any]):
    """A JSON object that remembers a key given twice."""

    twice: str | None = None


def _parse(path: Path) -> Any:
    if not path.is_file():
        raise UserError("meeting-file-missing", file=path)
    if path.stat().st_size > MAX_BYTES:
        raise UserError("meeting-file-too-large", file=path)
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if not data.lstrip().startswith(_BEGINNINGS):
            raise UserError("meeting-file-not-a-meeting", file=path) from error
        line = data.count(b"\n", 0, error.start) + 1
        raise UserError("meeting-file-encoding", file=path, line=line) from error
    try:
        document = json.loads(text, object_pairs_hook=_object, parse_constant=_no_number)
        _check_twice(path, document, [])
    except json.JSONDecodeError as error:
        raise UserError("meeting-file-broken", file=path, line=error.lineno, column=error.colno) from error
    except (ValueError, RecursionError) as error:  # numbers beyond all measure, brackets within brackets without end
        raise UserError("meeting-file-not-a-meeting", file=path) from error
    return document


def _object(pairs: list[tuple[str, Any]]) -> _Object:
    made = _Object(pairs)
    if len(made) < len(pairs):
        made.twice = Counter(key for key, _ in pairs).most_common(1)[0][0]
    return made


def _no_number(name: str) -> float:
    """Refuse NaN and Infinity, which Python reads and JSON does not know."""
    raise ValueError(name)


def _check_twice(path: Path, value: Any, node: list[str | int]) -> None:
    if isinstance(value, _Object):
        if value.twice is not None:
            raise UserError("meeting-file-field-twice", file=path, field=field_name([*node, value.twice]))
        for key, part in value.items():
            _check_twice(path, part, [*node, key])
    elif isinstance(value, list):
        for n, part in enumerate(value):
            _check_twice(path, part, [*node, n])


def _check_form(path: Path, document: Any) -> None:
    """Hold the document against the schema and refuse the first thing, in the order of the file, that does not fit."""
    if not isinstance(document, dict):
        raise UserError("meeting-file-not-a-meeting", file=path)
    from jsonschema import Draft202012Validator  # noqa: PLC0415  a quarter of a second: only for who reads a file

    schema = json.loads(resource("schema/meeting.schema.json").read_text(encoding="utf-8"))
    errors = list(Draft202012Validator(schema).iter_errors(document))
    if errors:
        raise _refusal(path, min(errors, key=lambda e: _place(document, e)))


def _place(document: Any, error: ValidationError) -> list[int]:
    """Where in the file an error stands, as the position at each level."""
    place, value = [], document
    for part in error.absolute_path:
        place.append(part if isinstance(part, int) else list(value).index(part))
        value = value[part]
    return place


def _refusal(path: Path, error: ValidationError) -> UserError:
    node = list(error.absolute_path)
    rule = str(error.validator)
    instance: Any = error.instance
    value: Any = error.validator_value
    if rule == "additionalProperties":
        schema: Any = error.schema
        unknown = next(key for key in instance if key not in schema["properties"])
        return UserError("meeting-file-field-unknown", file=path, field=field_name([*node, unknown]))
    if rule == "required":
        wanting = next(key for key in value if key not in instance)
        return UserError("meeting-file-field-missing", file=path, field=field_name([*node, wanting]))
    if rule == "type":
        code = _TYPE_CODES[value if isinstance(value, str) else value[0]]
    elif rule == "pattern":
        code = _PATTERN_CODES[str(node[-1])]
    else:
        code = _LIMIT_CODES[rule]
    return UserError(code, file=path, field=field_name(node), limit=value)


def _item(path: Path, n: int, item: dict[str, Any]) -> FileItem:
    node: tuple[str | int, ...] = ("items", n)
    number, case_type = item.get("number"), item.get("case_type")
    if number is not None and not is_number(number):
        raise UserError("meeting-file-item-number", file=path, field=field_name([*node, "number"]))
    return FileItem(
        number=number,
        title=_text(path, item["title"], (*node, "title")),
        case_type=_text(path, case_type, (*node, "case_type")) if case_type else None,
        attachments=tuple(
            _attachment(path, (*node, "attachments", m), attachment)
            for m, attachment in enumerate(item.get("attachments", ()))
        ),
    )


def _attachment(path: Path, node: tuple[str | int, ...], attachment: dict[str, Any]) -> FileAttachment:
    number, pages, language = (attachment.get(name) for name in ("number", "pages", "language"))
    if language is not None and not is_language(language):
        raise UserError("meeting-file-language", file=path, field=field_name([*node, "language"]))
    said = attachment.get("alternate_texts", {})
    if not all(map(is_place, said)):
        raise UserError("meeting-file-picture", file=path, field=field_name([*node, "alternate_texts"]))
    return FileAttachment(
        number=None if number is None else int(number),  # the schema lets 1.0 pass for 1
        title=_text(path, attachment["title"], (*node, "title")),
        path=_inside(path, attachment["file"], (*node, "file")),
        pages=None if pages is None else int(pages),
        language=language or "",
        alternate_texts={place: _text(path, text, (*node, "alternate_texts", place)) for place, text in said.items()},
    )


def _text(path: Path, text: str, node: Node) -> str:
    """A text as it is kept: composed characters, no space around it, and nothing that does not print."""
    text = unicodedata.normalize("NFC", text.strip())
    if not text:
        raise UserError("meeting-file-text-empty", file=path, field=field_name(node))
    if printable(text) != text:
        raise UserError("meeting-file-text-unprintable", file=path, field=field_name(node))
    return text


def _date(path: Path, text: str) -> date:
    try:
        day = date.fromisoformat(text) if _DATE.fullmatch(text) else None  # Python 3.11 also reads 20240619
    except ValueError:  # 30 February
        day = None
    if day is None:
        raise UserError("meeting-file-date", file=path, field="date")
    return day


def _inside(path: Path, text: str, node: Node) -> Path:
    """The file that a relative path names, which must lie in the meeting file's folder or below.

    The path is refused by its spelling first, in the same way on every system, then by where links lead.
    """
    if printable(text) != text:
        raise UserError("meeting-file-text-unprintable", file=path, field=field_name(node))
    if len(text.encode()) > _PATH_BYTES or any(len(part.encode()) > _PART_BYTES for part in text.split("/")):
        raise UserError("meeting-file-text-long", file=path, field=field_name(node), limit=_PART_BYTES)
    windows = PureWindowsPath(text)
    stream = sys.platform == "win32" and ":" in text  # NTFS: a second stream of a file
    inside = not ("\\" in text or windows.drive or windows.root or ".." in text.split("/") or stream)
    if inside and _leads_inside(path.parent, path.parent / text):
        found = _as_spelt(path.parent / text)
        if _leads_inside(path.parent, found):
            return found
    raise UserError("meeting-file-path-outside", file=path, field=field_name(node), path=text)


def _leads_inside(folder: Path, path: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # links that lead round in a ring: a RuntimeError in Python 3.11 and 3.12
        return False


def _as_spelt(path: Path) -> Path:
    """The path, or the one of the same composed spelling: archives made on a Mac hold å as a with a ring added."""
    if path.exists() or not path.parent.is_dir():
        return path
    wanted = unicodedata.normalize("NFC", path.name)
    alike = (entry for entry in path.parent.iterdir() if unicodedata.normalize("NFC", entry.name) == wanted)
    return next(alike, path)


def _check_numbers(path: Path, items: Iterable[FileItem]) -> None:
    seen: set[str] = set()
    for n, item in enumerate(items):
        if item.number is not None and item.number in seen:
            field = field_name(["items", n, "number"])
            raise UserError("meeting-file-item-twice", file=path, field=field, number=item.number)
        seen.add(item.number or "")
        used: set[int] = set()
        for m, attachment in enumerate(item.attachments):
            if attachment.number is not None and attachment.number in used:
                field = field_name(["items", n, "attachments", m, "number"])
                raise UserError("meeting-file-attachment-twice", file=path, field=field, number=attachment.number)
            used.add(attachment.number or 0)


def _check_files(path: Path, items: Iterable[FileItem]) -> None:
    """Name all files that are not there at once, so that they can be fetched in one go."""
    missing = [a.path.relative_to(path.parent).as_posix() for i in items for a in i.attachments if not a.path.is_file()]
    if missing:
        files = (*missing[:_LISTED], *(["…"] if len(missing) > _LISTED else []))
        raise UserError("meeting-file-attachments-missing", file=path, files=files, count=len(missing))
