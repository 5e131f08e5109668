"""The yearly note on a city's measures."""
