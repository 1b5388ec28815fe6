"""The window's language: Danish from the source, English from its catalogue, Qt's own words from Qt's.

A switch reaches every widget at once, as the event LanguageChange; whoever shows a text sets it anew then.
"""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from kkr_desk.errors import EnvironmentFault
from kkr_desk.paths import resource
from kkr_desk.sentences import Language

_log = logging.getLogger(__name__)

_LOCALES = {
    Language.DANISH: QLocale(QLocale.Language.Danish, QLocale.Country.Denmark),
    Language.ENGLISH: QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class _Spoken:
    """What is installed now."""

    language = Language.DANISH
    catalogues: tuple[QTranslator, ...] = ()


def language() -> Language:
    """The language that the window speaks now."""
    return _Spoken.language


def locale() -> QLocale:
    """How numbers and dates are written in it."""
    return _LOCALES[_Spoken.language]


def set_language(wanted: Language) -> None:
    """Let the window speak a language. Needs the application.

    Args:
        wanted: Danish needs no catalogue but for its plurals: it is what the source says.
    """
    if wanted is _Spoken.language and _Spoken.catalogues:
        return
    application = QCoreApplication.instance()
    for catalogue in _Spoken.catalogues:
        QCoreApplication.removeTranslator(catalogue)
    folders = (Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)), _own_folder())
    names = (f"qtbase_{wanted}.qm", f"kkr_desk_{wanted}.qm")
    _Spoken.language = wanted
    QLocale.setDefault(_LOCALES[wanted])
    made = []
    for folder, name in zip(folders, names, strict=True):
        catalogue = QTranslator(application)
        if folder is None or not catalogue.load(str(folder / name)):
            _log.warning("no catalogue %s; the window speaks Danish where it is needed", name)
            continue
        QCoreApplication.installTranslator(catalogue)
        made.append(catalogue)
    _Spoken.catalogues = tuple(made)


def _own_folder() -> Path | None:
    try:
        return resource("translations")
    except EnvironmentFault:  # told by the caller, of each catalogue
        return None
