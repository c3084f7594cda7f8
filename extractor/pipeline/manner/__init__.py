"""Manner: how sure a statement is, and who says so."""
