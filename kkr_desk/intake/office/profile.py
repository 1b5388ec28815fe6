"""LibreOffice's settings for our own use of it: nothing runs, nothing is fetched, nothing is left, all are Danish.

The names are those of LibreOffice's configuration schemas (officecfg/registry/schema of its source); a version that
does not know one passes over it. `DisableActiveContent` (24.8 and later) is left alone on purpose: with it LibreOffice
does not open documents with charts or formulas at all, and what it forbids is forbidden one by one here.
"""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

_Value = str | int | bool
_COMMON = "/org.openoffice.Office.Common"
_DEAD = "127.0.0.1"
"""Nothing listens at port 9 of this host."""
_UPDATES = "/org.openoffice.Office.Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments"

_SETTINGS: dict[str, dict[str, _Value]] = {
    f"{_COMMON}/Security": {"LoadExoticFileFormats": 0},  # never
    f"{_COMMON}/Security/Scripting": {
        "BlockUntrustedRefererLinks": True,
        "CheckDocumentEvents": True,
        "DisableMacrosExecution": True,
        "DisableOLEAutomation": True,
        "DisablePythonRuntime": True,
        "ExecutePlugins": False,
        "MacroSecurityLevel": 3,  # very high: macros of trusted places only, of which there are none
        "OfficeBasic": 0,  # never
    },
    "/org.openoffice.Office.Writer/Content/Update": {"Chart": False, "Field": False, "Link": 0},  # never
    "/org.openoffice.Office.Calc/Content/Update": {"Link": 1},  # never
    "/org.openoffice.Office.Calc/Formula/Load": {"ODFRecalcMode": 1, "OOXMLRecalcMode": 1},  # as the file has it
    "/org.openoffice.Inet/Settings": {
        "ooInetFTPProxyName": _DEAD,
        "ooInetFTPProxyPort": 9,
        "ooInetHTTPProxyName": _DEAD,
        "ooInetHTTPProxyPort": 9,
        "ooInetHTTPSProxyName": _DEAD,
        "ooInetHTTPSProxyPort": 9,
        "ooInetNoProxy": "",
        "ooInetProxyType": 2,  # as named here
    },
    _UPDATES: {"AutoCheckEnabled": False, "AutoDownloadEnabled": False},
    "/org.openoffice.Office.Java/VirtualMachine": {"Enable": False},
    f"{_COMMON}/Misc": {
        "CrashReport": False,
        "FirstRun": False,
        "PluginsEnabled": False,
        "ShowTipOfTheDay": False,
        "UseDocumentSystemFileLocking": False,
        "UseOpenCL": False,
    },
    f"{_COMMON}/VCL": {"UseSkia": False},
    f"{_COMMON}/Save/Document": {"AutoSave": False, "CreateBackup": False},
    "/org.openoffice.Office.Recovery/AutoSave": {"Enabled": False},
    f"{_COMMON}/History": {"PickListSize": 0},
    "/org.openoffice.Setup/Office": {"MigrationCompleted": True, "ooSetupInstCompleted": True},
    # Dates, numbers and the paper of files that do not say which: as the caseworker's own Excel shows them.
    "/org.openoffice.Setup/L10N": {"ooSetupSystemLocale": "da-DK"},
    "/org.openoffice.Office.Linguistic/General": {"DefaultLocale": "da-DK"},
    f"{_COMMON}/Filter/PDF/Export": {
        "ConvertOOoTargetToPDFTarget": False,
        "ExportBookmarks": True,
        "ExportFormFields": False,
        "ExportHiddenSlides": False,
        "ExportLinksRelativeFsys": False,
        "ExportNotes": False,
        "ExportNotesPages": False,
        "ExportPlaceholders": False,
        "IsAddStream": False,
        "MaxImageResolution": 300,
        "Quality": 90,
        "ReduceImageResolution": True,
        "SelectPdfVersion": 17,
        "UseTaggedPDF": True,
        "UseTransitionEffects": False,
        "ViewPDFAfterExport": False,
    },
}

_STAND_INS = {
    "Aptos": "Carlito",
    "Aptos Display": "Carlito",
    "Aptos Narrow": "Liberation Sans Narrow",
    "Calibri Light": "Carlito",
    "Cambria Math": "Caladea",
    "Segoe UI": "Liberation Sans",
}
"""Fonts of Microsoft's that a machine may lack, and what resembles them; for others LibreOffice knows one itself."""


def write_profile(folder: Path) -> None:
    """Write the settings of a LibreOffice that has `folder` as its UserInstallation."""
    user = folder / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(_registry(), encoding="utf-8")


def _registry() -> str:
    fonts = f"{_COMMON}/Font/Substitution"
    items = [
        f'<item oor:path="{escape(path)}">{_property(name, value)}</item>'
        for path, values in _SETTINGS.items()
        for name, value in values.items()
    ]
    items.append(f'<item oor:path="{fonts}">{_property("Replacement", value=True)}</item>')
    for missing, instead in _STAND_INS.items():
        pair: dict[str, _Value] = {
            "ReplaceFont": missing,
            "SubstituteFont": instead,
            "Always": False,
            "OnScreenOnly": False,
        }
        values = "".join(_property(name, value) for name, value in pair.items())
        node = f'<node oor:name="{missing}" oor:op="replace">{values}</node>'
        items.append(f'<item oor:path="{fonts}/FontPairs">{node}</item>')
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    return "\n".join([head, *items, "</oor:items>\n"])


def _property(name: str, value: _Value) -> str:
    written = str(value).lower() if isinstance(value, bool) else escape(str(value))
    return f'<prop oor:name="{name}" oor:op="fuse"><value>{written}</value></prop>'
