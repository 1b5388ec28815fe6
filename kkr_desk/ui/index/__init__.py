"""The index of the collection, as it will be printed."""
