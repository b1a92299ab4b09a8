"""When a hello suits: the usual hours, what was told of one contact, and what was learned."""
