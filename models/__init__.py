"""What the extractor learns from, and how."""
