"""One feature per module: parse, call one use case, show a view.

Each module names what it answers in COMMANDS, PRESSES, TOPICS, ABOUT or DATES; the conversation
puts them together.
"""
