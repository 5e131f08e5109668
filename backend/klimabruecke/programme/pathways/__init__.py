"""The way to each target with what measures would add to it."""
