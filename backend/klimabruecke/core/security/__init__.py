"""Passwords, signing keys and access tokens: the only place that knows Argon2 and python-jose."""
