"""The Telegram front: what comes in, what is said, and how it is worded."""
