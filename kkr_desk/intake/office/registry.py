"""What programs have written into the registry of Windows; elsewhere there is none."""

from __future__ import annotations

import sys
from pathlib import Path

if sys.platform == "win32":
    import winreg

    def registered(key: str) -> Path | None:
        """The path that a key holds, for this user or for all; None where it holds none."""
        for root in (winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE):
            try:
                value = winreg.QueryValue(root, key)
            except OSError:
                continue
            if value:
                return Path(value.strip('"'))
        return None

else:

    def registered(key: str) -> Path | None:  # noqa: ARG001  there is nothing to look it up in
        """None: only Windows has a registry."""
        return None
