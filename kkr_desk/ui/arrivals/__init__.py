"""Files that come many at a time: one list to confirm, in which each says what came of it."""
