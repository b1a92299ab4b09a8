"""The little language in which the lexicons are written, and what finds it in a text."""
