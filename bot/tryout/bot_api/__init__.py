"""The Bot API of the stand-in: its methods, what they refuse, and how calls arrive."""
