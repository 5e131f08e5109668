"""Tasks: computed from the records of all domains, stored nowhere."""
