"""Dates, clock times, moments and cadences as users type them."""
