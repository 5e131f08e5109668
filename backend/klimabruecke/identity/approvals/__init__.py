"""Approval by another person: what one proposes another approves, with the same right."""
