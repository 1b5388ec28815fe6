"""The agenda: sections, items and attachments of the open meeting in one outline, to be written, moved and filled."""

from kkr_desk.ui.agenda.pane import AgendaPane

__all__ = ["AgendaPane"]
