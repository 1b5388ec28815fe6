"""The meetings: which there are, how far each has come, new ones, and putting away what is done."""

from kkr_desk.ui.meetings.pane import MeetingsPane

__all__ = ["MeetingsPane"]
