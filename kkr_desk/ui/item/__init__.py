"""The pane of one agenda item: its case, its texts, what was decided, and its history."""

from kkr_desk.ui.item.pane import ItemPane

__all__ = ["ItemPane"]
