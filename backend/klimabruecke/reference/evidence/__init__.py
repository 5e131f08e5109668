"""What of the reference data is only recalled, and what makes it proven."""
