"""Typed text as tokens, and the phrases of every language found in it."""
