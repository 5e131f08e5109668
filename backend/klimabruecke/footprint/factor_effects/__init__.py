"""What a new set of factors would change."""
