"""The platform: it knows no domain, and every domain stands on it."""
