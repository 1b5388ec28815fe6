"""The settings: who works here, what is usual in each council, where things lie."""

from kkr_desk.ui.settings.commands import SettingsCommands

__all__ = ["SettingsCommands"]
