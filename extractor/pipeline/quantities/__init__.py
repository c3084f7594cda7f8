"""Quantities: numbers with their units, counted nouns and multiples, on the raw text."""
