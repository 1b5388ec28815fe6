"""A file comes in: what is it really, can it be included, and what must the caseworker know of it."""
