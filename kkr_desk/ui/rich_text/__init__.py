"""The editor of an item's texts."""

from kkr_desk.ui.rich_text.editor import RichTextEditor

__all__ = ["RichTextEditor"]
