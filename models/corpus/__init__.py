"""The training corpus: annotated passages in our own sentences."""
