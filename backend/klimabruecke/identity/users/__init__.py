"""Accounts, their rights, and the one-time links to set a password."""
