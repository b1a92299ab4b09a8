"""A stand-in for Telegram on loopback: knows the Bot API and a chat page, refuses to know Hei."""
