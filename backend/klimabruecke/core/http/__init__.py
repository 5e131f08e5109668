"""What happens to every request before and after a route sees it."""
