"""What those who listen get of the attachments: shown for one and for all, mended, and asked of their senders."""
