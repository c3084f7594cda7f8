"""Dates: points and periods of time as intervals, relative ones against the date of publication."""
