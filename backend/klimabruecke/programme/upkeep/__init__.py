"""The yearly upkeep: data that are past their best or soon will be."""
