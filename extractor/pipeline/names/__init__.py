"""Names: which stretches of a text are names, of what type, and which call the same entity."""
