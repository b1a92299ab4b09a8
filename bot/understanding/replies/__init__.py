"""What is said about a nudge: done, later, tried, not this time."""
