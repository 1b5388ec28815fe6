"""What KKR Desk costs in time and memory, beside qpdf on the same files."""
