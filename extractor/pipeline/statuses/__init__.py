"""Statuses: where a product or facility stands, since or until when."""
