"""Telegram: updates in, effects out; the only wing that knows python-telegram-bot."""
