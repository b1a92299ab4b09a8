"""Dates, clock times, moments and cadences as people type them."""
