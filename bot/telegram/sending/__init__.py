"""To Telegram: answers and nudges, split, paced, and told apart by what became of them."""
