"""Factor sets that are loaded from a file and not yet published."""
