"""The stand-in for Telegram, driven by a real python-telegram-bot and a real browser."""
