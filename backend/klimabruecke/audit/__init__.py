"""The trail: every write, hash-chained per city, inside the writer's transaction."""
