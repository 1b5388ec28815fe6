"""A meeting as a file: saved for a colleague, opened, and where it is here already, its two versions side by side."""
