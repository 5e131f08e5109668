"""Service clients: programs that work for one city and one area."""
