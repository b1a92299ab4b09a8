"""What a typed message does, whatever its words: they were in touch, it must wait, a question."""
