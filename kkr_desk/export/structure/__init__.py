"""The logical structure of the documents we write: what makes them read aloud in order (ISO 32000-1, 14.7, 14.8)."""
