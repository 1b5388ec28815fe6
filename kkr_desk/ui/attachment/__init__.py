"""The attachment pane: the preview of one bilag, which of its pages count, its title and its file."""

from kkr_desk.ui.attachment.pane import AttachmentPane

__all__ = ["AttachmentPane"]
