"""What is true about keeping in touch without Telegram, a disk or a clock."""
