"""Short, low-obligation drafts: vetted shapes as data, and one pure function that chooses."""
