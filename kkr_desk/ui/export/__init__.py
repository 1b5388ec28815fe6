"""Documents out of the window: what, as what and where, everything doubtful first, then made, shown and printed."""
