"""The settings: who works here, what is usual in each council, where things lie."""

from kkr_desk.ui.settings.commands import SettingsCommands
from kkr_desk.ui.settings.dialog import SettingsDialog

__all__ = ["SettingsCommands", "SettingsDialog"]
