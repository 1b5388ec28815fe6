"""Pages that we draw, with the structure of what stands on them (ISO 32000-1, 14.7 and 14.8)."""
