"""The conversation, pure: what came in and the Book make another Book and effects."""
