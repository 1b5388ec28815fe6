"""What stands around the panes: main window, menus, status line, language, theme, icons, help, crash dialog."""
