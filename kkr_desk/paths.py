"""Where things are: what ships with the program, and the user's own folders."""

from __future__ import annotations

import sys
from pathlib import Path

from kkr_desk.errors import EnvironmentFault

FOLDER_NAME = "KKR Desk" if sys.platform in ("win32", "darwin") else "kkr-desk"
"""Name of the program's folder among the user's own, as each system's programs spell theirs."""

GUIDES = {"da": "brugervejledning.md", "en": "user-guide.md"}
"""File names of the users' guide, by the language it is in."""


def resource(name: str) -> Path:
    """A file or folder that ships with the program.

    Args:
        name: Its path below `resources/`, with forward slashes: "templates/default.toml".

    Raises:
        EnvironmentFault: It is not there, so the installation is damaged.
    """
    for root in _resource_roots():
        if (root / name).exists():
            return root / name
    raise EnvironmentFault("installation-damaged", name=name)


def default_store() -> Path:
    """Folder of the user's own store, where none is named."""
    import platformdirs  # noqa: PLC0415  paid for only when the folder is asked for

    return platformdirs.user_data_path(FOLDER_NAME, appauthor=False) / "store"


def settings_file() -> Path:
    """The user's settings, where no other file is named; it need not exist."""
    import platformdirs  # noqa: PLC0415  as above

    return platformdirs.user_config_path(FOLDER_NAME, appauthor=False) / "settings.toml"


def window_file() -> Path:
    """What the window remembers from one day to the next; it need not exist."""
    import platformdirs  # noqa: PLC0415  as above

    return platformdirs.user_config_path(FOLDER_NAME, appauthor=False) / "window.ini"


def meeting_place() -> Path:
    """The user's own folder in which a second start of the window finds the first; it need not exist."""
    import platformdirs  # noqa: PLC0415  as above

    return platformdirs.user_cache_path(FOLDER_NAME, appauthor=False)


def work_place() -> Path:
    """The user's own folder in which files are worked on; it need not exist, and nothing in it is kept."""
    import platformdirs  # noqa: PLC0415  as above

    return platformdirs.user_cache_path(FOLDER_NAME, appauthor=False) / "work"


def guide(language: str) -> Path:
    """The users' guide; in a source tree it is among the documents, in an installation among the resources.

    Args:
        language: "da" or "en".

    Raises:
        EnvironmentFault: It is not there, so the installation is damaged.
    """
    tree = Path(__file__).resolve().parents[1]
    if (tree / "pyproject.toml").is_file():
        return tree / "docs" / GUIDES[language]
    return resource(GUIDES[language])


def log_file() -> Path:
    """File that the program's log goes to; its folder need not exist."""
    import platformdirs  # noqa: PLC0415  as above

    return platformdirs.user_log_path(FOLDER_NAME, appauthor=False) / "kkr-desk.log"


def _resource_roots() -> list[Path]:
    """Places to look, best first: a frozen build, an installed wheel, a source tree.

    The source tree is known by its pyproject.toml, lest another package's `resources` beside an installed one be taken.
    """
    package = Path(__file__).resolve().parent
    roots = [package / "resources"]
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        roots.insert(0, Path(frozen) / "kkr_desk" / "resources")
    if (package.parent / "pyproject.toml").is_file():
        roots.append(package.parent / "resources")
    return roots
