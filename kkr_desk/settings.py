"""Settings: the council's template of document words and looks, from a TOML file.

`resources/templates/default.toml` holds every setting with its default; a council's own file gives those that differ.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from string import Formatter
from typing import Any

from kkr_desk.errors import UserError
from kkr_desk.model import StampPlace, Template, is_language
from kkr_desk.paths import settings_file
from kkr_desk.sentences import printable

MAX_TEXT = 500
"""Most characters a document word may have."""

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_LINE = re.compile(r"at line (\d+)")


def read(file: Path | None = None) -> Template:
    """The council's template.

    Args:
        file: Settings named by the user; without it, the user's own settings file where there is one.

    Raises:
        UserError: The file is missing or broken, or one of its settings is unknown or wrong; the facts name it.
        OSError: The machine would not let it be read.
    """
    if file is None:
        file = settings_file()
        if not file.is_file():
            return Template()
    return template(_parse(file), file)


def template(given: Mapping[str, Any], file: Path) -> Template:
    """Check settings and lay them over the defaults.

    Args:
        given: Sections by name, each with its settings by name.
        file: Where they come from, for the sentences.

    Raises:
        UserError: A setting is unknown or wrong.
    """
    values: dict[str, Any] = {}
    for section, settings in given.items():
        if section not in SETTINGS or not isinstance(settings, dict):
            raise UserError("settings-unknown", file=file, field=printable(section))
        for name, value in settings.items():
            field = f"{section}.{name}"
            if name not in SETTINGS[section]:
                raise UserError("settings-unknown", file=file, field=printable(field))
            attribute, check = SETTINGS[section][name]
            values[attribute] = check(value, field, file)
    return Template(**values)


def _parse(file: Path) -> dict[str, Any]:
    if not file.is_file():
        raise UserError("settings-missing", file=file)
    data = file.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError("settings-broken", file=file, line=data.count(b"\n", 0, error.start) + 1) from error
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # TOMLDecodeError, numbers beyond measure, brackets without end
        found = _LINE.search(str(error))
        raise UserError("settings-broken", file=file, line=found[1] if found else text.count("\n") + 1) from error


def _text(value: object, field: str, file: Path) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > MAX_TEXT or printable(value) != value:
        raise UserError("settings-text", file=file, field=field, limit=MAX_TEXT)
    return value


def _pattern(value: object, field: str, file: Path, *, needed: tuple[str, ...], allowed: tuple[str, ...]) -> str:
    """A text with facts in braces, which the documents fill in; without format specifications of its own."""
    text = _text(value, field, file)
    try:
        parts = [part[1:] for part in Formatter().parse(text) if part[1] is not None]
    except ValueError as error:  # a brace that stands alone
        raise UserError("settings-braces", file=file, field=field, allowed=_braced(allowed)) from error
    names = [name for name, _, _ in parts]
    if any(name not in allowed or spec or conversion for name, spec, conversion in parts):
        raise UserError("settings-braces", file=file, field=field, allowed=_braced(allowed))
    if any(name not in names for name in needed):
        raise UserError("settings-braces-missing", file=file, field=field, needed=_braced(needed))
    return text


def _number(value: object, field: str, file: Path, *, low: float, high: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise UserError("settings-number", file=file, field=field, low=f"{low:g}", high=f"{high:g}")
    return float(value)


def _place(value: object, field: str, file: Path) -> StampPlace:
    if value not in list(StampPlace):
        raise UserError("settings-choice", file=file, field=field, choices=", ".join(StampPlace))
    return StampPlace(str(value))


def _colour(value: object, field: str, file: Path) -> str:
    if not isinstance(value, str) or not _COLOUR.fullmatch(value):
        raise UserError("settings-colour", file=file, field=field)
    return value.lower()


def _language(value: object, field: str, file: Path) -> str:
    if not isinstance(value, str) or not is_language(value):
        raise UserError("settings-language", file=file, field=field)
    return value


def _braced(names: tuple[str, ...]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)


Check = Callable[[object, str, Path], Any]

SETTINGS: Mapping[str, Mapping[str, tuple[str, Check]]] = {
    "words": {
        "attachment": (
            "attachment_text",
            partial(_pattern, needed=("number", "title"), allowed=("number", "title")),
        ),
        "collection_title": ("collection_title", partial(_pattern, needed=(), allowed=("council", "date"))),
        "page": ("page_word", _text),
        "slip": ("slip_text", _text),
        "language": ("language", _language),
    },
    "look": {"colour": ("colour", _colour)},
    "stamp": {
        "format": ("stamp_format", partial(_pattern, needed=("page",), allowed=("page", "pages"))),
        "place": ("stamp_place", _place),
        "size": ("stamp_size", partial(_number, low=5.0, high=24.0)),
        "margin": ("stamp_margin", partial(_number, low=8.0, high=72.0)),
    },
}
"""Every setting by section and name: the field of `Template` it gives, and its check."""
