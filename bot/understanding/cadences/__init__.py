"""How often, in typed text."""
