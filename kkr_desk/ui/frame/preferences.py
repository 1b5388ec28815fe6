"""What the window remembers from one day to the next: where it stood, its language and looks, the meeting laid out.

A small file of the user's own, `window.ini`. It holds no content and nothing that a store needs: lost, it costs a few
drags of a border.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, QSettings

from kkr_desk.paths import window_file
from kkr_desk.sentences import Language

if TYPE_CHECKING:
    from kkr_desk.model import MeetingId


class Theme(StrEnum):
    """Light or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Preferences:
    """The user's own. Lives on the GUI thread; making one costs next to nothing while another is alive.

    Args:
        file: Where it is kept, the user's own file without one.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._kept = QSettings(str(file or window_file()), QSettings.Format.IniFormat)

    @property
    def language(self) -> Language:
        """The window's language, Danish until somebody chooses."""
        text = self._text("window/language")
        return Language(text) if text in list(Language) else Language.DANISH

    @language.setter
    def language(self, language: Language) -> None:
        self._kept.setValue("window/language", language.value)

    @property
    def theme(self) -> Theme:
        """Light or dark, the system's until somebody chooses."""
        text = self._text("window/theme")
        return Theme(text) if text in list(Theme) else Theme.SYSTEM

    @theme.setter
    def theme(self, theme: Theme) -> None:
        self._kept.setValue("window/theme", theme.value)

    @property
    def name(self) -> str:
        """The user's name, "" until it is written."""
        return self._text("user/name")

    @name.setter
    def name(self, name: str) -> None:
        self._kept.setValue("user/name", name)

    @property
    def initials(self) -> str:
        """The user's initials, "" until they are written."""
        return self._text("user/initials")

    @initials.setter
    def initials(self, initials: str) -> None:
        self._kept.setValue("user/initials", initials)

    @property
    def who(self) -> str | None:
        """What the journal calls the user: the initials, else the name; None for the name they are logged in by."""
        return self.initials or self.name or None

    def last_meeting(self, store: Path) -> MeetingId | None:
        """The meeting that lay on the desk last in a store; it may be gone since."""
        found: MeetingId | str = self._text(_meeting_key(store))
        return cast("MeetingId", found) if found else None

    def keep_last_meeting(self, store: Path, meeting: MeetingId | None) -> None:
        """Remember the meeting that lies on the desk."""
        self._kept.setValue(_meeting_key(store), meeting or "")

    def state(self, name: str) -> QByteArray:
        """How a part of the window stood ("window/geometry", "agenda/columns"), as Qt's own `saveState` wrote it.

        Empty where nothing is kept, or something that is no state.
        """
        value = self._kept.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_state(self, name: str, state: QByteArray) -> None:
        """Remember how a part of the window stands."""
        self._kept.setValue(name, state)

    def flag(self, name: str, *, default: bool) -> bool:
        """Whether something is switched on."""
        return {"true": True, "false": False}.get(self._text(name), default)

    def keep_flag(self, name: str, *, on: bool) -> None:
        """Remember whether something is switched on."""
        self._kept.setValue(name, "true" if on else "false")

    def names(self, name: str) -> list[str]:
        """A list of names, such as what is closed in a tree; empty where none is kept."""
        import json  # noqa: PLC0415  the window is drawn before

        try:
            found = json.loads(self._text(name) or "[]")
        except ValueError:  # somebody else wrote it
            return []
        return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []

    def keep_names(self, name: str, names: Iterable[str]) -> None:
        """Remember a list of names."""
        import json  # noqa: PLC0415  as above

        self._kept.setValue(name, json.dumps(list(names)))

    def folder(self, purpose: str, council: str) -> Path | None:
        """The folder that was used last for a purpose ("export"), by council; it may be gone since."""
        text = self._text(_folder_key(purpose, council))
        return Path(text) if text else None

    def keep_folder(self, purpose: str, council: str, folder: Path) -> None:
        """Remember the folder that was used."""
        self._kept.setValue(_folder_key(purpose, council), str(folder))

    def save(self) -> None:
        """Write it to the disk now; otherwise it is written within a moment, and when the program ends."""
        self._kept.sync()

    def _text(self, name: str) -> str:
        value = self._kept.value(name)
        return value if isinstance(value, str) else ""


def _folder_key(purpose: str, council: str) -> str:
    """A key for a council, whatever its name: QSettings would split it at its slashes."""
    return f"{purpose}/" + council.replace("/", "|").replace("\\", "|")


def _meeting_key(store: Path) -> str:
    """A key for a folder: QSettings would split it at its slashes."""
    return "meeting/" + store.resolve().as_posix().replace("/", "|")
