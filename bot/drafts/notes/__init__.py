"""What the user noted about a contact: what kind of thing it is, and how a draft says it."""
