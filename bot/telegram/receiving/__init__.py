"""From Telegram: updates are taken in, and confirmed only after their effects are committed."""
