"""Hei: gentle nudges to keep in touch, on Telegram."""
