"""What of the facts about cities is only recalled, and what makes it proven."""
