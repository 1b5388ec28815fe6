"""What intake and export must see alike in a PDF: geometry, content, destinations, and a hash of what a page shows."""
