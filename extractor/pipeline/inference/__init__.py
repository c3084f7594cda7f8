"""Inference: facts that a text states by the very names it uses."""
