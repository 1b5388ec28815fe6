"""The window, in PySide6: panes, dialogs and models of what the store holds. No rule of the agenda lives here."""
